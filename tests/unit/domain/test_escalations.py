"""Who was told of something wrong on a watched site: as it is signed, and when abuse counts as reported."""

from datetime import date, datetime, timedelta

import pytest

from smadmin.domain.escalations import Telling, Told, Trouble, Whom, telling_blockers, unreported

NOW = datetime.combine(date(2026, 11, 16), datetime.min.time()) + timedelta(hours=9, minutes=5)


def told(trouble: Trouble, whom: Whom, at: datetime = NOW) -> Told:
    return Told(Telling(trouble, whom, at), None, at.date())


@pytest.mark.parametrize("trouble", list(Trouble))
@pytest.mark.parametrize("whom", list(Whom))
def test_a_telling_is_read_as_it_was_signed(trouble: Trouble, whom: Whom) -> None:
    telling = Telling(trouble, whom, NOW, "Safety services" if whom is Whom.OFFICE else "")

    assert Telling.from_plain(telling.to_plain()) == telling
    assert telling_blockers(telling, NOW, ["Safety services"]) == ()


@pytest.mark.parametrize(
    "plain", [{}, {"card": "weather", "whom": "police", "office": "", "at": "2026-11-16"}]
)
def test_what_tells_nothing_is_refused(plain: dict[str, str]) -> None:
    with pytest.raises((KeyError, ValueError)):
        Telling.from_plain(plain)


def test_an_office_is_named_where_and_only_where_one_was_told() -> None:
    for odd in (
        Telling(Trouble.THREAT, Whom.OFFICE, NOW),
        Telling(Trouble.THREAT, Whom.PRINCIPAL, NOW, "Safety services"),
    ):
        assert [one.place for one in telling_blockers(odd, NOW, ["Safety services"])] == ["whom"]


@pytest.mark.parametrize(
    ("whom", "waits"),
    [(one, one not in {Whom.EMERGENCY, Whom.POLICE, Whom.CHILD_PROTECTION}) for one in Whom],
)
def test_only_who_acts_on_suspected_abuse_counts_as_a_report(whom: Whom, waits: bool) -> None:
    assert unreported([told(Trouble.ABUSE, whom)]) is waits
    assert not unreported([told(Trouble.THREAT, whom)])


def test_a_report_answers_what_was_told_before_it_and_the_next_day() -> None:
    report = told(Trouble.ABUSE, Whom.CHILD_PROTECTION)
    before, soon = (told(Trouble.ABUSE, Whom.PRINCIPAL, NOW + timedelta(hours=hours)) for hours in (-40, 20))

    assert not unreported([before, report, soon])


def test_a_report_of_last_month_silences_no_later_suspicion() -> None:
    report = told(Trouble.ABUSE, Whom.POLICE)
    later = told(Trouble.ABUSE, Whom.PRINCIPAL, NOW + timedelta(days=30))
    again = told(Trouble.ABUSE, Whom.CHILD_PROTECTION, NOW + timedelta(days=30, hours=1))

    assert unreported([report, later])
    assert not unreported([report, later, again])
