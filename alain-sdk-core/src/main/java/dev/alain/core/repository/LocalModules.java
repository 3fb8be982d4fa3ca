package dev.alain.core.repository;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The modules that a repository brings itself. */
final class LocalModules {
    /** {@code folder/name} of every module file, and of every folder with one. */
    private final Set<String> modules = new TreeSet<>();

    LocalModules(RepositoryFiles files) {
        for (TreeEntry file : files.all()) {
            if (file.name().endsWith(".py")) {
                modules.add(file.path().substring(0, file.path().length() - 3));
                for (String folder = file.folder(); !folder.isEmpty(); folder = parent(folder)) {
                    modules.add(folder);
                }
            }
        }
    }

    /** Whether a file that lies in a folder finds the module in the repository. */
    boolean has(String folder, String module) {
        for (String at = folder; !at.isEmpty(); at = parent(at)) {
            if (modules.contains(at + "/" + module)) {
                return true;
            }
        }
        return modules.contains(module)
                || List.of("src", "lib", "python").stream().anyMatch(root -> modules.contains(root + "/" + module));
    }

    private static String parent(String folder) {
        int slash = folder.lastIndexOf('/');
        return slash < 0 ? "" : folder.substring(0, slash);
    }
}
