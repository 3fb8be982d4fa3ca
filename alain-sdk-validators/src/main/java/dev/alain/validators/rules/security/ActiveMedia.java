package dev.alain.validators.rules.security;

import dev.alain.validation.Severity;
import dev.alain.validators.html.Active;
import dev.alain.validators.html.TagReader;
import dev.alain.validators.trace.Decoders;
import java.util.Locale;
import java.util.Set;

/** Whether data of a media type acts when a viewer shows it. */
final class ActiveMedia {
    private static final Set<String> SCRIPTS = Set.of(
            "application/javascript",
            "text/javascript",
            "application/ecmascript",
            "application/x-javascript",
            "application/vnd.jupyter.widget-script");

    private ActiveMedia() {}

    /** Whether the data acts; a page as a {@code file} always does. */
    static boolean acts(String type, String data, boolean file) {
        String media = type.toLowerCase(Locale.ROOT).strip();
        if (SCRIPTS.contains(media)) {
            return true;
        }
        boolean drawing = media.startsWith("image/svg");
        boolean page = media.startsWith("text/html") || media.startsWith("application/xhtml");
        if (!drawing && !page) {
            return false;
        }
        if (file && page) {
            return true;
        }
        String text = data.indexOf('<') >= 0 ? data : Decoders.named("base64", data);
        return TagReader.read(text).stream()
                .flatMap(tag -> Active.in(tag).stream()
                        .map(act ->
                                drawing && calm(tag.name()) && act.attribute().isEmpty()
                                        ? Severity.INFO
                                        : act.severity()))
                .anyMatch(severity -> severity == Severity.ERROR);
    }

    /** Elements of drawings that move or repeat, and do nothing else without an address. */
    private static boolean calm(String name) {
        return Set.of("animate", "animatetransform", "animatemotion", "set", "use")
                .contains(name);
    }
}
