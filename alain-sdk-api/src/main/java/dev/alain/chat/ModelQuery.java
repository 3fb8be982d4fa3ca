package dev.alain.chat;

import dev.alain.Settings;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which chat model is wanted, by names, as a command line or a configuration file says it. Immutable.
 *
 * <pre>{@code
 * ChatModel teacher = ChatModelProvider.installed().open(
 *         ModelQuery.of("poe", "GPT-OSS-120B").withSettings(Settings.environment()));
 * }</pre>
 */
public final class ModelQuery {
    private final String vendor;
    private final String model;
    private final @Nullable URI baseUrl;
    private final String keyVariable;
    private final Settings settings;

    private ModelQuery(String vendor, String model, @Nullable URI baseUrl, String keyVariable, Settings settings) {
        this.vendor = Objects.requireNonNull(vendor, "vendor");
        this.model = Objects.requireNonNull(model, "model");
        this.baseUrl = baseUrl;
        this.keyVariable = Objects.requireNonNull(keyVariable, "keyVariable");
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /** A model of a vendor such as {@code poe}, at the vendor's usual endpoint and without a key. */
    public static ModelQuery of(String vendor, String model) {
        return new ModelQuery(vendor, model, null, "", Settings.none());
    }

    /** The same model at another endpoint. */
    public ModelQuery withBaseUrl(URI value) {
        return new ModelQuery(vendor, model, value, keyVariable, settings);
    }

    /** The same model; its key has this name in the settings, instead of the names that the vendor is known by. */
    public ModelQuery withKeyVariable(String name) {
        return new ModelQuery(vendor, model, baseUrl, name, settings);
    }

    /** The same model; keys and endpoint are looked up here unless given. */
    public ModelQuery withSettings(Settings value) {
        return new ModelQuery(vendor, model, baseUrl, keyVariable, value);
    }

    /** The vendor's name. */
    public String vendor() {
        return vendor;
    }

    /** The model's name at the vendor. */
    public String model() {
        return model;
    }

    /** The endpoint; the vendor's usual one when empty. */
    public Optional<URI> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    /** The name of the key in the settings; empty for the vendor's usual names. */
    public String keyVariable() {
        return keyVariable;
    }

    /** Where keys and endpoints are looked up. */
    public Settings settings() {
        return settings;
    }

    @Override
    public String toString() {
        return vendor + ":" + model;
    }
}
