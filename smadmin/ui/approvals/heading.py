"""The head of Approvals: the one main button, which rests until what is seen is what is stored."""

from smadmin.domain.messages import Message
from smadmin.ui.approvals.sheet import Next, SheetModel
from smadmin.ui.header import ScreenHeader
from smadmin.ui.stopped import held_among
from smadmin.ui.wording import Wording

_MAIN_WORDS = {
    Next.RELEASE: "approvalui.release",
    Next.PUBLISH: "approvalui.publish",
    Next.SEE: "approvalui.see-schedule",
    Next.GIVE_BACK: "approvalui.give-back",
}


def show_main(
    header: ScreenHeader, words: Wording, model: SheetModel | None, *, undrawn: Message | None
) -> None:
    """Word the main button and say what is missing; `undrawn` is why not everything is seen yet."""
    if header.main is None:
        return
    held = model is not None and held_among(model.missing)
    header.main.setVisible(model is not None and not held)
    if model is None or held:
        header.show_missing(())
        return
    header.main.show_words(words.say(_MAIN_WORDS[model.next]))
    missing = words.reasons(model.missing)
    if undrawn is not None and model.next is Next.RELEASE:
        missing = (*missing, words(undrawn))
    header.show_missing(missing, and_more=words.say("approvalui.and-more", n=len(missing) - 1))
