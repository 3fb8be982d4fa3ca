package dev.alain.validators.rules.code;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.packages.ImportedModules;
import dev.alain.validators.packages.Install;
import dev.alain.validators.packages.Installs;
import dev.alain.validators.packages.PackageList;
import dev.alain.validators.packages.Platform;
import dev.alain.validators.packages.Requirement;
import dev.alain.validators.rules.RulePage;
import java.util.List;

/** Installs name exact versions. */
final class UnpinnedInstallRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD006");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        for (Install install : Installs.of(view).all()) {
            List<Requirement> loose = install.packages().stream()
                    .filter(requirement -> !requirement.isPinned())
                    .toList();
            if (!loose.isEmpty()) {
                findings.report(finding(install, loose, ImportedModules.packages(view)));
            }
        }
    }

    private static Finding finding(Install install, List<Requirement> loose, PackageList packages) {
        boolean there = loose.stream().allMatch(r -> packages.isPreinstalled(r.name(), Platform.COLAB));
        String names = String.join(
                ", ", loose.stream().map(Requirement::name).distinct().toList());
        return Finding.of(INFO, "no exact version for " + names + ": another day brings other code")
                .severity(there ? Severity.INFO : Severity.WARNING)
                .cell(install.cellId())
                .place(install.place())
                .remedy("pin each as name==version, with the versions the notebook was last run with")
                .fixes(Fix.instruct(
                        install.cellId(), "Pin " + names + " to the versions that this notebook is tested with."))
                .build();
    }
}
