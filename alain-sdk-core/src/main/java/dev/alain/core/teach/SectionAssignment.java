package dev.alain.core.teach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.core.code.Packages;
import dev.alain.core.text.Slots;
import dev.alain.lesson.Section;
import dev.alain.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks for the cells of one step. */
final class SectionAssignment implements Assignment<Section> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DOSSIER = 2_600;
    private static final int LONGEST_KNOWN = 9_000;
    private static final List<String> MEMBERS =
            List.of("content", "callouts", "prerequisites_check", "sources", "introduces");

    private final SectionOrder order;
    private final Packages packages;
    private final Prompts prompts;
    private final Contract contract;
    private final String sources;
    private final String marker;

    SectionAssignment(SectionOrder order, Packages packages, Prompts prompts, Contract contract) {
        this.order = order;
        this.packages = packages;
        this.prompts = prompts;
        this.contract = contract;
        this.sources = digest(1);
        this.marker = Prompts.marker(sources);
    }

    @Override
    public String name() {
        return "section-%02d".formatted(order.number()) + (order.round() == 0 ? "" : ".r" + order.round());
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
        return 5_000;
    }

    @Override
    public String system() {
        return new Slots()
                .put("marker", marker)
                .put("language", order.recipe().language())
                .prose(prompts.template("system"));
    }

    @Override
    public String question(double share) {
        Step step = order.step();
        String question = new Slots()
                .put("number", Integer.toString(order.number()))
                .put("count", Integer.toString(order.outline().steps().size()))
                .put("title", order.outline().title())
                .put("subject", OutlineAssignment.subject(order.dossier()))
                .put("recipe", RecipeText.of(order.recipe(), prompts))
                .put("outline", OutlineDigest.of(order.outline()))
                .put("step_title", step.title())
                .put("step_type", step.type())
                .put("goal", step.goal().isEmpty() ? step.heading() : step.goal())
                .put("introduces", names(step.introduces()))
                .put("uses", names(step.uses()))
                .put("packages", installed())
                .put("marker", marker)
                .put("dossier", share == 1 ? sources : digest(share))
                .prose(prompts.template("section"));
        return order.findings().isEmpty() ? question : question + findings();
    }

    private String findings() {
        List<String> lines =
                order.findings().stream().limit(8).map(line -> "- " + line).toList();
        return "\n\n" + new Slots().put("problems", String.join("\n", lines)).prose(prompts.template("again-whole"));
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private String installed() {
        return String.join(
                ", ",
                order.outline().setup().requirements().stream()
                        .map(line -> line.split("==", 2)[0])
                        .toList());
    }

    private String digest(double share) {
        Step step = order.step();
        return new DossierDigest(order.dossier(), step.sources(), step.heading() + " " + step.goal())
                .text((int) (DOSSIER * share));
    }

    @Override
    public Reading<Section> read(ObjectNode answer) {
        try {
            Section raw = MAPPER.treeToValue(answer, Section.class);
            return new SectionReader(order, packages).read(answer, raw);
        } catch (JsonProcessingException e) {
            Section none =
                    new Section(order.number(), "", List.of(), List.of(), 0, List.of(), "", List.of(), List.of());
            return new Reading<>(
                    answer,
                    none,
                    List.of(Violation.fatal("", "The members of the answer are not of the types asked for")));
        }
    }

    @Override
    public String prose(ObjectNode answer) {
        StringBuilder text = new StringBuilder();
        for (JsonNode cell : answer.path("content")) {
            boolean code = cell.path("cell_type").asText("").startsWith("code");
            text.append(code ? "" : cell.path("source").asText("")).append('\n');
        }
        return text.toString();
    }

    /** Whole cells only; when the cut went through them, the last one is not whole. */
    @Override
    public ObjectNode salvage(JsonNode cut) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        JsonNode content = cut.path("content");
        boolean behind = cut.has("callouts") && !lastMember(cut).equals("content");
        int whole = behind ? content.size() : content.size() - 1;
        boolean code = false;
        ArrayNode cells = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < whole; i++) {
            cells.add(content.get(i));
            code |= content.get(i).path("cell_type").asText().equals("code");
        }
        if (cells.size() >= 2 && code) {
            kept.set("content", cells);
        }
        return kept;
    }

    private static String lastMember(JsonNode cut) {
        String last = "";
        for (var member : cut.properties()) {
            last = member.getKey();
        }
        return last;
    }

    @Override
    public List<String> missing(ObjectNode kept) {
        return MEMBERS;
    }

    @Override
    public ObjectNode complete(ObjectNode kept, ObjectNode more, boolean goesOn) {
        ObjectNode whole = kept.deepCopy();
        more.properties().stream()
                .filter(member -> !(goesOn && member.getKey().equals("content")))
                .forEach(member -> whole.set(member.getKey(), member.getValue()));
        if (goesOn) {
            goOn(whole, more.path("content"));
        }
        return whole;
    }

    /** A model that begins again instead of going on has written the whole. */
    private static void goOn(ObjectNode whole, JsonNode more) {
        List<String> known = new ArrayList<>();
        whole.path("content").forEach(cell -> known.add(beginning(cell)));
        boolean again = !more.isEmpty() && !known.isEmpty() && known.get(0).equals(beginning(more.get(0)));
        if (again && more.size() >= known.size()) {
            whole.set("content", more);
            return;
        }
        for (JsonNode cell : more) {
            if (!known.contains(beginning(cell))) {
                whole.withArray("content").add(cell);
            }
        }
    }

    private static String beginning(JsonNode cell) {
        String text = cell.path("source").asText("").strip().toLowerCase(Locale.ROOT);
        return cell.path("cell_type").asText("") + text.substring(0, Math.min(60, text.length()));
    }

    /** What goes on needs to know how the cells begin; what replaces them needs them whole. */
    @Override
    public String known(ObjectNode kept, boolean goesOn) {
        if (!goesOn) {
            String content = kept.path("content").toString();
            return "content so far (give all its cells again): "
                    + content.substring(0, Math.min(LONGEST_KNOWN, content.length()));
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode cell : kept.path("content")) {
            String source = cell.path("source").asText("").strip();
            text.append('(').append(cell.path("cell_type").asText("markdown")).append(") ");
            text.append(source, 0, Math.min(source.length(), 120)).append('\n');
        }
        return text.substring(0, Math.min(1_500, text.length())).strip();
    }
}
