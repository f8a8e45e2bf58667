"""The clipboard for secrets: marked as such, cleared after seconds, at lock and at quit, if it is still ours.

Another program may have read it in those seconds (`safety.md`, Clipboard); that can't be held off. Only the
ordinary clipboard is used, never the mouse's selection.
"""

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard

SECRET_MARKS: dict[str, bytes] = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
    "org.nspasteboard.ConcealedType": b"1",
}
"""What clipboard managers look for: KDE's hint, Windows' three formats (a DWORD 0 is *no*), the Mac's type.

Sources: KDE Klipper; Microsoft, *Clipboard Formats* (cloud clipboard and history); nspasteboard.org.
Each system ignores the others' marks, so all are set everywhere.
"""

_SECOND_MS = 1_000


class SecretClipboard(QObject):
    """Puts secrets on the clipboard and takes them away again.

    Signals:
        cleared: nothing of ours is on the clipboard any more.
    """

    cleared = Signal()

    def __init__(self, clipboard: QClipboard, parent: QObject) -> None:
        """Take the system's clipboard."""
        super().__init__(parent)
        self._clipboard = clipboard
        self._ours = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)

    @property
    def holds(self) -> bool:
        """Whether what we put there is still on the clipboard."""
        return bool(self._ours) and self._clipboard.text() == self._ours

    def put(self, secret: str, *, seconds: float) -> None:
        """Put a secret on the clipboard for so many seconds."""
        marked = QMimeData()
        marked.setText(secret)
        for kind, mark in SECRET_MARKS.items():
            marked.setData(kind, mark)
        self._ours = secret
        self._clipboard.setMimeData(marked)
        self._timer.start(round(seconds * _SECOND_MS))

    def clear(self) -> None:
        """Take our secret away; what somebody copied since stays. Does nothing where nothing is ours."""
        self._timer.stop()
        if not self._ours:
            return
        if self.holds:
            self._clipboard.clear()
        self._ours = ""
        self.cleared.emit()
