"""What was entered about an account, by the rows alone: whose word counts, and as of when."""

from dataclasses import replace
from pathlib import Path

import pytest

from smadmin.domain.account_kinds import AccountKind
from smadmin.domain.accounts import Account
from smadmin.domain.ids import AccountId
from smadmin.domain.people import Role
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.accounts import Accounts
from smadmin.services.entered import Entered, accounts_then, answered_by, entered
from smadmin.services.releases import proven_author
from tests.road import Road, make_road


@pytest.fixture
def road(tmp_path: Path) -> Road:
    made = make_road(tmp_path)
    made.school.admit("eli", "Eli Stone", {Role.ADMINISTRATOR}, by="pat")
    made.school.admit("quinn", "Quinn Harper", {Role.PRINCIPAL, Role.COMMUNICATIONS}, by="pat")
    return made


def told(road: Road, *, until: int | None = None) -> Entered:
    with road.school.desk.look(road.by("ana")) as unit:
        return entered(road.proof.now(unit), road.x, until=until)


def said_by(road: Road, who: str, act: Act = Act.CHANGE, **changed: object) -> Account:
    """Write what a changed program lets anybody sign who has a key for it: the plain row, and its row."""
    with road.school.desk.deed(road.by(who)) as deed:
        other = replace(deed.unit.accounts.get(road.x), **changed)  # type: ignore[arg-type]  # fields by name
        deed.unit.accounts.change(other)
        deed.record(act, Noun.ACCOUNTS, road.x, parts={"account": other.to_plain()})
    return other


@pytest.mark.demand("BAL-A2")
@pytest.mark.parametrize(("who", "counts"), [("eli", False), ("ana", True), ("pat", True), ("cem", True)])
def test_the_details_of_a_live_account_are_told_by_who_is_named_or_answers(
    road: Road, who: str, *, counts: bool
) -> None:
    other = said_by(road, who, page="https://x.com/lincoln_es/about")

    assert told(road).shows(other) is counts


@pytest.mark.demand("BAL-A3")
@pytest.mark.demand("SOC-C4")
@pytest.mark.parametrize(
    ("who", "counts"), [("eli", False), ("ana", False), ("pat", False), ("cem", False), ("quinn", True)]
)
def test_an_account_that_was_live_as_the_schools_becomes_the_districts_by_both(
    road: Road, who: str, *, counts: bool
) -> None:
    other = said_by(road, who, kind=AccountKind.DISTRICT)

    assert told(road).kind == (AccountKind.DISTRICT if counts else AccountKind.SCHOOL)
    assert told(road).shows(other) is counts


@pytest.mark.demand("BAL-A3")
@pytest.mark.parametrize(("who", "kind"), [("ana", "district"), ("pat", "district"), ("cem", "school")])
def test_the_districts_becomes_the_schools_by_communications(road: Road, who: str, kind: str) -> None:
    said_by(road, "quinn", kind=AccountKind.DISTRICT)

    said_by(road, who, kind=AccountKind.SCHOOL)

    assert told(road).kind == kind


@pytest.mark.demand("BAL-A2")
def test_what_somebody_handed_in_unnamed_is_never_theirs_by_a_later_kind(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        for name in ("designation_reasons", "drafting_reasons"):
            changed.setattr(f"smadmin.services.posts.{name}", lambda *_a, **_n: ())
        draft = road.posts.create(road.by("cem"), (road.x,), slot=road.slot, text="The fair opens.").value
        road.posts.submit(road.by("cem"), draft.id)
    said_by(road, "quinn", kind=AccountKind.DISTRICT)

    with road.school.desk.look(road.by("ana")) as unit:
        proven, (revision,) = road.proof.now(unit), unit.revisions.find(post_id=draft.id)
        (then,) = accounts_then(unit, proven, (road.x, AccountId("gone")), revision.seq)
        author = proven_author(unit, proven, revision)

    assert (then.kind, told(road).kind, author) == (AccountKind.SCHOOL, AccountKind.DISTRICT, None)


def test_who_stands_in_says_nothing_but_who_answers(road: Road) -> None:
    page, cem = "https://x.com/evil", road.school.people["cem"]
    signed = Accounts(road.school.desk).get(road.x)

    said_by(road, "cem", Act.STAND_IN, page=page, principal=cem)

    assert told(road).shows(replace(signed, principal=cem))
    with road.school.desk.look(road.by("ana")) as unit:
        part = answered_by(road.proof.now(unit), road.x, road.school.people["quinn"])
    assert (part["page"], part["principal"]) == (signed.page, road.school.people["quinn"])
