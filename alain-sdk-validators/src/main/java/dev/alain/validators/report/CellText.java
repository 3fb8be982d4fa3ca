package dev.alain.validators.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the text of a cell stands in the JSON of its file. */
final class CellText {
    private final byte[] bytes;
    private final FilePlace start;
    private final FilePlace end;
    private final List<FilePlace> strings;
    private final List<LineStart> lines = new ArrayList<>();

    private record LineStart(int string, FilePlace place) {}

    /**
     * @param start of the value of {@code source}
     * @param end of that value
     * @param strings the bytes after the opening quote of every string that it is made of
     */
    CellText(byte[] bytes, FilePlace start, FilePlace end, List<FilePlace> strings) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.strings = List.copyOf(strings);
    }

    FilePlace start() {
        return start;
    }

    FilePlace end() {
        return end;
    }

    /**
     * The place of a character of the text; that of the text's end for a line after the last, and that of the next line
     * for a column after the line's end. Empty when the text has no characters.
     */
    Optional<FilePlace> find(int line, int column) {
        if (strings.isEmpty()) {
            return Optional.empty();
        }
        index();
        boolean after = line > lines.size();
        LineStart from = lines.get(after ? lines.size() - 1 : Math.max(0, line - 1));
        return Optional.of(walk(from, after ? Integer.MAX_VALUE : column - 1));
    }

    private FilePlace walk(LineStart from, int characters) {
        int string = from.string();
        JsonStringScan scan = new JsonStringScan(bytes, from.place());
        for (int left = characters; left > 0; left--) {
            while (scan.atEnd() && string + 1 < strings.size()) {
                scan = new JsonStringScan(bytes, strings.get(++string));
            }
            if (scan.atEnd()) {
                return scan.place();
            }
            scan.step();
            if (scan.wasNewline()) {
                return scan.place();
            }
        }
        return scan.place();
    }

    /** A line starts in the string that has its first character. */
    private void index() {
        if (!lines.isEmpty()) {
            return;
        }
        boolean starts = true;
        for (int string = 0; string < strings.size(); string++) {
            JsonStringScan scan = new JsonStringScan(bytes, strings.get(string));
            while (!scan.atEnd()) {
                if (starts) {
                    lines.add(new LineStart(string, scan.place()));
                }
                scan.step();
                starts = scan.wasNewline();
            }
            if (starts && string == strings.size() - 1) {
                lines.add(new LineStart(string, scan.place()));
            }
        }
    }
}
