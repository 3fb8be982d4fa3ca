package dev.alain.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A question to a chat model. Immutable. */
public final class ChatRequest {
    private final List<Message> messages;
    private final ResponseFormat responseFormat;
    private final @Nullable Integer maxOutputTokens;
    private final @Nullable Double temperature;
    private final @Nullable Double topP;
    private final @Nullable Long seed;
    private final List<String> stop;
    private final @Nullable Instant deadline;
    private final Map<String, String> attributes;

    private ChatRequest(Builder builder) {
        this.messages = List.copyOf(builder.messages);
        this.responseFormat = builder.responseFormat;
        this.maxOutputTokens = builder.maxOutputTokens;
        this.temperature = builder.temperature;
        this.topP = builder.topP;
        this.seed = builder.seed;
        this.stop = List.copyOf(builder.stop);
        this.deadline = builder.deadline;
        this.attributes = Map.copyOf(builder.attributes);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a chat request needs a message");
        }
    }

    /** A question in one message. */
    public static ChatRequest of(String question) {
        return builder().message(Message.user(question)).build();
    }

    /** A builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The conversation, oldest first. */
    public List<Message> messages() {
        return messages;
    }

    /** The shape that the answer should have; free text by default. */
    public ResponseFormat responseFormat() {
        return responseFormat;
    }

    /** The most tokens of the answer; the model's default when empty. */
    public OptionalInt maxOutputTokens() {
        return maxOutputTokens == null ? OptionalInt.empty() : OptionalInt.of(maxOutputTokens);
    }

    /** How freely it answers; the model's default when empty. */
    public OptionalDouble temperature() {
        return temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature);
    }

    /** The share of likely tokens it chooses from; the model's default when empty. */
    public OptionalDouble topP() {
        return topP == null ? OptionalDouble.empty() : OptionalDouble.of(topP);
    }

    /** The seed of its choices, where the model honours one. */
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Texts that end the answer. */
    public List<String> stop() {
        return stop;
    }

    /** When the answer is of no use any more. */
    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** Run, stage and step, for listeners; never sent. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** A builder that starts from this request. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.messages.addAll(messages);
        builder.responseFormat = responseFormat;
        builder.maxOutputTokens = maxOutputTokens;
        builder.temperature = temperature;
        builder.topP = topP;
        builder.seed = seed;
        builder.stop.addAll(stop);
        builder.deadline = deadline;
        builder.attributes.putAll(attributes);
        return builder;
    }

    @Override
    public String toString() {
        return "ChatRequest[" + messages.size() + " messages, " + attributes + "]";
    }

    /** Builds requests; not thread-safe. */
    public static final class Builder {
        private final List<Message> messages = new ArrayList<>();
        private ResponseFormat responseFormat = ResponseFormat.text();
        private @Nullable Integer maxOutputTokens;
        private @Nullable Double temperature;
        private @Nullable Double topP;
        private @Nullable Long seed;
        private final List<String> stop = new ArrayList<>();
        private @Nullable Instant deadline;
        private final Map<String, String> attributes = new TreeMap<>();

        private Builder() {}

        /** Adds a message. */
        public Builder message(Message message) {
            messages.add(Objects.requireNonNull(message, "message"));
            return this;
        }

        /** Sets the shape of the answer. */
        public Builder responseFormat(ResponseFormat value) {
            this.responseFormat = Objects.requireNonNull(value, "responseFormat");
            return this;
        }

        /** Sets the most tokens of the answer. */
        public Builder maxOutputTokens(int value) {
            this.maxOutputTokens = value;
            return this;
        }

        /** Sets how freely it answers. */
        public Builder temperature(double value) {
            this.temperature = value;
            return this;
        }

        /** Sets the share of likely tokens it chooses from. */
        public Builder topP(double value) {
            this.topP = value;
            return this;
        }

        /** Sets the seed of its choices. */
        public Builder seed(long value) {
            this.seed = value;
            return this;
        }

        /** Adds a text that ends the answer. */
        public Builder stop(String value) {
            stop.add(value);
            return this;
        }

        /** Sets when the answer is of no use any more. */
        public Builder deadline(Instant value) {
            this.deadline = Objects.requireNonNull(value, "deadline");
            return this;
        }

        /** Adds an attribute for listeners. */
        public Builder attribute(String name, String value) {
            attributes.put(name, value);
            return this;
        }

        /**
         * The request.
         *
         * @throws IllegalArgumentException if there is no message
         */
        public ChatRequest build() {
            return new ChatRequest(this);
        }
    }
}
