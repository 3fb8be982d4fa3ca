package dev.alain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.alain.research.ModelReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks for: subject, difficulty, topic, prompts, UI component, template and limits.
 *
 * <p>Immutable; equal recipes ask for the same notebook. Defaults: intermediate, no topic, {@link Template#BASIC},
 * standard research, English, at most 10 sections, seed 42.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.forModel("openai/gpt-oss-20b")
 *         .difficulty(Difficulty.BEGINNER)
 *         .topic("sourdough bread")
 *         .build();
 * }</pre>
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({
    "schema_version",
    "subjects",
    "difficulty",
    "topic",
    "prompts",
    "ui",
    "template",
    "research_mode",
    "language",
    "max_sections",
    "budget",
    "seed",
    "parent",
    "on_teacher_loss"
})
public final class Recipe {
    /** The version of the JSON form. */
    public static final int SCHEMA_VERSION = 1;

    private static final int MOST_SECTIONS = 15;
    private static final int LONGEST_TOPIC = 120;

    /** The largest that NumPy takes. */
    private static final long LARGEST_SEED = 0xffffffffL;

    private final List<Subject> subjects;
    private final Difficulty difficulty;
    private final String topic;
    private final PromptPack prompts;
    private final UiComponent ui;
    private final Template template;
    private final ResearchMode researchMode;
    private final String language;
    private final int maxSections;
    private final Budget budget;
    private final long seed;
    private final @Nullable String parent;
    private final TeacherLoss onTeacherLoss;

    private Recipe(Builder builder) {
        this.subjects = List.copyOf(builder.subjects);
        this.difficulty = builder.difficulty;
        this.topic = builder.topic;
        this.prompts = builder.prompts;
        this.ui = builder.ui;
        this.template = builder.template;
        this.researchMode = builder.researchMode;
        this.language = builder.language;
        this.maxSections = builder.maxSections;
        this.budget = builder.budget;
        this.seed = builder.seed;
        this.parent = builder.parent;
        this.onTeacherLoss = builder.onTeacherLoss;
    }

    /**
     * A recipe for a model.
     *
     * @param reference a Hub id such as {@code openai/gpt-oss-20b}, with revision, or a Hub URL
     * @throws InvalidReferenceException if it names no model
     */
    public static Builder forModel(String reference) {
        return about(new Subject.HuggingFaceModel(ModelReference.parse(reference)));
    }

    /** A recipe for a model card in a file. */
    public static Builder forCard(Path file) {
        return about(new Subject.ModelCard(file.toString(), ""));
    }

    /** A recipe for a model card as text. */
    public static Builder forText(String text) {
        return about(new Subject.PastedText(text, ""));
    }

    /** A recipe for any subject; further ones are compared with it. */
    public static Builder about(Subject subject) {
        return new Builder(List.of(subject));
    }

    @JsonCreator
    static Recipe read(
            @JsonProperty("subjects") List<Subject> subjects,
            @JsonProperty("difficulty") @Nullable Difficulty difficulty,
            @JsonProperty("topic") @Nullable String topic,
            @JsonProperty("prompts") @Nullable PromptPack prompts,
            @JsonProperty("ui") @Nullable UiComponent ui,
            @JsonProperty("template") @Nullable Template template,
            @JsonProperty("research_mode") @Nullable ResearchMode researchMode,
            @JsonProperty("language") @Nullable String language,
            @JsonProperty("max_sections") @Nullable Integer maxSections,
            @JsonProperty("budget") @Nullable Budget budget,
            @JsonProperty("seed") @Nullable Long seed,
            @JsonProperty("parent") @Nullable String parent,
            @JsonProperty("on_teacher_loss") @Nullable TeacherLoss onTeacherLoss) {
        Builder builder = new Builder(subjects);
        given(difficulty, builder::difficulty);
        given(topic, builder::topic);
        given(prompts, builder::prompts);
        given(ui, builder::ui);
        given(template, builder::template);
        given(researchMode, builder::researchMode);
        given(language, builder::language);
        given(maxSections, builder::maxSections);
        given(budget, builder::budget);
        given(seed, builder::seed);
        given(parent, builder::parent);
        given(onTeacherLoss, builder::onTeacherLoss);
        return builder.build();
    }

