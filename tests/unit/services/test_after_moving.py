"""Once an account's page is another one: a number there names another post than the one that is meant."""

from pathlib import Path

import pytest

from smadmin.domain.accounts import AccountForm
from smadmin.domain.errors import NotAllowed
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publishers import Who
from smadmin.services.accounts import Accounts
from tests.afterwards import out, released_correction, removals_of, rows, take_down
from tests.direct import TOKEN, Direct, make_direct

HOME, NEW = "https://blog0.lincoln.example", "https://newblog.lincoln.example"


def moves(direct: Direct, to: str = NEW, *, id: str = "id-new") -> None:
    """Move the account's page to another blog of the school, or connect it by another of its people."""
    desk, blog, pat = direct.road.school.desk, direct.blogs[0], direct.road.by("pat")
    accounts = Accounts(desk, held=lambda *_: (), proof=direct.road.proof)
    found = accounts.get(blog)
    if to != found.page:
        form = AccountForm(
            found.platform, found.name, found.handle, to, "blog@lincoln.example", found.principal
        )
        accounts.change(pat, found, form)
        accounts.go_live(pat, blog, handle_seen=found.handle)
    direct.platform.tokens["canary-new"] = Who(id, "newblog", "Lincoln", to)
    log_in = LogIn("ana", "a long password for newblog 77", tokens=(ApiToken(TOKEN, "canary-new"),))
    direct.connect_with(blog, log_in, to, by="pat")


def refused_for(refused: pytest.ExceptionInfo[NotAllowed]) -> set[str]:
    return {one.message.id for one in refused.value.reasons}


def test_a_post_on_the_blog_before_is_not_taken_down_on_the_one_after(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, ana = out(direct), direct.road.by("ana")
    assert removals_of(direct).view(ana, publication).directly
    moves(direct)

    with pytest.raises(NotAllowed) as refused:
        take_down(direct, publication)

    assert refused_for(refused) == {"removals.elsewhere"}
    assert "remove" not in direct.platform.calls
    assert rows(direct, publication) == []
    assert not removals_of(direct).view(ana, publication).directly


def test_a_correction_of_a_post_on_the_blog_before_changes_none_on_the_one_after(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    direct.platform.can_correct = True
    publication = out(direct)
    moves(direct)
    calls = len(direct.platform.calls)

    with pytest.raises(NotAllowed) as refused:
        direct.go(direct.intended(released_correction(direct, publication)))

    assert "corrections.elsewhere" in refused_for(refused)
    assert not {"correct", "publish"} & set(direct.platform.calls[calls:])


def test_the_same_blog_by_another_of_its_people_is_the_same_page(tmp_path: Path) -> None:
    direct = make_direct(tmp_path)
    publication, ana = out(direct), direct.road.by("ana")
    moves(direct, HOME, id="id-of-dee")

    assert removals_of(direct).view(ana, publication).directly
