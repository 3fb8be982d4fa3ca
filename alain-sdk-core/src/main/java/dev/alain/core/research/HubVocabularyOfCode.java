package dev.alain.core.research;

import java.util.Map;
import java.util.Optional;

/** What the classes that a snippet uses say of the model's task. */
final class HubVocabularyOfCode {
    private static final Map<String, String> TASK_OF_CLASS = Map.ofEntries(
            Map.entry("AutoModelForCausalLM", "text-generation"),
            Map.entry("AutoModelForMaskedLM", "fill-mask"),
            Map.entry("AutoModelForSequenceClassification", "text-classification"),
            Map.entry("AutoModelForTokenClassification", "token-classification"),
            Map.entry("AutoModelForQuestionAnswering", "question-answering"),
            Map.entry("AutoModelForImageClassification", "image-classification"),
            Map.entry("AutoModelForObjectDetection", "object-detection"),
            Map.entry("AutoModelForSpeechSeq2Seq", "automatic-speech-recognition"),
            Map.entry("Wav2Vec2ForCTC", "automatic-speech-recognition"),
            Map.entry("WhisperForConditionalGeneration", "automatic-speech-recognition"),
            Map.entry("MarianMTModel", "translation"),
            Map.entry("SentenceTransformer(", "sentence-similarity"),
            Map.entry("StableDiffusionPipeline", "text-to-image"),
            Map.entry("FluxPipeline", "text-to-image"));

    private HubVocabularyOfCode() {}

    static Optional<String> task(String code) {
        return TASK_OF_CLASS.entrySet().stream()
                .filter(entry -> code.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }
}
