"""A broken pack is refused with its line and its reason."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis.strategies import integers, lists, sampled_from

from smadmin import resources
from smadmin.domain.errors import BadInput
from smadmin.domain.policy.enforcement import STANDING, Means
from smadmin.domain.policy.values import CORRECTED
from smadmin.importing.packs import parse_pack, read_pack, read_packs

SOCORRO = resources.find("policies/socorro-tx.toml").read_text("utf-8")


VULGAR = 'es = "Obsceno o vulgar"\ndemands = ["SOC-M7"]'
DESK = 'enforced_by = ["step:comment-desk"]'


def line_of(text: str) -> int:
    return SOCORRO[: SOCORRO.index(text)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('id = "socorro-tx"', "id = socorro-tx", line_of("id ="), "syntax"),
        ('releases = "week"', 'releases = "never"', line_of("releases"), "choice"),
        ('releases = "week"', 'releases = "phone"', line_of("releases"), "choice"),
        ("roster_age_days = 14", "roster_age_days = 0", line_of("roster_age"), "range"),
        (
            "roster_age_days = 14",
            "roster_age_days = 14\nmatch_hundredths = 70",
            line_of("roster_age") + 1,
            "range",
        ),
        ("roster_age_days = 14", 'roster_age_days = "14"', line_of("roster_age"), "number"),
        ("password_months = 0", "password_months = 61", line_of("password_months"), "range"),
        ("warn_day = 5", "warn_day = 9", line_of("warn_day"), "range"),
        ("warn_day = 5", "warn = 5", line_of("warn_day"), "unknown-key"),
        ('holidays = "US-TX"', 'holidays = "Texas"', line_of("holidays ="), "region"),
        ("due_days = 7", "due_days = 7\nposts = 15", line_of("due_days") + 1, "range"),
        ('source = "SOC-M1"', 'source = "SOC-X"', line_of("source"), "no-clause"),
        ("political = {", "astrology = {", line_of("political = {"), "no-rule"),
        ("political = {", "promotion = {", line_of("political = {"), "syntax"),
        (
            '"SOC-M2", "SOC-O5"] }',
            '"SOC-M2", "SOC-O5", "SOC-M9"] }',
            line_of("right-of-use = {"),
            "no-clause",
        ),
        ('demands = ["SOC-M2", "SOC-O5"] }', "demands = [] }", line_of("right-of-use = {"), "missing"),
        (
            'severity = "block", demands = ["SOC-M2"',
            'demands = ["SOC-M2"',
            line_of("right-of-use"),
            "missing",
        ),
        ('override_by = "principal"', 'override_by = "reviewer"', line_of("student-record"), "choice"),
        ('["step:list-age"', '["step:list-rage"', line_of('enforced_by = ["step:list-age"'), "no-enforcer"),
        (
            "release_days = 7",
            'release_days = 7\nlicence = "as you like"',
            line_of("release_days") + 1,
            "licence",
        ),
        (DESK, "", line_of("[clauses.SOC-O6]"), "nothing-enforces"),
        (
            'enforced_by = ["step:login-domain"]',
            'enforced_by = ["check:political"]',
            line_of('enforced_by = ["step:login-domain"]'),
            "not-run",
        ),
        ('kind = "drugs"', 'kind = "obscene"', line_of('kind = "drugs"'), "twice"),
        (VULGAR, VULGAR.replace("M7", "M8"), line_of(VULGAR) + 1, "no-clause"),
        ('kind = "closure"', 'kind = "party"', line_of('kind = "closure"'), "choice"),
        ("on \u2039day\u203a because", "on {day} because", line_of("on \u2039day\u203a because"), "blank"),
        ("release_days = 7", "release_days = 90", line_of("release_days"), "range"),
        ('platforms = ["facebook",', 'platforms = ["friendster",', line_of("platforms"), "choice"),
        ('elections = ["2027-05-01"', 'elections = ["in May"', line_of("elections"), "day"),
        ('languages = ["en", "es"]', 'languages = "en"', line_of("languages"), "texts"),
        ('languages = ["en", "es"]', "languages = [1]", line_of("languages"), "texts"),
        ('en = "Would you bring', 'de = "Would you bring', line_of('en = "Would you bring'), "unknown-key"),
        ('name = "Socorro Independent School District"', 'name = " "', line_of("name ="), "text"),
        ("[[contacts]]\noffice", "[[contacts]]\nfax", line_of("[[contacts]]") + 1, "unknown-key"),
    ],
)
def test_a_broken_pack_names_line_and_reason(
    tmp_path: Path, old: str, new: str, line: int, reason: str
) -> None:
    broken = tmp_path / "socorro-tx.toml"
    broken.write_text(SOCORRO.replace(old, new, 1), "utf-8")

    with pytest.raises(BadInput) as refused:
        read_pack(broken)

    told = refused.value.happened.values
    assert (told["line"], getattr(told["reason"], "id", "").partition(".")[2]) == (line, f"reason-{reason}")
    assert refused.value.kept


def test_what_is_still_to_come_keeps_no_clause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STANDING, Means.STEP, STANDING[Means.STEP] - {"comment-desk"})

    with pytest.raises(BadInput) as refused:
        parse_pack("socorro-tx.toml", SOCORRO.encode())

    told = refused.value.happened.values
    assert told["line"] == line_of("step:comment-desk")
    assert getattr(told["reason"], "id", "") == "policy.reason-not-built"


def test_a_missing_value_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "p.toml"
    broken.write_text('id = "p"\n', "utf-8")

    with pytest.raises(BadInput) as refused:
        read_pack(broken)

    assert getattr(refused.value.happened.values["reason"], "values", {}) == {"key": "name"}


def test_a_district_may_choose_what_counts_as_a_match_within_limits(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text(SOCORRO.replace("roster_age", "match_hundredths = 55\nroster_age", 1), "utf-8")

    assert read_pack(path).match_hundredths == 55
    assert read_pack(resources.find("policies/socorro-tx.toml")).match_hundredths is None


def _with_corrected(path: Path, said: str) -> Path:
    path.write_text(f'{SOCORRO}\n[corrected]\nen = "{said}"\n', "utf-8")
    return path


def test_a_district_says_in_its_own_words_that_a_post_was_corrected(tmp_path: Path) -> None:
    path = _with_corrected(tmp_path / "p.toml", "We put this right on \u2039day\u203a.")

    assert read_pack(path).corrected.said("es") == "We put this right on \u2039day\u203a."
    assert read_pack(resources.find("policies/socorro-tx.toml")).corrected == CORRECTED


@pytest.mark.parametrize("said", ["Corrected.", "Corrected on {day}.", "\u2039day\u203a and \u2039day\u203a"])
def test_words_for_corrections_have_one_blank_for_the_day(tmp_path: Path, said: str) -> None:
    with pytest.raises(BadInput):
        read_pack(_with_corrected(tmp_path / "p.toml", said))


def test_two_packs_of_one_id_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SOCORRO, "utf-8")
    (tmp_path / "b.toml").write_text(SOCORRO, "utf-8")

    with pytest.raises(BadInput):
        read_packs(tmp_path)


LINES = SOCORRO.splitlines()
ODD = (
    "",
    "x = 1",
    "rules = 3",
    "[clauses]",
    "[[rules]]",
    "clauses = []",
    'says = ["a"]',
    "[rules]",
    "\x00",
    "[[contacts]]",
)


@settings(max_examples=30, deadline=None)
@given(places=lists(integers(0, len(LINES) - 1), max_size=4), odd=sampled_from(ODD))
def test_whatever_a_file_holds_it_is_a_policy_or_refused(places: list[int], odd: str) -> None:
    lines = [odd if number in places else line for number, line in enumerate(LINES)]

    with suppress(BadInput):
        assert parse_pack("odd.toml", "\n".join(lines).encode()).clauses


@pytest.mark.parametrize("untrusted", [b"\xff", b"", b"a" * ((1 << 20) + 1), b"x = " + b"[" * 5000])
def test_what_is_no_file_of_a_policy_is_refused(untrusted: bytes) -> None:
    with pytest.raises(BadInput):
        parse_pack("odd.toml", untrusted)


@pytest.mark.parametrize(
    ("written", "months"), [("", None), ("password_months = 0", None), ("password_months = 6", 6)]
)
def test_without_months_no_password_is_changed_for_its_age(written: str, months: int | None) -> None:
    text = SOCORRO.replace("password_months = 0 ", f"{written} ")

    assert parse_pack("own.toml", text.encode()).password_months == months


def test_a_policy_asks_for_so_many_posts_a_week_and_may_let_accounts_rest() -> None:
    weekly = parse_pack("own.toml", SOCORRO.encode()).cadence
    written = SOCORRO.replace("due_days = 7", "due_days = 7\nposts = 3\nrests = true")
    three = parse_pack("own.toml", written.encode()).cadence

    assert (weekly.posts, weekly.rests, weekly.holidays) == (1, False, "US-TX")
    assert (three.posts, three.rests) == (3, True)


@pytest.mark.demand("SOC-M1")
@pytest.mark.demand("SOC-O3")
def test_socorros_accounts_post_weekly_are_warned_on_day_five_and_never_rest() -> None:
    cadence = parse_pack("own.toml", SOCORRO.encode()).cadence

    assert (cadence.due_days, cadence.warn_day, cadence.rests, cadence.source) == (7, 5, False, "SOC-M1")
