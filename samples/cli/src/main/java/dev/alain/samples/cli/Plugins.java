package dev.alain.samples.cli;

import dev.alain.code.CodeAnalyzer;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Rules that are not part of the program: the jars of a folder, each tried before anything is checked. */
final class Plugins implements AutoCloseable {
    private static final List<Class<?>> SERVICES = List.of(RuleCatalog.class, CodeAnalyzer.class);

    private final @Nullable URLClassLoader loader;

    private Plugins(@Nullable URLClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Opens the jars of a folder, or nothing for no folder.
     *
     * @throws IllegalArgumentException if there are none, or one cannot be used, naming it
     */
    static Plugins in(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return new Plugins(null);
        }
        List<Path> jars = jars(folder);
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        URLClassLoader loader = new URLClassLoader("plugins", urls.toArray(URL[]::new), Plugins.class.getClassLoader());
        try {
            for (Path jar : jars) {
                requireUsable(jar, loader);
            }
        } catch (RuntimeException e) {
            loader.close();
            throw e;
        }
        return new Plugins(loader);
    }

    /** A builder that knows the program's rules and those of the plug-ins. */
    NotebookValidator.Builder validator() {
        return loader == null ? NotebookValidator.builder() : NotebookValidator.builder(loader);
    }

    @Override
    public void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--plugins: there is no folder " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                throw new IllegalArgumentException("--plugins: there is no jar in " + folder);
            }
            return jars;
        }
    }

    /** A class loader passes over broken jars in silence. */
    private static void requireUsable(Path jar, ClassLoader loader) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Class<?> service : SERVICES) {
                ZipEntry entry = zip.getEntry("META-INF/services/" + service.getName());
                if (entry != null) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .map(line -> line.split("#", 2)[0].strip())
                                .filter(name -> !name.isEmpty())
                                .forEach(name -> requireProvider(jar, name, service, loader));
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("plug-in " + jar + " is no jar: " + e.getMessage(), e);
        }
    }

    private static void requireProvider(Path jar, String name, Class<?> service, ClassLoader loader) {
        try {
            Object provider = Class.forName(name, true, loader).getConstructor().newInstance();
            if (!service.isInstance(provider)) {
                throw new IllegalArgumentException("it is no " + service.getName());
            }
            if (provider instanceof RuleCatalog catalog) {
                catalog.rules().forEach(NotebookRule::info);
            }
        } catch (ClassNotFoundException e) {
            throw unusable(jar, name, "the class is not there");
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw unusable(jar, name, "it needs to be a public class with a public constructor without parameters");
        } catch (InvocationTargetException e) {
            throw unusable(jar, name, String.valueOf(e.getCause()));
        } catch (RuntimeException | LinkageError e) {
            // The border to somebody else's code.
            throw unusable(jar, name, e instanceof IllegalArgumentException ? e.getMessage() : e.toString());
        }
    }

    private static IllegalArgumentException unusable(Path jar, String name, @Nullable String why) {
        return new IllegalArgumentException("plug-in " + jar + ": " + name + " cannot be used: " + why);
    }
}
