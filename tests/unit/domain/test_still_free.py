"""What who leaves may still do is named, tightens only, and is something that somebody may do at all."""

import hashlib
import json

import pytest

from smadmin.domain.canonical import Plain
from smadmin.domain.departing import leaver_blockers
from smadmin.domain.leavers import Leaver
from smadmin.domain.rights import RIGHTS
from smadmin.domain.still_free import LETS_RELEASE, STILL_FREE, loosens
from smadmin.domain.vocabulary import Act, Noun


@pytest.mark.parametrize("table", [STILL_FREE, LETS_RELEASE])
def test_each_act_that_is_named_is_one_that_somebody_has_a_right_to(
    table: dict[Noun, frozenset[Act]],
) -> None:
    unknown = {(noun, act) for noun, acts in table.items() for act in acts if act not in RIGHTS[noun]}

    assert not unknown


def test_the_tables_stay_as_they_are() -> None:
    """Another table would judge the rows of who left long ago otherwise."""
    told = [
        {noun.value: sorted(act.value for act in acts) for noun, acts in table.items()}
        for table in (STILL_FREE, LETS_RELEASE)
    ]

    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    assert digest[:16] == "b1b85347633b4d6f"


@pytest.mark.parametrize(
    "look", [(Noun.PHOTOS, Act.SECOND_LOOK), (Noun.PHOTOS, Act.TAKE_LOOK), (Noun.VIDEOS, Act.SEEN_TO_END)]
)
def test_by_no_look_of_who_leaves_others_release(look: tuple[Noun, Act]) -> None:
    noun, act = look

    assert leaver_blockers(act, noun, leaves=Leaver.RELEASES_NOTHING)


def test_nothing_by_which_others_release_stays_free() -> None:
    assert not {noun for noun, acts in LETS_RELEASE.items() if acts & STILL_FREE.get(noun, frozenset())}


@pytest.mark.demand("BAL-B1i1")
@pytest.mark.parametrize(
    ("act", "student", "looser"),
    [
        (Act.OPT_OUT, {"before": ["all"], "opt_outs": ["all", "names"]}, False),
        (Act.OPT_OUT, {"before": ["all", "names"], "opt_outs": ["all"]}, True),
        (Act.OPT_OUT, {"before": ["all"]}, True),
        (Act.OPT_OUT, {"opt_outs": ["all"]}, True),
        (Act.PHOTO_CONSENT, {"photo_consent": True}, True),
        (Act.PHOTO_CONSENT, {"photo_consent": False}, False),
        (Act.EXPIRE_PATTERNS, {}, False),
    ],
)
def test_a_childs_no_is_added_and_never_taken_away(act: Act, student: dict[str, Plain], looser: bool) -> None:
    assert loosens(act, {"student": student}) is looser


def test_what_says_nothing_of_a_child_loosens_nothing() -> None:
    assert not loosens(Act.OPT_OUT, None)
    assert not loosens(Act.PHOTO_CONSENT, {"student": "somebody"})
