package dev.alain.samples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.alain.validation.Profiles;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.ValidationOptions;
import dev.alain.validators.report.JsonReport;
import dev.alain.validators.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is looked for. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the rules, or says why one exists and how to mend what it finds.",
        footer = {"", "  alain rules --profile security", "  alain rules STR013"})
final class RulesCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "A rule, by its id or readable name.")
    private @Nullable String id;

    @Option(names = "--profile", paramLabel = "NAME", split = ",", description = "Only those that these profiles run.")
    private List<String> profiles = List.of();

    @Option(names = "--plugins", paramLabel = "DIR", description = "Folder with jars that hold rules of your own.")
    private @Nullable Path plugins;

    @Option(names = "--json", description = "Print for programs, with everything that is known.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (Plugins open = Plugins.in(plugins)) {
            List<RuleInfo> chosen = open.validator().catalogue().stream()
                    .filter(this::isAskedFor)
                    .toList();
            if (id != null && chosen.isEmpty()) {
                throw new IllegalArgumentException("there is no rule " + id + "; alain rules lists all");
            }
            if (json) {
                ArrayNode all = MAPPER.createArrayNode();
                chosen.forEach(info -> all.add(JsonReport.rule(info)));
                out().println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all));
            } else if (id != null) {
                chosen.forEach(this::page);
            } else {
                table(chosen);
            }
            return 0;
        }
    }

    private boolean isAskedFor(RuleInfo info) {
        if (id != null) {
            return info.id().equalsIgnoreCase(id) || info.slug().equalsIgnoreCase(id);
        }
        if (profiles.isEmpty()) {
            return true;
        }
        Set<String> asked = Profiles.resolve(
                ValidationOptions.DEFAULTS.withProfiles(profiles).profiles());
        boolean ofPlugin = info.profiles().stream().noneMatch(Profiles.families()::contains);
        return ofPlugin || info.profiles().stream().anyMatch(asked::contains);
    }

    private void page(RuleInfo info) {
        out().println(line("%s %s (%s, %s%s)"
                .formatted(
                        info.id(),
                        info.slug(),
                        info.severity().label(),
                        names(info),
                        info.fixable() ? ", fixable" : "")));
        out().println(line(info.title()));
        if (!info.help().isEmpty()) {
            out().println();
            info.help().lines().map(RulesCommand::line).forEach(out()::println);
        }
    }

    private void table(List<RuleInfo> rules) {
        int idWidth = width(rules.stream().map(RuleInfo::id).toList(), "ID");
        int profileWidth = width(rules.stream().map(RulesCommand::names).toList(), "PROFILE");
        String row = "%-" + idWidth + "s  %-8s  %-" + profileWidth + "s  %-7s  %s";
        out().println(row.formatted("ID", "SEVERITY", "PROFILE", "FIXABLE", "TITLE"));
        for (RuleInfo info : rules) {
            out().println(line(row.formatted(
                    info.id(), info.severity().label(), names(info), info.fixable() ? "yes" : "no", info.title())));
        }
    }

    private static int width(List<String> texts, String heading) {
        return texts.stream().mapToInt(String::length).reduce(heading.length(), Math::max);
    }

    private static String names(RuleInfo info) {
        return String.join(" ", info.profiles().stream().sorted().toList());
    }

    private static String line(String text) {
        return TextReport.printable(text);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
