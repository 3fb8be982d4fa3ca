package dev.alain.validators.packages;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.CellAnalysis.Comment;
import dev.alain.code.CodeAnalysis;
import dev.alain.code.Place;
import dev.alain.notebook.CodeCell;
import dev.alain.validation.NotebookView;
import dev.alain.validators.packages.InstallReader.Read;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every command of a notebook that installs something, in order. */
public final class Installs {
    private static final List<String> BARE =
            List.of("pip install ", "pip3 install ", "conda install ", "mamba install ");
    private static final Set<String> SHELLS = Set.of("bash", "sh", "script", "shell");
    private final List<Install> all = new ArrayList<>();
    private final PackageVariables variables = new PackageVariables();
    private final InstallCalls calls = new InstallCalls(variables);
    private final Set<String> commentedOut = new HashSet<>();
    private final Map<String, List<Requirement>> files = new HashMap<>();

    private Installs() {}

    /** The installs of a notebook; none when its code was not analysed. */
    public static Installs of(NotebookView view) {
        return view.derived(Installs.class, Installs::read);
    }

    /** All of them, in order. */
    public List<Install> all() {
        return List.copyOf(all);
    }

    /** Packages, by normalised name, that only a comment installs. */
    public Set<String> commentedOut() {
        return Set.copyOf(commentedOut);
    }

    private static Installs read(NotebookView view) {
        Installs installs = new Installs();
        List<CellAnalysis> cells = view.analysis().map(CodeAnalysis::cells).orElse(List.of());
        List<CodeCell> code = view.code();
        for (int i = 0; i < cells.size(); i++) {
            String source = i < code.size() ? code.get(i).source() : "";
            installs.variables.readCell(cells.get(i), source);
            installs.readCell(cells.get(i), i, source.split("\n", -1));
            installs.readBareMagic(cells.get(i), i, source.strip());
        }
        return installs;
    }

    private void readCell(CellAnalysis cell, int index, String[] lines) {
        for (Command command : cell.commands()) {
            readCommand(command, cell, index);
        }
        for (Comment comment : cell.comments()) {
            for (Read read : InstallReader.line(
                    comment.text().replace('#', ' ').replace('!', ' ').replace('%', ' '))) {
                read.requirements().forEach(r -> commentedOut.add(PackageList.normalized(r.name())));
            }
        }
        for (Call call : cell.calls()) {
            addAll(calls.read(call, lines), cell, index, call.place(), Optional.empty());
        }
    }

    /** A line of a cell that is no Python may leave out the magic's per cent sign. */
    private void readBareMagic(CellAnalysis cell, int index, String source) {
        String[] lines = source.split("\n", -1);
        if (lines.length > 1 && (cell.parsed() || !cell.language().equals("python"))) {
            return;
        }
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (BARE.stream().anyMatch(line::startsWith)) {
                Place place = Place.onLine(i + 1, 1, line.length());
                addAll(InstallReader.line(variables.filled(line)), cell, index, place, Optional.empty());
            }
        }
    }

    private void readCommand(Command command, CellAnalysis cell, int index) {
        Optional<Command> whole = Optional.of(command);
        switch (command.kind()) {
            case SHELL ->
                addAll(InstallReader.line(variables.filled(command.text())), cell, index, command.place(), whole);
            case LINE_MAGIC -> {
                if (isInstaller(command.name())) {
                    addAll(
                            InstallReader.line(command.name() + " " + variables.filled(command.text())),
                            cell,
                            index,
                            command.place(),
                            whole);
                } else if (SHELLS.contains(command.name()) || command.name().equals("sx")) {
                    addAll(InstallReader.line(variables.filled(command.text())), cell, index, command.place(), whole);
                }
            }
            case CELL_MAGIC -> {
                if (SHELLS.contains(cell.language()) || SHELLS.contains(command.name())) {
                    addAll(InstallReader.line(command.body()), cell, index, command.place(), whole);
                } else if (command.name().equals("writefile") && isRequirements(command.text())) {
                    readFile(command, cell, index);
                }
            }
        }
    }

    private static boolean isInstaller(String name) {
        return name.equals("pip") || name.equals("uv") || name.equals("conda") || name.equals("mamba");
    }

    private static boolean isRequirements(String file) {
        return file.contains("requirements") && file.endsWith(".txt");
    }

    private void readFile(Command command, CellAnalysis cell, int index) {
        List<Requirement> requirements = new ArrayList<>();
        command.body().lines().forEach(line -> Requirement.read(line).ifPresent(requirements::add));
        String file = command.text().substring(command.text().lastIndexOf(' ') + 1);
        files.put(baseName(file), requirements);
        all.add(new Install(
                "requirements", requirements, false, cell.cellId(), index, command.place(), Optional.empty()));
    }

    private void addAll(List<Read> reads, CellAnalysis cell, int index, Place place, Optional<Command> command) {
        for (Read read : reads) {
            List<Requirement> requirements = new ArrayList<>();
            for (Requirement requirement : read.requirements()) {
                List<Requirement> written =
                        requirement.kind() == Requirement.Kind.FILE ? files.get(baseName(requirement.name())) : null;
                if (written == null) {
                    requirements.add(requirement);
                }
            }
            all.add(new Install(read.tool(), requirements, read.editable(), cell.cellId(), index, place, command));
        }
    }

    private static String baseName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
