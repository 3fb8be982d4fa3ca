package dev.alain.validators.trace;

import java.util.List;
import java.util.Locale;

/** Files that hold somebody's credentials, by their usual places. */
public final class Credentials {
    private static final List<String> PLACES = List.of(
            ".aws/credentials",
            ".aws/config",
            ".ssh/id_",
            ".ssh/*",
            ".netrc",
            ".git-credentials",
            ".config/gcloud",
            ".config/gh/hosts",
            ".huggingface/token",
            ".cache/huggingface/token",
            ".cache/huggingface/stored_tokens",
            ".docker/config.json",
            ".kube/config",
            ".pypirc",
            ".npmrc",
            ".gnupg",
            ".kaggle/kaggle.json",
            ".azure/accesstokens",
            ".azure/msal_token",
            "/etc/shadow",
            "/etc/passwd",
            "/proc/self/environ",
            "/proc/1/environ",
            ".bash_history",
            ".zsh_history",
            "application_default_credentials.json",
            "google/chrome/default/login data",
            "login.keychain",
            ".env.local",
            "cookies.sqlite",
            "wallet.dat");

    private Credentials() {}

    /** Whether a text names such a file or folder. */
    public static boolean isIn(String text) {
        if (text.length() > 4000 || text.indexOf('/') < 0 && text.indexOf('\\') < 0 && !text.startsWith(".")) {
            return false;
        }
        String path = text.toLowerCase(Locale.ROOT).replace('\\', '/');
        boolean folder =
                path.endsWith("/.ssh") || path.endsWith("/.aws") || path.endsWith("/.ssh/") || path.endsWith("/.aws/");
        return folder || PLACES.stream().anyMatch(path::contains);
    }
}
