package dev.alain.core.teach;

import dev.alain.core.research.PythonBrackets;
import dev.alain.lesson.SectionCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Brings the cells of a section into the manual's form: types, headings, lengths, install lines. */
final class CellsReader {
    private static final int MOST_LINES = 50;
    private static final int MOST_IN_A_ROW = 3;

    /** Longer code is looked at and refused, not cut. */
    private static final int LONGEST_CODE = 20_000;

    private static final int MOST_CELLS = 80;

    private final String heading;
    private final Set<String> texts = new HashSet<>();

    CellsReader(String heading) {
        this.heading = heading;
    }

    List<SectionCell> read(List<SectionCell> raw) {
        List<SectionCell> cells = new ArrayList<>();
        for (SectionCell cell : raw.subList(0, Math.min(MOST_CELLS, raw.size()))) {
            boolean code = cell.type().strip().toLowerCase(Locale.ROOT).startsWith("code")
                    || cell.type().strip().toLowerCase(Locale.ROOT).startsWith("py");
            if (code) {
                split(withoutInstalls(Prose.code(cell.source())), cells);
            } else {
                markdown(cell.source(), cells);
            }
        }
        return joined(cells);
    }

    private void markdown(String source, List<SectionCell> cells) {
        String text = Prose.text(withoutImitation(withoutOwnHeading(source.strip())));
        int last = cells.size() - 1;
        if (text.isBlank() || !texts.add(text)) {
            return;
        }
        if (last >= 0 && !cells.get(last).isCode() && text.length() < 60) {
            cells.set(last, SectionCell.markdown(cells.get(last).source() + "\n\n" + text));
        } else {
            cells.add(SectionCell.markdown(text));
        }
    }

    /** Callouts and hints are written by the assembler from values of their own. */
    private static String withoutImitation(String text) {
        if (!text.contains("**Next section:**") && !text.contains("> **")) {
            return text;
        }
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String bare = line.strip();
            boolean hint = bare.startsWith("**Next section:**");
            boolean callout = bare.startsWith("> **Tip:**")
                    || bare.startsWith("> **Warning:**")
                    || bare.startsWith("> **Note:**");
            if (!hint) {
                lines.add(
                        callout ? "> " + bare.substring(bare.indexOf(":**") + 3).strip() : line);
            }
        }
        return String.join("\n", lines);
    }

    /** The heading of the step is the assembler's. */
    private String withoutOwnHeading(String text) {
        String first = text.lines().findFirst().orElse("").strip();
        if (!first.startsWith("#")) {
            return text;
        }
        String title = StepsReader.heading(first.replace("#", "").strip());
        int end = text.indexOf('\n');
        return title.equalsIgnoreCase(heading) ? (end < 0 ? "" : text.substring(end + 1)) : text;
    }

    /** Installing is the setup cell's; what cannot be left out safely stays, and is found. */
    private static String withoutInstalls(String code) {
        if (!code.contains("pip")) {
            return dedented(code);
        }
        List<String> kept = new ArrayList<>();
        for (String line : code.split("\n", -1)) {
            String text = line.strip();
            boolean install = text.startsWith("%pip install")
                    || text.startsWith("!pip install")
                    || text.startsWith("!pip3 install")
                    || text.startsWith("pip install");
            boolean plain = text.chars().noneMatch(c -> "|;&$`<>:/".indexOf(c) >= 0);
            if (!(install && plain)) {
                kept.add(line);
            } else if (line.startsWith(" ")) {
                kept.add(line.substring(0, line.indexOf(text.charAt(0))) + "pass");
            }
        }
        return dedented(String.join("\n", kept));
    }

    /** A cell that is indented as a whole is meant at the top level. */
    private static String dedented(String code) {
        int indent = code.lines()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        String flat = indent == 0
                ? code
                : String.join(
                        "\n",
                        code.lines()
                                .map(line -> line.isBlank() ? "" : line.substring(indent))
                                .toList());
        return flat.stripTrailing();
    }

    /** Long code becomes several cells, cut where a new statement starts after a blank line. */
    private static void split(String code, List<SectionCell> cells) {
        if (code.isBlank()) {
            return;
        }
        int at = lines(code) <= MOST_LINES || code.length() > LONGEST_CODE ? 0 : middle(code);
        if (at <= 0) {
            cells.add(SectionCell.code(code));
            return;
        }
        split(code.substring(0, at).stripTrailing(), cells);
        split(code.substring(at).stripTrailing(), cells);
    }

    private static int middle(String code) {
        int best = 0;
        int at = code.indexOf("\n\n");
        while (at >= 0) {
            int next = at;
            while (next < code.length() && code.charAt(next) == '\n') {
                next++;
            }
            boolean top = next < code.length()
                    && " )]}#\"'".indexOf(code.charAt(next)) < 0
                    && PythonBrackets.balanced(code.substring(0, at));
            if (top && Math.abs(next - code.length() / 2) < Math.abs(best - code.length() / 2)) {
                best = next;
            }
            at = code.indexOf("\n\n", next);
        }
        return best;
    }

    /** No more than three code cells in a row. */
    private static List<SectionCell> joined(List<SectionCell> cells) {
        List<SectionCell> joined = new ArrayList<>();
        int run = 0;
        for (SectionCell cell : cells) {
            run = cell.isCode() ? run + 1 : 0;
            int last = joined.size() - 1;
            boolean join = run > MOST_IN_A_ROW && lines(joined.get(last).source()) + lines(cell.source()) <= MOST_LINES;
            if (join) {
                joined.set(last, SectionCell.code(joined.get(last).source() + "\n\n" + cell.source()));
                run--;
            } else {
                joined.add(cell);
            }
        }
        return joined;
    }

    static long lines(String code) {
        return code.lines().filter(line -> !line.isBlank()).count();
    }
}
