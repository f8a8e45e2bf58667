"""What goes out stands beside what sends it, so that nobody sends another post than the one they mean."""

from PySide6.QtWidgets import QWidget

from tests.gui.publish.at_publish import AtPublish, texts
from tests.gui.publish.direct_blog import connected, with_blog
from tests.gui.seated import TEXT, Seat


def test_what_goes_out_stands_beside_what_sends_it(seat: Seat, at: AtPublish, window: QWidget) -> None:
    platform = with_blog(seat)
    connected(seat, platform)
    post = seat.released("wordpress")
    seat.by("maya-ortega")
    at.open(post, window)
    shows = at.card("wordpress").direct.shows
    assert shows.isVisibleTo(at.screen)
    assert TEXT in texts(shows)

    at.press()

    assert not shows.isVisibleTo(at.screen)
