package dev.alain.core.teach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.lesson.SectionCell;
import dev.alain.research.Dossier;
import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimsTest {
    private static final Dossier DOSSIER = new Dossier(
            "mistralai/Mistral-7B",
            "Mistral-7B",
            List.of(),
            List.of(
                    fact("f1", Fact.PARAMETERS, "7241732096"),
                    fact("f2", Fact.CONTEXT_LENGTH, "32768"),
                    fact("f3", Fact.LICENSE, "apache-2.0"),
                    fact("f4", Fact.SIZE_LABEL, "7B"),
                    fact("f5", Fact.ARCHITECTURE, "MistralForCausalLM")),
            List.of(),
            List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The model has 70 billion parameters.",
                "Mistral-7B is a model with 13B parameters.",
                "The model has a context length of 4096 tokens.",
                "This model has a context window of 128K tokens.",
                "The model is released under the MIT license.",
                "Mistral-7B is licensed under GPL-3.0."
            })
    void contradictTheSources(String sentence) {
        assertThat(claims(SectionCell.markdown(sentence))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The model has 7.24 billion parameters.",
                "The model has 7B parameters.",
                "The model has 7,241,732,096 parameters.",
                "The model has a context length of 32K tokens.",
                "The model has a context window of 32768 tokens, about 100000 characters.",
                "It uses 12.9B parameters per token.",
                "With LoRA the model trains only 4.2 million parameters.",
                "GPT-3 has 175 billion parameters.",
                "The model is larger than one with 1 billion parameters.",
                "The model's licence is Apache 2.0, which is compatible with MIT and BSD.",
                "Arbeite mit dem Modell, wie es die Lizenz erlaubt.",
                "Keep prompts of the model below 4096 tokens of the context window."
            })
    void agreeWithThemOrSayNothing(String sentence) {
        assertThat(claims(SectionCell.markdown(sentence))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AutoModelForCausalLM.from_pretrained(MODEL_ID)",
                "MistralForCausalLM.from_pretrained(MODEL_ID)",
                "DataCollatorForLanguageModeling(tokenizer)"
            })
    void knowTheClass(String code) {
        assertThat(claims(SectionCell.code(code))).isEmpty();
        assertThat(claims(SectionCell.code("LlamaForCausalLM.from_pretrained(MODEL_ID)")))
                .hasSize(1);
    }

    private static List<Violation> claims(SectionCell cell) {
        return new Claims(DOSSIER).contradictions(List.of(cell));
    }

    private static Fact fact(String id, String name, String value) {
        return new Fact(id, name, value, Evidence.at("hub", "/x"));
    }
}
