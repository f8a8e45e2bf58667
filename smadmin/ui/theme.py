"""The look's values, all of them: colours light and dark, sizes, spacing, fonts. Pure, no Qt.

Nothing moves by itself, so there is nothing to still where a person asked for reduced motion.

Nothing else in `ui` spells out a colour or a size. A colour changed here must keep contrast AA on
every surface it stands on: `tests/unit/ui/test_theme.py` measures that.
"""

from dataclasses import dataclass
from enum import Enum

SPACE_PX = 8
HALF_SPACE_PX = 4
CONTROL_RADIUS_PX = 8
CARD_RADIUS_PX = 12
PAGE_MARGIN_PX = 22
BAR_HEIGHT_PX = 64
SIDE_WIDTH_PX = 196
ICON_PX = 18
SCROLL_BAR_PX = 12
RING_PX = 3  # the room around a button for its focus ring

TITLE_PX = 21.0
HEADING_PX = 15.0
TEXT_PX = 14.0
NOTE_PX = 12.5
WRITING_PX = 16.0  # the composer's text
WRITING_LINE_HEIGHT = 1.6

FONT_FAMILIES = ("Inter", "Segoe UI", "SF Pro", "SF Pro Text", "Noto Sans", "DejaVu Sans")
TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)

AA_TEXT = 4.5  # WCAG 2.2, 1.4.3
AA_SHAPE = 3.0  # WCAG 2.2, 1.4.11


@dataclass(frozen=True)
class Tokens:
    """One theme's colours as `#rrggbb`; `…_soft` is the surface that its colour stands on."""

    background: str
    card: str
    side: str
    ink: str
    muted: str
    line: str
    edge: str
    hover: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    attention: str
    attention_soft: str
    stop: str
    stop_soft: str


LIGHT = Tokens(
    background="#f5f6f8",
    card="#ffffff",
    side="#eef0f4",
    ink="#1a1f2b",
    muted="#5b6475",
    line="#e1e5ec",
    edge="#7d8696",
    hover="#e4e8ef",
    accent="#2457d6",
    accent_hover="#1c47b4",
    accent_soft="#e8eefc",
    on_accent="#ffffff",
    good="#14754a",
    good_soft="#e3f4ec",
    attention="#8a5600",
    attention_soft="#fdf1dc",
    stop="#b3261e",
    stop_soft="#fbe7e5",
)

DARK = Tokens(
    background="#14171d",
    card="#1d222b",
    side="#181c23",
    ink="#eef1f6",
    muted="#a3adbd",
    line="#2e3541",
    edge="#6f7b8d",
    hover="#262c37",
    accent="#8fb0ff",
    accent_hover="#abc4ff",
    accent_soft="#22304f",
    on_accent="#101828",
    good="#6fd3a3",
    good_soft="#17352a",
    attention="#f2c069",
    attention_soft="#3a2d14",
    stop="#ff9c93",
    stop_soft="#43201e",
)


class State(Enum):
    """How something stands. `NOTE` is for what is neither good nor bad (a draft, on hold)."""

    STOP = "stop"
    DOUBT = "doubt"
    WAITS = "waits"
    FINE = "fine"
    NOTE = "note"


def state_colours(state: State, tokens: Tokens) -> tuple[str, str]:
    """Give a state's colour and the soft surface that it stands on."""
    return {
        State.STOP: (tokens.stop, tokens.stop_soft),
        State.DOUBT: (tokens.attention, tokens.attention_soft),
        State.WAITS: (tokens.attention, tokens.attention_soft),
        State.FINE: (tokens.good, tokens.good_soft),
        State.NOTE: (tokens.accent, tokens.accent_soft),
    }[state]


_HEX_DIGITS = 6
_LINEAR_BELOW = 0.04045


def channels(colour: str) -> tuple[int, int, int]:
    """Split `#rrggbb` into red, green and blue, 0 to 255 each.

    Raises:
        ValueError: it isn't such a colour.
    """
    digits = colour.removeprefix("#")
    if len(digits) != _HEX_DIGITS:
        raise ValueError("a colour is written #rrggbb")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def luminance(colour: str) -> float:
    """Measure relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    linear = []
    for channel in channels(colour):
        share = channel / 255
        linear.append(share / 12.92 if share <= _LINEAR_BELOW else ((share + 0.055) / 1.055) ** 2.4)
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Measure the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Mix two colours; `share` (0 to 1) is the other's part, as painting it half-clear does."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


@dataclass(frozen=True)
class TextSizes:
    """Font sizes in px for one text scale (1.0 = 100 %)."""

    scale: float = 1.0

    @property
    def title(self) -> int:
        """A screen's title."""
        return round(TITLE_PX * self.scale)

    @property
    def heading(self) -> int:
        """A card's heading."""
        return round(HEADING_PX * self.scale)

    @property
    def text(self) -> int:
        """Ordinary text and controls."""
        return round(TEXT_PX * self.scale)

    @property
    def note(self) -> float:
        """Notes and chips; half a pixel counts here."""
        return round(NOTE_PX * self.scale * 2) / 2

    @property
    def writing(self) -> int:
        """The composer's text."""
        return round(WRITING_PX * self.scale)
