package dev.alain.validators.rules.code;

import dev.alain.validation.NotebookRule;
import java.util.List;

/** The family {@code code}. */
public final class CodeRules {
    /** In the order in which they report and are mended. */
    public static final List<NotebookRule> ALL = List.of(
            new MisplacedMagicRule(),
            new SyntaxErrorRule(),
            new PythonTwoRule(),
            new UndefinedNameRule(),
            new UsedTooEarlyRule(),
            new MissingPackageRule(),
            new UnpinnedInstallRule(),
            new ShellPipRule(),
            new InstallOrderRule(),
            new LateImportRule(),
            new IdleCodeRule(),
            new StarImportRule(),
            new LostShellCommandRule(),
            new SilentFailureRule(),
            new DeprecatedNameRule(),
            new NoSelfCheckRule());

    private CodeRules() {}
}
