package dev.alain.validators.rules.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.notebook.Cell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.RulePage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every attachment that is shown is there, and every one that is there is shown. */
final class AttachmentRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("FMT011");
    private static final String SCHEME = "attachment:";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Map<String, Set<String>> shown = shown(Prose.of(view));
        Map<String, String> owners = new HashMap<>();
        view.cells().forEach(cell -> names(cell).forEach(name -> owners.putIfAbsent(name, cell.id())));
        for (Cell cell : view.cells()) {
            List<String> there = names(cell);
            for (String name : shown.getOrDefault(cell.id(), Set.of())) {
                if (!there.contains(name)) {
                    findings.report(missing(cell, name, owners.getOrDefault(name, "")));
                }
            }
            for (String name : there) {
                if (!isNamedIn(cell, name)) {
                    findings.report(unused(cell, name));
                }
            }
        }
    }

    private static Finding missing(Cell cell, String name, String owner) {
        String where = owner.isEmpty() ? "is not in the file" : "is attached to another cell, " + owner;
        return Finding.of(INFO, "the attachment \"" + name + "\" " + where)
                .cell(cell.id())
                .remedy("attach the file to this cell, or link to where it is published")
                .fixes(Fix.instruct(
                        cell.id(), "Show the picture \"" + name + "\" from a published address, or leave it out."))
                .build();
    }

    private static Finding unused(Cell cell, String name) {
        return Finding.of(INFO, "the attachment \"" + name + "\" is never shown")
                .severity(Severity.INFO)
                .cell(cell.id())
                .remedy("remove it; it only makes the file larger")
                .fixes(Fix.safe("removes the attachment \"" + name + "\"", new Fix.RemoveAttachment(cell.id(), name)))
                .build();
    }

    private static List<String> names(Cell cell) {
        List<String> names = new ArrayList<>();
        if (!cell.type().equals("code")) {
            JsonNode files = cell.toJson().path("attachments");
            files.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    /** Names in Markdown links and in sources of HTML images, by cell. */
    private static Map<String, Set<String>> shown(Prose prose) {
        Map<String, Set<String>> shown = new HashMap<>();
        for (Prose.Link link : prose.links()) {
            if (link.url().startsWith(SCHEME)) {
                add(shown, link.cellId(), link.url().substring(SCHEME.length()));
            }
        }
        for (Prose.Html html : prose.html()) {
            String text = html.text();
            for (int at = text.indexOf(SCHEME); at >= 0; at = text.indexOf(SCHEME, at + 1)) {
                char quote = at == 0 ? ' ' : text.charAt(at - 1);
                int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at) : -1;
                if (end > at) {
                    add(shown, html.cellId(), text.substring(at + SCHEME.length(), end));
                }
            }
        }
        return shown;
    }

    private static void add(Map<String, Set<String>> shown, String cell, String name) {
        shown.computeIfAbsent(cell, id -> new LinkedHashSet<>()).add(Percent.decoded(name));
    }

    /** Also in code spans and comments: what is named there may be meant, so it is kept. */
    private static boolean isNamedIn(Cell cell, String name) {
        return Percent.decoded(cell.source()).contains(SCHEME + name);
    }
}
