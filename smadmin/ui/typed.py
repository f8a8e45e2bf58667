"""What stands typed in open forms when the window locks: only forms that say so are kept (`keep_words`).

Never one for a log-in, a passphrase or the letters of an envelope: what is asked there is on no other screen.
"""

from PySide6.QtWidgets import QLineEdit, QWidget

from smadmin.services.unfinished import Typed
from smadmin.ui.fields import Field

_KEPT = "wordsKept"


def keep_words(form: QWidget) -> None:
    """Have a form's words kept when the window locks while it is open."""
    form.setProperty(_KEPT, "yes")


def typed_words(above: QWidget) -> tuple[Typed, ...]:
    """Give what somebody typed into open forms and hasn't done anything with, by the fields' names."""
    forms = [one for one in above.findChildren(QWidget) if one.property(_KEPT) and one.isVisible()]
    fields = dict.fromkeys(field for form in forms for field in form.findChildren(Field) if field.isVisible())
    lines = [(field.label.whole_text, field.control) for field in fields]
    return tuple(
        (name, line.text())
        for name, line in lines
        if isinstance(line, QLineEdit)
        and line.echoMode() is QLineEdit.EchoMode.Normal
        and line.isModified()
        and line.text().strip()
    )
