package dev.alain.validators.rules.format;

import dev.alain.validation.Finding;
import dev.alain.validation.FindingSink;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookView;
import dev.alain.validation.RuleInfo;
import dev.alain.validators.rules.RulePage;
import java.util.Locale;
import java.util.Set;

/** The file's name is portable and says what is in it. */
final class FileNameRule implements NotebookRule {
    private static final RuleInfo INFO = RulePage.info("FMT017");
    private static final String EXTENSION = ".ipynb";
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(NotebookView view, FindingSink findings) {
        String path = view.setting("file-name").orElse("").replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.isEmpty()) {
            return;
        }
        int least = (int) view.threshold("FMT017.shortest", 10);
        int most = (int) view.threshold("FMT017.longest", 100);
        String what = what(name, least, most);
        if (!what.isEmpty()) {
            findings.report(Finding.of(INFO, "the file name \"" + name + "\" " + what)
                    .remedy("name the file after its subject, such as fine_tune_gemma.ipynb")
                    .build());
        }
    }

    private static String what(String name, int least, int most) {
        String lower = name.toLowerCase(Locale.ROOT);
        String stem = lower.endsWith(EXTENSION) ? lower.substring(0, lower.length() - EXTENSION.length()) : lower;
        int length = name.codePointCount(0, name.length());
        int odd = firstOdd(name);
        if (stem.startsWith("untitled")) {
            return "is the one that Jupyter gives to new notebooks";
        } else if (isCopy(stem)) {
            return "is the one that Jupyter gives to a copy";
        } else if (odd >= 0) {
            String character = name.substring(odd, name.offsetByCodePoints(odd, 1));
            return "holds \"" + character + "\", which is not portable; use letters, digits, dot, hyphen, underscore";
        } else if (isReserved(stem)) {
            return "is reserved on Windows";
        } else if (length < least || length > most) {
            return "has " + length + " characters, not " + least + " to " + most;
        }
        return "";
    }

    /** Whether it ends in {@code -copy} and a number, as Jupyter names copies. */
    private static boolean isCopy(String stem) {
        int at = stem.lastIndexOf("-copy");
        return at >= 0 && stem.substring(at + "-copy".length()).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isReserved(String stem) {
        String first = stem.indexOf('.') < 0 ? stem : stem.substring(0, stem.indexOf('.'));
        boolean port = (first.startsWith("com") || first.startsWith("lpt"))
                && first.length() == 4
                && first.charAt(3) >= '1'
                && first.charAt(3) <= '9';
        return port || RESERVED.contains(first);
    }

    private static int firstOdd(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c < 128 && Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
            if (!plain) {
                return i;
            }
        }
        return -1;
    }
}
