"""The style sheet, made from the theme's tokens: how each kind of control looks.

Kinds are told apart by the dynamic property `kind` (`main`, `plain`, `quiet`, `card`, …), set once by
the foundation's own classes; screens use those classes and write no style sheets of their own.
"""

from smadmin import resources
from smadmin.ui.theme import (
    CARD_RADIUS_PX,
    CONTROL_RADIUS_PX,
    DARK,
    RING_PX,
    SCROLL_BAR_PX,
    TextSizes,
    Tokens,
)

_INDICATOR_PX = 16
_ARROW_PX = 14


def stylesheet(tokens: Tokens, sizes: TextSizes) -> str:
    """Make the whole application's style sheet."""
    return "\n".join(
        (
            _surfaces(tokens),
            _texts(tokens, sizes),
            _buttons(tokens, sizes),
            _fields(tokens, sizes),
            _arrows(tokens, sizes),
            _choices(tokens, sizes),
            _lists(tokens),
            _menus(tokens, sizes),
            _states(tokens, sizes),
        )
    )


def _surfaces(t: Tokens) -> str:
    return f"""
    QMainWindow, QDialog, QWidget[kind="screen"] {{ background: {t.background}; }}
    QFrame[kind="card"] {{ background: {t.card}; border: 1px solid {t.line};
        border-radius: {CARD_RADIUS_PX}px; }}
    QFrame[kind="sidebar"] {{ background: {t.side}; border: 0; border-right: 1px solid {t.line}; }}
    QFrame[kind="person"] {{ background: {t.side}; border: 0; border-bottom: 1px solid {t.line}; }}
    QWidget[kind="updating"] {{ background: transparent; }}
    QWidget[kind="updating"][state="stale"] {{ background: {t.accent}; }}
    QFrame[kind="rule"] {{ background: {t.line}; border: 0; max-height: 1px; min-height: 1px; }}
    QFrame[kind="popup"] {{ background: {t.card}; border: 1px solid {t.edge}; }}
    QScrollArea, QScrollArea > QWidget > QWidget[kind="scrolled"] {{ background: transparent; border: 0; }}
    QToolTip {{ background: {t.ink}; color: {t.card}; border: 0; padding: 6px 8px; }}
    QScrollBar:vertical {{ background: transparent; width: {SCROLL_BAR_PX}px; margin: 2px 3px; }}
    QScrollBar:horizontal {{ background: transparent; height: {SCROLL_BAR_PX}px; margin: 3px 2px; }}
    QScrollBar::handle {{ background: {t.edge}; border-radius: 3px; min-height: 28px; min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {t.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter::handle {{ background: transparent; }}
    """


def _texts(t: Tokens, s: TextSizes) -> str:
    return f"""
    QLabel {{ background: transparent; color: {t.ink}; }}
    QLabel[kind="title"] {{ font-size: {s.title}px; font-weight: 700; }}
    QLabel[kind="heading"] {{ font-size: {s.heading}px; font-weight: 600; }}
    QLabel[kind="strong"] {{ font-weight: 600; }}
    QLabel[kind="muted"] {{ color: {t.muted}; }}
    QLabel[kind="note"] {{ font-size: {s.note}px; color: {t.muted}; }}
    QLabel[kind="wrong"] {{ font-size: {s.note}px; color: {t.stop}; }}
    QLabel[kind="small"] {{ font-size: {s.note}px; }}
    QLabel[kind="writing"] {{ font-size: {s.writing}px; }}
    """


