package dev.alain.validators.rules.colab;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.List;
import java.util.Optional;

/** A model fits the memory of the GPU that the notebook asks for. */
final class GpuMemoryRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL003");

    /** Of a T4's 15 GiB, 14.5 are too much and 11 are close. */
    private static final double TOO_MUCH = 14.5 / 15;

    private static final double CLOSE = 11.0 / 15;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Gpu gpu = Gpu.asked(view).orElse(Gpu.T4);
        double gib = view.threshold("COL003.gpu-gib", gpu.gib());
        // A text that asks for a larger GPU has warned its readers, though Colab does not read it.
        Optional<String> stated = Gpu.asked(view).isPresent() ? Optional.empty() : Gpu.stated(view);
        List<ModelLoad> loads = ModelLoads.of(view);
        Training training = Training.of(view, loads);
        FindingSink once = OncePerMessage.to(findings);
        RunPath path = RunPath.of(view);
        for (ModelLoad load : loads) {
            MemoryNeed need = new MemoryNeed(load.billions(), load.bytes(), training.use(load));
            if (!load.onCpu() && need.gib() > CLOSE * gib) {
                boolean surely = !load.offloads()
                        // Ours say the memory they need among the prerequisites.
                        && !view.isOurs()
                        && path.reaches(load.cellId(), load.place(), load.context());
                boolean error = surely && stated.isEmpty() && need.gib() > TOO_MUCH * gib;
                String has = "; a " + gpu.name() + " has " + Math.round(gib);
                once.report(finding(load, need, has, stated, error ? Severity.ERROR : Severity.WARNING));
            }
        }
    }

    private static Finding finding(
            ModelLoad load, MemoryNeed need, String has, Optional<String> stated, Severity severity) {
        String asked = stated.map(name -> ", and the " + name + " of the text is not in the metadata")
                .orElse("");
        String smaller = need.use() == MemoryNeed.Use.FULL_TRAINING
                ? "train adapters (LoRA) on a model in 4 bits"
                : load.bytes() > 1 ? "load it in 4 bits, or take a smaller model" : "take a smaller model";
        return Finding.of(INFO, "\"" + load.id() + "\" needs about " + need.formula() + has + asked)
                .severity(severity)
                .cell(load.cellId())
                .place(load.place())
                .remedy(smaller + ", or set colab.gpuType to a GPU that holds it")
                .fixes(Fix.instruct(
                        load.cellId(),
                        "Make \"" + load.id() + "\" fit the GPU: " + smaller + ". It needs about " + need.formula()
                                + has + "."))
                .build();
    }
}
