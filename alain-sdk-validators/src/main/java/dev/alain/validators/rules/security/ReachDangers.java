package dev.alain.validators.rules.security;

import dev.alain.validators.trace.CallSite;
import dev.alain.validators.trace.CallSite.Given;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges servers that anybody reaches, keys that are typed in the open, requests that wait for ever. */
final class ReachDangers {
    private static final Set<String> NGROK = Set.of("pyngrok.ngrok.connect", "ngrok.connect", "ngrok.forward");
    private static final Set<String> INPUTS = Set.of("input", "raw_input");
    private static final Set<String> HOSTS =
            Set.of("host", "server_name", "ip", "address", "listen_host", "bind", "hostname", "server_host");
    private static final Set<String> REQUESTS = Set.of(
            "requests.get",
            "requests.post",
            "requests.put",
            "requests.patch",
            "requests.delete",
            "requests.head",
            "requests.options",
            "requests.request");
    private static final List<String> SECRET_WORDS = List.of(
            "api key",
            "api_key",
            "apikey",
            "api-key",
            "password",
            "passwd",
            "secret",
            "access token",
            "token:",
            "hf token",
            "auth token",
            "api token",
            "your token",
            "passphrase");

    private ReachDangers() {}

    static void judge(CallSite call, int line, Alarm alarm) {
        if (call.simpleName().equals("launch") && call.has("share", true)) {
            alarm.warning(
                    "SEC020",
                    line,
                    "launch(share=True) opens the notebook's server to everybody who knows the address");
        }
        boolean everywhere = call.arguments().stream().anyMatch(ReachDangers::isEverywhere);
        if (everywhere) {
            alarm.warning(
                    "SEC020",
                    line,
                    (call.simpleName().isEmpty() ? "a server" : call.simpleName())
                            + " listens on every network (0.0.0.0)");
        }
        if (NGROK.contains(call.function())) {
            alarm.warning("SEC020", line, "ngrok opens a port of this machine to everybody");
        }
        if (INPUTS.contains(call.function()) && asksForSecret(call)) {
            alarm.warning("SEC021", line, "input() shows the secret that is typed, and the notebook keeps it");
        }
        boolean waits = REQUESTS.contains(call.function())
                && call.argument("timeout", -1).isEmpty()
                && call.argument("**", -1).isEmpty();
        if (waits) {
            alarm.info("SEC022", line, call.function() + " waits for ever when the server does not answer");
        }
    }

    private static boolean asksForSecret(CallSite call) {
        String prompt = call.text("prompt", 0).toLowerCase(Locale.ROOT);
        return SECRET_WORDS.stream().anyMatch(prompt::contains) && !prompt.contains("token ids");
    }

    private static boolean isEverywhere(Given given) {
        boolean named = HOSTS.contains(given.keyword())
                && given.value().text().filter("0.0.0.0"::equals).isPresent();
        boolean pair = given.keyword().isEmpty()
                && given.value().items().size() == 2
                && given.value().texts().get(0).equals("0.0.0.0");
        return named || pair;
    }
}
