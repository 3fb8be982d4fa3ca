package dev.alain.validators.rules.colab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Assignment;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.validation.NotebookView;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Finds the models that a notebook loads into its own memory, and how. */
final class ModelLoads {
    private static final JsonNode LOADERS = DataFile.json(ModelLoads.class, "model-loaders.json");

    private final NotebookView view;
    private final KnownValues values;
    private final ModelPrecision precision;

    private ModelLoads(NotebookView view) {
        this.view = view;
        this.values = KnownValues.of(view);
        this.precision = ModelPrecision.of(view);
    }

    /** The models whose size is known, in order. */
    static List<ModelLoad> of(NotebookView view) {
        return new ModelLoads(view).read();
    }

    private List<ModelLoad> read() {
        List<ModelLoad> loads = new ArrayList<>();
        for (CellAnalysis cell : PythonCells.of(view)) {
            NavigableMap<Integer, Assignment> assignments = new TreeMap<>();
            cell.assignments().forEach(a -> assignments.put(a.place().line(), a));
            for (Call call : cell.calls()) {
                argument(call)
                        .flatMap(argument -> values.text(argument, cell.cellId(), call.place()))
                        .flatMap(id -> load(cell.cellId(), call, id, assignedTo(assignments, call)))
                        .ifPresent(loads::add);
            }
        }
        return loads;
    }

    /** The argument that names the model; empty when the call loads none. */
    static Optional<Argument> argument(Call call) {
        String function = call.function();
        String method = function.substring(function.lastIndexOf('.') + 1);
        if (method.equals("from_pretrained")) {
            return isModelClass(function)
                    ? call.argument("pretrained_model_name_or_path", 0).or(() -> call.keyword("model_name"))
                    : Optional.empty();
        }
        JsonNode loader = LOADERS.path("functions").path(function);
        return loader.isMissingNode()
                ? Optional.empty()
                : call.argument(
                        loader.path("keyword").asText(), loader.path("position").asInt(-1));
    }

    /** Whether the class before {@code .from_pretrained} holds weights, which tokenizers, configurations and kin do not. */
    private static boolean isModelClass(String function) {
        String[] parts = function.split("\\.", -1);
        if (parts.length < 2 || LOADERS.path("otherRoots").has(parts[0])) {
            return false;
        }
        String type = parts[parts.length - 2];
        for (JsonNode other : LOADERS.path("otherClasses")) {
            if (type.contains(other.asText())) {
                return false;
            }
        }
        for (JsonNode model : LOADERS.path("modelClasses")) {
            if (type.contains(model.asText())) {
                return true;
            }
        }
        return false;
    }

    private Optional<ModelLoad> load(String cell, Call call, String id, String assignedTo) {
        OptionalDouble billions = ModelSize.ofId(id);
        if (billions.isEmpty() || id.toLowerCase(java.util.Locale.ROOT).contains("gguf")) {
            return Optional.empty();
        }
        return Optional.of(new ModelLoad(
                cell,
                call,
                id,
                assignedTo,
                billions.getAsDouble(),
                precision.bytes(cell, call, id),
                offloads(cell, call),
                staysOnCpu(cell, call)));
    }

    /** The name that a statement around the call gives its result to; empty for none. */
    private static String assignedTo(NavigableMap<Integer, Assignment> assignments, Call call) {
        var before = assignments.floorEntry(call.place().line());
        return before != null
                        && before.getValue().place().endLine() >= call.place().line()
                        && before.getValue().text().startsWith(call.written() + "(")
                ? before.getValue().target()
                : "";
    }

    private boolean offloads(String cell, Call call) {
        return call.keyword("device_map")
                .map(map -> values.text(map, cell, call.place()).orElse("auto"))
                .filter(map -> map.equals("auto") || map.startsWith("balanced") || map.equals("sequential"))
                .isPresent();
    }

    private boolean staysOnCpu(String cell, Call call) {
        return call.arguments().stream()
                .filter(a -> a.keyword().equals("device") || a.keyword().equals("device_map"))
                .anyMatch(a -> a.text().equals("-1")
                        || values.text(a, cell, call.place())
                                .filter("cpu"::equals)
                                .isPresent());
    }
}
