package dev.alain.validators.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alain.code.CodeAnalyzer;
import dev.alain.notebook.NotebookDocument;
import dev.alain.validation.Finding;
import dev.alain.validation.NotebookValidator;
import dev.alain.validation.RuleCatalog;
import dev.alain.validation.Severity;
import dev.alain.validation.ValidationOptions;
import dev.alain.validators.packages.InventedNames;
import dev.alain.validators.packages.PackageList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UnknownPackageRuleTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void stopsFiveHundredInventedNames() throws IOException {
        Set<String> invented = InventedNames.of(500, 20261121, PackageList.SHIPPED, realNames());
        List<String> missed = new ArrayList<>();

        for (String name : invented) {
            boolean stopped = findings(Map.of(), "%pip install -q " + name).stream()
                    .anyMatch(finding -> finding.severity() == Severity.ERROR);
            if (!stopped) {
                missed.add(name);
            }
        }

        assertThat(invented).hasSize(500);
        assertThat(missed).isEmpty();
    }

    @Test
    void letsThreeHundredRealNamesPass() throws IOException {
        List<String> real = realNames();

        assertThat(real).hasSizeGreaterThan(300);
        assertThat(findings(Map.of(), "%pip install " + String.join(" ", real)))
                .extracting(Finding::message)
                .isEmpty();
    }

    @Test
    void believesNamesThatTheUserVouchesFor() {
        String[] cells = {"%pip install acme-tools", "import acme_tools"};

        assertThat(findings(Map.of(), cells)).hasSize(1);
        assertThat(findings(Map.of(ValidationOptions.PACKAGES, "other\n Acme.Tools "), cells))
                .isEmpty();
    }

    @Test
    void stopsImportsThatNoPackageBrings() {
        for (String cell : List.of(
                "import bleu_score_tools",
                "from quantumflow_mind import Thing",
                "import cheerio",
                "import accelerate_launcher_pro",
                "import pansda as pd",
                "import importlib\nx = importlib.import_module('numpyy')",
                "x = __import__('numpyy')")) {
            assertThat(findings(Map.of(), cell))
                    .as(cell)
                    .extracting(Finding::severity)
                    .containsExactly(Severity.ERROR);
        }
    }

    @Test
    void leavesModulesThatLookLikeFilesAlone() {
        for (String cell : List.of(
                "import utils, helpers, config, helper_functions, my_module, data_utils, plot_helper, model2",
                "from chief_of_staff import x",
                "import apex",
                "try:\n    import quantumflow_mind\nexcept ImportError:\n    pass",
                "import sys\nsys.path.append('..')\nimport cheerio")) {
            assertThat(findings(Map.of(), cell)).as(cell).isEmpty();
        }
        assertThat(findings(Map.of(), "try:\n    import numpyy\nexcept ImportError:\n    pass"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void followsInstallsThroughVariablesLoopsAndFunctions() {
        String head = "import subprocess, sys\n";
        String run = "subprocess.check_call([sys.executable, '-m', 'pip', 'install', ";
        for (String cell : List.of(
                "pip install pandas\npip install torch-magic-pro\nimport os",
                head + "pkgs = ['pandas', 'torch-magic-pro']\n" + run.strip().replaceAll(",$", "]") + " + pkgs)",
                head + "for p in ['pandas', 'torch-magic-pro']:\n    " + run + "p])",
                head + "def install(p):\n    " + run + "p])\ninstall('torch-magic-pro')",
                head + "def install(ps):\n    for p in ps:\n        " + run + "p])\ninstall(['torch-magic-pro'])",
                "pkg = 'torch-magic-pro'\n!pip install {pkg}",
                "pkg = 'torch-magic-pro'\n!pip install $pkg",
                "%%bash\nfor p in pandas torch-magic-pro; do\n  pip install $p\ndone",
                "!pipx install torch-magic-pro",
                "!uvx torch-magic-pro",
                "!uv run --with torch-magic-pro x.py",
                "!poetry add torch-magic-pro")) {
            assertThat(findings(Map.of(), cell))
                    .as(cell)
                    .extracting(Finding::severity)
                    .containsExactly(Severity.ERROR);
        }
        assertThat(findings(Map.of(), "import os\npkg = os.environ['X']\n!pip install {pkg}"))
                .isEmpty();
    }

    @Test
    void namesAPackageOnceHoweverOftenItIsInstalled() {
        String[] cells = new String[400];
        java.util.Arrays.fill(cells, "%pip install torch-vision-utils");

        assertThat(findings(Map.of(), cells)).hasSize(1);
    }

    @Test
    void looksUpTheSpellingOfAFewDozenNamesAtMost() {
        String[] cells = new String[300];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = "%pip install beautifulsuop" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
        }

        assertThat(findings(Map.of(), cells))
                .hasSize(300)
                .filteredOn(finding -> finding.message().contains("typing error"))
                .hasSizeLessThanOrEqualTo(40);
    }

    private static List<Finding> findings(Map<String, String> settings, String... sources) {
        ObjectNode notebook = MAPPER.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
        notebook.putObject("metadata");
        ArrayNode cells = notebook.putArray("cells");
        for (String source : sources) {
            ObjectNode cell = cells.addObject().put("cell_type", "code").put("id", "c" + cells.size());
            cell.putObject("metadata");
            cell.put("source", source).putNull("execution_count").putArray("outputs");
        }
        NotebookValidator.Builder validator = NotebookValidator.builder(ClassLoader.getPlatformClassLoader())
                .rules(RuleCatalog.of(new UnknownPackageRule()))
                .options(new ValidationOptions(Set.of("security"), Map.of(), Set.of(), settings, List.of()));
        ServiceLoader.load(CodeAnalyzer.class).findFirst().ifPresent(validator::analyzer);
        return validator.build().validate(NotebookDocument.of(notebook)).findings();
    }

    private static List<String> realNames() throws IOException {
        try (InputStream in = PackageList.class.getResourceAsStream("real-names.txt")) {
            assertThat(in).isNotNull();
            List<String> names = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> names.addAll(List.of(line.strip().split(" +"))));
            return names.stream().distinct().toList();
        }
    }
}
