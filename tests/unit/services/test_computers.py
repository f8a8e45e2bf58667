"""Computers: whose each is, what a personal one doesn't take in, and what it asks whoever sits down."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.canonical import Plain
from smadmin.domain.computers import Owner, description
from smadmin.domain.errors import BadInput, KnownError, NotAllowed
from smadmin.domain.ids import AccountId, PublicationId
from smadmin.domain.log_ins import LogIn
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.vocabulary import Act, Noun
from smadmin.publishing.assisted import OutgoingPicture, write_bundle
from smadmin.publishing.browsers import Profiles
from smadmin.services.accounts import Accounts
from smadmin.services.computers import Computers
from smadmin.services.laid_out import HandedOut
from smadmin.services.proof import Fact, Proof, Proven
from smadmin.services.publications import Publications
from tests.sample import sample_office, sit
from tests.school import TinySchool, make_school, passphrase
from tests.unit.services.test_accounts import form


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    made = make_school(tmp_path, sample=False)
    made.desk.computer = computers(made).at
    return made


def computers(school: TinySchool) -> Computers:
    return Computers(school.desk, Proof(school.desk, lambda: school.noted))


def sign(
    school: TinySchool, act: Act, noun: Noun, *, by: str = "ana", parts: Mapping[str, Plain] | None = None
) -> None:
    with school.desk.deed(school.by(by)) as deed:
        deed.record(act, noun, str(school.seat.id), parts=parts)


def described_as(owner: Owner) -> dict[str, Plain]:
    return {"computer": description(owner, "Office PC")}


def test_a_computer_that_nobody_described_hinders_nothing(school: TinySchool) -> None:
    here = computers(school).here(school.by("ana"))

    assert here.computer is None
    assert here.may_say == set(Owner)
    assert not here.needs_why
    sign(school, Act.TAKE_IN, Noun.PHOTO_SETS)


@pytest.mark.demand("BAL-B1g2")
def test_at_a_personal_one_each_session_begins_with_a_reason(school: TinySchool) -> None:
    computers(school).describe(school.by("ana"), Owner.PERSONAL, "Ana's laptop")
    assert computers(school).here(school.by("ana")).needs_why
    with pytest.raises(NotAllowed) as refused:
        sign(school, Act.SUBMIT, Noun.POSTS)
    assert [(one.message.id, one.citation) for one in refused.value.reasons] == [
        ("computers.say-why-first", "BAL-B1g2")
    ]

    computers(school).say_why(school.by("ana"), "The school is closed for snow")

    assert not computers(school).here(school.by("ana")).needs_why
    assert computers(school).here(school.by("pat")).needs_why
    sign(school, Act.SUBMIT, Noun.POSTS)
    ana = school.session.actor
    school.clock.at += timedelta(minutes=20)
    assert not computers(school).here(ana).needs_why
    again = computers(school).here(school.by("ana"))
    assert (again.needs_why, again.last_why) == (True, "The school is closed for snow")
    with pytest.raises(NotAllowed):
        sign(school, Act.SUBMIT, Noun.POSTS)


@pytest.mark.demand("BAL-B1g2")
def test_a_passphrase_given_again_is_the_same_session_and_the_chair_is_one_of_its_own(
    school: TinySchool,
) -> None:
    computers(school).describe(school.by("ana"), Owner.PERSONAL, "Ana's laptop")
    computers(school).say_why(school.session.actor, "At the tournament")
    school.clock.at += timedelta(minutes=6)

    school.session.give_passphrase_again(passphrase("ana"))
    assert not computers(school).here(school.session.actor).needs_why
    school.session.hand_over(school.people["pat"], passphrase("pat"))
    assert computers(school).here(school.session.actor).needs_why
    school.session.give_back()
    assert not computers(school).here(school.session.actor).needs_why


@pytest.mark.demand("BAL-B1g2")
def test_a_reviewer_says_that_it_is_their_own_and_not_that_it_is_the_school_s(school: TinySchool) -> None:
    bo = school.by("bo")
    with pytest.raises(KnownError) as refused:
        computers(school).describe(bo, Owner.SCHOOL, "Office PC")
    sign(school, Act.REGISTER_COMPUTER, Noun.COMPUTERS, by="bo", parts=described_as(Owner.SCHOOL))
    assert computers(school).here(bo).computer is None

    computers(school).describe(bo, Owner.PERSONAL, "Bo's laptop")

    found = computers(school).here(bo).computer
    assert refused.value.happened.id == "computers.not-yours"
    assert found is not None
    assert found.owner is Owner.PERSONAL


@pytest.mark.demand("BAL-B1g2")
@pytest.mark.parametrize(
    ("noun", "act"),
    [
        (Noun.PHOTO_SETS, Act.TAKE_IN),
        (Noun.VIDEOS, Act.TAKE_IN_VIDEO),
        (Noun.STUDENTS, Act.ADD_PORTRAIT),
        (Noun.STUDENTS, Act.MAKE_PATTERN),
    ],
)
def test_no_childs_picture_is_taken_in_at_a_personal_one(school: TinySchool, noun: Noun, act: Act) -> None:
    computers(school).describe(school.by("ana"), Owner.PERSONAL, "Ana's laptop")
    computers(school).say_why(school.by("ana"), "At the tournament")

    with pytest.raises(NotAllowed) as refused:
        sign(school, act, noun)

    assert refused.value.reasons[0].message.id == "computers.nothing-left-behind"


@pytest.mark.demand("BAL-B1g2")
def test_no_log_in_lies_in_the_keyring_of_a_personal_one(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega").actor
    with_password = {Platform.X, Platform.INSTAGRAM, Platform.MASTODON, Platform.BLUESKY}
    before, opened = [one.id for one in office.accounts.all() if one.platform in with_password][:2]
    for account, password in ((before, "canary-Falcon-42"), (opened, "canary-Otter-43")):
        office.vault.shelve(office.vault.keep(maya, account, LogIn("a@lincoln.example", password)).value)
    office.computers.describe(maya, Owner.PERSONAL, "Maya's laptop")
    office.computers.say_why(maya, "The school is closed for snow")

    shown = office.vault.reveal(maya, office.vault.fetch(opened)).value

    assert shown.password == "canary-Otter-43"
    lying = [office.grounds.secrets.get(f"account/{one}") is not None for one in (before, opened)]
    assert lying == [True, False]
    office.forget_log_ins()
    assert office.grounds.secrets.get(f"account/{before}") is None
    office.vault.fetch(before)
    assert office.grounds.secrets.get(f"account/{before}") is None
    fresh = LogIn("a@lincoln.example", "canary-Badger-44")  # a departure waits for no school computer
    office.vault.shelve(office.vault.keep(maya, opened, fresh).value)
    assert office.vault.reveal(maya, office.vault.fetch(opened)).value.password == "canary-Badger-44"
    assert office.grounds.secrets.get(f"account/{opened}") is None


@pytest.mark.demand("BAL-B1g2")
def test_no_live_log_in_lies_in_an_account_s_browser_at_a_personal_one(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    unlocked = sit(office, "maya-ortega")
    maya, folder = unlocked.actor, Profiles(office.grounds.place.private).folder_of(AccountId("larks"))
    folder.mkdir(parents=True)
    office.begin_work(maya)
    assert folder.is_dir()  # the school's own computer keeps it

    office.computers.describe(maya, Owner.PERSONAL, "Maya's laptop")
    office.begin_work(maya)
    gone_when_sat_down = not folder.exists()
    folder.mkdir(parents=True)
    office.close()

    assert (gone_when_sat_down, folder.exists()) == (True, False)


@pytest.mark.demand("BAL-B1g2")
def test_a_computer_described_while_somebody_sits_there_keeps_nothing_from_then_on(tmp_path: Path) -> None:
    office = sample_office(tmp_path)
    maya = sit(office, "maya-ortega").actor
    office.begin_work(maya)
    folder = Profiles(office.grounds.place.private).folder_of(AccountId("larks"))
    left = list[bool]()
    for leave in (office.forget_log_ins, office.lock, office.close):
        folder.mkdir(parents=True)
        if not left:
            office.computers.describe(maya, Owner.PERSONAL, "Maya's laptop")
        leave()
        left.append(folder.exists())

    assert left == [False] * 3


@pytest.mark.demand("BAL-B1g2")
def test_pictures_that_lay_ready_when_the_program_was_killed_go_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sample_office(tmp_path / "school")
    maya = sit(office, "maya-ortega").actor
    office.computers.describe(maya, Owner.PERSONAL, "Maya's laptop")
    office.begin_work(maya)
    bundle = write_bundle(tmp_path / "out", "x", "words", [OutgoingPicture(b"\xff\xd8\xff", "a tower")])
    handed = HandedOut(bundle.folder, "words", bundle.pictures, "https://x.com/larks")
    monkeypatch.setattr(Publications, "hand_out", lambda *_given, **_named: handed)

    going = Publication(
        PublicationId("p"), office.school.id, AccountId("larks"), PublicationStep.INTENDED, by=maya.person
    )
    office.lay_ready(maya, going, folder=tmp_path, handle="larks")
    laid = bundle.folder.exists()
    office.begin_work(maya)  # as after a kill: nothing of before is in memory

    assert (laid, bundle.folder.exists()) == (True, False)
    assert not (office.grounds.place.seat / "laid-ready.json").exists()


def test_later_only_the_office_says_whose_it_is(school: TinySchool) -> None:
    computers(school).describe(school.by("ana"), Owner.PERSONAL, "Ana's laptop")

    with pytest.raises(KnownError):
        computers(school).describe(school.by("ana"), Owner.SCHOOL, "Office PC")
    sign(school, Act.REGISTER_COMPUTER, Noun.COMPUTERS, parts=described_as(Owner.SCHOOL))
    assert computers(school).here(school.by("ana")).needs_why

    computers(school).describe(school.by("pat"), Owner.SCHOOL, "Office PC")

    assert [(one.name, one.owner) for one in computers(school).all(school.by("bo"))] == [
        ("Office PC", Owner.SCHOOL)
    ]


def test_nobody_describes_a_computer_from_another_one(school: TinySchool) -> None:
    with school.desk.deed(school.by("pat")) as deed:
        part = {"computer": description(Owner.SCHOOL, "Elsewhere")}
        deed.record(Act.REGISTER_COMPUTER, Noun.COMPUTERS, "another-seat", parts=part)

    assert computers(school).all(school.by("pat")) == ()


@pytest.mark.demand("WIC-S3")
def test_protection_is_asked_about_once_a_year(school: TinySchool) -> None:
    computers(school).describe(school.by("ana"), Owner.SCHOOL, "Office PC")
    assert computers(school).here(school.by("ana")).protection_due

    computers(school).say_protected(school.by("ana"), "ClamAV")

    assert not computers(school).here(school.by("ana")).protection_due
    school.clock.at += timedelta(days=365)
    assert computers(school).here(school.by("ana")).protection_due


def test_a_name_and_a_reason_are_words(school: TinySchool) -> None:
    ana = school.by("ana")

    with pytest.raises(BadInput):
        computers(school).describe(ana, Owner.SCHOOL, " \n")
    with pytest.raises(BadInput):
        computers(school).say_why(ana, "  ")


@pytest.mark.demand("BAL-B1g2")
def test_who_administers_a_single_account_says_that_the_computer_is_their_own(school: TinySchool) -> None:
    school.admit("dan", "Dan Ito", set(), by="pat")
    accounts = Accounts(school.desk)
    account = accounts.adopt(school.by("ana"), form(school)).value
    accounts.designate(school.by("pat"), account, school.people["dan"])

    computers(school).describe(school.by("dan"), Owner.PERSONAL, "Dan's laptop")

    assert not computers(school).keeps_log_ins(school.by("dan"))
    here = computers(school).here(school.by("dan"))
    assert here.computer is not None
    assert (here.computer.owner, here.needs_why) == (Owner.PERSONAL, True)


def test_a_deed_reads_no_reason_that_was_ever_given(
    school: TinySchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A personal computer's rows grow with each sitting; what is said in them is for who reads it."""
    ana, rooms = school.by("ana"), computers(school)
    rooms.describe(ana, Owner.PERSONAL, "Ana's laptop")
    for reason in ("Snow", "Power cut"):
        rooms.say_why(ana, reason)
    read, whole = list[str](), Proven.part_bytes

    def noted(proven: Proven, fact: Fact, name: str) -> bytes | None:
        read.append(name)
        return whole(proven, fact, name)

    monkeypatch.setattr(Proven, "part_bytes", noted)

    sign(school, Act.SUBMIT, Noun.POSTS)

    assert "said" not in read
    assert rooms.here(ana).last_why == "Power cut"
    assert read.count("said") == 1
