package dev.alain.samples.benchmarks;

import dev.alain.chat.ChatReply;
import dev.alain.chat.ChatRequest;
import dev.alain.chat.Message;
import dev.alain.providers.OpenAiCompatible;
import dev.alain.providers.RemoteChatModel;
import dev.alain.providers.resilience.ResiliencePolicy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 1,000 calls at once to an endpoint that takes its time: how long until all are answered. Prints memory, threads and
 * processor time at the end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx96m", "-XX:+UseSerialGC"})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class ManyCallsBenchmark {
    private static final int CALLS = 1_000;

    /** Milliseconds until the endpoint answers. */
    @Param({"500", "5000"})
    public int latency;

    private Process server;
    private RemoteChatModel model;
    private ChatRequest question;
    private final List<Long> processor = new ArrayList<>();
    private volatile int threads;

    /** Starts the endpoint. */
    @Setup
    public void start() throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.net.httpserver.maxIdleConnections=5000",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowServer.class.getName(),
                        String.valueOf(latency))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = server.inputReader().readLine();
        model = OpenAiCompatible.at("http://127.0.0.1:" + port + "/v1")
                .model("slow")
                .resilience(ResiliencePolicy.builder().concurrency(CALLS).build())
                .build();
        question = ChatRequest.builder()
                .message(Message.user("y".repeat(12_000)))
                .maxOutputTokens(2_000)
                .build();
    }

    /** Ends it, and says what it took. */
    @TearDown
    public void stop() throws IOException {
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("");
        System.out.println("\n  threads " + threads + ", " + peak + ", processor us a call by round " + processor);
        model.close();
        server.destroy();
    }

    /** All of them. */
    @Benchmark
    public int thousandCalls() throws IOException {
        long before = processorNanos();
        List<CompletableFuture<ChatReply>> all = new ArrayList<>(CALLS);
        for (int i = 0; i < CALLS; i++) {
            all.add(model.chatAsync(question, Runnable::run));
        }
        int length = 0;
        for (int i = 0; i < CALLS; i++) {
            length += all.get(i).join().text().length();
            if (i == 0) {
                threads = Math.max(threads, systemThreads());
            }
        }
        processor.add((processorNanos() - before) / 1_000 / CALLS);
        return length;
    }

    private static int systemThreads() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.substring(8).strip()))
                .findFirst()
                .orElse(0);
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
