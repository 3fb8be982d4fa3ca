package dev.alain.validators.rules.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.notebook.Cell;
import dev.alain.notebook.FormatProblem;
import dev.alain.validation.NotebookView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Every violation of the declared format, each given to the one rule that speaks of it.
 *
 * @param all in document order
 */
record Violations(List<Violation> all) {
    private static final String NOT_ALLOWED = "which this format does not allow here";

    Violations {
        all = List.copyOf(all);
    }

    /**
     * One violation.
     *
     * @param rule the id of the rule that reports it
     * @param cellId the cell it concerns, as the view names it; empty for the document
     */
    record Violation(String rule, FormatProblem problem, Optional<String> cellId) {}

    /** The violations of a notebook, told apart once for all rules. */
    static Violations of(NotebookView view) {
        return view.derived(Violations.class, Violations::read);
    }

    /** Those that a rule reports. */
    List<Violation> of(String rule) {
        return all.stream().filter(violation -> violation.rule().equals(rule)).toList();
    }

    private static Violations read(NotebookView view) {
        List<Violation> all = new ArrayList<>();
        if (view.document().unreadable().isEmpty()) {
            CellNames names = CellNames.of(view);
            for (FormatProblem problem : view.problems()) {
                all.add(new Violation(rule(view, problem), problem, names.of(problem.at())));
            }
        }
        return new Violations(all);
    }

    private static String rule(NotebookView view, FormatProblem problem) {
        String at = problem.at();
        String message = problem.message();
        if (at.equals("nbformat") || at.equals("nbformat_minor")) {
            return "FMT002";
        }
        OptionalInt index = index(at, "cells[");
        if (index.isEmpty()) {
            return "FMT003";
        }
        String rest = at.substring(at.indexOf(']') + 1);
        if (rest.startsWith(".outputs[")) {
            return isOutputKey(rest.substring(rest.indexOf(']') + 1), message) ? "FMT007" : "FMT003";
        } else if (rest.equals(".outputs") || rest.equals(".execution_count")) {
            return message.startsWith("is missing") ? "FMT004" : "FMT003";
        } else if (rest.equals(".id") || rest.isEmpty() && message.startsWith("lacks \"id\"")) {
            return "FMT005";
        } else if (rest.startsWith(".metadata.tags[")) {
            return "FMT013";
        }
        JsonNode cell = view.json().path("cells").path(index.getAsInt());
        return rest.isEmpty() && message.endsWith(NOT_ALLOWED) && isMisplaced(message, cell) ? "FMT006" : "FMT003";
    }

    private static boolean isOutputKey(String rest, String message) {
        return rest.isEmpty() && message.endsWith(NOT_ALLOWED)
                || message.startsWith("is missing")
                        && (rest.equals(".metadata") || rest.equals(".name") || rest.equals(".execution_count"));
    }

    /** A key of the format, only not of this version or not of this type of cell. */
    private static boolean isMisplaced(String message, JsonNode cell) {
        return cell.isObject()
                && (message.startsWith("has \"id\"")
                        || message.startsWith("has \"outputs\"")
                        || message.startsWith("has \"execution_count\"")
                        || message.startsWith("has \"attachments\""));
    }

    static OptionalInt index(String at, String prefix) {
        int end = at.indexOf(']');
        if (!at.startsWith(prefix) || end < 0) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(at.substring(prefix.length(), end)));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * The names that the view gives to the cells of the file.
     *
     * @param ids by index in the file; empty where the view has no such cell
     */
    private record CellNames(List<String> ids) {
        static CellNames of(NotebookView view) {
            List<Cell> cells = view.cells();
            List<String> ids = new ArrayList<>();
            int next = 0;
            for (JsonNode cell : view.json().path("cells")) {
                // What is no object is no cell of the view.
                ids.add(
                        cell.isObject() && next < cells.size()
                                ? cells.get(next++).id()
                                : "");
            }
            return new CellNames(next == cells.size() ? ids : List.of());
        }

        Optional<String> of(String at) {
            OptionalInt index = index(at, "cells[");
            boolean known = index.isPresent() && index.getAsInt() < ids.size();
            return known ? Optional.of(ids.get(index.getAsInt())).filter(id -> !id.isEmpty()) : Optional.empty();
        }
    }
}
