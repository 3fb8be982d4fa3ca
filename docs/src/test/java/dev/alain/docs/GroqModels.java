package dev.alain.docs;

import dev.alain.chat.ChatModel;
import dev.alain.chat.ChatModelProvider;
import dev.alain.chat.ModelQuery;
import dev.alain.providers.VendorModels;
import dev.alain.providers.vendor.StructuredOutput;
import dev.alain.providers.vendor.Vendor;
import java.util.List;

/** The vendor of the page on chat models. */
// tag::vendor
public final class GroqModels implements ChatModelProvider {
    static final Vendor GROQ = Vendor.builder("groq")
            .baseUrl("https://api.groq.com/openai/v1")
            .keyVariables("GROQ_API_KEY")
            .structuredOutput(StructuredOutput.JSON_OBJECT)
            .build();

    @Override
    public List<String> vendors() {
        return List.of(GROQ.name());
    }

    @Override
    public ChatModel open(ModelQuery query) {
        return VendorModels.builder(GROQ, query).build();
    }
}
// end::vendor
