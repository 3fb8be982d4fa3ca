package dev.alain.validation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.Cell;
import dev.alain.notebook.CellIds;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.MarkdownCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import dev.alain.validation.NotebookFixer.Applied;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One round of fixes that do not touch one another. */
final class FixRound {
    private static final Notebook NOTHING = Notebook.of(JsonNodeFactory.instance.objectNode(), List.of());

    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, List<Cell>> added = new HashMap<>();
    private final Map<String, RangeEdits> ranges = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> takenMetadata = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private final List<Applied> applied = new ArrayList<>();
    private final ObjectNode metadata;

    private FixRound(Notebook notebook) {
        this.metadata = notebook.metadata();
        notebook.cells().forEach(cell -> cells.put(cell.id(), cell));
    }

    /** The safe fixes of a report's findings that fit together. */
    static FixRound of(NotebookDocument document, ValidationReport report, Set<Applied> refused) {
        Optional<Notebook> notebook = NotebookFormat.mend(document, CellIds.fromContent());
        FixRound round = new FixRound(notebook.orElse(NOTHING));
        if (notebook.isPresent()) {
            report.findings().forEach(finding -> round.take(finding, refused));
        }
        return round;
    }

    boolean isEmpty() {
        return applied.isEmpty();
    }

    List<Applied> applied() {
        return List.copyOf(applied);
    }

    /** The document after the round, in canonical bytes; empty when UTF-8 cannot express what it holds. */
    Optional<NotebookDocument> result() {
        List<Cell> result = new ArrayList<>(added.getOrDefault("", List.of()));
        for (Map.Entry<String, Cell> entry : cells.entrySet()) {
            RangeEdits edits = ranges.get(entry.getKey());
            Cell cell = entry.getValue();
            if (!removed.contains(entry.getKey())) {
                result.add(edits == null ? cell : cell.withSource(edits.applyTo(cell.source())));
            }
            result.addAll(added.getOrDefault(entry.getKey(), List.of()));
        }
        try {
            return Optional.of(NotebookDocument.read(NotebookFormat.write(Notebook.of(metadata, result))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void take(Finding finding, Set<Applied> refused) {
        Optional<Fix> safe = finding.fixes().stream()
                .filter(fix -> fix.safe() && !fix.edits().isEmpty())
                .findFirst();
        if (safe.isEmpty()) {
            return;
        }
        Applied entry = new Applied(
                finding.ruleId(), finding.cellId().orElse(""), safe.get().title());
        if (!refused.contains(entry) && safe.get().edits().stream().allMatch(this::fits)) {
            safe.get().edits().forEach(this::apply);
            applied.add(entry);
        }
    }

    private boolean fits(Fix.Edit edit) {
        if (edit instanceof Fix.ReplaceRange range) {
            Cell cell = cells.get(range.cellId());
            return cell != null
                    && !taken.contains(range.cellId())
                    && (!ranges.containsKey(range.cellId())
                            || ranges(range.cellId()).fits(range));
        }
        if (edit instanceof Fix.SetMetadata set) {
            boolean there = set.cellId().isEmpty() || cells.containsKey(set.cellId()) && isFree(set.cellId());
            return there && !takenMetadata.contains(set.cellId() + set.pointer());
        }
        if (edit instanceof Fix.InsertAfter insert) {
            boolean there = insert.afterCellId().isEmpty() || cells.containsKey(insert.afterCellId());
            return there && !cells.containsKey(insert.newCellId()) && !taken.contains(insert.newCellId());
        }
        String cell = cellOf(edit);
        return cell == null || cells.containsKey(cell) && isFree(cell);
    }

    private boolean isFree(String cell) {
        return !taken.contains(cell) && !ranges.containsKey(cell);
    }

    private static @Nullable String cellOf(Fix.Edit edit) {
        if (edit instanceof Fix.ReplaceCell replace) {
            return replace.cellId();
        } else if (edit instanceof Fix.RemoveCell remove) {
            return remove.cellId();
        } else if (edit instanceof Fix.RemoveOutputs outputs) {
            return outputs.cellId();
        } else if (edit instanceof Fix.RemoveAttachment attachment) {
            return attachment.cellId();
        }
        return null;
    }

    private void apply(Fix.Edit edit) {
        if (edit instanceof Fix.ReplaceRange range) {
            ranges(range.cellId()).add(range);
        } else if (edit instanceof Fix.ReplaceCell replace) {
            cells.computeIfPresent(take(replace.cellId()), (id, cell) -> cell.withSource(replace.source()));
        } else if (edit instanceof Fix.RemoveCell remove) {
            removed.add(take(remove.cellId()));
        } else if (edit instanceof Fix.RemoveOutputs outputs) {
            cells.computeIfPresent(
                    take(outputs.cellId()), (id, cell) -> cell instanceof CodeCell code ? code.withoutOutputs() : cell);
        } else if (edit instanceof Fix.InsertAfter insert) {
            taken.add(insert.newCellId());
            added.computeIfAbsent(insert.afterCellId(), id -> new ArrayList<>()).add(newCell(insert));
        } else if (edit instanceof Fix.SetMetadata set) {
            setMetadata(set);
        } else if (edit instanceof Fix.RemoveAttachment attachment) {
            cells.computeIfPresent(take(attachment.cellId()), (id, cell) -> cell.withoutAttachment(attachment.name()));
        }
    }

    private void setMetadata(Fix.SetMetadata set) {
        takenMetadata.add(set.cellId() + set.pointer());
        if (set.cellId().isEmpty()) {
            MetadataEdit.apply(metadata, set);
        } else {
            cells.computeIfPresent(set.cellId(), (id, cell) -> {
                ObjectNode changed = cell.metadata();
                MetadataEdit.apply(changed, set);
                return cell.withMetadata(changed);
            });
        }
    }

    private static Cell newCell(Fix.InsertAfter insert) {
        return insert.type().equals("code")
                ? CodeCell.of(insert.newCellId(), insert.source())
                : MarkdownCell.of(insert.newCellId(), insert.source());
    }

    private String take(String cell) {
        taken.add(cell);
        return cell;
    }

    private RangeEdits ranges(String cell) {
        return ranges.computeIfAbsent(cell, id -> new RangeEdits());
    }
}
