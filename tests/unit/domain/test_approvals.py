"""Who may release what: stories over all cases, and the ones that people meet."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smadmin.domain.approvals import (
    Mandate,
    PhotoLooks,
    ReleaseBy,
    ReleaseCase,
    mandate_of,
    release_blockers,
)
from smadmin.domain.errors import Reason
from smadmin.domain.ids import PersonId, PhotoId, PostId
from smadmin.domain.messages import say
from smadmin.domain.people import Role

ANA, BO, PAT, DEE = (PersonId(name) for name in ("ana", "bo", "pat", "dee"))
PEOPLE = st.sampled_from([ANA, BO, PAT, DEE])
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
TODAY = NOON.date()


def looked(first: PersonId | None = ANA, second: PersonId | None = BO, **other: object) -> PhotoLooks:
    seen = PhotoLooks(PhotoId("p"), "00", first, 1 if first else None, second, 2 if second else None)
    return replace(seen, **other)  # type: ignore[arg-type]  # a test's own fields


def case(**other: object) -> ReleaseCase:
    """A text-only post by Ana that Bo may release under the signed week."""
    plain = ReleaseCase(
        post=PostId("post"),
        author=ANA,
        releaser=BO,
        roles=frozenset({Role.REVIEWER}),
        pack_releases=ReleaseBy.WEEK,
        mandate=Mandate(ReleaseBy.WEEK, 7),
        looks=(),
        second_look_required=True,
        open_blocks=(),
        overridden_blocks=0,
        warnings=0,
        account_reasons=(),
        today=TODAY,
    )
    return replace(plain, **other)  # type: ignore[arg-type]  # a test's own fields


def reasons(of: ReleaseCase) -> list[str]:
    return [reason.message.id for reason in release_blockers(of)]


looks = st.builds(
    looked,
    first=st.none() | PEOPLE,
    second=st.none() | PEOPLE,
    exported=st.none() | st.just("00"),
    open_faces=st.integers(0, 2),
    students=st.booleans(),
)
cases = st.builds(
    case,
    releaser=PEOPLE,
    author=PEOPLE,
    roles=st.frozensets(st.sampled_from(Role)),
    pack_releases=st.sampled_from(ReleaseBy),
    mandate=st.none() | st.builds(Mandate, st.sampled_from(ReleaseBy), st.just(7), st.booleans()),
    looks=st.lists(looks, max_size=2).map(tuple),
    second_look_required=st.booleans(),
    open_blocks=st.sampled_from([(), (Reason(say("policy.id-number")),)]),
    overridden_blocks=st.integers(0, 1),
    warnings=st.integers(0, 1),
    roster_right=st.booleans(),
    head_right=st.booleans(),
    clock_right=st.booleans(),
)


@given(cases)
def test_nobody_releases_their_own_post_but_text_under_a_standing_permission(any_case: ReleaseCase) -> None:
    own = replace(any_case, releaser=any_case.author)

    if not release_blockers(own):
        assert own.mandate is not None
        assert own.mandate.by is ReleaseBy.STANDING
        assert own.mandate.covers
        assert own.looks == ()
        assert own.warnings == own.overridden_blocks == 0


@given(cases)
def test_who_took_a_first_look_never_releases(any_case: ReleaseCase) -> None:
    if any(look.first == any_case.releaser for look in any_case.looks):
        assert release_blockers(any_case)


@given(cases)
def test_what_is_released_was_looked_at_by_two_and_has_no_open_face(any_case: ReleaseCase) -> None:
    if release_blockers(any_case):
        return

    assert any_case.open_blocks == ()
    assert any_case.roster_right
    assert any_case.head_right
    assert any_case.clock_right
    for look in any_case.looks:
        assert look.open_faces == 0
        assert look.exported is not None
        assert look.first is not None
        assert look.first != look.second
        assert look.second is not None or not (look.students and any_case.second_look_required)


@given(cases)
def test_without_a_role_nobody_releases(any_case: ReleaseCase) -> None:
    assert release_blockers(replace(any_case, roles=frozenset({Role.COMMUNICATIONS})))


def test_an_ordinary_post_needs_two_people() -> None:
    assert reasons(case()) == []
    assert reasons(case(looks=(looked(),))) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"releaser": ANA}, "approvals.own-post"),
        ({"looks": (looked(first=BO, second=DEE),)}, "approvals.own-first-look"),
        ({"looks": (looked(second=None),)}, "approvals.second-look-missing"),
        ({"looks": (looked(second=DEE),)}, "approvals.second-looker-releases"),
        ({"looks": (looked(first=None),)}, "approvals.first-look-missing"),
        ({"looks": (looked(first=DEE, second=DEE),)}, "approvals.same-eyes"),
        ({"looks": (looked(open_faces=2),)}, "approvals.faces-open"),
        ({"looks": (looked(exported=None),)}, "approvals.not-exported"),
        ({"looks": (looked(exported=None, lacks_file=True),)}, "approvals.file-missing"),
        ({"roles": frozenset({Role.COMMUNICATIONS})}, "approvals.no-role"),
        ({"pack_releases": ReleaseBy.EACH}, "approvals.needs-principal"),
        ({"mandate": None}, "approvals.needs-principal"),
        ({"mandate": Mandate(ReleaseBy.WEEK, 7, covers=False)}, "approvals.not-in-plan"),
        ({"overridden_blocks": 1}, "approvals.override-needs-principal"),
        ({"head_right": False}, "approvals.record-short"),
        ({"roster_right": False}, "approvals.roster-changed"),
        ({"clock_right": False}, "approvals.clock-behind"),
    ],
)
def test_each_reason_has_its_sentence(changed: dict[str, object], expected: str) -> None:
    assert expected in reasons(case(**changed))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"warnings": 1}, ["approvals.standing-clean-only"]),
        ({"looks": (looked(first=DEE),)}, ["approvals.own-post"]),
        ({"mandate": Mandate(ReleaseBy.STANDING, 7, covers=False)}, ["approvals.not-in-plan"]),
        ({"roles": frozenset({Role.PRINCIPAL}), "warnings": 1}, ["approvals.standing-clean-only"]),
    ],
)
def test_a_standing_permission_is_for_clean_text_on_planned_topics(
    changed: dict[str, object], expected: list[str]
) -> None:
    alone: dict[str, object] = {
        "releaser": ANA,
        "roles": frozenset({Role.ADMINISTRATOR}),
        "mandate": Mandate(ReleaseBy.STANDING, 7),
    }

    assert reasons(case(**(alone | changed))) == expected


def test_a_standing_permission_of_somebody_else_releases_no_pictures() -> None:
    standing = Mandate(ReleaseBy.STANDING, 7)

    assert reasons(case(mandate=standing, looks=(looked(),))) == ["approvals.standing-text-only"]


def test_the_principal_releases_what_is_off_the_plan_and_overridden() -> None:
    assert (
        reasons(case(releaser=PAT, roles=frozenset({Role.PRINCIPAL}), mandate=None, overridden_blocks=1))
        == []
    )


@pytest.mark.parametrize(
    ("roles", "named", "expected"),
    [
        ({Role.PRINCIPAL}, {Role.PRINCIPAL}, []),
        ({Role.DEPUTY}, {Role.PRINCIPAL}, []),
        ({Role.COMMUNICATIONS}, {Role.COMMUNICATIONS}, []),
        ({Role.COMMUNICATIONS}, {Role.PRINCIPAL}, ["approvals.no-role"]),
        ({Role.PRINCIPAL}, {Role.COMMUNICATIONS}, ["approvals.override-needs-communications"]),
        ({Role.REVIEWER}, {Role.PRINCIPAL}, ["approvals.override-needs-principal"]),
        ({Role.REVIEWER}, {Role.COMMUNICATIONS}, ["approvals.override-needs-communications"]),
        (
            {Role.PRINCIPAL},
            {Role.COMMUNICATIONS, Role.PRINCIPAL},
            ["approvals.override-needs-communications"],
        ),
    ],
)
def test_a_block_is_let_stand_by_whom_the_pack_names_and_nobody_else(
    roles: set[Role], named: set[Role], expected: list[str]
) -> None:
    of = case(
        releaser=PAT,
        roles=frozenset(roles),
        mandate=Mandate(ReleaseBy.EACH, 3),
        overridden_blocks=len(named),
        overriders=frozenset(named),
    )

    assert reasons(of) == expected


def test_the_districts_office_releases_nothing_but_what_the_pack_names_it_for() -> None:
    both = frozenset({Role.COMMUNICATIONS, Role.ADMINISTRATOR})

    assert reasons(case(releaser=DEE, roles=both, mandate=Mandate(ReleaseBy.EACH, 3))) == [
        "approvals.needs-principal"
    ]


@pytest.mark.parametrize(
    ("wrote", "office", "permission", "week", "by"),
    [
        (False, 1, None, 3, ReleaseBy.EACH),
        (False, None, None, 3, ReleaseBy.WEEK),
        (False, None, None, None, None),
        (True, None, 2, 3, ReleaseBy.STANDING),
        (True, None, None, 3, None),
        (True, 1, None, 3, None),
    ],
)
def test_the_office_releases_by_itself_an_author_by_a_permission_all_others_by_the_signed_week(
    wrote: bool, office: int | None, permission: int | None, week: int | None, by: ReleaseBy | None
) -> None:
    mandate = mandate_of(
        wrote=wrote, notice=None, office=office, permission=permission, week=week, covered=True, used=False
    )

    assert (None if mandate is None else mandate.by) == by
