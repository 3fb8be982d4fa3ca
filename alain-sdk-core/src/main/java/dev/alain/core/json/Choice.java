package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alain.core.json.Found.Gap;
import java.util.List;

/** Which of the documents in a reply is the answer, when no schema says so. */
final class Choice {
    private static final int GUESSED = 8;

    private Choice() {}

    /** Whether the documents follow each other as elements of one list. */
    static boolean isList(List<Found> found) {
        if (found.size() < 2) {
            return false;
        }
        for (Found one : found.subList(1, found.size())) {
            if (one.gap() != Gap.COMMA && one.gap() != Gap.LINE) {
                return false;
            }
        }
        return true;
    }

    /** Whether documents that differ stand side by side with nothing between them. */
    static boolean isAmbiguous(List<Found> found) {
        for (int at = 1; at < found.size(); at++) {
            if (found.get(at).gap() == Gap.NOTHING
                    && !found.get(at).value().equals(found.get(0).value())) {
                return true;
            }
        }
        return false;
    }

    /** The longest; of several with the same keys the last, because a reply corrects itself forwards. */
    static Found best(List<Found> found) {
        Found best = found.get(0);
        for (Found one : found.subList(1, found.size())) {
            if (better(one, best)) {
                best = one;
            }
        }
        return best;
    }

    private static boolean better(Found one, Found best) {
        if (one.foreign() != best.foreign()) {
            return best.foreign();
        }
        if (one.container() != best.container()) {
            return one.container();
        }
        if (one.value().isEmpty() != best.value().isEmpty()) {
            return best.value().isEmpty();
        }
        if (one.value().isObject() != best.value().isObject() && one.gap() == Gap.PROSE && marks(one, best)) {
            return one.value().isObject();
        }
        return sameShape(one.value(), best.value()) || weight(one) > weight(best);
    }

    /** Whether one of the two is a list of scalars, as stands in prose more often than as an answer. */
    private static boolean marks(Found one, Found other) {
        JsonNode list = one.value().isArray() ? one.value() : other.value();
        return list.isArray()
                && list.size() <= 3
                && (list.isEmpty() || !list.get(0).isContainerNode());
    }

    /** A document that took guessing counts for less than a sound one. */
    private static int weight(Found found) {
        return found.guesses() == 0 ? found.length() * GUESSED : found.length();
    }

    private static boolean sameShape(JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size()
                    && one.properties().stream().allMatch(member -> other.has(member.getKey()));
        }
        return one.isArray()
                && other.isArray()
                && !one.isEmpty()
                && !other.isEmpty()
                && one.get(0).isObject()
                && sameShape(one.get(0), other.get(0));
    }
}
