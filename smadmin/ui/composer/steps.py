"""Changes between the steps: one head, one page, and where the keyboard then is."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smadmin.ui.composer.heads import Heads, Step


class Steps:
    """The step that is seen."""

    def __init__(self, heads: Heads, pages: Mapping[Step, QWidget], text: QWidget) -> None:
        """Take heads and pages, and the text that has the keyboard while writing."""
        self._heads = heads
        self._pages = pages
        self._focused = {
            Step.WRITE: text,
            Step.READ_BACK: heads.send,
            Step.HANDED_IN: heads.onward,
            Step.CLOSED: pages[Step.CLOSED],
        }
        self.now = Step.WRITE
        self.go(Step.WRITE)

    def press_main(self) -> None:
        """Press the step's main button (Ctrl+Enter)."""
        if self.now is Step.READ_BACK:
            self._heads.send.press()
        elif self.now is Step.HANDED_IN and self._heads.onward.isVisible():
            self._heads.onward.press()

    def go(self, step: Step) -> None:
        """Show a step."""
        self.now = step
        self._heads.show_step(step)
        for one, page in self._pages.items():
            page.setVisible(one is step)
        focused = self._focused[step]
        if step is Step.HANDED_IN and self._heads.onward.isHidden():
            focused = self._pages[step]  # a hidden button takes the keyboard too, and a space would press it
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
