package dev.alain.validators.rules.colab;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.alain.code.CellAnalysis;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Metadata ask for the GPU that the code needs. */
final class AcceleratorRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL002");
    private static final Set<String> CAPABLE = capable();

    private static Set<String> capable() {
        Set<String> packages = new HashSet<>(DataFile.lines(AcceleratorRule.class, "gpu-capable.txt"));
        packages.addAll(DataFile.lines(AcceleratorRule.class, "gpu-packages.txt"));
        return packages;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        String accelerator = view.metadata().path("accelerator").asText("");
        List<GpuUse> uses = GpuUse.of(view);
        if (accelerator.equals("GPU")) {
            if (uses.isEmpty() && surelyNeedsNone(view)) {
                findings.report(unused());
            }
        } else if (!uses.isEmpty()) {
            findings.report(missing(view, uses.get(0), accelerator));
        }
    }

    private static Finding missing(NotebookView view, GpuUse use, String accelerator) {
        String asked = accelerator.isEmpty() || accelerator.equalsIgnoreCase("none")
                ? "the metadata ask for no GPU"
                : "the metadata ask for a " + accelerator;
        List<Fix.Edit> edits = new ArrayList<>();
        edits.add(new Fix.SetMetadata("", "/accelerator", TextNode.valueOf("GPU")));
        if (Gpu.asked(view).isEmpty()) {
            edits.add(new Fix.SetMetadata("", "/colab/gpuType", TextNode.valueOf("T4")));
        }
        Fix gpu = new Fix("asks Colab for a GPU", asked.endsWith("no GPU"), edits);
        return Finding.of(INFO, "the code needs a GPU (" + use.what() + "), but " + asked)
                .cell(use.cellId())
                .place(use.place())
                .remedy("set accelerator to GPU and colab.gpuType to T4 in the notebook's metadata")
                .fixes(gpu)
                .build();
    }

    private static Finding unused() {
        return Finding.of(INFO, "the metadata ask for a GPU that no code uses")
                .severity(Severity.INFO)
                .remedy("remove accelerator and colab.gpuType, so that readers' quota is spared")
                .fixes(Fix.needsReview(
                        "asks Colab for no GPU",
                        new Fix.SetMetadata("", "/accelerator", MissingNode.getInstance()),
                        new Fix.SetMetadata("", "/colab/gpuType", MissingNode.getInstance())))
                .build();
    }

    /** Whether all code is known and nothing in it could use a GPU; a shell could hide anything. */
    private static boolean surelyNeedsNone(NotebookView view) {
        List<CellAnalysis> cells = PythonCells.of(view);
        boolean known = !cells.isEmpty()
                && cells.stream()
                        .allMatch(cell -> cell.parsed()
                                && cell.commands().stream()
                                        .allMatch(command -> PythonCells.shellLines(command).stream()
                                                .allMatch(line -> Requirements.installEnd(line) >= 0
                                                        || line.startsWith("matplotlib"))));
        return known && !PythonCells.imports(view, CAPABLE);
    }
}
