"""Whether words that are out may name one child, by the name finder that reads drafts.

A look at the letters alone rules out nearly all texts; only what is left is read as a draft is. That look
sees through everything the finder sees through, or sends the text on to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import regex

from smadmin.domain.ids import StudentId
from smadmin.domain.policy.context import Context
from smadmin.domain.policy.findings import TEXT
from smadmin.domain.policy.full_names import full_names
from smadmin.domain.policy.reading import Reading, fold
from smadmin.domain.policy.roster import People, PersonName
from smadmin.domain.students import Student
from smadmin.services.names_spelled import NamesSpelled

_NOT_LETTERS = re.compile(r"[^\w@$]+|_+")
_NOT_PLAIN = regex.compile(r"[^\p{Latin}\p{M}\p{N}\p{P}\p{Z}\p{Sm}\p{Sc}\p{Sk}\n\r\t]")
"""Letters of other scripts or drawn ones, and marks that turn a text around. Pictures in a text mostly aren't
any of these, but some are letters, so the finder reads on."""
_FURTHER = re.compile(r"[^\x00-\x7f]+")
_PICTURES = regex.compile(r"[\u2600-\u27BF\uFE0F\u200D\U0001F300-\U0001F64F\U0001F680-\U0001FAFF]+")
_SQUEEZED = {code: None for code in range(128) if not chr(code).isalnum() and chr(code) not in "@$"}
_DIGITS = str.maketrans("013457@$", "oieastas")
_LEAST_LETTERS = 2


class Letters:
    """What a text holds that may name somebody."""

    def __init__(self, runs: frozenset[str]) -> None:
        """Take the letters of each word of a name."""
        self.runs = runs
        self._found = re.compile("|".join(map(re.escape, sorted(runs))) if runs else "(?!)")

    def may_be_in(self, text: str) -> bool:
        """Tell whether the finder is to read a text: it holds the letters of a name, or strange ones."""
        if not text.isascii() and _NOT_PLAIN.search(_PICTURES.sub("", "".join(_FURTHER.findall(text)))):
            return True
        folded = fold(text)
        run = folded.translate(_SQUEEZED) if folded.isascii() else _NOT_LETTERS.sub("", folded)
        if self._found.search(run) is not None:
            return True
        drawn = run.translate(_DIGITS)
        return drawn != run and self._found.search(drawn) is not None


class ChildNames:
    """Finds one child; holds names, and so is made for one search only."""

    def __init__(self, child: Student, students: Iterable[Student], staff: Iterable[str]) -> None:
        """Take the child, everybody on the list (for who shares a name), and who works here."""
        from smadmin.domain.policy.checks.first_names import OptedOutFirstName  # noqa: PLC0415 - its patterns take 0.3 s

        self._child = PersonName(child.first_name, child.last_name, opted_out=True, number=child.number)
        others = (PersonName(one.first_name, one.last_name) for one in students if one.id != child.id)
        groups = frozenset(fold(group) for group in child.groups)
        self._context = Context(people=People.of((self._child, *others), staff=staff), groups=groups)
        self._alone = People.of((self._child,))
        self._spelled, self._first_name = NamesSpelled(self._alone), OptedOutFirstName()
        self.letters = Letters(_runs_of(self._alone))

    def found(self, texts: Iterable[str]) -> bool | None:
        """Tell whether one of these names the child: surely, perhaps (False), or none of them (None)."""
        wanted = tuple(texts)
        if not self.letters.may_be_in("\n".join(wanted)):
            return None
        hits = [one for text in wanted if (one := self._read(text)) is not None]
        return None if not hits else any(hits)

    def _read(self, text: str) -> bool | None:
        reading, people = Reading(text, TEXT), self._context.people
        mine = [one for one in full_names(reading, people) if one.person is self._child]
        if any(not one.doubtful for one in mine) or any(self._numbers(text)):
            return True
        spelled = any(self._spelled.within(text))
        return False if mine or spelled or any(self._first_name.hits(reading, self._context)) else None

    def _numbers(self, text: str) -> Iterable[bool]:
        folded = text.casefold()
        return (re.search(rf"\b{re.escape(one)}\b", folded) is not None for one in self._alone.numbers)


class ChildrenNames:
    """Finds several children in one reading."""

    def __init__(
        self, children: Iterable[Student], students: Sequence[Student], staff: Sequence[str]
    ) -> None:
        """Take the children, everybody on the list, and who works here."""
        self._each = {child.id: ChildNames(child, students, staff) for child in children}
        self._letters = Letters(frozenset().union(*(one.letters.runs for one in self._each.values())))

    def found(self, texts: Iterable[str]) -> Iterator[tuple[StudentId, bool]]:
        """Give whom of them these name, surely or perhaps (False)."""
        wanted = tuple(texts)
        if len(self._each) > 1 and not self._letters.may_be_in("\n".join(wanted)):
            return
        for student, names in self._each.items():
            if (sure := names.found(wanted)) is not None:
                yield student, sure


def words_out(text: str, link: str, content: Mapping[str, Any]) -> tuple[str, ...]:
    """Give all words of a post on an account, each text once: as it went out, address, pictures' words.

    Args:
        text: as it went out there.
        link: the post's address.
        content: what the post says (`Content.to_plain`, as its row has it).
    """
    wordings, pictures = content.get("wordings"), content.get("pictures")
    texts = [text, link, str(content.get("text", ""))]
    texts += [str(one) for one in wordings.values()] if isinstance(wordings, dict) else []
    for one in pictures if isinstance(pictures, list) else ():
        texts.append(str(one.get("alt", "")) if isinstance(one, dict) else "")
    return tuple(dict.fromkeys(one for one in texts if one))


def _runs_of(people: People) -> frozenset[str]:
    """Give what a text holds that may name somebody: a word of a name, with everything between left out."""
    words = {fold(form) for form in (*people.first_words, *people.unspaced, *people.numbers)}
    for families in (*people.names.values(), *people.further.values()):
        words |= {part for family in families for part in family}
    runs = {re.sub(r"[\W_]+", "", one) for one in words}
    return frozenset(one for one in runs if len(one) >= _LEAST_LETTERS)
