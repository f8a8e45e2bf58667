"""Whatever is done to a list, in whatever order: a key that signs reviews has a place that let it in."""

from contextlib import suppress
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from smadmin.domain.canonical import Plain
from smadmin.domain.errors import Tampered
from smadmin.domain.keys import KeyKind, Trust, TrustAct
from smadmin.domain.seating import may_review
from tests.listed import DAY, CodeVerifier, a_list, key_of, public_of, row, signed, sits_down, with_list

NAMES = ("bo", "dee")
DEEDS = st.tuples(
    st.sampled_from(("sit", "renew", "strike", "withdraw", "list", "retire")), st.sampled_from(NAMES)
)


def done(trust: Trust, number: int, deed: str, name: str) -> Trust:
    """Do one deed of a story; the codes of a story are its deeds' numbers."""
    pat, place = key_of("pat"), {"list": "list", "place": f"place-{name}"}
    if deed == "sit":
        key = key_of(f"{name}/{number}", KeyKind.REVIEWER)
        for code in (f"code-{name}", *(f"{name}-{one}" for one in range(number))):
            entry = {
                **sits_down(name, key=key),
                "proof": signed(code, "list", f"place-{name}", key.id),
            }
            with suppress(Tampered):
                return trust.after(row(TrustAct.ADMIT, key), entry, CodeVerifier())
        return trust
    entries: dict[str, tuple[TrustAct, dict[str, Plain]]] = {
        "renew": (
            TrustAct.RENEW_CODE,
            {**place, "salt": bytes(16).hex(), "public": public_of(f"{name}-{number}").hex()},
        ),
        "strike": (TrustAct.STRIKE_REVIEWER, {**place}),
        "withdraw": (TrustAct.WITHDRAW_REVIEWERS, {"list": "list"}),
        "list": (TrustAct.LIST_REVIEWERS, {"list": a_list(name).to_plain()}),
        "retire": (TrustAct.RETIRE, {"key": next(iter(alive(trust)), "nobody's")}),
    }
    act, entry = entries[deed]
    with suppress(Tampered):
        return trust.after(row(act, pat), entry)
    return trust


def alive(trust: Trust) -> list[str]:
    return [id_ for id_, key in trust.keys.items() if key.kind is KeyKind.REVIEWER and not key.retired]


@settings(max_examples=60, deadline=None)
@given(st.lists(DEEDS, max_size=12))
def test_a_key_reviews_only_from_a_living_place_and_nobody_has_two(story: list[tuple[str, str]]) -> None:
    trust, gone = with_list(*NAMES), set[str]()

    for number, (deed, name) in enumerate(story):
        before = set(alive(trust))
        trust = done(trust, number, deed, name)
        gone |= before - set(alive(trust))

        held = trust.lists.held["list"]
        living = {place.key for place in held.places if not place.struck and not held.withdrawn}
        people = [trust.keys[key].person for key in trust.keys if key in alive(trust)]
        assert set(alive(trust)) <= living
        assert len(people) == len(set(people))
        assert not gone & set(alive(trust))
        assert not any(may_review(trust, key, held.ends + timedelta(days=1)) for key in trust.keys)
        assert all(may_review(trust, key, DAY) for key in trust.keys if key in alive(trust))
