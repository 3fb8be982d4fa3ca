package dev.alain.validators.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alain.notebook.MarkdownCell;
import dev.alain.notebook.Notebook;
import dev.alain.notebook.NotebookDocument;
import dev.alain.notebook.NotebookFormat;
import dev.alain.validation.NotebookFixer;
import dev.alain.validation.NotebookRule;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Attacks in Markdown are harmless once mended, as a browser's reading of the rendered page sees it. */
final class ActiveMarkdownTest {
    private static final Path VECTORS =
            Path.of("src/test/resources/dev/alain/validators/rules/security/active-markdown.jsonl");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Set<String> ELEMENTS = Set.of(
            "script",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "form",
            "meta",
            "base",
            "link",
            "style",
            "svg",
            "math",
            "template",
            "noscript",
            "portal",
            "textarea",
            "title",
            "xmp",
            "plaintext",
            "noembed",
            "noframes",
            "marquee",
            "bgsound",
            "keygen",
            "isindex");

    private static final NotebookFixer FIXER =
            NotebookFixer.using(NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                    .rules(RuleCatalog.of(DangerRules.ALL.toArray(NotebookRule[]::new)))
                    .options(ValidationOptions.DEFAULTS.withProfiles(Set.of("security")))
                    .build());

    @Test
    void nothingActsOnceMendedAndMendingTwiceIsMendingOnce() throws IOException {
        List<String> vectors = vectors();
        List<String> left = new ArrayList<>();
        for (String vector : vectors) {
            String fixed = fixed(vector);
            List<String> acts = acts(fixed);
            if (!acts.isEmpty()) {
                left.add(vector + " -> " + fixed + " : " + acts);
            }
            assertThat(fixed(fixed)).as(vector).isEqualTo(fixed);
        }
        assertThat(vectors).hasSizeGreaterThanOrEqualTo(150);
        assertThat(left).isEmpty();
    }

    @Test
    void theJudgeSeesNearlyEveryVectorAct() throws IOException {
        List<String> calm =
                vectors().stream().filter(vector -> acts(vector).isEmpty()).toList();
        assertThat(calm).as("vectors that CommonMark itself disarms").hasSizeLessThan(40);
    }

    @Test
    void nothingActsWhereBareAddressesTakeABacktickIn() {
        for (String address : List.of("see https://a.example/", "www.a.example/x", "(ftp://a.example?")) {
            String fixed = fixed(address + "`<img src=x onerror=alert(1)>` and `<b onclick=alert(1)>`");
            assertThat(fixed).startsWith(address + "`<img").doesNotContain("onerror", "onclick");
        }
        assertThat(fixed("`<img src=x onerror=alert(1)>` at https://a.example/"))
                .contains("onerror");
    }

    @Test
    void nothingActsInFootnotesAndDefinitions() {
        assertThat(fixed("[^1]: <img src=x onerror=alert(1)>")).isEqualTo("[^1]: <img src=\"x\">");
        assertThat(fixed("[^1]: words\n\n    <img src=x onerror=alert(1)>")).doesNotContain("onerror");
    }

    @Test
    void formulasLinkToPagesOnly() {
        assertThat(fixed("$\\href{javascript:alert(1)}{x}$")).isEqualTo("$\\href{#}{x}$");
        String plain = "$\\href{https://a.example/}{x}$ and `\\href{javascript:x}{y}`";
        assertThat(fixed(plain)).isEqualTo(plain);
    }

    @Test
    void theTextOfALinkStays() {
        assertThat(fixed("[x\n](javascript:alert(1))")).isEqualTo("x");
        assertThat(fixed("[x](file:///etc/passwd)")).isEqualTo("x");
    }

    @Test
    void harmlessStylesAndPicturesStay() {
        for (String plain : List.of(
                "<div style=\"color:red;position:relative;top:2px\">x</div>",
                "![x](data:image/png;base64,iVBORw0KGgo=)",
                "![x](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)",
                "[x](https://a.example/?a=1&num=2)")) {
            assertThat(fixed(plain)).isEqualTo(plain);
        }
    }

    @Test
    void vectorsInOneAnotherAreHarmlessOnceMended() throws IOException {
        List<String> vectors = vectors();
        Random random = new Random(7);
        List<String> left = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String one = vectors.get(random.nextInt(vectors.size()));
            String two = vectors.get(random.nextInt(vectors.size()));
            int at = random.nextInt(one.length() + 1);
            String mixed = random.nextBoolean()
                    ? one.substring(0, at) + two + one.substring(at)
                    : one + (random.nextBoolean() ? "\n\n" : " ") + two;
            String fixed = fixed(mixed);
            List<String> acts = acts(fixed);
            if (!acts.isEmpty() || !fixed(fixed).equals(fixed)) {
                left.add(mixed + " -> " + fixed + " : " + acts);
            }
        }
        assertThat(left).isEmpty();
    }

    private static List<String> vectors() throws IOException {
        List<String> vectors = new ArrayList<>();
        for (String line : Files.readAllLines(VECTORS)) {
            JsonNode vector = MAPPER.readTree(line);
            vectors.add(vector.path("text").asText());
        }
        return vectors;
    }

    private static String fixed(String markdown) {
        Notebook notebook = Notebook.of(MAPPER.createObjectNode(), List.of(MarkdownCell.of("c1", markdown)));
        NotebookFixer.Fixed fixed = FIXER.fix(NotebookDocument.read(NotebookFormat.write(notebook)));
        return fixed.notebook().cells().get(0).source();
    }

    /** What acts, by a reader that shares nothing with the rules. */
    private static List<String> acts(String markdown) {
        List<String> acts = new ArrayList<>();
        for (boolean tables : new boolean[] {true, false}) {
            var extensions = tables ? TABLES : List.<TablesExtension>of();
            String html = HtmlRenderer.builder()
                    .extensions(extensions)
                    .build()
                    .render(Parser.builder().extensions(extensions).build().parse(markdown));
            for (Element element : Jsoup.parseBodyFragment(html).getAllElements()) {
                String name = element.normalName();
                if (ELEMENTS.contains(name.substring(name.indexOf(':') + 1))) {
                    acts.add("<" + name + ">");
                }
                for (Attribute attribute : element.attributes()) {
                    String key = attribute.getKey().toLowerCase(Locale.ROOT);
                    String value = attribute
                            .getValue()
                            .replaceAll("[\\p{Cntrl}\\p{Cf}\\s\uFFFD]", "")
                            .toLowerCase(Locale.ROOT);
                    boolean script = value.startsWith("javascript:")
                            || value.startsWith("vbscript:")
                            || value.contains(":javascript:")
                            || value.startsWith("file:")
                            || value.startsWith("blob:")
                            || value.startsWith("filesystem:")
                            || value.startsWith("data:text")
                            || value.startsWith("data:application")
                            || (value.startsWith("data:image/svg") && !name.equals("img"));
                    boolean style = key.equals("style")
                            && (value.contains("expression")
                                    || value.contains("javascript:")
                                    || value.contains("position:fixed")
                                    || value.contains("url(http")
                                    || value.contains("binding")
                                    || value.contains("behavior"));
                    if (key.startsWith("on")
                            || key.equals("srcdoc")
                            || key.equals("formaction")
                            || key.equals("ping")
                            || style
                            || (script && !Set.of("title", "alt").contains(key))) {
                        acts.add(name + "@" + key + "=" + value);
                    }
                }
            }
        }
        return acts;
    }
}
