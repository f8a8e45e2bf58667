"""One window for each login and folder: a second start knocks at the first one's and ends.

Runs before the first frame, so nothing heavy is imported here.
"""

import zlib
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_KNOCK_MS = 300


def name_of(folder: Path | None) -> str:
    """Name this login's window on this folder, for a second start to find."""
    where = str((folder or platformdirs.user_data_path("smadmin", appauthor=False)).absolute())
    return f"smadmin-{zlib.crc32(where.encode()):08x}"


def raised(name: str) -> bool:
    """Knock at a window that is open already."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_KNOCK_MS):
        return False
    socket.disconnectFromServer()
    return True


def listen(name: str, parent: QObject) -> QLocalServer:
    """Hear the next start knock: `newConnection`."""
    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    QLocalServer.removeServer(name)
    server.listen(name)
    return server
