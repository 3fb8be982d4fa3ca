package dev.alain.validators.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills constant texts into a template, keeping where each piece stands. */
final class Templates {
    private Templates() {}

    static Joined fill(Joined template, List<Joined> values, String mark) {
        Joined whole = Joined.EMPTY;
        int from = 0;
        int next = template.text().indexOf(mark);
        for (int i = 0; i < values.size() && next >= 0; i++) {
            whole = whole.plus(part(template, from, next)).plus(values.get(i));
            from = next + mark.length();
            next = template.text().indexOf(mark, from);
        }
        return whole.plus(part(template, from, template.text().length()));
    }

    /** Fills {@code {name}} and {@code {0}}. */
    static Joined fill(Joined template, Map<String, Joined> values) {
        Joined whole = Joined.EMPTY;
        String text = template.text();
        int from = 0;
        int open = text.indexOf('{');
        while (open >= 0) {
            int close = text.indexOf('}', open);
            Joined value = close < 0 ? null : values.get(text.substring(open + 1, close));
            if (value != null) {
                whole = whole.plus(part(template, from, open)).plus(value);
                from = close + 1;
            }
            open = close < 0 ? -1 : text.indexOf('{', close);
        }
        return whole.plus(part(template, from, text.length()));
    }

    private static Joined part(Joined joined, int from, int to) {
        List<Joined.Piece> pieces = new ArrayList<>();
        for (Joined.Piece piece : joined.pieces()) {
            int first = Math.max(from, piece.from());
            int last = Math.min(to, piece.to());
            if (first < last) {
                int[] offsets =
                        java.util.Arrays.copyOfRange(piece.offsets(), first - piece.from(), last - piece.from() + 1);
                pieces.add(new Joined.Piece(piece.cell(), first - from, last - from, offsets));
            }
        }
        return new Joined(joined.text().substring(from, to), pieces);
    }
}
