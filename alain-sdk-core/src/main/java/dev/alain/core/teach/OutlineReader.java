package dev.alain.core.teach;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.Recipe;
import dev.alain.core.code.Packages;
import dev.alain.lesson.Exercise;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Question;
import dev.alain.lesson.Reference;
import dev.alain.lesson.Setup;
import dev.alain.lesson.Step;
import dev.alain.research.Dossier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Understands an outline: numbering, prefixes, limits and duplicates are mended here, since nobody has to be asked for
 * them; what only a writer can supply is a violation, and meanwhile filled from the spare outline.
 */
final class OutlineReader {
    private static final int SHORTEST = 120;
    private static final int MOST_QUESTIONS = 8;

    private final Recipe recipe;
    private final Dossier dossier;
    private final Outline spare;
    private final Packages packages;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * @param spare the offline teacher's outline, for what is missing and whatever must be exact
     */
    OutlineReader(Recipe recipe, Dossier dossier, Outline spare, Packages packages) {
        this.recipe = recipe;
        this.dossier = dossier;
        this.spare = spare;
        this.packages = packages;
    }

    Reading<Outline> read(ObjectNode answer, Outline raw) {
        List<Step> steps = new StepsReader(dossier, recipe.maxSections()).read(raw.steps());
        checkCount(steps.size());
        String title = Prose.line(raw.title(), SHORTEST);
        Outline outline = new Outline(
                title.isEmpty() ? spare.title() : title,
                overview(raw, steps),
                objectives(raw, steps),
                prerequisites(raw),
                setup(raw.setup()),
                steps,
                exercises(raw, steps),
                questions(raw, steps.size()),
                summary(raw, steps),
                nextSteps(raw),
                references(raw));
        return new Reading<>(answer, outline, violations);
    }

    private void checkCount(int steps) {
        int least = Math.min(6, recipe.maxSections());
        if (steps < Math.min(3, least)) {
            violations.add(Violation.fatal("outline", "The outline has " + steps + " steps that can be used"));
        } else if (steps < least) {
            violations.add(Violation.mild(
                    "outline", "The outline has " + steps + " steps, at least " + least + " are needed"));
        }
    }

    private String overview(Outline raw, List<Step> steps) {
        String text = Prose.line(raw.overview());
        if (Prose.weight(text) >= SHORTEST) {
            return text;
        }
        String goals = steps.isEmpty()
                ? ""
                : " It leads from \"" + steps.get(0).heading() + "\" to \""
                        + steps.get(steps.size() - 1).heading() + "\" in " + steps.size() + " steps.";
        String longer = (text + goals).strip();
        return longer.length() >= SHORTEST ? longer : (longer + " " + spare.overview()).strip();
    }

    private List<String> objectives(Outline raw, List<Step> steps) {
        List<String> lines = Prose.lines(raw.objectives(), 5);
        steps.stream()
                .map(Step::goal)
                .filter(goal -> !goal.isEmpty() && lines.size() < 3 && !lines.contains(goal))
                .forEach(lines::add);
        spare.objectives().stream().filter(line -> lines.size() < 3).forEach(lines::add);
        return lines;
    }

    private List<String> prerequisites(Outline raw) {
        List<String> lines = Prose.lines(raw.prerequisites(), 8);
        return lines.isEmpty() ? spare.prerequisites() : lines;
    }

    private Setup setup(Setup raw) {
        Set<String> names = new LinkedHashSet<>();
        for (String requirement : raw.requirements()) {
            packages.ofRequirement(requirement).ifPresent(names::add);
        }
        spare.setup().requirements().forEach(line -> names.add(line.split("==", 2)[0]));
        Map<String, String> environment = new LinkedHashMap<>();
        spare.setup().environment().forEach(line -> environment.put(line.split(":", 2)[0].strip(), line));
        for (String line : Prose.lines(raw.environment(), 8)) {
            String name = line.split("[:=]", 2)[0].replace("`", "").strip();
            boolean variable = !name.isEmpty()
                    && name.chars().allMatch(c -> c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
            if (variable) {
                environment.putIfAbsent(name, line);
            }
        }
        return new Setup(packages.pinned(List.copyOf(names)), List.copyOf(environment.values()), List.of());
    }

    private List<Exercise> exercises(Outline raw, List<Step> steps) {
        List<Exercise> good = new ArrayList<>();
        for (Exercise exercise : raw.exercises()) {
            Exercise clean = ExerciseText.clean(exercise, recipe.difficulty().label());
            boolean known = good.stream().anyMatch(other -> other.title().equals(clean.title()));
            if (!clean.title().isEmpty() && Prose.weight(clean.task()) >= 20 && !known && good.size() < 3) {
                good.add(clean);
            }
        }
        if (good.size() < 2) {
            violations.add(Violation.mild(
                    "exercises", good.size() + " exercises can be used, 2 are needed, each with title and task"));
        }
        for (int i = steps.size(); i > 0 && good.size() < 2; i--) {
            good.add(
                    ExerciseText.variation(steps.get(i - 1), recipe.difficulty().label()));
        }
        return good;
    }

    private List<Question> questions(Outline raw, int steps) {
        List<Question> good = new ArrayList<>();
        for (Question question : raw.questions()) {
            QuestionText.clean(question, steps)
                    .filter(clean ->
                            good.stream().noneMatch(other -> other.question().equals(clean.question())))
                    .filter(clean -> good.size() < MOST_QUESTIONS)
                    .ifPresent(good::add);
        }
        if (good.size() < 4) {
            violations.add(
                    Violation.mild(
                            "assessments",
                            good.size()
                                    + " questions can be used, 4 are needed, each with four options that differ and a correct_index from 0 to 3"));
        }
        spare.questions().stream().filter(question -> good.size() < 4).forEach(good::add);
        return good;
    }

    private String summary(Outline raw, List<Step> steps) {
        String text = Prose.text(raw.summary());
        StringBuilder all = new StringBuilder(
                Prose.weight(text) >= SHORTEST ? text : (text + "\n\nYou worked through these steps:").strip());
        all.append('\n');
        steps.forEach(step ->
                all.append("\n- **Step ").append(step.number()).append(":** ").append(step.heading()));
        return all.toString();
    }

    private List<String> nextSteps(Outline raw) {
        List<String> lines = Prose.lines(raw.nextSteps(), 5);
        spare.nextSteps().stream()
                .filter(line -> lines.size() < 2 && !lines.contains(line))
                .forEach(lines::add);
        return lines;
    }

    /** Only addresses that the dossier or the shipped list knows; a model's memory of addresses is not to be trusted. */
    private List<Reference> references(Outline raw) {
        Map<String, Reference> known = new LinkedHashMap<>();
        spare.references().forEach(reference -> known.put(reference.url(), reference));
        dossier.sources().stream()
                .filter(source -> source.url().startsWith("https://"))
                .forEach(source -> known.putIfAbsent(
                        source.url(), new Reference(Prose.line(source.name(), 80), source.url(), source.revision())));
        raw.references().stream()
                .filter(reference -> known.containsKey(reference.url()))
                .forEach(reference -> {
                    Reference exact = known.get(reference.url());
                    boolean plain = reference.title().equals(reference.url());
                    String title =
                            Prose.line(reference.title(), 100).replace("[", "").replace("]", "");
                    known.put(
                            reference.url(),
                            plain || title.isEmpty() || exact == null
                                    ? known.get(reference.url())
                                    : new Reference(title, reference.url(), exact.revision()));
                });
        return List.copyOf(known.values());
    }
}
