package dev.alain.validators.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.validation.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class JunitReportTest {
    @Test
    void isValidHoweverNastyTheNotebook() throws Exception {
        String xml = ReportSamples.written(new JunitReport(), ReportSamples.nastyResults());

        assertThat(read(xml).getElementsByTagName("testsuite").getLength()).isEqualTo(4);
        assertThat(xml).doesNotContain("hunter2");
    }

    @Test
    void aSuiteIsANotebookAndACaseARule() throws Exception {
        Element suite = suite(new JunitReport());

        assertThat(suite.getAttribute("name")).isEqualTo("n.ipynb");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("tests"))
                .isEqualTo(String.valueOf(suite.getElementsByTagName("testcase").getLength()));
        assertThat(suite.getAttribute("skipped"))
                .isEqualTo(String.valueOf(suite.getElementsByTagName("skipped").getLength()));
        assertThat(inside(testCase(suite, "TST001"), "failure")).isNull();
        assertThat(inside(testCase(suite, "TST001"), "system-out").getTextContent())
                .isEqualTo("warning TST001 in c1:1: it says foo: foo; say bar");
        assertThat(inside(testCase(suite, "SEC900"), "failure").getTextContent())
                .contains("in c2: a key: h\u20262");
        assertThat(inside(testCase(suite, "TST003"), "error").getAttribute("message"))
                .isEqualTo("IllegalStateException");
    }

    @Test
    void warningsAreFailuresWhenAskedFor() throws Exception {
        Element suite = suite(JunitReport.failingOn(Severity.WARNING));

        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(inside(testCase(suite, "TST001"), "failure").getAttribute("type"))
                .isEqualTo("warning");
    }

    private static Element suite(ReportFormat format) throws Exception {
        Checked checked = ReportSamples.checked(
                "n.ipynb",
                ReportSamples.notebook("foo", "hunter2"),
                ReportSamples.words(),
                ReportSamples.secret(),
                ReportSamples.broken());
        return (Element) read(ReportSamples.written(format, List.of(checked)))
                .getElementsByTagName("testsuite")
                .item(0);
    }

    private static Element testCase(Element suite, String name) {
        NodeList cases = suite.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            if (((Element) cases.item(i)).getAttribute("name").equals(name)) {
                return (Element) cases.item(i);
            }
        }
        throw new AssertionError("no case " + name);
    }

    private static Element inside(Element testCase, String name) {
        return (Element) testCase.getElementsByTagName(name).item(0);
    }

    private static Document read(String xml) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitReportTest.class.getResource("junit-readers.xsd"))
                .newValidator()
                .validate(new DOMSource(document));
        return document;
    }
}
