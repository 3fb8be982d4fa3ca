package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.LicensePolicy;
import dev.alain.core.pipeline.StageRunner.Result;
import dev.alain.core.pipeline.StageRunner.Shown;
import dev.alain.core.pipeline.Stages.NotebookInput;
import dev.alain.core.pipeline.Stages.OutlineInput;
import dev.alain.core.pipeline.Stages.SectionInput;
import dev.alain.core.teach.Account;
import dev.alain.core.teach.Judge;
import dev.alain.core.teach.SectionOrder;
import dev.alain.core.teach.WrittenOutline;
import dev.alain.core.teach.WrittenSection;
import dev.alain.notebook.Notebook;
import dev.alain.research.Dossier;
import dev.alain.stage.RunState;
import dev.alain.stage.StageDone;
import dev.alain.stage.StageTask;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Does the tasks of runs, each from the results of earlier ones. Thread-safe and without a state of its own. */
final class Workshop {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Stages stages;
    private final StageRunner runner;
    private final Reviewer reviewer;
    private final LicensePolicy licenses;

    Workshop(Stages stages, StageRunner runner, Reviewer reviewer, LicensePolicy licenses) {
        this.stages = stages;
        this.runner = runner;
        this.reviewer = reviewer;
        this.licenses = licenses;
    }

    Stages stages() {
        return stages;
    }

    boolean accepts(ValidationReport report) {
        return reviewer.accepts(report);
    }

    /** What came of a task, for the planner and for the files of the run. */
    record Performed(StageDone done, Result<?> result) {}

    /** A notebook that was put together and checked. */
    record Checked(NotebookInput input, Reviewed reviewed, Map<Integer, List<String>> sentBack) {
        Notebook notebook() {
            return reviewed.notebook();
        }

        ValidationReport report() {
            return reviewed.report();
        }
    }

    /**
     * Does a task.
     *
     * @return empty while another run makes the same result; then {@code whenFree} is run afterwards
     */
    Optional<Performed> perform(RunContext run, RunState state, StageTask task, Runnable whenFree) {
        return switch (task.stage()) {
            case "research" -> research(run, whenFree);
            case "outline" -> outline(run, state, whenFree);
            case "section" -> section(run, state, task, whenFree);
            case "notebook" -> notebook(run, state, task, whenFree);
            default -> throw new IllegalArgumentException("there is no stage " + task.stage());
        };
    }

    private Optional<Performed> research(RunContext run, Runnable whenFree) {
        Shown shown =
                new Shown("Research Scout", "Reading " + run.recipe().subject().name(), 10);
        Optional<Result<Dossier>> earlier = run.desk()
                .earlierKey(StageTask.RESEARCH)
                .flatMap(key -> runner.stored(key, Dossier.class).map(dossier -> new Result<>(dossier, key, true, 0)));
        return earlier.or(() -> runner.run(stages.research(), run.recipe(), run, shown, whenFree))
                .map(result -> {
                    LicenseCheck.check(result.value(), licenses);
                    return done(run, StageTask.RESEARCH, result, StageDone.of(result.key()));
                });
    }

    private Optional<Performed> outline(RunContext run, RunState state, Runnable whenFree) {
        Shown shown = new Shown("Outline Builder", "Planning the steps", 20);
        OutlineInput input = new OutlineInput(run.recipe(), dossier(run, state), run.writer());
        return runner.run(stages.outline(), input, run, shown, whenFree).map(result -> {
            var outline = result.value().outline();
            int steps = outline.steps().size();
            say(run, "Lesson Architect", outline.title() + ", " + steps + " steps", 20);
            return done(run, StageTask.OUTLINE, result, new StageDone(result.key(), steps, List.of()));
        });
    }

    private Optional<Performed> section(RunContext run, RunState state, StageTask task, Runnable whenFree) {
        WrittenOutline outline = outline(run, state);
        List<String> findings = List.of();
        if (task.round() > 0) {
            Optional<Checked> before = checked(run, state, task.round() - 1, whenFree);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            findings = before.get().sentBack().getOrDefault(task.step(), List.of());
        }
        SectionOrder order = new SectionOrder(
                run.recipe(), dossier(run, state), outline.outline(), task.step(), task.round(), findings);
        int steps = outline.outline().steps().size();
        Shown shown = new Shown(
                "Section Scribe",
                order.step().title(),
                task.step(),
                () -> Math.min(80, 20 + 60 * run.sectionsDone().incrementAndGet() / steps));
        return runner.run(
                        stages.section(),
                        new SectionInput(
                                order,
                                run.writer(),
                                hash(run, StageTask.RESEARCH, order.dossier()),
                                hash(run, StageTask.OUTLINE, order.outline())),
                        run,
                        shown,
                        whenFree)
                .map(result -> done(run, task, result, StageDone.of(result.key())));
    }

