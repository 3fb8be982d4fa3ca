package dev.alain.providers.call;

import dev.alain.chat.ChatReply;
import dev.alain.chat.FinishReason;
import dev.alain.providers.secret.Redactor;
import java.nio.charset.StandardCharsets;

/** Makes a reply fit to be stored: no key in it, and nothing that UTF-8 cannot hold. */
final class CleanReply {
    private final Redactor redactor;

    CleanReply(Redactor redactor) {
        this.redactor = redactor;
    }

    ChatReply of(ChatReply reply) {
        return reply.withText(clean(reply.text()))
                .withReasoning(clean(reply.reasoning()))
                .withOrigin(clean(reply.model()), clean(reply.requestId()), reply.attempts())
                .withFinishReason(new FinishReason(
                        reply.finishReason().name(), clean(reply.finishReason().raw())))
                .withRaw(redactor.clean(reply.raw()));
    }

    private String clean(String text) {
        return redactor.cleanCut(wellFormed(text));
    }

    /** Half a surrogate pair becomes U+FFFD, as decoders have it. */
    private static String wellFormed(String text) {
        boolean broken = !StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return broken ? new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16) : text;
    }
}
