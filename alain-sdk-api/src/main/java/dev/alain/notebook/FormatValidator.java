package dev.alain.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Strict validation of formats 3 and 4, by hand, so that a message names the place and not a branch of a schema.
 *
 * <p>Verdicts equal those of {@code nbformat.validator.isvalid}, which does not mend missing or repeated cell ids.
 */
final class FormatValidator {
    private static final Set<String> ROOT_KEYS = Set.of("metadata", "nbformat", "nbformat_minor", "cells");
    private static final List<String> LANGUAGE_TEXTS = List.of("name", "file_extension", "mimetype", "pygments_lexer");

    private final List<FormatProblem> problems = new ArrayList<>();
    private final int minor;

    private FormatValidator(int minor) {
        this.minor = minor;
    }

    static List<FormatProblem> validate(ObjectNode root) {
        FormatChecks version = new FormatChecks();
        JsonNode major = root.path("nbformat");
        JsonNode minor = root.path("nbformat_minor");
        if (!major.isIntegralNumber()) {
            version.report("nbformat", major.isMissingNode() ? "is missing" : "must be an integer");
        } else if (major.asInt() != 3 && major.asInt() != 4) {
            version.report("nbformat", "version " + major.asText() + " has no schema; 3 and 4 have");
        }
        if (!minor.isIntegralNumber() || minor.asLong() < 0) {
            version.report("nbformat_minor", minor.isMissingNode() ? "is missing" : "must be an integer of at least 0");
        }
        if (!version.problems().isEmpty()) {
            return version.problems();
        }
        return major.asInt() == 3 ? FormatValidatorV3.validate(root) : new FormatValidator(minor.asInt()).check(root);
    }

    /** A notebook of a later minor version may hold what we do not know. */
    private boolean future() {
        return minor > 5;
    }

