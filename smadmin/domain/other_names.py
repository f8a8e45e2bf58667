"""Whether a text speaks of another of our accounts or schools: it may be on the wrong one then."""

import unicodedata
from collections.abc import Iterable

import regex

_GAPS = regex.compile(r"[\s\u00A0]++")
_MARKS = regex.compile(r"\p{M}++")
_SCHOOL_WORDS = regex.compile(r"^(?:escuela|colegio) | schools?$")
_LEAST_WORDS = 2


def named_in(
    text: str, others: Iterable[str], ours: Iterable[str], schools: Iterable[str] = ()
) -> tuple[str, ...]:
    """Give those names of others that stand in a text, each once.

    An account's name of one word says too little ("Lincoln"), and one that is part of a name of ours says
    nothing. A school is also found without the word itself ("Roosevelt Middle").

    Args:
        text: of the post.
        others: names of accounts that the post doesn't go to.
        ours: names of those it goes to, and of the school itself.
        schools: names of the district's other schools.
    """
    plain, mine = _plain(text), tuple(map(_plain, ours))
    forms = {folded: name for name in others if " " in (folded := _plain(name))}
    forms |= {form: name for name in schools for form in _forms(_plain(name))}
    found = (
        name
        for form, name in forms.items()
        if not any(form in one for one in mine) and _stands_in(form, plain)
    )
    return tuple(dict.fromkeys(found))


def _forms(school: str) -> tuple[str, ...]:
    """Give how a school is called: as it was written down, and shorter where enough is left."""
    short = _SCHOOL_WORDS.sub("", school)
    return (school, short) if len(short.split()) >= _LEAST_WORDS else (school,)


def _stands_in(name: str, text: str) -> bool:
    return regex.search(rf"(?<!\w){regex.escape(name)}(?!\w)", text) is not None


def _plain(text: str) -> str:
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return str(_GAPS.sub(" ", folded)).strip()
