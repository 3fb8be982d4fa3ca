package dev.alain.core.research;

import dev.alain.InvalidReferenceException;
import dev.alain.core.text.KeyShapes;
import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import dev.alain.research.ModelReference;
import dev.alain.research.Snippet;
import dev.alain.research.SnippetUse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the card says: front matter first, then prose by heading. */
final class CardFacts {
    private static final Map<String, List<String>> HEADINGS = Map.of(
            Fact.INTENDED_USE, List.of("intended use", "direct use", "uses", "use case", "applications"),
            Fact.LIMITATIONS,
                    List.of("limitation", "bias", "risk", "out-of-scope", "out of scope", "ethical", "caveat"),
            Fact.TRAINING,
                    List.of("training data", "training procedure", "pre-training", "pretraining", "training dataset"),
            Fact.EVALUATION, List.of("evaluation", "results", "performance", "benchmark"));
    private static final List<String> NO_SUMMARY = List.of(
            "usage",
            "install",
            "license",
            "licence",
            "citation",
            "how to",
            "quick",
            "require",
            "contact",
            "acknowledg",
            "table of contents",
            "author",
            "news",
            "update",
            "disclaimer",
            "training",
            "getting started");
    private static final int LONGEST_PROSE = 900;

    private final Card card;
    private final FrontMatter front;
    private final FactCollector facts;
    private final List<String> warnings;

    CardFacts(Card card, FactCollector facts, List<String> warnings) {
        this.card = card;
        this.front = card.frontMatter();
        this.facts = facts;
        this.warnings = warnings;
    }

    void read() {
        identity();
        license();
        lineage();
        each("language", Fact.LANGUAGE);
        each("datasets", Fact.DATASET);
        single("mask_token", Fact.MASK_TOKEN);
        widgets();
        for (String tag : front.texts("tags")) {
            facts.add(Fact.TAG, PlainText.visible(tag), at("tags"));
        }
        prose();
        citation();
    }

    private void identity() {
        front.text("pipeline_tag")
                .or(() -> front.text("pipeline-tag"))
                .flatMap(HubVocabulary::task)
                .ifPresent(task -> facts.addOnce(Fact.TASK, task, at("pipeline_tag")));
        front.texts("tags").stream()
                .flatMap(tag -> HubVocabulary.task(tag).stream())
                .findFirst()
                .ifPresent(task -> facts.addOnce(Fact.TASK, task, at("tags")));
        front.text("library_name")
                .ifPresent(
                        library -> facts.addOnce(Fact.LIBRARY, library.toLowerCase(Locale.ROOT), at("library_name")));
        front.texts("tags").stream()
                .filter(HubVocabulary::isLibrary)
                .findFirst()
                .ifPresent(library -> facts.addOnce(Fact.LIBRARY, library.toLowerCase(Locale.ROOT), at("tags")));
    }

    private void license() {
        String key = List.of("license", "licence", "liscence").stream()
                .filter(name -> front.values().containsKey(name))
                .findFirst()
                .orElse("license");
        Optional<String> id = front.text(key).flatMap(LicenseTable::id);
        facts.value(Fact.LICENSE)
                .ifPresent(known -> id.filter(said -> !said.equals(known))
                        .ifPresent(said -> warnings.add("the card says licence " + said + ", the Hub says " + known)));
        id.ifPresent(text -> facts.addOnce(Fact.LICENSE, text, at(key)));
        if (front.text(key).isPresent() && id.isEmpty()) {
            warnings.add("the licence of the front matter is no licence id");
        }
        single("license_name", "license_name");
        front.text("license_link")
                .filter(link -> link.startsWith("https://"))
                .ifPresent(link -> facts.addOnce(Fact.LICENSE_LINK, link, at("license_link")));
    }

    /** Cards written by training scripts name a folder of their author's machine as base. */
    private void lineage() {
        for (String base : front.texts("base_model")) {
            try {
                facts.add(Fact.BASE_MODEL, ModelReference.parse(base).id(), at("base_model"));
            } catch (InvalidReferenceException e) {
                warnings.add(
                        "the base model of the front matter is no model of the Hub (a local path?) and was left out");
            }
        }
        single("base_model_relation", Fact.BASE_MODEL_RELATION);
    }

