package dev.alain.validators.report;

import java.io.IOException;

/** A report that is being written, notebook by notebook; not thread-safe. */
public interface ReportWriter {
    /**
     * Adds a notebook; nothing of it is kept but what the end of the report needs.
     *
     * @throws IOException if it cannot be written
     */
    void add(Checked checked) throws IOException;

    /**
     * Writes the end of the report; what it was written to stays open.
     *
     * @throws IOException if it cannot be written
     */
    void end() throws IOException;
}
