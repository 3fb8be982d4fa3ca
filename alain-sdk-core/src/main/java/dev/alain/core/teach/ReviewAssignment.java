package dev.alain.core.teach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.Recipe;
import dev.alain.core.teach.Judge.Issue;
import dev.alain.core.text.Slots;
import dev.alain.lesson.Section;
import dev.alain.lesson.SectionCell;
import dev.alain.research.Dossier;
import java.util.ArrayList;
import java.util.List;

/** Asks for a review of the whole manual. */
final class ReviewAssignment implements Assignment<ReviewAssignment.Review> {
    private static final int DOSSIER = 3_000;
    private static final int PROSE = 500;
    private static final int CODE = 300;

    /** What a judge said. */
    record Review(String status, List<Issue> issues) {}

    private final Recipe recipe;
    private final List<Section> sections;
    private final Prompts prompts;
    private final Contract contract;
    private final Dossier dossier;
    private final String manual;

    ReviewAssignment(Recipe recipe, Dossier dossier, List<Section> sections, Prompts prompts, Contract contract) {
        this.recipe = recipe;
        this.dossier = dossier;
        this.sections = sections;
        this.prompts = prompts;
        this.contract = contract;
        this.manual = manual();
    }

    private String manual() {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            text.append("## ").append(section.title()).append('\n');
            text.append(shown(section, false, PROSE)).append('\n');
            text.append(shown(section, true, CODE)).append("\n\n");
        }
        return text.toString().strip();
    }

    private static String shown(Section section, boolean code, int most) {
        StringBuilder text = new StringBuilder();
        for (SectionCell cell : section.content()) {
            if (cell.isCode() == code && text.length() < most) {
                text.append(cell.source()).append('\n');
            }
        }
        return text.substring(0, Math.min(most, text.length()));
    }

    @Override
    public String name() {
        return "review";
    }

    @Override
    public Contract contract() {
        return contract;
    }

    @Override
    public Prompts prompts() {
        return prompts;
    }

    @Override
    public int outputTokens() {
        return 2_000;
    }

    @Override
    public String system() {
        return new Slots()
                .put("marker", Prompts.marker(manual))
                .put("language", recipe.language())
                .prose(prompts.template("system"));
    }

    @Override
    public String question(double share) {
        return new Slots()
                .put("subject", OutlineAssignment.subject(dossier))
                .put("marker", Prompts.marker(manual))
                .put("dossier", new DossierDigest(dossier, List.of(), "").text((int) (DOSSIER * share)))
                .put("manual", manual.substring(0, (int) (manual.length() * share)))
                .prose(prompts.template("review"));
    }

    @Override
    public Reading<Review> read(ObjectNode answer) {
        String status = answer.path("status").asText("").strip().toLowerCase(java.util.Locale.ROOT);
        List<Issue> issues = new ArrayList<>();
        for (JsonNode issue : answer.path("issues")) {
            int step = issue.path("step").asInt(0);
            String message = Prose.line(issue.path("message").asText(""), 400);
            if (!message.isEmpty() && step >= 0 && step <= sections.size()) {
                issues.add(new Issue(
                        step, issue.path("severity").asText("").equals("error") ? "error" : "warning", message));
            }
        }
        for (JsonNode filler : answer.path("filler_sections")) {
            if (filler.asInt() > 0 && filler.asInt() <= sections.size()) {
                issues.add(new Issue(filler.asInt(), "error", "the step is filler: it teaches nothing of its own"));
            }
        }
        boolean known = List.of("pass", "warn", "fail").contains(status);
        return new Reading<>(
                answer,
                new Review(known ? status : "warn", issues),
                known ? List.of() : List.of(Violation.mild("status", "status must be pass, warn or fail")));
    }

    @Override
    public String prose(ObjectNode answer) {
        StringBuilder text = new StringBuilder();
        answer.path("issues")
                .forEach(issue -> text.append(issue.path("message").asText("")).append('\n'));
        return text.toString();
    }

    @Override
    public ObjectNode salvage(JsonNode cut) {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public List<String> missing(ObjectNode kept) {
        return List.of();
    }

    @Override
    public ObjectNode complete(ObjectNode kept, ObjectNode more, boolean goesOn) {
        ObjectNode whole = kept.deepCopy();
        more.properties().forEach(member -> whole.set(member.getKey(), member.getValue()));
        return whole;
    }

    @Override
    public String known(ObjectNode kept, boolean goesOn) {
        return "";
    }
}
