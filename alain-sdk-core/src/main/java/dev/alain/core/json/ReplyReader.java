package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.alain.core.json.TolerantReader.Reading;
import java.util.List;

/** Reads one reply: strictly if it is valid, else document by document. */
final class ReplyReader {
    private static final String NO_JSON =
            "There is no JSON in the text; ask for it again, or look whether the right reply was passed";

    private final String text;
    private final RepairOptions options;
    private final SpanBook spans;
    private final Notes notes;
    /** Whether what is read is the text without one level of escapes. */
    private boolean escaped;

    ReplyReader(String text, RepairOptions options) {
        this.text = text;
        this.options = options;
        this.spans = new SpanBook(options.compiled() != null);
        this.notes = new Notes(options.limits().repairsPerKind());
    }

    RepairResult read() {
        if (text.length() > options.limits().maxChars()) {
            throw failure(
                    JsonRepairException.Reason.LIMIT,
                    0,
                    "The text has " + text.length() + " characters, more than "
                            + options.limits().maxChars() + "; raise RepairLimits.maxChars if that is meant");
        }
        if (text.isBlank()) {
            throw failure(JsonRepairException.Reason.EMPTY, 0, "The text is empty");
        }
        boolean strictOnly = options.profile() == RepairProfile.STRICT;
        if (strictOnly || StrictReader.looksWhole(text)) {
            StrictReader strict = new StrictReader(text, options.limits(), spans);
            JsonNode value = strict.read();
            if (value != null) {
                return valid(value);
            }
            if (strictOnly) {
                throw failure(
                        JsonRepairException.Reason.PROFILE,
                        strict.errorAt(),
                        "Not valid JSON at character " + strict.errorAt() + ": " + strict.error()
                                + "; RepairProfile.DEFAULT would mend it");
            }
        }
        return tolerant();
    }

    private RepairResult valid(JsonNode value) {
        Span whole = new Span(0, text.length());
        CompiledSchema schema = options.compiled();
        return schema == null
                ? finished(value, Completeness.COMPLETE, whole)
                : new SchemaChoice(schema, text, text, spans, notes, options).ofValid(value, this::finished);
    }

    private RepairResult tolerant() {
        Source source = source();
        CompiledSchema schema = options.compiled();
        if (schema != null) {
            return new SchemaChoice(schema, text, source.text, spans, notes, options)
                    .of(() -> documents(source, schema.hints()), this::finished);
        }
        List<Found> found = documents(source, KeyHints.NONE);
        if (found.isEmpty()) {
            throw failure(JsonRepairException.Reason.NO_JSON, 0, NO_JSON);
        }
        return chosen(found, source);
    }

    private Source source() {
        Source source = new Source(text);
        String unescaped = EscapedDocument.unescaped(source);
        if (unescaped == null) {
            return source;
        }
        escaped = true;
        notes.add(RepairKind.ESCAPED_DOCUMENT, 0, text.length(), null, "read after unescaping");
        return new Source(unescaped);
    }

    private List<Found> documents(Source source, KeyHints hints) {
        TolerantReader reader = new TolerantReader(source, options, hints, notes, spans);
        int answer = new Envelope(source).answerStart();
        if (answer > source.skipSpace(0)) {
            notes.add(RepairKind.ENVELOPE, 0, answer, null, "what stands before the answer left out");
        }
        int last = source.end;
        while (last > 0 && Source.space(source.at(last - 1))) {
            last--;
        }
        noteSpace(source, 0, source.skipSpace(0));
        noteSpace(source, last, source.end);
        return new Documents(source, reader, notes, options.limits()).read(answer);
    }

    /** Notes white space around the reply that JSON lacks, such as a byte order mark. */
    private void noteSpace(Source source, int from, int to) {
        for (int at = from; at < to; at++) {
            if (Source.specialSpace(source.at(at))) {
                notes.add(RepairKind.SPECIAL_WHITESPACE, at, at + 1, null, "white space that JSON lacks");
                return;
            }
        }
    }

    private RepairResult chosen(List<Found> found, Source source) {
        if (Choice.isList(found)) {
            return list(found);
        }
        if (Choice.isAmbiguous(found) && options.profile() != RepairProfile.SALVAGE) {
            throw failure(
                    JsonRepairException.Reason.PROFILE,
                    found.get(1).reading().start(),
                    "Two documents that differ stand side by side, the second at character "
                            + found.get(1).reading().start()
                            + "; a schema tells which is meant, RepairProfile.SALVAGE takes the longest");
        }
        Found best = Choice.best(found);
        Surroundings.note(best, found, source, notes);
        return finished(
                best.value(), best.reading().completeness(), best.reading().span());
    }

    private RepairResult list(List<Found> found) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        found.forEach(one -> list.add(one.value()));
        Reading first = found.get(0).reading();
        Reading last = found.get(found.size() - 1).reading();
        notes.add(RepairKind.DOCUMENTS_TO_LIST, first.start(), last.end(), null, found.size() + " documents");
        return finished(list, last.completeness(), new Span(first.start(), last.end()));
    }

    private RepairResult finished(JsonNode value, Completeness completeness, Span span) {
        List<Repair> repairs = escaped ? everywhere(notes.list()) : notes.list();
        if (options.profile() == RepairProfile.SAFE) {
            refuseGuesses(repairs);
        }
        return new RepairResult(value, repairs, completeness, escaped ? new Span(0, text.length()) : span);
    }

    /** Offsets in the unescaped text mean nothing to the caller. */
    private List<Repair> everywhere(List<Repair> repairs) {
        return repairs.stream()
                .map(repair -> new Repair(
                        repair.kind(), 0, text.length(), repair.pointer(), repair.severity(), repair.detail()))
                .toList();
    }

    private void refuseGuesses(List<Repair> repairs) {
        for (Repair repair : repairs) {
            if (repair.severity() != Severity.LOSSLESS) {
                throw failure(
                        JsonRepairException.Reason.PROFILE,
                        repair.start(),
                        "RepairProfile.SAFE allows no " + repair.kind() + ", which is needed at character "
                                + repair.start() + "; RepairProfile.DEFAULT would do it");
            }
        }
    }

    private JsonRepairException failure(JsonRepairException.Reason reason, int offset, String message) {
        return new JsonRepairException(reason, offset, message, List.of());
    }
}
