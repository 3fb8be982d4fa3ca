package dev.alain.docs;

import dev.alain.chat.ChatModel;
import dev.alain.chat.ChatModelProvider;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.ModelQuery;
import java.net.URI;

/** A program that finds a provider as a service and asks one question. */
final class AskOnModulePath {
    private AskOnModulePath() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        ModelQuery query = ModelQuery.of("openai-compatible", "m").withBaseUrl(URI.create(arguments[0]));
        try (ChatModel model = ChatModelProvider.installed().open(query)) {
            System.out.println(model.chat(ChatRequest.of("Why?")).text());
            System.out.println(model.getClass().getModule());
            System.out.println(Class.forName("okhttp3.OkHttpClient").getModule());
        }
    }
}
