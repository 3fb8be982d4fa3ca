package dev.alain.validators.rules.kaggle;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.colab.OncePerMessage;
import dev.alain.validators.rules.colab.PythonCells;
import dev.alain.validators.rules.colab.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Secrets come from Kaggle's own store. */
final class KaggleSecretRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("KAG001");
    private static final Set<String> ENVIRONMENT = Set.of("os.environ.get", "os.getenv", "environ.get", "getenv");
    private static final Set<String> PROMPTS = Set.of("getpass.getpass", "input");
    private static final List<String> SECRET_NAMES = List.of("KEY", "TOKEN", "SECRET", "PASSWORD");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        if (!view.hasProfile("kaggle") || PythonCells.imports(view, Set.of("kaggle_secrets"))) {
            return;
        }
        FindingSink once = OncePerMessage.to(findings);
        for (CellAnalysis cell : PythonCells.of(view)) {
            for (Call call : cell.calls()) {
                source(call).ifPresent(source -> once.report(finding(cell.cellId(), call, source)));
            }
            cell.assignments().stream()
                    .filter(a -> a.names().contains("os.environ") && a.text().startsWith("os.environ["))
                    .filter(a -> isSecret(a.text()))
                    .findFirst()
                    .ifPresent(a -> once.report(Finding.of(INFO, message(Shown.text(a.text())))
                            .cell(cell.cellId())
                            .place(a.place())
                            .remedy(remedy())
                            .fixes(fix(cell.cellId()))
                            .build()));
        }
    }

    /** Where a secret is read from instead; empty when the call reads none. */
    private static Optional<String> source(Call call) {
        Optional<String> text = call.argument("key", 0).flatMap(Argument::string);
        boolean colab = call.function().equals("google.colab.userdata.get");
        boolean other = ENVIRONMENT.contains(call.function()) || PROMPTS.contains(call.function());
        return colab || other && text.filter(KaggleSecretRule::isSecret).isPresent()
                ? Optional.of(Shown.text(call.written()) + "()")
                : Optional.empty();
    }

    private static boolean isSecret(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return SECRET_NAMES.stream().anyMatch(upper::contains);
    }

    private static Finding finding(String cell, Call call, String source) {
        return Finding.of(INFO, message(source))
                .cell(cell)
                .place(call.place())
                .remedy(remedy())
                .fixes(fix(cell))
                .build();
    }

    private static String message(String source) {
        return "a secret is read with " + source + ", which Kaggle's secrets do not reach";
    }

    private static String remedy() {
        return "read it with kaggle_secrets.UserSecretsClient().get_secret(name) when on Kaggle";
    }

    private static Fix fix(String cell) {
        return Fix.instruct(
                cell,
                "Try kaggle_secrets.UserSecretsClient().get_secret(name) first when the notebook runs on Kaggle.");
    }
}
