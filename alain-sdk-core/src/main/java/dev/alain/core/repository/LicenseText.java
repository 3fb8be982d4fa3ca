package dev.alain.core.repository;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which licence a text is, by the sentences that only that licence has. */
final class LicenseText {
    /** In this order; each id with what the text must hold. */
    private static final List<Map.Entry<String, List<String>>> SIGNS = List.of(
            Map.entry("creativeml-openrail-m", List.of("creativeml open rail-m")),
            Map.entry("openrail", List.of("responsible ai license", "use-based restrictions")),
            Map.entry("llama3.3", List.of("llama 3.3 community license")),
            Map.entry("llama3.2", List.of("llama 3.2 community license")),
            Map.entry("llama3.1", List.of("llama 3.1 community license")),
            Map.entry("llama3", List.of("llama 3 community license")),
            Map.entry("llama2", List.of("llama 2 community license")),
            Map.entry("apache-2.0", List.of("apache license", "version 2.0", "submission of contributions")),
            Map.entry("apache-2.0", List.of("licensed under the apache license, version 2.0")),
            Map.entry("mpl-2.0", List.of("mozilla public license", "version 2.0", "covered software")),
            Map.entry("unlicense", List.of("this is free and unencumbered software released into the public domain")),
            Map.entry("cc0-1.0", List.of("cc0 1.0 universal")),
            Map.entry("bsl-1.0", List.of("boost software license - version 1.0")));

    private static final String MIT =
            "permission is hereby granted, free of charge, to any person obtaining a copy of this software";
    private static final String ISC =
            "permission to use, copy, modify, and/or distribute this software for any purpose with or without fee";
    private static final String BSD = "redistribution and use in source and binary forms";

    private LicenseText() {}

    /** The id as the Hub writes it, such as {@code bsd-3-clause}; empty when no licence is recognised. */
    static Optional<String> id(String text) {
        String flat = flat(text);
        return gnu(flat.substring(0, Math.min(flat.length(), 300)))
                .or(() -> creativeCommons(flat))
                .or(() -> SIGNS.stream()
                        .filter(sign -> sign.getValue().stream().allMatch(flat::contains))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .or(() -> permissive(flat));
    }

    /** Their titles tell them apart: each of these texts names the others. */
    private static Optional<String> gnu(String title) {
        if (title.contains("gnu affero general public license")) {
            return Optional.of("agpl-3.0");
        }
        if (title.contains("gnu lesser general public license")) {
            return Optional.of(title.contains("version 2.1") ? "lgpl-2.1" : "lgpl-3.0");
        }
        if (title.contains("gnu general public license")) {
            return Optional.of(title.contains("version 2") ? "gpl-2.0" : "gpl-3.0");
        }
        return Optional.empty();
    }

    private static Optional<String> creativeCommons(String flat) {
        int at = flat.indexOf("attribution");
        if (at < 0 || at > 600 || !flat.contains("creative commons")) {
            return Optional.empty();
        }
        String title = flat.substring(at, Math.min(flat.length(), at + 70));
        int end = Math.max(title.indexOf("4.0"), title.indexOf("3.0"));
        if (end < 0) {
            return Optional.empty();
        }
        String named = title.substring(0, end);
        return Optional.of("cc-by"
                + (named.contains("noncommercial") || named.contains("non-commercial") ? "-nc" : "")
                + (named.contains("sharealike") || named.contains("share alike") ? "-sa" : "")
                + (named.contains("noderiv") ? "-nd" : "")
                + "-"
                + title.substring(end, end + 3));
    }

    /** Short licences are changed by adding a line, and the line that is added most often forbids commerce. */
    private static Optional<String> permissive(String flat) {
        if (flat.contains("non-commercial") || flat.contains("noncommercial")) {
            return Optional.empty();
        }
        if (flat.contains(MIT)) {
            return Optional.of("mit");
        }
        if (flat.contains(BSD)) {
            boolean advertising = flat.contains("all advertising materials mentioning");
            boolean three = flat.contains("neither the name");
            return advertising ? Optional.empty() : Optional.of(three ? "bsd-3-clause" : "bsd-2-clause");
        }
        return flat.contains(ISC) ? Optional.of("isc") : Optional.empty();
    }

    /** Lower case, with single spaces. */
    private static String flat(String text) {
        StringBuilder flat = new StringBuilder(text.length());
        boolean space = false;
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isWhitespace(c) || c == '*' || c == '#') {
                space = flat.length() > 0;
            } else {
                flat.append(space ? " " : "").append(c);
                space = false;
            }
        }
        return flat.toString();
    }
}
