"""What this window's language calls acts and months, for a search through the record's rows."""

from functools import lru_cache
from itertools import chain

from PySide6.QtCore import QLocale

from smadmin.domain.keys import TrustAct
from smadmin.domain.messages import say
from smadmin.domain.rights import RIGHTS
from smadmin.domain.searching import words_of
from smadmin.domain.vocabulary import Noun
from smadmin.services.search_rows import RowWords
from smadmin.ui.wording import Wording

_TRUSTED = (Noun.ACCOUNTS, Noun.KEYS, Noun.PEOPLE, Noun.REVIEWERS, Noun.SCHOOL_KEYS, Noun.SCHOOLS)
_MONTHS = range(1, 13)


@lru_cache(maxsize=2)
def row_words(words: Wording) -> RowWords:
    """Give the words, made once for a window; asked beside its thread, for that takes its time."""
    told = ((noun, act) for noun, acts in RIGHTS.items() for act in acts)
    trusted = ((noun, act) for noun in _TRUSTED for act in TrustAct)
    locale = QLocale(words.language)
    return RowWords(
        acts={(noun.value, act.value): _sentence(words, noun, act) for noun, act in chain(told, trusted)},
        months=tuple(words_of(locale.standaloneMonthName(month)) for month in _MONTHS),
        program=words_of(words.say("recordui.by-program")),
    )


def _sentence(words: Wording, noun: Noun, act: str) -> tuple[str, ...]:
    return words_of(words.say(f"recordui.act-{act}", what=say(f"recordui.noun-{noun}")))
