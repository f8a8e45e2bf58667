"""Identities sign and open, and nothing else opens what is sealed to them."""

import pytest

from smadmin.credentials.identity import Ed25519Verifier, Identity, seal
from smadmin.domain.errors import BadInput, Tampered


def test_what_an_identity_signs_verifies_with_its_public_half_only() -> None:
    mine, other, verifier = Identity.new(), Identity.new(), Ed25519Verifier()
    signature = mine.sign(b"words")

    assert verifier.verifies(public=mine.public, message=b"words", signature=signature)
    assert not verifier.verifies(public=mine.public, message=b"other words", signature=signature)
    assert not verifier.verifies(public=other.public, message=b"words", signature=signature)
    assert not verifier.verifies(public=b"short", message=b"words", signature=signature)


def test_only_recipients_open_a_sealed_file() -> None:
    mine, other, stranger = Identity.new(), Identity.new(), Identity.new()
    sealed = seal(b"secret", [mine.recipient, other.recipient])

    assert mine.open(sealed) == other.open(sealed) == b"secret"
    with pytest.raises(Tampered):
        stranger.open(sealed)


def test_a_changed_byte_anywhere_is_noticed() -> None:
    mine = Identity.new()
    sealed = seal(b"secret", [mine.recipient])

    for place in range(0, len(sealed), 7):
        broken = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(Tampered):
            mine.open(broken)


def test_the_same_secret_gives_the_same_key() -> None:
    mine = Identity.new()

    assert Identity(mine.secret).key == mine.key
    assert len(mine.key) == 32


@pytest.mark.parametrize("typed", ["", "AGE-SECRET-KEY-1QQQ", "hello"])
def test_a_mistyped_secret_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        Identity(typed)


def test_a_secret_doesnt_show_in_its_text() -> None:
    mine = Identity.new()

    assert mine.secret not in repr(mine)
