package dev.alain.validators.rules.reproducibility;

import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Output;
import dev.alain.validation.NotebookView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What execution counts and outputs tell of the last run.
 *
 * @param counted cells with an execution count, in the notebook's order
 * @param inOrder ids of the most cells whose counts grow from one to the next
 * @param run cells that were run, with or without a count
 * @param notRun cells with code that were not run and should have been
 */
record RunOrder(List<CodeCell> counted, Set<String> inOrder, List<CodeCell> run, List<CodeCell> notRun) {
    private static final Set<String> MAY_BE_SKIPPED = Set.of("skip-execution", "exercise", "quiz");

    static RunOrder of(NotebookView view) {
        return view.derived(RunOrder.class, RunOrder::read);
    }

    /** Whether a failure of the cell is meant. */
    static boolean mayFail(CodeCell cell) {
        return cell.tags().contains("raises-exception")
                || cell.metadata().path("raises_exception").asBoolean();
    }

    static boolean hasError(CodeCell cell) {
        return cell.outputs().stream().anyMatch(Output.ErrorOutput.class::isInstance);
    }

    private static RunOrder read(NotebookView view) {
        List<CodeCell> counted = new ArrayList<>();
        List<CodeCell> run = new ArrayList<>();
        List<CodeCell> notRun = new ArrayList<>();
        for (CodeCell cell : view.code()) {
            if (cell.executionCount().isPresent()) {
                counted.add(cell);
            }
            if (cell.executionCount().isPresent() || !cell.outputs().isEmpty()) {
                run.add(cell);
            } else if (isCode(cell.source()) && cell.tags().stream().noneMatch(MAY_BE_SKIPPED::contains)) {
                notRun.add(cell);
            }
        }
        return new RunOrder(List.copyOf(counted), growing(counted), List.copyOf(run), List.copyOf(notRun));
    }

    private static boolean isCode(String source) {
        return source.lines().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    /** The longest chain of growing counts: what is left out of it is out of order, and no more than must be. */
    private static Set<String> growing(List<CodeCell> cells) {
        BigInteger[] counts = cells.stream()
                .map(cell -> cell.executionCount().orElse(BigInteger.ZERO))
                .toArray(BigInteger[]::new);
        int[] before = new int[counts.length];
        int[] endOfLength = new int[counts.length + 1];
        BigInteger[] lasts = new BigInteger[counts.length];
        int longest = 0;
        for (int i = 0; i < counts.length; i++) {
            int found = Arrays.binarySearch(lasts, 0, longest, counts[i]);
            int length = found < 0 ? -found - 1 : found;
            lasts[length] = counts[i];
            endOfLength[length + 1] = i;
            before[i] = length == 0 ? -1 : endOfLength[length];
            longest = Math.max(longest, length + 1);
        }
        Set<String> ids = new HashSet<>();
        for (int i = longest == 0 ? -1 : endOfLength[longest]; i >= 0; i = before[i]) {
            ids.add(cells.get(i).id());
        }
        return Set.copyOf(ids);
    }
}
