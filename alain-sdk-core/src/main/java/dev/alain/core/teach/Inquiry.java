package dev.alain.core.teach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.chat.ChatException;
import dev.alain.chat.ChatModel;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.FinishReason;
import dev.alain.chat.Message;
import dev.alain.core.json.JsonRepairException;
import dev.alain.core.text.KeyShapes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks one chat model until its answer is as it should be, or the attempts are used up.
 *
 * <p>What can be read is mended and kept; only what is wrong is asked for again, with the list of what was wrong. An
 * answer that was cut is never taken for whole: it is asked for with more room, or its rest is. Used once, by one thread.
 */
final class Inquiry<T> {
    private static final int MOST_TOKENS = 16_000;

    /** How often a call that was not made is tried again; with the pause between, longer than breakers stay open. */
    private static final int MOST_HELD = 25;

    /** With fewer it is an answer to something else, and no part of it is kept. */
    private static final int LEAST_MEMBERS = 5;

    /** What came of it: an answer if there is one, why the last call failed, whether the model ever answered. */
    record Outcome<T>(Optional<Reading<T>> reading, Optional<ChatException> failure, boolean answered, String reason) {}

    private final ChatModel model;
    private final String mark;
    private final Assignment<T> assignment;
    private final Desk desk;
    private final Tally tally;
    private final Pause pause;

    private Question question = Question.whole(List.of());
    private @Nullable Reading<T> best;
    private @Nullable ObjectNode kept;
    private @Nullable ChatException failure;
    private int tokens;
    private double share = 1;
    private double warmth = 0.2;
    private boolean answered;
    private boolean heldBack;
    private int held;
    private String reason = "";

    /**
     * @param mark tells this model's replies from another's in the names of files; empty for the first
     */
    Inquiry(ChatModel model, String mark, Assignment<T> assignment, Desk desk, Tally tally, Pause pause) {
        this.model = model;
        this.mark = mark;
        this.assignment = assignment;
        this.desk = desk;
        this.tally = tally;
        this.pause = pause;
        this.tokens = assignment.outputTokens();
    }

    /**
     * @throws ChatException.Authentication if the endpoint refuses the key
     * @throws ChatException.Cancelled if the caller cancelled
     */
    Outcome<T> ask() {
        boolean goesOn = true;
        for (int attempt = 1; goesOn && attempt <= desk.ledger().attempts(); attempt += heldBack ? 0 : 1) {
            if (desk.cancelled()) {
                throw new ChatException.Cancelled("the run was cancelled", ChatException.Details.NONE);
            }
            Optional<String> spent = desk.ledger().take();
            if (spent.isPresent()) {
                reason = spent.get();
                break;
            }
            goesOn = attempt(attempt);
        }
        return new Outcome<>(
                Optional.ofNullable(best).filter(Reading::usable), Optional.ofNullable(failure), answered, reason);
    }

    /** Whether another attempt makes sense. */
    private boolean attempt(int number) {
        ChatRequest request = request();
        int prompt = request.messages().stream()
                .mapToInt(message -> message.text().length())
                .sum();
        heldBack = false;
        try {
            ChatReply reply = answer(request);
            answered = true;
            long output = tally.output();
            desk.ledger().spent(tally.book(prompt, reply.text().length(), reply.usage()));
            boolean cut = reply.finishReason().name().equals(FinishReason.LENGTH.name());
            String before = reason;
            reason = "";
            boolean goesOn = cut ? truncated(reply.text(), number) : understood(reply.text(), number);
            tell(number, reply.usage().input().orElse(prompt / 4), tally.output() - output);
            reason = reason.isEmpty() ? before : reason;
            return goesOn;
        } catch (ChatException e) {
            desk.ledger().spent(tally.book(prompt, e.partialText().length(), e.usage()));
            reason = e.getClass().getSimpleName();
            boolean goesOn = after(e, number);
            tell(number, e.usage().input().orElse(0), e.usage().output().orElse(0));
            return goesOn;
        }
    }

    private void tell(int number, long in, long out) {
        desk.called(new Desk.Call(
                assignment.name(), number, model.id(), in, out, reason.isEmpty() ? "ok" : KeyShapes.redacted(reason)));
    }

    private ChatRequest request() {
        String user = assignment.question(share) + question.text(assignment, kept);
        boolean structured = model.capabilities().structuredOutput();
        return ChatRequest.builder()
                .message(Message.system(assignment.system()))
                .message(Message.user(user))
                .responseFormat(assignment.contract().format(structured, question.members()))
                .maxOutputTokens(room())
                .temperature(warmth)
                .deadline(desk.ledger().deadline())
                .attribute("stage", assignment.name())
                .build();
    }

    private int room() {
        int context = model.capabilities().contextLength().orElse(Integer.MAX_VALUE);
        return Math.max(256, Math.min(tokens, context / 2));
    }

