"""Judges notebooks with the real tools: nbformat, IPython, CPython's parser, pyflakes and nbconvert.

Usage: check_notebooks.py [--html] [--run] FILE_OR_FOLDER...

--html renders some of the notebooks; --run executes, on a real kernel, the cells that need no model: setup (pip is told
to install nothing), configuration, quiz and exercises.

Prints one line for each problem and exits with 1 when there is any, with 3 when a tool is missing.
"""

import ast
import builtins
import os
import sys
import warnings
from pathlib import Path

try:
    import nbformat
    from IPython.core.inputtransformer2 import TransformerManager
    from pyflakes import checker, messages
except ImportError as missing:
    print(f"missing: {missing.name}")
    sys.exit(3)

KNOWN_NAMES = {"get_ipython", "display", "In", "Out", "_", "__", "exit", "quit"} | set(dir(builtins))
# A name that is imported for a check, or again in a later cell, is no mistake in a notebook.
HARMLESS = (messages.RedefinedWhileUnused, messages.ImportShadowedByLoopVar, messages.UnusedImport)


def problems_of(path):
    raw = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        notebook = nbformat.reads(raw.decode("utf-8"), as_version=nbformat.NO_CONVERT)
        nbformat.validate(notebook)
    if not nbformat.validator.isvalid(notebook):
        yield "is not strictly valid"
    if (nbformat.writes(notebook) + "\n").encode("utf-8") != raw:
        yield "does not have the bytes of nbformat.write"
    whole = []
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        code = TransformerManager().transform_cell(cell.source)
        try:
            ast.parse(code)
        except SyntaxError as error:
            yield f"{cell.id}: {error}"
            return
        whole.append(code)
    for message in checker.Checker(ast.parse("\n".join(whole)), builtins=KNOWN_NAMES).messages:
        if not isinstance(message, HARMLESS):
            line = "\n".join(whole).split("\n")[message.lineno - 1]
            yield f"{message.message % message.message_args}: {line.strip()[:80]}"


def render(paths):
    from nbconvert import HTMLExporter

    exporter = HTMLExporter()
    for path in paths:
        html, _ = exporter.from_filename(str(path))
        if "<script>alert" in html or len(html) < 10_000:
            yield path, "does not render as it should"


def run(paths):
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    os.environ["PIP_NO_INDEX"] = "1"
    for path in paths:
        notebook = nbformat.read(path, as_version=4)
        wanted = ("setup", "configuration", "quiz-1", "quiz-2", "ex-1", "ex-2", "ex-3")
        notebook.cells = [cell for cell in notebook.cells if cell.id in wanted]
        try:
            NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
        except CellExecutionError as error:
            yield path, f"does not run: {error}"


def main(arguments):
    html = "--html" in arguments
    paths = []
    for argument in arguments:
        if argument not in ("--html", "--run"):
            path = Path(argument)
            paths += sorted(path.rglob("*.ipynb")) if path.is_dir() else [path]
    found = [(path, problem) for path in paths for problem in problems_of(path)]
    if html:
        found += list(render(paths[:: max(1, len(paths) // 6)]))
    if "--run" in arguments:
        found += list(run(paths[:: max(1, len(paths) // 4)]))
    for path, problem in found:
        print(f"{path.name}: {problem}")
    print(f"{len(paths)} notebooks, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
