package dev.alain;

/** Nothing can be taught, because nothing was found out. */
public final class ResearchException extends AlainException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why research failed. */
    public enum Reason {
        /** The file or cache entry is not there. */
        NOT_FOUND,
        /** There is no text in it. */
        EMPTY,
        /** It is about something else than a model. */
        NOT_A_MODEL,
        /** It cannot be read. */
        UNREADABLE,
        /** The model may not be used: disabled, or refused by policy. */
        REFUSED,
        /** Its files are given only to those who asked for access. */
        GATED,
        /** The token is not accepted, or does not give this right. */
        UNAUTHORIZED,
        /** It is not at hand, and the network may not be used. */
        OFFLINE,
        /** The server wants fewer requests; later it will answer. */
        RATE_LIMITED,
        /** The server cannot be reached, or is broken; later it may answer. */
        UNAVAILABLE,
        /** No research source takes this kind of subject. */
        UNSUPPORTED
    }

    /** A failure with its reason, which tells whether trying again helps, and its remedy. */
    public ResearchException(Reason reason, String message, String remedy, Throwable... causes) {
        super(message, reason == Reason.RATE_LIMITED || reason == Reason.UNAVAILABLE, remedy, causes);
        this.reason = reason;
    }

    /** Why research failed. */
    public Reason reason() {
        return reason;
    }
}
