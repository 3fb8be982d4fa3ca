package dev.alain.validators.secrets;

import dev.alain.notebook.Cell;
import java.util.ArrayList;
import java.util.List;

/** Secrets in markdown and raw cells. */
final class TextLeaks {
    private static final String INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad";

    private TextLeaks() {}

    static List<FoundLeak> of(Cell cell, boolean markdown) {
        List<FoundLeak> found = new ArrayList<>();
        Blots blots = new Blots(cell);
        String where = markdown ? "the text" : "the raw cell";
        for (Leak leak : SecretScanner.scan(cell.source())) {
            blots.whole(leak, where).ifPresent(found::add);
        }
        Unescaped plain = Unescaped.of(cell.source(), markdown);
        for (Leak leak :
                plain.length() == cell.source().length() ? List.<Leak>of() : SecretScanner.scan(plain.text())) {
            blots.whole(leak.at(plain.offset(leak.start()), plain.offset(leak.end() - 1) + 1), where)
                    .ifPresent(found::add);
        }
        return found;
    }

    /** A text without Markdown's backslashes and without what nobody sees. */
    private static final class Unescaped {
        private final String text;
        private final int[] offsets;

        private Unescaped(String text, int[] offsets) {
            this.text = text;
            this.offsets = offsets;
        }

        String text() {
            return text;
        }

        static Unescaped of(String source, boolean markdown) {
            StringBuilder kept = new StringBuilder();
            int[] offsets = new int[source.length()];
            for (int i = 0; i < source.length(); i++) {
                char c = source.charAt(i);
                boolean escape =
                        markdown && c == '\\' && i + 1 < source.length() && "_-.*".indexOf(source.charAt(i + 1)) >= 0;
                if (!escape && INVISIBLE.indexOf(c) < 0) {
                    offsets[kept.length()] = i;
                    kept.append(c);
                }
            }
            return new Unescaped(kept.toString(), offsets);
        }

        int length() {
            return text.length();
        }

        int offset(int at) {
            return offsets[at];
        }
    }
}
