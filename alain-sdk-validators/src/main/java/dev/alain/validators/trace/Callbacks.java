package dev.alain.validators.trace;

import dev.alain.validators.trace.CallSite.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls that other functions make of the function they are given. */
final class Callbacks {
    private static final int MOST_ITEMS = 20;
    private static final Set<String> EACH = Set.of("map", "filter");
    private static final Set<String> FORWARDS =
            Set.of("functools.partial", "partial", "asyncio.to_thread", "atexit.register", "threading.Timer");
    private static final Set<String> STARTS = Set.of("Thread", "Process", "Timer");

    private Callbacks() {}

    static List<CallSite> of(CallSite site) {
        if (EACH.contains(site.function()) && site.arguments().size() > 1) {
            return each(site);
        }
        boolean forwards =
                FORWARDS.contains(site.function()) || site.simpleName().equals("submit");
        if (forwards && site.arguments().size() > 1) {
            return named(
                    site,
                    site.arguments().get(0),
                    site.arguments().subList(1, site.arguments().size()));
        }
        if (STARTS.contains(site.simpleName())) {
            List<Given> handed = site.argument("args", -1)
                    .map(given ->
                            given.value().items().stream().map(Callbacks::given).toList())
                    .orElse(List.of());
            return site.argument("target", -1)
                    .map(target -> named(site, target, handed))
                    .orElse(List.of());
        }
        return List.of();
    }

    private static List<CallSite> each(CallSite site) {
        Given function = site.arguments().get(0);
        Value over = site.arguments().get(1).value();
        List<CallSite> all = new ArrayList<>();
        for (Value item :
                over.items().subList(0, Math.min(MOST_ITEMS, over.items().size()))) {
            all.addAll(named(site, function, List.of(given(item))));
        }
        return all.isEmpty() ? named(site, function, List.of(given(Value.UNKNOWN.from(over.origins())))) : all;
    }

    private static List<CallSite> named(CallSite site, Given function, List<Given> arguments) {
        String name = function.value().name();
        boolean telling = name.contains(".") || name.startsWith("<") || Functions.runsText(name);
        return telling ? List.of(new CallSite(name, arguments, site.line(), function.value())) : List.of();
    }

    private static Given given(Value value) {
        return new Given("", "", value);
    }
}