    private List<FormatProblem> check(ObjectNode root) {
        FormatChecks checks = new FormatChecks(problems);
        if (!future()) {
            checks.onlyKeys("notebook", root, ROOT_KEYS);
        }
        if (checks.isObject("metadata", root.path("metadata"))) {
            rootMetadata(checks, root.path("metadata"));
        }
        JsonNode cells = root.path("cells");
        if (checks.isArray("cells", cells)) {
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < cells.size(); i++) {
                cell(checks, "cells[" + i + "]", cells.get(i), ids);
            }
        }
        return problems;
    }

    private void rootMetadata(FormatChecks checks, JsonNode metadata) {
        JsonNode kernel = metadata.path("kernelspec");
        if (!kernel.isMissingNode() && checks.isObject("metadata.kernelspec", kernel)) {
            checks.isString("metadata.kernelspec.name", kernel.path("name"));
            checks.isString("metadata.kernelspec.display_name", kernel.path("display_name"));
        }
        JsonNode language = metadata.path("language_info");
        if (!language.isMissingNode() && checks.isObject("metadata.language_info", language)) {
            languageInfo(checks, language);
        }
        JsonNode original = metadata.path("orig_nbformat");
        if (!original.isMissingNode() && !(original.isIntegralNumber() && original.asLong() >= 1)) {
            checks.report("metadata.orig_nbformat", "must be an integer of at least 1");
        }
        if (minor >= 2) {
            checks.optionalString("metadata.title", metadata.path("title"));
            if (!metadata.path("authors").isMissingNode()) {
                checks.isArray("metadata.authors", metadata.path("authors"));
            }
        }
    }

    private static void languageInfo(FormatChecks checks, JsonNode language) {
        if (language.path("name").isMissingNode()) {
            checks.report("metadata.language_info", "lacks \"name\"");
        }
        for (String key : LANGUAGE_TEXTS) {
            checks.optionalString("metadata.language_info." + key, language.path(key));
        }
        JsonNode mode = language.path("codemirror_mode");
        if (!mode.isMissingNode() && !mode.isTextual() && !mode.isObject()) {
            checks.report("metadata.language_info.codemirror_mode", "must be a string or an object");
        }
    }

    private void cell(FormatChecks checks, String at, JsonNode cell, Set<String> ids) {
        if (!checks.isObject(at, cell)) {
            return;
        }
        JsonNode type = cell.path("cell_type");
        switch (type.isTextual() ? type.textValue() : "") {
            case "code" -> codeCell(checks, at, cell);
            case "markdown", "raw" -> textCell(checks, at, cell, type.textValue());
            default -> unknownCell(checks, at, cell, type);
        }
        if (minor >= 5 && !(future() && !isKnown(type))) {
            id(checks, at, cell.path("id"));
        }
        if (minor >= 5 && cell.has("id") && !ids.add(cell.path("id").asText())) {
            checks.report(at + ".id", "\"" + cell.path("id").asText() + "\" is the id of an earlier cell too");
        }
    }

    private static boolean isKnown(JsonNode type) {
        String name = type.asText();
        return name.equals("code") || name.equals("markdown") || name.equals("raw");
    }

    private void unknownCell(FormatChecks checks, String at, JsonNode cell, JsonNode type) {
        if (!future() || type.isMissingNode()) {
            String found = type.isMissingNode() ? "is missing" : "is " + type;
            checks.report(at + ".cell_type", found + "; it must be \"code\", \"markdown\" or \"raw\"");
            return;
        }
        if (checks.isObject(at + ".metadata", cell.path("metadata"))) {
            nameAndTags(checks, at + ".metadata", cell.path("metadata"));
        }
    }

    private static void id(FormatChecks checks, String at, JsonNode id) {
        if (id.isMissingNode()) {
            checks.report(at, "lacks \"id\", which format 4.5 requires");
        } else if (!id.isTextual()) {
            checks.report(at + ".id", "must be a string");
        } else if (!isId(id.textValue())) {
            checks.report(
                    at + ".id", "\"" + id.textValue() + "\" must be 1 to 64 characters of a-z, A-Z, 0-9, - and _");
        }
    }

    /** A single final line feed passes, because Python's {@code $} matches before it. */
    private static boolean isId(String id) {
        int length = id.endsWith("\n") ? id.length() - 1 : id.length();
        if (length == 0 || id.length() > 64) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = id.charAt(i);
            boolean allowed =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private Set<String> cellKeys(String... own) {
        Set<String> keys = new HashSet<>(List.of("cell_type", "metadata", "source"));
        keys.addAll(List.of(own));
        if (minor >= 5) {
            keys.add("id");
        }
        return keys;
    }

    private void textCell(FormatChecks checks, String at, JsonNode cell, String type) {
        if (!future()) {
            checks.onlyKeys(at, cell, cellKeys("attachments"));
        }
        checks.isMultiline(at + ".source", cell.path("source"));
        JsonNode metadata = cell.path("metadata");
        if (checks.isObject(at + ".metadata", metadata)) {
            nameAndTags(checks, at + ".metadata", metadata);
            jupyter(checks, at, metadata);
            if (type.equals("raw")) {
                checks.optionalString(at + ".metadata.format", metadata.path("format"));
            }
        }
        JsonNode attachments = cell.path("attachments");
        if (!attachments.isMissingNode() && checks.isObject(at + ".attachments", attachments)) {
            attachments
                    .properties()
                    .forEach(e -> bundle(checks, at + ".attachments[\"" + e.getKey() + "\"]", e.getValue()));
        }
    }

    private void codeCell(FormatChecks checks, String at, JsonNode cell) {
        if (!future()) {
            checks.onlyKeys(at, cell, cellKeys("outputs", "execution_count"));
        }
        checks.isMultiline(at + ".source", cell.path("source"));
        checks.isCount(at, "execution_count", cell);
        if (checks.isObject(at + ".metadata", cell.path("metadata"))) {
            codeMetadata(checks, at, cell.path("metadata"));
        }
        JsonNode outputs = cell.path("outputs");
        if (checks.isArray(at + ".outputs", outputs)) {
            for (int i = 0; i < outputs.size(); i++) {
                output(checks, at + ".outputs[" + i + "]", outputs.get(i));
            }
        }
    }

    private void codeMetadata(FormatChecks checks, String at, JsonNode metadata) {
        nameAndTags(checks, at + ".metadata", metadata);
        jupyter(checks, at, metadata);
        JsonNode collapsed = metadata.path("collapsed");
        if (!collapsed.isMissingNode() && !collapsed.isBoolean()) {
            checks.report(at + ".metadata.collapsed", "must be true or false");
        }
        if (!isScrolled(metadata.path("scrolled"))) {
            checks.report(at + ".metadata.scrolled", "must be true, false or \"auto\"");
        }
        JsonNode execution = metadata.path("execution");
        if (minor >= 4 && !execution.isMissingNode() && checks.isObject(at + ".metadata.execution", execution)) {
            execution
                    .properties()
                    .forEach(e -> checks.isString(at + ".metadata.execution." + e.getKey(), e.getValue()));
        }
    }

    /** 0 and 1 pass too: one of nbformat's two back ends takes them for false and true. */
    private static boolean isScrolled(JsonNode scrolled) {
        return scrolled.isMissingNode()
                || scrolled.isBoolean()
                || scrolled.asText().equals("auto") && scrolled.isTextual()
                || scrolled.isNumber() && (scrolled.doubleValue() == 0 || scrolled.doubleValue() == 1);
    }

    private void jupyter(FormatChecks checks, String at, JsonNode metadata) {
        if (minor >= 3 && !metadata.path("jupyter").isMissingNode()) {
            checks.isObject(at + ".metadata.jupyter", metadata.path("jupyter"));
        }
    }

    static void nameAndTags(FormatChecks checks, String at, JsonNode metadata) {
        JsonNode name = metadata.path("name");
        if (!name.isMissingNode() && checks.isString(at + ".name", name) && !isOneLine(name.textValue())) {
            checks.report(at + ".name", "must be one line that is not empty");
        }
        JsonNode tags = metadata.path("tags");
        if (!tags.isMissingNode() && checks.isArray(at + ".tags", tags)) {
            tags(checks, at + ".tags", tags);
        }
    }

    private static boolean isOneLine(String name) {
        String line = name.endsWith("\n") ? name.substring(0, name.length() - 1) : name;
        return !line.isEmpty() && line.indexOf('\n') < 0;
    }

    private static void tags(FormatChecks checks, String at, JsonNode tags) {
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            JsonNode tag = tags.get(i);
            String place = at + "[" + i + "]";
            if (checks.isString(place, tag)
                    && (tag.textValue().isEmpty() || tag.textValue().indexOf(',') >= 0)) {
                checks.report(place, "must be text without a comma, found \"" + tag.textValue() + "\"");
            }
            if (!seen.add(tag)) {
                checks.report(place, "repeats " + tag);
            }
        }
    }

    private void output(FormatChecks checks, String at, JsonNode output) {
        if (!checks.isObject(at, output)) {
            return;
        }
        JsonNode type = output.path("output_type");
        switch (type.isTextual() ? type.textValue() : "") {
            case "stream" -> {
                outputKeys(checks, at, output, Set.of("output_type", "name", "text"));
                checks.isString(at + ".name", output.path("name"));
                checks.isMultiline(at + ".text", output.path("text"));
            }
            case "display_data" -> {
                outputKeys(checks, at, output, Set.of("output_type", "data", "metadata"));
                dataAndMetadata(checks, at, output);
            }
            case "execute_result" -> {
                outputKeys(checks, at, output, Set.of("output_type", "data", "metadata", "execution_count"));
                dataAndMetadata(checks, at, output);
                checks.isCount(at, "execution_count", output);
            }
            case "error" -> error(checks, at, output);
            default -> {
                if (!future() || type.isMissingNode()) {
                    checks.report(
                            at + ".output_type",
                            (type.isMissingNode() ? "is missing" : "is " + type)
                                    + "; it must be \"stream\", \"display_data\", \"execute_result\" or \"error\"");
                }
            }
        }
    }

    private void error(FormatChecks checks, String at, JsonNode output) {
        outputKeys(checks, at, output, Set.of("output_type", "ename", "evalue", "traceback"));
        checks.isString(at + ".ename", output.path("ename"));
        checks.isString(at + ".evalue", output.path("evalue"));
        JsonNode traceback = output.path("traceback");
        if (!Lines.isListOfStrings(traceback)) {
            checks.report(at + ".traceback", FormatChecks.missingOr(traceback, "must be an array of strings"));
        }
    }

    private void outputKeys(FormatChecks checks, String at, JsonNode output, Set<String> keys) {
        if (!future()) {
            checks.onlyKeys(at, output, keys);
        }
    }

    private static void dataAndMetadata(FormatChecks checks, String at, JsonNode output) {
        bundle(checks, at + ".data", output.path("data"));
        checks.isObject(at + ".metadata", output.path("metadata"));
    }

    private static void bundle(FormatChecks checks, String at, JsonNode bundle) {
        if (checks.isObject(at, bundle)) {
            bundle.properties().forEach(entry -> {
                if (!isJsonMime(entry.getKey())) {
                    checks.isMultiline(at + "[\"" + entry.getKey() + "\"]", entry.getValue());
                }
            });
        }
    }

    /** The pattern {@code ^application/(.*\+)?json$} of the schema. */
    private static boolean isJsonMime(String mime) {
        return mime.equals("application/json") || mime.startsWith("application/") && mime.endsWith("+json");
    }
}
