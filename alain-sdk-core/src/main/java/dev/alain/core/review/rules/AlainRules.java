package dev.alain.core.review.rules;

import dev.alain.validation.NotebookRule;
import dev.alain.validation.RuleCatalog;
import java.util.List;

/** The format rule and the rules of the notebook contract, profile {@code alain}. */
public final class AlainRules implements RuleCatalog {
    private static final List<NotebookRule> RULES = List.of(
            new FormatRule(),
            new TitleRule(),
            new RecipeRule(),
            new ObjectivesRule(),
            new PrerequisitesRule(),
            new SetupRule(),
            new ConfigurationRule(),
            new StepsRule(),
            new CalloutsRule(),
            new NextSectionRule(),
            new ExercisesRule(),
            new QuizRule(),
            new ClosingRule(),
            new MarkdownShareRule(),
            new PlaceholderRule(),
            new SeedRule(),
            new MetadataRule(),
            new CleanCellsRule(),
            new AboutRule(),
            new CodeRunRule(),
            new KeyLiteralRule(),
            new StandInRule(),
            new TeacherNotesRule());

    @Override
    public List<NotebookRule> rules() {
        return RULES;
    }
}
