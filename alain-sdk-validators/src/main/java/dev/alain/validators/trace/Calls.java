package dev.alain.validators.trace;

import dev.alain.validators.trace.CallSite.Given;
import dev.alain.validators.trace.CellTrace.Assigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Works out what calls give, and reads the code that they run. */
final class Calls {
    private static final int MOST_DEPTH = 4;
    private static final Set<String> TELLING = Set.of("decoded", "pieced", "fetched", "environment", "credentials");

    private final Names names;
    private final Found found;
    private final int depth;

    Calls(Names names, Found found, int depth) {
        this.names = names;
        this.found = found;
        this.depth = depth;
    }

    Value result(CallSite site, Value owner, String method) {
        found.calls().add(site);
        Callbacks.of(site).forEach(each -> result(each, each.receiver(), ""));
        if (site.function().equals("setattr") && site.arguments().size() == 3) {
            setAttribute(site);
        }
        Body body = names.body(site.function());
        if (body != null
                && depth < MOST_DEPTH
                && isTelling(site, body)
                && names.mayEnter(body.code().length())) {
            return entered(body, site);
        }
        Value result = Functions.result(site, owner, method, names);
        boolean runs = Functions.runsText(site.function()) && depth < MOST_DEPTH;
        String code = runs ? site.text("source", 0) : "";
        if (!code.isEmpty() && names.mayGoOn(code.length())) {
            Value last = StatementReader.nested(code, names, found, depth + 1, site.line());
            return site.function().equals("compile") ? result : last;
        }
        return result;
    }

    private void setAttribute(CallSite site) {
        List<Given> given = site.arguments();
        String target =
                given.get(0).value().name() + "." + given.get(1).value().text().orElse("");
        names.bind(target, given.get(2).value());
        found.assigned().add(new Assigned(Names.canonical(target), given.get(2).value(), site.line()));
    }

    /** Whether its arguments make a difference to what a function does. */
    private static boolean isTelling(CallSite site, Body body) {
        boolean runs = body.mayRun();
        return site.arguments().stream()
                .map(Given::value)
                .anyMatch(value -> value.origins().stream().anyMatch(TELLING::contains)
                        || runs && (value.text().isPresent() || Functions.runsText(value.name())));
    }

    private Value entered(Body body, CallSite site) {
        List<String> parameters = body.parameters();
        List<Value> before = parameters.stream().map(names::get).toList();
        List<Value> given = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            given.add(site.argument(parameters.get(i), i).map(Given::value).orElse(Value.UNKNOWN));
        }
        for (int i = 0; i < parameters.size(); i++) {
            names.bind(parameters.get(i), given.get(i));
        }
        Value last = StatementReader.nested(body.code(), names, found, depth + 1, site.line());
        for (int i = 0; i < parameters.size(); i++) {
            names.bind(parameters.get(i), before.get(i));
        }
        return last;
    }
}
