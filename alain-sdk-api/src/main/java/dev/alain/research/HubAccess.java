package dev.alain.research;

import dev.alain.Secret;
import dev.alain.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the Hugging Face Hub is reached, and where its answers are kept. Immutable; {@code toString} shows no token.
 *
 * <p>By default: {@code https://huggingface.co} without a token, online, answers kept in memory only and used for 10
 * minutes before the Hub is asked whether they still hold.
 */
public final class HubAccess {
    private static final URI HUGGING_FACE = URI.create("https://huggingface.co");

    private final URI endpoint;
    private final @Nullable Secret token;
    private final boolean offline;
    private final @Nullable Path cacheFolder;
    private final @Nullable Path hubCacheFolder;
    private final Duration timeToLive;

    private HubAccess(Builder builder) {
        this.endpoint = builder.endpoint;
        this.token = builder.token;
        this.offline = builder.offline;
        this.cacheFolder = builder.cacheFolder;
        this.hubCacheFolder = builder.hubCacheFolder;
        this.timeToLive = builder.timeToLive;
    }

    /** The public Hub, anonymously, with nothing on disk. */
    public static HubAccess defaults() {
        return builder().build();
    }

    /**
     * What Hugging Face's own tools take from the environment, under their names.
     *
     * <p>{@code HF_ENDPOINT}; a token of {@code HF_TOKEN}, {@code HUGGING_FACE_HUB_TOKEN} or the file that
     * {@code HF_TOKEN_PATH} names or their login wrote, unless {@code HF_HUB_DISABLE_IMPLICIT_TOKEN}; their cache by
     * {@code HF_HUB_CACHE}, {@code HF_HOME}, {@code XDG_CACHE_HOME} and {@code HOME}; {@code HF_HUB_OFFLINE} and
     * {@code TRANSFORMERS_OFFLINE}. Our own cache is {@code alain/hub} in the cache folder of the user.
     *
     * @throws IllegalArgumentException if a value cannot be used; the message names it
     */
    public static HubAccess from(Settings settings) {
        return new HubEnvironment(settings).read();
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with these values. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.endpoint = endpoint;
        builder.token = token;
        builder.offline = offline;
        builder.cacheFolder = cacheFolder;
        builder.hubCacheFolder = hubCacheFolder;
        builder.timeToLive = timeToLive;
        return builder;
    }

    /** The server, without a slash at the end. */
    public URI endpoint() {
        return endpoint;
    }

    /** What opens gated and private models; only the endpoint gets it. */
    public Optional<Secret> token() {
        return Optional.ofNullable(token);
    }

    /** Whether no socket may be opened. */
    public boolean offline() {
        return offline;
    }

    /** Where answers of the Hub are kept between runs; empty to keep them in memory. */
    public Optional<Path> cacheFolder() {
        return Optional.ofNullable(cacheFolder);
    }

    /** The cache of Hugging Face's own tools, which is only read. */
    public Optional<Path> hubCacheFolder() {
        return Optional.ofNullable(hubCacheFolder);
    }

    /** How long the description of a model is used without asking whether it still holds. */
    public Duration timeToLive() {
        return timeToLive;
    }

    @Override
    public String toString() {
        return "HubAccess[" + endpoint + (token == null ? ", anonymous" : ", with a token")
                + (offline ? ", offline" : "") + "]";
    }

    /** Collects values; not thread-safe. */
    public static final class Builder {
        private URI endpoint = HUGGING_FACE;
        private @Nullable Secret token;
        private boolean offline;
        private @Nullable Path cacheFolder;
        private @Nullable Path hubCacheFolder;
        private Duration timeToLive = Duration.ofMinutes(10);

        private Builder() {}

        /**
         * The server; {@code https}, or {@code http} on loopback.
         *
         * @throws IllegalArgumentException if it is neither, or holds a user, a query or a fragment
         */
        public Builder endpoint(URI value) {
            this.endpoint = HubEndpoint.checked(value);
            return this;
        }

        /** Opens gated and private models. */
        public Builder token(Secret value) {
            this.token = Objects.requireNonNull(value, "token");
            return this;
        }

        /** Whether no socket may be opened. */
        public Builder offline(boolean value) {
            this.offline = value;
            return this;
        }

        /** Keeps answers between runs, in a folder that is made when it is needed. */
        public Builder cacheFolder(Path value) {
            this.cacheFolder = Objects.requireNonNull(value, "cacheFolder");
            return this;
        }

        /** Reads the cache of Hugging Face's own tools: the folder called {@code hub}. */
        public Builder hubCacheFolder(Path value) {
            this.hubCacheFolder = Objects.requireNonNull(value, "hubCacheFolder");
            return this;
        }

        /**
         * How long the description of a model is used without asking whether it still holds.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder timeToLive(Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException("the time to live must not be negative: " + value);
            }
            this.timeToLive = value;
            return this;
        }

        /** The value. */
        public HubAccess build() {
            return new HubAccess(this);
        }
    }
}
