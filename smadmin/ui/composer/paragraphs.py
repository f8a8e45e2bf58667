"""Text from outside made fit for the editor: one kind of line end, no paragraph longer than it can lay out.

Pure, no Qt. A paragraph of 100,000 characters without a break takes the editor seconds at each key.
"""

import regex

LONGEST_PARAGRAPH = 10_000
"""Characters: a key then costs the layout 4 ms. Nobody writes such a one; what people type stays whole."""
_UNBROKEN = regex.compile(r"(\S{24})(?=\S)")
_LOOK_BACK = 200


def one_line_end(text: str) -> str:
    """Give the text with plain new lines only, and without characters that are no text."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")


def readable(text: str) -> str:
    """Break paragraphs that are too long to edit, at a space where there is one near."""
    lines = one_line_end(text).split("\n")
    if all(len(line) <= LONGEST_PARAGRAPH for line in lines):
        return "\n".join(lines)
    return "\n".join(piece for line in lines for piece in _pieces(line))


def breakable(text: str) -> str:
    """Let a label wrap inside endless words, which else push everything beside them out of sight."""
    return str(_UNBROKEN.sub("\\1\u200b", text))


def portions(text: str, size: int) -> list[str]:
    """Cut a text into portions of at most so many characters, never inside a character of two units."""
    return [text[at : at + size] for at in range(0, len(text), size)]


def _pieces(line: str) -> list[str]:
    pieces = []
    while len(line) > LONGEST_PARAGRAPH:
        space = line.rfind(" ", LONGEST_PARAGRAPH - _LOOK_BACK, LONGEST_PARAGRAPH)
        end = LONGEST_PARAGRAPH if space < 0 else space + 1
        pieces.append(line[:end])
        line = line[end:]
    return [*pieces, line]
