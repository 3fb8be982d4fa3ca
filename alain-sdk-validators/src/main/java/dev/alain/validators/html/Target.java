package dev.alain.validators.html;

import dev.alain.validators.trace.Decoders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where an address leads, however it is written. */
public enum Target {
    /** A page, a mail, a part of the notebook. */
    HARMLESS,
    /** A scheme that few know. */
    ODD,
    /** A file of the reader's machine, a piece of a browser's session, a drawing with scripts: better taken out. */
    DOUBTFUL,
    /** Code that runs when it is followed or shown. */
    ACTIVE;

    private static final Set<String> SCHEMES = Set.of(
            "http",
            "https",
            "mailto",
            "ftp",
            "ftps",
            "sftp",
            "tel",
            "attachment",
            "cid",
            "sms",
            "irc",
            "ircs",
            "git",
            "ssh",
            "doi",
            "magnet",
            "xmpp",
            "news",
            "geo",
            "urn",
            "arxiv",
            "hf",
            "s3",
            "gs",
            "vscode",
            "slack",
            "zotero",
            "isbn",
            "matrix");

    private static final Set<String> CODE =
            Set.of("javascript", "vbscript", "livescript", "mocha", "jscript", "ecmascript");
    private static final Set<String> AROUND =
            Set.of("view-source", "feed", "jar", "wyciwyg", "url", "about", "blob", "filesystem");
    private static final Set<String> LOCAL = Set.of("file", "blob", "filesystem");
    private static final List<String> PICTURES = List.of(
            "image/png",
            "image/jpeg",
            "image/jpg",
            "image/gif",
            "image/webp",
            "image/bmp",
            "image/avif",
            "image/x-icon",
            "image/vnd.microsoft.icon",
            "image/tiff",
            "audio/",
            "video/",
            "font/");

    /** Judges an address as a picture's source or as a link's, and what other readers may decode it to. */
    public static Target of(String address, boolean picture) {
        String plain = plain(address);
        Target worst = judged(plain, picture);
        if (plain.contains("%")
                && worst == HARMLESS
                && judged(plain(Decoders.named("url", plain)), picture) == ACTIVE) {
            return ACTIVE;
        }
        if (picture && worst == HARMLESS && plain.startsWith("data:image/svg")) {
            return drawing(base64(address));
        }
        boolean referring = address.indexOf('&') >= 0 && worst != ACTIVE;
        Target guessed = referring ? judged(plain(References.guessed(address)), picture) : HARMLESS;
        return guessed == ACTIVE ? ACTIVE : worst;
    }

    private static Target judged(String plain, boolean picture) {
        String scheme = scheme(plain);
        if (CODE.contains(scheme)) {
            return ACTIVE;
        }
        if (AROUND.contains(scheme)) {
            return judged(plain.substring(scheme.length() + 1), picture) == ACTIVE
                    ? ACTIVE
                    : LOCAL.contains(scheme) ? DOUBTFUL : ODD;
        }

        if (scheme.equals("data")) {
            return data(plain.substring("data:".length()), picture);
        }
        boolean page = scheme.equals("http") || scheme.equals("https") || scheme.equals("mailto");
        if (!page && (plain.contains("javascript:") || plain.contains("vbscript:"))) {
            return ACTIVE;
        }
        if (LOCAL.contains(scheme)) {
            return DOUBTFUL;
        }
        return scheme.isEmpty() || SCHEMES.contains(scheme) ? HARMLESS : ODD;
    }

    private static Target data(String rest, boolean picture) {
        if (PICTURES.stream().anyMatch(rest::startsWith)) {
            return HARMLESS;
        }
        if (!picture || !rest.startsWith("image/svg")) {
            return ACTIVE;
        }
        int comma = rest.indexOf(',');
        return drawing(comma < 0 ? "" : Decoders.named("url", rest.substring(comma + 1)));
    }

    /** No browser runs what a drawing in a picture holds, but one that opens it alone does. */
    private static Target drawing(String source) {
        String drawing = source.toLowerCase(Locale.ROOT);
        boolean acts = drawing.contains("<script")
                || drawing.contains("javascript:")
                || drawing.contains("foreignobject")
                || handlers(drawing);
        return acts ? DOUBTFUL : HARMLESS;
    }

    /** What the data of an address decode to; letters in lower case would not. */
    private static String base64(String address) {
        int comma = address.indexOf(',');
        boolean encoded = comma > 0
                && address.substring(0, comma).toLowerCase(Locale.ROOT).endsWith("base64");
        return encoded ? Decoders.named("base64", address.substring(comma + 1)) : "";
    }

    private static boolean handlers(String drawing) {
        return TagReader.read(drawing).stream()
                .flatMap(tag -> tag.attributes().stream())
                .anyMatch(a -> a.name().startsWith("on"));
    }

    private static String scheme(String plain) {
        int colon = plain.indexOf(':');
        if (colon <= 0) {
            return "";
        }
        String scheme = plain.substring(0, colon);
        boolean named = scheme.chars().allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
        boolean port = scheme.indexOf('.') > 0 || Character.isDigit(scheme.charAt(0)) || scheme.equals("localhost");
        return named && !port ? scheme : "";
    }

    /** In lower case, without blanks, control signs and signs nobody sees. */
    private static String plain(String address) {
        StringBuilder plain = new StringBuilder(Math.min(address.length(), 4096));
        for (int i = 0; i < address.length() && plain.length() < 4096; ) {
            int point = address.codePointAt(i);
            i += Character.charCount(point);
            int type = Character.getType(point);
            boolean hidden = point <= 0x20
                    || type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SPACE_SEPARATOR
                    || point == 0xFFFD;
            if (!hidden) {
                plain.appendCodePoint(Character.toLowerCase(point));
            }
        }
        return plain.toString();
    }
}
