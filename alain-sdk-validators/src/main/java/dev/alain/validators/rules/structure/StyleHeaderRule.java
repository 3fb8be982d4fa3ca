package dev.alain.validators.rules.structure;

import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The notebook opens with the fields that its publisher's style asks for. */
final class StyleHeaderRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("STR021");
    private static final List<String> KERAS =
            List.of("title", "author", "date created", "last modified", "description");
    private static final int LONGEST_DESCRIPTION = 100;
    private static final int HEAD = 4;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        if (view.cells().isEmpty()) {
            return;
        }
        String head = view.cells().stream().limit(HEAD).map(Cell::source).collect(Collectors.joining("\n"));
        if (view.hasProfile("hf") && !hasAuthor(head)) {
            report(
                    view,
                    "no line names the author, as Hugging Face's cookbook asks",
                    "add \"_Authored by: [name](link)_\"",
                    findings);
        }
        if (view.hasProfile("keras")) {
            keras(view, head, findings);
        }
        if (view.hasProfile("google")) {
            google(view, head.toLowerCase(Locale.ROOT), findings);
        }
    }

    private static boolean hasAuthor(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        return lower.contains("authored by")
                || lower.contains("author:")
                || lower.contains("authors:")
                || lower.contains("author**")
                || lower.contains("written by");
    }

    private static void keras(NotebookView view, String head, FindingSink findings) {
        for (String field : KERAS) {
            Optional<String> value = field(head, field);
            if (value.isEmpty()
                    && !(field.equals("title") && head.contains("# "))
                    && !(field.equals("author") && hasAuthor(head))) {
                report(
                        view,
                        "no line \"" + field + ":\", which Keras asks for",
                        "add the field under the title",
                        findings);
            } else if (field.equals("description") && value.isPresent()) {
                description(view, value.get(), findings);
            }
        }
    }

    private static void description(NotebookView view, String text, FindingSink findings) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_DESCRIPTION) {
            report(
                    view,
                    "the description has " + length + " characters, more than " + LONGEST_DESCRIPTION,
                    "shorten it",
                    findings);
        } else if (!text.endsWith(".")) {
            report(view, "the description does not end with a full stop", "end it with a full stop", findings);
        }
    }

    /** The value of {@code Name: value} or {@code **Name:** value}. */
    private static Optional<String> field(String head, String name) {
        return head.lines()
                .map(line -> line.replace("*", "").replace("<br>", "").strip())
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static void google(NotebookView view, String head, FindingSink findings) {
        if (!head.contains("copyright 20")) {
            report(view, "no copyright line with its year", "add \"##### Copyright\" with year and owner", findings);
        }
        if (!head.contains("@title") || !head.contains("licensed under")) {
            report(view, "no cell \"@title Licensed under …\"", "add the licence as a hidden form cell", findings);
        }
    }

    private static void report(NotebookView view, String message, String remedy, FindingSink findings) {
        String cell = view.cells().get(0).id();
        findings.report(Finding.of(INFO, message)
                .cell(cell)
                .remedy(remedy)
                .fixes(Fix.instruct(cell, "Complete the header: " + message + "."))
                .build());
    }
}
