package dev.alain.core.assemble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cells that are the same in every manual, as files. */
final class Templates {
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final JsonNode preinstalled;

    Templates() {
        try {
            preinstalled =
                    new ObjectMapper().readTree(text("preinstalled.json")).path("modules");
        } catch (IOException e) {
            throw new UncheckedIOException("resource preinstalled.json", e);
        }
    }

    String text(String name) {
        return texts.computeIfAbsent(name, Templates::read);
    }

    /** The module of a package that platforms bring along; empty for other packages. */
    String preinstalledModule(String packageName) {
        return preinstalled.path(packageName).asText("");
    }

    private static String read(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name, e);
        }
    }
}
