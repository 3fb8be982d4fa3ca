package dev.alain.validators.rules.code;

import dev.alain.code.CellAnalysis.Command;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.packages.Install;
import dev.alain.validators.packages.Installs;
import dev.alain.validators.rules.RulePage;
import java.util.HashSet;
import java.util.Set;

/** Packages are installed with {@code %pip}, into the kernel's own environment. */
final class ShellPipRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD007");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Set<String> seen = new HashSet<>();
        for (Install install : Installs.of(view).all()) {
            boolean shell = install.command()
                    .filter(command -> command.kind() == Command.Kind.SHELL)
                    .isPresent();
            if (shell && install.tool().equals("pip") && seen.add(install.cellId() + install.place())) {
                findings.report(finding(install, CodeCells.of(view)));
            }
        }
    }

    private static Finding finding(Install install, CodeCells cells) {
        Finding.Builder finding = Finding.of(INFO, "!pip installs into whatever environment the shell finds first")
                .cell(install.cellId())
                .place(install.place())
                .remedy("use %pip, which installs where the kernel runs");
        int line = install.place().line();
        int column = install.place().column();
        String text = cells.line(install.cellId(), line);
        int start = text.offsetByCodePoints(0, Math.min(column - 1, text.codePointCount(0, text.length())));
        boolean plain = install.command()
                .map(Command::text)
                .filter(ShellPipRule::isOneCommand)
                .isPresent();
        String rest = text.substring(start);
        int length = rest.startsWith("!pip ") ? "!pip".length() : rest.startsWith("!pip3 ") ? "!pip3".length() : 0;
        if (plain && length > 0) {
            Fix.Edit edit = new Fix.ReplaceRange(install.cellId(), line, column, line, column + length, "%pip");
            return finding.fixes(Fix.safe("uses %pip", edit)).build();
        }
        return finding.fixes(Fix.instruct(install.cellId(), "Install with %pip on a line of its own."))
                .build();
    }

    /** Nothing that only a shell understands: the magic hands the line on, yet reads differently. */
    private static boolean isOneCommand(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '|' || c == '&' || c == ';' || c == '<' || c == '>' || c == '`') {
                return false;
            }
        }
        return true;
    }
}
