package dev.alain.validators.rules.colab;

import dev.alain.code.CellAnalysis;
import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Assignment;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.code.CellAnalysis.Command;
import dev.alain.code.CellAnalysis.Constant;
import dev.alain.code.Place;
import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A server of models on the reader's own machine is asked only where there is one. */
final class LocalEndpointRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL008");
    private static final Set<String> ENVIRONMENT =
            Set.of("os.environ.get", "os.getenv", "os.environ.setdefault", "environ.get", "getenv");
    private static final Set<String> OLLAMA = DataFile.lines(LocalEndpointRule.class, "ollama-clients.txt");
    private static final Set<String> ADDRESS = Set.of(
            "base_url", "api_base", "api_url", "host", "endpoint", "endpoint_url", "openai_api_base", "azure_endpoint");
    private static final List<String> STARTS =
            List.copyOf(DataFile.lines(LocalEndpointRule.class, "server-starts.txt"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        if (startsServer(view)) {
            return;
        }
        RunPath path = RunPath.of(view);
        // One finding an address: the others follow from it.
        FindingSink once = OncePerMessage.to(findings);
        for (CellAnalysis cell : PythonCells.of(view)) {
            Set<Integer> forms = forms(cell);
            for (Assignment assignment : cell.assignments()) {
                if (isAddress(assignment) && path.reaches(cell.cellId(), assignment.place(), assignment.context())) {
                    String url = assignment.value().map(Constant::text).orElse("");
                    once.report(finding(
                            cell.cellId(),
                            assignment.place(),
                            url,
                            forms.contains(assignment.place().endLine())));
                }
            }
            for (Command command : cell.commands()) {
                shellEndpoint(command)
                        .ifPresent(url -> once.report(finding(cell.cellId(), command.place(), url, false)));
            }
            for (Call call : cell.calls()) {
                if (path.reaches(cell.cellId(), call.place(), call.context())) {
                    endpoint(call)
                            .ifPresent(url -> once.report(
                                    finding(cell.cellId(), call.place(), url, ENVIRONMENT.contains(call.function()))));
                }
            }
        }
    }

    private static boolean isAddress(Assignment assignment) {
        String name = assignment.target().toLowerCase(Locale.ROOT);
        boolean named =
                name.contains("url") || name.contains("host") || name.contains("base") || name.contains("endpoint");
        return named
                && assignment
                        .value()
                        .filter(value -> LocalAddress.isModelServer(value.text()))
                        .isPresent();
    }

    /** The lines that are fields of a form. */
    private static Set<Integer> forms(CellAnalysis cell) {
        Set<Integer> lines = new HashSet<>();
        cell.comments().stream()
                .filter(comment -> comment.text().contains("@param"))
                .forEach(comment -> lines.add(comment.place().line()));
        return lines;
    }

    private static Optional<String> shellEndpoint(Command command) {
        return PythonCells.shellLines(command).stream()
                .filter(line -> line.startsWith("curl ") || line.startsWith("wget "))
                .flatMap(line -> Words.of(line).stream())
                .filter(LocalAddress::isModelServer)
                .findFirst();
    }

    /** The address on this machine that a call asks; empty for none. */
    private static Optional<String> endpoint(Call call) {
        String method = call.written().substring(call.written().lastIndexOf('.') + 1);
        boolean request = Set.of("get", "post", "request", "urlopen", "setdefault", "getenv", "stream")
                .contains(method);
        for (Argument argument : call.arguments()) {
            boolean address = ADDRESS.contains(argument.keyword()) || request;
            if (address && argument.string().filter(LocalAddress::isModelServer).isPresent()) {
                return argument.string();
            }
        }
        boolean elsewhere = call.arguments().stream()
                .anyMatch(a -> ADDRESS.contains(a.keyword()) || a.keyword().equals("**"));
        boolean cloud = call.argument("model", 0)
                .flatMap(Argument::string)
                .filter(m -> m.endsWith("-cloud"))
                .isPresent();
        return OLLAMA.contains(call.function()) && !elsewhere && !cloud
                ? Optional.of("http://localhost:11434, which " + Shown.text(call.written()) + " asks")
                : Optional.empty();
    }

    private static boolean startsServer(NotebookView view) {
        for (CellAnalysis cell : PythonCells.of(view)) {
            boolean shell = cell.commands().stream()
                    .flatMap(command -> PythonCells.shellLines(command).stream())
                    .anyMatch(LocalEndpointRule::startsServer);
            boolean process = cell.calls().stream().anyMatch(LocalEndpointRule::startsServer);
            if (shell || process) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsServer(String command) {
        return STARTS.stream().anyMatch(command::contains);
    }

    private static boolean startsServer(Call call) {
        boolean says = call.function().equals("print") || call.function().endsWith("Markdown");
        return call.function().equals("uvicorn.run")
                || !says
                        && call.arguments().stream()
                                .map(a -> a.text().replace("\", \"", " ").replace("', '", " "))
                                .anyMatch(LocalEndpointRule::startsServer);
    }

    private static Finding finding(String cell, Place place, String url, boolean configurable) {
        return Finding.of(INFO, "a hosted runtime has no server at " + Shown.address(url))
                .severity(configurable ? Severity.WARNING : Severity.ERROR)
                .cell(cell)
                .place(place)
                .remedy("start the server in the notebook, or fall back to a hosted endpoint when nothing answers")
                .fixes(Fix.instruct(
                        cell,
                        "Read the address from os.environ, check that something answers there before it is used, and give"
                                + " readers on Colab another endpoint or a cell that starts the server."))
                .build();
    }
}
