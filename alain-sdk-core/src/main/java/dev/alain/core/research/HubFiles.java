package dev.alain.core.research;

import dev.alain.ResearchException;
import dev.alain.ResearchException.Reason;
import dev.alain.core.hub.Deadline;
import dev.alain.core.hub.HubClient;
import dev.alain.core.hub.HubInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What could be got of a model's files.
 *
 * @param contents by name
 * @param missing names of files that are there and could not be got
 * @param warnings why, for people
 */
record HubFiles(Map<String, byte[]> contents, List<String> missing, List<String> warnings) {
    /** What became of one file. */
    private sealed interface Got {}

    private record Content(Map<String, byte[]> byName) implements Got {}

    private record Failure(ResearchException why) implements Got {}

    /** Gets files at the commit of a description, side by side. */
    static HubFiles get(HubClient hub, HubInfo info, List<String> names, Executor executor, Deadline deadline) {
        if (info.commit().isEmpty()) {
            String warning = "the Hub names no commit of " + info.id() + ", so none of its files was read";
            return new HubFiles(Map.of(), names, List.of(warning));
        }
        List<Supplier<Got>> work = new ArrayList<>();
        names.forEach(name -> work.add(() -> get(hub, info, name, deadline)));
        List<Optional<Got>> results = new SideBySide(executor, deadline).run(work);
        Sorted sorted = new Sorted(info.id());
        for (int i = 0; i < names.size(); i++) {
            sorted.add(names.get(i), results.get(i));
        }
        return sorted.files();
    }

    private static Got get(HubClient hub, HubInfo info, String name, Deadline deadline) {
        try {
            return new Content(hub.file(info, name, deadline)
                    .map(bytes -> Map.of(name, bytes))
                    .orElse(Map.of()));
        } catch (ResearchException e) {
            return new Failure(e);
        }
    }

    /** Sorts results into what is there and what is missing for which reason. */
    private static final class Sorted {
        private final String modelId;
        private final Map<String, byte[]> contents = new TreeMap<>();
        private final List<String> missing = new ArrayList<>();
        private final List<String> gated = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        Sorted(String modelId) {
            this.modelId = modelId;
        }

        void add(String name, Optional<Got> result) {
            Got got = result.orElse(null);
            if (got instanceof Content content) {
                contents.putAll(content.byName());
                return;
            }
            missing.add(name);
            if (!(got instanceof Failure failure)) {
                warnings.add(name + " of " + modelId + " could not be got in time");
            } else if (failure.why().reason() == Reason.GATED) {
                gated.add(name);
            } else {
                warnings.add(String.valueOf(failure.why().getMessage()));
            }
        }

        HubFiles files() {
            if (!gated.isEmpty()) {
                warnings.add(modelId + " gives " + String.join(" and ", gated)
                        + " only to those who have access to it, so what its description says is all that is known");
            }
            return new HubFiles(contents, List.copyOf(missing), List.copyOf(warnings));
        }
    }
}
