package dev.alain.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What JSON leaves out. */
final class Absent {
    private Absent() {}

    static <T> List<T> toEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
