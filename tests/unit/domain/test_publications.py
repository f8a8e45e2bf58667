"""The last gate: change one byte of what was released and nothing leaves."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.approvals import ReleaseBy
from smadmin.domain.errors import Reason
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId
from smadmin.domain.manifests import Identified, Manifest
from smadmin.domain.messages import say
from smadmin.domain.publications import Gate, before_bytes_leave, differences, publication_id
from tests.unit.domain.test_manifests import NOON, manifest

X = AccountId("x")
PHOTO = PhotoId("p")


def gate(**other: object) -> Gate:
    """A gate that lets the post through."""
    plain = Gate(
        manifest=manifest(),
        rebuilt=manifest(),
        row_proven=True,
        releaser_alive=True,
        mandate_alive=True,
        edited_later=False,
        roster_right=True,
        head_right=True,
        account_reasons=(),
        already=False,
        now=NOON,
    )
    return replace(plain, **other)  # type: ignore[arg-type]  # a test's own fields


def reasons(of: Gate) -> list[str]:
    return [reason.message.id for reason in before_bytes_leave(of)]


def test_exactly_what_was_released_goes_out() -> None:
    assert reasons(gate()) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"manifest": None}, "publications.no-release"),
        ({"row_proven": False}, "publications.release-not-proven"),
        ({"releaser_alive": False}, "publications.releaser-gone"),
        ({"mandate_alive": False}, "publications.mandate-gone"),
        ({"edited_later": True}, "publications.edited"),
        ({"roster_right": False}, "publications.roster-changed"),
        ({"head_right": False}, "publications.record-short"),
        ({"clock_right": False}, "publications.clock-behind"),
        ({"already": True}, "publications.already-out"),
        ({"now": NOON - timedelta(seconds=1)}, "publications.outside-window"),
        ({"now": NOON + timedelta(days=7, seconds=1)}, "publications.outside-window"),
        ({"account_reasons": (Reason(say("accounts.not-live")),)}, "accounts.not-live"),
        ({"person_reasons": (Reason(say("approvals.own-post")),)}, "approvals.own-post"),
    ],
)
def test_each_failing_fact_stops_it_alone(changed: dict[str, object], expected: str) -> None:
    assert reasons(gate(**changed)) == [expected]


def test_the_window_holds_to_its_last_moment() -> None:
    assert reasons(gate(now=NOON + timedelta(days=7))) == []


IDENTIFIED = st.builds(Identified, st.text(max_size=5), st.text(max_size=5), st.text(max_size=5))
FILE = st.tuples(st.just(PHOTO), st.text("0f", max_size=3), st.text())
CHANGES = st.one_of(
    st.fixed_dictionaries({"post": st.just(PostId("other"))}),
    st.fixed_dictionaries({"revision": st.integers(2, 9)}),
    st.fixed_dictionaries({"author": st.just(PersonId("other"))}),
    st.fixed_dictionaries({"accounts": st.dictionaries(st.just(X), IDENTIFIED)}),
    st.fixed_dictionaries({"texts": st.dictionaries(st.just(X), st.text(max_size=20))}),
    st.fixed_dictionaries({"files": st.dictionaries(st.just(X), st.tuples(FILE))}),
    st.fixed_dictionaries({"looks": st.tuples(st.tuples(st.just(PHOTO), st.integers(5, 9), st.none()))}),
    st.fixed_dictionaries({"findings": st.lists(st.sampled_from(["a", "b"]), max_size=2).map(tuple)}),
    st.fixed_dictionaries({"overrides": st.just(())}),
    st.fixed_dictionaries({"policy": st.sampled_from(["baltimore-city-md/2", "socorro-tx/1"])}),
    st.fixed_dictionaries({"mandate": st.sampled_from([ReleaseBy.EACH, ReleaseBy.STANDING])}),
    st.fixed_dictionaries({"mandate_seq": st.integers(8, 9)}),
    st.fixed_dictionaries({"opens": st.just(NOON - timedelta(days=1))}),
    st.fixed_dictionaries({"closes": st.just(NOON + timedelta(days=99))}),
)


@given(CHANGES)
def test_one_change_of_anything_in_the_manifest_voids_it_and_is_named(changed: dict[str, object]) -> None:
    rebuilt: Manifest = manifest(**changed)

    found = reasons(gate(rebuilt=rebuilt))

    same = rebuilt.to_bytes() == manifest().to_bytes()
    assert found == ([] if same else ["publications.not-what-was-released"])
    assert set(differences(manifest(), rebuilt)) == (set() if same else set(changed))


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_a_post_has_one_publication_on_an_account(post: str, account: str, other: str, there: str) -> None:
    one = publication_id(PostId(post), AccountId(account))
    again = publication_id(PostId(other), AccountId(there))

    assert UUID(one).version == 8
    if "\0" not in post + account + other + there:
        assert (one == again) == ((post, account) == (other, there))
