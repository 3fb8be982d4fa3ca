package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Assignment;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Constant;
import dev.alain.code.CellAnalysis.Construct;
import dev.alain.code.CellAnalysis.Context;
import dev.alain.code.CellAnalysis.Import;
import dev.alain.code.Place;
import dev.alain.validation.NotebookView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Code that does not run without an NVIDIA GPU.
 *
 * @param what the code, in a few words
 */
public record GpuUse(String cellId, Place place, String what) {
    private static final Set<String> PACKAGES = DataFile.lines(GpuUse.class, "gpu-packages.txt");
    private static final Set<String> GUARDS =
            Set.of("cuda", "gpu", "device", "is_available", "importerror", "modulenotfound");
    private static final Set<String> QUANTIZED = Set.of("load_in_4bit", "load_in_8bit");
    private static final Set<String> DEVICES = Set.of("device", "device_map", "map_location");

    /** The places of a notebook, in order; those that a check for a GPU guards are none. */
    public static List<GpuUse> of(NotebookView view) {
        return view.derived(Found.class, GpuUse::read).uses();
    }

    private record Found(List<GpuUse> uses) {
        Found {
            uses = List.copyOf(uses);
        }
    }

    private static Found read(NotebookView view) {
        List<GpuUse> uses = new ArrayList<>();
        Blocks blocks = Blocks.of(view);
        for (CellAnalysis cell : PythonCells.of(view)) {
            List<GpuUse> found = new ArrayList<>();
            cell.imports().forEach(i -> imported(cell, i, found));
            cell.assignments().forEach(a -> assigned(cell, a, found));
            cell.calls().forEach(call -> called(cell, call, found));
            cell.constructs().stream()
                    .filter(c -> c.kind() == Construct.Kind.ASSERT && isPlain(c.context()))
                    .filter(c -> asserts(
                            SourceLines.of(view).line(cell.cellId(), c.place().line())))
                    .forEach(c -> found.add(new GpuUse(cell.cellId(), c.place(), "assert torch.cuda.is_available()")));
            found.removeIf(
                    use -> blocks.guardedBy(GUARDS, use.cellId(), use.place().line()));
            uses.addAll(found);
        }
        return new Found(uses);
    }

    private static boolean asserts(String line) {
        return line.length() < 300 && line.strip().startsWith("assert torch.cuda.is_available()");
    }

    private static void imported(CellAnalysis cell, Import i, List<GpuUse> found) {
        boolean guarded = i.context().inTry() || i.context().inBranch();
        if (!guarded && (PACKAGES.contains(i.root()) || PACKAGES.contains(i.module()))) {
            found.add(new GpuUse(cell.cellId(), i.place(), "import " + i.module()));
        }
    }

    private static void assigned(CellAnalysis cell, Assignment assignment, List<GpuUse> found) {
        String name = assignment.target().substring(assignment.target().lastIndexOf('.') + 1);
        boolean device = name.toLowerCase(java.util.Locale.ROOT).startsWith("device");
        if (device
                && isPlain(assignment.context())
                && assignment.value().filter(GpuUse::isCuda).isPresent()) {
            found.add(new GpuUse(cell.cellId(), assignment.place(), assignment.target() + " = \"cuda\""));
        }
    }

    private static void called(CellAnalysis cell, Call call, List<GpuUse> found) {
        if (isPlain(call.context())) {
            demand(call).ifPresent(what -> found.add(new GpuUse(cell.cellId(), call.place(), what)));
        }
    }

    private static boolean isPlain(Context context) {
        return !context.inBranch() && !context.inTry();
    }

    private static Optional<String> demand(Call call) {
        String method = call.function().substring(call.function().lastIndexOf('.') + 1);
        boolean device = method.equals("to") || method.equals("device") || method.equals("set_default_device");
        if (device
                && call.argument("device", 0)
                        .flatMap(Argument::value)
                        .filter(GpuUse::isCuda)
                        .isPresent()) {
            return Optional.of("." + method + "(\"cuda\")");
        }
        if (method.equals("cuda")
                && call.function().indexOf('.') > 0
                && call.arguments().isEmpty()) {
            return Optional.of(".cuda()");
        }
        if (call.function().equals("transformers.pipeline")
                && call.keyword("device").filter(a -> a.text().equals("0")).isPresent()) {
            return Optional.of("device=0");
        }
        return call.arguments().stream()
                .filter(GpuUse::isDemand)
                .findFirst()
                .map(argument -> argument.keyword() + "=" + argument.text());
    }

    private static boolean isDemand(Argument argument) {
        String keyword = argument.keyword();
        Optional<Constant> value = argument.value();
        return DEVICES.contains(keyword) && value.filter(GpuUse::isCuda).isPresent()
                || QUANTIZED.contains(keyword)
                        && value.map(Constant::text).filter("True"::equals).isPresent()
                || keyword.equals("attn_implementation")
                        && value.map(Constant::text)
                                .filter(text -> text.startsWith("flash_attention"))
                                .isPresent();
    }

    private static boolean isCuda(Constant value) {
        return value.kind() == Constant.Kind.STRING
                && (value.text().equals("cuda") || value.text().startsWith("cuda:"));
    }
}
