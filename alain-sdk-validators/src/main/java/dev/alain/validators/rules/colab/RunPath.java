package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Context;
import dev.alain.code.Place;
import dev.alain.validation.NotebookView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run of all cells surely reaches, functions that it calls among it. */
public final class RunPath {
    private final Blocks blocks;
    private final Set<String> running;

    private RunPath(Blocks blocks, Set<String> running) {
        this.blocks = blocks;
        this.running = running;
    }

    /** The path of a notebook, found once. */
    public static RunPath of(NotebookView view) {
        return view.derived(RunPath.class, RunPath::read);
    }

    private static RunPath read(NotebookView view) {
        Blocks blocks = Blocks.of(view);
        Map<String, List<String>> calledIn = new HashMap<>();
        Deque<String> reached = new ArrayDeque<>();
        for (CellAnalysis cell : PythonCells.of(view)) {
            for (Call call : cell.calls()) {
                if (isPlain(call.context())) {
                    Optional<String> caller =
                            blocks.function(cell.cellId(), call.place().line());
                    if (caller.isPresent()) {
                        calledIn.computeIfAbsent(caller.get(), name -> new ArrayList<>())
                                .add(simple(call));
                    } else if (!call.context().inFunction()) {
                        reached.add(simple(call));
                    }
                }
            }
        }
        Set<String> running = new HashSet<>();
        while (!reached.isEmpty()) {
            String name = reached.pop();
            if (running.add(name)) {
                reached.addAll(calledIn.getOrDefault(name, List.of()));
            }
        }
        return new RunPath(blocks, running);
    }

    private static boolean isPlain(Context context) {
        return !context.inBranch() && !context.inTry();
    }

    private static String simple(Call call) {
        return call.written().substring(call.written().lastIndexOf('.') + 1);
    }

    /** Whether a run of all cells gets there without a condition or a handler around it. */
    public boolean reaches(String cellId, Place place, Context context) {
        return isPlain(context) && isCalled(cellId, place, context);
    }

    /** Whether it stands at the top level or in a function that the notebook surely calls. */
    public boolean isCalled(String cellId, Place place, Context context) {
        return !context.inFunction()
                || blocks.function(cellId, place.line())
                        .filter(running::contains)
                        .isPresent();
    }
}
