package dev.alain.samples.cli;

import dev.alain.AlainException;
import dev.alain.GenerationCancelledException;
import dev.alain.InvalidReferenceException;
import dev.alain.ResearchException;
import dev.alain.RunException;
import dev.alain.Settings;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code alain}. */
@Command(
        name = "alain",
        version = "alain 0.1.0-SNAPSHOT",
        mixinStandardHelpOptions = true,
        description = "Turns an AI model and a recipe into a taught, runnable, validated Jupyter notebook.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:findings, or a generation that failed", "2:bad usage or input", "130:cancelled"})
public final class Alain implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(
                arguments,
                System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /** Runs the program; results go to {@code out}, everything else to {@code err}. */
    static int run(String[] arguments, InputStream in, PrintWriter out, PrintWriter err) {
        return run(arguments, Settings.environment(), in, out, err);
    }

    /** The same with other settings than the environment's. */
    static int run(String[] arguments, Settings settings, InputStream in, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Alain())
                .addSubcommand(new GenerateCommand(settings))
                .addSubcommand(new ResearchCommand(settings))
                .addSubcommand(new ValidateCommand(settings, in))
                .addSubcommand(new RulesCommand())
                .addSubcommand(new RepairCommand(in))
                .addSubcommand(new ProvidersCommand(settings))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, err))
                .execute(arguments);
    }

    private static int failed(Exception problem, PrintWriter err) throws Exception {
        boolean input = problem instanceof InvalidReferenceException
                || problem instanceof ResearchException
                || problem instanceof RunException
                || problem instanceof IllegalArgumentException
                || problem instanceof java.io.IOException;
        if (input || problem instanceof AlainException) {
            err.println("alain: " + problem.getMessage());
            return problem instanceof GenerationCancelledException ? 130 : input ? 2 : 1;
        }
        throw problem;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Name a command: generate, research, validate, rules, repair or providers");
    }
}
