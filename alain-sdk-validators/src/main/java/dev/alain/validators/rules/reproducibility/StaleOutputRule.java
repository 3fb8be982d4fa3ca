package dev.alain.validators.rules.reproducibility;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Outputs belong to the code above them. */
final class StaleOutputRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("REP009");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        JsonNode known = view.metadata().path("alain").path("cells");
        for (CodeCell cell : view.code()) {
            String hash = known.path(cell.id()).path("sha256").asText().toLowerCase(Locale.ROOT);
            boolean hasRun = !cell.outputs().isEmpty() || cell.executionCount().isPresent();
            if (hasRun && !hash.isEmpty() && !hash.equals(sha256(cell.source()))) {
                findings.report(
                        Finding.of(INFO, "the code was changed since its hash was recorded, its output was kept")
                                .cell(cell.id())
                                .remedy("run the cell again")
                                .fixes(Fix.safe("removes the old output", new Fix.RemoveOutputs(cell.id())))
                                .build());
            }
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
