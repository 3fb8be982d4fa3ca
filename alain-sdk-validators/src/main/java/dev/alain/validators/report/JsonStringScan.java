package dev.alain.validators.report;

/** Walks over the characters of a JSON string as they are written in UTF-8, escapes and all. */
final class JsonStringScan {
    private final byte[] bytes;
    private FilePlace place;
    private boolean newline;

    /** @param start the byte after the opening quote of a string that is known to be valid */
    JsonStringScan(byte[] bytes, FilePlace start) {
        this.bytes = bytes;
        this.place = start;
    }

    FilePlace place() {
        return place;
    }

    boolean atEnd() {
        return place.offset() >= bytes.length || bytes[place.offset()] == '"';
    }

    /** Whether the character that was stepped over was a line feed. */
    boolean wasNewline() {
        return newline;
    }

    /** Steps over one code point of the text. */
    void step() {
        int first = bytes[place.offset()] & 0xff;
        if (first == '\\') {
            escape();
        } else {
            int length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
            place = new FilePlace(place.offset() + length, place.line(), place.column() + 1);
            newline = false;
        }
    }

    private void escape() {
        int kind = bytes[place.offset() + 1];
        if (kind != 'u') {
            place = place.plus(2);
            newline = kind == 'n';
            return;
        }
        int unit = hex(place.offset() + 2);
        place = place.plus(6);
        newline = unit == '\n';
        if (Character.isHighSurrogate((char) unit) && isLowSurrogate()) {
            place = place.plus(6);
        }
    }

    private boolean isLowSurrogate() {
        int next = place.offset();
        return next + 6 < bytes.length
                && bytes[next] == '\\'
                && bytes[next + 1] == 'u'
                && Character.isLowSurrogate((char) hex(next + 2));
    }

    private int hex(int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            value = value * 16 + Character.digit(bytes[i], 16);
        }
        return value;
    }
}
