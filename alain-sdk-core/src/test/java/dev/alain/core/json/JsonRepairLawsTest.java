package dev.alain.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JsonRepairLawsTest {
    private static final RepairOptions STRICT =
            RepairOptions.builder().profile(RepairProfile.STRICT).build();

    @Test
    void validDocumentsAreNotTouched() {
        Property.forAll(3_000, JsonTexts::document, document -> {
            for (String text : List.of(document.toString(), document.toPrettyString())) {
                RepairResult result = JsonRepair.parse(text);
                assertThat(result.repairs()).isEmpty();
                assertThat(result.value()).isEqualTo(document);
            }
        });
    }

    @Test
    void theTolerantReaderAgreesWithTheStrictOneOnValidDocuments() {
        Property.forAll(3_000, JsonTexts::document, document -> {
            String text = document.toString();
            if (document.isContainerNode()) {
                RepairResult result = JsonRepair.parse(text + "\ufeff");
                assertThat(result.value()).isEqualTo(document);
                assertThat(result.repairs()).allMatch(repair -> repair.severity() == Severity.LOSSLESS);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(RepairProfile.class)
    void brokenDocumentsGiveAValueOrATypedFailureAndMendingTwiceIsMendingOnce(RepairProfile profile) {
        RepairOptions options = RepairOptions.builder().profile(profile).build();
        Property.forAll(10_000, JsonRepairLawsTest::brokenText, text -> check(text, options));
    }

    static String brokenText(RandomGenerator random, int size) {
        JsonNode document = JsonTexts.document(random, size);
        return JsonTexts.broken(random.nextBoolean() ? document.toString() : document.toPrettyString(), random);
    }

    static void check(String text, RepairOptions options) {
        RepairResult result;
        try {
            result = JsonRepair.parse(text, options);
        } catch (JsonRepairException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        boolean loneSurrogate =
                text.contains("\\uD") || text.contains("\\ud"); // Jackson refuses it in keys, RFC 8259 doesn't
        if (result.repairs().isEmpty() && !loneSurrogate) {
            assertThatCode(() -> JsonRepair.parse(text, STRICT)).doesNotThrowAnyException();
        }
        RepairResult again = JsonRepair.parse(result.value().toString(), options);
        assertThat(again.repairs()).isEmpty();
        assertThat(again.value()).hasToString(result.value().toString());
        assertThat(result.span().end()).isLessThanOrEqualTo(text.length());
        assertThat(result.repairs()).allSatisfy(repair -> {
            assertThat(repair.end()).isGreaterThanOrEqualTo(repair.start());
            assertThat(repair.end()).isLessThanOrEqualTo(text.length());
            assertThat(repair.pointer())
                    .satisfiesAnyOf(
                            pointer -> assertThat(pointer).isEmpty(),
                            pointer -> assertThat(pointer).startsWith("/"));
        });
    }

    @Test
    void readingIsDeterministic() {
        Property.forAll(1_000, JsonRepairLawsTest::brokenText, text -> {
            assertThat(outcome(text)).isEqualTo(outcome(text));
        });
    }

    private static String outcome(String text) {
        try {
            RepairResult result = JsonRepair.parse(text);
            return result.value() + " " + result.repairs() + result.completeness() + result.span();
        } catch (JsonRepairException refused) {
            return refused.getMessage();
        }
    }

    @Test
    void aCutLeavesWhatWasCompleteAsItWas() {
        Property.forAll(60, JsonTexts::document, document -> {
            String text = document.toPrettyString();
            Leaves whole = Leaves.of(document);
            RepairOptions partial = RepairOptions.builder().partial(true).build();
            for (int end = 1; document.isContainerNode() && end < text.length(); end++) {
                whole.assertExtends(Leaves.of(
                        JsonRepair.parse(text.substring(0, end), partial).value()));
            }
        });
    }

    @Test
    void snapshotsAreStableForWhateverIsFed() {
        Property.forAll(60, JsonTexts::document, document -> {
            RepairStream stream = JsonRepair.stream(RepairOptions.defaults());
            Leaves before = Leaves.none();
            String text = document.toString();
            for (int at = 0; document.isContainerNode() && at < text.length(); at++) {
                stream.feed(text.substring(at, at + 1));
                Leaves now = stream.snapshot()
                        .map(result -> Leaves.of(result.value()))
                        .orElse(before);
                now.assertExtends(before);
                before = now;
            }
        });
    }
}
