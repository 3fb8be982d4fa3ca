package dev.alain.validators.trace;

import dev.alain.validators.trace.CallSite.Given;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What calls of known functions give. */
final class Functions {
    private static final Set<String> RUNS_TEXT = Set.of(
            "exec",
            "eval",
            "compile",
            "get_ipython().run_cell",
            "get_ipython().run_cell_async",
            "get_ipython().run_code",
            "get_ipython().ex",
            "get_ipython().ev",
            "IPython.get_ipython().run_cell",
            "IPython.get_ipython().run_code",
            "IPython.get_ipython().ex",
            "IPython.get_ipython().ev");
    private static final Set<String> FETCHERS = Set.of("curl", "wget", "aria2c", "axel", "xh");
    private static final Set<String> FETCHES = Set.of(
            "requests.get",
            "requests.post",
            "requests.request",
            "httpx.get",
            "httpx.post",
            "urllib.request.urlopen",
            "urllib.urlopen",
            "urllib2.urlopen",
            "urllib3.request",
            "requests.Session().get",
            "requests.session().get",
            "httpx.Client().get",
            "urllib3.PoolManager().request",
            "socket.socket().recv",
            "http.client.HTTPSConnection().getresponse",
            "http.client.HTTPConnection().getresponse",
            "pooch.retrieve",
            "aiohttp.ClientSession().get",
            "wget.download",
            "urllib.request.urlretrieve");

    private static final Set<String> PRINTS_ENVIRONMENT = Set.of("env", "printenv", "set", "export -p", "export");
    private static final Set<String> STARTS =
            Set.of("check_output", "run", "popen", "getoutput", "Popen", "getstatusoutput");
    private static final Set<String> HOLDERS = Set.of(
            "Request",
            "MIMEText",
            "MIMEBase",
            "EmailMessage",
            "BytesIO",
            "StringIO",
            "Path",
            "Popen",
            "Thread",
            "Process",
            "Template",
            "CDLL");
    private static final Set<String> WALKS = Set.of("walk", "glob", "iglob", "rglob", "iterdir", "listdir", "scandir");

    private Functions() {}

    /** What the output of a shell line is. */
    static Value printedBy(String command) {
        return fetches(command) ? Value.UNKNOWN.from("fetched") : Value.UNKNOWN;
    }

