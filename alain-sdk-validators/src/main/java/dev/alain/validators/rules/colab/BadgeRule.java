package dev.alain.validators.rules.colab;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.Fix;
import dev.alain.validation.Heading;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validation.Severity;
import dev.alain.validators.rules.RulePage;
import dev.alain.validators.rules.colab.ColabIntent.Badge;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A badge after the title opens this very notebook in Colab. */
final class BadgeRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("COL001");
    private static final String GITHUB = "https://colab.research.google.com/github/";
    private static final Set<String> PLACEHOLDERS = DataFile.lines(BadgeRule.class, "placeholder-owners.txt");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        if (!PythonCells.isPython(view) || view.code().isEmpty()) {
            return;
        }
        ColabIntent intent = ColabIntent.of(view);
        String target = target(view);
        // Our own notebooks have a badge as soon as the repository that they go to is known.
        if (intent.badges().isEmpty() && !(view.isOurs() && target.isEmpty())) {
            findings.report(missing(view, target));
        }
        FindingSink capped = PerCell.atMost(3, findings);
        for (Badge badge : intent.badges()) {
            problem(badge.url(), target).ifPresent(problem -> capped.report(wrong(badge, problem, target)));
        }
    }

    /** The address that the badge should have, as far as settings say. */
    private static String target(NotebookView view) {
        String repository = view.setting("COL001.repository").orElse("");
        String path = view.setting("COL001.path").orElse("");
        String branch = view.setting("COL001.branch").orElse("main");
        return repository.isEmpty() || path.isEmpty() ? "" : GITHUB + repository + "/blob/" + branch + "/" + path;
    }

    private static Finding missing(NotebookView view, String target) {
        Finding.Builder finding = Finding.of(INFO, "no badge opens the notebook in Colab")
                .remedy("put the badge below the title, linked to the notebook's place on GitHub");
        Optional<Heading> title =
                view.headings().stream().filter(heading -> heading.level() == 1).findFirst();
        title.ifPresent(heading -> finding.cell(heading.cellId()).line(heading.line()));
        if (title.isPresent() && !target.isEmpty()) {
            int below = title.get().line() + 1;
            String badge = "\n\n[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](" + target
                    + ")\n";
            finding.fixes(Fix.needsReview(
                    "adds the badge below the title",
                    new Fix.ReplaceRange(title.get().cellId(), below, 1, below, 1, badge)));
        }
        return finding.build();
    }

    private static Optional<String> problem(String url, String target) {
        String plain = withoutQuery(url);
        if (!target.isEmpty() && !plain.equals(target) && plain.startsWith(GITHUB)) {
            return Optional.of("the badge opens " + Shown.text(plain.substring(GITHUB.length())) + " instead of "
                    + target.substring(GITHUB.length()));
        }
        if (!plain.startsWith(GITHUB)) {
            return Optional.empty();
        }
        String[] parts = plain.substring(GITHUB.length()).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            // A folder may well be called user; an owner is not.
            boolean name = i < 2 || i == parts.length - 1;
            if (isBlank(parts[i]) || name && PLACEHOLDERS.contains(parts[i].toLowerCase(Locale.ROOT))) {
                return Optional.of("the badge's address still has a placeholder: " + Shown.text(parts[i]));
            }
        }
        // Colab lists what a repository or a folder holds; anything else needs blob and a branch.
        boolean known = parts.length <= 2 || parts[2].equals("blob") || parts[2].equals("tree");
        return known
                ? Optional.empty()
                : Optional.of("the badge's address is no notebook on GitHub (owner/name/blob/branch/path.ipynb)");
    }

    /** Whether a part is a blank to fill in: {@code <owner>}, {@code {repo}}, {@code $BRANCH}. */
    private static boolean isBlank(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        return List.of("<", "{", "$", "%3c", "%7b").stream().anyMatch(name::startsWith);
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        int fragment = url.indexOf('#');
        int end = query < 0 ? fragment : fragment < 0 ? query : Math.min(query, fragment);
        return end < 0 ? url : url.substring(0, end);
    }

    private static Finding wrong(Badge badge, String problem, String target) {
        String right = target.isEmpty() ? "the notebook's place on GitHub" : target;
        return Finding.of(INFO, problem)
                .severity(Severity.ERROR)
                .cell(badge.cellId())
                .line(badge.line())
                .remedy("link it to " + right)
                .fixes(Fix.instruct(badge.cellId(), "Link the Colab badge to " + right + "."))
                .build();
    }
}
