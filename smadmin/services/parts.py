"""The parts of others that this program is made of, and their licences as they state them themselves."""

import re
from dataclasses import dataclass
from importlib import metadata

PROGRAM = "smadmin"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_FIELDS = ("License-Expression", "License")
_CLASSIFIER = "License :: "
_STATED_ELSEWHERE = {"pyrage": "MIT"}
"""What a part says of its licence on its own page only; `docs/dependencies.md` has the same."""
_LONGEST = 60
"""Some put their licence's whole text where its name belongs."""


@dataclass(frozen=True)
class Part:
    """A part: what it is called, which version is installed, under which licence it came."""

    name: str
    version: str
    licence: str


def installed_parts() -> tuple[Part, ...]:
    """Give the parts that are installed, by name. Reads many small files."""
    wanted = {match.group() for asked in metadata.requires(PROGRAM) or () if (match := _NAME.match(asked))}
    found = []
    for name in sorted(wanted, key=str.casefold):
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue  # of another system, or an extra that nobody installed
        found.append(Part(about["Name"], about["Version"], _licence(about)))
    return tuple(found)


def _licence(about: metadata.PackageMetadata) -> str:
    stated: list[str] = [said for field in _FIELDS for said in about.get_all(field) or ()]
    for licence in stated:
        if licence and len(licence) <= _LONGEST and "\n" not in licence:
            return licence
    named = [one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or () if _CLASSIFIER in one]
    return ", ".join(dict.fromkeys(named)) or _STATED_ELSEWHERE.get(about["Name"], "?")
