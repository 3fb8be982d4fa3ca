package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Constant;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import org.jspecify.annotations.Nullable;

/** Items and slices of constant texts, lists and dicts. */
final class Slices {
    private static final ExprTy[] NONE = {};

    private Slices() {}

    static @Nullable Constant fold(ExprTy.Subscript node, PositionMap positions, ConstantFolding folding) {
        ExprTy[] elements = elements(node.value);
        if (elements != null) {
            Integer index = folding.integer(node.slice, positions);
            int at = index == null ? -1 : index < 0 ? index + elements.length : index;
            return at >= 0 && at < elements.length ? folding.fold(elements[at], positions) : null;
        }
        if (node.value instanceof ExprTy.Dict dict) {
            return value(dict, folding.fold(node.slice, positions), positions, folding);
        }
        String text = folding.string(node.value, positions);
        if (text == null) {
            return null;
        }
        int[] points = text.codePoints().toArray();
        return node.slice instanceof ExprTy.Slice slice
                ? slice(points, slice, positions, folding)
                : item(points, folding.integer(node.slice, positions));
    }

    /** What a list, tuple or set holds; null for anything else. */
    static ExprTy @Nullable [] elements(ExprTy node) {
        ExprTy[] elements;
        if (node instanceof ExprTy.List list) {
            elements = list.elements;
        } else if (node instanceof ExprTy.Tuple tuple) {
            elements = tuple.elements;
        } else if (node instanceof ExprTy.Set set) {
            elements = set.elements;
        } else {
            return null;
        }
        return elements == null ? NONE : elements;
    }

    private static @Nullable Constant value(
            ExprTy.Dict dict, @Nullable Constant key, PositionMap positions, ConstantFolding folding) {
        Constant found = null;
        for (int i = 0; key != null && dict.keys != null && i < dict.keys.length; i++) {
            if (key.equals(folding.fold(dict.keys[i], positions))) {
                found = folding.fold(dict.values[i], positions);
            }
        }
        return found;
    }

    private static @Nullable Constant item(int[] points, @Nullable Integer index) {
        int at = index == null ? -1 : index < 0 ? index + points.length : index;
        return at >= 0 && at < points.length ? ConstantFolding.text(Character.toString(points[at])) : null;
    }

    private static @Nullable Constant slice(
            int[] points, ExprTy.Slice slice, PositionMap positions, ConstantFolding folding) {
        Integer step = slice.step == null ? Integer.valueOf(1) : folding.integer(slice.step, positions);
        if (step == null || step == 0) {
            return null;
        }
        int low = step > 0 ? 0 : -1;
        int high = step > 0 ? points.length : points.length - 1;
        Integer from = bound(slice.lower, step > 0 ? low : high, points.length, low, high, positions, folding);
        Integer to = bound(slice.upper, step > 0 ? high : low, points.length, low, high, positions, folding);
        if (from == null || to == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (long at = from; step > 0 ? at < to : at > to; at += step) {
            text.appendCodePoint(points[(int) at]);
        }
        return ConstantFolding.text(text.toString());
    }

    private static @Nullable Integer bound(
            @Nullable ExprTy node,
            int otherwise,
            int length,
            int low,
            int high,
            PositionMap positions,
            ConstantFolding folding) {
        if (node == null) {
            return otherwise;
        }
        Integer index = folding.integer(node, positions);
        if (index == null) {
            return null;
        }
        int at = index < 0 ? index + length : index;
        return Math.max(low, Math.min(at, high));
    }
}
