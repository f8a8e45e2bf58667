"""What goes with somebody who leaves is found in the store, in the order in which it is dealt with."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.departures import How, LineKind
from smadmin.domain.holdings import Holder
from smadmin.domain.log_ins import ApiToken
from tests.drill import SECRET, Drill


@pytest.fixture
def drill(tmp_path: Path) -> Drill:
    return Drill(tmp_path)


def test_one_act_lists_every_line_in_its_order(drill: Drill) -> None:
    mine = drill.account(Platform.X, "lincoln_es", login="ana@lincoln.example")
    page = drill.account(Platform.FACEBOOK, "lincolnes")
    blog = drill.account(Platform.WORDPRESS, "blog")
    drill.vault.keep(drill.school.by("ana"), mine, SECRET)

    departure = drill.leave()

    keys = [line.key for line in drill.see(departure).departure.lines]
    assert keys == [
        "queue",
        "rights",
        f"log-in:{mine}",
        f"log-in:{blog}",
        f"roles:{page}",
        f"password:{mine}",
        f"password:{blog}",
        f"sessions:{mine}",
        "copies",
        "accounts",
    ]


@pytest.mark.demand("BAL-B1b3")
def test_tokens_that_they_could_read_have_a_line_of_their_own(drill: Drill) -> None:
    with_tokens = drill.account(Platform.X, "lincoln_es")
    endless, without = drill.account(Platform.X, "lincoln_pta"), drill.account(Platform.X, "lincoln_news")
    token = ApiToken("posts", "canary-token-1", date(2027, 1, 31))
    drill.vault.keep(drill.school.by("ana"), with_tokens, replace(SECRET, tokens=(token,)))
    never_ends = replace(SECRET, password="third-Falcon-44", tokens=(ApiToken("feed", "canary-token-2"),))
    drill.vault.keep(drill.school.by("ana"), endless, never_ends)
    drill.vault.keep(drill.school.by("ana"), without, replace(SECRET, password="another-Falcon-43"))

    lines = drill.see(drill.leave()).departure.lines

    assert [one.account for one in lines if one.kind is LineKind.TOKENS] == [with_tokens, endless]


def test_who_holds_a_role_on_a_channel_with_a_log_in_of_its_own_has_both_lines(drill: Drill) -> None:
    school, channel = drill.school, drill.account(Platform.YOUTUBE, "lincoln_es")
    drill.vault.keep(school.by("kim"), channel, SECRET)
    named = [Holder(school.people["ana"], "Ana Brooks"), Holder(school.people["pat"], "Pat Winters")]
    drill.holdings.name(school.by("kim"), channel, named)

    keys = [one.key for one in drill.see(drill.leave()).departure.lines]

    assert {f"roles:{channel}", f"password:{channel}"} <= set(keys)


@pytest.mark.demand("BAL-B1b3")
def test_whose_name_stands_on_a_page_has_its_line_though_their_role_ended_before(drill: Drill) -> None:
    school, page = drill.school, drill.account(Platform.FACEBOOK, "lincolnes")
    other = drill.account(Platform.FACEBOOK, "lincoln_pta")
    named = [Holder(school.people["ana"], "Ana Brooks"), Holder(school.people["pat"], "Pat Winters")]
    drill.holdings.name(school.by("kim"), page, named)
    departed = drill.leave()
    drill.end_rights(departed)
    drill.departures.settle(school.by("cem"), departed, f"roles:{page}", How.WAIVED, reason="page is slow")
    drill.settle_all(departed)
    drill.departures.end(school.by("pat"), departed)
    assert "Ana Brooks" in [one.name for one in drill.views.choice(school.by("cem")).people]

    again = drill.see(drill.leave()).departure

    assert [one.key for one in again.lines] == ["queue", f"roles:{page}"]
    assert f"roles:{other}" not in [one.key for one in again.lines]
