"""Naughty strings come back as they were kept, are shown as typed, and write nothing elsewhere (X1)."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountForm, Platform
from smadmin.domain.ids import PhotoId
from smadmin.domain.media import RightOfUse
from smadmin.domain.messages import say
from smadmin.domain.posts import Picture
from smadmin.domain.questions import SENTENCE_MOST
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.domain.typed import straight, tidy
from smadmin.language.catalogue import Catalogue
from smadmin.services.accounts import Accounts
from smadmin.services.photos.intake import SetFacts
from smadmin.services.questions import Questions
from tests.darkroom import Darkroom, make_darkroom
from tests.road import make_road
from tests.seeing import ANN, as_file, picture

NAUGHTY = (
    "O'Brien; DROP TABLE student;--",
    '"quoted" and \\backslashed\\',
    "=cmd|'/C calc'!A0",
    "+1-555-0100",
    "@SUM(1+1)",
    "\uff1d1+1",
    "{n} {name} {0.__class__} %s %(x)d ${HOME}",
    "<b onclick=x>bold</b> &amp; &#x27;",
    "<img src=x onerror=y>",
    "../../../etc/passwd",
    "C:\\con\\nul.txt",
    "file:///etc/shadow",
    "-rf",
    "null",
    "None",
    "undefined",
    "0",
    "1e999",
    "NaN",
    "\u202egnirts desrever\u202c",
    "\u2066isolated\u2069 name",
    "zero\u200bwidth\u200djoiner",
    "\ufeffbom",
    "line\u2028sep",
    "Zoe\u0308 de\u0301compose\u0301",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 family",
    "\U0001f1fa\U0001f1f8",
    "مرحبا بالعالم",
    "שלום",
    "ภาษาไทย",
    "日本語の名前",
    "Ω≈ç√∫µ≤≥÷",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
    "tab\there",
    "carriage\rreturn",
    "nul\x00byte",
    "bell\x07 escape\x1b[31m",
    "new\nline",
    "half \ud83d letter",
    "x" * 5000,
    " spaced ",
    "ﬁ ligature",
)


@pytest.fixture
def room(tmp_path: Path) -> Darkroom:
    return make_darkroom(tmp_path / "data")


def kept_name(room: Darkroom, naughty: str) -> str:
    pat = room.by("pat")
    entry = StudentEntry(naughty, naughty, (naughty,), frozenset({OptOut.PHOTOS}))
    child = room.student(pat, room.students.add(pat, entry).value)
    assert child.last_name == child.first_name == child.groups[0]
    return child.first_name


def kept_account(room: Darkroom, naughty: str) -> str:
    pat, accounts = room.by("pat"), Accounts(room.school.desk)
    page = f"https://blog.example/{len(accounts.all())}"  # one page is entered once
    form = AccountForm(Platform.WORDPRESS, naughty, "lincoln", page, "social@lincoln.example")
    return accounts.get(accounts.adopt(pat, form).value).name


def kept_event(room: Darkroom, naughty: str) -> str:
    ana = room.by("ana")
    facts = SetFacts(naughty, naughty, RightOfUse.STAFF, naughty, (naughty,))
    made = room.intake.take_in(ana, facts, [room.file("IMG_1.pic", picture((ANN, 60)))]).value
    photo_set = room.review.set(ana, made.set).set
    assert photo_set.event == photo_set.taken_by == photo_set.purpose == photo_set.groups[0]
    return photo_set.event


def together() -> Iterator[str]:
    """Give all of them in few lines, each as long as a sentence may be."""
    line = ""
    for text in NAUGHTY:
        more = text.encode("utf-8", "replace").decode()[: SENTENCE_MOST // 2]
        if len(line) + len(more) >= SENTENCE_MOST:
            yield line.strip()
            line = ""
        line += f" {more}"
    yield line.strip()


@pytest.mark.parametrize(("field", "kept"), [(kept_name, tidy), (kept_account, straight), (kept_event, tidy)])
def test_a_line_is_kept_tidy_and_comes_back_the_same(
    room: Darkroom, field: Callable[[Darkroom, str], str], kept: Callable[[str], str]
) -> None:
    wrong = [text for text in NAUGHTY if field(room, text) != kept(text)]

    assert wrong == []
    assert room.school.records.verify(by=room.by("pat")).whole


def test_the_words_of_a_post_come_back_as_typed(tmp_path: Path) -> None:
    road = make_road(tmp_path)
    ana, wrong = road.by("ana"), []
    draft = road.draft()

    for text in NAUGHTY:
        storable = text.encode("utf-8", "replace").decode()
        draft = road.posts.save(ana, draft, replace(draft.content, text=storable)).value
        back = road.posts.get(ana, draft.id).content.text
        wrong += [text] if back != storable else []

    assert wrong == []


def test_every_other_field_of_a_post_keeps_what_was_typed(tmp_path: Path) -> None:
    """Own words, descriptions, questions, answers, reasons, what a post is sent back with."""
    road = make_road(tmp_path)
    ana, pat = road.by("ana"), road.by("pat")
    questions = Questions(road.school.desk, road.reader, road.proof)
    draft = road.draft(text="Buy now and save big.")
    finding = road.posts.findings(ana, draft.content)[road.x][0]
    wrong = []

    for line in together():
        said = replace(draft.content, wordings={road.x: line}, pictures=(Picture(PhotoId("none"), line),))
        draft = road.posts.save(ana, draft, said).value
        asked = questions.ask(ana, draft.id, line).value
        questions.answer(pat, asked, line)
        question = questions.sheet(ana, asked).question
        clean = replace(draft.content, wordings={}, pictures=())
        draft = road.posts.override(ana, road.posts.save(ana, draft, clean).value, finding, line).value
        road.posts.submit(ana, draft.id)
        road.approvals.send_back(pat, draft.id, line)
        draft = road.posts.get(ana, draft.id)
        kept = (
            question.content.text_for(road.x),
            question.content.pictures[0].alt,
            question.sentence,
            question.answer and question.answer.sentence,
            draft.content.overrides[-1].reason,
            draft.sent_back,
        )
        wrong += [(at, found) for at, found in enumerate(kept) if found != line]

    assert wrong == []
    assert road.school.records.verify(by=pat).whole


def test_a_sentence_shows_a_value_as_it_is_and_reads_nothing_into_it() -> None:
    catalogue = Catalogue.load("en")

    worded = {text: catalogue.word(say("imaging.no-such-place", place=text)) for text in NAUGHTY}

    assert [text for text, sentence in worded.items() if text not in sentence] == []


def test_photos_with_naughty_names_are_taken_in_and_nothing_is_written_elsewhere(
    room: Darkroom, tmp_path: Path
) -> None:
    camera = tmp_path / "camera"
    camera.mkdir()
    written = []
    for number, text in enumerate(NAUGHTY):
        name = text.replace("/", "_").replace("\0", "_").encode("utf-8", "surrogatepass")[:200] + b".jpg"
        path = Path(os.fsdecode(bytes(camera) + b"/" + name))
        try:
            path.write_bytes(as_file(picture((ANN, number))))
        except OSError:
            continue  # no file can have this name
        written.append(path)
    before = {path for path in tmp_path.rglob("*") if not path.is_relative_to(room.folder)}

    taken = room.intake.take_in(room.by("ana"), SetFacts("Fair", "Ana"), [camera]).value

    names = {photo.name for photo in room.review.set(room.by("ana"), taken.set).photos}
    hidden = [path for path in written if path.name.startswith(".")]
    assert len(taken.photos) == len(written) - len(hidden) > 30
    assert names <= {tidy(path.name) for path in written}
    assert {path for path in tmp_path.rglob("*") if not path.is_relative_to(room.folder)} == before
