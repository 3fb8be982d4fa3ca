package dev.alain.validators.rules.accessibility;

import dev.alain.validators.rules.WordList;
import java.util.Locale;
import java.util.Set;

/** Whether a text says what an image shows. */
final class AltText {
    private static final Set<String> SAY_NOTHING = WordList.read(AltText.class, "alt-texts.txt");
    private static final Set<String> ENDINGS =
            Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "tif", "tiff", "avif");

    private AltText() {}

    /** Why the text is of no use; empty when it may be. */
    static String fault(String alt) {
        String text = alt.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return "has no text for those who cannot see it";
        }
        if (isFileName(text)) {
            return "has a file name for its text";
        }
        return SAY_NOTHING.contains(withoutNumber(text)) ? "has a text that does not say what it shows" : "";
    }

    /** The last part of an address, for a message; at most 60 characters. */
    static String nameOf(String url) {
        if (url.startsWith("data:")) {
            return "an embedded image";
        }
        if (url.startsWith("attachment:")) {
            return nameOf(url.substring("attachment:".length()));
        }
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.length() > 60 ? name.substring(0, 60) : name.isEmpty() ? "image" : name;
    }

    /** Most cookbooks of some houses have their badges without a text, so that they are only noted. */
    static boolean isBadge(String url) {
        return url.contains("badge") || url.contains("shields.io") || url.endsWith("open-in-kaggle.svg");
    }

    private static boolean isFileName(String text) {
        int dot = text.lastIndexOf('.');
        return dot > 0 && text.indexOf(' ') < 0 && ENDINGS.contains(text.substring(dot + 1));
    }

    /** {@code Figure 3}, {@code image(2)} and {@code image-1} say as little as {@code image}. */
    private static String withoutNumber(String text) {
        int end = text.length();
        while (end > 0 && "0123456789()[]#.:-_ ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
