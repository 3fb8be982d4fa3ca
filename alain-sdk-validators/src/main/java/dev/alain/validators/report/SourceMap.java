package dev.alain.validators.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.alain.notebook.Cell;
import dev.alain.notebook.CellIds;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the text of every cell stands in its file, by cell id; made in one pass over the bytes. */
final class SourceMap {
    /** The map of nothing. */
    static final SourceMap NONE = new SourceMap(Map.of());

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Map<String, CellText> cells;

    private SourceMap(Map<String, CellText> cells) {
        this.cells = cells;
    }

    /** The map of a document; it is empty for formats before 4 and for what is no JSON. */
    static SourceMap of(NotebookDocument document) {
        List<Cell> known = NotebookFormat.mend(document, CellIds.fromContent())
                .map(notebook -> notebook.cells())
                .orElse(List.of());
        Map<String, CellText> cells = new HashMap<>();
        List<@Nullable CellText> texts = known.isEmpty() ? List.of() : new Scan(document.bytes()).cells();
        if (texts.size() == known.size()) {
            for (int i = 0; i < texts.size(); i++) {
                CellText text = texts.get(i);
                if (text != null) {
                    cells.put(known.get(i).id(), text);
                }
            }
        }
        return new SourceMap(cells);
    }

    Optional<CellText> cell(String id) {
        return Optional.ofNullable(cells.get(id));
    }

    /** Reads the JSON once more, for the places this time. */
    private static final class Scan {
        private final byte[] bytes;
        private final FilePlaces places;

        Scan(byte[] bytes) {
            this.bytes = bytes;
            this.places = new FilePlaces(bytes);
        }

        /** An entry for every object in {@code cells}; null for one without a text. */
        List<@Nullable CellText> cells() {
            try (JsonParser json = JSON.createParser(bytes)) {
                List<@Nullable CellText> found = List.of();
                json.nextToken();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean cells = json.currentName().equals("cells");
                    if (json.nextToken() == JsonToken.START_ARRAY && cells) {
                        found = array(json);
                    } else {
                        json.skipChildren();
                    }
                }
                return found;
            } catch (IOException e) {
                return List.of();
            }
        }

        private List<@Nullable CellText> array(JsonParser json) throws IOException {
            List<@Nullable CellText> found = new ArrayList<>();
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    found.add(cell(json));
                } else {
                    json.skipChildren();
                }
            }
            return found;
        }

        private @Nullable CellText cell(JsonParser json) throws IOException {
            CellText text = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean source = json.currentName().equals("source");
                JsonToken value = json.nextToken();
                if (source && value == JsonToken.VALUE_STRING) {
                    FilePlace start = start(json);
                    text = new CellText(bytes, start, end(json), List.of(start.plus(1)));
                } else if (source && value == JsonToken.START_ARRAY) {
                    text = lines(json);
                } else {
                    json.skipChildren();
                }
            }
            return text;
        }

        private @Nullable CellText lines(JsonParser json) throws IOException {
            FilePlace start = start(json);
            List<FilePlace> strings = new ArrayList<>();
            boolean whole = true;
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    strings.add(start(json).plus(1));
                } else {
                    whole = false;
                    json.skipChildren();
                }
            }
            return whole ? new CellText(bytes, start, end(json), strings) : null;
        }

        private FilePlace start(JsonParser json) {
            return places.at(json.currentTokenLocation().getByteOffset());
        }

        /** The parser reads a string to its end when it is asked for its text. */
        private FilePlace end(JsonParser json) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                json.finishToken();
            }
            return places.at(json.currentLocation().getByteOffset());
        }
    }
}
