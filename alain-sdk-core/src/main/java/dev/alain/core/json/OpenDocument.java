package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The document being read: how far reading is, which brackets are open, and the tree so far. */
final class OpenDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    final Source source;
    final Notes notes;
    final Lookahead lookahead;
    final Strings strings;
    /** Whether a value that touches the end of the text is left out. */
    final boolean partial;
    /** Whether what would be refused is kept. */
    final boolean anything;

    private final RepairLimits limits;
    private final SpanBook spans;
    private final Shape rootShape;

    int pos;

    @Nullable
    Frame top;

    @Nullable
    JsonNode root;

    Completeness completeness = Completeness.COMPLETE;
    private int nodes;

    OpenDocument(Source source, RepairOptions options, KeyHints hints, Notes notes, SpanBook spans) {
        this.source = source;
        this.notes = notes;
        this.limits = options.limits();
        this.partial = options.partial();
        this.anything = options.profile() == RepairProfile.SALVAGE;
        this.lookahead = new Lookahead(source);
        this.strings = new Strings(source, lookahead, notes, partial, anything);
        this.spans = spans;
        this.rootShape = new Shape(hints);
    }

    void begin(int start) {
        pos = start;
        top = null;
        root = null;
        completeness = Completeness.COMPLETE;
    }

    /** The text has ended: closes the frame. */
    void endOfText(Frame frame) {
        cutHere(frame, frame.key != null ? Completeness.Cut.VALUE : Completeness.Cut.CONTAINER, frame.start);
        frame.key = null;
        spans.markCut(frame.node());
        close(frame, source.end);
    }

    void openObject(int start, int next, @Nullable Frame parent) {
        push(new Frame(parent, NODES.objectNode(), start, shapeFor(parent)));
        pos = next;
    }

    void openArray(int start, int next, @Nullable Frame parent) {
        push(new Frame(parent, NODES.arrayNode(), start, shapeFor(parent)));
        pos = next;
    }

    private Shape shapeFor(@Nullable Frame parent) {
        if (parent == null) {
            return rootShape;
        }
        return parent.key != null ? parent.shape.member(parent.key) : parent.shape.items();
    }

    void push(Frame frame) {
        if (frame.depth > limits.maxDepth()) {
            throw JsonRepairException.limit(
                    frame.start,
                    "The document is nested more than " + limits.maxDepth()
                            + " levels deep; raise RepairLimits.maxDepth if that is meant");
        }
        top = frame;
    }

    void close(Frame frame, int end) {
        if (frame.object != null) {
            frame.shape.learn(frame.object);
        }
        top = frame.parent;
        JsonNode node = frame.node();
        if (frame.tuple && node.size() == 1 && !frame.commas) {
            node = node.get(0);
        }
        attach(frame.parent, node, frame.start, end);
    }

    void attach(@Nullable Frame frame, JsonNode node, int start, int end) {
        if (++nodes > limits.maxNodes()) {
            throw JsonRepairException.tooManyValues(start, limits.maxNodes());
        }
        spans.put(node, start, end);
        if (frame == null) {
            root = node;
        } else if (frame.object != null) {
            frame.object.set(Objects.requireNonNull(frame.key), node);
            frame.lastKey = frame.key;
            frame.key = null;
            frame.valueDone = true;
        } else {
            Objects.requireNonNull(frame.array).add(node);
            frame.valueDone = true;
        }
    }

    void cutHere(@Nullable Frame frame, Completeness.Cut cut, int start) {
        if (completeness.complete()) {
            completeness = new Completeness(false, Frame.pointer(frame), cut);
            notes.add(
                    RepairKind.TRUNCATED,
                    start,
                    source.end,
                    frame,
                    "the text ends in a " + cut.name().toLowerCase(Locale.ROOT));
        }
    }

    void trivia(@Nullable Frame frame) {
        while (pos < source.end) {
            char c = source.at(pos);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                pos++;
            } else if (Source.space(c)) {
                notes.add(RepairKind.SPECIAL_WHITESPACE, pos, pos + 1, frame, "white space that JSON lacks");
                pos++;
            } else if (source.commentAt(pos) && !valueAt(c, frame)) {
                int behind = source.commentEnd(pos);
                notes.add(RepairKind.COMMENT, pos, behind, frame, "comment left out");
                pos = behind;
            } else if (c == '\\' && "nrt".indexOf(source.at(pos + 1)) >= 0 && !Source.wordPart(source.at(pos + 2))) {
                notes.add(
                        RepairKind.DROPPED_TEXT,
                        pos,
                        pos + 2,
                        frame,
                        "escaped white space between tokens",
                        Severity.LOSSLESS);
                pos += 2;
            } else {
                return;
            }
        }
    }

    /** Whether the mark of a comment is text where a value is awaited. */
    private static boolean valueAt(char c, @Nullable Frame frame) {
        return c == '#' && frame != null && frame.key != null;
    }

    void drop(Frame frame, int end) {
        drop(frame, end, RepairKind.DROPPED_TEXT);
    }

    void drop(Frame frame, int end, RepairKind kind) {
        notes.add(kind, pos, end, frame, quoted(pos, end));
        pos = end;
    }

    private String quoted(int start, int end) {
        return "left out: " + source.text.substring(start, Math.min(end, start + 80));
    }

    void ellipsis(Frame frame) {
        int end = pos;
        while (source.at(end) == '.' || source.at(end) == '\u2026') {
            end++;
        }
        notes.add(RepairKind.ELLIPSIS, pos, end, frame, "ellipsis left out");
        pos = end;
    }

    void impliedClose(Frame frame) {
        notes.add(RepairKind.IMPLIED_CLOSE, pos, pos, frame, "bracket supplied");
        close(frame, pos);
    }

    /** Behind the fence there and the word of its language. */
    int behindFence() {
        int at = pos + 3;
        while (Source.wordPart(source.at(at))) {
            at++;
        }
        return at;
    }

    /** Goes on behind a fence that stands inside the brackets. */
    void skipFence(Frame frame, int next) {
        notes.add(RepairKind.FENCE, pos, behindFence(), frame, "fence inside the brackets");
        pos = next;
    }

    /** A fence ends the document although brackets are open. */
    void impliedEnd(Frame frame) {
        notes.add(RepairKind.IMPLIED_CLOSE, pos, pos, frame, "brackets supplied before the fence");
        while (top != null) {
            close(top, pos);
        }
    }

    int bracketEnd(int open) {
        int depth = 0;
        int at = open;
        while (at < source.end) {
            char c = source.at(at);
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
                if (depth == 0) {
                    return at + 1;
                }
            } else if (c == '\n') {
                return at;
            }
            at++;
        }
        return source.end;
    }

    /** Where text that fits nowhere ends. */
    int junkEnd() {
        int at = pos + 1;
        while (at < source.end) {
            char c = source.at(at);
            if (c == ','
                    || c == '}'
                    || c == ']'
                    || c == '\n'
                    || (c == '"' && lookahead.keyAt(at))
                    || source.fenceAt(at)) {
                break;
            }
            at++;
        }
        return at;
    }
}
