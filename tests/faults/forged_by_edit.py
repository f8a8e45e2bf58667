"""Attacks on what was released: everything in the manifest is changed after the approval, past every rule.

Who does this holds the school's key and leaves no row; what is stored is what a proper program would have
written.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from smadmin.domain.ids import PersonId, PostId
from smadmin.domain.photos.review import Decision, Look
from smadmin.domain.posts import Override, Picture
from smadmin.domain.students import OptOut, StudentEntry
from smadmin.services.students.roster import Students
from tests.faults.forgeries import change_content, change_photo, first_photo, sealed_rows
from tests.road import Road


def text(road: Road) -> PostId:
    post = road.released()
    change_content(road, post, text="Buy raffle tickets from my brother.")
    return post


def one_letter(road: Road) -> PostId:
    post = road.released()
    change_content(road, post, text="The book fair opens on Thursday at 9 in the library.")
    return post


def wording_for_one_account(road: Road) -> PostId:
    post = road.released()
    change_content(road, post, wordings={road.x: "Something else."})
    return post


def another_account(road: Road) -> PostId:
    post = road.released(accounts=(road.facebook,))
    change_content(road, post, accounts=(road.x,))
    return post


def one_more_account(road: Road) -> PostId:
    post = road.released(accounts=(road.facebook,))
    change_content(road, post, accounts=(road.facebook, road.x))
    return post


def alt_text(road: Road) -> PostId:
    post = road.released(photo=True)
    change_content(road, post, pictures=(Picture(first_photo(road, post), "Mia and her tower"),))
    return post


def one_more_picture(road: Road) -> PostId:
    post = road.released(photo=True)
    pictures = (Picture(first_photo(road, post), "Children build a tower"), Picture(road.photo(), "More"))
    change_content(road, post, pictures=pictures)
    return post


def without_its_picture(road: Road) -> PostId:
    post = road.released(photo=True)
    change_content(road, post, pictures=())
    return post


def another_file(road: Road) -> PostId:
    """The uncovered picture under the same row, its digest updated with it."""
    post = road.released(photo=True)
    other = road.media.seal(b"\xff\xd8\xff\xe0 uncovered \xff\xd9", "image/jpeg")
    with sealed_rows(road) as unit:
        unit.media.add(other)
    made = tuple(replace(one, file=other.id, sha256=other.sha256) for one in change_photo(road, post).made)
    change_photo(road, post, exported=other.id, exported_sha256=other.sha256, made=made)
    return post


def another_file_under_the_old_digest(road: Road) -> PostId:
    post = road.released(photo=True)
    other = road.media.seal(b"\xff\xd8\xff\xe0 uncovered \xff\xd9", "image/jpeg")
    with sealed_rows(road) as unit:
        unit.media.add(other)
    made = tuple(replace(one, file=other.id) for one in change_photo(road, post).made)
    change_photo(road, post, exported=other.id, made=made)
    return post


def another_file_on_one_account(road: Road) -> PostId:
    """What people looked at stays; only what goes to one of the accounts is exchanged, with its digest."""
    post = road.released(photo=True)
    other = road.media.seal(b"\xff\xd8\xff\xe0 uncovered \xff\xd9", "image/jpeg")
    with sealed_rows(road) as unit:
        unit.media.add(other)
    made = change_photo(road, post).made
    change_photo(road, post, made=(replace(made[0], file=other.id, sha256=other.sha256), *made[1:]))
    return post


def file_on_the_disk(road: Road) -> PostId:
    post = road.released(photo=True)
    (sealed,) = [path for path in Path(road.school.folder / "media").rglob("*") if path.is_file()]
    sealed.write_bytes(sealed.read_bytes()[:-1] + b"\0")
    return post


def another_decision(road: Road) -> PostId:
    """A face that was cleared is said to have been somebody else all along."""
    post = road.released(photo=True)
    photo = change_photo(road, post)
    change_photo(road, post, faces=(replace(photo.faces[0], decision=Decision.NOT_THIS_CHILD),))
    return post


def second_look_by_somebody_else(road: Road) -> PostId:
    post = road.released(photo=True)
    photo, dee = change_photo(road, post), road.by("dee").person
    assert photo.second is not None
    assert dee is not None
    change_photo(road, post, second=Look(dee, photo.second.seq, photo.second.at, other_things_fine=True))
    return post


def second_look_taken_away(road: Road) -> PostId:
    post = road.released(photo=True)
    change_photo(road, post, second=None)
    return post


def override(road: Road) -> PostId:
    post = road.released()
    change_content(road, post, overrides=(Override("promotion", "book fair", "fine", PersonId("x")),))
    return post


def author(road: Road) -> PostId:
    """Somebody else is made the author, so that the releaser looks like a second person."""
    post, bo = road.released(), road.by("bo").person
    assert bo is not None
    with sealed_rows(road) as unit:
        revision = unit.revisions.find(post_id=post)[-1]
        unit.revisions.change(replace(revision, author=bo))
        unit.posts.change(replace(unit.posts.get(post), author=bo))
    return post


def revision_number(road: Road) -> PostId:
    post = road.released()
    with sealed_rows(road) as unit:
        revision = unit.revisions.find(post_id=post)[-1]
        unit.revisions.change(replace(revision, number=2))
        unit.posts.change(replace(unit.posts.get(post), revision=2))
    return post


def page_of_the_account(road: Road) -> PostId:
    post = road.released()
    with sealed_rows(road) as unit:
        account = unit.accounts.get(road.x)
        unit.accounts.change(replace(account, page="https://x.com/lincoln_es_fans"))
    return post


def handle_of_the_account(road: Road) -> PostId:
    post = road.released()
    with sealed_rows(road) as unit:
        unit.accounts.change(replace(unit.accounts.get(road.x), handle="lincoln_es_fans"))
    return post


def taken_back_and_handed_in_again(road: Road) -> PostId:
    """The same words once more: an approval of revision 1 is none of revision 2."""
    post = road.released()
    road.posts.take_back(road.by("ana"), post)
    road.posts.submit(road.by("ana"), post)
    return post


def name_opted_out_since(road: Road) -> PostId:
    """Everything is as released, but a child's guardian said no in the meantime."""
    draft = road.draft(text="Congratulations to Mia Torres on her tower!")
    road.posts.submit(road.by("ana"), draft.id)
    road.approvals.release(road.by("bo"), draft.id)
    students = Students(road.school.desk, road.media, roster_age_days=30)
    students.add(road.by("pat"), StudentEntry("Mia", "Torres", opt_outs=frozenset({OptOut.EVERYTHING})))
    return draft.id


