"""Messages of the system: by the desktop's own service where it has one, else by the tray's icon.

On Linux the service is `org.freedesktop.Notifications` on the session's bus. Qt's own D-Bus module can't send
it from Python, for it marshals every number as signed; jeepney, which the keyring stands on, can.
"""

import html
import logging
import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSocketNotifier, Signal, SignalInstance
from PySide6.QtWidgets import QSystemTrayIcon

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PATIENCE_S = 3.0
_NO_NUMBER = 0
_NORMAL, _CRITICAL = 1, 2
"""Of the desktop's own three; a critical one stays and passes *do not disturb*."""
_log = logging.getLogger(__name__)


class Notifier(Protocol):
    """Shows a message outside the window."""

    @property
    def pressed(self) -> SignalInstance:
        """Carries the subject of the message that was pressed."""
        ...

    def show(self, title: str, body: str, *, button: str, subject: str, urgent: bool = False) -> bool:
        """Show a message; False where nobody took it. An urgent one waits until somebody saw it."""
        ...

    def end(self) -> None:
        """Hear no presses any more."""
        ...


class BusNotifier(QObject):
    """The desktop's service on the session's bus."""

    _pressed = Signal(str)

    def __init__(self, connection: "DBusConnection", parent: QObject | None = None) -> None:
        """Take an open connection; presses are heard on the same one."""
        super().__init__(parent)
        self._bus = connection
        self._numbers: dict[bool, int] = {}
        self._subjects: dict[int, str] = {}
        self._heard = QSocketNotifier(connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._hear)

    @property
    def pressed(self) -> SignalInstance:
        """Carries the subject of the message that was pressed."""
        return self._pressed

    @classmethod
    def connect_to_desktop(cls, parent: QObject | None = None) -> "BusNotifier | None":
        """Connect to the session's bus; None where there is none."""
        from jeepney import MatchRule, message_bus  # noqa: PLC0415 - Linux alone has it
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - the same

        try:
            connection = open_dbus_connection(bus="SESSION")
        except (OSError, KeyError, ValueError, RuntimeError):
            return None
        try:
            rule = MatchRule(type="signal", interface=_SERVICE, path=_PATH)
            connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_PATIENCE_S)
        except (OSError, TimeoutError):
            connection.close()
            return None
        return cls(connection, parent)

    def show(self, title: str, body: str, *, button: str, subject: str, urgent: bool = False) -> bool:
        """Show a message in the place of the last one of its kind; False where no service answers."""
        from jeepney import DBusAddress, MessageType, new_method_call  # noqa: PLC0415 - Linux alone has it

        service = DBusAddress(_PATH, bus_name=_SERVICE, interface=_SERVICE)
        urgency, replaced = _CRITICAL if urgent else _NORMAL, self._numbers.get(urgent, _NO_NUMBER)
        hints = {
            "urgency": ("y", urgency),
            "desktop-entry": ("s", "smadmin"),
            "category": ("s", "reminder"),
        }
        actions = ["default", button, "open", button]
        # A service may read the body as markup; a school's own words must not become any.
        content = ("smadmin", replaced, "smadmin", title, html.escape(body), actions, hints, -1)
        call = new_method_call(service, "Notify", "susssasa{sv}i", content)
        try:
            answer = self._bus.send_and_get_reply(call, timeout=_PATIENCE_S)
        except (OSError, TimeoutError) as error:
            _log.warning("the desktop took no message: %s", type(error).__name__)
            return False
        if answer.header.message_type is not MessageType.method_return:
            return False
        self._numbers[urgent] = number = int(answer.body[0])
        self._subjects[number] = subject
        return True

    def end(self) -> None:
        """Close the connection."""
        self._heard.setEnabled(False)
        self._bus.close()

    def _hear(self) -> None:
        from jeepney import HeaderFields  # noqa: PLC0415 - Linux alone has it

        try:
            while True:
                message = self._bus.receive(timeout=0)
                member = message.header.fields.get(HeaderFields.member)
                if member == "ActionInvoked" and message.body[0] in self._subjects:
                    self._pressed.emit(self._subjects[message.body[0]])
        except TimeoutError:
            return  # everything that came was heard
        except OSError:  # the bus is gone, and with it the desktop
            self._heard.setEnabled(False)


class IconNotifier(QObject):
    """The tray's icon, which asks the system by itself (Windows, macOS).

    The system says that a message was pressed, not which: an older one may lie there still. So where what was
    shown since the last press leads to several places, a press leads to none of them: the window opens on
    Today, where all of it stands.
    """

    _pressed = Signal(str)

    def __init__(self, icon: QSystemTrayIcon) -> None:
        """Take the icon."""
        super().__init__(icon)
        self._icon = icon
        self._subjects: set[str] = set()
        icon.messageClicked.connect(self._press)

    @property
    def pressed(self) -> SignalInstance:
        """Carries the subject of the message that was pressed."""
        return self._pressed

    def show(self, title: str, body: str, *, button: str, subject: str, urgent: bool = False) -> bool:
        """Show a message; the whole of it is the button."""
        del button
        if not self._icon.supportsMessages():
            return False
        self._subjects.add(subject)
        kind = QSystemTrayIcon.MessageIcon.Critical if urgent else QSystemTrayIcon.MessageIcon.NoIcon
        self._icon.showMessage(title, body, kind)
        return True

    def end(self) -> None:
        """Forget what was shown."""
        self._subjects.clear()

    def _press(self) -> None:
        one = self._subjects.pop() if len(self._subjects) == 1 else ""
        self._pressed.emit(one)


def notifiers_for(icon: QSystemTrayIcon) -> tuple[Notifier, ...]:
    """Give what shows messages here, the best first: on Linux the desktop's service, then the icon."""
    found = BusNotifier.connect_to_desktop(icon) if sys.platform == "linux" else None
    return (IconNotifier(icon),) if found is None else (found, IconNotifier(icon))
