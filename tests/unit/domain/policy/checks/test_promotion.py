"""Selling is found; the school's own sales and thanks aren't selling."""

import pytest

from smadmin.domain.policy.checks.promotion import Promotion
from smadmin.domain.policy.reading import Reading
from tests.corpus.reading import sample_school
from tests.policies import marked

RULE = Promotion()


@pytest.mark.demand("BAL-B1l1")
@pytest.mark.demand("SOC-C3")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Buy now at Joe's Pizza!", ["Buy now"]),
        ("Text her to order, it pays for the field trip.", ["Text her to order"]),
        ("Bright Smiles is taking new patients.", ["taking new patients"]),
        ("Use code LIONS20 and save big.", ["Use code LIONS20", "save big"]),
        ("Get 20% off at the mall this week", ["20% off"]),
        ("Limited-time offer from our friends", ["Limited-time offer"]),
        ("¡Compre ahora! Envío gratis", ["Compre ahora", "Envío gratis"]),
        ("Código de descuento", ["Código de descuento"]),
        ("Backpacks on sale at Walmart.", ["on sale at Walmart"]),
    ],
)
def test_selling_is_found(text: str, words: list[str]) -> None:
    assert marked(RULE, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The book fair opens Monday: buy now, read tonight!",
        "Order your yearbook today. Yearbooks: order now!",
        "Tickets are $5; buy online now or at the door.",
        "Thank you, Safeway, for donating snacks!",
        "Spirit wear is 20% off this week.",
        "Winter concert: tickets on sale at the office",
        "La feria del libro: ¡compre hoy!",
        "Please buy into our reading goal",
        "We order lunch at noon.",
        "Our best day yet",
        "Spirit wear orders are due Friday. Order online today!",
    ],
)
def test_the_schools_own_sales_and_thanks_are_left_alone(text: str) -> None:
    assert marked(RULE, text) == []


def test_a_party_that_sells_is_found_and_a_dine_out_night_for_the_school_is_not() -> None:
    rule, school = Promotion(), sample_school()

    sold = "Ms. Tate is hosting a Scentsy party in the lounge, come shop!"
    benefit = "Dine out night at Chipotle: a third of the bill goes to our PTA."

    assert len(list(rule.hits(Reading(sold), school))) == 1
    assert list(rule.hits(Reading(benefit), school)) == []
