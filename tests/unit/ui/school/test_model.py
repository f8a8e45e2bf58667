"""What stands of a policy on the screen, without Qt."""

from dataclasses import replace
from datetime import UTC, datetime

from smadmin.domain.errors import BadInput
from smadmin.domain.messages import say
from smadmin.domain.policy.comparing import changes_of
from smadmin.services.policies import PolicySheet, Proposal
from smadmin.ui.school.model import Keeping, broken_verdict, clause_lines, found, put_sentences, verdict_of
from smadmin.ui.theme import State
from tests.policies import packs

PACK = packs()["yelm-wa"]
LINES = clause_lines(PACK, "en")


def sheet(*, own: bool, since: datetime | None) -> PolicySheet:
    return PolicySheet(PACK, None, own, "Pat" if since else "", since, "Yelm Community Schools", (), ())


def test_each_clause_says_how_far_it_is_kept() -> None:
    kept = PACK.clauses["YEL-M1"]
    later = replace(kept, demand="later", enforced_by=(), awaits=kept.enforced_by)
    both = replace(kept, demand="both", awaits=kept.enforced_by)

    pack = replace(PACK, clauses={"YEL-M1": kept, "later": later, "both": both})
    keeping = {line.demand: line.keeping for line in clause_lines(pack, "en")}

    assert keeping == {"YEL-M1": Keeping.KEPT, "later": Keeping.OPEN, "both": Keeping.PART}


def test_clauses_are_found_by_all_words_typed_in_id_place_and_sentence() -> None:
    assert [line.demand for line in found(LINES, "yel-a3", None)] == ["YEL-A3"]
    assert [line.demand for line in found(LINES, "open public forum", None)] == ["YEL-U3"]
    assert found(LINES, "forum", Keeping.OPEN) == ()


def test_who_put_it_in_force_is_told_or_that_the_school_began_with_it() -> None:
    began = put_sentences(sheet(own=False, since=None))
    later = put_sentences(sheet(own=True, since=datetime(2026, 11, 16, 15, tzinfo=UTC)))

    assert [one.id for one in began] == ["policies.document", "policies.put-first"]
    assert [one.id for one in later] == [
        "policies.document",
        "policies.own-alone",
        "policies.put-by",
        "policies.district",
    ]


def test_a_policy_that_cant_be_read_says_nothing_of_itself() -> None:
    broken = PolicySheet(None, BadInput(say("policies.too-large", file="x")), True, "", None, "", (), ())

    assert put_sentences(broken) == ()


def test_many_changes_are_told_a_dozen_at_a_time() -> None:
    changes = changes_of(packs()["wichita-ks"], PACK, "en")
    verdict = verdict_of(Proposal("x", None, PACK, changes, changes))

    assert (verdict.state, len(verdict.changes)) == (State.DOUBT, 12)
    assert verdict.more_changes == len(changes) - 12


def test_nothing_changed_is_a_note_and_something_stricter_is_fine() -> None:
    assert verdict_of(Proposal("x", None, PACK)).state is State.NOTE
    assert verdict_of(Proposal("x", None, PACK, (say("policies.words-only"),))).state is State.FINE


def test_a_broken_one_names_its_line_where_it_has_one() -> None:
    error = BadInput(
        say("policy.broken-file", file="x", line=7, reason="r"), kept=say("policy.broken-file-kept")
    )

    assert (broken_verdict(error).line, len(broken_verdict(error).said)) == (7, 2)
    assert broken_verdict(BadInput(say("policies.too-large", file="x"))).line is None
    taken, remedy = say("policies.id-taken", id="yelm-wa"), say("policies.id-taken-remedy")
    assert broken_verdict(BadInput(taken, remedy=remedy)).said == (taken, remedy)
