package dev.alain.validators.html;

import dev.alain.validation.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What in a tag acts: runs code, loads pages, sends forms, or confuses readers of HTML. */
public final class Active {
    private static final Set<String> ELEMENTS = Set.of(
            "script",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "form",
            "meta",
            "base",
            "link",
            "portal",
            "fencedframe",
            "isindex",
            "keygen",
            "bgsound",
            "animate",
            "animatetransform",
            "animatemotion",
            "foreignobject");

    /** Elements whose content browsers and readers of Markdown read differently. */
    private static final Set<String> CONFUSING = Set.of(
            "style",
            "title",
            "textarea",
            "xmp",
            "noscript",
            "noembed",
            "noframes",
            "plaintext",
            "template",
            "math",
            "svg",
            "listing",
            "marquee",
            "select");

    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "src",
            "xlink:href",
            "action",
            "formaction",
            "data",
            "poster",
            "background",
            "cite",
            "dynsrc",
            "lowsrc",
            "longdesc",
            "ping",
            "manifest",
            "codebase",
            "classid",
            "icon",
            "usemap",
            "profile",
            "archive",
            "code",
            "from",
            "to",
            "values",
            "folder",
            "by",
            "srcset",
            "xml:base");

    private static final Set<String> FORBIDDEN = Set.of(
            "srcdoc",
            "formaction",
            "ping",
            "autofocus",
            "xmlns",
            "http-equiv",
            "is",
            "datasrc",
            "dataformatas",
            "background",
            "seeksegmenttime");
    private static final List<String> FRAMES = List.of(
            "youtube.com",
            "youtube-nocookie.com",
            "youtu.be",
            "vimeo.com",
            "hf.space",
            "huggingface.co",
            "gradio.app",
            "loom.com",
            "bilibili.com",
            "google.com",
            "kaggle.com",
            "w3schools.com",
            "wandb.ai",
            "codesandbox.io",
            "streamlit.app",
            "datawrapper.dwcdn.net");
    private static final Set<String> PICTURES = Set.of("img", "image", "source", "video", "audio", "track", "picture");

    private Active() {}

    /** What acts in a tag, worst first is not promised; end tags have nothing. */
    public static List<Act> in(Tag tag) {
        List<Act> acts = new ArrayList<>();
        if (tag.closing()) {
            return acts;
        }
        if (ELEMENTS.contains(local(tag.name()))) {
            acts.add(new Act(Severity.ERROR, "", "<" + tag.name() + "> acts when the notebook is shown"));
        } else if (tag.name().equals("iframe")) {
            acts.add(frame(tag));
        } else if (CONFUSING.contains(local(tag.name()))) {
            acts.add(new Act(Severity.WARNING, "", "<" + tag.name() + "> is read differently by different viewers"));
        }
        tag.attributes().forEach(attribute -> attribute(tag, attribute, acts));
        return acts;
    }

    /** Whether an element is to go as a whole, not only an attribute of it. */
    public static boolean isUnwanted(Tag tag) {
        String name = local(tag.name());
        return ELEMENTS.contains(name) || CONFUSING.contains(name) || name.equals("iframe");
    }

    /** Whether what stands in the element is no text for readers. */
    public static boolean hidesContent(Tag tag) {
        return Set.of("script", "style", "template", "svg", "math", "iframe").contains(local(tag.name()));
    }

    /**
     * Something that acts.
     *
     * @param attribute the attribute that does; empty when the element does
     */
    public record Act(Severity severity, String attribute, String message) {}

    private static String local(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static Act frame(Tag tag) {
        String source = tag.value("src").strip();
        boolean known = FRAMES.stream().anyMatch(host -> isOf(source, host))
                && tag.value("srcdoc").isEmpty();
        return known
                ? new Act(Severity.WARNING, "", "<iframe> shows another site's page; most viewers of notebooks drop it")
                : new Act(Severity.ERROR, "", "<iframe> loads a page of its own");
    }

    private static boolean isOf(String address, String host) {
        String rest = address.startsWith("https://")
                ? address.substring("https://".length())
                : address.startsWith("//") ? address.substring(2) : "";
        int end = 0;
        while (end < rest.length() && "/?#:\\".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String of = rest.substring(0, end).toLowerCase(Locale.ROOT);
        return of.equals(host) || of.endsWith("." + host);
    }

    private static void attribute(Tag tag, Tag.Attribute attribute, List<Act> acts) {
        String name = attribute.name();
        boolean handler = name.startsWith("on") && name.length() > 2
                || name.contains(":on")
                || (name.contains("on") && name.contains("\""));
        if (handler) {
            acts.add(new Act(Severity.ERROR, name, "the attribute " + name + " of <" + tag.name() + "> runs a script"));
        } else if (FORBIDDEN.contains(name)
                || name.startsWith("data-bind")
                || name.startsWith("v-on")
                || name.startsWith("xmlns:")) {
            acts.add(new Act(
                    Set.of("autofocus", "background", "xmlns", "is").contains(name) || name.startsWith("xmlns")
                            ? Severity.WARNING
                            : Severity.ERROR,
                    name,
                    "the attribute " + name + " of <" + tag.name() + "> acts"));
        } else if (name.equals("style")) {
            if (Styles.act(attribute.value())) {
                acts.add(new Act(Severity.ERROR, name, "the style of <" + tag.name() + "> runs a script"));
            } else if (Styles.reachOut(attribute.value())) {
                acts.add(new Act(
                        Severity.WARNING,
                        name,
                        "the style of <" + tag.name() + "> covers the page or loads something"));
            }
        } else if (ADDRESSES.contains(name) || attribute.value().length() < 200 && plainScript(attribute.value())) {
            address(tag, attribute, acts);
        }
    }

    private static boolean plainScript(String value) {
        boolean words = value.startsWith("data") && !value.startsWith("data:text/") && !value.startsWith("data:app");
        return Target.of(value, false) == Target.ACTIVE && !words;
    }

    private static void address(Tag tag, Tag.Attribute attribute, List<Act> acts) {
        boolean picture = PICTURES.contains(tag.name()) && !attribute.name().equals("href");
        Target target = Target.of(attribute.value(), picture);
        boolean list = attribute.name().equals("srcset") || attribute.name().equals("values");
        for (String one : list ? attribute.value().split("[,;]", -1) : new String[0]) {
            target = Target.of(one, picture) == Target.ACTIVE
                            && !attribute.value().startsWith("data:image")
                    ? Target.ACTIVE
                    : target;
        }
        if (target == Target.ACTIVE) {
            acts.add(new Act(
                    Severity.ERROR,
                    attribute.name(),
                    "the address in " + attribute.name() + " of <" + tag.name() + "> runs code"));
        } else if (target == Target.DOUBTFUL) {
            acts.add(new Act(
                    Severity.WARNING,
                    attribute.name(),
                    "the address in " + attribute.name() + " of <" + tag.name()
                            + "> is a file of the reader, a piece of a session or a drawing that acts"));
        }
    }
}
