package dev.alain.core.json;

/** What can be mended; {@code docs/json-repair.md} shows an example of each. */
public enum RepairKind {
    // Notation
    /** A comment was left out. */
    COMMENT(Severity.LOSSLESS),
    /** A comma before a closing bracket, before the first element, or twice, was left out. */
    EXTRA_COMMA(Severity.LOSSLESS),
    /** A comma was put between two elements. */
    MISSING_COMMA(Severity.LOSSLESS),
    /** A colon was put between a key and its value. */
    MISSING_COLON(Severity.LOSSLESS),
    /** Single, typographic, back or triple quotes were read as double quotes. */
    QUOTE_STYLE(Severity.LOSSLESS),
    /** A key without quotes. */
    UNQUOTED_KEY(Severity.LOSSLESS),
    /** Line breaks, tabs or other control characters stood in a string as they are. */
    RAW_CONTROL(Severity.LOSSLESS),
    /** A byte order mark, a no-break space or the like stood between tokens. */
    SPECIAL_WHITESPACE(Severity.LOSSLESS),
    /** {@code True}, {@code None}, {@code undefined} and their kin. */
    LITERAL_SPELLING(Severity.LOSSLESS),
    /** A number in a notation that JSON lacks, such as {@code +.5}, {@code 0x1F} or {@code 1_000}. */
    NUMBER_FORM(Severity.LOSSLESS),
    /** Strings joined with {@code +}. */
    CONCATENATION(Severity.LOSSLESS),
    /** The value stood in a Markdown fence. */
    FENCE(Severity.LOSSLESS),
    /** Channel tokens, a reasoning block or a quoted preamble stood before the value. */
    ENVELOPE(Severity.LOSSLESS),
    /** A call around a value, such as {@code callback(…)} or {@code ObjectId(…)}, or brackets of a tuple. */
    CALL(Severity.LOSSLESS),
    /** The document was escaped once too often. */
    ESCAPED_DOCUMENT(Severity.LOSSLESS),

    // Guesses
    /** Quotes inside a string were not escaped. */
    RAW_QUOTE(Severity.GUESS),
    /** A string without its closing quote. */
    MISSING_END_QUOTE(Severity.GUESS),
    /** A string without its opening quote. */
    MISSING_START_QUOTE(Severity.GUESS),
    /** Text without quotes was read as a string. */
    UNQUOTED_TEXT(Severity.GUESS),
    /** A backslash that starts no JSON escape was kept as a character. */
    INVALID_ESCAPE(Severity.GUESS),
    /** A missing closing bracket was supplied. */
    IMPLIED_CLOSE(Severity.GUESS),
    /** A missing opening bracket was supplied. */
    IMPLIED_OPEN(Severity.GUESS),
    /** A closing bracket of the wrong kind was read as the right one. */
    WRONG_CLOSE(Severity.GUESS),
    /** A closing bracket that closes nothing was left out. */
    STRAY_CLOSE(Severity.GUESS),
    /** A key without a value got null. */
    MISSING_VALUE(Severity.GUESS),
    /** Not-a-number or infinity became null. */
    NOT_FINITE(Severity.GUESS),
    /** Members without values, as in a set, became a list. */
    SET_TO_LIST(Severity.GUESS),
    /** Several documents became one list. */
    DOCUMENTS_TO_LIST(Severity.GUESS),

    // Losses
    /** Text that belongs to no value was left out. */
    DROPPED_TEXT(Severity.LOSSY),
    /** An ellipsis that stands for omitted elements was left out. */
    ELLIPSIS(Severity.LOSSY),
    /** The text ended inside the value. */
    TRUNCATED(Severity.LOSSY),
    /** A key occurred twice; the last value stayed. */
    DUPLICATE_KEY(Severity.LOSSY),

    // Alignment to a schema
    /** A key was written another way than the schema has it. */
    KEY_MATCHED(Severity.LOSSLESS),
    /** A scalar was read as another type without loss, such as {@code "5"} as 5. */
    SCALAR_CONVERTED(Severity.LOSSLESS),
    /** A text was recognised as one of the values that the schema allows. */
    VALUE_MATCHED(Severity.GUESS),
    /** A value was taken out of the prose around it. */
    EXTRACTED(Severity.GUESS),
    /** A single value became a list of one. */
    SINGLE_TO_LIST(Severity.GUESS),
    /** A list was read as one of its items, or an object as its only fitting member. */
    UNWRAPPED(Severity.GUESS),
    /** A JSON document inside a string was read. */
    STRING_PARSED(Severity.GUESS),
    /** A value became the only member of an object. */
    IMPLIED_KEY(Severity.GUESS),
    /** A value that should be text is given as its source text. */
    VALUE_TO_TEXT(Severity.GUESS),
    /** An absent optional member became null, or a default of the schema. */
    FILLED(Severity.GUESS),
    /** A number was rounded. */
    ROUNDED(Severity.LOSSY),
    /** A member that the schema forbids was left out. */
    DROPPED_MEMBER(Severity.LOSSY),
    /** An item that fits no schema was left out. */
    DROPPED_ITEM(Severity.LOSSY);

    private final Severity severity;

    RepairKind(Severity severity) {
        this.severity = severity;
    }

    /** The least severity of this kind. */
    public Severity severity() {
        return severity;
    }
}
