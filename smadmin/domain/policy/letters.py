"""Letters that are written otherwise: of other alphabets, with a stroke, as ligatures, as small capitals."""

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
PLAIN_LETTERS = str.maketrans(
    # What Unicode doesn't take apart, as people type it: Đặng is Dang, Łukasz Lukasz, Sæther Saether.
    {
        "\u0111": "d",
        "\u00f0": "d",
        "\u0142": "l",
        "\u00f8": "o",
        "\u0127": "h",
        "\u0131": "i",
        "\u0167": "t",
        "\u014b": "n",
        "\u0251": "a",
        "\u0261": "g",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00fe": "th",
    }
    | dict(
        zip(
            # Small capitals, a to z but for q and x
            "\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f"
            "\u1d0d\u0274\u1d0f\u1d18\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22",
            "abcdefghijklmnoprstuvwyz",
            strict=True,
        )
    )
)
_LOOK_ALIKE = regex.compile(r"[\p{Cyrillic}\p{Greek}]")
_LATIN = regex.compile(r"\p{Latin}")


def as_latin(word: str) -> str:
    """Give a word in small letters as it reads where letters of other alphabets stand among Latin ones."""
    mixed = _LOOK_ALIKE.search(word) is not None and _LATIN.search(word) is not None
    return word.translate(LETTERS_FOR_LATIN) if mixed else word
