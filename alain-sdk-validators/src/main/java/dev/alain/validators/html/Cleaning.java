package dev.alain.validators.html;

import dev.alain.validation.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has to change in a piece of HTML so that nothing in it acts; the text in it is kept. */
public final class Cleaning {
    private Cleaning() {}

    /**
     * A change.
     *
     * @param start index in the piece
     * @param message why; empty for what only goes with another change
     */
    public record Change(int start, int end, String text, Severity severity, String message) {}

    /** The changes in order; they do not overlap. */
    public static List<Change> of(String html) {
        List<Tag> tags = TagReader.read(html);
        List<Change> changes = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            if (tag.start() < done) {
                continue;
            }
            Change change = change(tags, i);
            if (change != null) {
                changes.add(change);
                done = change.end();
            }
        }
        return changes;
    }

    private static @org.jspecify.annotations.Nullable Change change(List<Tag> tags, int index) {
        Tag tag = tags.get(index);
        List<Active.Act> acts = Active.in(tag);
        if (acts.isEmpty() && tag.complete()) {
            boolean rest = tag.closing() && Active.isUnwanted(tag);
            return rest ? new Change(tag.start(), tag.end(), "", Severity.INFO, "") : null;
        }
        Active.Act worst = acts.stream()
                .filter(act -> act.severity() == Severity.ERROR)
                .findFirst()
                .orElse(
                        acts.isEmpty()
                                ? new Active.Act(Severity.WARNING, "", "the tag <" + shown(tag) + " never ends")
                                : acts.get(0));
        if (!tag.complete()) {
            return new Change(tag.start(), tag.start() + 1, "&lt;", worst.severity(), worst.message());
        }
        if (Active.isUnwanted(tag)) {
            int end = Active.hidesContent(tag) ? contentEnd(tags, index) : tag.end();
            return new Change(tag.start(), end, instead(tag), worst.severity(), worst.message());
        }
        return new Change(tag.start(), tag.end(), without(tag, acts), worst.severity(), worst.message());
    }

    private static String shown(Tag tag) {
        return tag.name().length() > 20 ? tag.name().substring(0, 20) : tag.name();
    }

    private static int contentEnd(List<Tag> tags, int index) {
        Tag tag = tags.get(index);
        for (Tag later : tags.subList(index + 1, Math.min(tags.size(), index + 300))) {
            if (later.closing() && later.name().equals(tag.name())) {
                return later.end();
            }
        }
        return tag.end();
    }

    /** A page that was framed is still worth a link. */
    private static String instead(Tag tag) {
        String source = tag.value("src").strip();
        boolean plain = source.startsWith("https://")
                && source.chars().noneMatch(c -> c <= ' ' || "<>\"'`()[]\\{}|*_".indexOf(c) >= 0);
        return tag.name().equals("iframe") && plain
                ? "<a href=\"" + escaped(source) + "\">" + escaped(source) + "</a>"
                : "";
    }

    private static String without(Tag tag, List<Active.Act> acts) {
        Set<String> bad = new HashSet<>();
        acts.forEach(act -> bad.add(act.attribute()));
        StringBuilder kept = new StringBuilder("<").append(tag.name());
        for (Tag.Attribute attribute : tag.attributes()) {
            boolean plain = attribute
                    .name()
                    .chars()
                    .allMatch(c -> (Character.isLetterOrDigit(c) && c < 128) || "-_:".indexOf(c) >= 0);
            if (plain && !bad.contains(attribute.name()) && bad.add(attribute.name())) {
                kept.append(' ').append(attribute.name());
                kept.append(attribute.value().isEmpty() ? "" : "=\"" + escaped(attribute.value()) + "\"");
            }
        }
        boolean plain = tag.name().chars().allMatch(c -> Character.isLetterOrDigit(c) && c < 128 || c == '-');
        return plain ? kept.append(">").toString() : "";
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace('\n', ' ')
                .replace("`", "&#96;")
                .replace("|", "&#124;");
    }
}
