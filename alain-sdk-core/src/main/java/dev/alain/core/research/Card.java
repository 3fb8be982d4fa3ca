package dev.alain.core.research;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import java.util.Optional;

/** A model card: front matter and body. */
record Card(FrontMatter frontMatter, CardBody body) {
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
                .filter(section -> section.level() == 1 && !section.heading().isEmpty())
                .findFirst()
                .or(() -> body.sections().stream()
                        .filter(section -> !section.heading().isEmpty())
                        .findFirst())
                .map(CardSection::heading)
                .map(heading ->
                        heading.replaceAll("(?i)^model card (for|of) ", "").strip())
                .filter(heading -> !heading.isEmpty() && heading.length() <= 80);
    }
}
