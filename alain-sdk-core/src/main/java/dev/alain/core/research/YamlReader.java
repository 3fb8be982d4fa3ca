package dev.alain.core.research;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML as cards contain it: duplicate keys, tabs, broken lines; bounded in depth and size. */
public final class YamlReader {
    private static final int DEEPEST = 64;
    private static final int MOST_EVENTS = 200_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(1 << 20)
            .build();

    private YamlReader() {}

    /** The block as a map; what cannot be read is reported as a warning and left out. */
    public static Map<String, Object> read(String block, List<String> warnings) {
        Optional<Map<String, Object>> parsed = parse(block);
        if (parsed.isEmpty() && block.indexOf('\t') >= 0) {
            parsed = parse(block.replace("\t", "  "));
            parsed.ifPresent(values -> warnings.add("the front matter is indented with tabs, which YAML forbids"));
        }
        return parsed.orElseGet(() -> {
            warnings.add("the front matter is not valid YAML; only its plain lines were read");
            return plainLines(block);
        });
    }

    private static Optional<Map<String, Object>> parse(String block) {
        try {
            if (!isBounded(block)) {
                return Optional.empty();
            }
            Object value = new Load(SETTINGS).loadFromString(block);
            if (value == null) {
                return Optional.of(Map.of());
            }
            return value instanceof Map<?, ?> map ? Optional.of(withTextKeys(map)) : Optional.empty();
        } catch (YamlEngineException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** The library has no limit on depth and recurses, so events are counted first. */
    private static boolean isBounded(String block) {
        int depth = 0;
        int events = 0;
        Parser parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, block));
        while (parser.hasNext()) {
            Event event = parser.next();
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST || ++events > MOST_EVENTS) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> withTextKeys(Map<?, ?> map) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (key != null && value != null) {
                values.put(key.toString(), value);
            }
        });
        return values;
    }

    /** Lines of the form {@code key: value}, and lists of {@code - item} below a bare {@code key:}. */
    private static Map<String, Object> plainLines(String block) {
        Map<String, Object> values = new LinkedHashMap<>();
        Deque<Object> items = new ArrayDeque<>();
        String listKey = "";
        for (String line : block.split("\n", -1)) {
            Optional<String> key = FrontMatter.keyOf(line);
            if (key.isPresent()) {
                keep(values, listKey, items);
                listKey = "";
                String value = scalar(line.substring(line.indexOf(':') + 1));
                if (value.isEmpty()) {
                    listKey = key.get();
                } else {
                    values.put(key.get(), value);
                }
            } else if (line.strip().startsWith("- ") && !listKey.isEmpty()) {
                items.add(scalar(line.strip().substring(2)));
            }
        }
        keep(values, listKey, items);
        return values;
    }

    private static void keep(Map<String, Object> values, String key, Deque<Object> items) {
        if (!key.isEmpty() && !items.isEmpty()) {
            values.put(key, List.copyOf(items));
        }
        items.clear();
    }

    private static String scalar(String text) {
        String value = text.strip();
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted && value.charAt(value.length() - 1) == value.charAt(0)
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
