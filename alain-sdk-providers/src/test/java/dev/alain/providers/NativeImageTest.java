package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A native image needs to be told of every resource. */
final class NativeImageTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void everyResourceIsNamed() throws IOException {
        JsonNode config = new ObjectMapper()
                .readTree(RESOURCES
                        .resolve("META-INF/native-image/dev.alain/alain-sdk-providers/resource-config.json")
                        .toFile());
        List<String> patterns = new ArrayList<>();
        config.at("/resources/includes")
                .forEach(each -> patterns.add(each.path("pattern").asText()));
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !name.contains("native-image")))
                    .isNotEmpty()
                    .allMatch(name -> patterns.stream().anyMatch(name::matches));
        }
    }
}
