"""The house's walls that no linter knows: sizes, names, tests beside files, words in the catalogues.

There is no list of exceptions. A file that grows too long becomes a package of the noun's name; what
is exempt (migrations, tables of cases) is data.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = sorted((ROOT / "smadmin").rglob("*.py"))
NO_CODE = {"migrations", "cases", "wordlists.py"}
SOURCES = [
    *PROGRAM,
    *sorted((ROOT / "tests").rglob("*.py")),
    *sorted((ROOT / "house").glob("*.py")),
    *sorted((ROOT / "resources").rglob("*.py")),
    *sorted((ROOT / "benchmarks").rglob("*.py")),
    ROOT / "dev.py",
    ROOT / "setup.py",
]
FILE_LINES = 300
FUNCTION_LINES = 60

BANNED_FILES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "core", "misc"}
BANNED_CLASSES = re.compile(r"(Manager|Helper|Helpers|Utils|Util)$")
BANNED_NAMES = {"data", "info", "manager"}

CALL_INSTEAD = {
    "print": "say a Message through cli's printer or the banner",
    "processEvents": "give the long work to Session.perform and let the event loop turn",
    "eval": "parse what is expected",
    "exec": "call what is meant",
}
CALLED_ON = {
    ("datetime", "now"): "ask the port Clock",
    ("datetime", "today"): "ask the port Clock",
    ("datetime", "utcnow"): "ask the port Clock",
    ("date", "today"): "ask the port Clock",
    ("time", "time"): "ask the port Clock; time.monotonic() measures how long something took",
    ("uuid", "uuid4"): "ask the port Ids",
    ("QApplication", "instance"): "hand the application to the constructor, from app.py",
    ("QGuiApplication", "instance"): "hand the application to the constructor, from app.py",
    ("QCoreApplication", "instance"): "hand the application to the constructor, from app.py",
}
OUTERMOST = {Path("app.py"), Path("storage/clock.py")}
"""The composition root, and the real clock behind the port."""
DOMAIN_MAY_IMPORT = {"smadmin", "numpy", "regex", "phonenumbers", "holidays", "tzdata"}
SHOWS_TEXT = re.compile(
    r"set(Text|WindowTitle|ToolTip|StatusTip|PlaceholderText|AccessibleName|AccessibleDescription|Title)"
    r"|add(Action|Menu|Tab|Item)|Q(Label|PushButton|Action|CheckBox|RadioButton|GroupBox)|s?echo"
)
DECLARES = {"option", "argument", "command", "group", "Group", "Command", "Option", "Argument", "debug"}
"""Calls whose words are the command line's own help, or go to the log."""
SENTENCE = re.compile(r"[A-Z][a-z']+ [a-z']+ [a-z']+")
WORD = re.compile(r"[A-Za-z]{2}")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError|NotImplemented\(")
EXCUSED = re.compile(
    r"#\s*(?:noqa|type:\s*ignore)(?P<rule>:?\s*(?:\[[\w, -]+\]|[A-Z]+\d+(?:,\s*[A-Z]+\d+)*))?(?P<reason>.*)"
)


def place(path: Path, line: int = 0) -> str:
    """Name a place as editors open it."""
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    """Parse a file."""
    return ast.parse(path.read_text("utf-8"))


def in_program(*areas: str) -> Iterator[Path]:
    """Give the files of the program, or of these areas of it."""
    for path in PROGRAM:
        if not areas or path.relative_to(ROOT / "smadmin").parts[0] in areas:
            yield path


def is_data(path: Path) -> bool:
    """Tell migrations and tables of cases from code."""
    return bool(NO_CODE & set(path.relative_to(ROOT).parts))


def offences(paths: Iterator[Path], look: Callable[[ast.AST], str | None]) -> list[str]:
    """Walk the files and name every place that `look` objects to."""
    return [
        f"{place(path, getattr(node, 'lineno', 0))} {complaint}"
        for path in paths
        for node in ast.walk(tree(path))
        if (complaint := look(node))
    ]


def nothing(found: list[str]) -> None:
    """Fail with all that was found, one to a line."""
    assert not found, "\n" + "\n".join(found)


def test_files_are_short() -> None:
    long = [
        f"{place(path)} {lines} lines: let the noun's file become a package with one file per deed"
        for path in SOURCES
        if not is_data(path) and (lines := len(path.read_text("utf-8").splitlines())) > FILE_LINES
    ]

    nothing(long)


def test_functions_are_short() -> None:
    def too_long(node: ast.AST) -> str | None:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return None
        lines = (node.end_lineno or 0) - node.lineno + 1
        return f"{node.name} has {lines} lines" if lines > FUNCTION_LINES else None

    nothing(offences((path for path in SOURCES if not is_data(path)), too_long))


@pytest.mark.parametrize("area", ["domain", "services"])
def test_every_file_has_its_test_file(area: str) -> None:
    missing = []
    for path in in_program(area):
        relative = path.relative_to(ROOT / "smadmin")
        if path.name != "__init__.py" and _does_something(tree(path)):
            beside = ROOT / "tests" / "unit" / relative.with_name(f"test_{relative.name}")
            if not beside.exists():
                missing.append(place(beside))

    nothing(missing)


def _does_something(module: ast.Module) -> bool:
    """Tell code from ports, types and constants, which have nothing to test."""
    functions = [
        node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return any(not _is_declared_only(function) for function in functions)


def _is_declared_only(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return all(isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant) for part in function.body)


def test_names_say_something() -> None:
    files = [place(path) for path in SOURCES if path.stem in BANNED_FILES or path.parent.name in BANNED_FILES]

    def says_nothing(node: ast.AST) -> str | None:
        if isinstance(node, ast.ClassDef) and BANNED_CLASSES.search(node.name):
            return f"class {node.name}: name what it is, not that it looks after something"
        if isinstance(node, ast.arg) and node.arg in BANNED_NAMES:
            return f"argument {node.arg}: name what is in it"
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in BANNED_NAMES:
            return f"{node.id}: name what is in it"
        return None

    nothing(files + offences(in_program(), says_nothing))


def test_banned_calls_say_what_to_call_instead() -> None:
    def banned(node: ast.AST) -> str | None:
        if not isinstance(node, ast.Call):
            return None
        function = node.func
        if isinstance(function, ast.Name):
            return _instead(function.id, CALL_INSTEAD.get(function.id))
        if not isinstance(function, ast.Attribute):
            return None
        on = getattr(function.value, "id", getattr(function.value, "attr", ""))
        remedy = CALLED_ON.get((on, function.attr))
        if function.attr == "processEvents":
            remedy = CALL_INSTEAD[function.attr]
        return _instead(function.attr, remedy)

    below = (path for path in in_program() if path.relative_to(ROOT / "smadmin") not in OUTERMOST)

    nothing(offences(below, banned))


def _instead(name: str, remedy: str | None) -> str | None:
    return f"{name}(): {remedy}" if remedy else None


def test_pickle_is_imported_nowhere() -> None:
    def pickles(node: ast.AST) -> str | None:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        return (
            "write plain values: JSON and raw bytes" if {"pickle", "marshal", "shelve"} & set(names) else None
        )

    nothing(offences(in_program(), pickles))


def test_the_domain_imports_only_its_short_list() -> None:
    def foreign(node: ast.AST) -> str | None:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        tops = {name.partition(".")[0] for name in names}
        outside = tops - DOMAIN_MAY_IMPORT - set(sys.stdlib_module_names)
        return f"imports {', '.join(sorted(outside))}: let it come through a port" if outside else None

    nothing(offences(in_program("domain"), foreign))


def test_sentences_stand_in_the_catalogues() -> None:
    literal = [
        f"{place(path, line)} {text!r}: say(…) an id and put the words into resources/translations"
        for path in in_program("domain", "services", "ui", "cli")
        for line, text in _sentences(tree(path))
    ]

    nothing(literal)


def _sentences(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Give string literals that read like English, but for docstrings and what only developers read."""
    for_developers: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            for_developers.add(id(node.value))
        elif isinstance(node, ast.Raise | ast.Assert) or _name(getattr(node, "func", node)) in DECLARES:
            for_developers |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(module):
        said = node.value if isinstance(node, ast.Constant) and id(node) not in for_developers else None
        if isinstance(said, str) and SENTENCE.search(said):
            yield getattr(node, "lineno", 0), said


def test_widgets_are_given_worded_messages() -> None:
    def literal(node: ast.AST) -> str | None:
        if not isinstance(node, ast.Call) or not SHOWS_TEXT.fullmatch(_name(node.func)):
            return None
        shown = [
            arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        return f"{_name(node.func)}({shown[0]!r})" if any(WORD.search(text) for text in shown) else None

    nothing(offences(in_program("ui", "cli"), literal))


def _name(function: ast.AST) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_nothing_is_left_unfinished() -> None:
    unfinished = [
        f"{place(path, number)} {line.strip()}"
        for path in SOURCES
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]

    nothing(unfinished)


def test_each_excuse_names_its_rule_and_its_reason() -> None:
    bare = [
        f"{place(path, number)} {line.strip()}"
        for path in SOURCES
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (excuse := EXCUSED.search(line)) and not (excuse["rule"] and WORD.search(excuse["reason"]))
    ]

    nothing(bare)


def test_requirements_are_hashed_and_name_no_index() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text("utf-8")

        pinned = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==", text, re.MULTILINE)
        hashed = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==[^\n]*\\\n    --hash=sha256:", text, re.MULTILINE)
        assert len(pinned) == len(hashed) > 0, path.name
        assert not re.search(r"https?://|--index|--find-links|file:", text), path.name


def test_every_dependency_has_its_reason_and_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *(name for extra in project["project"]["optional-dependencies"].values() for name in extra),
        *(name for group in project["dependency-groups"].values() for name in group),
    ]
    names = {re.split(r"[\[<>=;~ ]", line)[0] for line in asked}

    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    explained = set(re.findall(r"^\| (?!name )([\w.-]+) \| .+ \| .+ \|$", page, re.MULTILINE))

    nothing(sorted(names ^ explained))
