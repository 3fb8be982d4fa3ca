package dev.alain.core.teach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.Recipe;
import dev.alain.core.code.Packages;
import dev.alain.core.text.Slots;
import dev.alain.lesson.Outline;
import dev.alain.research.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks for an outline. */
final class OutlineAssignment implements Assignment<Outline> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DOSSIER = 5_000;
    private static final List<String> MEMBERS = List.of(
            "title",
            "overview",
            "objectives",
            "prerequisites",
            "setup",
            "outline",
            "exercises",
            "assessments",
            "summary",
            "next_steps",
            "references");

    private final Recipe recipe;
    private final Dossier dossier;
    private final Outline spare;
    private final Packages packages;
    private final Prompts prompts;
    private final Contract contract;
    private final String sources;
    private final String marker;

    OutlineAssignment(
            Recipe recipe, Dossier dossier, Outline spare, Packages packages, Prompts prompts, Contract contract) {
        this.recipe = recipe;
        this.dossier = dossier;
        this.spare = spare;
        this.packages = packages;
        this.prompts = prompts;
        this.contract = contract;
        this.sources = digest(1);
        this.marker = Prompts.marker(sources);
    }

    @Override
    public String name() {
        return "outline";
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
        return 6_000;
    }

    @Override
    public String system() {
        return new Slots()
                .put("marker", marker)
                .put("language", recipe.language())
                .prose(prompts.template("system"));
    }

    @Override
    public String question(double share) {
        int most = recipe.maxSections();
        return new Slots()
                .put("subject", subject(dossier))
                .put("recipe", RecipeText.of(recipe, prompts))
                .put("packages", packages.names())
                .put("marker", marker)
                .put("dossier", share == 1 ? sources : digest(share))
                .put("least_steps", Integer.toString(Math.min(6, most)))
                .put("most_steps", Integer.toString(Math.min(15, most)))
                .put("tokens", Integer.toString(1_200 * Math.min(10, most)))
                .put("house_names", houseNames())
                .prose(prompts.template("outline"));
    }

    private String digest(double share) {
        return new DossierDigest(dossier, List.of(), recipe.topic()).text((int) (DOSSIER * share));
    }

    /** Names that the offline teacher's steps use, so that one of them can stand in where a section fails. */
    private String houseNames() {
        String names = spare.steps().stream()
                .flatMap(step -> step.introduces().stream())
                .distinct()
                .limit(12)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "\nUsual names, where they fit: " + names;
    }

    static String subject(Dossier dossier) {
        return dossier.modelId().isEmpty() ? "the model of the data below" : "the model " + dossier.modelId();
    }

    @Override
    public Reading<Outline> read(ObjectNode answer) {
        try {
            Outline raw = MAPPER.treeToValue(answer, Outline.class);
            return new OutlineReader(recipe, dossier, spare, packages).read(answer, raw);
        } catch (JsonProcessingException e) {
            return new Reading<>(
                    answer,
                    spare,
                    List.of(Violation.fatal("", "The members of the answer are not of the types asked for")));
        }
    }

    @Override
    public String prose(ObjectNode answer) {
        StringBuilder text = new StringBuilder();
        for (String member : List.of("overview", "summary")) {
            text.append(answer.path(member).asText("")).append('\n');
        }
        answer.path("outline")
                .forEach(step -> text.append(step.path("title").asText("")).append('\n'));
        return text.toString();
    }

    /** Whole members only: what the cut went through is asked for again. */
    @Override
    public ObjectNode salvage(JsonNode cut) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(cut.properties());
        for (int i = 0; i + 1 < members.size(); i++) {
            if (MEMBERS.contains(members.get(i).getKey())) {
                whole.set(members.get(i).getKey(), members.get(i).getValue());
            }
        }
        return whole.has("outline") ? whole : whole.removeAll();
    }

    @Override
    public List<String> missing(ObjectNode kept) {
        return MEMBERS.stream().filter(member -> !kept.has(member)).toList();
    }

    @Override
    public ObjectNode complete(ObjectNode kept, ObjectNode more, boolean goesOn) {
        ObjectNode whole = kept.deepCopy();
        more.properties().forEach(member -> whole.set(member.getKey(), member.getValue()));
        return whole;
    }

    @Override
    public String known(ObjectNode kept, boolean goesOn) {
        StringBuilder text = new StringBuilder("Title: " + kept.path("title").asText("") + "\n");
        for (JsonNode step : kept.path("outline")) {
            String title = step.path("title").asText("");
            text.append(title, 0, Math.min(80, title.length())).append('\n');
        }
        return text.substring(0, Math.min(1_200, text.length()));
    }
}
