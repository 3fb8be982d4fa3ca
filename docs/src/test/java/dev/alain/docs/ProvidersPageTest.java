package dev.alain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.Settings;
import dev.alain.chat.ChatModel;
import dev.alain.chat.ChatModelProvider;
import dev.alain.chat.ModelQuery;
import dev.alain.providers.vendor.StructuredOutput;
import dev.alain.providers.vendor.Vendor;
import dev.alain.providers.vendor.Vendors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on chat models says what the vendors' files say, and its vendor works. */
final class ProvidersPageTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

    @Test
    void theTableIsThatOfTheVendors() throws IOException {
        for (String name : Vendors.names()) {
            assertThat(page()).contains(row(Vendors.known(name)));
        }
    }

    @Test
    void theVendorOfThePageIsTheOneThatIsCompiled() throws IOException {
        String source = Files.readString(ROOT.resolve("docs/src/test/java/dev/alain/docs/GroqModels.java"));
        String snippet = source.substring(source.indexOf("// tag::vendor") + 14, source.indexOf("// end::vendor"));

        assertThat(page()).contains(snippet.strip());
    }

    @Test
    void theVendorOfThePageOpensAndIsTheSameAsItsFile() throws IOException {
        ChatModelProvider provider = new GroqModels();
        ModelQuery query = ModelQuery.of("groq", "m").withSettings(Settings.of(Map.of("GROQ_API_KEY", "gsk-1234567")));
        try (ChatModel model = provider.open(query)) {
            assertThat(model.id()).isEqualTo("groq:m");
        }
        int from = page().indexOf("{\"name\": \"groq\"");
        String file = page().substring(from, page().indexOf("```", from));
        assertThat(Vendor.of(new ObjectMapper().readTree(file))).isEqualTo(GroqModels.GROQ);
    }

    private static String row(Vendor vendor) {
        String ways = vendor.structuredOutput().isEmpty()
                ? "prompt"
                : vendor.structuredOutput().stream()
                        .map(StructuredOutput::label)
                        .collect(Collectors.joining(", "));
        String bound = vendor.dialect().equals("ollama") ? "num_predict" : vendor.tokenField();
        return "| `%s` | %s | %s | %s | `%s` | %d |"
                .formatted(
                        vendor.name(),
                        vendor.baseUrl()
                                .map(URI::toString)
                                .map(url -> "`" + url + "`")
                                .orElse("of your choice"),
                        vendor.keyRequired() ? "`" + vendor.keyVariables().get(0) + "`" : "none",
                        ways,
                        bound,
                        vendor.concurrency());
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/providers.md"));
    }
}
