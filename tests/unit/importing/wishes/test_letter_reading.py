"""Wished posts read by a real jailed worker: saved e-mails, texts, and what is neither."""

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput
from smadmin.domain.post_requests import Came, PostWish
from smadmin.importing.wishes.border import MOST_FILE_BYTES
from smadmin.importing.wishes.reading import LetterReader


@pytest.fixture
def reader() -> Iterator[LetterReader]:
    with LetterReader() as made:
        yield made


def read(reader: LetterReader, folder: Path, content: bytes) -> PostWish:
    (folder / "wish.eml").write_bytes(content)
    return reader.read(folder / "wish.eml")


def letter(**parts: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Inés Rivera <ines@school.example>"
    if "subject" in parts:
        made["Subject"] = parts["subject"]
    if "text" in parts:
        made.set_content(parts["text"])
    if "html" in parts:
        made.add_alternative(parts["html"], subtype="html")
    return made


@pytest.mark.demand("BAL-C1b")
def test_an_e_mail_gives_its_sender_its_words_and_what_its_pictures_are_called(
    reader: LetterReader, tmp_path: Path
) -> None:
    made = letter(subject="Please post", text="Our show opens\r\n\r\n\r\n\r\non Friday, niños.\r\n")
    made.add_attachment(b"\xff\xd8\xff", maintype="image", subtype="jpeg", filename="show.jpg")

    wish = read(reader, tmp_path, bytes(made))

    expected = "Please post\n\nOur show opens\n\non Friday, niños."
    assert wish == PostWish("Inés Rivera", expected, pictures="show.jpg", came=Came.FILE)


@pytest.mark.demand("BAL-C1b")
def test_of_markup_only_the_words_are_left(reader: LetterReader, tmp_path: Path) -> None:
    page = "<style>p{}</style><p>Bake sale</p><script>alert(1)</script><p>Come&nbsp;all!</p>"

    assert read(reader, tmp_path, bytes(letter(html=page))).text == "Bake sale\nCome all!"


@pytest.mark.demand("BAL-C1b")
@pytest.mark.parametrize(
    ("subject", "first"),
    [
        (b"RE: Fwd: Science night", "Science night\n\nThe choir sings."),
        (b"=?utf-8?q?Noche_de_m=C3=BAsica?=", "Noche de música\n\nThe choir sings."),
        ("Müsic".encode(), "Müsic\n\nThe choir sings."),
        (b"the  choir", "The choir sings."),
        (b"", "The choir sings."),
    ],
)
def test_what_an_e_mail_is_about_is_the_wish_s_first_line(
    reader: LetterReader, tmp_path: Path, subject: bytes, first: str
) -> None:
    letter = b"From: a@b.example\nSubject: " + subject + b"\n\nThe choir sings."

    assert read(reader, tmp_path, letter).text == first


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html><head><meta charset='utf-8'><body><p>Bake sale</p><p>Friday</p>", "Bake sale\nFriday"),
        ("<div>Bake sale</div>\n<div>Friday<br><br>at 5</div>", "Bake sale\nFriday\n\nat 5"),
        ("<p>Bake sale</p><![x[><p>Friday</p>", "Bake sale\nFriday"),
        ("<p>Cakes &amp; pies: 3 < 5", "Cakes & pies: 3 < 5"),
        ("<title>Outlook</title><svg><text>logo</text></svg>Bake sale", "Bake sale"),
    ],
)
def test_markup_as_strangers_write_it_keeps_all_its_words(
    reader: LetterReader, tmp_path: Path, page: str, words: str
) -> None:
    assert read(reader, tmp_path, bytes(letter(html=page))).text == words


@pytest.mark.parametrize(
    ("said", "really"),
    [
        ("", "utf-8"),
        ("; charset=us-ascii", "utf-8"),
        ("; charset=utf-8", "cp1252"),
        ("; charset=macintosh", "mac-roman"),
        ("; charset=rot13", "utf-8"),
        ("; charset=utf-7", "utf-8"),
    ],
)
def test_a_name_keeps_its_letters_whatever_character_set_the_e_mail_says(
    reader: LetterReader, tmp_path: Path, said: str, really: str
) -> None:
    head = f"From: a@b.example\nDate: x\nContent-Type: text/plain{said}\n\n".encode()

    assert read(reader, tmp_path, head + "Señora Muñoz".encode(really)).text == "Señora Muñoz"


@pytest.mark.parametrize("written", ["utf-8", "cp1252"])
def test_who_it_is_from_keeps_its_letters_where_the_head_holds_them_raw(
    reader: LetterReader, tmp_path: Path, written: str
) -> None:
    letter = "From: Joan Müller <joan@b.example>\nDate: x\n\nThe choir sings.".encode(written)

    assert read(reader, tmp_path, letter).asker == "Joan Müller"


@pytest.mark.parametrize("begins", [b"\xd0\xcf\x11\xe0", b"%PDF-1.7", b"PK\x03\x04"])
def test_a_file_of_another_program_isn_t_read_as_words(
    reader: LetterReader, tmp_path: Path, begins: bytes
) -> None:
    with pytest.raises(BadInput):
        read(reader, tmp_path, begins + b" and what follows")


def test_a_plain_text_is_all_words(reader: LetterReader, tmp_path: Path) -> None:
    wish = read(reader, tmp_path, "Feria del libro\x07 el jueves".encode("utf-16"))

    assert (wish.asker, wish.text) == ("", "Feria del libro el jueves")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "wishes.file-empty"),
        (b"From: a@b.example\nSubject: x\n\n", "wishes.file-empty"),
        (b"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=nonsense\n\nhi", ""),
    ],
)
def test_what_has_no_words_is_refused_and_what_is_odd_is_still_read(
    reader: LetterReader, tmp_path: Path, content: bytes, said: str
) -> None:
    if not said:
        assert read(reader, tmp_path, content).text == "x\n\nhi"
        return
    with pytest.raises(BadInput) as refused:
        read(reader, tmp_path, content)
    assert refused.value.happened.id == said


def test_what_is_too_large_or_no_file_is_never_opened(reader: LetterReader, tmp_path: Path) -> None:
    large = tmp_path / "large.eml"
    with large.open("wb") as file:
        file.truncate(MOST_FILE_BYTES + 1)

    for path, said in ((large, "wishes.file-large"), (tmp_path, "wishes.file-broken")):
        with pytest.raises(BadInput) as refused:
            reader.read(path)
        assert refused.value.happened.id == said
