package dev.alain.validators;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;

/** A program that checks a notebook of 20 MB, run in a JVM of its own with little memory. */
final class HugeNotebook {
    private HugeNotebook() {}

    /** Text cells, code cells, logs, tables and pictures. */
    static byte[] bytes(int megabytes) {
        Random random = new Random(20);
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode notebook = json.objectNode().put("nbformat", 4).put("nbformat_minor", 5);
        notebook.putObject("metadata");
        ArrayNode cells = notebook.putArray("cells");
        int size = 0;
        for (int i = 0; size < megabytes * 1_000_000; i++) {
            size += add(cells, i, random);
        }
        return NotebookFormat.write(NotebookDocument.of(notebook));
    }

    private static int add(ArrayNode cells, int number, Random random) {
        ObjectNode cell = cells.addObject();
        cell.put("id", "c" + number).putObject("metadata");
        if (number % 2 == 0) {
            String text = "## Part " + number + "\n\n"
                    + "Some words about the next cell and a [link](https://example.com/a). ".repeat(20);
            cell.put("cell_type", "markdown").put("source", text);
            return text.length();
        }
        StringBuilder code = new StringBuilder("import numpy as np\n");
        for (int line = 0; line < 30; line++) {
            code.append("value_")
                    .append(line)
                    .append(" = np.array([")
                    .append(line)
                    .append(", 2]) * ")
                    .append(number)
                    .append("\n");
        }
        cell.put("cell_type", "code").put("source", code.toString()).put("execution_count", number);
        ArrayNode outputs = cell.putArray("outputs");
        String log = ("step " + number + " loss 0.123 path /content/x\n").repeat(80);
        outputs.addObject().put("output_type", "stream").put("name", "stdout").put("text", log);
        byte[] picture = new byte[number % 10 == 1 ? 60_000 : 600];
        random.nextBytes(picture);
        String encoded = Base64.getEncoder().encodeToString(picture);
        ObjectNode shown = outputs.addObject().put("output_type", "display_data");
        shown.putObject("metadata");
        shown.putObject("data").put("image/png", encoded).put("text/plain", "<Figure>");
        return code.length() + log.length() + encoded.length();
    }

    /** Prints the milliseconds of the first, cold validation. */
    public static void main(String[] arguments) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
        long start = System.nanoTime();
        ValidationReport report = NotebookValidator.builder().build().validate(NotebookDocument.read(bytes));
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        System.out.println(millis + " ms, failed " + report.rulesFailed() + ", " + report.summary());
    }
}
