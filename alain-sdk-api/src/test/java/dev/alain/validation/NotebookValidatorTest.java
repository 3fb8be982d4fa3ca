package dev.alain.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.CodeCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.ValidationReport.Waiver;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NotebookValidatorTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void runsTheRulesOfItsProfilesAndThoseOfNoFamily() {
        NotebookRule team = always("ACME1", "acme");

        ValidationReport report = validator(
                        options("{\"profiles\": [\"code\"]}"), always("S1", "structure"), always("C1", "code"), team)
                .validate(notebook());

        assertThat(report.rulesRun()).containsExactly("C1", "ACME1");
    }

    @Test
    void leavesKaggleOutUnlessAskedFor() {
        NotebookRule kaggle = always("K1", "kaggle");

        assertThat(validator(ValidationOptions.DEFAULTS, kaggle)
                        .validate(notebook())
                        .rulesRun())
                .isEmpty();
        assertThat(validator(options("{\"profiles\": [\"kaggle\", \"tutorial\"]}"), kaggle)
                        .validate(notebook())
                        .rulesRun())
                .containsExactly("K1");
    }

    @Test
    void aStyleAloneKeepsTheDefaultFamilies() {
        assertThat(validator(options("{\"profiles\": [\"tutorial\"]}"), always("S1", "structure"))
                        .validate(notebook())
                        .rulesRun())
                .containsExactly("S1");
    }

    @Test
    void severitiesAreTheTeams() {
        ValidationReport report = validator(
                        options("{\"severities\": {\"C1\": \"info\", \"C2\": \"off\"}}"),
                        always("C1", "code"),
                        always("C2", "code"))
                .validate(notebook());

        assertThat(report.findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
        assertThat(report.rulesSkipped()).containsEntry("C2", "turned off");
    }

    @Test
    void aWaiverOfTheTeamSetsAsideAndIsListed() {
        ValidationReport report = validator(
                        options("{\"waivers\": [{\"rule\": \"SEC\", \"cell\": \"c1\", \"reason\": \"a sample\"}]}"),
                        always("SEC", "security"))
                .validate(notebook());

        assertThat(report.passed()).isTrue();
        assertThat(report.waivers()).containsExactly(new Waiver("SEC", "c1", "a sample"));
    }

    @Test
    void aNotebookWaivesNothingThatGuardsItsReader() {
        Notebook sly = notebook("{\"alain\": {\"waivers\": ["
                + "{\"rule\": \"SEC\", \"reason\": \"trust me\"}, {\"rule\": \"C1\", \"reason\": \"meant\"},"
                + "{\"rule\": \"C2\", \"reason\": \" \"}]}}");

        ValidationReport report = validator(
                        ValidationOptions.DEFAULTS,
                        always("SEC", "security"),
                        always("C1", "code"),
                        always("C2", "code"))
                .validate(sly);

        assertThat(report.findings()).extracting(Finding::ruleId).containsExactly("SEC", "C2");
        assertThat(report.waivers()).extracting(Waiver::rule).containsExactly("C1");
    }

    @Test
    void waiversAloneDoNotMakeANotebookOurs() {
        assertThat(NotebookView.of(document(notebook("{\"alain\": {\"waivers\": []}}")))
                        .isOurs())
                .isFalse();
        assertThat(NotebookView.of(document(notebook("{\"alain\": {\"recipe\": {}}}")))
                        .isOurs())
                .isTrue();
    }

    @Test
    void aRuleYieldsToTheContractOnOurNotebooksOnly() {
        NotebookRule contract = always("ALN1", "alain");
        NotebookRule general =
                rule(new RuleInfo("STR1", "str", "a test", Severity.WARNING, Set.of("structure"), false, "ALN1", ""));

        assertThat(validator(ValidationOptions.DEFAULTS, general, contract)
                        .validate(notebook("{\"alain\": {\"recipe\": {}}}"))
                        .rulesRun())
                .containsExactly("ALN1");
        assertThat(validator(ValidationOptions.DEFAULTS, general, contract)
                        .validate(notebook())
                        .rulesRun())
                .containsExactly("STR1");
    }

    @Test
    void aRuleThatThrowsIsReportedAndTheOthersGoOn() {
        NotebookRule broken = new NotebookRule() {
            @Override
            public RuleInfo info() {
                return new RuleInfo("BAD", "bad", "a test", Severity.ERROR, Set.of("code"), false);
            }

            @Override
            public void check(NotebookView view, FindingSink findings) {
                throw new IllegalStateException("with a secret in it");
            }
        };

        ValidationReport report = validator(ValidationOptions.DEFAULTS, broken, always("C1", "code"))
                .validate(notebook());

        assertThat(report.rulesFailed()).containsEntry("BAD", "IllegalStateException");
        assertThat(report.rulesRun()).containsExactly("C1");
    }

    @Test
    void theCatalogueOfHigherPriorityWins() {
        NotebookRule later = rule(new RuleInfo("C1", "later", "a test", Severity.INFO, Set.of("code"), false));
        RuleCatalog strong = new RuleCatalog() {
            @Override
            public List<NotebookRule> rules() {
                return List.of(later);
            }

            @Override
            public int priority() {
                return 1;
            }
        };

        List<RuleInfo> known = NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(always("C1", "code")))
                .rules(strong)
                .catalogue();

        assertThat(known).extracting(RuleInfo::slug).containsExactly("later");
    }

    @Test
    void optionsThatAreNotUnderstoodAreRefusedByName() {
        assertThatThrownBy(() -> options("{\"severity\": {}}")).hasMessageContaining("\"severity\" is none of");
        assertThatThrownBy(() -> options("{\"profiles\": [\"colabs\"]}")).hasMessageContaining("\"colabs\"");
        assertThatThrownBy(() -> options("{\"severities\": {\"C1\": \"fatal\"}}"))
                .hasMessageContaining("severities.C1 is \"fatal\"");
        assertThatThrownBy(() -> options("{\"waivers\": [{\"rule\": \"C1\"}]}"))
                .hasMessageContaining("the waiver of C1 gives no reason");
    }

    @Test
    void figuresOfANotebook() {
        Notebook notebook = Notebook.of(
                JsonNodeFactory.instance.objectNode(),
                List.of(
                        dev.alain.notebook.MarkdownCell.of(
                                "m", "# A title\n\nThe cat sat on the mat.\n\n```\ncode\n```"),
                        CodeCell.of("c", "x = 1\n\ny = 2")));

        assertThat(NotebookMetrics.of(notebook)).isEqualTo(new NotebookMetrics(2, 1, 8, 15, 0.5, 1, 0));
    }

    private static NotebookValidator validator(ValidationOptions options, NotebookRule... rules) {
        return NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(rules))
                .options(options)
                .build();
    }

    private static ValidationOptions options(String json) {
        try {
            return ValidationOptions.fromJson(MAPPER.readTree(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NotebookRule always(String id, String profile) {
        return rule(new RuleInfo(id, "test", "a test", Severity.ERROR, Set.of(profile), false));
    }

    private static NotebookRule rule(RuleInfo info) {
        return new NotebookRule() {
            @Override
            public RuleInfo info() {
                return info;
            }

            @Override
            public void check(NotebookView view, FindingSink findings) {
                findings.report(Finding.of(info, "found").cell("c1").build());
            }
        };
    }

    private static Notebook notebook() {
        return notebook("{}");
    }

    private static Notebook notebook(String metadata) {
        try {
            return Notebook.of((ObjectNode) MAPPER.readTree(metadata), List.of(CodeCell.of("c1", "x = 1")));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NotebookDocument document(Notebook notebook) {
        return NotebookDocument.read(notebook.toBytes());
    }
}
