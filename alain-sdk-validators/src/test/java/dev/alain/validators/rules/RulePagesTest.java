package dev.alain.validators.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.notebook.Cell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.ValidationOptions;
import dev.alain.validators.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A rule's page is its test: what stands under Finds is found as the page says, what stands under Accepts is not.
 *
 * <p>{@code -Dgolden.update=true} writes the blocks {@code findings} and {@code fixed} anew.
 */
final class RulePagesTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path PAGES = Path.of("src/main/resources/dev/alain/validators/rules");

    @TestFactory
    Stream<DynamicTest> everyPageIsTrue() {
        return new Catalogue()
                .rules().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.info().id() + " " + rule.info().slug(), () -> isTrue(rule)));
    }

    private static void isTrue(NotebookRule rule) throws IOException {
        String id = rule.info().id();
        String page = RulePage.text(id);
        if (UPDATE) {
            page = updated(rule, page);
            Files.writeString(PAGES.resolve(id + ".md"), page);
        }
        List<PageExample> finds = PageExample.of(section(page, "Finds"));
        assertThat(finds).as("examples under Finds").isNotEmpty();
        for (PageExample example : finds) {
            assertThat(found(rule, example))
                    .isNotEmpty()
                    .isEqualTo(example.findings().orElse(""));
            assertThat(fixed(rule, example)).isEqualTo(example.fixed().orElse(""));
        }
        List<PageExample> accepts = PageExample.of(section(page, "Accepts"));
        assertThat(accepts).as("examples under Accepts").isNotEmpty();
        for (PageExample example : accepts) {
            assertThat(found(rule, example)).isEmpty();
        }
        assertThat(finds.stream().anyMatch(example -> example.fixed().isPresent()))
                .as("a fixable rule shows what it makes of an example")
                .isEqualTo(rule.info().fixable());
    }

    private static String section(String page, String name) {
        List<String> sections = PageText.split(page, "## ").stream()
                .filter(section -> section.startsWith("## " + name + "\n"))
                .toList();
        assertThat(sections).as("section " + name).hasSize(1);
        return sections.get(0);
    }

    private static String found(NotebookRule rule, PageExample example) {
        return validator(rule, example).validate(example.document()).findings().stream()
                .map(RulePagesTest::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Finding finding) {
        String place = finding.cellId().orElse("notebook")
                + (finding.line() == 0 ? "" : ":" + finding.line())
                + (finding.column() == 0 ? "" : ":" + finding.column());
        String evidence = finding.evidence().isEmpty() ? "" : " | " + finding.evidence();
        return place + ": " + finding.severity().label() + ": " + finding.message() + evidence;
    }

    /** The mended notebook as text; empty when nothing was mended. */
    private static String fixed(NotebookRule rule, PageExample example) {
        NotebookValidator validator = validator(rule, example);
        NotebookFixer fixer = NotebookFixer.using(validator);
        NotebookFixer.Fixed fixed = fixer.fix(example.document());
        if (!fixed.changed()) {
            return "";
        }
        assertThat(fixed.document().problems())
                .as("a mended notebook is strictly valid")
                .isEmpty();
        assertThat(fixer.fix(fixed.document()).changed())
                .as("mending twice is mending once")
                .isFalse();
        return text(example.document(), fixed.notebook());
    }

    private static String text(NotebookDocument before, Notebook after) {
        List<String> lines = new ArrayList<>();
        boolean sameMetadata = before.notebook()
                .map(notebook -> notebook.metadata().equals(after.metadata()))
                .orElse(after.metadata().isEmpty());
        if (!sameMetadata) {
            lines.add("# metadata " + after.metadata());
        }
        for (Cell cell : after.cells()) {
            String type = cell.type().equals("code") ? "" : " [" + cell.type() + "]";
            lines.add("# %%" + type + " id=" + cell.id() + more(cell.toJson()));
            lines.add(cell.source());
        }
        return String.join("\n", lines);
    }

    private static String more(com.fasterxml.jackson.databind.JsonNode cell) {
        StringBuilder more = new StringBuilder();
        for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> entry : cell.properties()) {
            boolean plain = Set.of("cell_type", "id", "source").contains(entry.getKey())
                    || entry.getValue().isEmpty() && !entry.getValue().isNumber();
            more.append(plain ? "" : " " + entry.getKey() + "=" + entry.getValue());
        }
        return more.toString();
    }

    private static NotebookValidator validator(NotebookRule rule, PageExample example) {
        Set<String> asked = new java.util.LinkedHashSet<>(example.profiles());
        asked.addAll(rule.info().profiles());
        ClassLoader none = ClassLoader.getPlatformClassLoader();
        ValidationOptions options = new ValidationOptions(asked, Map.of(), Set.of(), example.settings(), List.of());
        NotebookValidator.Builder builder =
                NotebookValidator.builder(none).rules(RuleCatalog.of(rule)).options(options);
        java.util.ServiceLoader.load(dev.alain.code.CodeAnalyzer.class)
                .findFirst()
                .ifPresent(builder::analyzer);
        return builder.build();
    }

    /** The page with its findings and fixed blocks as they are now. */
    private static String updated(NotebookRule rule, String page) throws IOException {
        String section = section(page, "Finds");
        StringBuilder renewed = new StringBuilder();
        for (String part : PageText.split(withoutGolden(section), "### ")) {
            renewed.append(part.stripTrailing());
            for (PageExample example : PageExample.of(part)) {
                renewed.append("\n\n```findings\n").append(found(rule, example)).append("\n```");
                String fixed = fixed(rule, example);
                String fence = fixed.contains("```") ? "````" : "```";
                renewed.append(
                        fixed.isEmpty() ? "" : "\n\n" + fence + "fixed\n" + SampleSecrets.masked(fixed) + "\n" + fence);
            }
            renewed.append("\n\n");
        }
        return page.replace(section, renewed.toString());
    }

    private static String withoutGolden(String section) {
        List<String> kept = new ArrayList<>();
        String closing = "";
        for (String line : section.split("\n", -1)) {
            boolean opens = closing.isEmpty() && line.matches("`{3,}(findings|fixed)");
            if (opens) {
                closing = line.substring(0, line.lastIndexOf('`') + 1);
            } else if (!closing.isEmpty()) {
                closing = line.equals(closing) ? "" : closing;
            } else {
                kept.add(line);
            }
        }
        return String.join("\n", kept).replaceAll("\n{3,}", "\n\n");
    }
}
