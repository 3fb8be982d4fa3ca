package dev.alain.providers.secret;

/** Replaces secrets in a text that comes in pieces, even one that is split between them. Not thread-safe. */
public final class RedactedStream {
    private final Redactor redactor;
    private String held = "";

    /** A stream without what this redactor hides. */
    public RedactedStream(Redactor redactor) {
        this.redactor = redactor;
    }

    /** What can be shown by now; keeps back what may be the beginning of a secret. */
    public String push(String piece) {
        if (redactor.idle()) {
            return piece;
        }
        String text = redactor.clean(held + piece);
        int pending = redactor.pending(text);
        held = text.substring(text.length() - pending);
        return text.substring(0, text.length() - pending);
    }

    /** What was kept back, once nothing more comes. */
    public String end() {
        String rest = redactor.cleanEnd(held);
        held = "";
        return rest;
    }
}
