package dev.alain.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import dev.alain.core.json.TolerantReader.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as language models write it.
 *
 * <pre>{@code
 * RepairResult result = JsonRepair.parse("Sure! {title: 'Haiku', \"steps\": [1, 2,]}");
 * result.value();    // {"title":"Haiku","steps":[1,2]}
 * result.repairs();  // what was mended, where, and how sure that is
 * }</pre>
 *
 * <p>Valid JSON comes back as it is, with no repair. Everything else is read in one pass that takes time linear in the
 * text: the same text and options always give the same result. Without state, safe for use by many threads.
 */
public final class JsonRepair {
    private JsonRepair() {}

    /**
     * Reads the text with {@link RepairOptions#defaults()}.
     *
     * @throws JsonRepairException if it holds no JSON, or is over the limits
     */
    public static RepairResult parse(String text) {
        return parse(text, RepairOptions.defaults());
    }

    /**
     * Reads the text.
     *
     * @throws JsonRepairException if it holds no JSON, is over the limits, needs more than the profile allows, or
     *     doesn't fit the schema
     */
    public static RepairResult parse(CharSequence text, RepairOptions options) {
        Objects.requireNonNull(options, "options");
        return new Parse(text.toString(), options).run();
    }

    /**
     * Reads the text for a binding to Java types: {@code mapper.readValue(JsonRepair.parser(text, options), Type.class)}.
     * For whole mappers see {@link RepairingJsonFactory}.
     *
     * @throws JsonRepairException as {@link #parse(CharSequence, RepairOptions)} does
     */
    public static JsonParser parser(CharSequence text, RepairOptions options) {
        return new TreeTraversingParser(parse(text, options).value());
    }

    /** Reads text that arrives bit by bit. */
    public static RepairStream stream(RepairOptions options) {
        return new RepairStream(Objects.requireNonNull(options, "options"));
    }

    private static final String NO_JSON =
            "There is no JSON in the text; ask for it again, or look whether the right reply was passed";

    /** One call. */
    private static final class Parse {
        private final String text;
        private final RepairOptions options;
        private final SpanBook spans;
        private final Notes notes;

        Parse(String text, RepairOptions options) {
            this.text = text;
            this.options = options;
            this.spans = new SpanBook(options.compiled() != null);
            this.notes = new Notes(options.limits().repairsPerKind());
        }

        RepairResult run() {
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
            String unescaped = Unescaped.document(text, new Envelope(new Source(text)).answerStart());
            Source source = new Source(unescaped == null ? text : unescaped);
            if (unescaped != null) {
                notes.add(RepairKind.ESCAPED_DOCUMENT, 0, text.length(), null, "read after unescaping");
            }
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

        private List<Found> documents(Source source, KeyHints hints) {
            TolerantReader reader = new TolerantReader(source, options, hints, notes, spans);
            int answer = new Envelope(source).answerStart();
            if (answer > source.skipSpace(0)) {
                notes.add(RepairKind.ENVELOPE, 0, answer, null, "what stands before the answer left out");
            } else if (answer > 0 && text.charAt(0) == '\ufeff') {
                notes.add(RepairKind.SPECIAL_WHITESPACE, 0, 1, null, "byte order mark left out");
            }
            return new Documents(source, reader, notes, options.limits()).read(answer);
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
            return finished(best.value(), best.reading().completeness(), span(best.reading()));
        }

        private Span span(Reading reading) {
            return new Span(Math.min(reading.start(), text.length()), Math.min(reading.end(), text.length()));
        }

        private RepairResult list(List<Found> found) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            found.forEach(one -> list.add(one.value()));
            Reading first = found.get(0).reading();
            Reading last = found.get(found.size() - 1).reading();
            notes.add(RepairKind.DOCUMENTS_TO_LIST, first.start(), last.end(), null, found.size() + " documents");
            return finished(list, last.completeness(), new Span(first.start(), Math.min(last.end(), text.length())));
        }

        private RepairResult finished(JsonNode value, Completeness completeness, Span span) {
            List<Repair> repairs = notes.list();
            if (options.profile() == RepairProfile.SAFE) {
                refuseGuesses(repairs);
            }
            return new RepairResult(value, repairs, completeness, span);
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
            return new JsonRepairException(reason, offset, message, new ArrayList<>());
        }
    }

    /** Documents whose structure is escaped: {@code {\"a\": 1}}. */
    private static final class Unescaped {
        private Unescaped() {}

        static @Nullable String document(String text, int answer) {
            int at = answer;
            Source source = new Source(text);
            char c = source.at(at);
            if (c == '{' || c == '[') {
                at = source.skipSpace(at + 1);
            }
            boolean escaped = source.at(at) == '\\' && (source.at(at + 1) == '"' || source.at(at + 1) == '\'');
            if (!escaped) {
                return null;
            }
            String unescaped = new Unescape(new Notes(1), true).decode(source, answer, text.length(), answer, null);
            return text.substring(0, answer) + unescaped;
        }
    }
}
