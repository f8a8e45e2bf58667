"""Attacks with a real key: people who release what they may not, and rows signed by a changed program."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from smadmin.credentials.identity import Identity
from smadmin.domain.actors import Actor
from smadmin.domain.errors import NotAllowed
from smadmin.domain.ids import PostId
from smadmin.domain.keys import Key, KeyKind, TrustAct
from smadmin.domain.people import Grant, Role
from smadmin.domain.vocabulary import Act, Noun
from tests.faults.forgeries import copied_manifest, sign_row
from tests.road import WEEK, Road


def refused(road: Road, by: Actor, post: PostId) -> PostId:
    """Ask the program for a release that it must refuse."""
    with pytest.raises(NotAllowed):
        road.approvals.release(by, post)
    return post


def own_post(road: Road) -> PostId:
    return refused(road, road.by("ana"), road.submitted())


def second_key_of_the_author(road: Road) -> PostId:
    """Ana has a second computer: another key, the same person."""
    ana, second = road.by("ana"), Identity.new()
    key = Key(second.public, second.recipient, KeyKind.PERSON, person=ana.person)
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.ADMIT, Noun.KEYS, key.id, {"key": key.to_plain(), "person": None})
    post = road.submitted()
    return refused(road, replace(ana, signer=second, seat=None), post)


def second_key_signs_past_the_program(road: Road) -> PostId:
    """The same, and a changed program that asks nobody."""
    post, proper = road.submitted(), road.released()
    ana, second = road.by("ana"), Identity.new()
    key = Key(second.public, second.recipient, KeyKind.PERSON, person=ana.person)
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.ADMIT, Noun.KEYS, key.id, {"key": key.to_plain(), "person": None})
    forged = copied_manifest(road, proper, post=post)
    sign_row(road, replace(ana, signer=second, seat=None), Act.APPROVE, Noun.POSTS, post, manifest=forged)
    return post


def own_first_look(road: Road) -> PostId:
    draft = road.draft()
    photo = road.photo(first="dee", second="bo")
    road.posts.attach(road.by("ana"), draft, photo, alt="Children build a tower")
    road.posts.submit(road.by("ana"), draft.id)
    return refused(road, road.by("dee"), draft.id)


def without_a_second_look(road: Road) -> PostId:
    draft = road.draft()
    road.posts.attach(road.by("ana"), draft, road.photo(second=None), alt="Children build a tower")
    road.posts.submit(road.by("ana"), draft.id)
    return refused(road, road.by("bo"), draft.id)


def not_who_took_the_second_look(road: Road) -> PostId:
    return refused(road, road.by("dee"), road.submitted(photo=True))


def somebody_without_a_part(road: Road) -> PostId:
    return refused(road, road.by("cem"), road.submitted())


def off_the_plan(road: Road) -> PostId:
    draft = road.posts.create(road.by("ana"), (road.x,), text="Something else entirely.").value
    road.posts.submit(road.by("ana"), draft.id)
    return refused(road, road.by("bo"), draft.id)


def passphrase_long_ago(road: Road) -> PostId:
    bo, post = road.by("bo"), road.submitted()
    road.school.clock.forward(minutes=5, seconds=1)
    return refused(road, bo, post)


def signature_taken_back_before(road: Road) -> PostId:
    road.plan.withdraw_week(road.by("pat"), WEEK)
    return refused(road, road.by("bo"), road.submitted())


def principal_permits_herself(road: Road) -> PostId:
    pat = road.by("pat")
    assert pat.person is not None
    with pytest.raises(NotAllowed):
        road.approvals.permit(
            pat, pat.person, starts=WEEK, ends=date(2027, 6, 1), accounts=(road.x, road.facebook)
        )
    return road.submitted()


def own_post_past_the_program(road: Road) -> PostId:
    """Ana's changed program signs a whole manifest with her own key."""
    post, proper = road.submitted(), road.released()
    sign_row(
        road, road.by("ana"), Act.APPROVE, Noun.POSTS, post, manifest=copied_manifest(road, proper, post=post)
    )
    return post


def in_another_name(road: Road) -> PostId:
    """The row says Bo, the key is Ana's."""
    post, proper, bo = road.submitted(), road.released(), road.by("bo")
    ana = replace(road.by("ana"), person=bo.person)
    sign_row(road, ana, Act.APPROVE, Noun.POSTS, post, manifest=copied_manifest(road, proper, post=post))
    return post


def by_the_seat(road: Road) -> PostId:
    """A computer approves nothing, whatever it signs."""
    post, proper = road.submitted(), road.released()
    assert road.school.seat.identity is not None
    ana = road.by("ana")
    seat = replace(ana, person=None, signer=road.school.seat.identity)
    sign_row(road, seat, Act.APPROVE, Noun.POSTS, post, manifest=copied_manifest(road, proper, post=post))
    return post


def by_a_key_nobody_admitted(road: Road) -> PostId:
    post, proper = road.submitted(), road.released()
    stranger = replace(road.by("bo"), signer=Identity.new())
    sign_row(road, stranger, Act.APPROVE, Noun.POSTS, post, manifest=copied_manifest(road, proper, post=post))
    return post


