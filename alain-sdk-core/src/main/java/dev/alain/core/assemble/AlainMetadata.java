package dev.alain.core.assemble;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.Recipe;
import dev.alain.Subject;
import dev.alain.core.assemble.Draft.Role;
import dev.alain.lesson.Outline;
import dev.alain.notebook.Cell;
import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Notebook metadata: kernel, Colab, and what {@code metadata.alain} holds. */
public final class AlainMetadata {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Recipe recipe;
    private final Dossier dossier;
    private final Outline outline;
    private final List<WrittenBy> teachers;
    private final String promptSet;

    AlainMetadata(Recipe recipe, Dossier dossier, Outline outline, List<WrittenBy> teachers, String promptSet) {
        this.recipe = recipe;
        this.dossier = dossier;
        this.outline = outline;
        this.teachers = teachers;
        this.promptSet = promptSet;
    }

    ObjectNode of(List<Cell> cells, Map<String, Role> roles, NotebookMetrics metrics) {
        ObjectNode metadata = MAPPER.createObjectNode();
        metadata.putObject("kernelspec")
                .put("display_name", "Python 3")
                .put("language", "python")
                .put("name", "python3");
        metadata.putObject("language_info")
                .put("name", "python")
                .put("file_extension", ".py")
                .put("mimetype", "text/x-python");
        ObjectNode colab = metadata.putObject("colab").put("name", fileName());
        if (outline.setup().requirements().stream().anyMatch(line -> line.startsWith("torch=="))) {
            metadata.put("accelerator", "GPU");
            colab.put("gpuType", "T4");
        }
        metadata.set("alain", alain(cells, roles, metrics));
        return metadata;
    }

    private String fileName() {
        String name = dossier.modelId().isEmpty() ? dossier.name() : dossier.modelId();
        String slug = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
        return (slug.isEmpty() ? "manual" : slug) + ".ipynb";
    }

    private ObjectNode alain(List<Cell> cells, Map<String, Role> roles, NotebookMetrics metrics) {
        ObjectNode alain = MAPPER.createObjectNode().put("schema_version", 1);
        alain.set("recipe", recipe());
        ObjectNode subject = alain.putArray("subjects").addObject();
        subject.put("id", dossier.modelId());
        subject.put("revision", dossier.value(Fact.REVISION).orElse(""));
        subject.put("license", dossier.value(Fact.LICENSE).orElse(""));
        alain.put("prompt_set", promptSet);
        for (WrittenBy writer : teachers) {
            ObjectNode teacher = alain.withArray("teacher").addObject();
            teacher.put("step", writer.step()).put("id", writer.teacher()).put("fallback", writer.fallback());
            if (writer.fallback()) {
                teacher.put("reason", writer.reason());
            }
            writer.notes()
                    .forEach(note -> alain.withArray("notes")
                            .addObject()
                            .put("step", writer.step())
                            .put("message", note));
        }
        alain.set("cells", cells(cells, roles));
        alain.set("metrics", figures(metrics));
        alain.putArray("waivers");
        return alain;
    }

    /** The figures as they stand in metadata. */
    public static ObjectNode figures(NotebookMetrics metrics) {
        ObjectNode figures = MAPPER.createObjectNode();
        figures.put("cells", metrics.cells()).put("words", metrics.words()).put("tokens", metrics.tokens());
        return figures.put("markdown_share", metrics.markdownShare()).put("reading_minutes", metrics.readingMinutes());
    }

    /** The recipe as others may see it: files by their base name. */
    private ObjectNode recipe() {
        List<Subject> subjects =
                recipe.subjects().stream().map(AlainMetadata::published).toList();
        return MAPPER.valueToTree(recipe.toBuilder().subjects(subjects).build());
    }

    private static Subject published(Subject subject) {
        if (subject instanceof Subject.ModelCard card) {
            return new Subject.ModelCard(card.fileName(), card.modelId());
        }
        if (subject instanceof Subject.Repository repository) {
            return new Subject.Repository(repository.name(), repository.revision());
        }
        return subject instanceof Subject.PastedText text ? new Subject.PastedText("", text.modelId()) : subject;
    }

    private static ObjectNode cells(List<Cell> cells, Map<String, Role> roles) {
        ObjectNode all = MAPPER.createObjectNode();
        for (Cell cell : cells) {
            // A cell that was split keeps the role of its first half.
            Role role = roles.getOrDefault(
                    cell.id(), roles.getOrDefault(cell.id().replaceAll("b+$", ""), new Role("step", 0, List.of())));
            ObjectNode entry = all.putObject(cell.id()).put("role", role.role());
            if (role.step() > 0) {
                entry.put("step", role.step());
            }
            if (!role.sources().isEmpty()) {
                role.sources().forEach(entry.putArray("sources")::add);
            }
            entry.put("sha256", sha256(cell.source()));
        }
        return all;
    }

    /** The hash of a cell's text, in hex. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
