"""What is drawn of a platform's page: an address of the account's own server, and a place to press."""

from smadmin.domain.token_steps import Drawn, TokenStep

DRAWN = Drawn("Open it.", "Profile", menu=("Posts", "Profile"), lines=("[x] write",), button="Go")
SPANISH = Drawn("Ábralo.", "Perfil", menu=("Perfil",))
STEP = TokenStep("{server}/wp-admin/profile.php", DRAWN, {"es": SPANISH})


def test_the_address_is_the_account_s_own_server_s() -> None:
    assert STEP.address("https://blog.hill.example/ ") == "blog.hill.example/wp-admin/profile.php"


def test_what_is_not_put_into_a_language_is_english() -> None:
    assert (STEP.said("es"), STEP.said("fr")) == (SPANISH, DRAWN)


def test_what_can_be_pressed_stands_on_the_page() -> None:
    assert DRAWN.places == ("Posts", "Profile", "[x] write", "Go")
    assert SPANISH.places == ("Perfil",)
