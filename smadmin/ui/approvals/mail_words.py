"""The e-mail that asks for a yes, in words: what goes out where, what the pictures show, and the four words.

Pure, no Qt. It is read on a phone, perhaps by somebody in a hurry: what to do stands first.
"""

from smadmin.domain.accounts import PLATFORM_NAMES, Account
from smadmin.services.spoken import Asked
from smadmin.ui.wording import Wording


def mail_subject(asked: Asked, words: Wording) -> str:
    """Give the subject: for which accounts a yes is asked."""
    return words.say("spokenui.mail-subject", accounts=_names(tuple(one for one, _ in asked.accounts)))


def mail_text(asked: Asked, words: Wording) -> str:
    """Give the whole text."""
    voices: dict[str, list[Account]] = {}
    for account, text in asked.accounts:
        voices.setdefault(text, []).append(account)
    blocks = [words.say("spokenui.mail-asks", name=asked.to.name, author=asked.author)]
    for text, accounts in voices.items():
        blocks.append(words.say("spokenui.mail-voice", accounts=_names(tuple(accounts))))
        blocks.append(text or words.say("approvalui.no-words"))
    for number, picture in enumerate(asked.pictures, 1):
        alt = " ".join(picture.alt.split()) or words.say("approvalui.alt-missing")
        blocks.append(words.say("spokenui.mail-picture", number=number, alt=alt))
    blocks += _doubts(asked, words)
    blocks.append(words.say("spokenui.mail-answer"))
    blocks.append(f"    {asked.code}")
    blocks.append(words.say("spokenui.mail-ends", until=asked.closes))
    return "\n\n".join(blocks) + "\n"


def _doubts(asked: Asked, words: Wording) -> list[str]:
    """Word what an approver reads on the screen too: what the policy says, and why it was let stand."""
    if not asked.doubts:
        return []
    lines = [words.say("spokenui.mail-doubts")]
    for message, reason in asked.doubts:
        lines.append(f"- {words(message)}")
        if reason:
            lines.append("  " + words.say("approvalui.let-stand", reason=" ".join(reason.split())))
    return ["\n".join(lines)]


def _names(accounts: tuple[Account, ...]) -> str:
    return ", ".join(f"{PLATFORM_NAMES[one.platform]} {one.at_handle}" for one in accounts)
