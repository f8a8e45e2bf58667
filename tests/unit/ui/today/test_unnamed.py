"""A card leads to where an administrator of the school is named for an account."""

from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.domain.people import Person
from smadmin.services.unnamed import Unnamed
from smadmin.ui.today.unnamed import unnamed_needs
from tests.unit.domain.test_register import account


def test_each_is_one_card_whose_button_opens_the_people_of_an_account() -> None:
    eve = Unnamed(Person(PersonId("eve"), "Eve Stone"), account(1))

    (need,) = unnamed_needs([eve])

    assert need.title == say("accountui.today-name", name="Eve Stone")
    assert need.step is not None
    assert (need.step.screen, need.step.subject) == ("accounts", f"people:{eve.account.id}")
