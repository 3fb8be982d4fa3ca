package dev.alain.validators.rules.security;

import dev.alain.validation.NotebookRule;
import java.util.List;
import java.util.stream.Stream;

/** The family {@code security}. */
public final class SecurityRules {
    private static final List<NotebookRule> SECRETS = List.of(
            new ProviderKeyRule(),
            new GenericSecretRule(),
            new PrivateKeyRule(),
            new PrintedSecretRule(),
            new PlaceholderKeyRule(),
            new PersonalDataRule());

    /** In the order in which they report and are mended. */
    public static final List<NotebookRule> ALL = Stream.of(
                    SECRETS, DangerRules.ALL, List.<NotebookRule>of(new UnknownPackageRule()))
            .flatMap(List::stream)
            .toList();

    private SecurityRules() {}
}