    /** Conversations in the card's code mean that the model has a template for them. */
    void chatTemplate(List<Snippet> snippets) {
        if (front.texts("tags").contains("conversational")) {
            facts.addOnce(Fact.CHAT_TEMPLATE, "yes", at("tags"));
        }
        for (Snippet snippet : snippets) {
            String code = snippet.code();
            if (code.contains("apply_chat_template") || code.contains("\"role\":") || code.contains("'role':")) {
                facts.addOnce(Fact.CHAT_TEMPLATE, "yes", snippet.evidence());
            }
        }
    }

    private void widgets() {
        if (front.values().get("widget") instanceof List<?> list) {
            for (Object widget : list) {
                if (widget instanceof Map<?, ?> map && map.get("text") instanceof String text) {
                    facts.add("widget_text", PlainText.visible(text), at("widget"));
                }
            }
        }
    }

    private void prose() {
        for (CardSection section : card.body().sections()) {
            String heading = section.heading().toLowerCase(Locale.ROOT);
            String text = joined(section.paragraphs()).replaceFirst("^\\[!\\w+] ?", "");
            Evidence evidence = Evidence.lines("card", section.firstLine(), section.lastLine());
            boolean described = HEADINGS.values().stream().flatMap(List::stream).anyMatch(heading::contains);
            if (!described && NO_SUMMARY.stream().noneMatch(heading::contains) && text.length() >= 40) {
                facts.addOnce(Fact.SUMMARY, text, evidence);
            }
            if (text.length() >= 30) {
                HEADINGS.forEach((name, words) -> {
                    if (words.stream().anyMatch(heading::contains)) {
                        facts.addOnce(name, text, evidence);
                    }
                });
            }
        }
    }

    private static String joined(List<String> paragraphs) {
        StringBuilder text = new StringBuilder();
        for (String paragraph : paragraphs) {
            String lower = paragraph.toLowerCase(Locale.ROOT);
            boolean filler = lower.contains("more information needed")
                    || lower.startsWith("[![")
                    || paragraph.length() < 12
                    || isLinkBar(paragraph);
            if (!filler && text.length() < LONGEST_PROSE) {
                text.append(text.length() == 0 ? "" : "\n").append(paragraph);
            }
        }
        return KeyShapes.redacted(Sentences.upTo(text.toString(), LONGEST_PROSE));
    }

    /** A row of links to other pages says nothing by itself. */
    private static boolean isLinkBar(String paragraph) {
        long bars = paragraph
                .chars()
                .filter(c -> c == '|' || c == '·' || c == '•' || c == '[')
                .count();
        return bars >= 3 && bars * 30 > paragraph.length();
    }

    private void citation() {
        for (CodeBlock block : card.body().code()) {
            if (SnippetExtractor.language(block).equals("bibtex")) {
                facts.addOnce(
                        Fact.CITATION,
                        block.code().strip(),
                        Evidence.lines("card", block.firstLine(), block.lastLine()));
            }
        }
    }

    /** Packages that the card's install lines name. */
    void requirements(List<Snippet> snippets) {
        for (Snippet snippet : snippets) {
            if (snippet.use() == SnippetUse.INSTALL || snippet.code().contains("pip install")) {
                InstallLines.packages(snippet.code())
                        .forEach(name -> facts.add(Fact.REQUIREMENT, name, snippet.evidence()));
            }
        }
    }

    private void each(String key, String fact) {
        front.texts(key).stream().limit(120).forEach(value -> facts.add(fact, PlainText.visible(value), at(key)));
    }

    private void single(String key, String fact) {
        front.text(key).ifPresent(value -> facts.addOnce(fact, PlainText.visible(value), at(key)));
    }

    private Evidence at(String key) {
        int line = front.line(key);
        return new Evidence("card", line, line, key);
    }
}
