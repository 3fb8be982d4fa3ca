package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Constant;
import dev.alain.validation.NotebookView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How many bytes a loaded parameter takes. */
final class ModelPrecision {
    private static final List<String> FOUR_BIT_IDS =
            List.of("4bit", "gptq", "awq", "int4", "nf4", "mxfp4", "nvfp4", "fp4", "w4a16", "gpt-oss", "-q4");
    private static final List<String> EIGHT_BIT_IDS = List.of("8bit", "int8", "-fp8", "w8a8", "w8a16");

    private final KnownValues values;
    private final double unsaid;

    private ModelPrecision(KnownValues values, double unsaid) {
        this.values = values;
        this.unsaid = unsaid;
    }

    /**
     * The precision of a notebook's models.
     *
     * <p>Without a word about it, transformers 5 loads the type of the file, nearly always 16 bits; versions before it,
     * pinned by the notebook, load 32 bits.
     */
    static ModelPrecision of(NotebookView view) {
        boolean old = Requirements.of(view).stream()
                .filter(requirement -> requirement.name().equals("transformers"))
                .anyMatch(requirement -> requirement.version().staysBelow(5));
        return new ModelPrecision(KnownValues.of(view), old ? 4 : 2);
    }

    double bytes(String cell, Call call, String id) {
        String name = id.toLowerCase(Locale.ROOT);
        String more = call.keyword("model_kwargs").map(Argument::text).orElse("");
        if (isTrue(call, "load_in_4bit") || contains(name, FOUR_BIT_IDS) || more.contains("4bit")) {
            return MemoryNeed.FOUR_BIT;
        }
        if (isTrue(call, "load_in_8bit") || contains(name, EIGHT_BIT_IDS) || more.contains("8bit")) {
            return 1;
        }
        Optional<Argument> quantized = call.keyword("quantization_config");
        if (quantized.isPresent()) {
            return quantized(values.written(quantized.get(), cell, call.place()));
        }
        boolean unsloth = call.function().startsWith("unsloth.");
        if (unsloth
                && call.keyword("load_in_4bit").isEmpty()
                && call.keyword("load_in_8bit").isEmpty()) {
            // What FastModel does unless told otherwise.
            return MemoryNeed.FOUR_BIT;
        }
        return typed(cell, call);
    }

    private static double quantized(String config) {
        String text = config.substring(0, Math.min(config.length(), 2000)).replace(" ", "");
        boolean eight = text.contains("load_in_8bit=True") || text.contains("8bit") && !text.contains("4bit");
        return eight ? 1 : text.equals("None") ? 2 : MemoryNeed.FOUR_BIT;
    }

    private double typed(String cell, Call call) {
        Optional<Argument> type = call.keyword("dtype").or(() -> call.keyword("torch_dtype"));
        if (type.isEmpty()) {
            boolean half = call.arguments().stream()
                    .anyMatch(a -> a.text().contains("float16") || a.text().contains("fp16"));
            boolean full = call.function().startsWith("diffusers.");
            return half ? 2 : full ? 4 : call.function().startsWith("vllm.") ? 2 : unsaid;
        }
        String written = type.get().string().orElseGet(() -> values.written(type.get(), cell, call.place()));
        if (written.contains("float32") && !written.contains("16")) {
            return 4;
        }
        return written.contains("float8") || written.contains("fp8") ? 1 : 2;
    }

    private static boolean isTrue(Call call, String keyword) {
        return call.keyword(keyword)
                .flatMap(Argument::value)
                .map(Constant::text)
                .filter("True"::equals)
                .isPresent();
    }

    private static boolean contains(String name, List<String> marks) {
        return marks.stream().anyMatch(name::contains);
    }
}
