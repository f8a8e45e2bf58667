"""Who was told of something wrong on a watched site: as it is signed, and when abuse counts as reported."""

from datetime import date, datetime, timedelta

import pytest

from smadmin.domain.escalations import Telling, Told, Trouble, Whom, telling_blockers, unreported

NOW = datetime.combine(date(2026, 11, 16), datetime.min.time()) + timedelta(hours=9, minutes=5)


def told(trouble: Trouble, whom: Whom) -> Told:
    return Told(Telling(trouble, whom, NOW), None, NOW.date())


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


@pytest.mark.parametrize(("whom", "waits"), [(one, one in {Whom.PRINCIPAL, Whom.OFFICE}) for one in Whom])
def test_only_who_acts_on_suspected_abuse_counts_as_a_report(whom: Whom, waits: bool) -> None:
    assert unreported([told(Trouble.ABUSE, whom)]) is waits
    assert not unreported([told(Trouble.THREAT, whom)])
