package dev.alain.samples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.GenerationPlan;
import dev.alain.NotebookArtifact;
import java.io.PrintWriter;

/** Prints what came of a generation, for people or for programs. */
final class ResultPrinter {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PrintWriter out;
    private final boolean json;

    ResultPrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** The exit code: 0 when the notebook passed. */
    int print(NotebookArtifact artifact) {
        String notebook = artifact.folder()
                .map(folder -> folder.resolve("notebook.ipynb").toString())
                .orElse("");
        JsonNode teaching = artifact.metrics().path("teaching");
        if (json) {
            ObjectNode summary =
                    MAPPER.createObjectNode().put("run", artifact.runId()).put("notebook", notebook);
            summary.put("verdict", artifact.report().verdict())
                    .put("score", artifact.report().score());
            summary.put("title", artifact.outline().title())
                    .put("steps", artifact.sections().size());
            summary.set("metrics", artifact.metrics().path("notebook"));
            summary.set("teaching", teaching);
            out.println(summary);
        } else {
            out.println(notebook);
            out.println(artifact.report().summary());
            artifact.report().findings().forEach(out::println);
            cost(teaching);
        }
        return artifact.report().passed() ? 0 : 1;
    }

    private void cost(JsonNode teaching) {
        JsonNode actual = teaching.path("actual");
        if (actual.path("calls").asInt() > 0) {
            out.println("%d calls, %d tokens in, %d tokens out; %d steps by the offline teacher"
                    .formatted(
                            actual.path("calls").asInt(),
                            actual.path("input_tokens").asLong(),
                            actual.path("output_tokens").asLong(),
                            teaching.path("fallback_steps").asInt()));
        }
    }

    int print(GenerationPlan planned) {
        if (json) {
            out.println(MAPPER.<ObjectNode>valueToTree(planned));
            return 0;
        }
        out.println(planned.outline().title());
        planned.outline()
                .steps()
                .forEach(step -> out.println("  " + step.title() + " (about " + step.estimatedTokens() + " tokens)"));
        out.println("calls to a chat model: " + planned.estimatedCalls());
        if (planned.estimatedCalls() > 0) {
            out.println("tokens: about " + planned.estimatedTokens() + "; one after another about "
                    + Math.round(planned.estimatedSeconds()) + " seconds");
        }
        return 0;
    }
}
