package dev.alain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages say is what the code does. */
final class PagesTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

    @Test
    void theProgramOfTheReadmeIsTheOneThatIsTested() throws IOException {
        String source = Files.readString(
                ROOT.resolve("samples/quickstart/src/main/java/dev/alain/samples/quickstart/QuickStart.java"));
        String snippet =
                source.substring(source.indexOf("// tag::quickstart") + 18, source.indexOf("// end::quickstart"));

        assertThat(unindented(Files.readString(ROOT.resolve("README.md")))).contains(unindented(snippet.strip()));
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    @Test
    void everyLinkToAFileHasItsFile() throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages = Stream.concat(root, docs).toList();
            for (Path page : pages.stream()
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList()) {
                String text = Files.readString(page);
                for (int at = text.indexOf("]("); at >= 0; at = text.indexOf("](", at + 2)) {
                    String target =
                            text.substring(at + 2, text.indexOf(')', at)).split("#", 2)[0];
                    boolean local = !target.isEmpty() && !target.contains("://");
                    if (local && !Files.exists(page.resolveSibling(target))) {
                        broken.add(page + " -> " + target);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
