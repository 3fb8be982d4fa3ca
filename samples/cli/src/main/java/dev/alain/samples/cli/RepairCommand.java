package dev.alain.samples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.alain.core.json.JsonRepair;
import dev.alain.core.json.JsonRepairException;
import dev.alain.core.json.RepairOptions;
import dev.alain.core.json.RepairProfile;
import dev.alain.core.json.RepairResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Mends JSON. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads JSON as language models write it and prints it as JSON.")
final class RepairCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final InputStream in;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "The reply to read; - for standard input.")
    private String file = "-";

    @Option(names = "--schema", paramLabel = "FILE", description = "JSON Schema to align the value to.")
    private @Nullable Path schema;

    @Option(
            names = "--profile",
            defaultValue = "default",
            description = "strict, safe, default or salvage: how far to go.")
    private RepairProfile profile = RepairProfile.DEFAULT;

    @Option(names = "--partial", description = "The reply is still being written: leave out what may change.")
    private boolean partial;

    @Option(names = "--report", description = "Say on standard error what was mended.")
    private boolean report;

    @Option(names = "--batch", paramLabel = "FILE", description = "Lines of {\"id\", \"input\", \"schema\"?} to read.")
    private @Nullable Path batch;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the results of --batch go.")
    private @Nullable Path outFile;

    RepairCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        RepairOptions.Builder options = RepairOptions.builder().profile(profile).partial(partial);
        if (schema != null) {
            options.schema(readSchema(schema));
        }
        if ((batch == null) != (outFile == null)) {
            throw new ParameterException(spec.commandLine(), "--batch and --out go together");
        }
        return batch != null && outFile != null
                ? new RepairBatch(options.build())
                        .run(batch, outFile, spec.commandLine().getErr())
                : one(options.build());
    }

    private static JsonNode readSchema(Path file) throws IOException {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(
                    "The schema " + file + " is not valid JSON: " + notJson.getOriginalMessage());
        }
    }

    private int one(RepairOptions options) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        String text = file.equals("-")
                ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(file));
        RepairResult result;
        try {
            result = JsonRepair.parse(text, options);
        } catch (JsonRepairException failure) {
            err.println("alain: " + failure.getMessage());
            failure.violations().stream().skip(1).forEach(violation -> err.println("  " + violation));
            return 1;
        }
        spec.commandLine().getOut().println(pretty().writeValueAsString(result.value()));
        if (report) {
            result.repairs().forEach(err::println);
            err.println(summary(result));
        }
        return 0;
    }

    private static ObjectWriter pretty() {
        return MAPPER.writerWithDefaultPrettyPrinter();
    }

    private static String summary(RepairResult result) {
        int count = result.repairs().size();
        String mended = count == 0 ? "valid, nothing mended" : count == 1 ? "1 repair" : count + " repairs";
        return result.completeness().complete()
                ? mended
                : mended + ", cut in a " + result.completeness().cut().name().toLowerCase(Locale.ROOT);
    }
}
