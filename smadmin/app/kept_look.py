"""How the window looked when it was last closed: its theme, and how large its text is."""

from PySide6.QtWidgets import QApplication

from smadmin.ui.appearance import Appearance, Scheme
from smadmin.ui.memory import SettingsFile


def kept_look(application: QApplication, memory: SettingsFile) -> Appearance:
    """Dress an application as it was; what isn't there, or isn't that, is as usual."""
    scheme = memory.value("window/scheme")
    known = scheme in {one.value for one in Scheme}
    return Appearance(
        application,
        scheme=Scheme(scheme) if known else Scheme.SYSTEM,
        text_scale=_number(memory.value("window/text-scale")),
    )


def _number(kept: str) -> float | None:
    try:
        return float(kept) if kept else None
    except ValueError:
        return None
