"""The places of the group photos: what stands behind the people, and what stands before them."""

from .indoors import art_room, chess_club, classroom, library_night
from .indoors_more import music_room, robotics, science_fair, stage
from .outdoors import bus_line, field_day, garden, playground
from .place import Place

PLACES: dict[str, Place] = {
    "science_fair": science_fair, "chess_club": chess_club, "library_night": library_night,
    "field_day": field_day, "music_room": music_room, "garden": garden, "bus_line": bus_line,
    "art_room": art_room, "classroom": classroom, "stage": stage, "robotics": robotics,
    "playground": playground,
}  # fmt: skip

__all__ = ["PLACES", "Place"]
