"""Digests entry by entry: the same as of all anew, and each worked out once."""

from smadmin.domain.canonical import Plain
from smadmin.domain.entries import Digests, Entry, stored_bytes
from smadmin.domain.records import state_digest


class Counted:
    """Gives an entry's fields and counts how often."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def fields(self, said: str) -> dict[str, Plain]:
        self.asked.append(said)
        return {"said": said}

    def entries(self, **said: str) -> list[Entry]:
        return [(f"pin/{name}", self.fields, (one,)) for name, one in said.items()]


def whole(entries: list[Entry]) -> str:
    return state_digest({entry[0]: stored_bytes(entry) for entry in entries})


def test_a_further_state_asks_only_for_what_changed() -> None:
    counted, digests = Counted(), Digests()
    one, two, three = "one", "two", "three"
    digests.of(counted.entries(a=one, b=two))
    counted.asked.clear()

    after = digests.of(counted.entries(a=one, b=three))

    assert counted.asked == ["three"]
    assert after == whole(counted.entries(a=one, b=three))


def test_what_was_taken_out_is_forgotten() -> None:
    counted, digests = Counted(), Digests()
    digests.of(counted.entries(a="one", b="two"))

    assert digests.of(counted.entries(b="two")) == whole(counted.entries(b="two"))
    assert digests.of(counted.entries()) == whole([])
