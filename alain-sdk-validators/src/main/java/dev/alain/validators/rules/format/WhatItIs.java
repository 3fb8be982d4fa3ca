package dev.alain.validators.rules.format;

import java.nio.charset.StandardCharsets;

/** What a file that is no JSON is instead, where it is easily told. */
final class WhatItIs {
    private static final int ENOUGH = 64 * 1024;

    private WhatItIs() {}

    /** A noun with its article; empty when it cannot be told. */
    static String instead(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, ENOUGH), StandardCharsets.ISO_8859_1);
        String start = text.stripLeading();
        if (start.isEmpty()) {
            return bytes.length == 0 ? "an empty file" : bytes.length <= ENOUGH ? "blank" : "";
        } else if (start.startsWith("version https://git-lfs.github.com/")) {
            return "a Git LFS pointer to one";
        } else if (start.startsWith("<")) {
            return "an HTML or XML page";
        } else if (start.startsWith("PK\u0003\u0004")) {
            return "a ZIP archive";
        } else if (start.startsWith("\u001f\u008b")) {
            return "a gzip archive";
        } else if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            return "text in UTF-16";
        } else if (text.contains("\n<<<<<<< ") && start.startsWith("{")) {
            return "a merge with conflict marks in it";
        }
        return "";
    }
}
