package dev.alain.validators.packages;

import dev.alain.validation.NotebookView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Which packages are there in which cell. */
public final class InstalledPackages {
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Integer> families = new HashMap<>();
    private final Set<String> relatives = new HashSet<>();
    private int unknownFrom = Integer.MAX_VALUE;

    private InstalledPackages() {}

    /** Those that a notebook installs. */
    public static InstalledPackages of(NotebookView view) {
        return view.derived(InstalledPackages.class, InstalledPackages::read);
    }

    /** The first code cell that installs a package, directly or with another; empty when none does. */
    public OptionalInt cellOf(String name) {
        Integer cell = first.get(name);
        for (Map.Entry<String, Integer> family : families.entrySet()) {
            boolean in = name.startsWith(family.getKey());
            cell = in && (cell == null || family.getValue() < cell) ? family.getValue() : cell;
        }
        return cell == null ? OptionalInt.empty() : OptionalInt.of(cell);
    }

    /** Whether a package of the same family is installed, which may bring this one along. */
    public boolean hasRelative(String name) {
        return relatives.contains(family(name));
    }

    /** Whether something unknown was installed by then: a file of requirements, a repository, a variable's content. */
    public boolean unknownBy(int cell) {
        return unknownFrom <= cell;
    }

    private static InstalledPackages read(NotebookView view) {
        InstalledPackages installed = new InstalledPackages();
        for (Install install : Installs.of(view).all()) {
            for (Requirement requirement : install.requirements()) {
                if (requirement.kind() == Requirement.Kind.PACKAGE) {
                    installed.add(PackageList.normalized(requirement.name()), install.index());
                } else if (requirement.kind() == Requirement.Kind.ADDRESS) {
                    installed.add(PackageList.normalized(repository(requirement.name())), install.index());
                }
            }
            if (install.bringsUnknown()) {
                installed.unknownFrom = Math.min(installed.unknownFrom, install.index());
            }
        }
        return installed;
    }

    private void add(String name, int cell) {
        relatives.add(family(name));
        for (String with : Dependencies.with(name)) {
            if (with.endsWith("*")) {
                families.putIfAbsent(with.substring(0, with.length() - 1), cell);
            } else {
                first.putIfAbsent(with, cell);
            }
        }
    }

    private static String family(String name) {
        int hyphen = name.indexOf('-');
        return hyphen < 0 ? name : name.substring(0, hyphen);
    }

    /** The last part of an address, without what follows the repository. */
    private static String repository(String address) {
        String path = address;
        for (char end : new char[] {'#', '?'}) {
            int at = path.indexOf(end);
            path = at < 0 ? path : path.substring(0, at);
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        int at = last.indexOf('@');
        last = at < 0 ? last : last.substring(0, at);
        return last.endsWith(".git") ? last.substring(0, last.length() - ".git".length()) : last;
    }
}
