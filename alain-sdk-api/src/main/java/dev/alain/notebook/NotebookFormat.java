package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The notebook file format: strict validation, upgrade and canonical bytes.
 *
 * <p>Verdicts, upgrades and bytes are those of Python's nbformat 5.11: what this class writes is byte for byte what
 * {@code nbformat.write} writes. All methods are pure and thread-safe.
 *
 * <pre>{@code
 * NotebookDocument document = NotebookDocument.read(file);
 * for (FormatProblem problem : NotebookFormat.validate(document)) {
 *     log.warn("{}", problem);                  // cells[3].outputs[0]: has "transient", which ...
 * }
 * Notebook notebook = NotebookFormat.upgrade(document, CellIds.fromContent());
 * }</pre>
 */
public final class NotebookFormat {
    private NotebookFormat() {}

    /**
     * Every violation of the format that the document declares, in document order.
     *
     * <p>Strict: missing and repeated cell ids are violations, though {@code nbformat.validate} mends them silently.
     *
     * @return an empty list when the document is valid
     */
    public static List<FormatProblem> validate(NotebookDocument document) {
        ObjectNode root = document.tree();
        if (root == null) {
            return document.unreadable().map(List::of).orElse(List.of());
        }
        return List.copyOf(FormatValidator.validate(root));
    }

    /**
     * The document in format 4.5; formats 2, 3 and 4.0 to 4.4 are converted, 4.5 gets the ids that it lacks.
     *
     * @param ids where new cell ids come from; existing ids of format 4.5 are kept, older ones are replaced
     * @throws NotebookFormatException if the result is not valid
     */
    public static Notebook upgrade(NotebookDocument document, CellIds ids) {
        NotebookDocument upgraded = upgrade(document, new NotebookUpgrade(ids, true));
        return upgraded.notebook()
                .orElseThrow(() -> new NotebookFormatException("cannot be upgraded", validate(upgraded)));
    }

    /**
     * The same as {@link #upgrade} without mending: what {@code nbformat.v4.upgrade} makes of it, valid or not.
     *
     * @throws NotebookFormatException if the document is no notebook of format 2 to 4
     */
    public static NotebookDocument upgradeDocument(NotebookDocument document, CellIds ids) {
        return upgrade(document, new NotebookUpgrade(ids, false));
    }

    private static NotebookDocument upgrade(NotebookDocument document, NotebookUpgrade upgrade) {
        ObjectNode root = document.tree();
        if (root == null || document.major() < 2 || document.major() > 4) {
            FormatProblem problem = document.unreadable()
                    .orElse(new FormatProblem("nbformat", "version " + document.major() + " is none of 2, 3 and 4"));
            throw new NotebookFormatException("cannot be upgraded", List.of(problem));
        }
        return NotebookDocument.of(upgrade.upgrade(root, document.major(), document.minor()));
    }

    /**
     * The notebook that a broken document was meant to be: strictly valid format 4.5 with every cell's text.
     *
     * <p>Old formats are upgraded, missing keys get their empty value, keys and outputs that no format allows are left
     * out, cell ids that fit are kept. A valid document of format 4.5 comes back unchanged.
     *
     * @return empty when the document is no JSON object or has no cells
     */
    public static Optional<Notebook> mend(NotebookDocument document, CellIds ids) {
        ObjectNode root = document.tree();
        if (root == null
                || !root.path("cells").isArray() && !root.path("worksheets").isArray()) {
            return Optional.empty();
        }
        boolean valid = document.major() == 4 && document.minor() == 5;
        Optional<Notebook> asItIs = valid ? document.notebook() : Optional.empty();
        // Without bytes: a text with half of a surrogate pair has none.
        return asItIs.isPresent()
                ? asItIs
                : new NotebookDocument(new byte[0], new NotebookMending(ids).mend(root), null).notebook();
    }

    /**
     * The canonical bytes of a document: sorted keys, one-space indent, texts as lists of lines, final line feed.
     *
     * @throws NotebookFormatException if the document is no JSON object
     * @throws IllegalArgumentException if a text holds a lone surrogate, which UTF-8 cannot express
     */
    public static byte[] write(NotebookDocument document) {
        ObjectNode root = document.tree();
        if (root == null) {
            throw new NotebookFormatException("cannot be written", validate(document));
        }
        return writeTree(root);
    }

    /** The canonical bytes of a notebook. */
    public static byte[] write(Notebook notebook) {
        return writeTree(notebook.toJson());
    }

    static byte[] writeTree(JsonNode root) {
        int major = root.path("nbformat").asInt(1);
        return major == 2 || major == 3 ? LegacyWriter.write(root, major) : NotebookWriter.write(root);
    }
}
