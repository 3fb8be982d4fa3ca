package dev.alain.samples.cli;

import dev.alain.Settings;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationOptions;
import dev.alain.validators.report.JunitReport;
import dev.alain.validators.report.ReportFormat;
import dev.alain.validators.report.TextReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks notebooks, and mends what can be mended safely. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Checks notebooks without running them; folders are searched for .ipynb files.",
        footer = {
            "",
            "  alain validate notebooks/ --profile quality,colab --fail-on warning",
            "  alain validate notebooks/ --format sarif --output alain.sarif",
            "  alain validate --fix draft.ipynb                 mends what is safe, then reports what is left",
            "  alain validate --fix - < draft.ipynb > mended.ipynb",
            "",
            "Exit codes: 0 nothing to fail on, 1 findings at or above --fail-on, 2 bad usage, input or config.",
            "alain rules lists what is looked for."
        })
final class ValidateCommand implements Callable<Integer> {
    private final Settings settings;
    private final InputStream in;

    /** What a report looks like. */
    enum Format {
        TEXT,
        JSON,
        MARKDOWN,
        SARIF,
        JUNIT
    }

    /** What makes the program fail. */
    enum FailOn {
        ERROR,
        WARNING,
        INFO,
        NEVER
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Notebooks or folders; - for standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            split = ",",
            description = "Families of rules, groups (quality, default, all) or styles, such as quality,colab.")
    private List<String> profiles = List.of();

    @Option(names = "--format", defaultValue = "text", description = "text, json, markdown, sarif or junit.")
    private Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the report goes instead of standard output.")
    private @Nullable Path output;

    @Option(names = "--fix", description = "Mend what is safe to mend, in place, and report what is left.")
    private boolean fix;

    @Option(names = "--dry-run", description = "With --fix: say what would be done and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--fail-on",
            defaultValue = "error",
            description = "Lowest severity that gives exit code 1: error, warning, info or never.")
    private FailOn failOn = FailOn.ERROR;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "YAML or JSON with severities, thresholds, waivers; default: alain.yaml here, if it has validation.")
    private @Nullable Path config;

    @Option(names = "--plugins", paramLabel = "DIR", description = "Folder with jars that hold rules of your own.")
    private @Nullable Path plugins;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, no list of fixes, no notebooks without findings.")
    private boolean quiet;

    ValidateCommand(Settings settings, InputStream in) {
        this.settings = settings;
        this.in = in;
    }

    @Override
    public Integer call() throws Exception {
        List<Path> notebooks = NotebookFiles.find(files);
        requireSense(notebooks);
        ValidationOptions options = options();
        try (Plugins open = Plugins.in(plugins)) {
            var builder = open.validator();
            config().ifPresent(file -> warnOfUnknown(options, builder.catalogue(), file));
            NotebookCheck check = new NotebookCheck(builder, options, mending(), in);
            return output == null ? run(check, notebooks, reportTo()) : toFile(check, notebooks, output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err().println("alain: cancelled");
            return 130;
        }
    }

    private void requireSense(List<Path> notebooks) {
        if (dryRun && !fix) {
            throw new ParameterException(spec.commandLine(), "--dry-run goes with --fix");
        }
        if (writesNotebook(notebooks) && notebooks.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--fix with - takes no other file");
        }
        if (notebooks.isEmpty()) {
            err().println("alain: there is no notebook in " + String.join(", ", files));
        }
    }

    private boolean writesNotebook(List<Path> notebooks) {
        return fix && !dryRun && notebooks.contains(Path.of("-"));
    }

    private ValidationOptions options() throws IOException {
        Optional<Path> file = config();
        ValidationOptions options = file.isPresent() ? ValidationConfig.read(file.get()) : ValidationOptions.DEFAULTS;
        return profiles.isEmpty() ? options : options.withProfiles(profiles);
    }

    private Optional<Path> config() throws IOException {
        return config != null ? Optional.of(config) : ValidationConfig.in(Path.of(""));
    }

    private NotebookCheck.Mending mending() {
        return !fix ? NotebookCheck.Mending.NONE : dryRun ? NotebookCheck.Mending.SHOWN : NotebookCheck.Mending.WRITTEN;
    }

    /** A typing error in a rule's name would go unnoticed; a rule of a plug-in that is not here is no error. */
    private void warnOfUnknown(ValidationOptions options, List<RuleInfo> catalogue, Path file) {
        List<String> known = catalogue.stream().map(RuleInfo::id).toList();
        List<String> named = new ArrayList<>(options.severities().keySet());
        named.addAll(options.off());
        options.waivers().forEach(waiver -> named.add(waiver.rule()));
        options.settings().keySet().stream()
                .filter(setting -> setting.contains("."))
                .forEach(setting -> named.add(setting.substring(0, setting.indexOf('.'))));
        named.stream()
                .distinct()
                .sorted()
                .filter(id -> !known.contains(id))
                .forEach(id -> err().println("alain: " + file + ": there is no rule " + TextReport.printable(id)));
    }

    private PrintWriter reportTo() {
        return writesNotebook(files.stream().map(Path::of).toList())
                ? err()
                : spec.commandLine().getOut();
    }

    private int toFile(NotebookCheck check, List<Path> notebooks, Path file) throws Exception {
        try (AtomicFile whole = AtomicFile.at(file)) {
            int code;
            try (Writer report = whole.writer()) {
                code = run(check, notebooks, report);
            }
            whole.commit();
            return code;
        }
    }

    private int run(NotebookCheck check, List<Path> notebooks, Writer report) throws Exception {
        boolean fixesInReport = format == Format.TEXT && output == null;
        ValidationRun run = new ValidationRun(
                format().open(report),
                report,
                quiet ? Optional.empty() : Optional.of(fixesInReport ? report : err()),
                err(),
                Optional.ofNullable(failOn == FailOn.NEVER ? null : severity()),
                new CheckProgress(err(), !quiet && settings.value("ALAIN_TTY").isPresent(), notebooks.size()));
        if (writesNotebook(notebooks)) {
            run.writeNotebookTo(spec.commandLine().getOut());
        }
        new OrderedWork(Runtime.getRuntime().availableProcessors()).run(notebooks, check::on, run::take);
        return run.end();
    }

    private ReportFormat format() {
        return switch (format) {
            case TEXT -> quiet ? new TextReport().quiet() : new TextReport();
            case JUNIT -> JunitReport.failingOn(severity());
            case JSON, MARKDOWN, SARIF -> ReportFormat.named(format.name().toLowerCase(Locale.ROOT));
        };
    }

    private Severity severity() {
        return switch (failOn) {
            case ERROR, NEVER -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case INFO -> Severity.INFO;
        };
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
