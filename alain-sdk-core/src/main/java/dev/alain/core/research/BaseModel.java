package dev.alain.core.research;

import dev.alain.ResearchException;
import dev.alain.core.hub.Deadline;
import dev.alain.core.hub.HubClient;
import dev.alain.core.hub.HubInfo;
import dev.alain.research.Dossier;
import dev.alain.research.Evidence;
import dev.alain.research.Fact;
import dev.alain.research.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a model that another was made from.
 *
 * @param id of the base model
 * @param sources of its facts
 * @param facts under their own names
 * @param missing what could not be got
 * @param warnings why, for people
 */
record BaseModel(String id, List<SourceRef> sources, List<Fact> facts, List<String> missing, List<String> warnings) {
    /** What a reader of the other model's manual may need: size, licence, gate and shape. */
    private static final List<String> TOLD = List.of(
            Fact.LICENSE,
            Fact.LICENSE_FAMILY,
            Fact.LICENSE_LINK,
            Fact.GATED,
            Fact.PARAMETERS,
            Fact.SIZE_LABEL,
            Fact.WEIGHT_BYTES,
            Fact.MEMORY_GIB,
            Fact.DTYPE,
            Fact.CONTEXT_LENGTH,
            Fact.CHAT_TEMPLATE,
            Fact.ARCHITECTURE,
            Fact.MODEL_TYPE,
            Fact.HIDDEN_SIZE,
            Fact.TASK,
            Fact.LIBRARY,
            Fact.CUSTOM_CODE,
            Fact.REVISION);

    /** Asks for it; whatever fails is missing. */
    static BaseModel get(HubClient hub, String id, Deadline deadline) {
        try {
            HubInfo info = hub.info(id, "", deadline);
            HubDescription description = new HubDescription(info);
            description.requireUsable();
            Map<String, byte[]> contents = new TreeMap<>();
            contents.put(ModelFiles.HUB, description.bytes());
            List<String> wanted = description.mayHave(ModelFiles.CONFIG) ? List.of(ModelFiles.CONFIG) : List.of();
            HubFiles files = HubFiles.get(hub, info, wanted, Runnable::run, deadline);
            contents.putAll(files.contents());
            Dossier dossier =
                    DossierWriter.write(new ModelFiles(info.id(), info.commit(), ModelFiles.CARD, contents, List.of()));
            return new BaseModel(
                    id,
                    dossier.sources(),
                    dossier.facts(),
                    files.missing().stream().map(name -> id + "/" + name).toList(),
                    files.warnings());
        } catch (ResearchException e) {
            return lost(id, String.valueOf(e.getMessage()));
        }
    }

    /** A base model of which nothing could be got. */
    static BaseModel lost(String id, String why) {
        return new BaseModel(
                id,
                List.of(),
                List.of(),
                List.of(id),
                List.of("nothing is known of the base model " + id + ": " + why));
    }

    /**
     * The dossier with what is known of a base model, under names that start with {@code base_}.
     *
     * @param number from 1; keeps the sources of several base models apart
     */
    Dossier addTo(Dossier dossier, int number) {
        String prefix = number == 1 ? "base_" : "base" + number + "_";
        List<SourceRef> allSources = new ArrayList<>(dossier.sources());
        sources.forEach(source -> allSources.add(new SourceRef(
                prefix + source.id(),
                source.name(),
                source.sha256(),
                source.url(),
                source.revision(),
                source.license())));
        List<Fact> allFacts = new ArrayList<>(dossier.facts());
        for (Fact fact : facts) {
            if (TOLD.contains(fact.name())) {
                Evidence at = fact.evidence();
                Evidence evidence = new Evidence(prefix + at.source(), at.firstLine(), at.lastLine(), at.pointer());
                allFacts.add(new Fact("f" + (allFacts.size() + 1), "base_" + fact.name(), fact.value(), evidence));
            }
        }
        List<String> allWarnings = new ArrayList<>(dossier.warnings());
        allWarnings.addAll(warnings);
        List<String> allMissing = new ArrayList<>(dossier.missing());
        allMissing.addAll(missing);
        return new Dossier(
                dossier.modelId(), dossier.name(), allSources, allFacts, dossier.snippets(), allWarnings, allMissing);
    }
}
