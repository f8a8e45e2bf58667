"""One window for each login and folder: a second start knocks at the first one's and ends.

Runs before the first frame, so nothing heavy is imported: Qt's network only where somebody may be there,
and to listen, which is after the frame.
"""

import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QLockFile, QThread

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_KNOCK_MS, _KNOCKS = 300, 16
_LONGEST_DOOR = 100
"""Bytes of a socket's path; macOS takes 103, Linux 107."""


class OneWindow:
    """The claim to be a login's one window on a folder. It ends with the process, however that ends."""

    def __init__(self, folder: Path | None, *, claims: Path | None = None) -> None:
        """Name the window; nothing is claimed yet.

        Args:
            folder: the data folder that was named, or None for the usual one.
            claims: a folder of this login's own for the claim's file; None takes the system's.
        """
        where = str((folder or platformdirs.user_data_path("smadmin", appauthor=False)).absolute())
        self.name = f"smadmin-{zlib.crc32(where.encode()):08x}"
        self._claims = claims or platformdirs.user_runtime_path("smadmin", appauthor=False)
        self._lock = QLockFile(str(self._claims / f"{self.name}.lock"))
        # A window stays open for days; one whose process is gone claims nothing.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Claim it; False where another process has it, or where no claim can be written."""
        try:
            self._claims.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return False
        return self._lock.tryLock(0)

    def stands_elsewhere(self, *, knocks: int = _KNOCKS) -> bool:
        """Tell whether another process has this window, which then came to the front; else claim it.

        One that has just started hears only after its first frame, so it is knocked at for some seconds.
        """
        for turn in range(knocks):
            if turn:
                QThread.msleep(_KNOCK_MS)
            if self.claim():
                return False
            if self.knock():
                return True
            if not self._others:
                return False  # no claim can be written here
        return False

    def knock(self) -> bool:
        """Have the window that is open come to the front; False where none answers."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only where somebody has the claim

        socket = QLocalSocket()
        socket.connectToServer(self._door)
        if not socket.waitForConnected(_KNOCK_MS):
            return False
        socket.disconnectFromServer()
        return True

    def hear(self, knocked: Callable[[], None]) -> None:
        """Hear the next start knock; where another window has the claim, that one goes on hearing alone."""
        if self._others:
            return
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first frame

        server = QLocalServer()

        def heard() -> None:
            # Whoever isn't let in waits in a queue, and once that is full nobody is heard any more.
            while server.hasPendingConnections():
                visitor = server.nextPendingConnection()
                visitor.disconnected.connect(visitor.deleteLater)
                visitor.disconnectFromServer()
            knocked()

        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(heard)
        self._server = server
        QLocalServer.removeServer(self._door)  # what a killed window left behind
        server.listen(self._door)

    @property
    def _door(self) -> str:
        """Where it is knocked: in this login's own folder, for in the one for everybody others may be first.

        Windows has names instead, each with who may open it. A path too long for a socket is a name too.
        """
        own = self._claims.absolute() / f"{self.name}.socket"
        return self.name if sys.platform == "win32" or len(bytes(own)) > _LONGEST_DOOR else str(own)

    @property
    def _others(self) -> bool:
        return self._lock.error() is QLockFile.LockError.LockFailedError

    def let_go(self) -> None:
        """Hear nobody any more and give the claim back."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()
