"""What plays is collected; what is jumped over isn't."""

from smadmin.domain.videos.viewing import Stretch
from smadmin.ui.videos.watch import Watch


def test_what_plays_is_one_stretch_with_the_time_it_took() -> None:
    watch = Watch()
    for at in range(0, 1001, 100):
        watch.reached(at, 5_000 + at)

    assert watch.take() == ((Stretch(0, 1000),), 1000)
    assert watch.take() == ((), 0)


def test_a_jump_and_a_pause_begin_anew() -> None:
    watch = Watch()
    watch.reached(0, 0)
    watch.reached(100, 100)
    watch.reached(9_000, 200)  # somebody dragged the knob
    watch.reached(9_100, 300)
    watch.rest()
    watch.reached(9_200, 90_000)

    assert watch.stretches == (Stretch(0, 100), Stretch(9_000, 9_100))


def test_one_and_a_half_times_the_speed_counts() -> None:
    watch = Watch()
    for step in range(11):
        watch.reached(step * 150, step * 100)

    assert watch.take() == ((Stretch(0, 1500),), 1000)


def test_a_closed_lid_is_no_time_to_watch() -> None:
    watch = Watch()
    watch.reached(0, 0)
    watch.reached(100, 3_600_000)

    stretches, took_ms = watch.take()

    assert stretches == (Stretch(0, 100),)
    assert took_ms < 400
