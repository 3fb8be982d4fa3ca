package dev.alain.validators.packages;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Assignment;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.CodeAnalysis;
import dev.alain.validation.NotebookView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Modules that do not come from a package index.
 *
 * <p>A notebook may write a module itself, or fetch code in a way that this class sees without knowing what it brings:
 * a clone, an archive, a folder added to the path, a repository installed.
 */
public final class LocalModules {
    private static final Set<String> WRITING = Set.of("writefile", "file", "%writefile", "%file", "write_and_run");
    private static final List<String> FETCHING = List.of(
            "git clone",
            "gh repo clone",
            "unzip",
            "tar ",
            "svn ",
            "python setup.py",
            "PYTHONPATH",
            "gsutil",
            "gdown",
            "aws s3",
            "make ",
            "rsync",
            "mv ",
            "cp ",
            "ln ",
            "huggingface-cli download",
            "hf download",
            "protoc",
            "azcopy",
            "kaggle ",
            "7z",
            "wget",
            "curl");

    private final Set<String> written = new HashSet<>();
    private boolean fetches;

    private LocalModules() {}

    /** Those of a notebook. */
    public static LocalModules of(NotebookView view) {
        return view.derived(LocalModules.class, LocalModules::read);
    }

    /** Whether a cell of the notebook writes the module. */
    public boolean writes(String root) {
        return written.contains(root);
    }

    /** Whether the notebook fetches code that may hold any module. */
    public boolean mayHoldAny() {
        return fetches;
    }

    private static LocalModules read(NotebookView view) {
        LocalModules local = new LocalModules();
        for (CellAnalysis cell : view.analysis().map(CodeAnalysis::cells).orElse(List.of())) {
            cell.commands().forEach(local::readCommand);
            cell.calls().forEach(local::readCall);
            cell.assignments().forEach(local::readAssignment);
        }
        for (Install install : Installs.of(view).all()) {
            local.fetches |= install.bringsUnknown();
        }
        return local;
    }

    private void readCommand(Command command) {
        if (WRITING.contains(command.name())) {
            addFile(command.text());
        } else if (command.name().equals("cd") || command.name().equals("run")) {
            fetches = true;
        }
        String text = command.text() + "\n" + command.body();
        boolean shell = command.kind() == Command.Kind.SHELL || !command.body().isEmpty();
        if (shell && !WRITING.contains(command.name())) {
            fetches |= FETCHING.stream().anyMatch(text::contains);
        }
    }

    private void readCall(Call call) {
        String function = call.function();
        fetches |= function.startsWith("sys.path.")
                || function.equals("site.addsitedir")
                || function.equals("os.chdir")
                || function.startsWith("importlib.util.")
                || function.endsWith("Repo.clone_from")
                || function.endsWith("snapshot_download")
                || function.endsWith("extractall")
                || function.equals("shutil.unpack_archive");
        boolean writes = function.equals("open") || function.endsWith("urlretrieve") || function.endsWith("write_text");
        for (Argument argument :
                writes || function.startsWith("subprocess.") ? call.arguments() : List.<Argument>of()) {
            argument.string().ifPresent(text -> {
                if (writes) {
                    addFile(text);
                } else {
                    fetches |= FETCHING.stream().anyMatch(text::contains);
                }
            });
        }
    }

    private void readAssignment(Assignment assignment) {
        fetches |= assignment.target().equals("sys.path")
                || assignment.target().contains("PYTHONPATH")
                || assignment.target().startsWith("sys.modules");
    }

    private void addFile(String text) {
        String file = text.strip();
        if (file.endsWith(".py")) {
            String path = file.substring(file.lastIndexOf(' ') + 1, file.length() - ".py".length());
            for (String part : path.split("/", -1)) {
                written.add(part);
            }
        }
    }
}