    private Optional<Performed> notebook(RunContext run, RunState state, StageTask task, Runnable whenFree) {
        say(run, "Classroom Monitor", state.steps() + " sections are written", 80);
        Optional<Checked> ready = checked(run, state, task.round(), whenFree);
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        Checked checked = ready.get();
        Shown shown = new Shown("Orchestrator", "Putting the notebook together", 88);
        return runner.run(stages.notebook().giving(checked.notebook()), checked.input(), run, shown, whenFree)
                .map(result -> {
                    List<Integer> again = List.copyOf(checked.sentBack().keySet());
                    validated(run, checked.reviewed(), again);
                    return done(run, task, result, new StageDone(result.key(), 0, again));
                });
    }

    /**
     * The notebook of a round, checked; kept, because the sections that are sent back ask for it too.
     *
     * @return empty while another run has the same notebook judged; then {@code whenFree} is run afterwards
     */
    Optional<Checked> checked(RunContext run, RunState state, int round, Runnable whenFree) {
        String name = "checked-" + round;
        if (run.values().get(name) instanceof Checked known) {
            return Optional.of(known);
        }
        Optional<Checked> checked = check(run, state, round, whenFree);
        checked.ifPresent(value -> run.values().put(name, value));
        return checked;
    }

    private Optional<Checked> check(RunContext run, RunState state, int round, Runnable whenFree) {
        List<WrittenSection> sections = sections(run, state, round);
        NotebookInput draft =
                new NotebookInput(run.recipe(), dossier(run, state), outline(run, state), sections, List.of());
        Reviewed reviewed = reviewer.review(stages.notebook().run(draft));
        if (!reviewed.report().passed() || !stages.judged()) {
            return Optional.of(new Checked(draft, reviewed, reviewer.sentBack(reviewed, sections, List.of(), round)));
        }
        Shown shown = new Shown("Semantic Reviewer", "Reading the manual against its sources", 85);
        return runner.run(stages.review(), draft, run, shown, whenFree).map(result -> {
            List<Judge.Issue> issues = result.value().issues();
            NotebookInput judged = new NotebookInput(run.recipe(), draft.dossier(), draft.outline(), sections, issues);
            Reviewed last = reviewer.review(stages.notebook().run(judged));
            return new Checked(judged, last, reviewer.sentBack(last, sections, issues, round));
        });
    }

    private void validated(RunContext run, Reviewed reviewed, List<Integer> again) {
        ValidationReport report = reviewed.report();
        ObjectNode details = run.tags().deepCopy();
        Map<String, Long> failures = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .collect(Collectors.groupingBy(finding -> finding.ruleId(), TreeMap::new, Collectors.counting()));
        details.set("failures", MAPPER.valueToTree(failures));
        details.set("fixes", MAPPER.valueToTree(reviewed.fixes()));
        details.set("again", MAPPER.valueToTree(again));
        say(run, "Quality & Colab Fixer", "Checking the notebook against its rules", 90);
        String message = again.isEmpty() ? report.summary() : report.summary() + "; sent back: steps " + again;
        run.events().emit("validated", "Semantic Reviewer", message, 96, details);
    }

    private static void say(RunContext run, String label, String message, int percent) {
        run.events().emit("progress", label, message, percent, EventStream.details());
        run.stopIfCancelled();
    }

    private static Performed done(RunContext run, StageTask task, Result<?> result, StageDone done) {
        run.values().put(task.name(), result.value());
        return new Performed(done, result);
    }

    /** Counted once a run, not once a section. */
    private static String hash(RunContext run, StageTask task, Object value) {
        String name = "hash-" + task.name();
        if (run.values().get(name) instanceof String known) {
            return known;
        }
        String hash = KeyBuilder.hash(value);
        run.values().put(name, hash);
        return hash;
    }

    Dossier dossier(RunContext run, RunState state) {
        return value(run, state, StageTask.RESEARCH, Dossier.class);
    }

    WrittenOutline outline(RunContext run, RunState state) {
        return value(run, state, StageTask.OUTLINE, WrittenOutline.class);
    }

    /** The sections as they were in a round: each as its last writer left it. */
    List<WrittenSection> sections(RunContext run, RunState state, int round) {
        RunState then = new RunState(state.runId(), state.recipe(), state.done(), state.steps(), round, state.again());
        return new ArrayList<>(IntStream.rangeClosed(1, state.steps())
                .mapToObj(step -> then.section(step)
                        .orElseThrow(() -> new IllegalStateException("section " + step + " is not written yet")))
                .map(task -> value(run, state, task, WrittenSection.class))
                .toList());
    }

    /** What each round of a section cost. */
    List<Account> accounts(RunContext run, RunState state, int step) {
        return IntStream.rangeClosed(0, state.round())
                .mapToObj(round -> StageTask.section(step, round))
                .filter(task -> state.key(task).isPresent())
                .map(task -> value(run, state, task, WrittenSection.class).account())
                .toList();
    }

    Notebook notebook(RunContext run, RunState state) {
        return value(run, state, StageTask.notebook(state.round()), Notebook.class);
    }

    private <T> T value(RunContext run, RunState state, StageTask task, Class<T> type) {
        Object known = run.values().get(task.name());
        if (known != null) {
            return type.cast(known);
        }
        T stored = state.key(task)
                .flatMap(key -> runner.stored(key, type))
                .orElseThrow(() -> new IllegalStateException("the result of " + task.name() + " is not in the store"));
        run.values().put(task.name(), stored);
        return stored;
    }
}
