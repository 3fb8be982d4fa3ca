package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.GenerationEvent;
import dev.alain.NotebookArtifact;
import dev.alain.Recipe;
import dev.alain.core.assemble.NotebookMetrics;
import dev.alain.core.pipeline.StageRunner.Result;
import dev.alain.core.pipeline.StageRunner.Shown;
import dev.alain.core.pipeline.Stages.NotebookInput;
import dev.alain.core.pipeline.Stages.OutlineInput;
import dev.alain.core.pipeline.Stages.SectionInput;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Section;
import dev.alain.notebook.Notebook;
import dev.alain.research.Dossier;
import dev.alain.stage.StageKey;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** One run: research, outline, sections, notebook, validation, files. */
final class Pipeline {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Stages stages;
    private final NotebookValidator validator;
    private final Executor executor;
    private final StageRunner runner;
    private final EventStream events;
    private final ObjectNode tags;

    Pipeline(
            Stages stages,
            NotebookValidator validator,
            Executor executor,
            StageRunner runner,
            EventStream events,
            ObjectNode tags) {
        this.stages = stages;
        this.validator = validator;
        this.executor = executor;
        this.runner = runner;
        this.events = events;
        this.tags = tags;
    }

    Result<Dossier> research(Recipe recipe, Optional<StageKey> earlier) {
        Shown shown = new Shown("Research Scout", "Reading " + recipe.subject().name(), 10);
        return runner.run(stages.research(), recipe, shown, earlier);
    }

    Result<Outline> outline(Recipe recipe, Dossier dossier) {
        Shown shown = new Shown("Outline Builder", "Planning the steps", 20);
        return runner.run(stages.outline(), new OutlineInput(recipe, dossier), shown);
    }

    NotebookArtifact run(Recipe recipe, RunLog log) {
        var dossier = keep(log, "research", "research.json", research(recipe, log.earlierKey("research")));
        var outline = keep(log, "outline", "outline.json", outline(recipe, dossier));
        say("Lesson Architect", outline.title() + ", " + outline.steps().size() + " steps", 20);
        var sections = sections(recipe, dossier, outline, log);
        say("Classroom Monitor", sections.size() + " sections are written", 80);
        var notebook = notebook(recipe, dossier, outline, sections, log);
        var report = review(notebook, log);
        runner.stopIfCancelled();
        return seal(recipe, dossier, outline, sections, notebook, report, log);
    }

    private <T> T keep(RunLog log, String stage, String file, Result<T> result) {
        log.stage(stage, result.key().hex(), result.reused(), result.millis());
        log.write(file, RunLog.json(result.value()), result.key().hex());
        log.checkpoint();
        return result.value();
    }

    private List<Section> sections(Recipe recipe, Dossier dossier, Outline outline, RunLog log) {
        SectionWriter writer = new SectionWriter(runner, stages.section(), executor, events.runId());
        List<Result<Section>> written =
                writer.write(outline, number -> new SectionInput(recipe, dossier, outline, number));
        for (Result<Section> result : written) {
            String number = "%02d".formatted(result.value().number());
            keep(log, "section-" + number, "sections/" + number + ".json", result);
        }
        return written.stream().map(Result::value).toList();
    }

    private Notebook notebook(Recipe recipe, Dossier dossier, Outline outline, List<Section> sections, RunLog log) {
        Shown shown = new Shown("Orchestrator", "Putting the notebook together", 88);
        var result = runner.run(stages.notebook(), new NotebookInput(recipe, dossier, outline, sections), shown);
        log.stage("notebook", result.key().hex(), result.reused(), result.millis());
        log.write("notebook.ipynb", result.value().toBytes(), result.key().hex());
        return result.value();
    }

    private ValidationReport review(Notebook notebook, RunLog log) {
        say("Quality & Colab Fixer", "Checking the notebook against its rules", 90);
        ValidationReport report = validator.validate(notebook);
        log.write("validation.json", RunLog.json(report), "");
        log.write("validation.md", report.toMarkdown().getBytes(StandardCharsets.UTF_8), "");
        ObjectNode details = tags.deepCopy();
        Map<String, Long> failures = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .collect(Collectors.groupingBy(finding -> finding.ruleId(), Collectors.counting()));
        details.set("failures", MAPPER.valueToTree(failures));
        events.emit("validated", "Semantic Reviewer", report.summary(), 96, details);
        return report;
    }

    private NotebookArtifact seal(
            Recipe recipe,
            Dossier dossier,
            Outline outline,
            List<Section> sections,
            Notebook notebook,
            ValidationReport report,
            RunLog log) {
        ObjectNode metrics = MAPPER.createObjectNode();
        metrics.set("notebook", MAPPER.valueToTree(NotebookMetrics.of(notebook.cells())));
        metrics.put("score", report.score()).put("verdict", report.verdict());
        metrics.set("stage_millis", MAPPER.valueToTree(log.millis()));
        log.write("metrics.json", RunLog.json(metrics), "");
        log.write(".env.local.example", EnvironmentExample.of(outline).getBytes(StandardCharsets.UTF_8), "");
        NotebookArtifact.Builder artifact = NotebookArtifact.of(events.runId(), recipe)
                .lesson(dossier, outline, sections)
                .notebook(notebook, report)
                .metrics(metrics);
        log.files().folder().ifPresent(artifact::folder);
        return artifact.build();
    }

    private void say(String label, String message, int percent) {
        events.emit("progress", label, message, percent, EventStream.details());
        runner.stopIfCancelled();
    }

    void started(Recipe recipe) {
        events.emit(
                GenerationEvent.STARTED,
                "Orchestrator",
                "Run " + events.runId() + ": " + recipe.subject().name(),
                0,
                tags);
    }
}
