package dev.alain.core.research;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A model card: front matter and body. */
record Card(FrontMatter frontMatter, CardBody body) {
    private static final List<String> GENERIC = List.of(
            "model description",
            "model details",
            "model card",
            "introduction",
            "intended use",
            "usage",
            "use",
            "overview",
            "how to",
            "description",
            "table of contents",
            "training",
            "license",
            "quick",
            "example",
            "requirements",
            "install",
            "evaluation",
            "summary",
            "about",
            "disclaimer",
            "dataset",
            "limitations",
            "getting started",
            "version");

    static Card read(String text) {
        if (text.isBlank()) {
            throw new ResearchException(Reason.EMPTY, "the model card is empty", "Give a card with text");
        }
        if (text.indexOf('\0') >= 0) {
            throw new ResearchException(
                    Reason.UNREADABLE, "the model card is not text", "Give a model card in Markdown");
        }
        FrontMatter frontMatter = FrontMatter.split(text);
        return new Card(frontMatter, CardBody.read(frontMatter.body(), frontMatter.bodyLine()));
    }

    /** The first heading of the first level, or the first heading at all. */
    Optional<String> title() {
        return body.sections().stream()
                .filter(section ->
                        section.level() == 1 || section.equals(body.sections().get(0)))
                .map(CardSection::heading)
                .map(heading ->
                        heading.replaceAll("(?i)^model card (for|of) ", "").strip())
                .filter(heading -> !heading.isEmpty() && heading.length() <= 80 && !isGeneric(heading))
                .findFirst();
    }

    private static boolean isGeneric(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        return GENERIC.stream().anyMatch(lower::startsWith) || heading.chars().noneMatch(Character::isLetter);
    }
}
