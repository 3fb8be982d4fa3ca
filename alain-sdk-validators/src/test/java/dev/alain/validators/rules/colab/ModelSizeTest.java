package dev.alain.validators.rules.colab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ModelSizeTest {
    /** Id and billions of parameters. */
    private static final List<String> IDS = List.of(
            "meta-llama/Llama-3.1-8B-Instruct 8",
            "meta-llama/Llama-3.2-1B 1",
            "meta-llama/Meta-Llama-3-70B-Instruct 70",
            "meta-llama/Llama-2-7b-chat-hf 7",
            "meta-llama/Llama-4-Scout-17B-16E-Instruct 109",
            "mistralai/Mistral-7B-Instruct-v0.1 7",
            "mistralai/Mixtral-8x7B-Instruct-v0.1 56",
            "mistralai/Mixtral-8x22B-v0.1 141",
            "mistralai/Mistral-Small-24B-Instruct-2501 24",
            "Qwen/Qwen2.5-0.5B-Instruct 0.5",
            "Qwen/Qwen2.5-1.5B 1.5",
            "Qwen/Qwen2.5-7B-Instruct-1M 7",
            "Qwen/Qwen2.5-72B-Instruct-AWQ 72",
            "Qwen/Qwen3-30B-A3B-Instruct-2507 30",
            "Qwen/Qwen3-0.6B 0.6",
            "Qwen/Qwen3-235B-A22B 235",
            "google/gemma-2-2b-it 2",
            "google/gemma-3-27b-it 27",
            "google/gemma-3-270m 0.27",
            "google/gemma-3n-E4B-it 7.8",
            "google/gemma-7b 7",
            "openai/gpt-oss-20b 21",
            "openai/gpt-oss-120b 117",
            "openai/whisper-large-v3 1.55",
            "openai-community/gpt2 0.124",
            "openai-community/gpt2-xl 1.56",
            "microsoft/phi-2 2.7",
            "microsoft/Phi-3-mini-4k-instruct 3.8",
            "microsoft/Phi-3-medium-128k-instruct 14",
            "microsoft/phi-4 14.7",
            "microsoft/bitnet-b1.58-2B-4T 2",
            "microsoft/bitnet_b1_58-2B4T 2",
            "HuggingFaceTB/SmolLM2-135M-Instruct 0.135",
            "HuggingFaceTB/SmolLM2-1.7B 1.7",
            "TinyLlama/TinyLlama-1.1B-Chat-v1.0 1.1",
            "TinyLlama/TinyLlama-1.1B-intermediate-step-1431k-3T 1.1",
            "bigscience/bloom-7b1 7.1",
            "bigscience/bloom-1b1 1.1",
            "bigscience/bloomz-560m 0.56",
            "EleutherAI/pythia-160m 0.16",
            "EleutherAI/pythia-6.9b-deduped 6.9",
            "EleutherAI/gpt-j-6b 6",
            "EleutherAI/gpt-neo-125M 0.125",
            "stabilityai/stablelm-2-1_6b 1.6",
            "internlm/internlm2_5-7b-chat 7",
            "facebook/opt-350m 0.35",
            "facebook/nllb-200-distilled-600M 0.6",
            "facebook/m2m100_418M 0.418",
            "tiiuae/falcon-40b-instruct 40",
            "01-ai/Yi-34B-200K 34",
            "deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B 1.78",
            "deepseek-ai/DeepSeek-V3 671",
            "unsloth/llama-3-8b-bnb-4bit 8",
            "BaSalam/Llama2-7b-entity-attr-v1 7",
            "bigcode/starcoder2-15b 16",
            "bigcode/octocoder 15.5",
            "THUDM/glm-4-9b-chat-1m 9",
            "nvidia/Nemotron-4-340B-Instruct 340",
            "google/flan-t5-xxl 11.3",
            "codellama/CodeLlama-34b-Python-hf 34",
            "llama3.1:8b 8");

    @TestFactory
    Stream<DynamicTest> readsTheSizeFromTheId() {
        return IDS.stream()
                .map(row -> row.split(" ", 2))
                .map(row -> DynamicTest.dynamicTest(
                        row[0],
                        () -> assertThat(ModelSize.ofId(row[0]).orElse(0))
                                .isCloseTo(Double.parseDouble(row[1]), within(1e-9))));
    }

    @TestFactory
    Stream<DynamicTest> knowsNoSizeWhereTheIdSaysNone() {
        return Stream.of(
                        "",
                        " ",
                        "./results/llama-7b",
                        "/content/model-7b",
                        "~/models/7b",
                        "C:\\models\\7b",
                        "laion/CLIP-ViT-H-14-laion2B-s32B-b79K",
                        "sentence-transformers/paraphrase-v0.1",
                        "org/model-20240318b1234",
                        "org/model-8bit",
                        "org/dataset-10BT",
                        "org/model-99999999999999999999b",
                        "BAAI/bge-m3",
                        "owner/bert")
                .map(id -> DynamicTest.dynamicTest(
                        "<" + id + ">", () -> assertThat(ModelSize.ofId(id)).isEmpty()));
    }

    @Test
    void neverThrows() {
        var random = new java.util.Random(5);
        String letters = "0123456789bBmMxX._-/ tTaAé";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder id = new StringBuilder();
            for (int j = random.nextInt(14); j > 0; j--) {
                id.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(ModelSize.ofId(id.toString()).orElse(1)).isBetween(0.001, 3000.0);
        }
    }
}
