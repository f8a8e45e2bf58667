"""What the rules may know beside the text: the school, its people, its own phones and mail domains."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Protocol

from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.findings import Hit
from smadmin.domain.policy.lexicon import EMPTY, Lexicon
from smadmin.domain.policy.reading import Reading
from smadmin.domain.policy.roster import NOBODY, People, tokens_of


class Speller(Protocol):
    """Knows the words of languages."""

    def knows(self, word: str, language: str, /) -> bool:
        """Tell whether a word is right in a language."""
        ...

    def suggested(self, word: str, language: str, /) -> tuple[str, ...]:
        """Give words that may have been meant, the likeliest first."""
        ...

    def forget(self) -> None:
        """Drop what was asked: it may hold names."""
        ...


class NoSpeller:
    """Takes every word to be right."""

    def knows(self, _word: str, _language: str) -> bool:
        """Say yes."""
        return True

    def suggested(self, _word: str, _language: str) -> tuple[str, ...]:
        """Give none."""
        return ()

    def forget(self) -> None:
        """Have nothing to drop."""


ANY_WORD = NoSpeller()


@dataclass(frozen=True)
class Context:
    """Prepared once per school and account, reused for each keystroke.

    Args:
        people: the index of students and staff.
        school_name: the school's official name.
        account_names: names and handles of the official accounts.
        phones: the school's and the district's own numbers, as written.
        domains: domains of mail and web that are the school's own, the first of its web site.
        acronyms: further acronyms of this school, folded.
        handles: official and consented accounts that may be mentioned, without the sign.
        groups: classes and clubs, folded ("4b").
        group_photo: whether a picture with several students goes with the words.
        lexicon: the word lists.
        speller: the dictionaries.
        own_words: words of this school that no dictionary holds, folded.
        elections: days on which the district's voters go to the polls.
        speakers: who may speak for the whole district, as folded words.
        consented: adults whose consent to be named is recorded, as folded words of their names.
    """

    people: People = NOBODY
    school_name: str = ""
    account_names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    acronyms: frozenset[str] = field(default_factory=frozenset)
    handles: tuple[str, ...] = ()
    groups: frozenset[str] = field(default_factory=frozenset)
    group_photo: bool = False
    lexicon: Lexicon = EMPTY
    speller: Speller = ANY_WORD
    own_words: frozenset[str] = field(default_factory=frozenset)
    consented: frozenset[tuple[str, ...]] = field(default_factory=frozenset)
    elections: tuple[date, ...] = ()
    speakers: frozenset[tuple[str, ...]] = field(default_factory=frozenset)

    @property
    def site(self) -> str:
        """The school's own web site, as a link; empty where nobody knows it."""
        return f"https://{self.domains[0]}" if self.domains else ""

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the school's own names, of its accounts, classes and staff, folded."""
        names = (self.school_name, *self.account_names, *self.groups)
        words = (token for name in names for token in tokens_of(name))
        return frozenset([*words, *(token for person in self.people.staff for token in person)])


@dataclass(frozen=True)
class PostPicture:
    """What the rules need of a picture.

    Args:
        id: the picture's own id.
        alt_text: its description, as typed.
        right_known: whether source and right of use are recorded.
        group: whether it shows several students.
        credit: who made it, where it is used by a licence, which may ask that they are named.
    """

    id: str
    alt_text: str = ""
    right_known: bool = False
    group: bool = False
    credit: str = ""

    def named_in(self, text: str) -> "PostPicture":
        """Give it without its maker where the words name them already."""
        named = self.credit.strip() and self.credit.casefold() in text.casefold()
        return replace(self, credit="") if named else self


@dataclass(frozen=True)
class PostText:
    """What is read: the words for one account, and the pictures that go with them."""

    text: str
    pictures: tuple[PostPicture, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a passage, and after how many code points it begins."""

    start: int
    reading: Reading


class TextRule(Protocol):
    """A rule over the words of one paragraph. It is pure, has no state, and runs on alt texts too."""

    @property
    def id(self) -> CheckId:
        """The rule's id, as packs name it."""
        ...

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give what it finds, in the order of the text; spans lie inside the text."""
        ...


class WholeRule(Protocol):
    """A rule that needs the whole post's text, paragraph by paragraph; alt texts aren't read by it."""

    @property
    def id(self) -> CheckId:
        """The rule's id, as packs name it."""
        ...

    def hits(self, paragraphs: Sequence[Paragraph], context: Context) -> Iterator[Hit]:
        """Give what it finds; spans lie in the whole text."""
        ...


class PictureRule(Protocol):
    """A rule over one picture's facts."""

    @property
    def id(self) -> CheckId:
        """The rule's id, as packs name it."""
        ...

    def hits(self, picture: PostPicture) -> Iterator[Hit]:
        """Give what is missing."""
        ...
