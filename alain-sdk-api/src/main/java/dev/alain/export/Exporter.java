package dev.alain.export;

import dev.alain.notebook.Notebook;
import java.io.IOException;
import java.io.OutputStream;

/** Turns a notebook into another format. */
public interface Exporter {
    /** The format's name on the command line, such as {@code md}. */
    String format();

    /**
     * Writes the notebook in that format; the stream is not closed.
     *
     * @throws IOException if the stream fails
     */
    void export(Notebook notebook, OutputStream out) throws IOException;
}
