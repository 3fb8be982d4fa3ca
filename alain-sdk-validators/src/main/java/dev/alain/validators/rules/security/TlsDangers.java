package dev.alain.validators.rules.security;

import dev.alain.validators.trace.CallSite;
import dev.alain.validators.trace.CellTrace;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges connections whose other end is not checked. */
final class TlsDangers {
    private static final Set<String> METHODS = Set.of(
            "get",
            "post",
            "put",
            "patch",
            "delete",
            "head",
            "options",
            "request",
            "Client",
            "AsyncClient",
            "stream",
            "Session",
            "urlopen",
            "send");

    private static final Set<String> CONTEXTS = Set.of("ssl._create_unverified_context", "ssl._create_stdlib_context");

    private TlsDangers() {}

    static void judge(CallSite call, int line, Alarm alarm) {
        boolean method = METHODS.contains(call.simpleName());
        boolean network = isNetwork(call.function());
        boolean off =
                (isOff(call, "verify") || isOff(call, "verify_ssl") || isOff(call, "ssl_verify")) && (method || network)
                        || isOff(call, "ssl")
                                && (network || method && !call.simpleName().endsWith("Client"));
        boolean certificates = isOff(call, "verify_certs")
                || call.argument("cert_reqs", -1)
                        .filter(g -> g.text().endsWith("CERT_NONE")
                                || g.value().text().filter("CERT_NONE"::equals).isPresent())
                        .isPresent();
        boolean context = CONTEXTS.contains(call.function());
        boolean anyHost = call.simpleName().equals("set_missing_host_key_policy")
                && !call.arguments().isEmpty()
                && !call.arguments().get(0).text().contains("RejectPolicy");
        if (call.function().equals("os.putenv") || call.function().equals("os.environ.setdefault")) {
            EnvironmentDangers.judge(call.text("", 0), call.text("", 1), line, alarm);
        }
        if (off || certificates || context || anyHost) {
            alarm.error("SEC010", line, "does not check whom it is connected to (" + call.function() + ")");
        } else if (call.function().equals("urllib3.disable_warnings")
                || call.function().endsWith("urllib3.disable_warnings")) {
            alarm.info("SEC010", line, "hides the warnings of connections that are not checked");
        }
    }

    private static boolean isOff(CallSite call, String keyword) {
        return call.argument(keyword, -1)
                .filter(given -> isFalse(given.value().data()))
                .isPresent();
    }

    private static boolean isFalse(@Nullable Object data) {
        return Boolean.FALSE.equals(data) || Long.valueOf(0).equals(data);
    }

    static void judge(CellTrace.Assigned assigned, int line, Alarm alarm) {
        String target = assigned.target();
        Object value = assigned.value().data();
        boolean verify = target.endsWith(".verify") && isFalse(value);
        boolean hostname = target.endsWith(".check_hostname") && isFalse(value);
        boolean mode = target.endsWith(".verify_mode")
                && (isFalse(value) || assigned.value().name().endsWith("CERT_NONE"));
        boolean context = assigned.value().name().startsWith("ssl._create_unverified_context")
                && !assigned.value().name().endsWith("()");
        if (target.startsWith("os.environ[") && value instanceof String text) {
            EnvironmentDangers.judge(target.substring("os.environ[".length(), target.length() - 1), text, line, alarm);
        }
        if (verify || hostname || mode || context) {
            alarm.error("SEC010", line, "switches the check of certificates off (" + target + ")");
        }
    }

    static boolean isNetwork(String function) {
        for (int dot = function.indexOf('.'); dot >= 0; dot = function.indexOf('.', dot + 1)) {
            if (Known.NETWORK_ROOTS.contains(function.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }
}
