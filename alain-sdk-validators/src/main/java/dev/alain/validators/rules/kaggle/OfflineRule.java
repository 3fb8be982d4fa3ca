package dev.alain.validators.rules.kaggle;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.Place;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.colab.DataFile;
import dev.alain.validators.rules.colab.PerCell;
import dev.alain.validators.rules.colab.PythonCells;
import dev.alain.validators.rules.colab.Requirements;
import dev.alain.validators.rules.colab.RunPath;
import dev.alain.validators.rules.colab.Shown;
import dev.alain.validators.rules.colab.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A notebook without internet fetches nothing from it. */
final class OfflineRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("KAG003");
    private static final Set<String> FETCHERS = DataFile.lines(OfflineRule.class, "kaggle-fetchers.txt");
    private static final Set<String> SHELL =
            Set.of("wget", "curl", "git", "apt-get", "apt", "conda", "kaggle", "huggingface-cli", "hf");

    /** First arguments of {@code load_dataset} that read local files. */
    private static final Set<String> FILES =
            Set.of("csv", "json", "parquet", "text", "imagefolder", "audiofolder", "arrow");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        JsonFlag internet = JsonFlag.of(view);
        if (!view.hasProfile("kaggle") || !view.hasProfile("offline") && internet != JsonFlag.OFF) {
            return;
        }
        FindingSink capped = PerCell.atMost(5, findings);
        RunPath path = RunPath.of(view);
        for (CellAnalysis cell : PythonCells.of(view)) {
            for (Command command : cell.commands()) {
                for (String line : PythonCells.shellLines(command)) {
                    fetched(line).ifPresent(what -> capped.report(finding(cell.cellId(), command.place(), what)));
                }
            }
            for (Call call : cell.calls()) {
                if (path.reaches(cell.cellId(), call.place(), call.context())) {
                    fetched(call).ifPresent(what -> capped.report(finding(cell.cellId(), call.place(), what)));
                }
            }
        }
    }

    private enum JsonFlag {
        ON,
        OFF,
        UNSAID;

        static JsonFlag of(NotebookView view) {
            var flag = view.metadata().path("kaggle").path("isInternetEnabled");
            return !flag.isBoolean() ? UNSAID : flag.booleanValue() ? ON : OFF;
        }
    }

    /** What a shell line fetches; empty for nothing. */
    private static Optional<String> fetched(String line) {
        List<String> words = Words.of(line);
        if (Requirements.installEnd(line) >= 0) {
            boolean local = words.stream()
                    .anyMatch(word -> word.equals("--no-index")
                            || word.startsWith("--find-links")
                            || word.startsWith("/kaggle/input")
                            || word.startsWith("./")
                            || word.endsWith(".whl") && !word.contains("://"));
            return local ? Optional.empty() : Optional.of("pip install");
        }
        boolean fetches = !words.isEmpty() && SHELL.contains(words.get(0)) && words.size() > 1;
        boolean git = fetches
                && words.get(0).equals("git")
                && !Set.of("clone", "pull", "fetch").contains(words.get(1));
        return fetches && !git ? Optional.of(words.get(0) + " " + Shown.address(words.get(1))) : Optional.empty();
    }

    /** What a call fetches; empty for nothing. */
    private static Optional<String> fetched(Call call) {
        for (Argument argument : call.arguments()) {
            Optional<String> text = argument.string();
            boolean url = text.filter(value -> value.startsWith("http://") || value.startsWith("https://"))
                    .isPresent();
            boolean reads = url && isReader(call);
            if (reads) {
                return text.map(Shown::address);
            }
        }
        boolean hub = call.function().endsWith(".from_pretrained");
        if (!hub && !FETCHERS.contains(call.function())) {
            return Optional.empty();
        }
        Optional<String> id = call.arguments().stream().findFirst().flatMap(Argument::string);
        boolean local = id.filter(value -> value.startsWith("/") || value.startsWith(".") || FILES.contains(value))
                        .isPresent()
                || call.keyword("local_files_only")
                        .filter(a -> a.text().equals("True"))
                        .isPresent();
        return local || id.isEmpty()
                ? Optional.empty()
                : Optional.of(Shown.text(call.written()) + "(\"" + Shown.text(id.get()) + "\")");
    }

    private static boolean isReader(Call call) {
        String method = call.written().substring(call.written().lastIndexOf('.') + 1);
        return method.startsWith("read_")
                || Set.of("get", "post", "urlopen", "urlretrieve", "get_file", "load_state_dict_from_url", "download")
                        .contains(method)
                || Set.of("wget.download", "gdown.download").contains(call.function());
    }

    private static Finding finding(String cell, Place place, String what) {
        return Finding.of(INFO, what + " needs the internet, which the notebook runs without")
                .cell(cell)
                .place(place)
                .remedy("attach a data set or model on Kaggle and read it below /kaggle/input")
                .fixes(Fix.instruct(
                        cell,
                        "Read " + what + " from an attached Kaggle data set or model below /kaggle/input instead."))
                .build();
    }
}