def _buttons(t: Tokens, s: TextSizes) -> str:
    # Each button keeps a margin for its focus ring, which buttons.py paints.
    return f"""
    QPushButton {{ margin: {RING_PX}px; padding: 6px 14px; border-radius: {CONTROL_RADIUS_PX}px;
        font-weight: 600; color: {t.ink}; background: {t.card}; border: 1px solid {t.line}; }}
    QPushButton:hover {{ background: {t.hover}; border-color: {t.edge}; }}
    QPushButton:pressed {{ background: {t.line}; }}
    QPushButton:disabled {{ color: {t.muted}; background: {t.background}; border-color: {t.line}; }}
    QPushButton[kind="main"] {{ color: {t.on_accent}; background: {t.accent}; border-color: {t.accent}; }}
    QPushButton[kind="main"]:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
    QPushButton[kind="main"]:pressed {{ background: {t.accent}; }}
    QPushButton[kind="main"]:disabled {{ color: {t.muted}; background: {t.accent_soft};
        border-color: {t.accent_soft}; }}
    QPushButton[kind="quiet"] {{ color: {t.accent}; background: transparent; border-color: transparent;
        padding: 6px 8px; }}
    QPushButton[kind="quiet"]:hover {{ background: {t.accent_soft}; }}
    QPushButton[kind="quiet"]:disabled {{ color: {t.muted}; }}
    QPushButton[kind="destructive"] {{ color: {t.stop}; }}
    QPushButton[kind="destructive"]:hover {{ background: {t.stop_soft}; border-color: {t.stop}; }}
    QPushButton[kind="destructive"]:disabled {{ color: {t.muted}; }}
    QPushButton[kind="icon"] {{ background: transparent; border-color: transparent; padding: 6px; }}
    QPushButton[kind="icon"]:hover {{ background: {t.hover}; }}
    QPushButton[kind="link"] {{ font-size: {s.note}px; color: {t.muted}; background: transparent;
        border-color: transparent; padding: 3px 6px; text-decoration: underline; }}
    QPushButton[kind="link"][flush="yes"] {{ margin-left: 0; padding-left: 2px; }}
    QPushButton[kind="link"]:disabled {{ text-decoration: none; }}
    QPushButton[kind="link"]:hover {{ color: {t.accent}; background: {t.accent_soft}; }}
    QPushButton[kind="small"] {{ font-size: {s.note}px; padding: 3px 10px; }}
    QPushButton[kind="choice"] {{ text-align: left; }}
    QPushButton[kind="plain"]:checked, QPushButton[kind="small"]:checked,
    QPushButton[kind="choice"]:checked {{ color: {t.accent};
        background: {t.accent_soft}; border-color: {t.accent}; }}
    """


def _fields(t: Tokens, s: TextSizes) -> str:
    fields = "QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit"
    focused = ", ".join(f"{one}:focus" for one in fields.split(", "))
    disabled = ", ".join(f"{one}:disabled" for one in fields.split(", "))
    return f"""
    {fields} {{ color: {t.ink}; background: {t.card}; border: 1px solid {t.edge};
        border-radius: {CONTROL_RADIUS_PX}px; padding: 6px 9px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent};
        placeholder-text-color: {t.muted}; }}
    {focused} {{ border: 2px solid {t.accent}; padding: 5px 8px; }}
    *[wrong="yes"] {{ border: 2px solid {t.stop}; padding: 5px 8px; }}
    {disabled} {{ color: {t.muted}; background: {t.background}; border-color: {t.line}; }}
    QSpinBox, QDateEdit, QTimeEdit {{ padding: 4px 9px; }}
    QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus {{ padding: 3px 8px; }}
    QAbstractSpinBox QLineEdit {{ border: 0; padding: 0; background: transparent; }}
    QPlainTextEdit[kind="code"] {{ font-family: monospace; }}
    QTextEdit[kind="writing"] {{ font-size: {s.writing}px; border-color: transparent; padding: 0; }}
    QTextEdit[kind="writing"]:focus {{ border: 1px solid transparent; padding: 0; }}
    QComboBox {{ combobox-popup: 0; }} /* the list stands below; over the box it cuts its rows off */
    QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{ background: {t.card}; color: {t.ink};
        border: 1px solid {t.edge}; border-radius: 0; padding: 0;
        selection-background-color: {t.accent_soft}; selection-color: {t.ink}; outline: 0; }}
    """


def _arrows(t: Tokens, s: TextSizes) -> str:
    width = round(_ARROW_PX * s.scale)
    steppers = "QSpinBox", "QDateEdit", "QTimeEdit"
    ups = ", ".join(f"{one}::up-button" for one in steppers)
    downs = ", ".join(f"{one}::down-button" for one in steppers)
    ups_arrow = ", ".join(f"{one}::up-arrow" for one in steppers)
    downs_arrow = ", ".join(f"{one}::down-arrow" for one in steppers)
    return f"""
    QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; background: transparent;
        width: {width + 12}px; }}
    QComboBox::down-arrow, {downs_arrow} {{ image: url("{_control(t, "chevron-down")}");
        width: {width}px; height: {width}px; }}
    {ups_arrow} {{ image: url("{_control(t, "chevron-up")}"); width: {width}px; height: {width}px; }}
    {ups}, {downs} {{ border: 0; background: transparent; width: {width + 8}px; subcontrol-origin: border; }}
    {ups} {{ subcontrol-position: top right; margin-top: 2px; }}
    {downs} {{ subcontrol-position: bottom right; margin-bottom: 2px; }}
    QTabBar::scroller {{ width: {2 * width + 12}px; }}
    QTabBar QToolButton {{ background: {t.background}; border: 0; border-radius: {CONTROL_RADIUS_PX}px; }}
    QTabBar QToolButton:hover {{ background: {t.hover}; }}
    QTabBar QToolButton::left-arrow {{ image: url("{_control(t, "chevron-left")}");
        width: {width}px; height: {width}px; }}
    QTabBar QToolButton::right-arrow {{ image: url("{_control(t, "chevron-right")}");
        width: {width}px; height: {width}px; }}
    """


