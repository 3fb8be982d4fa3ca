package dev.alain.validation;

import dev.alain.notebook.CellIds;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the safe fixes that a validator's findings carry, until nothing is left to mend. Thread-safe.
 *
 * <p>In each round the first safe fix of every finding is applied, in the order of rules, as long as it touches no text
 * that an earlier one of the round touched; then the notebook is checked again. What a fix makes is a strictly valid
 * notebook of format 4.5, and fixing it once more changes nothing.
 *
 * <pre>{@code
 * Fixed fixed = NotebookFixer.using(validator).fix(NotebookDocument.read(file));
 * fixed.applied().forEach(fix -> log.info("{}", fix));
 * fixed.notebook().writeTo(file);
 * }</pre>
 */
public final class NotebookFixer {
    /** A fix can make way for another, seldom for more than two; a rule whose fix never mends is stopped here. */
    private static final int MOST_ROUNDS = 12;

    private final NotebookValidator validator;

    private NotebookFixer(NotebookValidator validator) {
        this.validator = validator;
    }

    /** A fixer for what a validator finds. */
    public static NotebookFixer using(NotebookValidator validator) {
        return new NotebookFixer(Objects.requireNonNull(validator, "validator"));
    }

    /**
     * What was done to a notebook.
     *
     * @param document the mended file, or the one that was given when there was nothing to mend
     * @param applied every fix that was applied, in order
     * @param refused safe fixes that were taken back, because they caused an error of a kind that was not there
     * @param report what the rules find afterwards
     * @param instructions what is left for a writer, by cell id; empty id for the whole notebook
     */
    public record Fixed(
            NotebookDocument document,
            List<Applied> applied,
            List<Applied> refused,
            ValidationReport report,
            Map<String, List<String>> instructions) {
        public Fixed {
            applied = List.copyOf(applied);
            refused = List.copyOf(refused);
            instructions = new LinkedHashMap<>(instructions);
        }

        /** Whether anything was changed. */
        public boolean changed() {
            return !applied.isEmpty();
        }

        /** What is left for a writer, by cell id. */
        @Override
        public Map<String, List<String>> instructions() {
            return java.util.Collections.unmodifiableMap(instructions);
        }

        /**
         * The notebook as values.
         *
         * @throws dev.alain.notebook.NotebookFormatException if the document has no cells at all
         */
        public Notebook notebook() {
            return document.notebook().orElseGet(() -> NotebookFormat.upgrade(document, CellIds.fromContent()));
        }
    }

    /** A fix that was applied; an empty cell stands for the whole notebook. */
    public record Applied(String rule, String cell, String title) {
        @Override
        public String toString() {
            return rule + (cell.isEmpty() ? "" : " in " + cell) + ": " + title;
        }
    }

    /** Mends what can be mended safely; never throws for what the document holds. */
    public Fixed fix(NotebookDocument document) {
        NotebookDocument current = document;
        List<Applied> applied = new ArrayList<>();
        Set<Applied> refused = new LinkedHashSet<>();
        ValidationReport report = validator.validate(current);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            FixRound edits = FixRound.of(current, report, refused);
            Optional<NotebookDocument> next = edits.isEmpty() ? Optional.empty() : edits.result();
            if (next.isEmpty()) {
                break;
            }
            ValidationReport checked = validator.validate(next.get());
            Set<Applied> harmful = Harm.of(report, checked, edits.applied());
            if (harmful.isEmpty()) {
                applied.addAll(edits.applied());
                current = next.get();
                report = checked;
            } else {
                refused.addAll(harmful);
            }
        }
        return new Fixed(current, applied, List.copyOf(refused), report, instructions(report));
    }

    private static Map<String, List<String>> instructions(ValidationReport report) {
        Map<String, List<String>> instructions = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            for (Fix fix : finding.fixes()) {
                for (Fix.Edit edit : fix.edits()) {
                    if (edit instanceof Fix.Instruct instruct) {
                        instructions
                                .computeIfAbsent(instruct.cellId(), cell -> new ArrayList<>())
                                .add(instruct.instruction());
                    }
                }
            }
        }
        return instructions;
    }
}
