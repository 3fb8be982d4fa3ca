package dev.alain.core.teach;

import dev.alain.Recipe;
import dev.alain.TeacherLoss;
import dev.alain.chat.ChatException;
import dev.alain.chat.ChatModel;
import dev.alain.core.code.Packages;
import dev.alain.core.time.Sleeper;
import dev.alain.lesson.Outline;
import dev.alain.lesson.Section;
import dev.alain.research.Dossier;
import java.util.List;
import java.util.Optional;

/**
 * Has a chat model write, and never comes back with nothing.
 *
 * <p>What a model writes is read tolerantly, mended where nobody has to be asked, and asked for again where only a writer
 * can help; then a second chat model is asked if there is one; then the spare teacher writes that piece, and its account
 * says so. Thread-safe.
 */
public final class LlmTeacher implements Teacher {
    /** From this round on a section is not sent back to the chat model any more. */
    private static final int LAST_ROUND = 2;

    private final List<ChatModel> models;
    private final Teacher spare;
    private final Sleeper sleeper;
    private final Packages packages = new Packages();
    private final Prompts prompts = new Prompts();
    private final Contract outlineContract = prompts.contract("outline.v1");
    private final Contract sectionContract = prompts.contract("section.v1");

    /**
     * A teacher over chat models.
     *
     * @param models the first is asked first
     * @param spare writes what none of them could
     */
    public LlmTeacher(List<ChatModel> models, Teacher spare, Sleeper sleeper) {
        this.models = List.copyOf(models);
        this.spare = spare;
        this.sleeper = sleeper;
    }

    @Override
    public String id() {
        return models.get(0).id();
    }

    @Override
    public String promptSet() {
        return prompts.id() + "/" + spare.promptSet();
    }

    @Override
    public WrittenOutline outline(Recipe recipe, Dossier dossier, Desk desk) {
        Outline other = spare.outline(recipe, dossier, desk).outline();
        Assignment<Outline> assignment =
                new OutlineAssignment(recipe, dossier, other, packages, prompts, outlineContract);
        Round<Outline> round = new Round<>(assignment, desk, recipe.onTeacherLoss());
        return round.ask()
                .map(reading -> new WrittenOutline(reading.value(), round.account(reading)))
                .orElseGet(() -> {
                    round.endUnlessAnswered();
                    return new WrittenOutline(other, round.spareAccount());
                });
    }

    @Override
    public WrittenSection section(SectionOrder order, Desk desk) {
        Assignment<Section> assignment = new SectionAssignment(order, packages, prompts, sectionContract);
        Round<Section> round = new Round<>(assignment, desk, order.recipe().onTeacherLoss());
        Optional<Reading<Section>> reading = order.round() >= LAST_ROUND
                ? round.refuse("what was found in it remained: " + String.join("; ", order.findings()))
                : round.ask();
        return reading.map(found -> new WrittenSection(found.value(), round.account(found)))
                .orElseGet(() -> new WrittenSection(spare.section(order, desk).section(), round.spareAccount()));
    }

    @Override
    public int promptCharacters(SectionOrder order) {
        Assignment<Section> assignment = new SectionAssignment(order, packages, prompts, sectionContract);
        return assignment.system().length() + assignment.question(1).length();
    }

    /** One piece of work, through all chat models. */
    private final class Round<T> {
        private final Assignment<T> assignment;
        private final Desk desk;
        private final TeacherLoss onLoss;
        private final Tally tally = new Tally();
        private int asked = -1;
        private boolean answered;
        private String reason = "";
        private String firstReason = "";
        private Optional<ChatException> failure = Optional.empty();

        Round(Assignment<T> assignment, Desk desk, TeacherLoss onLoss) {
            this.assignment = assignment;
            this.desk = desk;
            this.onLoss = onLoss;
        }

        Optional<Reading<T>> refuse(String why) {
            reason = why;
            return Optional.empty();
        }

        Optional<Reading<T>> ask() {
            Optional<String> lost = desk.lost();
            if (lost.isPresent()) {
                return refuse(lost.get());
            }
            for (ChatModel model : models) {
                asked++;
                Optional<Reading<T>> reading = desk.isRefused(asked) ? Optional.empty() : ask(model);
                if (reading.isPresent()) {
                    return reading;
                }
                firstReason = firstReason.isEmpty() ? reason : firstReason;
            }
            return Optional.empty();
        }

        private Optional<Reading<T>> ask(ChatModel model) {
            try {
                Inquiry.Outcome<T> outcome = new Inquiry<>(
                                model,
                                asked == 0 ? "" : "-second",
                                assignment,
                                desk,
                                tally,
                                new Backoff(sleeper, asked == models.size() - 1))
                        .ask();
                answered |= outcome.answered();
                reason = outcome.reason();
                failure = outcome.failure().or(() -> failure);
                return outcome.reading();
            } catch (ChatException.Authentication e) {
                reason = "the endpoint refused the key";
                failure = Optional.of(e);
                desk.refuse(asked);
                boolean last = asked == models.size() - 1;
                if (last && onLoss == TeacherLoss.FAIL) {
                    throw e;
                }
                if (last) {
                    desk.lose(reason);
                }
                return Optional.empty();
            }
        }

        /** A teacher that never said a word is a mistake in the set-up more often than bad luck. */
        void endUnlessAnswered() {
            if (answered || desk.lost().isPresent() || failure.isEmpty()) {
                return;
            }
            if (onLoss == TeacherLoss.FAIL) {
                throw failure.get();
            }
            desk.lose("the chat model never answered");
        }

        Account account(Reading<T> reading) {
            String id = models.get(asked).id();
            boolean second = asked > 0;
            return tally.account(id.isEmpty() ? "chat model" : id, second, second ? firstReason : "", reading.notes());
        }

        Account spareAccount() {
            boolean hopeless = failure.filter(e -> !e.retryable()).isPresent() && !answered;
            if (hopeless) {
                desk.lose(reason);
            }
            return tally.account(spare.id(), true, reason.isEmpty() ? "no answer could be used" : reason, List.of());
        }
    }
}
