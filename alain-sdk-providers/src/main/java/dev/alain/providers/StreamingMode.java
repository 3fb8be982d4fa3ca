package dev.alain.providers;

/** Whether an answer comes in pieces over the wire, when the caller wants it whole. */
public enum StreamingMode {
    /** When it may be longer than 4,096 tokens: a stream shows early that it stalls, and leaves something behind. */
    AUTO,
    /** Always. */
    ALWAYS,
    /** Never; some models that make pictures refuse it. */
    NEVER
}
