package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Strict validation of format 3, which kept its cells in worksheets. */
final class FormatValidatorV3 {
    private static final Set<String> ROOT_KEYS =
            Set.of("metadata", "nbformat", "nbformat_minor", "worksheets", "orig_nbformat", "orig_nbformat_minor");
    private static final Set<String> CODE_KEYS =
            Set.of("cell_type", "language", "collapsed", "metadata", "input", "outputs", "prompt_number");
    private static final Set<String> TEXT_KEYS = Set.of("cell_type", "metadata", "source");
    private static final Set<String> HEADING_KEYS = Set.of("cell_type", "metadata", "source", "level");
    private static final Set<String> DATA_KEYS =
            Set.of("text", "latex", "png", "jpeg", "svg", "html", "javascript", "json", "pdf");
    private static final Pattern MIME = Pattern.compile("[a-zA-Z0-9]+/[a-zA-Z0-9\\-+.]+");

    private final FormatChecks checks = new FormatChecks();

    private FormatValidatorV3() {}

    static List<FormatProblem> validate(ObjectNode root) {
        FormatValidatorV3 validator = new FormatValidatorV3();
        validator.notebook(root);
        return validator.checks.problems();
    }

    private void notebook(ObjectNode root) {
        checks.onlyKeys("notebook", root, ROOT_KEYS);
        integer("orig_nbformat", root.path("orig_nbformat"), 1);
        integer("orig_nbformat_minor", root.path("orig_nbformat_minor"), 0);
        JsonNode metadata = root.path("metadata");
        if (checks.isObject("metadata", metadata)) {
            checks.optionalString("metadata.signature", metadata.path("signature"));
            kernelInfo(metadata.path("kernel_info"));
        }
        JsonNode sheets = root.path("worksheets");
        if (checks.isArray("worksheets", sheets)) {
            for (int i = 0; i < sheets.size(); i++) {
                worksheet("worksheets[" + i + "]", sheets.get(i));
            }
        }
    }

    private void kernelInfo(JsonNode info) {
        if (!info.isMissingNode() && checks.isObject("metadata.kernel_info", info)) {
            checks.isString("metadata.kernel_info.name", info.path("name"));
            checks.isString("metadata.kernel_info.language", info.path("language"));
            checks.optionalString("metadata.kernel_info.codemirror_mode", info.path("codemirror_mode"));
        }
    }

    /** The schema names no type for a worksheet, so a value that is no object passes. */
    private void worksheet(String at, JsonNode sheet) {
        if (!sheet.isObject()) {
            return;
        }
        checks.onlyKeys(at, sheet, Set.of("cells", "metadata"));
        optionalObject(at + ".metadata", sheet.path("metadata"));
        JsonNode cells = sheet.path("cells");
        if (checks.isArray(at + ".cells", cells)) {
            for (int i = 0; i < cells.size(); i++) {
                cell(at + ".cells[" + i + "]", cells.get(i));
            }
        }
    }

    private void cell(String at, JsonNode cell) {
        if (!checks.isObject(at, cell)) {
            return;
        }
        JsonNode metadata = cell.path("metadata");
        optionalObject(at + ".metadata", metadata);
        switch (cell.path("cell_type").asText()) {
            case "code" -> code(at, cell);
            case "raw", "markdown", "html" -> {
                text(at, cell, TEXT_KEYS);
                if (metadata.isObject()) {
                    FormatValidator.nameAndTags(checks, at + ".metadata", metadata);
                }
            }
            case "heading" -> {
                text(at, cell, HEADING_KEYS);
                if (cell.path("level").isMissingNode()) {
                    checks.report(at, "lacks \"level\"");
                }
                integer(at + ".level", cell.path("level"), 1);
            }
            default ->
                checks.report(at + ".cell_type", "is " + cell.path("cell_type") + ", which format 3 does not have");
        }
    }

    private void text(String at, JsonNode cell, Set<String> keys) {
        checks.onlyKeys(at, cell, keys);
        checks.isMultiline(at + ".source", cell.path("source"));
    }

    private void code(String at, JsonNode cell) {
        checks.onlyKeys(at, cell, CODE_KEYS);
        checks.isMultiline(at + ".input", cell.path("input"));
        checks.isString(at + ".language", cell.path("language"));
        JsonNode collapsed = cell.path("collapsed");
        if (!collapsed.isMissingNode() && !collapsed.isBoolean()) {
            checks.report(at + ".collapsed", "must be true or false");
        }
        if (cell.has("prompt_number")) {
            checks.isCount(at, "prompt_number", cell);
        }
        JsonNode outputs = cell.path("outputs");
        if (checks.isArray(at + ".outputs", outputs)) {
            for (int i = 0; i < outputs.size(); i++) {
                output(at + ".outputs[" + i + "]", outputs.get(i));
            }
        }
    }

    private void output(String at, JsonNode output) {
        if (!checks.isObject(at, output)) {
            return;
        }
        switch (output.path("output_type").asText()) {
            case "pyout" -> {
                if (output.path("prompt_number").isMissingNode()) {
                    checks.report(at, "lacks \"prompt_number\"");
                }
                integer(at + ".prompt_number", output.path("prompt_number"), 0);
                data(at, output, Set.of("output_type", "prompt_number", "metadata"), true);
            }
            case "display_data" -> data(at, output, Set.of("output_type", "metadata"), false);
            case "stream" -> {
                checks.onlyKeys(at, output, Set.of("output_type", "stream", "text"));
                checks.isString(at + ".stream", output.path("stream"));
                checks.isMultiline(at + ".text", output.path("text"));
            }
            case "pyerr" -> error(at, output);
            default -> checks.report(at + ".output_type", "is " + output.path("output_type") + ", unknown to format 3");
        }
    }

    private void error(String at, JsonNode output) {
        checks.onlyKeys(at, output, Set.of("output_type", "ename", "evalue", "traceback"));
        checks.isString(at + ".ename", output.path("ename"));
        checks.isString(at + ".evalue", output.path("evalue"));
        if (!Lines.isListOfStrings(output.path("traceback"))) {
            checks.report(at + ".traceback", "must be an array of strings");
        }
    }

    private void data(String at, JsonNode output, Set<String> own, boolean wholeKeyIsMime) {
        output.properties().forEach(entry -> {
            String key = entry.getKey();
            boolean mime = wholeKeyIsMime
                    ? MIME.matcher(key).matches()
                    : MIME.matcher(key).find();
            if (DATA_KEYS.contains(key) || mime) {
                checks.isMultiline(at + "." + key, entry.getValue());
            } else if (!own.contains(key)) {
                checks.report(at, "has \"" + key + "\", which this format does not allow here");
            }
        });
        optionalObject(at + ".metadata", output.path("metadata"));
    }

    private void optionalObject(String at, JsonNode value) {
        if (!value.isMissingNode()) {
            checks.isObject(at, value);
        }
    }

    private void integer(String at, JsonNode value, int minimum) {
        if (!value.isMissingNode() && !(value.isIntegralNumber() && value.asLong() >= minimum)) {
            checks.report(at, "must be an integer of at least " + minimum);
        }
    }
}
