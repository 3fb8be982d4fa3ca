package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Constant;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import dev.alain.validators.parser.graalpy.sst.KeywordTy;
import org.jspecify.annotations.Nullable;

/** {@code '%s' % x} and {@code '{}'.format(x)} with plain fields and constant values. */
final class Formats {
    private Formats() {}

    /** The constant as {@code str()} shows it; null where that takes more than its text. */
    static @Nullable String shown(@Nullable Constant constant) {
        if (constant == null) {
            return null;
        }
        return switch (constant.kind()) {
            case STRING, BOOLEAN, NONE -> constant.text();
            case NUMBER ->
                constant.text().chars().allMatch(c -> c == '-' || c >= '0' && c <= '9') ? constant.text() : null;
            default -> null;
        };
    }

    static @Nullable Constant percent(String format, ExprTy values, PositionMap positions, ConstantFolding folding) {
        ExprTy[] tuple = values instanceof ExprTy.Tuple ? Slices.elements(values) : null;
        ExprTy[] arguments = tuple == null ? new ExprTy[] {values} : tuple;
        StringBuilder text = new StringBuilder();
        int next = 0;
        int at = 0;
        for (int field = format.indexOf('%'); field >= 0; field = format.indexOf('%', at)) {
            text.append(format, at, field);
            char kind = field + 1 < format.length() ? format.charAt(field + 1) : 'x';
            at = field + 2;
            if (kind == '%') {
                text.append('%');
                continue;
            }
            Constant value = next < arguments.length ? folding.fold(arguments[next++], positions) : null;
            String shown = shown(value);
            boolean fits = kind == 's' || kind == 'd' && value != null && value.kind() == Constant.Kind.NUMBER;
            if (shown == null || !fits || text.length() > ConstantFolding.LONGEST) {
                return null;
            }
            text.append(shown);
        }
        text.append(format, Math.min(at, format.length()), format.length());
        return next == arguments.length ? ConstantFolding.text(text.toString()) : null;
    }

    static @Nullable Constant braces(String format, ExprTy.Call call, PositionMap positions, ConstantFolding folding) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            boolean brace = c == '{' || c == '}';
            if (!brace || format.startsWith(c == '{' ? "{{" : "}}", at)) {
                text.append(c);
                at += brace ? 2 : 1;
                continue;
            }
            int end = c == '{' ? format.indexOf('}', at) : -1;
            String field = end < 0 ? "?" : format.substring(at + 1, end);
            String shown = shown(folding.fold(argument(call, field, next), positions));
            if (shown == null || text.length() > ConstantFolding.LONGEST) {
                return null;
            }
            next += field.isEmpty() ? 1 : 0;
            text.append(shown);
            at = end + 1;
        }
        return ConstantFolding.text(text.toString());
    }

    private static @Nullable ExprTy argument(ExprTy.Call call, String field, int next) {
        boolean digit = field.length() == 1 && field.charAt(0) >= '0' && field.charAt(0) <= '9';
        if (field.isEmpty() || digit) {
            int index = digit ? field.charAt(0) - '0' : next;
            return call.args != null && index < call.args.length ? call.args[index] : null;
        }
        if (call.keywords != null) {
            for (KeywordTy keyword : call.keywords) {
                if (field.equals(keyword.arg)) {
                    return keyword.value;
                }
            }
        }
        return null;
    }
}
