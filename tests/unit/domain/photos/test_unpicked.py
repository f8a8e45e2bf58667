"""What counts as a photo that nobody wants, and when it goes."""

from dataclasses import replace
from datetime import UTC, date, datetime

from smadmin.domain.ids import MediaId, PersonId, PhotoId, PhotoSetId, SchoolId
from smadmin.domain.photos.review import Look, Photo
from smadmin.domain.photos.unpicked import kept_until, unpicked

PLAIN = Photo(PhotoId("p"), SchoolId("s"), PhotoSetId("f"), "IMG_1.jpg", MediaId("m"), "0" * 64)
LOOK = Look(PersonId("ana"), 7, datetime(2026, 9, 1, tzinfo=UTC), other_things_fine=True)


def test_only_what_nobody_picked_looked_at_covered_or_used_is_unwanted() -> None:
    wanted = (
        replace(PLAIN, picked=True),
        replace(PLAIN, first=LOOK),
        replace(PLAIN, exported=MediaId("out")),
    )

    assert unpicked([PLAIN, *wanted]) == (PLAIN,)
    assert unpicked([PLAIN], used={PLAIN.id}) == ()


def test_the_day_counts_from_when_the_folder_was_taken_in() -> None:
    assert kept_until(date(2026, 2, 10), 30) == date(2026, 3, 12)
