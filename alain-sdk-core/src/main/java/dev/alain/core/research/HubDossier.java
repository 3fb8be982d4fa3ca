package dev.alain.core.research;

import dev.alain.core.hub.Deadline;
import dev.alain.core.hub.HubClient;
import dev.alain.core.hub.HubInfo;
import dev.alain.research.Dossier;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Makes a dossier from the Hub's description of a model and the files it can get before a deadline. */
final class HubDossier {
    private static final int MOST_BASES = 3;

    private final HubClient hub;
    private final Executor executor;
    private final Deadline deadline;

    HubDossier(HubClient hub, Executor executor, Deadline deadline) {
        this.hub = hub;
        this.executor = executor;
        this.deadline = deadline;
    }

    Dossier write(HubDescription description, boolean withBases) {
        description.requireUsable();
        HubInfo info = description.info();
        SideBySide sideBySide = new SideBySide(executor, deadline);
        List<String> all = withBases ? description.baseModels() : List.of();
        List<String> bases = all.subList(0, Math.min(MOST_BASES, all.size()));
        List<FutureTask<BaseModel>> begun = sideBySide.begin(work(bases));
        HubFiles files = HubFiles.get(hub, info, wanted(description), executor, deadline);
        Map<String, byte[]> contents = new TreeMap<>(files.contents());
        contents.computeIfPresent(ModelFiles.CARD, (name, bytes) -> isBlank(bytes) ? null : bytes);
        contents.put(ModelFiles.HUB, description.bytes());
        Dossier dossier =
                DossierWriter.write(new ModelFiles(info.id(), info.commit(), ModelFiles.CARD, contents, List.of()));
        Dossier noted = noted(dossier, warnings(description, files), files.missing());
        return withBases(noted, bases, sideBySide.results(begun));
    }

    private List<Supplier<BaseModel>> work(List<String> bases) {
        List<Supplier<BaseModel>> work = new ArrayList<>();
        bases.forEach(id -> work.add(() -> BaseModel.get(hub, id, deadline)));
        return work;
    }

    private static List<String> wanted(HubDescription description) {
        List<String> wanted = new ArrayList<>(List.of(ModelFiles.CARD, ModelFiles.CONFIG));
        if (!description.knowsChatTemplate()) {
            wanted.add(ModelFiles.TOKENIZER);
        }
        return wanted.stream().filter(description::mayHave).toList();
    }

    /** A card without a word is no card: what the description says is still worth teaching. */
    private static boolean isBlank(byte[] card) {
        return new String(card, StandardCharsets.UTF_8).isBlank();
    }

    private static List<String> warnings(HubDescription description, HubFiles files) {
        HubInfo info = description.info();
        List<String> warnings = new ArrayList<>();
        if (!info.id().equalsIgnoreCase(info.askedId())) {
            warnings.add(info.askedId() + " is called " + info.id() + " now");
        }
        if (info.stale()) {
            warnings.add("the Hub was not asked; what it said of " + info.id() + " is of "
                    + info.fetchedAt().atZone(ZoneOffset.UTC).toLocalDate());
        }
        description
                .suspiciousFiles()
                .forEach(file -> warnings.add("the Hub's scan is suspicious of " + file + " of " + info.id()));
        warnings.addAll(files.warnings());
        return warnings;
    }

    private static Dossier noted(Dossier dossier, List<String> more, List<String> missing) {
        List<String> warnings = new ArrayList<>(more);
        warnings.addAll(dossier.warnings());
        return new Dossier(
                dossier.modelId(),
                dossier.name(),
                dossier.sources(),
                dossier.facts(),
                dossier.snippets(),
                warnings,
                missing);
    }

    private static Dossier withBases(Dossier dossier, List<String> ids, List<Optional<BaseModel>> bases) {
        Dossier whole = dossier;
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            whole = bases.get(i)
                    .orElseGet(() -> BaseModel.lost(id, "it could not be got in time"))
                    .addTo(whole, i + 1);
        }
        return whole;
    }
}
