package dev.alain.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.testkit.FaultServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A program of its own: it ends soon after its main method, with OkHttp 5, 4.12 or both, in either order. */
final class ChildJvmTest {
    private static final String ALL = System.getProperty("java.class.path");

    @Test
    void endsSoonAfterItsMainMethod() throws Exception {
        assertThat(runs(ALL)).contains("okhttp-jvm-5");
    }

    @Test
    void worksWithOkHttp4Alone() throws Exception {
        String without5 = Arrays.stream(ALL.split(File.pathSeparator, -1))
                .filter(jar -> !jar.contains("okhttp-jvm"))
                .collect(Collectors.joining(File.pathSeparator));

        assertThat(runs(okHttp4() + File.pathSeparator + without5)).contains("okhttp-4.12.0");
    }

    @Test
    void worksWithOkHttp4First() throws Exception {
        assertThat(runs(okHttp4() + File.pathSeparator + ALL)).contains("okhttp-4.12.0");
    }

    @Test
    void worksWithOkHttp5First() throws Exception {
        assertThat(runs(ALL + File.pathSeparator + okHttp4())).contains("okhttp-jvm-5");
    }

    private static String runs(String classPath) throws IOException, InterruptedException {
        try (FaultServer server = FaultServer.answering(Answers.openAiStream("Because", "!"))) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath,
                            ChildProgram.class.getName(),
                            server.uri() + "/v1")
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).as(printed).isTrue();
            long ended = System.currentTimeMillis();
            assertThat(child.exitValue()).as(printed).isZero();
            assertThat(printed).contains("Because!").contains("main ends ");
            long main = Long.parseLong(printed.strip().substring(printed.strip().lastIndexOf(' ') + 1));
            assertThat(ended - main).isLessThan(3_000);
            return printed;
        }
    }

    private static String okHttp4() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", "okhttp4"))) {
            List<Path> found = jars.toList();
            assertThat(found).hasSize(1);
            return found.get(0).toAbsolutePath().toString();
        }
    }
}