def clock_set_back_into_the_window(road: Road) -> PostId:
    """The release has run out; somebody sets the clock back. A row from today tells."""
    post = road.released()
    road.school.clock.forward(days=8)
    road.posts.drop(road.by("ana"), road.draft().id)
    road.school.clock.at -= timedelta(days=8)
    return post


def waited_too_long(road: Road) -> PostId:
    post = road.released()
    road.school.clock.forward(days=7, seconds=1)
    return post


DIFFERENT, NO_RELEASE = "publications.not-what-was-released", "publications.no-release"

ATTACKS: dict[str, tuple[Callable[[Road], PostId], str]] = {
    "edit: text": (text, NO_RELEASE),
    "edit: one letter": (one_letter, NO_RELEASE),
    "edit: wording for one account": (wording_for_one_account, NO_RELEASE),
    "edit: another account": (another_account, NO_RELEASE),
    "edit: one more account": (one_more_account, NO_RELEASE),
    "edit: alt text": (alt_text, NO_RELEASE),
    "edit: one more picture": (one_more_picture, NO_RELEASE),
    "edit: without its picture": (without_its_picture, NO_RELEASE),
    "edit: another file": (another_file, DIFFERENT),
    "edit: another file on one account": (another_file_on_one_account, DIFFERENT),
    "edit: another file under the old digest": (another_file_under_the_old_digest, DIFFERENT),
    "edit: file on the disk": (file_on_the_disk, "media.changed"),
    "edit: another decision": (another_decision, DIFFERENT),
    "edit: second look by somebody else": (second_look_by_somebody_else, DIFFERENT),
    "edit: second look taken away": (second_look_taken_away, DIFFERENT),
    "edit: override": (override, NO_RELEASE),
    "edit: author": (author, NO_RELEASE),
    "edit: revision number": (revision_number, NO_RELEASE),
    "edit: page of the account": (page_of_the_account, DIFFERENT),
    "edit: handle of the account": (handle_of_the_account, DIFFERENT),
    "edit: taken back and handed in again": (taken_back_and_handed_in_again, "publications.edited"),
    "edit: name opted out since": (name_opted_out_since, "policy.opted-out-name"),
    "edit: clock set back into the window": (clock_set_back_into_the_window, "publications.clock-behind"),
    "edit: waited too long": (waited_too_long, "publications.outside-window"),
}
