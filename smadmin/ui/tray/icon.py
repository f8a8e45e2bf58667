"""The icon in the tray and its menu. It holds no secret: everything it says is plain data of the store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from smadmin import resources
from smadmin.ui.plaintext import for_button
from smadmin.ui.theme import State
from smadmin.ui.tray.model import Notification, TrayLine, TrayModel, tray_model
from smadmin.ui.tray.notifying import Notifier, notifiers_for
from smadmin.ui.tray.prefs import WarningPrefs
from smadmin.ui.tray.watch import Watching
from smadmin.ui.wording import Wording

SIZES_PX = (16, 22, 24, 32, 48, 64)
_MARK_SHARE = 0.5
"""How much of the icon's side its mark takes, at the lower right."""
_COLOURS = {State.STOP: "#d93025", State.DOUBT: "#f2a33a"}
"""Bright enough for a dark panel, dark enough for a light one; a rim in the panel's colour sets it off."""


class Tray(QObject):
    """The icon.

    Signals:
        openAsked: with what the window opens (`app/choosing.py`), or nothing.
        quitAsked: nobody wants to be warned until the program is started again.
    """

    openAsked = Signal(str)
    quitAsked = Signal()

    def __init__(
        self,
        watching: Watching,
        prefs: WarningPrefs,
        words: Wording,
        *,
        notifiers: Callable[[QSystemTrayIcon], tuple[Notifier, ...]] = notifiers_for,
    ) -> None:
        """Take what watches; nothing is shown yet."""
        super().__init__(watching)
        self._watching, self._prefs, self._words = watching, prefs, words
        self.menu = QMenu()
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self._notifiers = notifiers(self.icon)
        for notifier in self._notifiers:
            notifier.pressed.connect(self.openAsked)
        self._lost = False
        watching.seen.connect(lambda _: self._looked(lost=False))
        watching.failed.connect(lambda _: self._looked(lost=True))
        watching.called.connect(self._call)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.show_now)
        self.show_now()

    def show(self) -> None:
        """Show the icon."""
        self.icon.show()

    def end(self) -> None:
        """Take the icon away."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self.show_now)
        self.icon.hide()
        for notifier in self._notifiers:
            notifier.end()
        self.menu.deleteLater()

    def show_now(self) -> None:
        """Show what is known now."""
        model = tray_model(self._watching.view, self._prefs.times, lost=self._lost)
        self.icon.setIcon(tray_icon(model.state, dark=_is_dark()))
        self.icon.setToolTip(self._words(model.tip))
        self._fill(model)

    def _looked(self, *, lost: bool) -> None:
        self._lost = lost
        self.show_now()

    def _fill(self, model: TrayModel) -> None:
        say_, menu = self._words.say, self.menu
        menu.clear()
        menu.addAction(say_("warnings.open"), lambda: self.openAsked.emit(""))
        menu.addSeparator()
        for line in model.wrong:
            menu.addAction(for_button(self._words(line.words)), partial(self.openAsked.emit, line.subject))
        if not model.lines and not model.wrong:
            menu.addAction(for_button(self._words(model.tip))).setEnabled(False)
        for line in model.lines:
            self._add(line, model.snoozes, "warnings.snooze-to")
        if model.more:
            menu.addAction(say_("warnings.more", n=model.more), lambda: self.openAsked.emit(""))
        menu.addSeparator()
        for line in model.rounds:
            self._add(line, model.snoozes, "warnings.snooze-to")
        for line in model.yearly:
            self._add(line, model.snoozes, "warnings.snooze-yearly-to")
        if model.yearly:
            menu.addAction(say_("warnings.yearly-proven")).setEnabled(False)
            menu.addSeparator()
        menu.addAction(say_("warnings.stop-everything"), lambda: self.openAsked.emit("stop-everything"))
        menu.addAction(say_("warnings.child-out"), lambda: self.openAsked.emit("child-out"))
        menu.addSeparator()
        quiet = menu.addAction(say_("warnings.quiet"), self._hush)
        quiet.setCheckable(True)
        quiet.setChecked(model.hushed)
        menu.addAction(say_("warnings.quit"), self.quitAsked.emit)

    def _add(self, line: TrayLine, days: tuple[date, ...], snoozed: str) -> None:
        """Offer a line's next step, and to hear nothing of it for some days."""
        below = self.menu.addMenu(for_button(self._words(line.words)))
        below.addAction(self._words.say("warnings.next-step"), partial(self.openAsked.emit, line.subject))
        for day in days:
            below.addAction(self._words.say(snoozed, day=day), partial(self._snooze, line.about, day))

    def _hush(self) -> None:
        """Say nothing up to tomorrow, or take that back."""
        view, times = self._watching.view, self._prefs.times
        if view is None:
            return
        hushed = times.quiet_to is not None and view.today <= times.quiet_to
        self._prefs.choose_times(replace(times, quiet_to=None if hushed else view.today))
        self.show_now()

    def _snooze(self, about: str, until: date) -> None:
        view = self._watching.view
        if view is not None:
            self._prefs.choose_times(self._prefs.times.snooze(about, until, view.today))
            self.show_now()

    def _call(self, notification: Notification) -> None:
        title = self._words(notification.title)
        body = "\n".join(self._words(line) for line in notification.lines)
        button = self._words.say("warnings.next-step")
        for notifier in self._notifiers:
            shown = notifier.show(
                title, body, button=button, subject=notification.subject, urgent=notification.urgent
            )
            if shown:
                return

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        }:
            self.openAsked.emit("")


def tray_icon(state: State, *, dark: bool) -> QIcon:
    """Draw the program's icon, with a square where an account is late, a triangle where one is due."""
    icon = QIcon()
    plain = QIcon(str(resources.find("icons/program/smadmin.svg")))
    for size in SIZES_PX:
        picture = plain.pixmap(size, size)
        if state in _COLOURS:
            _mark(picture, state, size, "#1d222b" if dark else "#ffffff")
        icon.addPixmap(picture)
    return icon


def _mark(picture: QPixmap, state: State, size: int, rim: str) -> None:
    side = size * _MARK_SHARE
    place = QRectF(size - side, size - side, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(rim), max(1.0, size / 24)))
    painter.setBrush(QColor(_COLOURS[state]))
    if state is State.STOP:
        painter.drawRect(place)
    else:
        upper = QPointF(place.center().x(), place.top())
        painter.drawPolygon(QPolygonF([upper, place.bottomRight(), place.bottomLeft()]))
    painter.end()


def _is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
