"""One-time codes: ten letters, forgiving to type, and a key that only they make."""

from smadmin.credentials.codes import CodeKey, looks_like_code, new_code
from smadmin.credentials.identity import Ed25519Verifier
from smadmin.credentials.locks import Costs

CHEAP = Costs(8 * 1024, 1, 1)
SALT = b"sixteen bytes ok"


def test_a_code_is_ten_letters_and_never_the_same() -> None:
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    assert all(looks_like_code(code) and not set(code) & set("ILOU") for code in codes)


def test_small_letters_blanks_and_letters_that_look_alike_dont_count() -> None:
    told = CodeKey.of("01ABC-DEFGH", SALT, CHEAP)

    assert told.public == CodeKey.of(" oi abc defgh ", SALT, CHEAP).public
    assert told.public != CodeKey.of("01ABC-DEFGJ", SALT, CHEAP).public
    assert told.public != CodeKey.of("01ABC-DEFGH", b"another salt, ok", CHEAP).public


def test_what_a_code_signs_is_verified_by_the_half_in_the_list() -> None:
    key = CodeKey.of(new_code(), SALT, CHEAP)

    signature = key.sign(b"this key is mine")

    verify = Ed25519Verifier().verifies
    assert verify(public=key.public, message=b"this key is mine", signature=signature)
    assert not verify(public=key.public, message=b"that key is mine", signature=signature)