def week_signed_by_an_administrator(road: Road) -> PostId:
    """Ana signs a week past the program, Bo releases under it past the program."""
    draft, proper = (
        road.posts.create(road.by("ana"), (road.x,), text="Something else.").value,
        road.released(),
    )
    road.posts.submit(road.by("ana"), draft.id)
    slot = {"id": road.slot, "account": road.x, "day": "2026-11-19", "topic": "Anything"}
    plan = {"monday": WEEK.isoformat(), "slots": [slot]}
    seq = sign_row(road, road.by("ana"), Act.SIGN_WEEK, Noun.WEEKS, WEEK.isoformat(), plan=plan)
    forged = copied_manifest(road, proper, post=draft.id, mandate_seq=seq)
    sign_row(road, road.by("bo"), Act.APPROVE, Noun.POSTS, draft.id, manifest=forged)
    return draft.id


def permission_of_her_own(road: Road) -> PostId:
    """Ana writes herself a standing permission past the program."""
    ana = road.by("ana")
    permission = {
        "person": ana.person,
        "accounts": [road.x],
        "starts": "2026-11-16",
        "ends": "2027-06-01",
    }
    sign_row(road, ana, Act.STANDING_PERMISSION, Noun.PERMISSIONS, "p-1", permission=permission)
    return refused(road, road.by("ana"), road.submitted())


def role_of_her_own(road: Road) -> PostId:
    """Ana appoints herself deputy by a row; trust knows that she can't."""
    ana, post = road.by("ana"), road.submitted()
    assert ana.person is not None
    grant = Grant("g-1", ana.person, Role.DEPUTY, WEEK)
    sign_row(road, ana, Act.GRANT, Noun.PEOPLE, ana.person, trust={"grant": grant.to_plain()})
    with suppress(NotAllowed):
        road.approvals.release(road.by("ana"), post)
    return post


def key_retired_since(road: Road) -> PostId:
    post, bo = road.released(), road.by("bo")
    with road.school.desk.deed(road.by("pat")) as deed:
        deed.record_trust(TrustAct.RETIRE, Noun.KEYS, bo.signer.key, {"key": bo.signer.key})
    return post


def role_revoked_since(road: Road) -> PostId:
    post, bo = road.released(), road.by("bo")
    with road.school.desk.deed(road.by("pat")) as deed:
        (grant,) = [one for one in deed.trust.grants.values() if one.person == bo.person]
        deed.record_trust(TrustAct.REVOKE, Noun.PEOPLE, grant.person, {"grant": grant.id})
    return post


def week_withdrawn_since(road: Road) -> PostId:
    post = road.released()
    road.plan.withdraw_week(road.by("pat"), WEEK)
    return post


def permission_withdrawn_since(road: Road) -> PostId:
    ana = road.by("ana")
    assert ana.person is not None
    made = road.approvals.permit(
        road.by("pat"), ana.person, starts=WEEK, ends=date(2027, 6, 1), accounts=(road.x,)
    )
    post = road.released(by="ana")
    road.approvals.withdraw(road.by("pat"), made.value)
    return post


def voided_since(road: Road) -> PostId:
    post = road.released()
    road.approvals.void(road.by("pat"), post, "Not this week")
    return post


NO_RELEASE, NOT_PROVEN = "publications.no-release", "publications.release-not-proven"

ATTACKS: dict[str, tuple[Callable[[Road], PostId], str]] = {
    "own post": (own_post, NO_RELEASE),
    "second key of the author": (second_key_of_the_author, NO_RELEASE),
    "second key signs past the program": (second_key_signs_past_the_program, "approvals.own-post"),
    "own first look": (own_first_look, NO_RELEASE),
    "without a second look": (without_a_second_look, NO_RELEASE),
    "not who took the second look": (not_who_took_the_second_look, NO_RELEASE),
    "somebody without a part": (somebody_without_a_part, NO_RELEASE),
    "off the plan": (off_the_plan, NO_RELEASE),
    "passphrase long ago": (passphrase_long_ago, NO_RELEASE),
    "signature taken back before": (signature_taken_back_before, NO_RELEASE),
    "principal permits herself": (principal_permits_herself, NO_RELEASE),
    "own post past the program": (own_post_past_the_program, "approvals.own-post"),
    "in another name": (in_another_name, NOT_PROVEN),
    "by the seat": (by_the_seat, NO_RELEASE),
    "by a key nobody admitted": (by_a_key_nobody_admitted, NOT_PROVEN),
    "week signed by an administrator": (week_signed_by_an_administrator, NOT_PROVEN),
    "permission of her own": (permission_of_her_own, NO_RELEASE),
    "role of her own": (role_of_her_own, NO_RELEASE),
    "key retired since": (key_retired_since, "publications.releaser-gone"),
    "role revoked since": (role_revoked_since, "publications.releaser-gone"),
    "week withdrawn since": (week_withdrawn_since, "publications.mandate-gone"),
    "permission withdrawn since": (permission_withdrawn_since, "publications.mandate-gone"),
    "voided since": (voided_since, "publications.edited"),
}
