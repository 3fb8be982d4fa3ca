package dev.alain.validators.rules.security;

import dev.alain.code.Place;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.packages.ImportedModules;
import dev.alain.validators.packages.ImportedModules.Imported;
import dev.alain.validators.packages.Install;
import dev.alain.validators.packages.Installs;
import dev.alain.validators.packages.PackageList;
import dev.alain.validators.packages.Requirement;
import dev.alain.validators.packages.StandardLibrary;
import dev.alain.validators.packages.UnknownModules;
import dev.alain.validators.rules.RulePage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Every package that is installed or imported is known to exist. */
final class UnknownPackageRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("SEC016");
    /** Spelling is looked up for this many names, so that a page full of nonsense costs no more. */
    private static final int MOST_GUESSES = 40;

    private static final String RISK = "a name that a model invents can be registered by anyone";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        PackageList packages = ImportedModules.packages(view);
        Set<String> seen = new HashSet<>();
        for (Install install : Installs.of(view).all()) {
            for (Requirement requirement : install.packages()) {
                String name = PackageList.normalized(requirement.name());
                if (!packages.knows(name) && !isConda(install, name) && seen.add(name)) {
                    findings.report(installed(install, requirement, packages, seen.size() <= MOST_GUESSES));
                }
            }
        }
        Set<String> asked = new HashSet<>();
        for (Imported imported : ImportedModules.of(view)) {
            String root = imported.what().root();
            boolean open = imported.packages().isEmpty()
                    && !seen.contains(PackageList.normalized(root))
                    && asked.add(root + imported.what().context().inTry());
            if (open && asked.size() <= MOST_GUESSES && UnknownModules.isSuspicious(imported, view)) {
                seen.add(PackageList.normalized(root));
                findings.report(imported(imported, UnknownModules.meant(root, view)));
            }
        }
    }

    /** Conda also installs what is no Python package. */
    private static boolean isConda(Install install, String name) {
        return install.tool().equals("conda") && (name.equals("python") || name.startsWith("lib"));
    }

    private static Finding installed(Install install, Requirement requirement, PackageList packages, boolean guess) {
        String name = requirement.name();
        Optional<String> meant = guess ? packages.meant(name) : Optional.empty();
        boolean library = StandardLibrary.has(name) || name.equals("python");
        String what = library
                ? "\"" + name + "\" is part of Python: a package of that name is something else"
                : "no package \"" + name + "\" is known: " + hint(meant);
        String remedy = library ? "remove it from the install" : remedy(meant);
        return finding(what, install.cellId(), install.place(), remedy)
                .severity(install.tool().equals("conda") ? Severity.WARNING : Severity.ERROR)
                .build();
    }

    private static Finding imported(Imported imported, Optional<String> meant) {
        String what = "no package is known that brings \"" + imported.what().root() + "\": " + hint(meant);
        return finding(what, imported.cellId(), imported.what().place(), remedy(meant))
                .severity(imported.what().context().inTry() ? Severity.WARNING : Severity.ERROR)
                .build();
    }

    private static String hint(Optional<String> meant) {
        return meant.map(name -> "may be a typing error for " + name).orElse(RISK);
    }

    private static String remedy(Optional<String> meant) {
        return meant.map(name -> "use " + name + ", or ").orElse("")
                + "look it up on the package index; if it is right, add it to the setting \"packages\"";
    }

    private static Finding.Builder finding(String what, String cell, Place place, String remedy) {
        return Finding.of(INFO, what)
                .cell(cell)
                .place(place)
                .remedy(remedy)
                .fixes(Fix.instruct(cell, "Use only packages that exist: " + what + "."));
    }
}
