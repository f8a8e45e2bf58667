"""A yes by phone: its four words, and what is wrong with one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from smadmin.domain.approvals import Mandate, PhotoLooks, ReleaseBy, ReleaseCase
from smadmin.domain.ids import AccountId, PersonId, PhotoId, PostId, VideoId
from smadmin.domain.manifests import Identified, Manifest
from smadmin.domain.people import Role
from smadmin.domain.spoken import (
    OwedYes,
    Prepared,
    SpokenYes,
    Way,
    YesCase,
    code_of,
    countersign_blockers,
    prepare_blockers,
    same_code,
    sign_blockers,
    yes_blockers,
)
from smadmin.domain.videos.releasing import VideoLooks

ANA, BO, PAT, VIC = (PersonId(name) for name in ("ana", "bo", "pat", "vic"))
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
WORDS = tuple(f"word{n}" for n in range(7_776))
MANIFEST = Manifest(
    post=PostId("post"),
    revision=1,
    author=ANA,
    accounts={AccountId("x"): Identified("pin", "lincoln_es", "https://x.com/lincoln_es")},
    texts={AccountId("x"): "The fair is open."},
    files={},
    looks=(),
    findings=(),
    overrides=(),
    policy="baltimore-city-md/1",
    mandate=ReleaseBy.PHONE,
    mandate_seq=3,
    opens=NOON,
    closes=NOON + timedelta(days=7),
)
ASKED = Prepared(PostId("post"), PAT, MANIFEST, NOON, 9)
YES = SpokenYes(PAT, Way.PHONE, NOON + timedelta(minutes=3), "one two three four")
RELEASE = ReleaseCase(
    post=PostId("post"),
    author=ANA,
    releaser=BO,
    roles=frozenset({Role.REVIEWER}),
    pack_releases=ReleaseBy.EACH,
    mandate=Mandate(ReleaseBy.PHONE, 3),
    looks=(),
    second_look_required=True,
    open_blocks=(),
    overridden_blocks=0,
    warnings=2,
    account_reasons=(),
    today=NOON.date(),
)
VIDEO = VideoLooks(VideoId("v"), "00", "", (), 1)
CASE = YesCase(allowed=True, open=0, sayer=PAT, sayer_roles=frozenset({Role.PRINCIPAL}), release=RELEASE)


def ids(reasons: tuple[object, ...]) -> list[str]:
    return [one.message.id for one in reasons]  # type: ignore[attr-defined]  # reasons


def judged(yes: SpokenYes = YES, prepared: Prepared | None = ASKED, **other: object) -> list[str]:
    facts = {"now_it_is": MANIFEST, "code": "one two three four", "now": NOON + timedelta(minutes=5)} | other
    return ids(yes_blockers(yes, prepared, facts.pop("now_it_is"), **facts))  # type: ignore[arg-type]  # fields by name


def test_four_words_stand_for_every_byte_of_what_is_asked() -> None:
    other = replace(MANIFEST, texts={AccountId("x"): "The fair is open!"})

    assert len(code_of(MANIFEST, WORDS).split()) == 4
    assert code_of(MANIFEST, WORDS) == code_of(replace(MANIFEST), WORDS)
    assert code_of(MANIFEST, WORDS) != code_of(other, WORDS)


def test_a_code_is_taken_however_it_is_spaced_and_an_empty_one_never() -> None:
    assert same_code("  Maple river\tFOX hat ", "maple river fox hat")
    assert not same_code("river maple fox hat", "maple river fox hat")
    assert not same_code("", "")


def test_a_sound_yes_has_nothing_against_it() -> None:
    assert judged() == []
    assert sign_blockers(CASE) == ()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"prepared": None}, ["spoken.not-prepared"]),
        ({"prepared": replace(ASKED, to=VIC)}, ["spoken.not-prepared"]),
        ({"prepared": replace(ASKED, manifest=None)}, ["spoken.not-prepared"]),
        ({"now_it_is": None}, ["spoken.not-prepared"]),
        ({"now_it_is": replace(MANIFEST, revision=2)}, ["spoken.changed"]),
        ({"now": NOON + timedelta(days=8)}, ["spoken.too-old"]),
        ({"code": "four three two one"}, ["spoken.other-code"]),
        ({"yes": replace(YES, said_at=NOON - timedelta(minutes=1))}, ["spoken.time-wrong"]),
        ({"yes": replace(YES, said_at=NOON + timedelta(hours=1))}, ["spoken.time-wrong"]),
    ],
)
def test_each_fault_of_a_yes_has_its_sentence(changed: dict[str, object], expected: list[str]) -> None:
    assert judged(**changed) == expected  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"allowed": False}, "spoken.forbidden"),
        ({"open": 3}, "spoken.closed"),
        ({"sayer_roles": frozenset({Role.COMMUNICATIONS})}, "spoken.not-the-office"),
        ({"sayer": ANA}, "spoken.sayer-wrote"),
        ({"sayer": BO}, "spoken.yours"),
        ({"release": replace(RELEASE, overridden_blocks=1)}, "approvals.override-needs-principal"),
        ({"release": replace(RELEASE, video=VIDEO)}, "approvals.video-needs-principal"),
        ({"release": replace(RELEASE, releaser=ANA)}, "approvals.own-post"),
        ({"release": replace(RELEASE, roles=frozenset({Role.COMMUNICATIONS}))}, "approvals.no-role"),
        ({"release": replace(RELEASE, head_right=False)}, "approvals.record-short"),
    ],
)
def test_each_way_of_cheating_is_refused(changed: dict[str, object], expected: str) -> None:
    assert expected in ids(sign_blockers(replace(CASE, **changed)))  # type: ignore[arg-type]  # fields by name


def test_two_are_not_waited_for() -> None:
    assert sign_blockers(replace(CASE, open=2)) == ()


def test_nobody_is_asked_for_what_the_principal_looked_at_first() -> None:
    look = PhotoLooks(PhotoId("p"), "00", PAT, 1, BO, 2)
    release = replace(RELEASE, looks=(look,), releaser=PAT, roles=frozenset({Role.PRINCIPAL}))

    assert "spoken.sayer-looked" in ids(prepare_blockers(replace(CASE, release=release)))


def test_a_yes_is_read_as_it_was_signed_and_anything_else_is_none() -> None:
    plain = YES.to_plain(9)

    assert SpokenYes.from_plain(plain) == (replace(YES, code=""), 9)
    for spoilt in ({"prepared": "9"}, {"way": "pigeon"}, {"said_at": "2026-11-16T12:00:00"}):
        with pytest.raises((TypeError, ValueError)):
            SpokenYes.from_plain({**plain, **spoilt})


def test_the_office_countersigns_and_never_what_is_its_own() -> None:
    owed = OwedYes(PostId("post"), ANA, YES, BO, NOON, 12)
    office, staff = frozenset({Role.PRINCIPAL}), frozenset({Role.REVIEWER})

    assert countersign_blockers(owed, PAT, office) == ()
    assert ids(countersign_blockers(owed, VIC, staff)) == ["spoken.office-only"]
    assert ids(countersign_blockers(owed, BO, office)) == ["spoken.own"]
    assert ids(countersign_blockers(owed, ANA, office)) == ["spoken.own"]
    assert ids(countersign_blockers(None, PAT, office)) == ["spoken.nothing-owed"]
