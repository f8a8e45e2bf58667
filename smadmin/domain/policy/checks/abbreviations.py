"""Abbreviations nobody spelled out, and words only educators know (SOC-O4, BLO-A8, WIC-P10)."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import regex

from smadmin.domain.messages import say
from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import wordings, words_at
from smadmin.domain.policy.context import Context, Paragraph
from smadmin.domain.policy.findings import Hit, Remedy
from smadmin.domain.policy.reading import TAG_SIGNS, Reading, Word, fold
from smadmin.domain.policy.wordlists import ACRONYMS

_LIST = "abbreviations"
_VOWELS = regex.compile(r"[aeiouy]")
_LENGTHS = range(3, 6)


class Abbreviation:
    """An abbreviation that the post doesn't spell out once; each is found at its first place."""

    id: ClassVar[CheckId] = CheckId.ABBREVIATION

    def hits(self, paragraphs: Sequence[Paragraph], context: Context) -> Iterator[Hit]:
        """Give abbreviations that readers may not know."""
        seen: set[str] = set()
        for paragraph in paragraphs:
            reading = paragraph.reading
            for index in _capitals(reading):
                word = reading.words[index]
                if word.folded in seen or not _short(reading, index, context):
                    continue
                seen.add(word.folded)
                meaning = context.lexicon.notes.get((_LIST, word.folded), "")
                if not _spelled_out(word, meaning, paragraphs):
                    yield _hit(word, meaning).shifted(paragraph.start)


def _capitals(reading: Reading) -> tuple[int, ...]:
    """Give which words are all capitals; the post is looked through with each keystroke."""
    kept: tuple[int, ...] | None = reading.kept.get(id(_capitals))
    if kept is None:
        kept = tuple(index for index, word in enumerate(reading.words) if word.written.isupper())
        reading.kept[id(_capitals)] = kept
    return kept


def _short(reading: Reading, index: int, context: Context) -> bool:
    """Tell whether a word is an abbreviation that isn't commonly known, and not part of a shout."""
    word = reading.words[index]
    if word.start and reading.text[word.start - 1] in TAG_SIGNS:
        return False
    if reading.in_link(word.span):
        return False
    if word.folded in context.lexicon.list(_LIST):
        return True
    if len(word.folded) not in _LENGTHS or word.folded in ACRONYMS or word.folded in context.acronyms:
        return False
    around = reading.words[max(0, index - 1) : index] + reading.words[index + 1 : index + 2]
    return not _VOWELS.search(word.folded) and not any(
        one.written.isupper() and len(one.written) > 1 for one in around
    )


def _spelled_out(word: Word, meaning: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether its words, or words with its letters before a bracket, stand somewhere in the post."""
    bracket = f"({word.written})"
    wanted = fold(meaning)
    for paragraph in paragraphs:
        reading = paragraph.reading
        if wanted and wanted in reading.folded:
            return True
        at = reading.text.find(bracket)
        if at >= 0:
            before = [one.folded[0] for one in reading.words if one.end <= at][-len(word.folded) :]
            if "".join(before) == word.folded:
                return True
    return False


def _hit(word: Word, meaning: str) -> Hit:
    if not meaning:
        return Hit(word.span, say("policy.abbreviation", words=word.written))
    written = f"{meaning} ({word.written})"
    remedy = Remedy(say("policy.write-so", words=written), word.span, written)
    return Hit(word.span, say("policy.abbreviation", words=word.written), remedy)


class Jargon:
    """Words of the trade, with plain ones in their place."""

    id: ClassVar[CheckId] = CheckId.JARGON

    def hits(self, reading: Reading, context: Context) -> Iterator[Hit]:
        """Give jargon in the paragraph's own language."""
        for match in wordings(reading, context, self.id):
            if match.phrase.language != reading.language:
                continue
            plain = match.phrase.note
            remedy = Remedy(say("policy.write-so", words=plain), match.span, plain) if plain else None
            yield Hit(match.span, say("policy.jargon", words=words_at(reading, match.span)), remedy)
