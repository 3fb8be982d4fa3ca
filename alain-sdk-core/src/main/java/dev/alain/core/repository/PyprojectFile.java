package dev.alain.core.repository;

import dev.alain.core.research.DossierDraft;
import java.util.List;

/** What {@code pyproject.toml} requires, in the ways of the standard, of setuptools and of Poetry. */
final class PyprojectFile {
    private static final String POETRY = "tool.poetry.dependencies";

    private final RepositoryFile file;
    private final Requirements requirements;

    PyprojectFile(RepositoryFile file, Requirements requirements) {
        this.file = file;
        this.requirements = requirements;
    }

    void read() {
        for (TomlText.Entry entry : TomlText.read(file.text())) {
            if (entry.is("project", "dependencies")) {
                entry.strings().forEach(one -> requirements.line(file, one.text(), one.line(), 0));
            } else if (entry.is("tool.setuptools.dynamic", "dependencies")
                    || entry.is("tool.setuptools.dynamic.dependencies", "file")) {
                entry.strings().stream()
                        .filter(one -> one.text().endsWith(".txt"))
                        .forEach(one -> requirements.include(one.text(), 0));
            } else if (entry.table().equals(POETRY) && !entry.key().equals("python")) {
                poetry(entry);
            }
        }
    }

    private void poetry(TomlText.Entry entry) {
        String raw = entry.raw().replace(" ", "");
        boolean elsewhere = raw.contains("git=") || raw.contains("url=") || raw.contains("path=");
        if (elsewhere) {
            entry.strings().stream()
                    .filter(one -> one.text().contains("://"))
                    .findFirst()
                    .ifPresent(one -> requirements.line(file, one.text(), one.line(), 0));
        } else if (!raw.contains("optional=true")) {
            requirements.line(file, entry.key(), entry.line(), 0);
        }
    }

    /** The commands that a project installs. */
    static void scripts(RepositoryFile file, DossierDraft draft) {
        List<String> tables = List.of("project.scripts", "project.gui-scripts", "tool.poetry.scripts");
        for (TomlText.Entry entry : TomlText.read(file.text())) {
            if (tables.contains(entry.table()) && !entry.strings().isEmpty()) {
                draft.source(file.ref());
                String target = entry.strings().get(0).text();
                draft.add("entry_point", entry.key() + " = " + target, file.at(entry.line()));
            }
        }
    }
}
