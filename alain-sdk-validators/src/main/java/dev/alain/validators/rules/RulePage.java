package dev.alain.validators.rules;

import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The page of a rule, a Markdown file beside this class: what people are told, with examples that are its test.
 *
 * <p>It opens with lines {@code key: value} between two lines of dashes. The text up to the first heading says why the
 * rule exists and how to mend what it finds.
 */
public final class RulePage {
    private static final String DASHES = "---\n";

    private RulePage() {}

    /** What the page of a rule says of it. */
    public static RuleInfo info(String id) {
        String page = text(id);
        int end = page.indexOf("\n" + DASHES, DASHES.length());
        if (!page.startsWith(DASHES) || end < 0) {
            throw new IllegalStateException(id + ".md does not open with lines between dashes");
        }
        Map<String, String> head = head(page.substring(DASHES.length(), end));
        String body = page.substring(end + 1 + DASHES.length());
        int examples = body.indexOf("\n## ");
        return new RuleInfo(
                required(head, "id"),
                required(head, "slug"),
                required(head, "title"),
                Severity.parse(required(head, "severity")),
                Set.of(required(head, "profiles").split(", ", -1)),
                required(head, "fixable").equals("yes"),
                head.getOrDefault("yields-to", ""),
                (examples < 0 ? body : body.substring(0, examples)).strip());
    }

    /** The whole page. */
    public static String text(String id) {
        try (InputStream in = RulePage.class.getResourceAsStream(id + ".md")) {
            if (in == null) {
                throw new IllegalStateException("the page " + id + ".md is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page of " + id, e);
        }
    }

    private static Map<String, String> head(String lines) {
        Map<String, String> head = new HashMap<>();
        for (String line : lines.split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                head.put(line.substring(0, colon), line.substring(colon + 2).strip());
            }
        }
        return head;
    }

    private static String required(Map<String, String> head, String key) {
        String value = head.get(key);
        if (value == null) {
            throw new IllegalStateException("the page of " + head.getOrDefault("id", "a rule") + " lacks " + key);
        }
        return value;
    }
}
