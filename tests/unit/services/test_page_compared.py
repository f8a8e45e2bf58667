"""A printed page is held against the record's links, in seconds however long the record is."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from smadmin.services.proof import Proof
from smadmin.services.records import Records
from tests.school import make_school


def test_a_page_is_compared_by_links_alone_where_the_rows_were_proven_since_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    school = make_school(tmp_path, staff=("ana",))
    by, proof, page = school.by("ana"), Proof(school.desk), school.records.head()
    proof.catch_up(by)
    monkeypatch.setattr(Records, "verify", None)
    monkeypatch.setattr("smadmin.services.page_compared.SLICE", 3)
    records, steps = Records(school.desk, proof), list[tuple[int, int]]()

    assert records.page_agrees(
        str(page.seq), page.letters, by=by, told=lambda done, of: steps.append((done, of))
    )
    assert steps[0] == (3, page.seq)
    assert steps[-1] == (page.seq, page.seq)

    with school.store._engine.begin() as connection:
        told = "UPDATE record_row SET body = CAST(replace(CAST(body AS TEXT), '2026-', '2025-') AS BLOB)"
        connection.execute(sa.text(f"{told} WHERE seq = 2"))
    assert not records.page_agrees(str(page.seq), page.letters, by=by), "changed after it was proven"


def test_a_row_whose_signature_did_not_hold_at_the_start_agrees_with_no_page(tmp_path: Path) -> None:
    school = make_school(tmp_path, staff=("ana",))
    page, proof = school.records.head(), Proof(school.desk)
    with school.store._engine.begin() as connection:
        connection.execute(sa.text("UPDATE record_row SET signature = zeroblob(64) WHERE seq = 2"))

    assert not Records(school.desk, proof).page_agrees(str(page.seq), page.letters, by=school.by("ana"))
