"""The words of a card that its panel and its paper share. Pure, no Qt."""

from smadmin.domain.cases import Case
from smadmin.domain.escalations import Telling, Trouble
from smadmin.ui.cases.model import Seen
from smadmin.ui.wording import Wording


def policy_said(trouble: Trouble, seen: Seen, words: Wording) -> str:
    """Say what the policy says of it, and whom to ask in doubt (BAL-D7)."""
    lines = [clause.said(words.language) for clause in seen.help.clauses[trouble]]
    for one in seen.general:
        ways = [way for way in (*one.phones, one.email, one.page) if way]
        lines.append(f"{one.office}: {', '.join(ways)}" if ways else one.office)
    if not seen.general:
        lines.append(words.say("cases.no-contact"))
    return "\n".join(lines)


def telling_said(telling: Telling, name: str, words: Wording) -> str:
    """Say who was told, when, and who noted it."""
    whom = telling.office or words.say(f"sites.whom-{telling.whom.value}")
    day, time = telling.at.date(), telling.at.time()
    return words.say("cases.told-line", day=day, time=time, whom=whom, name=name)


def title_of(case: Case, words: Wording) -> str:
    """Name what went wrong."""
    return words.say(f"sites.trouble-{case.trouble.value}")
