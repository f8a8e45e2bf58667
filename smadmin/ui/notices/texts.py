"""The signed texts: what they say, who may send them, where to, until when."""

from functools import partial

from PySide6.QtWidgets import QWidget

from smadmin.services.notices import NoticeLine, NoticeSheet
from smadmin.ui.approvals.queue import platforms
from smadmin.ui.granted import Granted, GrantedCard, GrantedWords
from smadmin.ui.labels import TextKind
from smadmin.ui.notices.signing import SignForm
from smadmin.ui.wording import Wording


class TextsCard(GrantedCard):
    """The texts; `given` carries an `Asked`."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        """Begin without texts."""
        said = ("texts", "none", "sign-another", "withdraw", "no-person")
        super().__init__(GrantedWords(*(words.say(f"noticeui.{one}") for one in said)), parent)
        self._words = words

    def show_sheet(self, sheet: NoticeSheet) -> None:
        """Show the texts."""
        self.show_granted(
            [self._granted(line) for line in sheet.lines],
            make=partial(SignForm, self._words, sheet) if sheet.may_sign else None,
            somebody=bool(sheet.people),
        )

    def _granted(self, line: NoticeLine) -> Granted:
        words, text = self._words, line.text
        who = words.say("noticeui.who", people=", ".join(line.people), accounts=platforms(line.accounts))
        days = words.say("noticeui.days", starts=text.starts, ends=text.ends)
        return Granted(
            text.id,
            (
                (words.say(f"noticeui.kind-{text.kind.value}"), TextKind.STRONG),
                (text.text, TextKind.TEXT),
                (who, TextKind.NOTE),
                (days, TextKind.NOTE),
            ),
        )