    private static boolean fetches(String command) {
        for (String word : command.split("[\\s!|;&(]+", -1)) {
            if (FETCHERS.contains(word.substring(word.lastIndexOf('/') + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a function runs the text it is given. */
    static boolean runsText(String function) {
        return RUNS_TEXT.contains(function);
    }

    static Value result(CallSite site, Value owner, String method, Names names) {
        List<Value> values = site.arguments().stream()
                .filter(given -> !given.keyword().equals("env"))
                .map(Given::value)
                .toList();
        Set<String> origins = origins(site, values, owner);
        Optional<Value> known =
                owner.data() != null && !method.isEmpty() ? ofText(owner, method, values) : Optional.empty();
        if (known.isEmpty()) {
            known = named(site, values, names);
        }
        boolean variable = known.isPresent() && site.function().startsWith("os.environ.");
        if (known.isPresent()) {
            return known.get().from(origins).from(variable ? Set.of() : owner.origins());
        }
        Value made = Value.named(site.function().isEmpty() ? "" : site.function() + "()");
        Value result = isClient(site.simpleName()) ? made : made.from(origins).from(owner.origins());
        return FETCHES.contains(site.function()) ? result.from("fetched") : result;
    }

    /** Objects keep what they are made with; what they give later is something else. */
    private static boolean isClient(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && !HOLDERS.contains(name);
    }

    private static Set<String> origins(CallSite site, List<Value> values, Value owner) {
        Set<String> all = new LinkedHashSet<>(Value.originsOf(values));
        for (Value value : values) {
            boolean words = value.texts().stream().anyMatch(Credentials::isIn);
            if (words || value.text().filter(Credentials::isIn).isPresent()) {
                all.add("credentials");
            }
            String text = value.isList()
                    ? String.join(" ", value.texts())
                    : value.text().orElse("");
            if (PRINTS_ENVIRONMENT.contains(text.strip()) && STARTS.contains(site.simpleName())) {
                all.add("environment");
            }
            if (STARTS.contains(site.simpleName()) && fetches(text)) {
                all.add("fetched");
            }
            if (WALKS.contains(site.simpleName())
                    && Set.of("/", "~", "~/*", "/*", "/home", "/etc", "/usr").contains(text)) {
                all.add("outside");
            }
        }
        if (owner.text().filter(Credentials::isIn).isPresent()
                && site.simpleName().startsWith("read")) {
            all.add("credentials");
        }
        boolean walks = WALKS.contains(site.simpleName())
                && owner.text().filter(Set.of("/", "~", "/home")::contains).isPresent();
        if (walks) {
            all.add("outside");
        }
        return Set.copyOf(all);
    }

    private static Optional<Value> named(CallSite site, List<Value> values, Names names) {
        Value first = values.isEmpty() ? Value.UNKNOWN : values.get(0);
        String text = first.text().orElse("");
        String function = site.function();
        if (function.startsWith("operator.attrgetter:")) {
            String name = function.substring("operator.attrgetter:".length());
            return Optional.of(Operations.attribute(first, name, names).from("hidden"));
        }
        Optional<Value> decoded = Decoders.decoded(function, values);
        if (decoded.isPresent()) {
            return decoded;
        }
        return switch (function) {
            case "getattr", "object.__getattribute__" ->
                values.size() > 1 && values.get(1).data() instanceof String name
                        ? Optional.of(Operations.attribute(first, name, names).from("hidden"))
                        : Optional.empty();
            case "__import__", "importlib.import_module", "importlib.__import__" ->
                text.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Value.named(Names.canonical(text)).from("hidden"));
            case "vars" ->
                values.isEmpty()
                        ? Optional.of(Value.named("vars()"))
                        : Optional.of(Value.named(first.name() + ".__dict__"));
            case "chr" -> character(first);
            case "ord" -> text.length() == 1 ? Optional.of(Value.of((long) text.charAt(0))) : Optional.empty();
            case "str",
                    "bytes",
                    "bytearray",
                    "pathlib.Path",
                    "pathlib.PurePath",
                    "pathlib.PosixPath",
                    "list",
                    "tuple",
                    "os.path.expanduser",
                    "os.path.expandvars",
                    "os.path.abspath",
                    "os.path.realpath",
                    "os.fspath",
                    "shlex.split",
                    "shlex.quote",
                    "repr" -> converted(function, first);
            case "int" -> integer(text, values);
            case "map" -> mapped(first, values);
            case "reversed" -> Optional.of(Operations.reversed(first));
            case "pathlib.Path.home" -> Optional.of(Value.of("~").from("home"));
            case "os.path.join" -> joinedPath(values);
            case "os.getenv",
                    "os.environ.get",
                    "os.environ.pop",
                    "os.environ.__getitem__",
                    "google.colab.userdata.get" ->
                Optional.of(
                        text.equals("HOME")
                                ? Value.of("~")
                                : Value.named(function + "()").from("variable:" + text));
            case "compile" -> Optional.of(first);
            case "globals", "locals" -> Optional.of(Value.named(function + "()"));
            case "operator.attrgetter" ->
                text.isEmpty() ? Optional.empty() : Optional.of(Value.named("operator.attrgetter:" + text));
            case "huggingface_hub.get_token", "huggingface_hub.HfFolder.get_token" ->
                Optional.of(Value.named(function + "()").from("variable:HF_TOKEN"));
            case "bool" ->
                first.data() instanceof Long number
                        ? Optional.of(Value.of(number != 0))
                        : first.data() instanceof Boolean ? Optional.of(first) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Value> converted(String function, Value first) {
        if (first.isList() && Set.of("bytes", "bytearray").contains(function)) {
            return Optional.of(text(first, item -> item).from("decoded"));
        }
        if (first.data() instanceof String text && function.equals("list")) {
            return Optional.of(Operations.list(Operations.iterated(Value.of(text))));
        }
        if (first.data() instanceof Long number && function.equals("str")) {
            return Optional.of(Value.of(String.valueOf(number)));
        }
        return first.data() == null ? Optional.empty() : Optional.of(first);
    }

    /** Numbers and texts of a list, in one text. */
    private static Value text(Value list, UnaryOperator<Value> each) {
        StringBuilder all = new StringBuilder();
        for (Value item : list.items()) {
            Object data = each.apply(item).data();
            if (data instanceof Long code && code >= 0 && code <= Character.MAX_CODE_POINT) {
                all.appendCodePoint(code.intValue());
            } else if (data instanceof String text) {
                all.append(text);
            } else {
                return Value.UNKNOWN;
            }
        }
        return Value.of(all.toString());
    }

    private static Optional<Value> character(Value code) {
        return code.data() instanceof Long number && number >= 0 && number <= Character.MAX_CODE_POINT
                ? Optional.of(Value.of(Character.toString(number.intValue())).from("decoded"))
                : Optional.empty();
    }

    private static Optional<Value> integer(String text, List<Value> values) {
        long radix = values.size() > 1 && values.get(1).data() instanceof Long given ? given : 10;
        try {
            return Optional.of(Value.of(Long.parseLong(text.strip(), (int) radix)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Value> mapped(Value function, List<Value> values) {
        if (values.size() < 2) {
            return Optional.empty();
        }
        List<Value> results = new ArrayList<>();
        for (Value item : Operations.iterated(values.get(1))) {
            CallSite each = new CallSite(function.name(), List.of(new Given("", "", item)), 0, Value.UNKNOWN);
            results.add(
                    Set.of("chr", "ord", "str", "int").contains(function.name())
                            ? named(each, List.of(item), new Names()).orElse(Value.UNKNOWN)
                            : Value.UNKNOWN);
        }
        return Optional.of(Operations.list(results));
    }

    private static Optional<Value> joinedPath(List<Value> values) {
        String path = "";
        for (Value value : values) {
            path = Operations.path(path, value.text().orElse("{}"));
        }
        boolean whole = values.stream().allMatch(value -> value.text().isPresent());
        return Optional.of(whole ? Value.of(path) : Value.of(path).from("partial"));
    }

    /** Methods of texts and lists that are known. */
    private static Optional<Value> ofText(Value owner, String method, List<Value> values) {
        if (!(owner.data() instanceof String text)) {
            return Optional.empty();
        }
        Value first = values.isEmpty() ? Value.UNKNOWN : values.get(0);
        String one = first.text().orElse("");
        return switch (method) {
            case "join" ->
                first.isKnown()
                                && first.data() instanceof String letters
                                && (long) letters.length() * Math.max(1, text.length()) <= Operations.MOST_TEXT
                        ? Optional.of(Value.of(letters.codePoints()
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining(text))))
                        : first.isList() ? Optional.of(joined(text, first)) : Optional.empty();
            case "fromhex" -> Optional.of(Value.of(Decoders.named("hex", one)).from("decoded"));
            case "decode" ->
                Set.of("rot13", "rot_13", "hex", "unicode_escape", "base64").contains(one)
                        ? Optional.of(Value.of(Decoders.named(one, text)).from("decoded"))
                        : Optional.of(Value.of(Decoders.utf8(text)));
            case "encode", "expanduser", "resolve", "absolute", "as_posix", "strip", "lstrip", "rstrip", "format_map" ->
                Optional.of(Value.of(one.isEmpty() && method.endsWith("strip") ? text.strip() : text));
            case "lower", "casefold" -> Optional.of(Value.of(text.toLowerCase(Locale.ROOT)));
            case "upper" -> Optional.of(Value.of(text.toUpperCase(Locale.ROOT)));
            case "swapcase" ->
                Optional.of(Value.of(text.codePoints()
                        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())));
            case "replace" ->
                values.size() > 1
                                && values.get(1).data() instanceof String with
                                && !one.isEmpty()
                                && (long) text.length() * Math.max(1, with.length()) <= Operations.MOST_TEXT
                        ? Optional.of(Value.of(text.replace(one, with)))
                        : Optional.empty();
            case "format" -> Optional.of(Value.of(Operations.filled(text, values)));
            case "split" ->
                Optional.of(Operations.list(java.util.Arrays.stream(
                                one.isEmpty()
                                        ? text.strip().split("\\s+")
                                        : text.split(com.google.re2j.Pattern.quote(one), -1))
                        .map(Value::of)
                        .toList()));
            case "joinpath" -> Optional.of(Value.of(Operations.path(text, one)));
            default -> Optional.empty();
        };
    }

    private static Value joined(String between, Value list) {
        StringBuilder all = new StringBuilder();
        for (Value item : list.items()) {
            if (item.text().isEmpty() || all.length() > Operations.MOST_TEXT) {
                return Value.UNKNOWN;
            }
            all.append(all.isEmpty() ? "" : between).append(item.text().get());
        }
        boolean pieced = between.isEmpty() && list.items().size() > 1;
        return pieced ? Value.of(all.toString()).from("pieced") : Value.of(all.toString());
    }
}
