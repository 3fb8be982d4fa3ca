package dev.alain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is never shown: an API key, a password, a token.
 *
 * <p>Neither {@code toString} nor {@code equals} tell anything of it, and it is not serialisable. Thread-safe when its
 * supplier is.
 */
public final class Secret {
    private static final String SCHEME = "bearer ";

    private final Supplier<String> source;

    private Secret(Supplier<String> source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * A fixed value. White space around it and a leading {@code Bearer} are dropped, since both come with copying.
     *
     * @throws IllegalArgumentException if it is empty or holds what no header can carry; the message holds no part of it
     */
    public static Secret of(String value) {
        String clean = clean(value);
        return new Secret(() -> clean);
    }

    /** A value that is asked for anew at each call, so that keys can be rotated. */
    public static Secret from(Supplier<String> source) {
        return new Secret(source);
    }

    /** The first of these names that the settings know. */
    public static Optional<Secret> named(Settings settings, String... names) {
        return named(settings, Arrays.asList(names));
    }

    /** The first of these names that the settings know. */
    public static Optional<Secret> named(Settings settings, List<String> names) {
        return names.stream()
                .filter(name ->
                        settings.value(name).filter(value -> !value.isBlank()).isPresent())
                .findFirst()
                .map(name -> from(() -> settings.value(name).orElse("")));
    }

    /**
     * The value itself, for the last step before it is sent.
     *
     * @throws IllegalArgumentException if it is empty or holds what no header can carry; the message holds no part of it
     */
    public String reveal() {
        return clean(source.get());
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }

    private static String clean(String value) {
        String text = value.strip();
        if ((text + " ").regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            text = (text + " ").substring(SCHEME.length()).strip();
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the key is empty");
        }
        if (text.chars().anyMatch(letter -> letter <= ' ' || letter > '~')) {
            throw new IllegalArgumentException(
                    "the key holds a space, a line break or a letter outside ASCII; copy it again");
        }
        return text;
    }
}
