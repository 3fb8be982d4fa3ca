package dev.alain.validators.secrets;

import dev.alain.notebook.CodeCell;
import dev.alain.validation.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Secrets in what a code cell printed. */
final class OutputLeaks {
    private OutputLeaks() {}

    static List<FoundLeak> of(CodeCell cell) {
        List<FoundLeak> found = new ArrayList<>();
        for (OutputTexts.Text text : OutputTexts.of(cell)) {
            List<Leak> leaks = SecretScanner.scan(text.text());
            if (leaks.isEmpty() && text.text().indexOf('<') >= 0) {
                leaks = SecretScanner.scan(withoutTags(text.text()));
            }
            for (Leak leak : leaks) {
                found.add(new FoundLeak(
                        leak,
                        cell.id(),
                        "the output (" + text.what() + ")",
                        Optional.empty(),
                        List.of(new Fix.RemoveOutputs(cell.id()))));
            }
        }
        return found;
    }

    /** What a reader of HTML sees, so that markup inside a key does not hide it. */
    private static String withoutTags(String html) {
        StringBuilder seen = new StringBuilder();
        boolean inTag = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            boolean opens = c == '<'
                    && i + 1 < html.length()
                    && (Character.isLetter(html.charAt(i + 1)) || html.charAt(i + 1) == '/');
            inTag |= opens;
            if (!inTag) {
                seen.append(c);
            }
            inTag &= c != '>';
        }
        return seen.toString();
    }
}
