package dev.alain.validators.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What operators, items and attributes make of values. */
final class Operations {
    /** Longer texts are not put together. */
    static final int MOST_TEXT = 100_000;

    private static final Map<String, Long> STAT_MODES = Map.of(
            "stat.S_IRWXU",
            448L,
            "stat.S_IRWXG",
            56L,
            "stat.S_IRWXO",
            7L,
            "stat.S_ISUID",
            2048L,
            "stat.S_ISGID",
            1024L);

    private Operations() {}

    static Value number(String written) {
        String digits = written.replace("_", "").toLowerCase(java.util.Locale.ROOT);
        try {
            if (digits.startsWith("0x")) {
                return Value.of(Long.parseLong(digits.substring(2), 16));
            }
            if (digits.startsWith("0o") || digits.startsWith("0b")) {
                return Value.of(Long.parseLong(digits.substring(2), digits.charAt(1) == 'o' ? 8 : 2));
            }
            return Value.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Value.UNKNOWN;
        }
    }

    /** A string literal; letters written as escapes are remembered. */
    static Value literal(Token token) {
        Value value = Value.of(token.value());
        return token.value().indexOf('\\') < 0 && Escapes.letters(token.text()) > 3 ? value.from("pieced") : value;
    }

    /** What an import gives a name to. */
    static Value imported(String name) {
        boolean environment = name.equals("os.environ") || name.equals("os.environb");
        return environment ? Value.named("os.environ").from("environment") : Value.named(name);
    }

    /** What an operator of conditions comes to; one of both for {@code or} and {@code if … else}. */
    static Value either(Value left, Value right, String sign, boolean condition) {
        boolean chosen = sign.equals("or") || sign.equals("else");
        String name = chosen && Functions.runsText(right.name()) ? right.name() : left.name();
        boolean one = condition || chosen;
        return new Value(null, one ? name : "", Value.originsOf(List.of(left, right)));
    }

    /** Adds the arguments that a constant dictionary stands for. */
    static void pairs(Value dictionary, List<CallSite.Given> arguments) {
        List<Value> items = dictionary.items();
        for (int i = 0; i + 1 < items.size(); i++) {
            String key = items.get(i).text().orElse("");
            if (!key.isEmpty()) {
                Value value = items.get(++i);
                Object data = value.data();
                String written = data instanceof Boolean known ? (known ? "True" : "False") : "";
                arguments.add(new CallSite.Given(key, written, value));
            }
        }
    }

    static Value list(List<Value> items) {
        return Value.of(List.copyOf(items)).from(Value.originsOf(items));
    }

    static Value binary(String sign, Value left, Value right) {
        Set<String> origins = Value.originsOf(List.of(left, right));
        Object result = null;
        if (left.data() instanceof String a && right.data() instanceof String b) {
            result = switch (sign) {
                case "+" -> a.length() + b.length() <= MOST_TEXT ? a + b : null;
                case "/" -> path(a, b);
                case "%" -> formatted(a, List.of(right));
                default -> null;
            };
        } else if (sign.equals("+")
                && (left.data() instanceof String || right.data() instanceof String)
                && (left.data() == null || right.data() == null)) {
            String text = left.text().orElse("{}") + right.text().orElse("{}");
            return new Value(text.length() <= MOST_TEXT ? text : null, "", origins).from("partial");
        } else if (left.data() instanceof Long a && right.data() instanceof Long b) {
            result = arithmetic(sign, a, b);
        } else if (left.data() instanceof String a && sign.equals("%")) {
            result = formatted(a, right.isList() ? right.items() : List.of(right));
        } else if (left.data() instanceof String a && right.data() instanceof Long times && sign.equals("*")) {
            result = times >= 0 && times <= MOST_TEXT && times * a.length() <= MOST_TEXT
                    ? a.repeat(times.intValue())
                    : null;
        } else if (left.isList() && right.isList() && sign.equals("+")) {
            List<Value> all = new ArrayList<>(left.items());
            all.addAll(right.items());
            result = List.copyOf(all);
        } else if (right.data() instanceof String b && sign.equals("/") && left.isFrom("home")) {
            result = path("~", b);
        }
        return new Value(result, "", origins);
    }

