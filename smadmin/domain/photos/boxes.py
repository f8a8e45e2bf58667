"""Where something stands in a photo: whole pixels of the upright picture, right and bottom exclusive."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Box:
    """A rectangle in pixels; it has at least one pixel.

    Args:
        left, top: first column and row that belong to it, counted from the picture's upper left corner.
        right, bottom: first column and row that no longer belong to it.
    """

    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        """Refuse a rectangle without a pixel."""
        if self.left >= self.right or self.top >= self.bottom:
            raise ValueError("a box has at least one pixel")

    @property
    def width(self) -> int:
        """Columns."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Rows."""
        return self.bottom - self.top

    def grown(self, *, sides: float, top: float, bottom: float) -> "Box":
        """Give the box with more room around it, each as a share of its width or height."""
        wider = round(self.width * sides)
        return Box(
            self.left - wider,
            self.top - round(self.height * top),
            self.right + wider,
            self.bottom + round(self.height * bottom),
        )

    def within(self, width: int, height: int) -> "Box | None":
        """Cut the box to a picture's size; None if nothing is left."""
        left, top = max(self.left, 0), max(self.top, 0)
        right, bottom = min(self.right, width), min(self.bottom, height)
        return Box(left, top, right, bottom) if left < right and top < bottom else None

    def holds(self, other: "Box") -> bool:
        """Tell whether the other box lies within this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def overlap(self, other: "Box") -> float:
        """Tell how much two boxes share: common pixels over the pixels of both, 0 to 1."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        if width <= 0 or height <= 0:
            return 0.0
        common = width * height
        return common / (self.width * self.height + other.width * other.height - common)
