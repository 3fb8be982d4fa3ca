package dev.alain.validators.rules.reproducibility;

import dev.alain.code.CellAnalysis;
import dev.alain.code.Place;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Downloads come from addresses that last. */
final class DownloadLinkRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("REP008");
    private static final int MOST_OF_A_CELL = 20;
    private static final int LONGEST_URL = 120;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Map<String, String> sources = new HashMap<>();
        for (CodeCell cell : view.code()) {
            sources.put(cell.id(), cell.source());
        }
        view.analysis()
                .ifPresent(analysis -> analysis.cells().forEach(cell -> {
                    List<String> lines =
                            sources.getOrDefault(cell.cellId(), "").lines().toList();
                    check(cell, lines, findings);
                }));
    }

    private static void check(CellAnalysis cell, List<String> lines, FindingSink findings) {
        Set<String> seen = new HashSet<>();
        for (CellAnalysis.Literal literal : cell.strings()) {
            // A text with an address in it is a prompt or a message; what is fetched stands alone.
            if (literal.value().startsWith("http") && !literal.formatted()) {
                check(cell.cellId(), literal.value(), literal.place(), false, lines, seen, findings);
            }
        }
        for (CellAnalysis.Command command : cell.commands()) {
            boolean fetches = command.text().contains("wget ") || command.text().contains("curl ");
            check(cell.cellId(), command.text(), command.place(), fetches, lines, seen, findings);
        }
    }

    private static void check(
            String cell,
            String text,
            Place place,
            boolean fetches,
            List<String> lines,
            Set<String> seen,
            FindingSink findings) {
        for (DownloadLink link : DownloadLink.in(text)) {
            Optional<DownloadLink.Fault> fault = link.fault(fetches);
            if (fault.isPresent() && seen.size() < MOST_OF_A_CELL && seen.add(link.url())) {
                findings.report(finding(cell, place, link, fault.get(), lines));
            }
        }
    }

    private static Finding finding(
            String cell, Place place, DownloadLink link, DownloadLink.Fault fault, List<String> lines) {
        String url = link.url().length() > LONGEST_URL ? link.url().substring(0, LONGEST_URL) + "…" : link.url();
        Finding.Builder finding = Finding.of(INFO, fault.message())
                .severity(fault.severity())
                .cell(cell)
                .line(place.line())
                .remedy(fault.remedy())
                .evidence(url);
        Optional<Fix> https = link.canBeHttps() ? https(cell, place, link, lines) : Optional.empty();
        return finding.fixes(https.orElseGet(
                        () -> Fix.instruct(cell, "Fetch " + url + " from a lasting address: " + fault.remedy() + ".")))
                .build();
    }

    /** Only where the address stands once on its line, as it is. */
    private static Optional<Fix> https(String cell, Place place, DownloadLink link, List<String> lines) {
        String line = place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
        int at = line.indexOf(link.url());
        if (at < 0 || line.indexOf(link.url(), at + 1) >= 0) {
            return Optional.empty();
        }
        int column = line.codePointCount(0, at) + 1;
        return Optional.of(Fix.safe(
                "uses https",
                new Fix.ReplaceRange(cell, place.line(), column, place.line(), column + "http:".length(), "https:")));
    }
}
