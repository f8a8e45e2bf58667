"""Whoever is on the way out looks for nobody by file, and another program of theirs neither."""

from pathlib import Path

import pytest

from smadmin.domain.departures import Leaving
from smadmin.domain.people import Role
from smadmin.services.departures import Departures
from smadmin.services.photos import away
from smadmin.services.policy import Policy
from tests.mail import Mail, make_mail, refused


@pytest.fixture
def mail(tmp_path: Path) -> Mail:
    return make_mail(tmp_path / "data")


@pytest.mark.demand("BAL-B1b3")
@pytest.mark.parametrize("by", ["cem", "dee"])
def test_whoever_is_on_the_way_out_looked_for_nothing_and_is_asked_nothing(mail: Mail, by: str) -> None:
    answer, school = mail.answered(), mail.room.school
    school.admit("dee", "Dee Adeyemi", {Role.ADMINISTRATOR}, by="pat")
    platforms = Policy.shipped().platforms
    leaving = Leaving(person=school.people["bo"], successor=school.people["ana"])
    Departures(school.desk, mail.proof, lambda: platforms).begin(school.by(by), leaving)

    assert refused(lambda: mail.take(answer)) == "away.cannot-look"
    assert refused(mail.ask) == "away.cannot-look"


@pytest.mark.demand("BAL-B1b3")
def test_an_answer_that_was_taken_in_before_stands(mail: Mail) -> None:
    school, platforms = mail.room.school, Policy.shipped().platforms
    mail.take(mail.answered())
    leaving = Leaving(person=school.people["bo"], successor=school.people["ana"])
    Departures(school.desk, mail.proof, lambda: platforms).begin(school.by("cem"), leaving)

    assert mail.proven().second == school.people["bo"]


@pytest.mark.demand("BAL-B1b3")
def test_an_answer_that_another_program_took_in_is_no_second_look(
    mail: Mail, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, school, platforms = mail.answered(), mail.room.school, Policy.shipped().platforms
    leaving = Leaving(person=school.people["bo"], successor=school.people["ana"])
    Departures(school.desk, mail.proof, lambda: platforms).begin(school.by("cem"), leaving)
    with monkeypatch.context() as another_program:
        another_program.setattr(away, "leaves_now", lambda *_who: False, raising=False)
        mail.take(answer)

    assert mail.proven().second is None
