package dev.alain.validators.rules.security;

import dev.alain.validators.trace.CallSite;
import dev.alain.validators.trace.CallSite.Given;
import dev.alain.validators.trace.Value;
import java.util.HashSet;
import java.util.Set;

/** Judges loading of data that can hold code, and of code that is not pinned. */
final class LoadDangers {
    private static final Set<String> SAVES = Set.of("dump", "save", "to_pickle");
    private static final Set<String> HUBS = Set.of("torch.hub.load", "torch.hub.help", "torch.hub.list");
    private static final Set<String> SAFE_LOADERS =
            Set.of("SafeLoader", "CSafeLoader", "yaml.SafeLoader", "yaml.CSafeLoader", "BaseLoader", "yaml.BaseLoader");
    private static final Set<String> NETWORK = Set.of("fetched");

    private final Set<String> saved = new HashSet<>();

    void judge(CallSite call, int line, Alarm alarm) {
        String function = call.function();
        String simple = call.simpleName();
        if (SAVES.contains(simple)) {
            call.arguments().stream()
                    .flatMap(given -> given.value().text().stream())
                    .forEach(saved::add);
        }
        if (Known.UNSAFE_LOADS.contains(function)) {
            load(call, line, alarm);
        } else if (function.equals("torch.load") && !call.has("weights_only", true)) {
            weights(call, line, alarm);
        } else if (function.equals("yaml.load") || function.equals("yaml.load_all")) {
            String loader = call.argument("Loader", 1).map(Given::text).orElse("");
            if (!SAFE_LOADERS.contains(loader)) {
                alarm.warning("SEC008", line, function + " without SafeLoader can run code that a file holds");
            }
        } else if (function.equals("numpy.load") && call.has("allow_pickle", true)) {
            alarm.warning("SEC008", line, "numpy.load unpickles, which can run code that a file holds");
        }
        switches(call, line, alarm);
        remoteCode(call, line, alarm);
        unpinned(call, line, alarm);
    }

    private void load(CallSite call, int line, Alarm alarm) {
        Value data = call.arguments().isEmpty()
                ? Value.UNKNOWN
                : call.arguments().get(0).value();
        boolean own = data.text().filter(saved::contains).isPresent();
        if (data.isFrom("decoded")) {
            alarm.error("SEC013", line, call.function() + " loads data that was encoded to hide it");
        } else if (data.origins().stream().anyMatch(NETWORK::contains)) {
            alarm.error("SEC009", line, call.function() + " runs code in what it fetches, unseen");
        } else if (own) {
            alarm.info("SEC008", line, call.function() + " loads what the notebook saved itself");
        } else {
            alarm.warning("SEC008", line, call.function() + " can run code that its data holds");
        }
    }

    private void weights(CallSite call, int line, Alarm alarm) {
        boolean own = saved.contains(call.text("f", 0));
        String message = call.has("weights_only", false)
                ? "torch.load with weights_only=False can run code that the file holds"
                : "torch.load without weights_only=True can run code that the file holds before PyTorch 2.6";
        if (own && !call.has("weights_only", false)) {
            alarm.info("SEC008", line, message);
        } else {
            alarm.warning("SEC008", line, message);
        }
    }

    private static void switches(CallSite call, int line, Alarm alarm) {
        boolean off = call.has("allow_dangerous_deserialization", true)
                || call.has("safe_mode", false)
                || call.has("use_safetensors", false)
                || call.has("allow_dangerous_code", true);
        boolean keras = call.simpleName().equals("enable_unsafe_deserialization");
        if (off || keras) {
            alarm.warning("SEC008", line, call.simpleName() + " is allowed to run code that its file holds");
        }
    }

    private static void remoteCode(CallSite call, int line, Alarm alarm) {
        boolean trusts = call.has("trust_remote_code", true)
                || call.argument("trust_remote_code", -1)
                        .map(Given::text)
                        .filter("True"::equals)
                        .isPresent();
        if (trusts && !isCommit(call)) {
            alarm.warning(
                    "SEC008",
                    line,
                    call.simpleName() + " runs code of the model's repository as it is today (trust_remote_code=True)");
        }
    }

    private static boolean isCommit(CallSite call) {
        String revision = call.text("revision", -1);
        String code = call.text("code_revision", -1);
        return isHash(revision) || isHash(code);
    }

    private static boolean isHash(String text) {
        return text.length() == 40 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static void unpinned(CallSite call, int line, Alarm alarm) {
        boolean hub = HUBS.contains(call.function());
        String repository = call.text("repo_or_dir", 0);
        if (hub
                && !call.text("source", -1).equals("local")
                && !repository.substring(repository.indexOf('/') + 1).contains(":")) {
            alarm.warning(
                    "SEC017",
                    line,
                    "torch.hub runs code of " + (repository.isEmpty() ? "a repository" : repository)
                            + " as it is today");
        } else if (Known.PINNABLE.contains(call.simpleName())
                && !call.text("revision", -1).isEmpty()) {
            return;
        } else if (Known.PINNABLE.contains(call.simpleName())
                && call.argument("revision", -1).isEmpty()) {
            alarm.info(
                    "SEC017", line, call.simpleName() + " takes the newest version, which may be another one tomorrow");
        }
    }
}
