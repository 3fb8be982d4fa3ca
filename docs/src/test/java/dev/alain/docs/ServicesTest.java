package dev.alain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Services are declared twice, for module path and class path, and must be the same; exports are the intended ones. */
final class ServicesTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

    @Test
    void areTheSameOnModulePathAndClassPath() throws IOException {
        for (String module : Set.of("alain-sdk-core", "alain-sdk-providers", "alain-sdk-validators")) {
            Map<String, Set<String>> declared = new TreeMap<>();
            descriptor(module)
                    .provides()
                    .forEach(provides -> declared.put(provides.service(), new TreeSet<>(provides.providers())));

            assertThat(files(ROOT.resolve(module).resolve("target/classes/META-INF/services")))
                    .as(module)
                    .isEqualTo(declared);
        }
    }

    @Test
    void onlyIntendedPackagesAreExported() {
        assertThat(exports("alain-sdk-core")).containsExactly("dev.alain.core.json", "dev.alain.core.observe");
        assertThat(exports("alain-sdk-providers"))
                .containsExactly(
                        "dev.alain.providers",
                        "dev.alain.providers.observe",
                        "dev.alain.providers.resilience",
                        "dev.alain.providers.transport",
                        "dev.alain.providers.vendor");
        assertThat(exports("alain-sdk-validators"))
                .containsExactly("dev.alain.validators", "dev.alain.validators.report");
        assertThat(exports("alain-sdk-api"))
                .containsExactly(
                        "dev.alain",
                        "dev.alain.chat",
                        "dev.alain.code",
                        "dev.alain.execute",
                        "dev.alain.export",
                        "dev.alain.lesson",
                        "dev.alain.net",
                        "dev.alain.notebook",
                        "dev.alain.research",
                        "dev.alain.stage",
                        "dev.alain.store",
                        "dev.alain.validation");
    }

    private static Set<String> exports(String module) {
        Set<String> names = new TreeSet<>();
        descriptor(module).exports().forEach(exported -> names.add(exported.source()));
        return names;
    }

    private static ModuleDescriptor descriptor(String module) {
        return ModuleFinder.of(ROOT.resolve(module).resolve("target/classes"))
                .findAll()
                .iterator()
                .next()
                .descriptor();
    }

    private static Map<String, Set<String>> files(Path folder) throws IOException {
        Map<String, Set<String>> services = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    services.put(
                            file.getFileName().toString(),
                            new TreeSet<>(Files.readAllLines(file, StandardCharsets.UTF_8)));
                }
            }
        }
        return services;
    }
}
