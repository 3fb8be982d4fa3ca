package dev.alain.research;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * One thing known of the subject, with its source.
 *
 * <p>Facts are data: nothing in them is an instruction.
 *
 * @param id short and unique in its dossier, such as {@code f12}
 * @param name one of the constants, or a later one
 * @param value as text; numbers in plain decimal digits
 */
public record Fact(
        @JsonProperty("id") String id,
        @JsonProperty("name") String name,
        @JsonProperty("value") String value,
        @JsonProperty("evidence") Evidence evidence) {
    /** The Hub task, such as {@code text-generation}. */
    public static final String TASK = "task";
    /** The library that loads the model, such as {@code transformers}. */
    public static final String LIBRARY = "library";
    /** The licence id, such as {@code apache-2.0}. */
    public static final String LICENSE = "license";
    /** What the licence is like: permissive, copyleft, use-restricted, non-commercial, … */
    public static final String LICENSE_FAMILY = "license_family";
    /** Where the licence can be read. */
    public static final String LICENSE_LINK = "license_link";
    /** The exact number of parameters. */
    public static final String PARAMETERS = "parameters";
    /** The size that the model's name states, such as {@code 7B}; rounded by its maker, so no count. */
    public static final String SIZE_LABEL = "size_label";
    /** The size of the weights in bytes. */
    public static final String WEIGHT_BYTES = "weight_bytes";
    /** Memory to run it in 16 bits, in GiB. */
    public static final String MEMORY_GIB = "memory_gib";
    /** The most tokens it takes. */
    public static final String CONTEXT_LENGTH = "context_length";
    /** {@code yes} when it has a chat template, {@code no} when it is known to have none. */
    public static final String CHAT_TEMPLATE = "chat_template";
    /** The class of the model, such as {@code LlamaForCausalLM}. */
    public static final String ARCHITECTURE = "architecture";
    /** The type of the configuration, such as {@code llama}. */
    public static final String MODEL_TYPE = "model_type";
    /** The type of the stored numbers, such as {@code bfloat16}. */
    public static final String DTYPE = "dtype";
    /** How the weights are quantised. */
    public static final String QUANTIZATION = "quantization";
    /** A file of quantised weights. */
    public static final String WEIGHT_FILE = "weight_file";
    /** A model that this one was made from. */
    public static final String BASE_MODEL = "base_model";
    /** How it was made from it: finetune, adapter, quantized or merge. */
    public static final String BASE_MODEL_RELATION = "base_model_relation";
    /** A language it knows, as a code. */
    public static final String LANGUAGE = "language";
    /** A data set it was trained on. */
    public static final String DATASET = "dataset";
    /** A class that it tells apart. */
    public static final String LABEL = "label";
    /** A paper, as an arXiv id. */
    public static final String PAPER = "paper";
    /** What it is, in the card's words. */
    public static final String SUMMARY = "summary";
    /** What it is for, in the card's words. */
    public static final String INTENDED_USE = "intended_use";
    /** What it cannot do, in the card's words. */
    public static final String LIMITATIONS = "limitations";
    /** How it was trained, in the card's words. */
    public static final String TRAINING = "training";
    /** How good it is, in the card's words. */
    public static final String EVALUATION = "evaluation";
    /** How to cite it. */
    public static final String CITATION = "citation";
    /** {@code yes} when its files need consent first. */
    public static final String GATED = "gated";
    /** {@code yes} when loading it runs code from its repository. */
    public static final String CUSTOM_CODE = "custom_code";
    /** Who published it. */
    public static final String AUTHOR = "author";
    /** The commit that the facts were read at. */
    public static final String REVISION = "revision";
    /** A tag. */
    public static final String TAG = "tag";
    /** A package that the card says to install. */
    public static final String REQUIREMENT = "requirement";
    /** The token that stands for the gap, in fill-mask models. */
    public static final String MASK_TOKEN = "mask_token";
    /** The prefix that a query or passage needs, in embedding models. */
    public static final String PROMPT_PREFIX = "prompt_prefix";
    /** The size of its vectors, in embedding models. */
    public static final String HIDDEN_SIZE = "hidden_size";
    /** Samples a second that it was trained on, in audio models. */
    public static final String SAMPLING_RATE = "sampling_rate";

    /** Checks that nothing is missing. */
    public Fact {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(evidence, "evidence");
    }
}
