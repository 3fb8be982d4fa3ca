package dev.alain.research;

import dev.alain.Secret;
import dev.alain.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the variables of Hugging Face's own tools, in their order. */
final class HubEnvironment {
    private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");
    private static final long LONGEST_TOKEN_FILE = 64 << 10;

    private final Settings settings;

    HubEnvironment(Settings settings) {
        this.settings = settings;
    }

    HubAccess read() {
        HubAccess.Builder builder =
                HubAccess.builder().offline(isTrue("HF_HUB_OFFLINE") || isTrue("TRANSFORMERS_OFFLINE"));
        value("HF_ENDPOINT").map(HubEnvironment::uri).ifPresent(builder::endpoint);
        if (!isTrue("HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
            token().ifPresent(builder::token);
        }
        path("HF_HUB_CACHE")
                .or(() -> home().map(folder -> folder.resolve("hub")))
                .ifPresent(builder::hubCacheFolder);
        caches().map(folder -> folder.resolve("alain").resolve("hub")).ifPresent(builder::cacheFolder);
        return builder.build();
    }

    private Optional<Secret> token() {
        return Secret.named(settings, "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN")
                .or(() -> path("HF_TOKEN_PATH")
                        .or(() -> home().map(folder -> folder.resolve("token")))
                        .filter(file -> !content(file).isBlank())
                        // Read anew at each call: a new login counts at once.
                        .map(file -> Secret.from(() -> content(file))));
    }

    private static String content(Path file) {
        try {
            boolean readable = Files.isRegularFile(file) && Files.size(file) <= LONGEST_TOKEN_FILE;
            return readable ? Files.readString(file) : "";
        } catch (IOException e) {
            // Nobody is asked for a token that cannot be read: most models need none.
            return "";
        }
    }

    /** {@code HF_HOME}, or where it is by default. */
    private Optional<Path> home() {
        return path("HF_HOME").or(() -> caches().map(folder -> folder.resolve("huggingface")));
    }

    private Optional<Path> caches() {
        return path("XDG_CACHE_HOME").or(() -> userHome().map(folder -> folder.resolve(".cache")));
    }

    private Optional<Path> userHome() {
        return value("HOME").or(() -> value("USERPROFILE")).map(text -> path("HOME", text));
    }

    private Optional<Path> path(String name) {
        return value(name).map(text -> {
            boolean inHome = text.equals("~") || text.startsWith("~/");
            Path path = path(name, inHome ? text.substring(Math.min(2, text.length())) : text);
            return inHome ? userHome().map(folder -> folder.resolve(path)).orElse(path) : path;
        });
    }

    private static Path path(String name, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " is not a path: " + text, e);
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // Without the text and the cause, which repeats it: it may hold a password.
            throw new IllegalArgumentException("HF_ENDPOINT is not an address");
        }
    }

    private boolean isTrue(String name) {
        return value(name)
                .filter(text -> TRUE.contains(text.toUpperCase(Locale.ROOT)))
                .isPresent();
    }

    private Optional<String> value(String name) {
        return settings.value(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
