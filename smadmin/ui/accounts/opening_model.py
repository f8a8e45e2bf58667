"""How far an account has come, in sentences: its path, the next step and whose it is, the list. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from smadmin.domain.accounts import PLATFORM_NAMES, AccountStage
from smadmin.domain.ids import AccountId
from smadmin.domain.lives import RIGHTS, SOON, Declined, Yes
from smadmin.domain.messages import Message, say
from smadmin.domain.people import Role
from smadmin.domain.policy.approved import names_platform
from smadmin.domain.set_up import SetUpItem, comments_wanted
from smadmin.domain.turns import step_name, who_says
from smadmin.services.lives import LifeSheet, mail_of
from smadmin.ui.accounts.path_steps import PathStep, later_steps
from smadmin.ui.stages import account_stage
from smadmin.ui.theme import State


class Next(Enum):
    """The one thing to do now."""

    ANSWER = "answer"
    APPROVE = "approve"
    WAIT = "wait"
    LET_IN = "let-in"
    TICK = "tick"
    ENTER = "enter"
    GO_LIVE = "go-live"
    NOTHING = "nothing"


@dataclass(frozen=True)
class ItemRow:
    """A thing of the set-up list.

    Args:
        where: what to press on the platform; empty where nothing is known.
        clause: what the policy says of it, or None.
        done: who ticked it and when, or None.
        lead: where on the page the words to copy are.
    """

    item: SetUpItem
    title: Message
    where: str
    clause: Message | None
    done: Message | None
    lead: Message | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpeningModel:
    """Everything that the page shows.

    Args:
        next: what is to be done now, and `said` in a sentence.
        enters: whose yes may be entered here as said outside; empty where none, or not by this person.
        writes: whether an e-mail to communications is offered.
        lets_in: whether this person confirms for communications that it gets in.
        works: whether this person works with it; `acts`: the next step is theirs; `ticks`: its list is due.
        answers: the policy's questions with what was answered.
        facts: the other answers.
        carried: the school's other accounts, with their time.
        lacks: what is missing; with `due` where the account existed already.
        due_soon: whether that is near, or past.
    """

    account: AccountId
    path: tuple[PathStep, ...]
    next: Next
    said: Message
    enters: str
    writes: bool
    lets_in: bool
    works: bool
    acts: bool
    ticks: bool
    answers: tuple[tuple[str, str], ...]
    facts: tuple[Message, ...]
    carried: tuple[Message, ...]
    lacks: tuple[Message, ...]
    due: Message | None
    due_soon: bool
    items: tuple[ItemRow, ...]
    mail_to: str
    letter: tuple[Message, tuple[Message, ...]]


def opening_model(sheet: LifeSheet, language: str, *, works: bool) -> OpeningModel:
    """Make the model of an account's life.

    Args:
        sheet: as it was read.
        language: of the window.
        works: whether this person works with the account.
    """
    life, step = sheet.life, _next(sheet)
    asks = life.asked is not None and sheet.person == life.asked.by
    enters = "" if asks or life.asked is None else _entered(sheet, step)
    waits_for_office = step is Next.WAIT and Role.COMMUNICATIONS in life.next_step
    return OpeningModel(
        account=sheet.account.id,
        path=(*_path(sheet), *later_steps(sheet)),
        next=step,
        said=_said(sheet, step),
        enters=enters,
        writes=waits_for_office and Role.COMMUNICATIONS not in sheet.here,
        lets_in=life.rights is None and Role.COMMUNICATIONS in sheet.mine and (life.approved or life.adopted),
        works=works,
        acts=works or (asks and step is Next.ANSWER),
        ticks=sheet.account.stage is not AccountStage.ASKED,
        answers=_answers(sheet, language),
        facts=tuple(_facts(sheet)),
        carried=tuple(_carried(sheet)),
        lacks=tuple(one.message for one in sheet.lacks),
        due=None if sheet.due is None or not sheet.lacks else _due(sheet),
        due_soon=sheet.due is not None and sheet.due - sheet.today <= SOON,
        items=tuple(_items(sheet, language)),
        mail_to=mail_of(sheet.pack),
        letter=_letter(sheet, language),
    )


def _next(sheet: LifeSheet) -> Next:
    life, stage = sheet.life, sheet.account.stage
    if stage is AccountStage.CLOSED:
        return Next.NOTHING
    if life.asked is None or life.declined is not None:
        return Next.ANSWER
    if not life.approved:
        return Next.APPROVE if life.next_step & sheet.mine else Next.WAIT
    if life.rights is None:
        return Next.LET_IN
    if any(one.item.value not in life.ticks for one in sheet.steps):
        return Next.TICK
    if stage is not AccountStage.SET_UP:
        return Next.NOTHING
    return Next.GO_LIVE if sheet.account.handle and sheet.account.page else Next.ENTER


def _said(sheet: LifeSheet, step: Next) -> Message:
    declined = sheet.life.declined
    if step is Next.ANSWER and declined is not None:
        return say("openingui.next-sent-back", who=_name(sheet, declined), why=declined.why)
    if step is Next.WAIT:
        return say("openingui.next-wait", who=who_says(sheet.life.next_step))
    if step is Next.TICK:
        left = sum(1 for one in sheet.steps if one.item.value not in sheet.life.ticks)
        return say("openingui.next-tick", n=left)
    return say(f"openingui.next-{step.value}")


def _entered(sheet: LifeSheet, step: Next) -> str:
    """Say whose word may be entered as said outside now."""
    if step is Next.WAIT:
        named = step_name(sheet.life.next_step)
        return Role.COMMUNICATIONS.value if named == "either" else named
    return RIGHTS if step is Next.LET_IN else ""


def _path(sheet: LifeSheet) -> Iterator[PathStep]:
    life = sheet.life
    if life.adopted_at is not None:
        yield PathStep(State.FINE, say("openingui.path-adopted"), _on(life.adopted_at, ""))
    asked, words = life.asked, say("openingui.path-asked")
    if asked is None:
        yield PathStep(State.WAITS, words)
    else:
        yield PathStep(State.FINE, words, _on(asked.at, _name(sheet, Yes(asked.by, asked.at))))
    for place, step in enumerate(life.steps):
        words = say(f"openingui.path-{step_name(step)}")
        if place < len(life.yeses):
            said = life.yeses[place]
            yield PathStep(State.FINE, words, _by(sheet, said), said.scan)
        else:
            waits = asked is not None and place == len(life.yeses)
            yield PathStep(State.WAITS if waits else State.NOTE, words)
    words = say("openingui.path-rights")
    if life.rights is not None:
        yield PathStep(State.FINE, words, _by(sheet, life.rights), life.rights.scan)
    else:
        yield PathStep(State.WAITS if life.approved else State.NOTE, words)
    done = sum(1 for one in sheet.steps if one.item.value in life.ticks)
    words = say("openingui.path-list", done=done, all=len(sheet.steps))
    whole, ready = done == len(sheet.steps), life.approved and life.rights is not None
    yield PathStep(State.FINE if whole else State.WAITS if ready else State.NOTE, words)
    live = sheet.account.stage in {AccountStage.LIVE, AccountStage.ON_HOLD}
    yield PathStep(State.FINE if live else State.NOTE, say("openingui.path-live"))


def _by(sheet: LifeSheet, said: Yes) -> Message:
    """Say who said yes; what came from outside names who entered it too."""
    if not said.said_by:
        return _on(said.at, _name(sheet, said))
    return say(
        "openingui.by-outside",
        who=said.said_by,
        how=say(f"openingui.how-{said.how}"),
        day=said.day or said.at,
        entered=_name(sheet, said),
    )


def _on(day: datetime, who: str) -> Message:
    """Say when, worded in the school's zone: a moment's own date is another day there in the evening."""
    return say("openingui.by", who=who, day=day) if who else say("openingui.on", day=day)


def _name(sheet: LifeSheet, said: Yes | Declined) -> str:
    return "" if said.person is None else sheet.names.get(said.person, "")


def _answers(sheet: LifeSheet, language: str) -> tuple[tuple[str, str], ...]:
    if sheet.life.asked is None:
        return ()
    given = sheet.life.asked.request.answers
    asked = [one.told.said(language) for one in sheet.pack.opening.questions]
    return tuple(zip(asked, given, strict=False))


def _facts(sheet: LifeSheet) -> Iterator[Message]:
    if sheet.life.asked is None:
        return
    request, names = sheet.life.asked.request, sheet.names
    yield say("openingui.fact-kind", kind=say(f"openingui.kind-{sheet.account.kind.value}"))
    if not names_platform(sheet.pack, sheet.account.platform):
        yield say("openingui.fact-platform", platform=PLATFORM_NAMES[sheet.account.platform])
    yield say("openingui.fact-audience", audience=request.audience)
    yield say("openingui.fact-minutes", n=request.minutes)
    if request.comments and request.monitor is not None:
        yield say("openingui.fact-comments-on", who=names.get(request.monitor, ""))
    else:
        yield say("openingui.fact-comments-off")
    if request.administrator is not None:
        yield say("openingui.fact-administrator", who=names.get(request.administrator, ""))


def _carried(sheet: LifeSheet) -> Iterator[Message]:
    for one in sheet.carried:
        _, stage = account_stage(one.account, one.cadence, sheet.today)
        if one.minutes is None:
            yield say("openingui.carried-untold", account=one.account.label, stage=stage)
        else:
            yield say("openingui.carried", account=one.account.label, stage=stage, n=one.minutes)
    if promised := sum(one.minutes or 0 for one in sheet.carried):
        yield say("openingui.carried-in-all", promised=promised, used=sheet.used)


def _due(sheet: LifeSheet) -> Message:
    due = sheet.due or sheet.today
    return say("openingui.due-past" if due < sheet.today else "openingui.due", day=due)


def _items(sheet: LifeSheet, language: str) -> Iterator[ItemRow]:
    request = None if sheet.life.asked is None else sheet.life.asked.request
    for step in sheet.steps:
        title = say(f"openingui.item-{step.item.value}", name=sheet.account.name)
        if step.item is SetUpItem.COMMENTS and (wanted := comments_wanted(request)):
            title = say(f"openingui.item-comments-{wanted}")
        clause = sheet.pack.clauses.get(step.demand or "")
        ticked = sheet.life.ticks.get(step.item.value)
        yield ItemRow(
            item=step.item,
            title=title,
            where=step.where.get(language) or step.where.get("en", ""),
            clause=None
            if clause is None
            else say("openingui.clause", number=clause.number, words=clause.said(language)),
            done=None if ticked is None else _by(sheet, ticked),
            lead=say("openingui.rules-lead")
            if step.item is SetUpItem.RULES and sheet.pack.removals
            else None,
            texts=_texts(sheet, step.item),
        )


def _texts(sheet: LifeSheet, item: SetUpItem) -> tuple[str, ...]:
    """Give the words to copy: the mandated notice; what visitors may read is in `visitors.py`."""
    language, pack = sheet.pack.languages[0], sheet.pack
    if item is SetUpItem.NOTICE:
        return tuple(one.told.said(language) for one in pack.statements if one.verbatim)
    return ()


def _letter(sheet: LifeSheet, language: str) -> tuple[Message, tuple[Message, ...]]:
    """Write the e-mail to communications: its subject, and its lines."""
    account = sheet.account
    subject = say("openingui.letter-subject", account=account.label, name=account.name)
    lines = [say("openingui.letter-hello", account=account.label, name=account.name)]
    lines += [say("openingui.letter-answer", asked=one, answer=two) for one, two in _answers(sheet, language)]
    lines += list(_facts(sheet))
    lines += [say("openingui.letter-said", who=_by(sheet, said)) for said in sheet.life.yeses]
    lines.append(say("openingui.letter-please"))
    return subject, tuple(lines)
