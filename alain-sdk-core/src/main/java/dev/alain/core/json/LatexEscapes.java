package dev.alain.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds LaTeX commands whose backslash and first letter were read as an escape. */
final class LatexEscapes {
    private static final int LONGEST_COMMAND = 20;
    private static final Map<Character, Character> LETTERS =
            Map.of('\b', 'b', '\f', 'f', '\n', 'n', '\r', 'r', '\t', 't');
    private static final Set<String> COMMANDS = Set.of(
            "bar",
            "begin",
            "beta",
            "big",
            "binom",
            "bmod",
            "boldsymbol",
            "bot",
            "bullet",
            "forall",
            "frac",
            "nabla",
            "neg",
            "neq",
            "nleq",
            "not",
            "notin",
            "nsubseteq",
            "rangle",
            "rceil",
            "rfloor",
            "rho",
            "right",
            "rightarrow",
            "rvert",
            "tan",
            "tanh",
            "tau",
            "text",
            "textbf",
            "textit",
            "tfrac",
            "theta",
            "tilde",
            "times",
            "top",
            "triangle",
            "triangleq");

    private LatexEscapes() {}

    static List<Suspicion> in(JsonNode value) {
        List<Suspicion> found = new ArrayList<>();
        visit(value, Outcome.Place.ROOT, found);
        return List.copyOf(found);
    }

    private static void visit(JsonNode node, Outcome.Place place, List<Suspicion> found) {
        if (node.isTextual()) {
            text(node.textValue(), place, found);
        } else if (node.isObject()) {
            node.properties().forEach(member -> visit(member.getValue(), place.child(member.getKey()), found));
        } else {
            for (int at = 0; at < node.size(); at++) {
                visit(node.get(at), place.child(Integer.toString(at)), found);
            }
        }
    }

    private static void text(String text, Outcome.Place place, List<Suspicion> found) {
        for (int at = 0; at < text.length(); at++) {
            Character letter = text.charAt(at) < ' ' ? LETTERS.get(text.charAt(at)) : null;
            if (letter != null) {
                int end = at + 1;
                while (end < text.length() && end - at < LONGEST_COMMAND && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                String command = letter + text.substring(at + 1, end);
                if (COMMANDS.contains(command)) {
                    found.add(new Suspicion(place.pointer(), at, "\\" + command));
                }
            }
        }
    }
}
