package dev.alain.validators.rules.accessibility;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Constant;
import dev.alain.validators.rules.WordList;
import java.util.Optional;
import java.util.Set;

/**
 * What a cell that draws says about its drawing.
 *
 * @param first the first drawing call
 * @param axes whether it has axes that should be labelled by hand
 */
record PlotCell(Call first, boolean axes, boolean titled, boolean labelled) {
    private static final Set<String> WITH_AXES = WordList.read(PlotCell.class, "plots-with-axes.txt");
    private static final Set<String> SELF_LABELLED = WordList.read(PlotCell.class, "plots-self-labelled.txt");
    private static final Set<String> TITLES = Set.of("title", "set_title", "suptitle");
    private static final Set<String> LABELS = Set.of(
            "xlabel", "ylabel", "set_xlabel", "set_ylabel", "supxlabel", "supylabel", "set_axis_labels", "legend");
    private static final Set<String> LABEL_WORDS =
            Set.of("xlabel", "ylabel", "labels", "xaxis_title", "yaxis_title", "xaxis", "yaxis", "x_label", "y_label");

    /** The drawing of a cell; empty when it draws nothing that we know. */
    static Optional<PlotCell> of(CellAnalysis cell) {
        Call first = null;
        boolean axes = false;
        boolean titled = false;
        boolean labelled = false;
        for (Call call : cell.calls()) {
            String name = last(call.function());
            boolean byHand = WITH_AXES.contains(name) && isMatplotlib(call.function());
            boolean byItself = SELF_LABELLED.contains(name) && isSelfLabelled(call.function());
            if (first == null && (byHand || byItself)) {
                first = call;
            }
            axes |= byHand;
            titled |= TITLES.contains(name) || hasWord(call, Set.of("title", "title_text", "suptitle"));
            labelled |= LABELS.contains(name) || hasWord(call, LABEL_WORDS) || name.equals("axis") && turnsOff(call);
        }
        return first == null ? Optional.empty() : Optional.of(new PlotCell(first, axes, titled, labelled));
    }

    private static boolean isMatplotlib(String function) {
        String receiver = function.substring(0, Math.max(function.lastIndexOf('.'), 0));
        return receiver.equals("matplotlib.pyplot") || isAxes(receiver);
    }

    private static boolean isAxes(String receiver) {
        String name = receiver.substring(receiver.lastIndexOf('.') + 1);
        return name.equals("ax")
                || name.equals("axes")
                || name.equals("axs")
                || name.startsWith("ax") && name.length() == 3;
    }

    private static boolean isSelfLabelled(String function) {
        return function.startsWith("seaborn.") || function.startsWith("plotly.express.");
    }

    private static boolean hasWord(Call call, Set<String> words) {
        return call.arguments().stream().map(Argument::keyword).anyMatch(words::contains);
    }

    private static boolean turnsOff(Call call) {
        return call.arguments().stream()
                .flatMap(argument -> argument.value().stream())
                .map(Constant::text)
                .anyMatch(text -> text.equals("off") || text.equals("False"));
    }

    private static String last(String function) {
        return function.substring(function.lastIndexOf('.') + 1);
    }
}