    /** A chat model is a plug-in: one that breaks is one that failed. */
    private ChatReply answer(ChatRequest request) {
        try {
            return model.chat(request);
        } catch (ChatException e) {
            throw e;
        } catch (Exception e) { // a border: some languages throw checked exceptions anywhere
            if (desk.cancelled() || e instanceof InterruptedException) {
                throw new ChatException.Cancelled("the call was interrupted", ChatException.Details.NONE);
            }
            throw new ChatException.ServerFailure(
                    "the chat model threw " + e.getClass().getName(), ChatException.Details.NONE);
        }
    }

    private boolean after(ChatException e, int number) {
        if (e instanceof ChatException.Authentication || e instanceof ChatException.Cancelled) {
            tell(number, 0, 0);
            throw e;
        }
        failure = e;
        // Withheld or empty, it is an answer all the same: the endpoint is there and counts tokens.
        answered |=
                e instanceof ChatException.ContentFiltered || e.usage().output().isPresent();
        if (e instanceof ChatException.OutputTruncated) {
            answered = true;
            return truncated(e.partialText(), number);
        }
        if (e instanceof ChatException.OutputFormat) {
            answered = true;
            return unreadable(e.partialText(), "The answer was not of the shape that was asked for", number);
        }
        if (e instanceof ChatException.ContextExceeded) {
            boolean first = share > 0.3;
            share /= 2;
            return first;
        }
        heldBack = e instanceof ChatException.CircuitOpen || e instanceof ChatException.QueueFull;
        if (heldBack) {
            // Nobody was asked: the adapter protects an endpoint that has just failed, and will try it again.
            held++;
            return held <= MOST_HELD && pause.whileHeldBack(desk.ledger().left());
        }
        boolean last = number >= desk.ledger().attempts();
        return e.retryable() && (last || pause.before(e, number, desk.ledger().left()));
    }

    private boolean understood(String text, int number) {
        Contract.Answer answer;
        try {
            answer = assignment.contract().read(text);
        } catch (JsonRepairException e) {
            return unreadable(text, "The answer held no JSON object that could be read", number);
        }
        if (!answer.complete()) {
            return truncated(text, number);
        }
        if (Repetition.in(assignment.prose(answer.value()))) {
            return circles(text, number);
        }
        judge(assignment.read(whole(answer.value())));
        return best == null || !best.clean();
    }

    private ObjectNode whole(ObjectNode answer) {
        return kept == null ? answer : assignment.complete(kept, answer, question.rest());
    }

    /** The best answer so far is what the next question is about. */
    private void judge(Reading<T> reading) {
        reason = reading.clean() ? "" : reading.violations().get(0).message();
        Reading<T> base = best == null || reading.weight() < best.weight() ? reading : best;
        best = base;
        List<String> members = base.violations().stream()
                .map(Violation::field)
                .distinct()
                .sorted()
                .toList();
        boolean part =
                !members.contains("") && members.size() < 4 && base.answer().size() >= LEAST_MEMBERS;
        kept = part ? base.answer() : null;
        question = part ? Question.part(members, base.notes()) : Question.whole(base.notes());
    }

    private boolean unreadable(String text, String problem, int number) {
        keep(text, number);
        reason = problem;
        question = kept == null ? Question.whole(List.of(problem)) : question;
        return true;
    }

    private boolean circles(String text, int number) {
        keep(text, number);
        reason = "The answer went round in circles";
        warmth = 0.7;
        question = kept == null ? Question.whole(List.of(reason)) : question;
        return true;
    }

    private boolean truncated(String text, int number) {
        keep(text, number);
        reason = "The answer was cut before its end";
        tokens = Math.min(MOST_TOKENS, tokens * 2);
        if (Repetition.in(text)) {
            return circles(text, number);
        }
        if (kept != null) {
            return true; // the rest itself was cut: the same part again, with more room
        }
        ObjectNode part = assignment.salvage(readable(text));
        List<String> missing = assignment.missing(part);
        if (part.isEmpty()) {
            question = Question.whole(List.of(reason + "; be briefer"));
        } else if (missing.isEmpty()) {
            judge(assignment.read(part));
            return best == null || !best.clean();
        } else {
            kept = part;
            question = Question.rest(missing);
        }
        return true;
    }

    private JsonNode readable(String text) {
        try {
            return assignment.contract().read(text).value();
        } catch (JsonRepairException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private void keep(String text, int number) {
        if (!text.isBlank()) {
            desk.keepRaw(assignment.name() + mark + "-" + number + ".txt", KeyShapes.redacted(text));
        }
    }

    /** Waits between attempts, when nobody below has waited already. */
    interface Pause {
        /** Whether the next attempt is worth making; returns when it is time for it. */
        boolean before(ChatException failure, int attempt, Duration left);

        /** The same when the adapter holds calls back. */
        boolean whileHeldBack(Duration left);
    }
}
