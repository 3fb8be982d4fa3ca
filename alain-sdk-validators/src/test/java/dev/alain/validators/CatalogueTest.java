package dev.alain.validators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.Profiles;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue is complete and consistent: a rule is a class, a page, an entry, and they agree. */
final class CatalogueTest {
    private static final List<NotebookRule> RULES = new Catalogue().rules();
    private static final Path PAGES = Path.of("src/main/resources/dev/alain/validators/rules");
    private static final Map<String, String> FAMILY_OF_PREFIX = Map.of(
            "FMT", "format",
            "STR", "structure",
            "COD", "code",
            "SEC", "security",
            "REP", "reproducibility",
            "A11Y", "accessibility",
            "COL", "colab",
            "KAG", "kaggle",
            "EXE", "execution");

    @Test
    void everyRuleOfTheEvidenceIsThere() {
        Set<String> asked = new TreeSet<>();
        add(asked, "FMT0", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 16, 17, 18);
        add(asked, "STR0", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 21);
        add(asked, "COD0", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 17, 19);
        add(asked, "SEC0", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        add(asked, "REP0", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        add(asked, "A11Y", 1, 2, 3, 4, 5, 6, 8);
        add(asked, "COL0", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        add(asked, "KAG0", 1, 2, 3, 4);
        add(asked, "EXE0", 1, 2, 3, 5);

        assertThat(ids()).containsAll(asked);
    }

    private static void add(Set<String> ids, String prefix, int... numbers) {
        for (int number : numbers) {
            ids.add(prefix + "%02d".formatted(number));
        }
    }

    @Test
    void idsAndNamesAreUnique() {
        Set<String> names = new HashSet<>();
        for (NotebookRule rule : RULES) {
            assertThat(names.add(rule.info().id())).as(rule.info().id()).isTrue();
            assertThat(names.add(rule.info().slug())).as(rule.info().slug()).isTrue();
        }
    }

    @Test
    void everyRuleSaysWhatItIs() {
        for (NotebookRule rule : RULES) {
            RuleInfo info = rule.info();
            assertThat(info.slug()).as(info.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(info.title()).as(info.id()).hasSizeBetween(10, 110).doesNotEndWith(".");
            assertThat(info.help()).as(info.id()).hasSizeGreaterThan(60);
            String prefix = info.id().startsWith("A11Y") ? "A11Y" : info.id().substring(0, 3);
            assertThat(info.profiles()).as(info.id()).contains(FAMILY_OF_PREFIX.get(prefix));
            assertThat(Profiles.families()).as(info.id()).containsAll(info.profiles());
            assertThat(info.yieldsTo()).as(info.id()).matches("|ALN0\\d\\d");
        }
    }

    @Test
    void everyPageHasARuleAndEveryRuleAPage() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".md"))
                            .map(name -> name.replace(".md", ""))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(ids());
        }
        RULES.forEach(rule -> assertThat(RulePage.info(rule.info().id())).isEqualTo(rule.info()));
    }

    @Test
    void isFoundByTheBuilderOfEmbedders() {
        assertThat(NotebookValidator.builder().catalogue())
                .extracting(RuleInfo::id)
                .containsAll(ids());
    }

    private static Set<String> ids() {
        return RULES.stream().map(rule -> rule.info().id()).collect(Collectors.toCollection(TreeSet::new));
    }
}
