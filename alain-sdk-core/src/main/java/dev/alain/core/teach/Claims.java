package dev.alain.core.teach;

import dev.alain.lesson.SectionCell;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Compares what a section says of the model with the dossier: size, context length, licence, class.
 *
 * <p>Only a clear contradiction counts. A sentence about another model, or a value that the dossier does not have, is left
 * alone.
 */
final class Claims {
    private static final List<String> LICENSES =
            List.of("apache", "mit", "gpl", "agpl", "lgpl", "bsd", "mpl", "openrail", "cc-by", "unlicense");
    private static final List<String> OTHERS = List.of(
            "other ",
            "unlike",
            "compared",
            "compatible",
            "than ",
            "instead of",
            "active",
            "per ",
            "each",
            "expert",
            "train",
            "lora",
            "layer",
            "block",
            "below",
            "keep ",
            "code is",
            "submit");

    private final Dossier dossier;
    private final List<Violation> found = new ArrayList<>();

    Claims(Dossier dossier) {
        this.dossier = dossier;
    }

    List<Violation> contradictions(List<SectionCell> cells) {
        for (SectionCell cell : cells) {
            if (cell.isCode()) {
                classes(cell.source());
            } else {
                for (String sentence : cell.source().split("(?<=[.!?])\\s|\n", -1)) {
                    sentence(sentence.strip());
                }
            }
        }
        return found;
    }

    private void sentence(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT);
        boolean claims = text.contains("parameter") || text.contains("context") || text.contains("licen");
        if (!claims) {
            return;
        }
        if (OTHERS.stream().anyMatch(text::contains) || text.length() > 600) {
            return;
        }
        String name = dossier.name().toLowerCase(Locale.ROOT);
        boolean own = text.contains(name)
                || text.contains("the model")
                || text.contains("this model")
                || text.startsWith("it ");
        if (own) {
            parameters(text);
            context(text);
            license(sentence);
        }
    }

    private void parameters(String text) {
        int at = text.indexOf("parameters");
        OptionalLong known = dossier.number(Fact.PARAMETERS);
        if (at < 0 || known.isEmpty()) {
            return;
        }
        double said = new Figure(text.substring(0, at)).last();
        double exact = known.getAsLong();
        boolean rounded = Math.abs(said - exact) <= 0.12 * exact;
        boolean label = dossier.value(Fact.SIZE_LABEL)
                .map(size -> Math.abs(new Figure(size.toLowerCase(Locale.ROOT) + " ").last() - said) <= 0.02 * said)
                .orElse(false);
        if (said >= 1e6 && !rounded && !label) {
            contradiction("parameters", Long.toString(known.getAsLong()), text);
        }
    }

    private void context(String text) {
        OptionalLong known = dossier.number(Fact.CONTEXT_LENGTH);
        boolean speaks = text.contains("context length") || text.contains("context window");
        if (!speaks || known.isEmpty() || !text.contains("token")) {
            return;
        }
        double exact = known.getAsLong();
        List<Double> said =
                new Figure(text).all().stream().filter(value -> value >= 256).toList();
        boolean same = said.stream().anyMatch(value -> Math.abs(value - exact) <= 0.03 * exact);
        if (said.size() == 1 && !same) {
            contradiction("context length", Long.toString(known.getAsLong()), text);
        }
    }

    private void license(String sentence) {
        String known = dossier.value(Fact.LICENSE).orElse("").toLowerCase(Locale.ROOT);
        String text = sentence.toLowerCase(Locale.ROOT);
        String family = known.split("-", 2)[0];
        if (known.isEmpty() || known.equals("other") || !text.contains("licen") || text.contains(family)) {
            return;
        }
        for (String license : LICENSES) {
            boolean acronym = !license.equals("mit") || sentence.contains("MIT");
            if (isWord(text, license) && acronym && !known.contains(license.replace("-", ""))) {
                contradiction("licence", known, text);
                return;
            }
        }
    }

    private static boolean isWord(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean start = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (start && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }

    /** {@code LlamaForCausalLM.from_pretrained(…)} for a model whose class is another. */
    private void classes(String code) {
        String known = dossier.value(Fact.ARCHITECTURE).orElse("");
        int at = code.indexOf(".from_pretrained(");
        while (at > 0 && !known.isEmpty()) {
            int start = at;
            while (start > 0 && Character.isLetterOrDigit(code.charAt(start - 1))) {
                start--;
            }
            String name = code.substring(start, at);
            boolean model = name.contains("For") && !name.startsWith("Auto") && !name.startsWith("TF");
            boolean shown = dossier.snippets().stream()
                    .anyMatch(snippet -> snippet.code().contains(name));
            if (model && !name.equals(known) && !shown) {
                contradiction("class", known, name);
                return;
            }
            at = code.indexOf(".from_pretrained(", at + 1);
        }
    }

    private void contradiction(String what, String known, String said) {
        String quoted = said.length() > 100 ? said.substring(0, 100) + " [cut]" : said;
        found.add(Violation.mild(
                "content", "The sources say that the " + what + " is " + known + ", the section says: " + quoted));
    }
}
