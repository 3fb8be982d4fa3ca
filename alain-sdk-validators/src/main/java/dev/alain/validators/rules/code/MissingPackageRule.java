package dev.alain.validators.rules.code;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.packages.ImportedModules;
import dev.alain.validators.packages.ImportedModules.Imported;
import dev.alain.validators.packages.InstalledPackages;
import dev.alain.validators.packages.Installs;
import dev.alain.validators.packages.LocalModules;
import dev.alain.validators.packages.PackageList;
import dev.alain.validators.packages.Platform;
import dev.alain.validators.packages.UnknownModules;
import dev.alain.validators.rules.RulePage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What is imported is there: preinstalled, or installed by an earlier cell. */
final class MissingPackageRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COD005");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        Map<String, Imported> roots = new LinkedHashMap<>();
        Map<String, Imported> missing = new LinkedHashMap<>();
        for (Imported imported : ImportedModules.of(view)) {
            boolean exempt = CodeCells.of(view).isExempt(imported.cellId())
                    || imported.what().context().inTry();
            if (!exempt && imported.packages().isEmpty()) {
                roots.putIfAbsent(imported.what().root(), imported);
            } else if (!exempt && !isThere(imported, view)) {
                missing.putIfAbsent(imported.packages().get(0), imported);
            }
        }
        if (!missing.isEmpty()) {
            Fix install = InstallFix.of(missing.values(), view);
            missing.values().forEach(imported -> findings.report(missing(imported, install, view)));
        }
        roots.values().forEach(imported -> unknown(imported, view, findings));
    }

    private static boolean isThere(Imported imported, NotebookView view) {
        InstalledPackages installed = InstalledPackages.of(view);
        if (installed.unknownBy(imported.index())) {
            return true;
        }
        for (String name : imported.packages()) {
            OptionalInt cell = installed.cellOf(name);
            if (cell.isPresent() && cell.getAsInt() <= imported.index() || isPreinstalled(name, view)) {
                return true;
            }
        }
        return imported.what().root().equals("google")
                && imported.what().module().startsWith("google.colab");
    }

    private static boolean isPreinstalled(String name, NotebookView view) {
        PackageList packages = ImportedModules.packages(view);
        boolean colab = packages.isPreinstalled(name, Platform.COLAB);
        boolean kaggle = packages.isPreinstalled(name, Platform.KAGGLE);
        return targets(view).size() == 1
                ? targets(view).get(0) == Platform.COLAB ? colab : kaggle
                : view.hasProfile("kaggle") ? colab && kaggle : colab || kaggle;
    }

    private static List<Platform> targets(NotebookView view) {
        List<Platform> targets = new ArrayList<>();
        if (view.hasProfile("colab")) {
            targets.add(Platform.COLAB);
        }
        if (view.hasProfile("kaggle")) {
            targets.add(Platform.KAGGLE);
        }
        return targets;
    }

    private static Finding missing(Imported imported, Fix install, NotebookView view) {
        String name = imported.packages().get(0);
        InstalledPackages installed = InstalledPackages.of(view);
        OptionalInt later = imported.packages().stream()
                .map(installed::cellOf)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
        boolean commented =
                imported.packages().stream().anyMatch(Installs.of(view).commentedOut()::contains);
        String where = targets(view).stream()
                .map(Platform::label)
                .reduce((a, b) -> a + " and " + b)
                .orElse("Colab or Kaggle");
        String why = later.isPresent()
                ? "code cell " + (later.getAsInt() + 1) + " installs it only afterwards"
                : "it is not preinstalled on " + where + ", and "
                        + (commented ? "its install is commented out" : "no earlier cell installs it");
        boolean sure = !commented
                && imported.what().context().surelyRuns()
                && (later.isPresent() || !installed.hasRelative(name));
        Finding.Builder finding = Finding.of(
                        INFO, "\"" + imported.what().module() + "\" needs the package " + name + ": " + why)
                .severity(sure ? Severity.ERROR : Severity.WARNING)
                .cell(imported.cellId())
                .place(imported.what().place())
                .remedy("install it in the setup cell: %pip install -q " + name);
        if (sure && later.isEmpty()) {
            return finding.fixes(install).build();
        }
        return finding.fixes(Fix.instruct(imported.cellId(), "Install " + name + " in a cell before this one."))
                .build();
    }

    private static void unknown(Imported imported, NotebookView view, FindingSink findings) {
        String root = imported.what().root();
        boolean reportedElsewhere = UnknownModules.isSuspicious(imported, view);
        if (LocalModules.of(view).mayHoldAny() || PackageList.isNamespace(root) || reportedElsewhere) {
            return;
        }
        findings.report(Finding.of(
                        INFO,
                        "the module \"" + root + "\" is not in the notebook and no known package brings it: "
                                + "the notebook does not run on its own")
                .severity(Severity.WARNING)
                .cell(imported.cellId())
                .place(imported.what().place())
                .remedy("define what is used of it in a cell, write the file with %%writefile, or fetch its repository")
                .fixes(Fix.instruct(
                        imported.cellId(), "Define in the notebook itself what it takes from \"" + root + "\"."))
                .build());
    }
}
