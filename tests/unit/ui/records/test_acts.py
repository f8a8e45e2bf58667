"""Every act that services write into the record has its sentence, and every noun its words.

Acts are collected from the source: literals, constants, choices between them and tables of them.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from house.catalogues import TRANSLATIONS
from smadmin.domain.keys import TrustAct
from smadmin.domain.students import ListAct
from smadmin.ui.records.model import TOPICS

ROOT = Path(__file__).parents[4]
SOURCES = sorted((ROOT / "smadmin" / "services").rglob("*.py"))
PASSED_ON = {"act"}
"""A parameter that hands the act on; whoever passes it is collected too."""


@cache
def constants() -> dict[str, str]:
    """Give every module-level string constant of services and domain by name, tuples taken apart."""
    found: dict[str, str] = {}
    for path in (*SOURCES, *(ROOT / "smadmin" / "domain").rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                found |= dict(_pairs(node.targets[0], node.value))
    return found


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, str]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=True):
            yield from _pairs(one, its)
    elif isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield target.id, value.value


def _acts(value: ast.expr, module: ast.Module) -> Iterator[str]:
    """Give what an expression can be; one that nobody can follow gives a question mark."""
    if isinstance(value, ast.Constant):
        yield str(value.value)
    elif isinstance(value, ast.IfExp):
        yield from _acts(value.body, module)
        yield from _acts(value.orelse, module)
    elif isinstance(value, ast.Name):
        yield from _named(value.id, module)
    elif isinstance(value, ast.Attribute):
        yield from _of_enum(value, module)
    elif isinstance(value, ast.Subscript) and isinstance(value.value, ast.Name):
        for node in ast.walk(module):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
                names = [target.id for target in node.targets if isinstance(target, ast.Name)]
                if value.value.id in names:
                    for one in node.value.values:
                        yield from _acts(one, module)
    else:
        yield f"? {ast.unparse(value)}"


def _of_enum(value: ast.Attribute, module: ast.Module) -> Iterator[str]:
    if value.attr == "value":
        yield from _acts(value.value, module)
    elif getattr(value.value, "id", "") == ListAct.__name__:
        yield ListAct[value.attr].value
    else:
        yield f"? {ast.unparse(value)}"


def _named(name: str, module: ast.Module) -> Iterator[str]:
    if name in constants():
        yield constants()[name]
        return
    assigned = [
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Assign) and any(getattr(one, "id", "") == name for one in node.targets)
    ]
    for value in assigned:
        yield from _acts(value, module)
    if not assigned and name not in PASSED_ON:
        yield f"? {name}"


def written() -> Iterator[tuple[str, str | None]]:
    """Give each act that is written, with its noun where that is plain."""
    for path in SOURCES:
        module = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(module):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "record" and len(node.args) > 2:
                nouns = list(_acts(node.args[1], module))
                yield from ((act, nouns[0]) for act in _acts(node.args[0], module))
            elif name == "record_trust":
                yield from ((act.value, noun) for act in TrustAct for noun in _acts(node.args[1], module))
            elif name == "finish" and len(node.args) > 2:
                yield from ((act, "student") for act in _acts(node.args[1], module))
            elif name == "_step" and isinstance(node.args[-1], ast.Name):
                yield from ((act, None) for act in _acts(node.args[-1], module))


def sentences() -> str:
    return (TRANSLATIONS / "en" / "recordui.po").read_text("utf-8")


def test_every_act_has_its_sentence() -> None:
    acts = {act for act, _ in written()}

    said = sentences()
    assert sorted(act for act in acts if f'msgid "recordui.act-{act}"' not in said) == []
    assert {"opt-out", "approve", "hold", "second-look", "publish", "grant", "hand-out"} <= acts


def test_every_noun_has_words_and_a_topic() -> None:
    nouns = {noun for _, noun in written() if noun is not None}

    said = sentences()
    assert sorted(noun for noun in nouns if f'msgid "recordui.noun-{noun}"' not in said) == []
    assert sorted(nouns - set(TOPICS)) == []
