"""Writes where everybody's face is into school.toml (`python -m drawing.boxes`), after new staging."""

import re

from .staging import HERE, Photo, photos

SCHOOL = HERE.parent / "school.toml"


def lines(photo: Photo) -> str:
    """Give a photo's faces as TOML."""
    rows = [
        f'  {{ who = "{p.slug}", box = [{", ".join(str(n) for n in p.box())}] }},\n' for p in photo.people
    ]
    return "faces = [\n" + "".join(rows) + "]"


def main() -> None:
    """Renew all boxes."""
    text = SCHOOL.read_text("utf-8")
    for photo in photos():
        entry = re.compile(rf'(file = "photos/{re.escape(photo.file)}".*?)faces = \[.*?\n\]', re.DOTALL)
        found = entry.search(text)
        if found is None:
            raise LookupError(photo.file)
        text = text[: found.end(1)] + lines(photo) + text[found.end() :]
    SCHOOL.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
