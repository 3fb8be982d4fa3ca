package dev.alain.validators.report;

/** Lines and columns of byte offsets that are asked for in rising order; the bytes are read once. */
final class FilePlaces {
    private final byte[] bytes;
    private int at;
    private int line = 1;
    private int column = 1;

    FilePlaces(byte[] bytes) {
        this.bytes = bytes;
    }

    FilePlace at(long offset) {
        for (; at < offset && at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                line++;
                column = 1;
            } else if ((bytes[at] & 0xc0) != 0x80) {
                column++;
            }
        }
        return new FilePlace(at, line, column);
    }
}
