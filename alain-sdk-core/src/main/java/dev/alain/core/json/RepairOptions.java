package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to read.
 *
 * <pre>{@code
 * RepairOptions options = RepairOptions.builder().schema(schema).build();
 * }</pre>
 *
 * <p>Immutable, and cheap to share: a schema is compiled once, when the options are built.
 */
public final class RepairOptions {
    private static final RepairOptions DEFAULTS = builder().build();

    private final RepairProfile profile;
    private final RepairLimits limits;
    private final boolean partial;
    private final @Nullable CompiledSchema schema;

    private RepairOptions(Builder builder) {
        this.profile = builder.profile;
        this.limits = builder.limits;
        this.partial = builder.partial;
        this.schema = builder.schema == null ? null : CompiledSchema.of(builder.schema);
    }

    /** The default profile and limits, whole documents, no schema. */
    public static RepairOptions defaults() {
        return DEFAULTS;
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from these. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.profile = profile;
        builder.limits = limits;
        builder.partial = partial;
        builder.schema = schema == null ? null : schema.source();
        return builder;
    }

    /** How far the reader may go. */
    public RepairProfile profile() {
        return profile;
    }

    /** The bounds. */
    public RepairLimits limits() {
        return limits;
    }

    /** Whether the text is the beginning of one that is still being written. */
    public boolean partial() {
        return partial;
    }

    /** A copy of the schema, if there is one. */
    public Optional<JsonNode> schema() {
        return schema == null ? Optional.empty() : Optional.of(schema.source().deepCopy());
    }

    @Nullable
    CompiledSchema compiled() {
        return schema;
    }

    /** Builds options. */
    public static final class Builder {
        private RepairProfile profile = RepairProfile.DEFAULT;
        private RepairLimits limits = RepairLimits.DEFAULT;
        private boolean partial;
        private @Nullable JsonNode schema;

        private Builder() {}

        /** How far the reader may go; {@link RepairProfile#DEFAULT} if not said. */
        public Builder profile(RepairProfile value) {
            this.profile = Objects.requireNonNull(value, "profile");
            return this;
        }

        /** The bounds; {@link RepairLimits#DEFAULT} if not said. */
        public Builder limits(RepairLimits value) {
            this.limits = Objects.requireNonNull(value, "limits");
            return this;
        }

        /**
         * Whether the text is the beginning of one that is still being written. Then a number or literal at its end,
         * which may go on, is left out, and a string whose end isn't certain is taken to go on; later text can only
         * add to the value, and lengthen its last string.
         */
        public Builder partial(boolean value) {
            this.partial = value;
            return this;
        }

        /**
         * The schema to align the value to: a JSON Schema 2020-12 subset, as {@code docs/json-repair.md} lists it.
         *
         * @throws IllegalArgumentException if it is no schema, or refers to a definition that it lacks
         */
        public Builder schema(JsonNode value) {
            this.schema = Objects.requireNonNull(value, "schema").deepCopy();
            return this;
        }

        /** The options. */
        public RepairOptions build() {
            return new RepairOptions(this);
        }
    }
}
