"""How the words of a text stand beside one another, for the rules that look for names."""

import regex

from smadmin.domain.policy.reading import Reading

_BETWEEN = regex.compile(
    r"[-\u2010\u2011_]|(?:[\p{Zs}\t\p{Cf}\p{So}\p{Sk}\uFE0F\"\u201c\u201d«»()'\u2018\u2019*]{0,12}"
    r"(?:(?:\r?\n|[\x0b\x0c\x85\u2028\u2029])[\p{Zs}\t]{0,4})?)"
)
_AFTER_INITIAL = regex.compile(r"\.?[\p{Zs}\t]{0,3}")


def stands(reading: Reading, tokens: tuple[str, ...], index: int) -> bool:
    """Tell whether these tokens stand at a word, each close to the next."""
    words = reading.words
    if index + len(tokens) > len(words):
        return False
    return all(
        words[index + step].folded == token and (step == 0 or close(reading, index + step))
        for step, token in enumerate(tokens)
    )


def close(reading: Reading, index: int) -> bool:
    """Tell whether a word belongs to the one before it (no comma, no full stop, at most one line break)."""
    before, word = reading.words[index - 1], reading.words[index]
    pattern = _AFTER_INITIAL if len(before.folded) == 1 else _BETWEEN
    if word.start - before.end > 2 * 12:
        return False
    return pattern.fullmatch(reading.text, before.end, word.start) is not None


def titled(reading: Reading, index: int) -> bool:
    """Tell whether nothing but a stop stands between a word and the one before it, a title."""
    before, word = reading.words[index - 1], reading.words[index]
    return reading.text[before.end : word.start].strip() in {"", "."}


def follows(reading: Reading, index: int, listed: frozenset[str]) -> bool:
    """Tell whether the next word is one of these, capitalised: "Grace Park Library"."""
    words = reading.words
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    gap = reading.text[words[index].end : following.start]
    return following.capitalised and following.folded in listed and gap.strip(" \u00a0") == ""