    /** What the JSON leaves out keeps the builder's default. */
    private static <T> void given(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    @JsonProperty("schema_version")
    int schemaVersion() {
        return SCHEMA_VERSION;
    }

    /** What the manual is about; at least one, the first one leads. */
    @JsonProperty("subjects")
    public List<Subject> subjects() {
        return subjects;
    }

    /** The first subject. */
    public Subject subject() {
        return subjects.get(0);
    }

    /** How much the reader knows already. */
    @JsonProperty("difficulty")
    public Difficulty difficulty() {
        return difficulty;
    }

    /** The theme of the examples, such as "sourdough bread"; empty for general ones. */
    @JsonProperty("topic")
    public String topic() {
        return topic;
    }

    /** Example prompts. */
    @JsonProperty("prompts")
    public PromptPack prompts() {
        return prompts;
    }

    /** How the reader meets the model. */
    @JsonProperty("ui")
    public UiComponent ui() {
        return ui;
    }

    /** The overall shape. */
    @JsonProperty("template")
    public Template template() {
        return template;
    }

    /** How far research goes. */
    @JsonProperty("research_mode")
    public ResearchMode researchMode() {
        return researchMode;
    }

    /** The language of the manual as a BCP 47 tag. */
    @JsonProperty("language")
    public String language() {
        return language;
    }

    /** The most sections, 1 to 15. */
    @JsonProperty("max_sections")
    public int maxSections() {
        return maxSections;
    }

    /** What the generation may cost. */
    @JsonProperty("budget")
    public Budget budget() {
        return budget;
    }

    /** The seed of every choice that could fall either way. */
    @JsonProperty("seed")
    public long seed() {
        return seed;
    }

    /** The recipe that this one was remixed from. */
    public Optional<String> parent() {
        return Optional.ofNullable(parent);
    }

    @JsonProperty("parent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable
    String parentOrNull() {
        return parent;
    }

    /** What happens when the teacher is lost before an outline exists. */
    @JsonProperty("on_teacher_loss")
    public TeacherLoss onTeacherLoss() {
        return onTeacherLoss;
    }

    /** A builder that starts from this recipe. */
    public Builder toBuilder() {
        Builder builder = new Builder(subjects)
                .difficulty(difficulty)
                .topic(topic)
                .prompts(prompts)
                .ui(ui)
                .template(template)
                .researchMode(researchMode)
                .language(language)
                .maxSections(maxSections)
                .budget(budget)
                .seed(seed)
                .onTeacherLoss(onTeacherLoss);
        return parent == null ? builder : builder.parent(parent);
    }

    private List<Object> values() {
        return List.of(
                subjects,
                difficulty,
                topic,
                prompts,
                ui,
                template,
                researchMode,
                language,
                maxSections,
                budget,
                seed,
                parent(),
                onTeacherLoss);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipe recipe && values().equals(recipe.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "Recipe" + values();
    }

    /** Builds recipes; not thread-safe. */
    public static final class Builder {
        private List<Subject> subjects;
        private Difficulty difficulty = Difficulty.INTERMEDIATE;
        private String topic = "";
        private PromptPack prompts = PromptPack.DEFAULT;
        private UiComponent ui = UiComponent.COMPLETION;
        private Template template = Template.BASIC;
        private ResearchMode researchMode = ResearchMode.STANDARD;
        private String language = "en";
        private int maxSections = 10;
        private Budget budget = Budget.defaults();
        private long seed = 42;
        private @Nullable String parent;
        private TeacherLoss onTeacherLoss = TeacherLoss.FAIL;

        private Builder(List<Subject> subjects) {
            this.subjects = List.copyOf(subjects);
        }

        /** Replaces the subjects; more than one makes a comparison. */
        public Builder subjects(List<Subject> value) {
            this.subjects = List.copyOf(value);
            return this;
        }

        /** Sets how much the reader knows already. */
        public Builder difficulty(Difficulty value) {
            this.difficulty = Objects.requireNonNull(value, "difficulty");
            return this;
        }

        /** Sets the theme of the examples, at most 120 characters on one line. */
        public Builder topic(String value) {
            this.topic = value.strip();
            return this;
        }

        /** Sets the example prompts. */
        public Builder prompts(PromptPack value) {
            this.prompts = Objects.requireNonNull(value, "prompts");
            return this;
        }

        /** Sets how the reader meets the model. */
        public Builder ui(UiComponent value) {
            this.ui = Objects.requireNonNull(value, "ui");
            return this;
        }

        /** Sets the overall shape. */
        public Builder template(Template value) {
            this.template = Objects.requireNonNull(value, "template");
            return this;
        }

        /** Sets how far research goes. */
        public Builder researchMode(ResearchMode value) {
            this.researchMode = Objects.requireNonNull(value, "researchMode");
            return this;
        }

        /** Sets the language of the manual as a BCP 47 tag. */
        public Builder language(String value) {
            this.language = Objects.requireNonNull(value, "language");
            return this;
        }

        /** Sets the most sections, 1 to 15. */
        public Builder maxSections(int value) {
            this.maxSections = value;
            return this;
        }

        /** Sets what the generation may cost. */
        public Builder budget(Budget value) {
            this.budget = Objects.requireNonNull(value, "budget");
            return this;
        }

        /** Sets the seed, 0 to 4294967295. */
        public Builder seed(long value) {
            this.seed = value;
            return this;
        }

        /** Names the recipe that this one was remixed from. */
        public Builder parent(String value) {
            this.parent = Objects.requireNonNull(value, "parent");
            return this;
        }

        /** Sets what happens when the teacher is lost before an outline exists. */
        public Builder onTeacherLoss(TeacherLoss value) {
            this.onTeacherLoss = Objects.requireNonNull(value, "onTeacherLoss");
            return this;
        }

        /**
         * The recipe.
         *
         * @throws IllegalArgumentException if a value is out of its range; the message names it
         */
        public Recipe build() {
            if (subjects.isEmpty()) {
                throw new IllegalArgumentException("a recipe needs a subject");
            }
            if (maxSections < 1 || maxSections > MOST_SECTIONS) {
                throw new IllegalArgumentException("max sections must be 1 to 15, not " + maxSections);
            }
            if (seed < 0 || seed > LARGEST_SEED) {
                throw new IllegalArgumentException("seed must be 0 to 4294967295, not " + seed);
            }
            if (topic.length() > LONGEST_TOPIC || topic.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("topic must be one line of at most 120 characters");
            }
            return new Recipe(this);
        }
    }
}
