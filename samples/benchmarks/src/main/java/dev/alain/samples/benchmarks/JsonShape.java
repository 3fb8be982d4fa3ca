package dev.alain.samples.benchmarks;

/** Texts of any length that readers of broken JSON find hard. */
public enum JsonShape {
    /** A valid notebook. */
    VALID_NOTEBOOK,
    /** A notebook without its end. */
    TRUNCATED_NOTEBOOK,
    /** A notebook whose code carries quotes that nobody escaped. */
    RAW_QUOTES_NOTEBOOK,
    /** A notebook whose code carries line breaks that nobody escaped. */
    RAW_NEWLINES_NOTEBOOK,
    /** A notebook in a fence, with words around it. */
    FENCED_NOTEBOOK,
    /** A valid list of numbers. */
    VALID_NUMBERS("[", "1234.5,", "1]"),
    /** One string full of quotes. */
    UNESCAPED_QUOTES("{\"a\":\"", "a \"b\" c ", "\"}"),
    /** One string full of code with dictionaries. */
    UNESCAPED_CODE("{\"a\":\"", "print(\"a\", {\"k\": 1}) ", "\"}"),
    /** Brackets that are never closed. */
    OPEN_BRACKETS("", "[", ""),
    /** Objects that are never closed. */
    OPEN_OBJECTS("", "{\"a\":", ""),
    /** Escaped quotes without end. */
    ESCAPED_QUOTES("\"", "\\\"", ""),
    /** Backslashes without end. */
    BACKSLASHES("\"", "\\", ""),
    /** Nothing but commas in a list. */
    COMMAS("[", ",", "]"),
    /** A list without commas. */
    MISSING_COMMAS("[", "1 ", "]"),
    /** Lists that end in commas. */
    TRAILING_COMMAS("[", "[1,],", "]"),
    /** Strings joined by plus signs. */
    CONCATENATION("[", "\"a\"+", "\"a\"]"),
    /** Comments that are never closed. */
    OPEN_COMMENTS("", "/*", ""),
    /** Slashes. */
    SLASHES("", "/", ""),
    /** Strings without closing quotes. */
    MISSING_END_QUOTES("[\n", "\"a,\n", "]"),
    /** A string without end, full of commas. */
    UNCLOSED_STRING("{\"a\":\"", "x,", ""),
    /** Single quotes. */
    SINGLE_QUOTES("[", "'a',", "]"),
    /** Apostrophes in single quotes. */
    APOSTROPHES("['", "'a 'b", ""),
    /** Members without quotes. */
    UNQUOTED("{", "key: some text,", "}"),
    /** One document a line. */
    LINES("", "{\"a\":1}\n", ""),
    /** Brackets in prose. */
    PROSE_BRACKETS("", "see [x and {y ", "{\"a\":1}"),
    /** Documents in prose that are never closed. */
    PROSE_OBJECTS("", "a {\"a\":\"", ""),
    /** Fences. */
    FENCES("", "```\n", ""),
    /** Reasoning that never ends. */
    OPEN_THINK("", "<think>", ""),
    /** Channels. */
    CHANNELS("", "<|channel|>analysis<|message|>", "{\"a\":1}"),
    /** Ellipses. */
    ELLIPSES("[", "1,...,", "]"),
    /** Colons. */
    COLONS("{", ":", ""),
    /** Quotes and nothing else. */
    QUOTES("[", "\"", ""),
    /** Quotes and spaces. */
    QUOTE_SPACE("{\"a\":", "\" ", ""),
    /** Quotes that look like ends. */
    QUOTE_BRACE("[{\"k\":\"a", "\"}", ""),
    /** Spaces in a list. */
    SPACES("[", " ", "]"),
    /** Closing brackets. */
    CLOSERS("[", "}", ""),
    /** A number without end. */
    LONG_NUMBER("[", "1", "x"),
    /** Typographic quotes. */
    CURLY_QUOTES("{", "\u201ca\u201d: \u201cb\u201d, ", "}");

    private static final String CODE =
            "import os\\n# \\u00dcbung: Gr\u00f6\u00dfe\\ndef f(x):\\n    return {\\\"role\\\": \\\"user\\\", "
                    + "\\\"content\\\": [x, 'y']}\\nprint(f(\\\"a\\\"), \\\"C:\\\\\\\\temp\\\")\\n";

    private final String before;
    private final String unit;
    private final String after;

    JsonShape() {
        this(
                "{\"title\": \"Notebook\", \"cells\": [{\"cell_type\": \"markdown\", \"source\": \"# Start\\n\"}",
                "",
                "], \"next\": null}");
    }

    JsonShape(String before, String unit, String after) {
        this.before = before;
        this.unit = unit;
        this.after = after;
    }

    /** The text, of about the size. */
    public String text(int size) {
        if (!unit.isEmpty()) {
            return repeated(unit, size);
        }
        String notebook = repeated(", {\"cell_type\": \"code\", \"source\": \"" + CODE.repeat(6) + "\"}", size);
        return switch (this) {
            case TRUNCATED_NOTEBOOK -> notebook.substring(0, notebook.length() - 40);
            case RAW_QUOTES_NOTEBOOK -> notebook.replace("\\\"", "\"");
            case RAW_NEWLINES_NOTEBOOK -> notebook.replace("\\n", "\n");
            case FENCED_NOTEBOOK -> "Here it is:\n```json\n" + notebook + "\n```\nAnything else?";
            default -> notebook;
        };
    }

    private String repeated(String part, int size) {
        return before + part.repeat(1 + size / part.length()) + after;
    }
}
