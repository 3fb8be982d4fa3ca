package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.Optional;
import java.util.Set;

/** The code asks of a T4 what a T4 can do. */
final class TuringSupportRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL004");
    private static final Set<String> TYPES =
            Set.of("dtype", "torch_dtype", "bnb_4bit_compute_dtype", "kv_cache_dtype", "quantization");
    private static final Set<String> GUARDS =
            Set.of("bf16", "bfloat16", "capability", "is_supported", "a100", "ampere");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Optional<Gpu> asked = Gpu.asked(view);
        boolean gpu = asked.isPresent()
                || view.metadata().path("accelerator").asText("").equals("GPU")
                || !GpuUse.of(view).isEmpty()
                || PythonCells.calls(view)
                        .anyMatch(call -> call.keyword("device_map").isPresent());
        if (gpu && asked.map(g -> !g.isAmpere()).orElse(Gpu.stated(view).isEmpty())) {
            Severity slow = asked.isPresent() ? Severity.WARNING : Severity.INFO;
            FindingSink capped = PerCell.atMost(10, findings);
            for (CellAnalysis cell : PythonCells.of(view)) {
                cell.calls().forEach(call -> check(view, cell.cellId(), call, slow, capped));
            }
        }
    }

    private static void check(NotebookView view, String cell, Call call, Severity slow, FindingSink findings) {
        if (Blocks.of(view).guardedBy(GUARDS, cell, call.place().line())) {
            return;
        }
        for (Argument argument : call.arguments()) {
            String value = argument.string().orElse(argument.text());
            String keyword = argument.keyword();
            boolean type = TYPES.contains(keyword);
            if (type && (value.equals("torch.bfloat16") || value.equals("bfloat16"))) {
                findings.report(bfloat16(cell, argument, slow));
            } else if (type && (value.startsWith("fp8") || value.startsWith("torch.float8"))) {
                findings.report(
                        unsupported(cell, argument, "fp8 (" + keyword + "=" + argument.text() + ")", "float16"));
            } else if (keyword.equals("attn_implementation") && value.equals("flash_attention_2")) {
                findings.report(unsupported(cell, argument, "flash-attn 2", "attn_implementation=\"sdpa\""));
            } else if (keyword.equals("use_flash_attention_2") && value.equals("True")) {
                findings.report(unsupported(cell, argument, "flash-attn 2", "attn_implementation=\"sdpa\""));
            } else if (keyword.equals("bf16") && value.equals("True")) {
                findings.report(unsupported(cell, argument, "training in bfloat16 (bf16=True)", "fp16=True"));
            }
        }
    }

    private static Finding bfloat16(String cell, Argument argument, Severity severity) {
        String instead = argument.string().isPresent() ? "\"float16\"" : "torch.float16";
        return Finding.of(
                        INFO,
                        "a T4 has no bfloat16 in hardware: " + argument.keyword() + "=" + argument.text()
                                + " is slow there")
                .severity(severity)
                .cell(cell)
                .place(argument.place())
                .remedy("use " + instead + ", or choose by torch.cuda.is_bf16_supported(including_emulation=False)")
                .fixes(Fix.instruct(
                        cell, "Replace " + argument.text() + " by " + instead + ", which a T4 computes in hardware."))
                .build();
    }

    private static Finding unsupported(String cell, Argument argument, String what, String instead) {
        return Finding.of(INFO, "a T4 does not support " + what + "; it needs a newer GPU")
                .cell(cell)
                .place(argument.place())
                .remedy("use " + instead)
                .fixes(Fix.instruct(
                        cell, "Use " + instead + " instead of " + argument.text() + ", which fails on a T4."))
                .build();
    }
}