    private static @org.jspecify.annotations.Nullable Object arithmetic(String sign, long a, long b) {
        return switch (sign) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "^" -> a ^ b;
            case "|" -> a | b;
            case "&" -> a & b;
            case ">>" -> b < 0 || b > 63 ? null : Long.valueOf(a >> b);
            case "<<" -> b < 0 || b > 31 ? null : Long.valueOf(a << b);
            case "%" -> b == 0 ? null : Long.valueOf(Math.floorMod(a, b));
            case "//" -> b == 0 ? null : Long.valueOf(Math.floorDiv(a, b));
            default -> null;
        };
    }

    static String path(String a, String b) {
        return b.startsWith("/") || a.isEmpty() ? b : a.endsWith("/") ? a + b : a + "/" + b;
    }

    /** An f-string's next part; a part that is not known stands as braces, so that the rest can be read. */
    static Value joined(Value before, Value part) {
        String text =
                part.data() instanceof String known ? known : part.data() instanceof Long number ? "" + number : "{}";
        String start = before.text().orElse("");
        Value joined = new Value(start + text, "", Value.originsOf(List.of(before, part)));
        return text.equals("{}") && part.data() == null ? joined.from("partial") : joined;
    }

    private static String formatted(String template, List<Value> values) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < template.length() && text.length() <= MOST_TEXT; i++) {
            boolean blank = template.charAt(i) == '%'
                    && i + 1 < template.length()
                    && "sdrc".indexOf(template.charAt(i + 1)) >= 0;
            text.append(blank ? shown(values, next++) : String.valueOf(template.charAt(i)));
            i += blank ? 1 : 0;
        }
        return text.toString();
    }

    /** {@code str.format} with positional values. */
    static String filled(String template, List<Value> values) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        int from = 0;
        while (from < template.length() && text.length() <= MOST_TEXT) {
            int open = template.indexOf('{', from);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String inside = template.substring(open + 1, close);
            boolean numbered = inside.length() == 1 && Character.isDigit(inside.charAt(0));
            int index = numbered ? inside.charAt(0) - '0' : next++;
            text.append(template, from, open).append(shown(values, index));
            from = close + 1;
        }
        return text.append(template.substring(from)).toString();
    }

    private static String shown(List<Value> values, int index) {
        Object data = index < values.size() ? values.get(index).data() : null;
        return data instanceof String || data instanceof Long ? String.valueOf(data) : "{}";
    }

    static Value reversed(Value value) {
        if (value.data() instanceof String text) {
            return new Value(new StringBuilder(text).reverse().toString(), "", value.origins()).from("decoded");
        }
        List<Value> items = new ArrayList<>(value.items());
        java.util.Collections.reverse(items);
        return value.isList()
                ? new Value(List.copyOf(items), "", value.origins())
                : Value.UNKNOWN.from(value.origins());
    }

    /** {@code owner[index]}. */
    static Value item(Value owner, Value index, Names names) {
        boolean namespace = owner.name().endsWith("__dict__")
                || owner.name().equals("globals()")
                || owner.name().equals("locals()")
                || owner.name().equals("vars()")
                || owner.name().equals("sys.modules")
                || owner.name().equals("__builtins__");
        if (index.data() instanceof String key) {
            if (owner.name().equals("os.environ") && key.equals("HOME")) {
                return Value.of("~");
            }
            if (owner.name().equals("os.environ")) {
                return Value.named("os.environ[" + key + "]").from("variable:" + key);
            }
            for (int i = 0; i + 1 < owner.items().size(); i += 2) {
                if (key.equals(owner.items().get(i).data())) {
                    return owner.items().get(i + 1);
                }
            }
            if (namespace) {
                return member(owner, key, names).from("hidden");
            }
            Value called = Value.named(owner.name().isEmpty() ? "" : owner.name() + "[" + key + "]");
            return called.from(owner.origins());
        }
        if (index.data() instanceof Long number && owner.isList()) {
            int at = (int) (number < 0 ? owner.items().size() + number : number);
            return at >= 0 && at < owner.items().size() ? owner.items().get(at) : Value.UNKNOWN;
        }
        if (index.data() instanceof Long number && owner.data() instanceof String text) {
            int at = (int) (number < 0 ? text.length() + number : number);
            return at >= 0 && at < text.length()
                    ? Value.of(text.substring(at, at + 1)).from(owner.origins())
                    : Value.UNKNOWN;
        }
        Value part =
                owner.name().isEmpty() || !owner.origins().isEmpty() ? Value.UNKNOWN : Value.named(owner.name() + "[]");
        return part.from(Value.originsOf(List.of(owner, index)));
    }

    private static Value member(Value owner, String key, Names names) {
        String name = owner.name();
        if (name.endsWith(".__dict__")) {
            return attribute(Value.named(name.substring(0, name.length() - ".__dict__".length())), key, names);
        }
        boolean module = name.equals("sys.modules");
        return module || key.startsWith("__builtin") ? Value.named(key) : names.get(Names.canonical("builtins." + key));
    }

    /** {@code owner.name}. */
    static Value attribute(Value owner, String name, Names names) {
        String full = Names.canonical((owner.name().isEmpty() ? "?" : owner.name()) + "." + name);
        if (full.equals("os.environ") || full.equals("os.environb")) {
            return Value.named("os.environ").from("environment");
        }
        if (full.startsWith("__builtins__.") || owner.name().equals("__builtins__")) {
            return Value.named(name);
        }
        if (STAT_MODES.containsKey(full)) {
            return new Value(STAT_MODES.get(full), full, Set.of());
        }
        Value known = names.get(full);
        return (known.name().equals(full) ? Value.named(full) : known).from(owner.origins());
    }

    /** What a loop's name stands for. */
    static Value anyItem(Value over) {
        boolean same = over.items().size() == 1;
        return same ? over.items().get(0) : Value.UNKNOWN.from(over.origins());
    }

    static List<Value> iterated(Value over) {
        if (over.data() instanceof String text && text.length() <= MOST_TEXT) {
            return text.codePoints()
                    .mapToObj(c -> Value.of(Character.toString(c)))
                    .toList();
        }
        return over.items();
    }

    /** The brace that closes a placeholder, or -1. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** A placeholder's expression without conversion and format. */
    static String withoutFormat(String inside) {
        int depth = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            boolean conversion = c == '!' && i + 1 < inside.length() && inside.charAt(i + 1) != '=';
            if (depth == 0 && (c == ':' || conversion)) {
                return inside.substring(0, i);
            }
        }
        return inside;
    }
}
