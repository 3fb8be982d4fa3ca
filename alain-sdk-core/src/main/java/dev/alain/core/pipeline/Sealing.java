package dev.alain.core.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.NotebookArtifact;
import dev.alain.core.assemble.NotebookMetrics;
import dev.alain.core.pipeline.Workshop.Checked;
import dev.alain.core.teach.Account;
import dev.alain.core.teach.WrittenOutline;
import dev.alain.core.teach.WrittenSection;
import dev.alain.lesson.Section;
import dev.alain.notebook.Notebook;
import dev.alain.stage.RunState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Turns a finished run into an artifact, with its evidence as files. */
final class Sealing {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Workshop workshop;

    Sealing(Workshop workshop) {
        this.workshop = workshop;
    }

    NotebookArtifact seal(RunContext run, RunState state, RunLog log) {
        ObjectNode metrics = metrics(run, state);
        metrics.set("stage_millis", MAPPER.valueToTree(log.millis()));
        NotebookArtifact.Builder artifact = artifact(run, state, metrics);
        Checked checked = checked(run, state);
        log.write("validation.json", RunLog.json(checked.report()), "");
        log.write("validation.md", checked.report().toMarkdown().getBytes(StandardCharsets.UTF_8), "");
        log.write("metrics.json", RunLog.json(metrics), "");
        String example = EnvironmentExample.of(checked.input().outline().outline());
        log.write(".env.local.example", example.getBytes(StandardCharsets.UTF_8), "");
        log.files().folder().ifPresent(artifact::folder);
        return artifact.build();
    }

    /** The same without files, for an engine that keeps its own. */
    NotebookArtifact seal(RunContext run, RunState state) {
        return artifact(run, state, metrics(run, state)).build();
    }

    private NotebookArtifact.Builder artifact(RunContext run, RunState state, ObjectNode metrics) {
        List<Section> sections = workshop.sections(run, state, state.round()).stream()
                .map(WrittenSection::section)
                .toList();
        Checked checked = checked(run, state);
        return NotebookArtifact.of(run.runId(), run.recipe())
                .lesson(workshop.dossier(run, state), checked.input().outline().outline(), sections)
                .notebook(workshop.notebook(run, state), checked.report())
                .metrics(metrics);
    }

    /** A finished run has been checked; another one may be asking the judge the same at this moment. */
    private Checked checked(RunContext run, RunState state) {
        while (true) {
            CountDownLatch free = new CountDownLatch(1);
            Optional<Checked> checked = workshop.checked(run, state, state.round(), free::countDown);
            if (checked.isPresent()) {
                return checked.get();
            }
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                run.stopIfCancelled();
            }
        }
    }

    private ObjectNode metrics(RunContext run, RunState state) {
        Checked checked = checked(run, state);
        Notebook notebook = workshop.notebook(run, state);
        ObjectNode metrics = MAPPER.createObjectNode();
        metrics.set("notebook", MAPPER.valueToTree(NotebookMetrics.of(notebook.cells())));
        metrics.put("score", checked.report().score())
                .put("verdict", checked.report().verdict())
                .put("accepted", workshop.accepts(checked.report()));
        metrics.set("fixes", MAPPER.valueToTree(checked.reviewed().fixes()));
        metrics.set("teaching", teaching(run, state));
        return metrics;
    }

    /** What writing cost, as estimated after the outline and as it came to be. */
    private ObjectNode teaching(RunContext run, RunState state) {
        WrittenOutline outline = workshop.outline(run, state);
        List<List<Account>> steps = new ArrayList<>();
        for (int step = 1; step <= state.steps(); step++) {
            steps.add(workshop.accounts(run, state, step));
        }
        List<Account> accounts = new ArrayList<>(List.of(outline.account()));
        steps.forEach(accounts::addAll);
        ObjectNode all = MAPPER.createObjectNode();
        ObjectNode actual = all.putObject("actual");
        actual.put("calls", accounts.stream().mapToInt(Account::calls).sum());
        actual.put(
                "input_tokens",
                accounts.stream().mapToLong(Account::inputTokens).sum());
        actual.put(
                "output_tokens",
                accounts.stream().mapToLong(Account::outputTokens).sum());
        actual.put(
                "prompt_characters",
                accounts.stream().mapToLong(Account::promptCharacters).sum());
        Estimate estimate =
                Estimate.of(workshop.stages().teacher(), run.recipe(), workshop.dossier(run, state), outline);
        all.putObject("estimate")
                .put(
                        "calls",
                        estimate.calls()
                                + (estimate.calls() == 0 ? 0 : outline.account().calls()))
                .put("tokens", estimate.tokens());
        all.put(
                "fallback_steps",
                steps.stream()
                        .filter(list -> list.get(list.size() - 1).fallback())
                        .count());
        all.put("rounds", state.round());
        all.set(
                "calls_by_step",
                MAPPER.valueToTree(steps.stream()
                        .map(list -> list.stream().mapToInt(Account::calls).sum())
                        .toList()));
        return all;
    }
}
