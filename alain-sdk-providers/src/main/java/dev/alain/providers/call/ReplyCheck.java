package dev.alain.providers.call;

import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.FinishReason;
import dev.alain.chat.Message;
import dev.alain.providers.dialect.Asking;
import dev.alain.providers.dialect.ReplyDraft;
import dev.alain.providers.failure.Failure;
import dev.alain.providers.failure.FailureKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Looks at why an answer ended before anybody reads it: what was cut is no answer. */
final class ReplyCheck {
    /** What servers call it when they give up in the middle. */
    private static final Set<String> BROKEN_OFF = Set.of("abort", "error", "insufficient_system_resource", "cancelled");

    /** Fewer tokens prove nothing. */
    private static final int LEAST_TOKENS = 512;
    /** A server that counts less than this part of the least estimate has dropped something. */
    private static final double DROPPED = 0.7;

    private ReplyCheck() {}

    static Optional<Failure> failure(ReplyDraft draft, ChatReply reply, ChatRequest request, Asking asking) {
        if (draft.refused() || is(reply, FinishReason.CONTENT_FILTER)) {
            return failed(FailureKind.CONTENT_FILTERED, "the answer was withheld", reply);
        }
        if (is(reply, FinishReason.LENGTH)) {
            return failed(FailureKind.TRUNCATED, "the answer was cut at its bound" + bound(asking), reply);
        }
        if (BROKEN_OFF.contains(reply.finishReason().raw().toLowerCase(Locale.ROOT))) {
            return failed(FailureKind.SERVER, "the server broke the answer off", reply);
        }
        if (cutSilently(reply, request, asking)) {
            return failed(
                    FailureKind.CONTEXT_EXCEEDED,
                    "the server read " + reply.usage().input().orElse(0) + " tokens of a prompt of about "
                            + estimate(request) + " and dropped the rest without a word",
                    reply);
        }
        if (!reply.text().isBlank()) {
            return Optional.empty();
        }
        if (draft.wantsTool()) {
            return failed(FailureKind.UNEXPECTED, "the answer asks for a tool, and none was offered", reply);
        }
        return reply.reasoning().isBlank()
                ? failed(FailureKind.EMPTY, "the answer is empty", reply)
                : failed(FailureKind.THOUGHT_ONLY, "the answer holds reasoning and no text", reply);
    }

    private static boolean is(ChatReply reply, FinishReason reason) {
        return reply.finishReason().name().equals(reason.name());
    }

    private static Optional<Failure> failed(FailureKind kind, String message, ChatReply reply) {
        return Optional.of(Failure.of(kind, message).withPartial(reply.text(), reply.usage()));
    }

    private static String bound(Asking asking) {
        return asking.maxTokens() > 0 ? " of " + asking.maxTokens() + " tokens" : "";
    }

    /** Local servers drop the oldest part of a long prompt and answer 200; the counts show it. */
    private static boolean cutSilently(ChatReply reply, ChatRequest request, Asking asking) {
        if (!asking.vendor().local() || reply.usage().input().isEmpty()) {
            return false;
        }
        long counted = reply.usage().input().getAsLong();
        long answered = reply.usage().output().orElse(0);
        if (asking.contextTokens() > 0 && counted + answered >= asking.contextTokens()) {
            return true;
        }
        long estimate = estimate(request);
        return counted > 0
                && estimate >= LEAST_TOKENS
                && counted < DROPPED * estimate
                && (nearWindow(counted) || nearWindow(counted + answered));
    }

    /** A low count alone may leave out what was cached; what was cut fills a window, and windows are powers of two. */
    private static boolean nearWindow(long tokens) {
        long window = Long.highestOneBit(Math.max(1, tokens - 1)) * 2;
        return window >= 2_048 && tokens >= 0.97 * window;
    }

    /** Four characters a token, runs of one character counted once: less than any tokenizer makes of plain text. */
    private static long estimate(ChatRequest request) {
        long characters = 0;
        for (Message message : request.messages()) {
            char before = 0;
            for (int i = 0; i < message.text().length(); i++) {
                char letter = message.text().charAt(i);
                characters += letter == before ? 0 : 1;
                before = letter;
            }
        }
        return characters / 4;
    }
}
