package dev.alain.providers;

import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import okhttp3.OkHttpClient;

/** A program that asks one question and forgets to close the model. */
final class ChildProgram {
    private ChildProgram() {}

    public static void main(String[] arguments) {
        RemoteChatModel model = OpenAiCompatible.at(arguments[0]).model("child").build();
        CompletableFuture<ChatReply> reply = model.chatAsync(ChatRequest.of("Why?"), ForkJoinPool.commonPool());
        System.out.println(reply.join().text());
        System.out.println(
                OkHttpClient.class.getProtectionDomain().getCodeSource().getLocation());
        System.out.println("main ends " + System.currentTimeMillis());
    }
}
