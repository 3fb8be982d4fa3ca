package dev.alain.validators.rules.code;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.packages.ImportedModules;
import dev.alain.validators.packages.ImportedModules.Imported;
import dev.alain.validators.packages.Install;
import dev.alain.validators.packages.Installs;
import dev.alain.validators.packages.PackageList;
import dev.alain.validators.packages.Requirement;
import dev.alain.validators.rules.RulePage;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Installs come first and together. */
final class InstallOrderRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD008");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Map<String, Imported> imported = new HashMap<>();
        for (Imported one : ImportedModules.of(view)) {
            if (!one.what().context().inTry() && !one.packages().isEmpty()) {
                imported.putIfAbsent(one.packages().get(0), one);
            }
        }
        Set<String> cells = new LinkedHashSet<>();
        for (Install install : Installs.of(view).all()) {
            cells.add(install.cellId());
            for (Requirement requirement : install.packages()) {
                Imported early = imported.get(PackageList.normalized(requirement.name()));
                if (early != null && early.index() < install.index()) {
                    findings.report(tooLate(install, requirement, early));
                }
            }
        }
        int most = (int) view.threshold("COD008.install-cells", 2);
        if (cells.size() > most) {
            findings.report(Finding.of(
                            INFO,
                            cells.size() + " cells install packages; at most " + most + " keep the setup in one place")
                    .remedy("install everything in one cell at the top")
                    .fixes(Fix.instruct(
                            cells.iterator().next(), "Install everything here and remove the other install cells."))
                    .build());
        }
    }

    private static Finding tooLate(Install install, Requirement requirement, Imported early) {
        String name = requirement.name();
        return Finding.of(
                        INFO,
                        name + " is installed after code cell " + (early.index() + 1)
                                + " imported it: the old version stays loaded")
                .cell(install.cellId())
                .place(install.place())
                .remedy("install before the first import, or restart the kernel")
                .fixes(Fix.instruct(install.cellId(), "Move the install of " + name + " above its first import."))
                .build();
    }
}
