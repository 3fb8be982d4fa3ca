package dev.alain.core.teach;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.alain.Recipe;
import dev.alain.chat.ChatException;
import dev.alain.chat.ChatModel;
import dev.alain.core.time.Sleeper;
import dev.alain.lesson.Section;
import dev.alain.research.Dossier;
import java.util.List;
import java.util.Objects;

/** Has a chat model read a manual against its sources before it is published. Thread-safe. */
public final class Judge {
    private final ChatModel model;
    private final Inquiry.Pause pause;
    private final Prompts prompts = new Prompts();
    private final Contract contract = prompts.contract("review.v1");

    /** A judge; best another model than the writer. */
    public Judge(ChatModel model, Sleeper sleeper) {
        this.model = model;
        this.pause = new Backoff(sleeper, false);
    }

    /** Part of the keys of what it says. */
    public String id() {
        return model.id();
    }

    /** The version of its prompt; part of the keys of what it says. */
    public String promptSet() {
        return prompts.id();
    }

    /**
     * What it says.
     *
     * @param status {@code pass}, {@code warn}, {@code fail}, or {@code skipped} when it gave no answer
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Verdict(
            @JsonProperty("status") String status,
            @JsonProperty("issues") List<Issue> issues,
            @JsonProperty("account") Account account) {
        /** Copies the list. */
        public Verdict {
            issues = List.copyOf(issues);
        }
    }

    /** Something that it found in a step; 0 for the whole. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Issue(
            @JsonProperty("step") int step,
            @JsonProperty("severity") String severity,
            @JsonProperty("message") String message) {
        /** What is missing in JSON becomes a warning. */
        public Issue {
            severity = Objects.requireNonNullElse(severity, "warning");
            message = Objects.requireNonNullElse(message, "");
        }
    }

    /** Reads a manual. A judge that cannot be asked stops nobody. */
    public Verdict review(Recipe recipe, Dossier dossier, List<Section> sections, Desk desk) {
        Tally tally = new Tally();
        ReviewAssignment assignment = new ReviewAssignment(recipe, dossier, sections, prompts, contract);
        String id = model.id().isEmpty() ? "chat model" : model.id();
        try {
            return new Inquiry<>(model, "", assignment, desk, tally, pause)
                    .ask()
                    .reading()
                    .map(reading -> new Verdict(
                            reading.value().status(),
                            reading.value().issues(),
                            tally.account(id, false, "", List.of())))
                    .orElseGet(() -> skipped(tally, id, "no answer could be used"));
        } catch (ChatException.Authentication e) {
            return skipped(tally, id, "the endpoint refused the key");
        }
    }

    private static Verdict skipped(Tally tally, String id, String reason) {
        return new Verdict("skipped", List.of(), tally.account(id, false, reason, List.of()));
    }
}
