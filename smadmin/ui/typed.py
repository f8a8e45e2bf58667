"""What stands typed in open forms when the window locks: only forms that say so are kept (`keep_words`).

Never one for a log-in, a passphrase or the letters of an envelope: what is asked there is on no other screen.
A line tells itself whether somebody typed into it; of choices, ticks, days and numbers only a form that said
from where it begins (`begin_words`) can tell.
"""

from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from smadmin.services.unfinished import Typed

_KEPT, _BEGUN = "wordsKept", "wordsBegun"
_ON, _OFF = "✓", "✗"


def keep_words(form: QWidget) -> None:
    """Have a form's words kept when the window locks while it is open."""
    form.setProperty(_KEPT, "yes")


def begin_words(form: QWidget) -> None:
    """Keep a form's words, and also what is chosen in it otherwise than now; again after each filling."""
    keep_words(form)
    for control in form.findChildren(QWidget):
        said = _said(control)
        if said is not None:
            control.setProperty(_BEGUN, said)


def typed_words(above: QWidget) -> tuple[Typed, ...]:
    """Give what somebody typed into open forms and hasn't done anything with, by the fields' names."""
    forms = [one for one in above.findChildren(QWidget) if one.property(_KEPT) and one.isVisible()]
    controls = dict.fromkeys(one for form in forms for one in form.findChildren(QWidget) if one.isVisible())
    return tuple((_name(one), _said(one) or "") for one in controls if _by_hand(one))


def _by_hand(control: QWidget) -> bool:
    said = _said(control)
    if said is None or not said.strip():
        return False
    if isinstance(control, QLineEdit):
        return control.isModified()
    if isinstance(control, QPlainTextEdit):
        return control.document().isModified()
    begun = control.property(_BEGUN)
    return begun is not None and begun != said


def _said(control: QWidget) -> str | None:
    """Give what stands in a control; None for what is none, is part of another or is secret."""
    if isinstance(control, QLineEdit):
        own = not isinstance(control.parentWidget(), QAbstractSpinBox | QComboBox)
        return control.text() if own and control.echoMode() is QLineEdit.EchoMode.Normal else None
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText()
    if isinstance(control, QComboBox):
        return control.currentText()
    if isinstance(control, QAbstractSpinBox):
        return control.text()
    if isinstance(control, QCheckBox):
        return _ON if control.isChecked() else _OFF
    return None


def _name(control: QWidget) -> str:
    if isinstance(control, QCheckBox):
        return control.text().replace("&&", "&")
    return control.accessibleName()
