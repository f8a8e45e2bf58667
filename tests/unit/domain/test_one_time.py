"""Codes are those that RFC 6238 prints; seeds are read as platforms show them."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.errors import BadInput
from smadmin.domain.one_time import Seed

RFC = {
    "sha1": b"12345678901234567890",
    "sha256": b"12345678901234567890123456789012",
    "sha512": b"1234567890123456789012345678901234567890123456789012345678901234",
}
"""The seeds of RFC 6238, appendix B (with its erratum: as long as the digest)."""

VECTORS = [
    (59, ("94287082", "46119246", "90693936")),
    (1111111109, ("07081804", "68084774", "25091201")),
    (1111111111, ("14050471", "67062674", "99943326")),
    (1234567890, ("89005924", "91819424", "93441116")),
    (2000000000, ("69279037", "90698825", "38618901")),
    (20000000000, ("65353130", "77737706", "47863826")),
]


@pytest.mark.parametrize(("seconds", "codes"), VECTORS)
def test_the_codes_are_those_of_the_rfc(seconds: int, codes: tuple[str, ...]) -> None:
    now = datetime.fromtimestamp(seconds, UTC)

    assert tuple(Seed(secret, 8, digest=name).code(now) for name, secret in RFC.items()) == codes


def test_a_code_says_for_how_long_it_counts() -> None:
    seed = Seed(RFC["sha1"])

    assert [seed.left_s(datetime.fromtimestamp(second, UTC)) for second in (0, 29, 30, 59)] == [30, 1, 30, 1]
    assert len(seed.code(datetime.fromtimestamp(59, UTC))) == 6


@pytest.mark.parametrize(
    "typed",
    [
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
        "gezd gnbv gy3t qojq gezd gnbv gy3t qojq",
        "GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ==",
        "otpauth://totp/X:lincoln?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=X",
    ],
)
def test_a_seed_is_read_as_platforms_show_it(typed: str) -> None:
    assert Seed.read(typed).secret == RFC["sha1"]


def test_an_address_says_how_it_counts() -> None:
    read = Seed.read("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&digits=8&period=60&algorithm=SHA256")

    assert (read.digits, read.step_s, read.digest) == (8, 60, "sha256")


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "not a seed!",
        "GEZD",
        "otpauth://hotp/x?secret=GEZDGNBVGY3TQOJQ&counter=1",
        "otpauth://totp/x?issuer=X",
        "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&algorithm=MD5",
        "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&digits=40",
        "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&period=0",
        "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&period=soon",
    ],
)
def test_what_is_no_seed_is_refused(odd: str) -> None:
    with pytest.raises(BadInput) as refused:
        Seed.read(odd)

    assert refused.value.happened.id == "vault.seed-odd"


def test_a_seed_is_told_in_letters_that_somebody_can_type_from_paper() -> None:
    """The whole address of a QR code stood on the sheet; typed back in, the letters make the same codes."""
    address = "otpauth://totp/X:lincoln?secret=JBSWY3DPEHPK3PXP&issuer=X&period=30"

    letters = Seed.read(address).letters

    assert letters == "JBSW Y3DP EHPK 3PXP"
    assert Seed.read(letters) == Seed.read(address)
    assert Seed.read(f"{address}&digits=8").letters is None  # letters alone would make six digits
