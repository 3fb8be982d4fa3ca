package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads one value from a place in the text, mending as it goes. One pass, no recursion. */
final class TolerantReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Source source;
    private final Notes notes;
    private final RepairLimits limits;
    private final boolean partial;
    private final boolean anything;
    private final Lookahead lookahead;
    private final Strings strings;
    private final BareText bare;
    private final SpanBook spans;
    private final Shape rootShape;

    private int pos;
    private int nodes;
    private @Nullable Frame top;
    private @Nullable JsonNode root;
    private Completeness completeness = Completeness.COMPLETE;

    TolerantReader(Source source, RepairOptions options, KeyHints hints, Notes notes, SpanBook spans) {
        this.source = source;
        this.notes = notes;
        this.limits = options.limits();
        this.partial = options.partial();
        this.anything = options.profile() == RepairProfile.SALVAGE;
        this.lookahead = new Lookahead(source);
        this.strings = new Strings(source, lookahead, notes, partial, anything);
        this.bare = new BareText(source, lookahead, notes);
        this.spans = spans;
        this.rootShape = new Shape(hints);
    }

    /** What was read, and where it ended. */
    record Reading(JsonNode value, int start, int end, Completeness completeness) {}

    /** Reads the value that starts there; null when there is none. */
    @Nullable
    Reading read(int start) {
        begin(start);
        if (!value(null)) {
            return null;
        }
        return finish(start);
    }

    /** Reads members as if an opening brace stood before them. */
    Reading readMembers(int start) {
        begin(start);
        notes.add(RepairKind.IMPLIED_OPEN, start, start, null, "object opened");
        openObject(start, start, null);
        return finish(start);
    }

    private void begin(int start) {
        pos = start;
        top = null;
        root = null;
        completeness = Completeness.COMPLETE;
    }

    private Reading finish(int start) {
        while (top != null) {
            step(top);
        }
        return new Reading(java.util.Objects.requireNonNull(root), start, pos, completeness);
    }

    private void step(Frame frame) {
        trivia(frame);
        if (pos >= source.end) {
            endOfText(frame);
        } else if (frame.isObject()) {
            stepInObject(frame, source.at(pos));
        } else {
            stepInArray(frame, source.at(pos));
        }
    }

    // ---- objects

    private void stepInObject(Frame frame, char c) {
        if (frame.key != null) {
            memberValue(frame, c);
        } else if (c == '}') {
            closeObject(frame);
        } else if (c == ',') {
            comma(frame);
        } else if (c == ']') {
            wrongCloser(frame, c);
        } else if (frame.valueDone) {
            betweenMembers(frame, c);
        } else {
            key(frame, c);
        }
    }

    private void closeObject(Frame frame) {
        if (reopens(frame)) {
            notes.add(RepairKind.STRAY_CLOSE, pos, pos + 1, frame, "the object goes on");
            pos++;
            return;
        }
        pos++;
        close(frame, pos);
    }

    /** Whether a member follows where none can: then the bracket came too early. */
    private boolean reopens(Frame frame) {
        if (frame.parent != null && frame.parent.isObject()) {
            return false;
        }
        int next = source.peek(pos + 1);
        if (source.at(next) != ',') {
            return false;
        }
        int member = source.peek(next + 1);
        if (QuoteStyle.at(source, member) == null || !lookahead.keyAt(member)) {
            return false;
        }
        boolean forGrandparent = frame.parent != null && frame.parent.parent != null;
        return !forGrandparent || frame.shape.has(lookahead.foundKey());
    }

    private void comma(Frame frame) {
        int next = source.peek(pos + 1);
        char c = source.at(next);
        boolean extra = !frame.valueDone || c == ',' || c == '}' || c == ']' || next >= source.end;
        if (extra && next < source.end) {
            notes.add(RepairKind.EXTRA_COMMA, pos, pos + 1, frame, "comma left out");
        }
        pos++;
        frame.valueDone = false;
    }

    /** Neither comma nor bracket follows a member. */
    private void betweenMembers(Frame frame, char c) {
        if (c == '`' && source.fenceAt(pos)) {
            impliedEnd(frame);
        } else if (c == ';' || c == '>' || c == '\\' || c == '|') {
            drop(frame, pos + 1);
        } else if (c == '{' && parentIsArray(frame)) {
            impliedClose(frame);
        } else if (lookahead.keyAt(pos)) {
            notes.add(RepairKind.MISSING_COMMA, pos, pos, frame, "comma supplied");
            frame.valueDone = false;
        } else if (QuoteStyle.at(source, pos) != null && keyWithoutColon(pos)) {
            notes.add(RepairKind.MISSING_COMMA, pos, pos, frame, "comma supplied");
            frame.valueDone = false;
        } else if (source.ellipsisAt(pos)) {
            ellipsis(frame);
        } else {
            drop(frame, junkEnd());
        }
    }

    private boolean keyWithoutColon(int position) {
        int behind = lookahead.quotedEnd(position);
        if (behind < 0) {
            return false;
        }
        char c = source.at(source.peek(behind));
        return c == '"' || c == '{' || c == '[' || Source.digit(c);
    }

    private static boolean parentIsArray(Frame frame) {
        return frame.parent != null && !frame.parent.isObject();
    }

    /** Where text that fits nowhere ends. */
    private int junkEnd() {
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

    private void drop(Frame frame, int end) {
        drop(frame, end, RepairKind.DROPPED_TEXT);
    }

    private void drop(Frame frame, int end, RepairKind kind) {
        notes.add(kind, pos, end, frame, quoted(pos, end));
        pos = end;
    }

    private String quoted(int start, int end) {
        return "left out: " + source.text.substring(start, Math.min(end, start + 80));
    }

    private void ellipsis(Frame frame) {
        int end = pos;
        while (source.at(end) == '.' || source.at(end) == '\u2026') {
            end++;
        }
        notes.add(RepairKind.ELLIPSIS, pos, end, frame, "ellipsis left out");
        pos = end;
    }

    private void key(Frame frame, char c) {
        if (source.ellipsisAt(pos)) {
            ellipsis(frame);
            return;
        }
        if (c == '{' || c == '[') {
            if (c == '{' && parentIsArray(frame)) {
                impliedClose(frame);
            } else if (c == '{' && frame.isEmpty() && frame.parent == null) {
                notes.add(RepairKind.STRAY_CLOSE, pos, pos + 1, frame, "second opening brace left out");
                pos++;
            } else if (!reopenArray(frame)) {
                drop(frame, bracketEnd(pos));
            }
            return;
        }
        if (c == '`' && source.fenceAt(pos)) {
            int line = pos + 3;
            while (Source.wordPart(source.at(line))) {
                line++;
            }
            if (frame.isEmpty() && source.at(source.peek(line)) == '{') {
                notes.add(RepairKind.FENCE, pos, line, frame, "fence inside the brackets");
                pos = source.peek(line) + 1;
                return;
            }
            impliedEnd(frame);
            return;
        }
        QuoteStyle style = QuoteStyle.at(source, pos);
        if (style != null && !style.triple()) {
            quotedKey(frame, style);
        } else if (c == ':') {
            drop(frame, junkEnd());
        } else if (c == ';' || c == '\\' || c == '<' || c == '>' || c == '|') {
            drop(frame, pos + 1);
        } else {
            unquotedKey(frame);
        }
    }

    /** An item where a key should be: the array before it was closed too early. */
    private boolean reopenArray(Frame frame) {
        ObjectNode object = java.util.Objects.requireNonNull(frame.object);
        String name = frame.lastKey;
        if (name == null || !(object.get(name) instanceof ArrayNode array)) {
            return false;
        }
        notes.add(RepairKind.STRAY_CLOSE, pos, pos, frame, "the array goes on");
        if (source.at(pos) == '[' && source.at(source.peek(bracketEnd(pos))) == '}') {
            pos++; // its bracket closes the whole array, so what it holds belongs there
        }
        frame.key = name;
        push(new Frame(frame, array, pos, frame.shape.member(name)));
        return true;
    }

    private void quotedKey(Frame frame, QuoteStyle style) {
        int start = pos;
        Keys.Found found = Keys.quoted(source, lookahead, style, pos);
        if (found == null) {
            frame.keyStart = start;
            cutHere(frame, Completeness.Cut.KEY, start);
            pos = source.end;
            return;
        }
        if (style != QuoteStyle.DOUBLE) {
            notes.add(RepairKind.QUOTE_STYLE, start, start + 1, frame, "read as a double quote");
        }
        String name = strings.key(start + 1, found.stop(), frame);
        if (found.inner() > 0) {
            notes.add(RepairKind.RAW_QUOTE, start, found.stop(), frame, found.inner() + " inside the key");
        }
        pos = found.behind();
        if (found.unclosed()) {
            notes.add(RepairKind.MISSING_END_QUOTE, found.stop(), found.stop(), frame, "key closed");
        }
        setKey(frame, name, start);
    }

    private void unquotedKey(Frame frame) {
        int start = pos;
        int stop = Keys.unquotedEnd(source, pos);
        if (stop == start) {
            drop(frame, start + 1);
            return;
        }
        int next = source.peek(stop);
        char c = source.at(next);
        QuoteStyle style = QuoteStyle.at(source, next);
        if (style != null && next > stop && lookahead.keyAt(next)) {
            drop(frame, next);
            return;
        }
        if (next >= source.end && source.at(stop) != ':') {
            cutHere(frame, Completeness.Cut.KEY, start);
            pos = source.end;
            return;
        }
        String name = Keys.numeric(source.text.substring(start, stop).strip());
        if (c == '"' && next == stop && source.at(next + 1) == ':' || closesKey(next, stop)) {
            notes.add(RepairKind.MISSING_START_QUOTE, start, start, frame, "key opened");
            pos = next + 1;
            setKey(frame, name, start);
            return;
        }
        if (c != ':' && style == null && c != '{' && c != '[' && !Source.digit(c) && !frame.isEmpty()) {
            drop(frame, junkEnd());
            return;
        }
        notes.add(RepairKind.UNQUOTED_KEY, start, stop, frame, "key quoted");
        frame.unquotedKeys = true;
        pos = stop;
        setKey(frame, name, start);
    }

    private boolean closesKey(int next, int stop) {
        return source.at(next) == '"' && next == stop && source.at(source.peek(next + 1)) == ':';
    }

    private void setKey(Frame frame, String name, int start) {
        frame.keyStart = start;
        int colon = source.peek(pos);
        char c = source.at(colon);
        if (c == ':') {
            frame.sawColon = true;
            trivia(frame);
            pos = colon + 1;
        } else if (colon >= source.end) {
            cutHere(frame, Completeness.Cut.VALUE, start);
            pos = source.end;
            return;
        } else if ((c == ',' || c == '}') && !frame.sawColon) {
            element(frame, name, start, c);
            return;
        } else if (c != ',' && c != '}') {
            notes.add(RepairKind.MISSING_COLON, pos, pos, frame, "colon supplied");
            frame.sawColon = true;
        }
        if (frame.has(name)) {
            notes.add(RepairKind.DUPLICATE_KEY, start, pos, frame, "the last value stays");
        }
        frame.key = name;
        frame.valueDone = false;
    }

    /** A member without a value in an object where no member has had one: a set. */
    private void element(Frame frame, String name, int start, char c) {
        ObjectNode object = java.util.Objects.requireNonNull(frame.object);
        object.set(name, NullNode.getInstance());
        frame.valueDone = true;
        if (c == '}' && frame.unquotedKeys && !anything) {
            throw JsonRepairException.refused(frame.start,
                    "The braces at character " + frame.start + " hold words that are neither keys nor values"
                            + "; ask for it again, or let RepairProfile.SALVAGE read them as a list");
        }
        if (c == '}') {
            ArrayNode list = NODES.arrayNode();
            object.fieldNames().forEachRemaining(list::add);
            notes.add(RepairKind.SET_TO_LIST, frame.start, pos, frame, "a set read as a list");
            pos = source.peek(pos) + 1;
            top = frame.parent;
            attach(frame.parent, list, frame.start, pos);
        } else {
            notes.add(RepairKind.MISSING_VALUE, start, pos, frame, "null supplied");
        }
    }

    private void memberValue(Frame frame, char c) {
        if (c == ',' || c == '}' || c == ']') {
            notes.add(RepairKind.MISSING_VALUE, pos, pos, frame, "null supplied");
            attach(frame, NullNode.getInstance(), pos, pos);
        } else if (c == ':') {
            drop(frame, pos + 1);
        } else if (!value(frame)) {
            notes.add(RepairKind.MISSING_VALUE, pos, pos, frame, "null supplied");
            attach(frame, NullNode.getInstance(), pos, pos);
        }
    }

    // ---- arrays

    private void stepInArray(Frame frame, char c) {
        if (c == ']' || (c == ')' && frame.tuple)) {
            pos++;
            close(frame, pos);
        } else if (c == ',') {
            comma(frame);
        } else if (c == '}') {
            wrongCloser(frame, c);
        } else if (c == ':') {
            keyInArray(frame);
        } else if (source.ellipsisAt(pos) && ellipsisIsAlone()) {
            ellipsis(frame);
        } else if (c == '`' && source.fenceAt(pos) && fenceEndsHere(frame)) {
            impliedEnd(frame);
        } else if (!frame.isEmpty() && memberOfParent(frame)) {
            impliedClose(frame);
        } else {
            item(frame, c);
        }
    }

    private boolean ellipsisIsAlone() {
        int end = pos;
        while (source.at(end) == '.' || source.at(end) == '\u2026') {
            end++;
        }
        char c = source.at(source.peek(end));
        return c == ',' || c == ']' || c == '\0' || c == '}';
    }

    private boolean fenceEndsHere(Frame frame) {
        if (frame.isEmpty()) {
            int line = pos + 3;
            while (Source.wordPart(source.at(line))) {
                line++;
            }
            int next = source.peek(line);
            if (source.at(next) == '{' || source.at(next) == '[') {
                notes.add(RepairKind.FENCE, pos, line, frame, "fence inside the brackets");
                pos = next;
                return false;
            }
        }
        return true;
    }

    private boolean memberOfParent(Frame frame) {
        Frame parent = frame.parent;
        if (parent == null || !parent.isObject() || !lookahead.keyAt(pos)) {
            return false;
        }
        return parent.sawColon && !parent.has(lookahead.foundKey());
    }

    private void item(Frame frame, char c) {
        if (frame.valueDone) {
            if (c == ';' || c == '\\' || c == '>' || c == '|' || c == '=') {
                drop(frame, pos + 1);
                return;
            }
            notes.add(RepairKind.MISSING_COMMA, pos, pos, frame, "comma supplied");
        }
        if (!value(frame)) {
            drop(frame, pos + 1);
        }
    }

    /** The last item was a key: an object without its opening brace. */
    private void keyInArray(Frame frame) {
        ArrayNode array = java.util.Objects.requireNonNull(frame.array);
        int last = array.size() - 1;
        if (last < 0 || !array.get(last).isTextual() || !frame.valueDone) {
            drop(frame, pos + 1);
            return;
        }
        String name = array.remove(last).textValue();
        notes.add(RepairKind.IMPLIED_OPEN, pos, pos, frame, "object opened");
        frame.valueDone = false;
        openObject(pos, pos + 1, frame);
        Frame opened = java.util.Objects.requireNonNull(top);
        opened.key = name;
        opened.sawColon = true;
    }

    // ---- brackets

    private void wrongCloser(Frame frame, char c) {
        Frame outer = Frame.nearest(frame, c == '}');
        if (outer == null && frame.parent == null && !frame.isObject() && source.at(source.peek(pos + 1)) == ',') {
            drop(frame, pos + 1, RepairKind.STRAY_CLOSE);
            return;
        }
        boolean tooFar = outer == null || !continues(outer.parent);
        if (outer == null || (tooFar && continues(frame.parent))) {
            notes.add(RepairKind.WRONG_CLOSE, pos, pos + 1, frame, c + " read as the other bracket");
            pos++;
            close(frame, pos);
            return;
        }
        while (top != null && top != outer) {
            notes.add(RepairKind.IMPLIED_CLOSE, pos, pos, top, "bracket supplied");
            close(top, pos);
        }
    }

    /** Whether the text behind the bracket here may follow a value of the frame. */
    private boolean continues(@Nullable Frame frame) {
        return lookahead.valueEnds(pos + 1, frame, 0) && (frame != null || rootMayEnd());
    }

    private boolean rootMayEnd() {
        int next = source.peek(pos + 1);
        return source.at(next) != ',' || !lookahead.keyAt(source.peek(next + 1));
    }

    private void impliedClose(Frame frame) {
        notes.add(RepairKind.IMPLIED_CLOSE, pos, pos, frame, "bracket supplied");
        close(frame, pos);
    }

    /** A fence ends the document although brackets are open. */
    private void impliedEnd(Frame frame) {
        notes.add(RepairKind.IMPLIED_CLOSE, pos, pos, frame, "brackets supplied before the fence");
        while (top != null) {
            close(top, pos);
        }
    }

    private int bracketEnd(int open) {
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

    private void openObject(int start, int next, @Nullable Frame parent) {
        push(new Frame(parent, NODES.objectNode(), start, shapeFor(parent)));
        pos = next;
    }

    private void openArray(int start, int next, @Nullable Frame parent) {
        push(new Frame(parent, NODES.arrayNode(), start, shapeFor(parent)));
        pos = next;
    }

    private Shape shapeFor(@Nullable Frame parent) {
        if (parent == null) {
            return rootShape;
        }
        return parent.key != null ? parent.shape.member(parent.key) : parent.shape.items();
    }

    private void push(Frame frame) {
        if (frame.depth > limits.maxDepth()) {
            throw JsonRepairException.limit(frame.start,
                    "The document is nested more than " + limits.maxDepth()
                            + " levels deep; raise RepairLimits.maxDepth if that is meant");
        }
        top = frame;
    }

    private void close(Frame frame, int end) {
        if (frame.object != null) {
            frame.shape.learn(frame.object);
        }
        top = frame.parent;
        JsonNode node = frame.node();
        if (frame.tuple && node.size() == 1) {
            node = node.get(0);
        }
        attach(frame.parent, node, frame.start, end);
    }

    private void attach(@Nullable Frame frame, JsonNode node, int start, int end) {
        if (++nodes > limits.maxNodes()) {
            throw JsonRepairException.limit(start,
                    "The document has more than " + limits.maxNodes()
                            + " values; raise RepairLimits.maxNodes if that is meant");
        }
        spans.put(node, start, end);
        if (frame == null) {
            root = node;
        } else if (frame.object != null) {
            frame.object.set(java.util.Objects.requireNonNull(frame.key), node);
            frame.lastKey = frame.key;
            frame.key = null;
            frame.valueDone = true;
        } else {
            java.util.Objects.requireNonNull(frame.array).add(node);
            frame.valueDone = true;
        }
    }

    // ---- values

    /** Reads or opens the value that starts here; false when none does. */
    private boolean value(@Nullable Frame frame) {
        char c = source.at(pos);
        if (c == '{') {
            openObject(pos, pos + 1, frame);
            return true;
        }
        if (c == '[') {
            openArray(pos, pos + 1, frame);
            return true;
        }
        if (c == '(' && tupleAt()) {
            notes.add(RepairKind.CALL, pos, pos + 1, frame, "round brackets");
            openArray(pos, pos + 1, frame);
            java.util.Objects.requireNonNull(top).tuple = true;
            return true;
        }
        QuoteStyle style = QuoteStyle.at(source, pos);
        if (style != null) {
            string(frame, style);
            return true;
        }
        if (c == '/' && source.at(pos + 1) != '/' && regex(frame)) {
            return true;
        }
        if (Source.wordStart(c) && call(frame)) {
            return true;
        }
        return bareValue(frame);
    }

    private boolean tupleAt() {
        int next = source.peek(pos + 1);
        char c = source.at(next);
        return QuoteStyle.at(source, next) != null || Source.digit(c) || c == '{' || c == '[' || c == '(';
    }

    private void string(@Nullable Frame frame, QuoteStyle style) {
        int start = pos;
        String text = strings.value(pos, style, frame);
        pos = strings.behind();
        if (strings.cut()) {
            cutHere(frame, Completeness.Cut.STRING, start);
        } else {
            text = concatenated(text, frame);
        }
        attach(frame, TextNode.valueOf(text), start, pos);
    }

    private String concatenated(String first, @Nullable Frame frame) {
        if (source.at(source.peek(pos)) != '+') {
            return first;
        }
        StringBuilder all = new StringBuilder(first);
        while (true) {
            int plus = source.peek(pos);
            int next = source.peek(plus + 1);
            QuoteStyle style = source.at(plus) == '+' ? QuoteStyle.at(source, next) : null;
            if (style == null) {
                return all.toString();
            }
            notes.add(RepairKind.CONCATENATION, plus, plus + 1, frame, "strings joined");
            all.append(strings.value(next, style, frame));
            pos = strings.behind();
        }
    }

    /** A regular expression between slashes; false when the slash starts something else, such as a path. */
    private boolean regex(@Nullable Frame frame) {
        int start = pos;
        int at = pos + 1;
        int stop = source.lineEnd(pos);
        boolean group = false;
        while (at < stop && (source.at(at) != '/' || group)) {
            char c = source.at(at);
            group = c == '[' || (group && c != ']');
            at += c == '\\' ? 2 : 1;
        }
        if (at >= stop) {
            return false;
        }
        at++;
        while (Character.isLetter(source.at(at))) {
            at++;
        }
        int next = source.skipSpace(at);
        if (next < source.end && ",}])".indexOf(source.at(next)) < 0 && !source.breaksBetween(at, next)) {
            return false;
        }
        notes.add(RepairKind.UNQUOTED_TEXT, start, at, frame, "a regular expression read as a string");
        pos = at;
        attach(frame, TextNode.valueOf(source.text.substring(start, at)), start, at);
        return true;
    }

    /** {@code ObjectId("1")} and the like: the value is what stands in the brackets. */
    private boolean call(@Nullable Frame frame) {
        int open = Calls.open(source, pos);
        if (open < 0) {
            return false;
        }
        int inner = source.peek(open + 1);
        QuoteStyle style = QuoteStyle.at(source, inner);
        if (style != null && !style.triple()) {
            int behind = lookahead.quotedEnd(inner);
            if (behind > 0 && source.at(source.peek(behind)) == ')') {
                return called(
                        frame, TextNode.valueOf(strings.key(inner + 1, behind - 1, frame)), behind);
            }
            return false;
        }
        int stop = inner;
        while (stop < source.end
                && stop - inner < Numbers.LONGEST
                && (Source.wordPart(source.at(stop)) || "+-.".indexOf(source.at(stop)) >= 0)) {
            stop++;
        }
        String word = source.text.substring(inner, stop);
        JsonNode literal = Numbers.strict(word) != null ? Numbers.strict(word) : Literals.of(word);
        if (literal != null && source.at(source.peek(stop)) == ')') {
            return called(frame, literal, stop);
        }
        return false;
    }

    private boolean called(@Nullable Frame frame, JsonNode node, int innerEnd) {
        int start = pos;
        pos = source.peek(innerEnd) + 1;
        notes.add(RepairKind.CALL, start, pos, frame, "read as its argument");
        attach(frame, node, start, pos);
        return true;
    }

    private boolean bareValue(@Nullable Frame frame) {
        int start = pos;
        JsonNode node = bare.value(pos, frame);
        if (node == null) {
            return false;
        }
        pos = bare.behind();
        if (bare.cut() && frame != null) {
            cutHere(frame, Completeness.Cut.SCALAR, start);
            if (partial) {
                frame.key = null;
                return true;
            }
        }
        attach(frame, node, start, pos);
        return true;
    }

    // ---- the end of the text, and what stands between tokens

    private void cutHere(@Nullable Frame frame, Completeness.Cut cut, int start) {
        if (completeness.complete()) {
            completeness = new Completeness(false, Frame.pointer(frame), cut);
            notes.add(
                    RepairKind.TRUNCATED,
                    start,
                    source.end,
                    frame,
                    "the text ends in a " + cut.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private void endOfText(Frame frame) {
        cutHere(frame, frame.key != null ? Completeness.Cut.VALUE : Completeness.Cut.CONTAINER, frame.start);
        frame.key = null;
        spans.markCut(frame.node());
        close(frame, source.end);
    }

    private void trivia(@Nullable Frame frame) {
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
}
