"""What waits is counted for the person who looks."""

from smadmin.domain.people import Role
from smadmin.domain.posts import PostStage
from smadmin.services.today.view import ListToday, WeekToSign
from tests.today_views import MONDAY, TODAY, halfway, photos, post, view


def test_a_calm_day_counts_nothing() -> None:
    assert set(view(Role.ADMINISTRATOR).waiting.values()) == {0}


def test_each_screen_counts_what_waits_there_for_this_person() -> None:
    shown = view(
        Role.ADMINISTRATOR,
        posts=(
            post("back", PostStage.SENT_BACK),
            post("ready", PostStage.RELEASED),
            post("own", PostStage.SUBMITTED),
        ),
        photos=(photos(to_decide=3, second_mine=2, second_others=1),),
        students=ListToday(TODAY, too_old=True, empty=False),
        to_sign=WeekToSign(MONDAY, 4, signed=False),
    )

    assert shown.waiting == {"compose": 1, "photos": 6, "approvals": 1, "plan": 0, "students": 1}


def test_a_reviewer_counts_releases_and_second_looks_only() -> None:
    shown = view(
        Role.REVIEWER,
        posts=(post("waits", PostStage.SUBMITTED, mine=False), post("ready", PostStage.RELEASED, mine=False)),
        photos=(photos(to_decide=3, second_others=1),),
    )

    assert shown.waiting == {"compose": 0, "photos": 1, "approvals": 1, "plan": 0, "students": 0}


def test_the_principal_counts_the_week_to_sign() -> None:
    shown = view(Role.PRINCIPAL, to_sign=WeekToSign(MONDAY, 4, signed=False))

    assert shown.waiting["plan"] == 1


def test_who_has_no_role_releases_nothing() -> None:
    assert view(posts=(post("waits", PostStage.SUBMITTED, mine=False),)).to_release == ()


def test_a_released_post_is_ready_until_somebody_begins_to_hand_it_out() -> None:
    ready = post("out", PostStage.RELEASED)

    assert view(Role.ADMINISTRATOR, posts=(ready,)).to_publish == (ready,)
    assert view(Role.ADMINISTRATOR, posts=(ready,), halfway=(halfway(),)).to_publish == ()
