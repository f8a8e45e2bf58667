"""Log-ins: what is sealed, and that it shows itself nowhere."""

import pytest

from smadmin.domain.credentials import LogIn


def test_a_log_in_survives_its_bytes() -> None:
    log_in = LogIn("social@lincoln.example", "pässwörd \N{KEY} 1", ("one", "two"))

    assert LogIn.from_bytes(log_in.to_bytes()) == log_in


def test_it_has_no_words_of_its_own() -> None:
    assert "canary" not in repr(LogIn("canary-user", "canary-word", ("canary-code",)))


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"v":2,"user":"a","password":"b","recovery":[]}', b'{"v":1,"recovery":"x"}']
)
def test_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        LogIn.from_bytes(content)
