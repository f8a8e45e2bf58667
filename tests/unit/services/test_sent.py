"""What is sent as values, and how far it is by the record, whatever the store's plain row says."""

import base64
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.publishers import Seen
from smadmin.domain.sending import Next, Sending, SendStage
from smadmin.services.mandates import went_out
from smadmin.services.sent import MOST_CAPTURED, media_type, seen_parts
from tests.direct import Direct, Killed, make_direct

LINK = "https://example.org/fair"


def forge(direct: Direct, publication: Publication, **said: object) -> None:
    """Write into the plain row as who holds the file can."""
    with direct.road.school.desk.deed(direct.road.by("ana")) as deed:
        kept = deed.unit.publications.get(publication.id)
        deed.unit.publications.change(replace(kept, **said))  # type: ignore[arg-type]  # as the test says


def test_a_row_that_says_nothingwent_out_is_not_believed(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    intended = direct.intended(direct.released())
    with pytest.raises(Killed):
        direct.go(intended, killed_after=5)  # it is out, and nobody wrote that down
    assert direct.acts(intended) == ["intend", "send"]
    assert len(direct.platform.kept) == 1

    forge(direct, intended, step=PublicationStep.INTENDED, sending=Sending())

    standing = direct.sendings.standing(direct.road.by("ana"), intended)
    assert (standing.sending.stage, standing.decision.next) == (SendStage.SENDING, Next.LOOK)
    assert direct.go(intended).decision.next is Next.DONE
    assert len(direct.platform.kept) == 1


def test_what_was_sent_may_not_leave_once_more_and_has_used_its_permission(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    post, ana = direct.released(), direct.road.by("ana")
    intended = direct.intended(post)

    def said() -> tuple[list[str], bool]:
        reasons = direct.road.publications.blockers(ana, post, direct.blogs[0])
        with direct.road.school.desk.look(ana) as unit:
            used = intended.id in went_out(direct.road.proof.now(unit))
        return [one.message.id for one in reasons], used

    assert said() == ([], False)
    with pytest.raises(Killed):
        direct.go(intended, killed_after=4)
    assert said() == (["publications.already-out"], True)

    for minutes in (14, 4):  # until its bytes must have been broken off, and the server done with them
        direct.road.school.clock.forward(minutes=minutes)
        assert direct.go(intended).decision.next is Next.WAIT  # looked for, and not there
    assert direct.acts(intended)[-1] == "not-out"
    assert said() == ([], False)


def test_a_row_that_says_it_is_out_is_not_believed_either(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    intended = direct.intended(direct.released())

    forge(direct, intended, sending=Sending(SendStage.POSTED))

    standing = direct.sendings.standing(direct.road.by("ana"), intended)
    assert (standing.sending.stage, standing.decision.next) == (SendStage.INTENDED, Next.SEND)


def test_the_link_of_the_words_is_what_the_post_leads_to(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    post = direct.released(text=f"The book fair opens on Thursday: {LINK}")

    direct.go(direct.intended(post))

    assert direct.platform.kept[0].sent.link == LINK


@pytest.mark.parametrize(
    ("page", "kept", "start"),
    [
        (b"x" * MOST_CAPTURED, b"x" * MOST_CAPTURED, 0),
        (b"head" * 9000 + b"<div>post</div>", b"<div>post</div>", 36_000),
        (b"head" * 9000 + b"<div>" + b"x" * 99_999, b"<div>" + b"x" * (MOST_CAPTURED - 5), 36_000),
    ],
)
def test_of_a_large_page_the_post_itself_is_kept_and_the_digest_of_the_whole(
    page: bytes, kept: bytes, start: int
) -> None:
    begins = max(page.find(b"<div>"), 0)
    seen = Seen("", (), 0, "", public=True, id="1", link="", captured=page, begins=begins)

    parts = seen_parts(seen, ())

    told = parts["seen"]
    assert isinstance(told, dict)
    assert (told["sha256"], told["bytes"]) == (hashlib.sha256(page).hexdigest(), len(page))
    assert told["from"] == start
    assert base64.b64decode(str(parts["captured"])) == kept


def test_a_file_is_what_its_first_bytes_say() -> None:
    assert [media_type(one) for one in (b"\x89PNG\r\n", b"\xff\xd8\xff")] == ["image/png", "image/jpeg"]
