package dev.alain.core.offline;

import dev.alain.core.offline.LessonScript.ScriptStep;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.Snippet;
import dev.alain.research.SnippetUse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which facts of a dossier a step rests on. */
final class Grounding {
    private static final Map<String, List<String>> FACTS_OF_STEP = Map.of(
            "meet",
            List.of(
                    Fact.SUMMARY,
                    Fact.TASK,
                    Fact.LICENSE,
                    Fact.PARAMETERS,
                    Fact.CONTEXT_LENGTH,
                    Fact.MEMORY_GIB,
                    Fact.BASE_MODEL),
            "limits",
            List.of(Fact.LIMITATIONS, Fact.INTENDED_USE, Fact.LICENSE, Fact.LICENSE_FAMILY, Fact.TRAINING),
            "load",
            List.of(Fact.LIBRARY, Fact.ARCHITECTURE, Fact.DTYPE, Fact.REVISION, Fact.QUANTIZATION, Fact.WEIGHT_FILE),
            "labels",
            List.of(Fact.LABEL));

    private Grounding() {}

    static List<String> sources(ScriptStep step, Dossier dossier) {
        List<String> names = FACTS_OF_STEP.getOrDefault(step.id(), List.of(Fact.TASK));
        TreeSet<String> ids = new TreeSet<>(Grounding::byNumber);
        dossier.facts().stream()
                .filter(fact -> names.contains(fact.name()))
                .limit(12)
                .forEach(fact -> ids.add(fact.id()));
        if (step.id().equals("usage") || step.id().equals("load")) {
            dossier.snippets(SnippetUse.USAGE).stream()
                    .limit(1)
                    .map(Snippet::id)
                    .forEach(ids::add);
        }
        return List.copyOf(ids);
    }

    private static int byNumber(String a, String b) {
        int kinds = Character.compare(a.charAt(0), b.charAt(0));
        return kinds != 0 ? kinds : Integer.compare(Integer.parseInt(a.substring(1)), Integer.parseInt(b.substring(1)));
    }
}
