package dev.alain.validators.rules.security;

import dev.alain.validation.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * What acts in a Markdown text, and the text without it.
 *
 * <p>The text is read twice, with tables and without, because viewers differ and a tag that is cut by a cell in one is
 * whole in another.
 */
record MarkdownGuard(List<Problem> problems, String cleaned) {
    /** What one pass uncovers the next one mends; a text that needs more means harm and loses all its markup. */
    private static final int MOST_PASSES = 8;

    private static final List<Parser> PARSERS = List.of(
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .build(),
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .build());

    MarkdownGuard {
        problems = List.copyOf(problems);
    }

    /**
     * Something that acts.
     *
     * @param start index in the text
     * @param mended whether the cleaned text is without it
     */
    record Problem(String rule, Severity severity, int start, String message, boolean mended) {}

    /** A stretch of the text and what stands there instead. */
    record Edit(int start, int end, String text, Problem problem) {}

    static MarkdownGuard of(String text) {
        List<Edit> edits = edits(text);
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (Edit edit : edits) {
            if (!edit.problem().message().isEmpty()) {
                problems.merge(edit.problem().rule() + edit.start(), edit.problem(), MarkdownGuard::worse);
            }
        }
        boolean mends = problems.values().stream().anyMatch(Problem::mended);
        return new MarkdownGuard(List.copyOf(problems.values()), mends ? cleaned(text, edits) : text);
    }

    private static Problem worse(Problem a, Problem b) {
        return b.severity().compareTo(a.severity()) < 0 ? b : a;
    }

    private static List<Edit> edits(String text) {
        boolean plain = List.of("<", "](", "]:", "\\href", "\\url").stream().noneMatch(text::contains);
        if (plain) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        for (Parser parser : PARSERS) {
            MarkdownScan.of(parser.parse(text), text, edits);
        }
        edits.sort(Comparator.comparingInt(Edit::start)
                .thenComparing(Comparator.comparingInt(Edit::end).reversed())
                .thenComparing(edit -> edit.problem().severity()));
        return edits;
    }

    private static String cleaned(String text, List<Edit> first) {
        String clean = text;
        List<Edit> edits = first;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            if (edits.stream()
                    .noneMatch(edit ->
                            edit.problem().mended() && !edit.problem().message().isEmpty())) {
                return clean;
            }
            clean = applied(clean, edits);
            edits = edits(clean);
        }
        boolean left = edits.stream()
                .anyMatch(edit ->
                        edit.problem().mended() && !edit.problem().message().isEmpty());
        return left ? clean.replace("<", "&lt;").replace("](", "] (").replace("]:", "] :") : clean;
    }

    /** Outer edits first; what lies within one is looked at in the next pass. */
    private static String applied(String text, List<Edit> edits) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            if (edit.start() >= at && edit.problem().mended()) {
                result.append(text, at, edit.start()).append(edit.text());
                at = Math.max(edit.end(), edit.start());
            }
        }
        return result.append(text, at, text.length()).toString();
    }
}
