package dev.alain.testkit;

import dev.alain.chat.ChatException;
import dev.alain.chat.ChatModel;
import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.FinishReason;
import dev.alain.chat.Message;
import dev.alain.testkit.TeacherFault.Reaction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A chat model in this process that answers from a script and remembers what it was asked. Thread-safe.
 *
 * <pre>{@code
 * ScriptedChatModel model = ScriptedChatModel.of(new ScriptedLesson(8)).named("scripted");
 * }</pre>
 */
public final class ScriptedChatModel implements ChatModel {
    /** What is answered to a prompt; {@code call} counts the calls from 1. */
    @FunctionalInterface
    public interface Script {
        /** The reaction. */
        Reaction react(String prompt, int call);
    }

    private final String id;
    private final Script script;
    private final Duration latency;
    private final boolean remembers;
    private final List<String> prompts = new CopyOnWriteArrayList<>();
    private final java.util.concurrent.atomic.AtomicInteger calls = new java.util.concurrent.atomic.AtomicInteger();

    private ScriptedChatModel(String id, Script script, Duration latency, boolean remembers) {
        this.id = id;
        this.script = script;
        this.latency = latency;
        this.remembers = remembers;
    }

    /** A model that answers well and at once. */
    public static ScriptedChatModel of(ScriptedLesson lesson) {
        return of((prompt, call) -> Reaction.text(lesson.answer(prompt)));
    }

    /** A model that does as it is told. */
    public static ScriptedChatModel of(Script script) {
        return new ScriptedChatModel("scripted", script, Duration.ZERO, true);
    }

    /** The same under another name; an empty one makes it nameless. */
    public ScriptedChatModel named(String name) {
        return new ScriptedChatModel(name, script, latency, remembers);
    }

    /** The same, but every answer takes this long. */
    public ScriptedChatModel after(Duration time) {
        return new ScriptedChatModel(id, script, time, remembers);
    }

    /** The same without a memory of prompts, for very many calls. */
    public ScriptedChatModel forgetful() {
        return new ScriptedChatModel(id, script, latency, false);
    }

    @Override
    public String id() {
        return id;
    }

    /** The prompts so far, system message first. */
    public List<String> prompts() {
        return List.copyOf(prompts);
    }

    /** How often it was asked. */
    public int calls() {
        return calls.get();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        String prompt = request.messages().stream().map(Message::text).collect(Collectors.joining("\n\n"));
        int call = calls.incrementAndGet();
        if (remembers) {
            prompts.add(prompt);
        }
        pause(latency);
        return reply(script.react(prompt, call), request);
    }

    private static ChatReply reply(Reaction reaction, ChatRequest request) {
        ChatException.Details details = ChatException.Details.NONE.withStatus(reaction.status());
        return switch (reaction.status()) {
            case 0 -> throw silent(request);
            case 200 -> answered(reaction);
            case 401, 403 -> throw new ChatException.Authentication("the key was refused", details);
            case 402 -> throw new ChatException.QuotaExceeded("no credit is left", details);
            case 429 ->
                throw new ChatException.RateLimited(
                        "too many calls", details.withRetryAfter(Duration.ofMillis(reaction.retryAfter())));
            default -> throw new ChatException.ServerFailure("status " + reaction.status(), details);
        };
    }

    private static ChatReply answered(Reaction reaction) {
        if (reaction.finish().equals("content_filter")) {
            throw new ChatException.ContentFiltered("the answer was withheld", ChatException.Details.NONE);
        }
        ChatReply reply = ChatReply.of(reaction.text());
        return reaction.finish().equals("length") ? reply.withFinishReason(FinishReason.LENGTH) : reply;
    }

    /** As an adapter does with an endpoint that says nothing: it gives up, and says so. */
    private static ChatException silent(ChatRequest request) {
        boolean patient = request.deadline().isPresent();
        return new ChatException.TimedOut(
                patient ? "no answer came before the deadline" : "no answer came", ChatException.Details.NONE);
    }

    private static void pause(Duration time) {
        if (time.isZero()) {
            return;
        }
        try {
            boolean never = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
            if (never) {
                throw new IllegalStateException("nobody opens this latch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException.Cancelled("the call was interrupted", ChatException.Details.NONE);
        }
    }
}
