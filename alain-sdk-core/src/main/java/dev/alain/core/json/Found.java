package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.core.json.TolerantReader.Reading;

/**
 * A document found in a reply.
 *
 * @param reading what was read
 * @param gap what stood before it
 * @param foreign whether it stood in a fence of another language
 * @param guesses how many guesses reading it took
 * @param firstNote number of the first note made while reading it
 * @param lastNote number behind the last one
 */
record Found(Reading reading, Gap gap, boolean foreign, int guesses, int firstNote, int lastNote) {
    /** What stands between a document and the one before it. */
    enum Gap {
        NOTHING,
        COMMA,
        LINE,
        PROSE
    }

    JsonNode value() {
        return reading.value();
    }

    boolean container() {
        return value().isContainerNode();
    }

    int start() {
        return reading.start();
    }

    int end() {
        return reading.end();
    }

    int length() {
        return end() - start();
    }

    /** The same document behind another gap. */
    Found behind(Gap other) {
        return new Found(reading, other, foreign, guesses, firstNote, lastNote);
    }
}
