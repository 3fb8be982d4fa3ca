package dev.alain.core.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alain.research.Dossier;
import dev.alain.research.Fact;
import dev.alain.research.Snippet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read out of repositories as people write them. */
final class RepositoryFactsTest {
    private static final String README =
            "# Engine\n\nAn analytical engine that computes Bernoulli numbers from cards.\n";

    @TempDir
    Path folder;

    private RepositoryFactsTest file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dossier read() {
        try {
            return RepositoryDossier.write(
                    FolderTree.of(folder, RepositoryLimits.DEFAULT), "engine", "", RepositoryLimits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSetupScriptThatReadsItsRequirements() {
        Dossier dossier = file("README.md", README)
                .file(
                        "requirements.txt",
                        "ftfy\npackaging\nregex # text\ntqdm\ntorch\ntorchvision>=0.8,<1 ; python_version > '3.6'\n")
                .file("setup.py", """
                        import os
                        import pkg_resources
                        from setuptools import setup, find_packages
                        setup(
                            name="clip",
                            py_modules=["clip"],
                            packages=find_packages(exclude=["tests*"]),
                            install_requires=[
                                str(r)
                                for r in pkg_resources.parse_requirements(
                                    open(os.path.join(os.path.dirname(__file__), "requirements.txt"))
                                )
                            ],
                            extras_require={'dev': ['pytest']},
                        )
                        """)
                .read();

        assertThat(dossier.values(Fact.REQUIREMENT))
                .containsExactly("ftfy", "packaging", "regex", "tqdm", "torch", "torchvision");
        assertThat(dossier.warnings()).anyMatch(text -> text.contains("setup.py computes"));
        Fact regex = dossier.facts().stream()
                .filter(fact -> fact.value().equals("regex"))
                .findFirst()
                .orElseThrow();
        assertThat(regex.evidence().source()).isEqualTo("requirements.txt");
        assertThat(regex.evidence().firstLine()).isEqualTo(3);
    }

    @Test
    void aSetupScriptWithItsListInAVariable() {
        Dossier dossier = file("README.md", README)
                .file("setup.py", """
                        # install_requires = ["comment"]
                        REQUIRED_PKGS = ["datasets>=2.15.0", 'sentence_transformers[train]>=3', "scikit.learn"]
                        TESTS = ["pytest"]
                        setup(install_requires=REQUIRED_PKGS, extras_require={"tests": TESTS},
                              entry_points={"console_scripts": ["engine = engine.cli:main"]})
                        """)
                .file("scripts/bench/requirements.txt", "benchmark-only\n")
                .file("requirements-dev.txt", "black\n")
                .read();

        assertThat(dossier.values(Fact.REQUIREMENT))
                .containsExactly("datasets", "sentence-transformers", "scikit-learn");
        assertThat(dossier.values("entry_point")).containsExactly("engine = engine.cli:main");
    }

    @Test
    void noRequirementsButImportsAndProse() {
        Dossier dossier = file(
                        "README.md",
                        README
                                + "\nThe code requires `python>=3.8`, as well as `pytorch>=1.7`.\n\n```\npip install opencv-python pycocotools\n```\n")
                .file("setup.py", "from setuptools import setup\nsetup(name='segment_anything', install_requires=[])\n")
                .file("segment_anything/__init__.py", "from .build import sam\n")
                .file(
                        "segment_anything/build.py",
                        "\"\"\"Builds.\n\nfrom here import nothing\nimport nonsense\n\"\"\"\nimport torch, os.path as p\nfrom torch.nn import functional as F\nfrom functools import (\n    partial,\n)\nif True: import numpy as np\nimport segment_anything.utils\nimport build\nimport mystery_lib\n")
                .file("tests/test_x.py", "import pytest\n")
                .read();

        assertThat(dossier.values(Fact.REQUIREMENT)).containsExactly("opencv-python", "pycocotools", "numpy", "torch");
        assertThat(dossier.values("unknown_import")).containsExactly("mystery_lib");
        assertThat(dossier.values("package")).containsExactly("segment_anything");
    }

    @Test
    void aCondaEnvironment() {
        Dossier dossier =
                file("README.md", README).file("environment.yaml", """
                        name: ldm
                        channels: [pytorch, defaults]
                        dependencies:
                          - python=3.8.5
                          - pip=20.3
                          - cudatoolkit=11.3
                          - pytorch::pytorch=1.11.0
                          - numpy=1.19.2=py38_0
                          - libsndfile
                          - pip:
                            - albumentations==0.4.3
                            - opencv-python==4.1.2.30
                            - -e git+https://github.com/CompVis/taming-transformers.git@master#egg=taming-transformers
                            - -e .
                        """).read();

        assertThat(dossier.values(Fact.REQUIREMENT))
                .containsExactly("torch", "numpy", "albumentations", "opencv-python");
        assertThat(dossier.values("url_requirement"))
                .containsExactly(
                        "git+https://github.com/CompVis/taming-transformers.git@master#egg=taming-transformers");
    }

    @Test
    void aProjectFileOfTheStandard() {
        Dossier dossier = file("README.md", README)
                .file("pyproject.toml", """
                        [build-system]
                        requires = ["hatchling"]

                        [project]
                        name = "engine"  # the name
                        dynamic = ["version"]
                        dependencies = [
                            "torch>=2.0; python_version >= \\"3.9\\"", # [cuda]
                            'PyYAML',
                            "typing_extensions ; extra == 'x'",
                            "mill @ git+https://github.com/ada/mill",
                        ]
                        description = \"\"\"
                        dependencies = ["nothing"]
                        \"\"\"

                        [project.optional-dependencies]
                        dev = ["ruff"]

                        [project.scripts]
                        engine = "engine.cli:main"
                        """)
                .file("engine/__init__.py", "")
                .file("engine/__main__.py", "import torch\n")
                .read();

        assertThat(dossier.values(Fact.REQUIREMENT)).containsExactly("torch", "pyyaml");
        assertThat(dossier.values("url_requirement")).containsExactly("mill @ git+https://github.com/ada/mill");
        assertThat(dossier.values("entry_point")).containsExactly("engine = engine.cli:main", "python -m engine");
    }

    @Test
    void aProjectFileOfPoetryAndOneOfSetuptools() {
        Dossier poetry = file("README.md", README).file("pyproject.toml", """
                        [tool.poetry]
                        name = "engine"
                        [tool.poetry.dependencies]
                        python = "^3.9"
                        torch = "^2.0"
                        "sentence-transformers" = {version = "^3", extras = ["train"]}
                        peft = { version = "*", optional = true }
                        mill = { git = "https://github.com/ada/mill.git", branch = "main" }
                        [tool.poetry.group.dev.dependencies]
                        pytest = "*"
                        [tool.poetry.scripts]
                        run = "engine:run"
                        """).read();
        assertThat(poetry.values(Fact.REQUIREMENT)).containsExactly("torch", "sentence-transformers");
        assertThat(poetry.values("url_requirement")).containsExactly("https://github.com/ada/mill.git");
        assertThat(poetry.values("entry_point")).containsExactly("run = engine:run");

        Dossier dynamic = file(
                        "pyproject.toml", "[tool.setuptools.dynamic]\ndependencies = {file = [\"reqs/base.txt\"]}\n")
                .file(
                        "reqs/base.txt",
                        "-r ./more.txt\n-r ../../outside.txt\n--index-url https://evil.example\nnumpy\\\n>=1\n")
                .file("reqs/more.txt", "-r base.txt\npandas\n")
                .read();
        assertThat(dynamic.values(Fact.REQUIREMENT)).containsExactly("pandas", "numpy");
    }

    @Test
    void aConfigurationFile() {
        Dossier dossier = file("README.md", README).file("setup.cfg", """
                        [metadata]
                        name = engine
                        [options]
                        packages = find:
                        install_requires =
                            # numbers
                            NumPy>=1.20
                            importlib-metadata; python_version<"3.8"
                        [options.entry_points]
                        console_scripts =
                            engine = engine.cli:main
                        """).read();

        assertThat(dossier.values(Fact.REQUIREMENT)).containsExactly("numpy", "importlib-metadata");
        assertThat(dossier.values("entry_point")).containsExactly("engine = engine.cli:main");
    }

    @Test
    void notebooksAndTheModelsThatCodeLoads() {
        Dossier dossier = file(
                        "README.md",
                        README
                                + "\n```python\nfrom transformers import pipeline\npipe = pipeline('text-generation', model='openai-community/gpt2')\n```\n")
                .file("demo.ipynb", """
                        {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "python3"}}, "cells": [
                        {"cell_type": "markdown", "source": "import nothing"},
                        {"cell_type": "code", "source": ["!pip install x\\n", "%matplotlib inline\\n", "import torch\\n"]},
                        {"cell_type": "code", "source": "from diffusers import X\\nX.from_pretrained(\\n  'a/b-c', revision='x')"}]}
                        """)
                .file("broken.ipynb", "{")
                .file("load.py", """
                        # from_pretrained("comment/no")
                        AutoModel.from_pretrained("google/flan-t5-small")
                        AutoModel.from_pretrained(f"google/{name}")
                        AutoModel.from_pretrained("your-org/model")
                        AutoModel.from_pretrained("./local/path")
                        AutoModel.from_pretrained("google/" + name)
                        hf_hub_download(repo_id="ada-x/weights", filename="w/x.bin")
                        hf_hub_download("data/set", filename="x", repo_type="dataset")
                        text = 'from_pretrained("string/no")'
                        if __name__ == "__main__":
                            pipeline("fill-mask", model="distilbert/distilroberta-base")
                        """)
                .read();

        assertThat(dossier.values("uses_model"))
                .containsExactly(
                        "openai-community/gpt2",
                        "google/flan-t5-small",
                        "ada-x/weights",
                        "distilbert/distilroberta-base",
                        "a/b-c");
        assertThat(dossier.values("notebook"))
                .containsExactly("demo.ipynb (kernel python3, 2 code cells, imports diffusers, torch)");
        assertThat(dossier.values("entry_point")).containsExactly("python load.py");
        assertThat(dossier.values(Fact.REQUIREMENT)).contains("torch", "diffusers");
        assertThat(dossier.warnings()).anyMatch(text -> text.contains("broken.ipynb"));
    }

    @Test
    void examplesFollowTheReadme() {
        file("README.md", README + "\n## Usage\n\n```python\nimport engine\nengine.run()\n```\n");
        for (int i = 0; i < 8; i++) {
            file("examples/e" + i + ".py", "import engine\nengine.run(" + i + ")\nprint('\u202ehidden')\n");
        }
        file("examples/a_long.py", "x = 1\n".repeat(300));

        Dossier dossier = read();

        assertThat(dossier.snippets()).hasSize(6);
        assertThat(dossier.snippets().get(0).code()).isEqualTo("import engine\nengine.run()");
        Snippet first = dossier.snippets().get(1);
        assertThat(first.evidence().source()).isEqualTo("examples/e0.py");
        assertThat(first.code()).doesNotContain("\u202e");
        assertThat(dossier.snippets()).extracting(Snippet::id).doesNotHaveDuplicates();
        assertThat(dossier.sources()).anyMatch(source -> source.id().equals("examples/e0.py"));
    }

    @Test
    void namesAndTextAreCleaned() {
        Dossier dossier = file(
                        "README.md",
                        "# En\u200bgine\n\nAn analytical \u202eengine\u202c that computes Bernoulli numbers.\n")
                .file("CITATION.cff", "cff-version: 1.2.0\ntitle: \"The \u202eEngine\"\n")
                .file("Dockerfile", "FROM scratch\n")
                .file("src/engine/__init__.py", "")
                .file("d\u202ea/x.py", "import numpy\n")
                .read();

        assertThat(dossier.toString()).doesNotContain("\u202e", "\u200b");
        assertThat(dossier.value("citation_title")).hasValue("The Engine");
        assertThat(dossier.values("dockerfile")).containsExactly("Dockerfile");
        assertThat(dossier.values("package")).containsExactly("engine");
        assertThat(dossier.value("structure"))
                .hasValue("3 files at the root; folders with their files: da/ (1), src/ (1)");
    }
}