def _control(t: Tokens, name: str) -> str:
    """Give the path of a control's drawing; a style sheet can't tint, so each theme has its own."""
    return resources.find(f"icons/controls/{'dark' if t == DARK else 'light'}/{name}.svg").as_posix()


def _choices(t: Tokens, s: TextSizes) -> str:
    side = round(_INDICATOR_PX * s.scale)
    return f"""
    QCheckBox, QRadioButton {{ color: {t.ink}; spacing: 8px; padding: 3px; border-radius: 6px;
        border: 2px solid transparent; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {t.accent}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {t.muted}; }}
    QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{ width: {side}px;
        height: {side}px; border: 1px solid {t.edge}; background: {t.card}; }}
    QCheckBox::indicator, QAbstractItemView::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: {side // 2 + 1}px; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.accent}; }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {t.accent};
        border-color: {t.accent}; image: url("{_control(t, "check")}"); }}
    QRadioButton::indicator:checked {{ width: {side // 2}px; height: {side // 2}px; background: {t.on_accent};
        border: {side // 4 + 1}px solid {t.accent}; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {t.line}; }}
    QProgressBar {{ background: {t.line}; border: 0; border-radius: 3px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    """


def _lists(t: Tokens) -> str:
    return f"""
    QAbstractItemView {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.line};
        border-radius: {CARD_RADIUS_PX}px; outline: 0; padding: 4px;
        alternate-background-color: {t.background};
        selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
    QAbstractItemView:focus {{ border: 2px solid {t.accent}; padding: 3px; }}
    QAbstractItemView::item {{ padding: 7px 8px; border: 0; border-radius: 6px; }}
    QAbstractItemView::item:hover {{ background: {t.hover}; }}
    QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
    QTableView {{ gridline-color: {t.line}; }}
    QHeaderView {{ background: transparent; border: 0; border-radius: 0; padding: 0; }}
    QTableCornerButton::section {{ background: {t.card}; border: 0; }}
    QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
    QHeaderView::section {{ background: {t.card}; color: {t.muted}; border: 0; font-weight: 600;
        border-bottom: 1px solid {t.line}; padding: 7px 8px; }}
    QTabBar::tab {{ color: {t.muted}; padding: 7px 12px; border: 0; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {t.ink}; border-bottom-color: {t.accent}; font-weight: 600; }}
    QTabWidget::pane {{ border: 0; }}
    """


def _menus(t: Tokens, s: TextSizes) -> str:
    return f"""
    QMenuBar {{ background: {t.side}; color: {t.muted}; border-bottom: 1px solid {t.line};
        font-size: {s.note}px; padding: 1px 6px; }}
    QMenuBar::item {{ background: transparent; padding: 4px 8px; border-radius: 6px; }}
    QMenuBar::item:selected {{ background: {t.hover}; color: {t.ink}; }}
    QMenu {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.line}; padding: 6px; }}
    QMenu::item {{ padding: 6px 26px 6px 12px; border-radius: 6px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
    QMenu::item:disabled {{ color: {t.muted}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 5px 8px; }}
    """


def _states(t: Tokens, s: TextSizes) -> str:
    pairs = {
        "stop": (t.stop, t.stop_soft),
        "doubt": (t.attention, t.attention_soft),
        "waits": (t.attention, t.attention_soft),
        "fine": (t.good, t.good_soft),
        "note": (t.accent, t.accent_soft),
    }
    rules = [
        f"""
        QFrame[kind="chip"] QLabel {{ font-size: {s.note}px; font-weight: 600; }}
        QFrame[kind="banner"] {{ border-radius: {CARD_RADIUS_PX}px; border: 1px solid {t.line}; }}
        """
    ]
    for state, (ink, soft) in pairs.items():
        rules.append(
            f"""
            QFrame[kind="chip"][state="{state}"] QLabel {{ color: {ink}; }}
            QFrame[kind="banner"][state="{state}"] {{ background: {soft}; border-color: {ink}; }}
            QFrame[kind="finding"][state="{state}"] {{ border: 0; border-left: 3px solid {ink}; }}
            """
        )
    return "\n".join(rules)
