"""What went out, piece by piece: each once, and nobody's hand in one row stops the others."""

from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from smadmin.domain.ids import PostId
from smadmin.storage import schema
from tests.swept import NAMED, Swept


def test_pieces_follow_one_another_and_a_spoilt_row_says_nothing(tmp_path: Path) -> None:
    swept = Swept(tmp_path)
    desk = swept.road.school.desk
    with desk.look(swept.ana) as unit:
        assert (unit.published.any(), unit.published.count(), unit.published.newest()) == (False, 0, None)
    posts = {swept.out().post for _ in range(3)}
    with desk.look(swept.ana) as unit:
        published = unit.published
        first = published.after("", 2)
        assert {one.post for one in (*first, *published.after(first[-1].id, 2))} == posts
        assert {one.text for one in first} == {NAMED}
        newest = published.newest()
        assert newest is not None
        assert len(published.since(newest)) >= 1
        assert published.since(newest + timedelta(seconds=1)) == ()
        content = published.contents({one.post for one in first if one.post} | {PostId("none")})
        assert {one["text"] for one in content.values()} == {"The fair begins at noon."}
        assert (published.any(), published.count()) == (True, 3)

    with swept.road.school.store._engine.begin() as raw:
        raw.execute(sa.update(schema.publication).values(body=b"{"))
    with desk.look() as unit:
        assert {(one.text, one.link) for one in unit.published.after("", 9)} == {("", "")}
        assert all(not one for one in unit.published.contents({one for one in posts if one}).values())
