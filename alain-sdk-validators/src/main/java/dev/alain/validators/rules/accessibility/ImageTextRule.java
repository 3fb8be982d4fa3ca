package dev.alain.validators.rules.accessibility;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.markdown.Prose;
import dev.alain.validators.rules.RulePage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Images have a text that says what they show. */
final class ImageTextRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("A11Y01");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        FindingSink few = new FewPerCell(findings);
        for (Prose.Link link : Prose.of(view).links()) {
            String fault = link.image() ? AltText.fault(link.text()) : "";
            if (!fault.isEmpty()) {
                Severity severity = AltText.isBadge(link.url()) ? Severity.INFO : Severity.WARNING;
                report(link.cellId(), link.place().line(), link.url(), fault, severity, few);
            }
        }
        Map<HtmlTag, HtmlLink> linked = new HashMap<>();
        HtmlLink.of(view).forEach(link -> link.images().forEach(image -> linked.put(image, link)));
        for (HtmlTag tag : HtmlTag.of(view)) {
            if (tag.name().equals("img") && !tag.closing() && !isHidden(tag)) {
                check(tag, Optional.ofNullable(linked.get(tag)).map(HtmlLink::text), few);
            }
        }
    }

    /** An empty alt attribute says that an image is decoration, unless it is all there is of a link. */
    private static void check(HtmlTag image, Optional<String> linkText, FindingSink findings) {
        boolean named = linkText.isPresent() && !linkText.get().isEmpty();
        boolean decoration = image.attribute("alt").filter(String::isBlank).isPresent();
        if (decoration && (named || linkText.isEmpty())) {
            return;
        }
        String fault = AltText.fault(
                image.attribute("alt").or(() -> image.attribute("aria-label")).orElse(""));
        if (!fault.isEmpty()) {
            String url = image.attribute("src").orElse("");
            Severity severity = named || AltText.isBadge(url) ? Severity.INFO : Severity.WARNING;
            report(image.cellId(), image.line(), url, fault, severity, findings);
        }
    }

    private static boolean isHidden(HtmlTag image) {
        String role = image.attribute("role").orElse("");
        return role.equals("presentation")
                || role.equals("none")
                || image.attribute("aria-hidden").orElse("").equals("true");
    }

    private static void report(
            String cell, int line, String url, String fault, Severity severity, FindingSink findings) {
        String name = AltText.nameOf(url);
        findings.report(Finding.of(INFO, "the image " + name + " " + fault)
                .severity(severity)
                .cell(cell)
                .line(line)
                .remedy("say in one sentence what the reader should see in it")
                .fixes(Fix.instruct(
                        cell,
                        "Give the image " + name + " an alternative text that says in one sentence what it shows."))
                .build());
    }
}
