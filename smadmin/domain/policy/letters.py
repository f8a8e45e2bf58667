"""Letters of other alphabets that look like Latin ones: in web addresses and names."""

import regex

LETTERS_FOR_LATIN = str.maketrans(
    # Cyrillic and Greek letters that look like Latin ones
    {
        "\u0430": "a",
        "\u0432": "b",
        "\u0441": "c",
        "\u0435": "e",
        "\u04bb": "h",
        "\u0456": "i",
        "\u0458": "j",
        "\u043a": "k",
        "\u043c": "m",
        "\u043d": "h",
        "\u043e": "o",
        "\u0440": "p",
        "\u051b": "q",
        "\u0455": "s",
        "\u0442": "t",
        "\u0443": "y",
        "\u051d": "w",
        "\u0445": "x",
        "\u03b1": "a",
        "\u03b5": "e",
        "\u03b9": "i",
        "\u03ba": "k",
        "\u03bd": "v",
        "\u03bf": "o",
        "\u03c1": "p",
        "\u03c4": "t",
        "\u03c5": "u",
        "\u03c7": "x",
    }
)
_LOOK_ALIKE = regex.compile(r"[\p{Cyrillic}\p{Greek}]")
_LATIN = regex.compile(r"\p{Latin}")


def as_latin(word: str) -> str:
    """Give a word in small letters as it reads where letters of other alphabets stand among Latin ones."""
    mixed = _LOOK_ALIKE.search(word) is not None and _LATIN.search(word) is not None
    return word.translate(LETTERS_FOR_LATIN) if mixed else word
