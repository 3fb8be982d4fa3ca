package dev.alain.validators.rules.reproducibility;

import dev.alain.code.CellAnalysis.Argument;
import dev.alain.code.CellAnalysis.Call;
import dev.alain.validators.rules.WordList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What calls do with files. */
final class FileCalls {
    /** A function that reads a file: which argument names it. */
    private record Reader(String keyword, int position) {}

    private static final Map<String, Reader> READERS = readers();
    private static final Set<String> HARMLESS = WordList.read(FileCalls.class, "harmless-calls.txt");
    private static final Set<String> MAKERS = WordList.read(FileCalls.class, "file-makers.txt");
    private static final Set<String> ANY_FILES = WordList.read(FileCalls.class, "any-files.txt");
    private static final Set<String> COMMANDS = WordList.read(FileCalls.class, "harmless-commands.txt");

    private FileCalls() {}

    /** The constant path of a file that the call reads, relative to the notebook. */
    static Optional<String> reads(Call call) {
        Reader reader = READERS.get(call.function());
        if (reader == null || isOpen(call) && opensToWrite(call)) {
            return Optional.empty();
        }
        return call.argument(reader.keyword(), reader.position())
                .flatMap(Argument::string)
                .filter(FileNames::isRelativeFile);
    }

    static boolean isReader(Call call) {
        return READERS.containsKey(call.function()) && !(isOpen(call) && opensToWrite(call));
    }

    /** Whether the call can make no file and only speaks of its arguments. */
    static boolean isHarmless(Call call) {
        return HARMLESS.contains(call.function());
    }

    /** Whether the call makes files whose names it does not show. */
    static boolean makesUnknownFiles(Call call) {
        if (isOpen(call)) {
            return opensToWrite(call)
                    && call.argument("file", 0).flatMap(Argument::string).isEmpty();
        }
        String function = call.function().toLowerCase(Locale.ROOT);
        String root = function.substring(0, Math.max(function.indexOf('.'), 0));
        String name = function.substring(function.lastIndexOf('.') + 1);
        boolean ownModule = root.contains("util") || root.contains("helper") || root.equals("src");
        if (ownModule || root.equals("shutil") || root.equals("subprocess") || ANY_FILES.contains(name)) {
            return true;
        }
        boolean nameless = call.arguments().stream()
                .noneMatch(argument -> argument.string().isPresent());
        return nameless && MAKERS.stream().anyMatch(maker -> matches(maker, name));
    }

    private static boolean matches(String maker, String name) {
        int star = maker.length() - 1;
        return maker.charAt(star) == '*' ? name.startsWith(maker.substring(0, star)) : name.equals(maker);
    }

    /** Whether a shell line can make no file: only its first word and what it writes to are looked at. */
    static boolean isHarmlessCommand(String text) {
        String line = text.strip();
        if (line.contains(">") || line.contains("|") || line.contains("&&") || line.contains(";")) {
            return false;
        }
        String[] words = line.split(" ", 3);
        String first = words[0].startsWith("sudo") && words.length > 1 ? words[1] : words[0];
        return COMMANDS.contains(first) || line.contains("-m pip ");
    }

    private static boolean isOpen(Call call) {
        return call.function().equals("open")
                || call.function().equals("io.open")
                || call.function().equals("codecs.open")
                || call.function().equals("h5py.File")
                || call.function().equals("zipfile.ZipFile")
                || call.function().equals("tarfile.open")
                || call.function().equals("gzip.open");
    }

    /** A mode that is not constant may be any. */
    private static boolean opensToWrite(Call call) {
        Optional<Argument> mode = call.argument("mode", 1);
        String text = mode.flatMap(Argument::string).orElse(mode.isPresent() ? "w" : "r");
        return text.contains("w") || text.contains("a") || text.contains("x") || text.contains("+");
    }

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new HashMap<>();
        for (String line : WordList.lines(FileCalls.class, "file-readers.txt")) {
            String[] parts = line.split(" ", -1);
            readers.put(parts[0], new Reader(parts[1], Integer.parseInt(parts[2])));
        }
        return Map.copyOf(readers);
    }
}
