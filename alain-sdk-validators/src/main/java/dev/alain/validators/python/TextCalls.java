package dev.alain.validators.python;

import dev.alain.code.CellAnalysis.Constant;
import dev.alain.validators.parser.graalpy.sst.ExprTy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls whose result is a constant text: {@code ''.join([...])}, {@code chr(115)}, {@code b64decode('…')}. */
final class TextCalls {
    private final ConstantFolding folding;
    private final DottedNames names;

    TextCalls(ConstantFolding folding, DottedNames names) {
        this.folding = folding;
        this.names = names;
    }

    @Nullable
    Constant fold(ExprTy.Call call, PositionMap positions) {
        ExprTy first = call.args == null || call.args.length == 0 ? null : call.args[0];
        if (call.func instanceof ExprTy.Attribute method) {
            Constant value = folding.fold(method.value, positions);
            if (value != null) {
                return method(value, method.attr, call, positions);
            }
        }
        if (first == null) {
            return null;
        }
        String function = names.of(call.func, positions);
        return switch (function == null ? "" : function) {
            case "chr" -> character(folding.integer(first, positions));
            case "str" -> shown(first, positions);
            case "base64.b64decode" -> decoded(folding.fold(first, positions));
            case "bytes.fromhex" -> hex(folding.string(first, positions));
            default -> null;
        };
    }

    private static @Nullable Constant character(@Nullable Integer point) {
        boolean valid = point != null && Character.isValidCodePoint(point);
        return valid && point != null ? ConstantFolding.text(Character.toString(point)) : null;
    }

    private @Nullable Constant shown(ExprTy node, PositionMap positions) {
        String shown = Formats.shown(folding.fold(node, positions));
        return shown == null ? null : ConstantFolding.text(shown);
    }

    private static @Nullable Constant decoded(@Nullable Constant text) {
        boolean textual = text != null && (text.kind() == Constant.Kind.STRING || text.kind() == Constant.Kind.BYTES);
        if (!textual || text == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.text().getBytes(StandardCharsets.ISO_8859_1));
            return bytes(bytes);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static @Nullable Constant hex(@Nullable String text) {
        try {
            return text == null ? null : bytes(HexFormat.of().parseHex(text.replace(" ", "")));
        } catch (IllegalArgumentException notHex) {
            return null;
        }
    }

    private static Constant bytes(byte[] bytes) {
        return new Constant(Constant.Kind.BYTES, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private @Nullable Constant method(Constant value, String name, ExprTy.Call call, PositionMap positions) {
        String text = value.text();
        int arguments = call.args == null ? 0 : call.args.length;
        if (value.kind() == Constant.Kind.BYTES && name.equals("decode")) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            return ConstantFolding.text(new String(bytes, StandardCharsets.UTF_8));
        }
        if (value.kind() != Constant.Kind.STRING) {
            return null;
        }
        if (name.equals("join") && arguments == 1) {
            return joined(text, call.args[0], positions);
        }
        if (name.equals("format")) {
            return Formats.braces(text, call, positions, folding);
        }
        if (name.equals("replace") && arguments == 2) {
            String old = folding.string(call.args[0], positions);
            String by = folding.string(call.args[1], positions);
            return old == null || by == null || old.isEmpty() ? null : replaced(text, old, by);
        }
        return arguments > 0 ? null : changed(text, name);
    }

    private static @Nullable Constant replaced(String text, String old, String by) {
        long longest = text.length() + (long) (text.length() / old.length()) * by.length();
        return longest > ConstantFolding.LONGEST ? null : ConstantFolding.text(text.replace(old, by));
    }

    private static @Nullable Constant changed(String text, String method) {
        return switch (method) {
            case "upper" -> ConstantFolding.text(text.toUpperCase(Locale.ROOT));
            case "lower" -> ConstantFolding.text(text.toLowerCase(Locale.ROOT));
            case "strip" -> ConstantFolding.text(text.strip());
            case "lstrip" -> ConstantFolding.text(text.stripLeading());
            case "rstrip" -> ConstantFolding.text(text.stripTrailing());
            default -> null;
        };
    }

    private @Nullable Constant joined(String separator, ExprTy parts, PositionMap positions) {
        if (parts instanceof ExprTy.Call call && call.args != null) {
            return joinedCall(separator, call, positions);
        }
        ExprTy[] elements = Slices.elements(parts);
        String text = elements == null ? folding.string(parts, positions) : null;
        if (text != null) {
            return separator.isEmpty() ? ConstantFolding.text(text) : null;
        }
        if (elements == null || parts instanceof ExprTy.Set) {
            return null;
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < elements.length; i++) {
            String part = folding.string(elements[i], positions);
            if (part == null || all.length() > ConstantFolding.LONGEST) {
                return null;
            }
            all.append(i == 0 ? "" : separator).append(part);
        }
        return ConstantFolding.text(all.toString());
    }

    /** {@code ''.join(reversed('…'))} and {@code ''.join(map(chr, […]))}. */
    private @Nullable Constant joinedCall(String separator, ExprTy.Call call, PositionMap positions) {
        String function = names.of(call.func, positions);
        if ("reversed".equals(function) && call.args.length == 1 && separator.isEmpty()) {
            String text = folding.string(call.args[0], positions);
            return text == null
                    ? null
                    : ConstantFolding.text(new StringBuilder(text).reverse().toString());
        }
        boolean characters =
                "map".equals(function) && call.args.length == 2 && "chr".equals(names.of(call.args[0], positions));
        ExprTy[] points = characters ? Slices.elements(call.args[1]) : null;
        if (points == null || !separator.isEmpty()) {
            return null;
        }
        StringBuilder all = new StringBuilder();
        for (ExprTy point : points) {
            Constant character = character(folding.integer(point, positions));
            if (character == null || all.length() > ConstantFolding.LONGEST) {
                return null;
            }
            all.append(character.text());
        }
        return ConstantFolding.text(all.toString());
    }
}
