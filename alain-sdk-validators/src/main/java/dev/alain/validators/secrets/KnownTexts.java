package dev.alain.validators.secrets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts that code has given names to: variables, attributes, lists and their items. */
final class KnownTexts {
    static final int MOST_LISTED = 400;
    private static final int MOST_FROM_END = 4;

    private final Map<String, Joined> names = new HashMap<>();
    private final Map<String, List<Joined>> lists = new HashMap<>();
    private String owner = "";

    /** The class that the next names belong to; empty for none. */
    void inClass(String name) {
        owner = name;
    }

    @Nullable
    Joined text(String name) {
        return names.get(name);
    }

    @Nullable
    Joined forget(String name) {
        return names.remove(name);
    }

    @Nullable
    List<Joined> list(String name) {
        return lists.get(name);
    }

    void give(String name, Joined value) {
        names.put(name, value);
        if (!owner.isEmpty()) {
            List.of(owner, "self", "cls").forEach(holder -> names.put(holder + "." + name, value));
        }
    }

    /** Gives a name a list, or lengthens the one it has. */
    void giveList(String name, List<Joined> parts, boolean more) {
        List<Joined> all = new ArrayList<>(more ? lists.getOrDefault(name, List.of()) : List.of());
        all.addAll(parts.subList(0, Math.min(parts.size(), MOST_LISTED - Math.min(MOST_LISTED, all.size()))));
        lists.put(name, all);
        for (int i = 0; i < all.size(); i++) {
            names.put(Target.name(name, String.valueOf(i)), all.get(i));
        }
        for (int i = 1; i <= Math.min(all.size(), MOST_FROM_END); i++) {
            names.put(Target.name(name, "-" + i), all.get(all.size() - i));
        }
    }

    void append(String name, Joined value) {
        List<Joined> list = lists.get(name);
        if (list != null && list.size() < MOST_LISTED) {
            names.put(Target.name(name, String.valueOf(list.size())), value);
            list.add(value);
        }
    }
}
