"""Pictures for posts to real servers; each number is another one."""

import io
from functools import cache

from PIL import Image


@cache
def jpeg(number: int, width_px: int = 640, height_px: int = 480) -> bytes:
    """Give a picture's file."""
    file = io.BytesIO()
    shade = (number * 47 % 256, number * 89 % 256, number * 131 % 256)
    Image.new("RGB", (width_px, height_px), shade).save(file, "JPEG", quality=90)
    return file.getvalue()
