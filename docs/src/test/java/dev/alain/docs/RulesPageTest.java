package dev.alain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The index of rules is made of the catalogue; {@code -Dgolden.update=true} writes it anew. */
final class RulesPageTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
    private static final Path INDEX = ROOT.resolve("docs/rules.md");
    private static final String PAGES = "alain-sdk-validators/src/main/resources/dev/alain/validators/rules/";
    private static final List<String> ORDER = List.of(
            "format",
            "structure",
            "code",
            "security",
            "reproducibility",
            "accessibility",
            "execution",
            "colab",
            "kaggle",
            "alain");

    @Test
    void theIndexIsThatOfTheCatalogue() throws IOException {
        String index = index(NotebookValidator.builder().catalogue());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(INDEX, index);
        }
        assertThat(Files.readString(INDEX)).isEqualTo(index);
    }

    private static String index(List<RuleInfo> rules) {
        Map<String, List<RuleInfo>> families = new TreeMap<>(Comparator.comparing(ORDER::indexOf));
        families.putAll(rules.stream().collect(Collectors.groupingBy(RulesPageTest::family)));
        StringBuilder text = new StringBuilder("# Rules\n\n");
        text.append(rules.size()).append(" rules, made of the catalogue (`alain rules` prints the same). ");
        text.append("A rule's page says why it exists and shows what it finds, what it makes of it, and what it ");
        text.append("accepts; every example is a test. How to choose, configure and extend: ");
        text.append("[validators.md](validators.md).\n");
        families.forEach((family, members) -> {
            text.append("\n## ")
                    .append(family)
                    .append("\n\n| Rule | Severity | Fix | What it asks for |\n|---|---|---|---|\n");
            members.forEach(rule -> text.append(row(rule)));
        });
        return text.toString();
    }

    private static String family(RuleInfo rule) {
        return ORDER.stream().filter(rule.profiles()::contains).findFirst().orElseThrow();
    }

    private static String row(RuleInfo rule) {
        String page = PAGES + rule.id() + ".md";
        String id = Files.exists(ROOT.resolve(page)) ? "[" + rule.id() + "](../" + page + ")" : rule.id();
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        id,
                        rule.severity().label(),
                        rule.fixable() ? "yes" : "",
                        rule.title().replace("|", "\\|").replace("<", "&lt;"));
    }
}
