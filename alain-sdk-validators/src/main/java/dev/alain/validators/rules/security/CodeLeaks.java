package dev.alain.validators.rules.security;

import dev.alain.validators.trace.CallSite;
import dev.alain.validators.trace.CallSite.Given;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges what is sent away by Python code. */
final class CodeLeaks {
    private static final Set<String> BUILDS =
            Set.of("quote", "urlencode", "urlparse", "urljoin", "quote_plus", "unquote");
    private static final Set<String> BODIES = Set.of("data", "json", "params", "content", "files", "body");

    private static final Set<String> SHOWS =
            Set.of("Image", "IFrame", "HTML", "Markdown", "Video", "Audio", "Javascript");

    private static final Set<String> PRINTS = Set.of("print", "pprint", "display");

    private CodeLeaks() {}

    static void judge(CallSite call, int line, Alarm alarm) {
        boolean sends = TlsDangers.isNetwork(call.function())
                && (Known.NETWORK_METHODS.contains(call.simpleName())
                        || call.arguments().size() > 0);
        if (!sends) {
            shown(call, line, alarm);
            return;
        }
        String texts = call.arguments().stream()
                .flatMap(g -> g.value().isList() ? g.value().texts().stream() : g.value().text().stream())
                .collect(Collectors.joining(" "));
        if (Address.isMetadata(texts)) {
            alarm.error("SEC013", line, "asks the cloud's metadata service, which hands out credentials");
        }
        boolean builds = BUILDS.contains(call.simpleName());
        if (builds || call.function().startsWith("socket.gethostname")) {
            return;
        }
        if (call.takes("environment")) {
            alarm.error("SEC024", line, "sends the environment, where keys are kept, away (" + call.function() + ")");
        } else if (call.takes("credentials")) {
            alarm.error("SEC024", line, "sends a file of credentials away (" + call.function() + ")");
        } else {
            variables(call, texts, line, alarm);
        }
    }

    /** An address that the reader's browser opens, with a secret in it. */
    private static void shown(CallSite call, int line, Alarm alarm) {
        boolean printed = PRINTS.contains(call.simpleName())
                && call.arguments().stream()
                        .map(Given::value)
                        .anyMatch(value -> value.isFrom("environment")
                                && (value.name().startsWith("subprocess.")
                                        || value.name().startsWith("os.popen")));
        if (printed) {
            alarm.error("SEC024", line, "shows the whole environment, where keys are kept");
        }
        boolean shows = call.function().startsWith("IPython.") && SHOWS.contains(call.simpleName());
        for (int i = 0; shows && i < call.arguments().size(); i++) {
            Given given = call.arguments().get(i);
            boolean secret = given.value().isFrom("environment")
                    || given.value().origins().stream()
                            .anyMatch(origin -> origin.startsWith("variable:")
                                    && Known.SECRET_VARIABLES.containsKey(origin.substring("variable:".length())));
            if (secret
                    && given.value().text().filter(text -> text.contains("://")).isPresent()) {
                alarm.error("SEC024", line, "shows an address with a secret in it, which sends the secret there");
            }
        }
    }

    private static void variables(CallSite call, String texts, int line, Alarm alarm) {
        String host = Address.host(texts);
        for (int i = 0; i < call.arguments().size(); i++) {
            Given given = call.arguments().get(i);
            for (String origin : given.value().origins()) {
                if (!origin.startsWith("variable:")) {
                    continue;
                }
                String name = origin.substring("variable:".length());
                boolean body =
                        BODIES.contains(given.keyword()) || given.keyword().isEmpty();
                boolean stranger = Known.SECRET_VARIABLES.containsKey(name)
                        && !host.isEmpty()
                        && !host.contains("{")
                        && !Address.isLocal(host)
                        && !Address.isOf(host, Known.SECRET_VARIABLES.get(name));
                boolean plain = Known.SECRET_VARIABLES.containsKey(name) && Address.isPlain(texts.strip());
                if (Address.isCapture(texts) || (body && stranger) || plain) {
                    alarm.error("SEC024", line, "sends " + name + " to " + host);
                }
            }
        }
    }
}
