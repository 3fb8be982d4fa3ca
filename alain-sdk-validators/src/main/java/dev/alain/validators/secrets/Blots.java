package dev.alain.validators.secrets;

import dev.alain.code.Place;
import dev.alain.notebook.Cell;
import dev.alain.validation.Fix;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What of a cell's text is blotted out already, so that no secret is reported twice. */
final class Blots {
    private final String cellId;
    private final SourcePositions positions;
    private final BitSet blotted = new BitSet();

    Blots(Cell cell) {
        this.cellId = cell.id();
        this.positions = new SourcePositions(cell.source());
    }

    /** The edit for a stretch; empty when a part of it is blotted out already. */
    Optional<Fix.Edit> blot(int start, int end, String text) {
        int taken = blotted.nextSetBit(start);
        if (taken >= 0 && taken < end) {
            return Optional.empty();
        }
        blotted.set(start, end);
        Place place = positions.place(start, end);
        return Optional.of(
                new Fix.ReplaceRange(cellId, place.line(), place.column(), place.endLine(), place.endColumn(), text));
    }

    /** A secret that stands in one piece at these offsets of the text; empty when it is known already. */
    Optional<FoundLeak> whole(Leak leak, String where) {
        return blot(leak.start(), leak.end(), leak.redacted())
                .map(edit -> new FoundLeak(
                        leak, cellId, where, Optional.of(positions.place(leak.start(), leak.end())), List.of(edit)));
    }
}
