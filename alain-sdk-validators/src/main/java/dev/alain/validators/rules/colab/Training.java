package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.validation.NotebookView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the loaded models a notebook trains.
 *
 * @param trained the loads whose model a trainer gets
 * @param adapters whether adapters are trained instead of all weights
 */
record Training(Set<ModelLoad> trained, boolean adapters) {
    private static final Set<String> ADAPTERS =
            Set.of("LoraConfig", "get_peft_model", "PeftModelForCausalLM", "AdaLoraConfig", "LoraModel");

    Training {
        trained = Set.copyOf(trained);
    }

    static Training of(NotebookView view, List<ModelLoad> loads) {
        Map<Call, ModelLoad> byCall = new HashMap<>();
        loads.forEach(load -> byCall.put(load.call(), load));
        Map<String, ModelLoad> latest = new HashMap<>();
        Set<ModelLoad> trained = new HashSet<>();
        boolean adapters = false;
        for (CellAnalysis cell : PythonCells.of(view)) {
            for (Call call : cell.calls()) {
                adapters |= ADAPTERS.contains(simple(call));
                ModelLoad load = byCall.get(call);
                if (load != null && !load.assignedTo().isEmpty()) {
                    latest.put(load.assignedTo(), load);
                }
                if (simple(call).endsWith("Trainer")) {
                    ModelLoad model = call.argument("model", 0)
                            .map(argument -> latest.get(argument.text()))
                            // Renamed on its way, by get_peft_model or a preparation, the only one is still meant.
                            .orElse(load == null && loads.size() == 1 ? loads.get(0) : load);
                    if (model != null) {
                        trained.add(model);
                    }
                }
            }
        }
        return new Training(trained, adapters);
    }

    private static String simple(Call call) {
        return call.function().substring(call.function().lastIndexOf('.') + 1);
    }

    /** What the notebook does with a model; quantised weights are never trained themselves. */
    MemoryNeed.Use use(ModelLoad load) {
        if (!trained.contains(load)) {
            return MemoryNeed.Use.INFERENCE;
        }
        return adapters
                ? MemoryNeed.Use.ADAPTERS
                : load.bytes() < 2 ? MemoryNeed.Use.INFERENCE : MemoryNeed.Use.FULL_TRAINING;
    }
}
