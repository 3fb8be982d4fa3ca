package dev.alain.providers.dialect;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a body into its pieces: server-sent events, lines of JSON, or one piece that is everything.
 *
 * <p>The body decides which, not the question: servers ignore {@code stream}, and send JSON as plain text. Lines are
 * decoded whole, so that a character may be split anywhere. Not thread-safe.
 */
public final class AnswerStream {
    /** The piece after which nothing comes, although the connection may stay open. */
    public static final String DONE = "[DONE]";

    private enum Shape {
        EVENTS,
        LINES,
        WHOLE
    }

    private final InputStream in;
    private final Shape shape;
    private boolean drained;
    private boolean afterReturn;

    /** A body with its type; {@code jsonLines} when a stream of the dialect is made of them. */
    public AnswerStream(InputStream body, String contentType, boolean jsonLines, boolean streamAsked)
            throws IOException {
        this.in = new BufferedInputStream(body);
        int first = firstLetter();
        if (first == '{' && jsonLines && (streamAsked || contentType.contains("ndjson"))) {
            this.shape = Shape.LINES;
        } else if (contentType.contains("event-stream") || streamAsked && first != '{' && beginsEvents()) {
            this.shape = first == '{' ? Shape.WHOLE : Shape.EVENTS;
        } else {
            this.shape = Shape.WHOLE;
        }
    }

    /** Whether the body has several pieces, of which the last one says so. */
    public boolean inPieces() {
        return shape != Shape.WHOLE;
    }

    /** The next piece; empty at the end of the body. */
    public Optional<String> next() throws IOException {
        return switch (shape) {
            case EVENTS -> event();
            case LINES -> nextLine();
            case WHOLE -> everything();
        };
    }

    private Optional<String> everything() throws IOException {
        if (drained) {
            return Optional.empty();
        }
        drained = true;
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    private Optional<String> nextLine() throws IOException {
        while (!drained) {
            String line = line().strip();
            if (!line.isEmpty()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Several data lines of one event belong together; comments, names and ids of events are of no use here. */
    private Optional<String> event() throws IOException {
        StringBuilder data = new StringBuilder();
        boolean some = false;
        while (!drained) {
            String line = line();
            if (line.startsWith("data:")) {
                String value = line.substring(5);
                data.append(some ? "\n" : "").append(value.startsWith(" ") ? value.substring(1) : value);
                some = true;
                if (value.strip().equals(DONE)) {
                    return Optional.of(DONE); // a server may keep the blank line, and the connection, to itself
                }
            } else if (line.isEmpty() && some) {
                return Optional.of(data.toString());
            } else if (line.startsWith("{")) {
                return Optional.of(line); // an error that was put into the stream as it was
            }
        }
        return some ? Optional.of(data.toString()) : Optional.empty();
    }

    /** Up to a line feed, a carriage return or both; the second of both is skipped when it comes, not waited for. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int one = in.read();
        if (one == '\n' && afterReturn) {
            one = in.read();
        }
        while (one >= 0 && one != '\n' && one != '\r') {
            line.write(one);
            one = in.read();
        }
        drained = one < 0;
        afterReturn = one == '\r';
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Whether what comes is a field of an event or a comment. */
    private boolean beginsEvents() throws IOException {
        in.mark(8);
        StringBuilder start = new StringBuilder();
        for (int one = in.read(); one >= 0 && start.length() < 6 && one != ':'; one = in.read()) {
            start.append((char) one);
        }
        in.reset();
        return List.of("", "data", "event", "id", "retry").contains(start.toString());
    }

    /** Skips a byte order mark and white space. */
    private int firstLetter() throws IOException {
        while (true) {
            in.mark(4);
            int one = in.read();
            boolean mark = one == 0xEF && in.read() == 0xBB && in.read() == 0xBF;
            if (!mark && one != ' ' && one != '\n' && one != '\r' && one != '\t') {
                in.reset();
                return one;
            }
        }
    }
}
