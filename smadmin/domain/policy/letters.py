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
DRAWN_LIKE_LATIN = LETTERS_FOR_LATIN | str.maketrans(
    # Capitals by themselves (a Greek one looks otherwise than its small letter), then what else is borrowed
    dict(
        zip(
            "\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c\u041e\u0420\u051a\u0405\u0422\u0423"
            "\u051c\u0425\u04ae\u050c\u04c0\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f"
            "\u03a1\u03a4\u03a5\u03a7",
            "ABCEHIJKMOPQSTYWXYGIABEZHIKMNOPTYX",
            strict=True,
        )
    )
    | dict(
        zip(
            "\u0501\u04cf\u0475\u0433\u04af\u0261\u03b3\u03b7\u03c9\u03c3\u03b2\u0585\u057d\u0570\u0578"
            "\u0581\u0566\u054d\u0555\u054f\u053c",
            "dlvrygynwobouhngqUOSL",
            strict=True,
        )
    )
    | dict(
        zip(
            "\u13aa\u13f4\u13df\u13a0\u13ac\u13c0\u13bb\u13a5\u13ab\u13e6\u13de\u13b7\u13e2\u13a1\u13da"
            "\u13a2\u13d9\u13b3\u13c3\u13cd",
            "ABCDEGHiJKLMPRSTVWZy",
            strict=True,
        )
    )
    | dict(
        zip(
            "\ua4ee\ua4d0\ua4da\ua4d3\ua4f0\ua4dd\ua4d6\ua4e7\ua4f2\ua4d9\ua4d7\ua4e1\ua4df\ua4e0\ua4f3"
            "\ua4d1\ua4e3\ua4e2\ua4d4\ua4f4\ua4e6\ua4ea\ua4eb\ua4ec\ua4dc",
            "ABCDEFGHIJKLMNOPRSTUVWXYZ",
            strict=True,
        )
    )
)
"""What is drawn like a Latin letter in Cyrillic, Greek, Armenian, Cherokee and Lisu."""
DIGITS_FOR_LETTERS = str.maketrans("013457@$", "oieastas")
"""As they are typed for letters: "M4ya"."""
_LOOK_ALIKE = regex.compile(r"[\p{Cyrillic}\p{Greek}]")
_LATIN = regex.compile(r"\p{Latin}")


def as_latin(word: str) -> str:
    """Give a word in small letters as it reads where letters of other alphabets stand among Latin ones."""
    mixed = _LOOK_ALIKE.search(word) is not None and _LATIN.search(word) is not None
    return word.translate(LETTERS_FOR_LATIN) if mixed else word
