package dev.alain.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small readers: licences, names, and that nothing which somebody writes is slow or ends in an error. */
final class RepositoryTextsTest {
    private static final String MIT =
            "MIT License\n\nCopyright (c) 2020 Ada\n\nPermission is hereby granted, free of charge, to any person\nobtaining a copy of this software and associated";
    private static final String BSD =
            "Redistribution and use in source and binary forms, with or without\nmodification, are permitted";

    @Test
    void knowsLicencesByTheirSentences() {
        assertThat(LicenseText.id(MIT)).hasValue("mit");
        assertThat(LicenseText.id(MIT + " for non-commercial purposes")).isEmpty();
        assertThat(LicenseText.id(BSD)).hasValue("bsd-2-clause");
        assertThat(LicenseText.id(BSD + "\nNeither the name of the copyright holder"))
                .hasValue("bsd-3-clause");
        assertThat(LicenseText.id(
                        "   Apache License\n   Version 2.0, January 2004\n ... 5. Submission of Contributions."))
                .hasValue("apache-2.0");
        assertThat(LicenseText.id("GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n... the GNU Lesser General"))
                .hasValue("gpl-3.0");
        assertThat(LicenseText.id("GNU GENERAL PUBLIC LICENSE\n  Version 2, June 1991"))
                .hasValue("gpl-2.0");
        assertThat(LicenseText.id("GNU LESSER GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007"))
                .hasValue("lgpl-3.0");
        assertThat(LicenseText.id("GNU LESSER GENERAL PUBLIC LICENSE\nVersion 2.1, February 1999"))
                .hasValue("lgpl-2.1");
        assertThat(LicenseText.id("GNU AFFERO GENERAL PUBLIC LICENSE\nVersion 3, 19 November 2007"))
                .hasValue("agpl-3.0");
        assertThat(LicenseText.id("Mozilla Public License Version 2.0\n1.4. \"Covered Software\""))
                .hasValue("mpl-2.0");
        assertThat(LicenseText.id("Attribution-NonCommercial-ShareAlike 4.0 International\n=== Creative Commons"))
                .hasValue("cc-by-nc-sa-4.0");
        assertThat(LicenseText.id("Creative Commons\nAttribution 4.0 International"))
                .hasValue("cc-by-4.0");
        assertThat(LicenseText.id("All rights reserved.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "torch|torch",
                "Torch_Vision>=1|torch-vision",
                "a.b--c__d ; x|a-b-c-d",
                "sentence-transformers[train]==3|sentence-transformers",
                "pkg (>=1)|pkg",
                "-e|",
                "./x|",
                "two words|",
                "x-|",
                "naïve|",
                "$(id)|"
            })
    void normalisesNames(String written, String name) {
        assertThat(PackageName.of(written).orElse(null)).isEqualTo(name);
    }

    @Test
    void nothingIsSlow() {
        List<String> attacks = new ArrayList<>();
        for (String part : List.of(
                "(",
                "[",
                "\"",
                "'''",
                "\\",
                "\\\n",
                "from_pretrained(",
                "import ",
                "from a.",
                "f\"",
                "[a",
                "k = [",
                "k = \"\"\"",
                "#",
                "{\"",
                "install_requires=[",
                "pipeline(model=",
                "a=",
                "x: [",
                "- ")) {
            attacks.add(part.repeat((1 << 20) / part.length()));
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(2), () -> attacks.forEach(RepositoryTextsTest::readEverything));
    }

    @Test
    void nothingThrows() {
        Random random = new Random(42);
        String signs = "ab.=\"'\\\n#[]{}()-;:, \tfr\u0000é\ud800";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(80); j > 0; j--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String attack = text.toString();
            assertThatCode(() -> readEverything(attack)).as(attack).doesNotThrowAnyException();
        }
    }

    private static void readEverything(String text) {
        List<PythonToken> tokens = PythonScanner.scan(text);
        PythonImports.of(tokens);
        ModelIds.of(tokens);
        SetupScript script = new SetupScript(text);
        script.requirements();
        script.consoleScripts();
        TomlText.read(text);
        IniText.read(text);
        CondaEnvironment.requirements(text);
        LicenseText.id(text);
        NotebookFile.read(text);
        PackageName.of(text);
    }
}
