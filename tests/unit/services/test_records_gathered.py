"""What is left out stays, also where a row is about something that is given."""

import json
from pathlib import Path

from smadmin.domain.records_requests import Wanted
from smadmin.services.export import Paper, check_package
from smadmin.services.records_gathered import Answer
from smadmin.services.records_requests import RecordsRequests
from smadmin.services.rows_out import PARTS
from tests.records_asked import FORM, word
from tests.road import make_road


def test_a_release_for_two_accounts_stays_where_one_of_them_is_left_out(tmp_path: Path) -> None:
    road = make_road(tmp_path / "school")
    post = road.released(by="pat", accounts=(road.x, road.facebook))
    links = {
        road.x: "https://x.com/lincoln_es/status/1990000000000000111",
        road.facebook: "https://www.facebook.com/lincolnes/posts/111",
    }
    for account, link in links.items():
        handed = road.handed_out(post, tmp_path / account, account=account)
        road.publications.confirm(road.by("ana"), handed, link)
    requests, ana = RecordsRequests(road.school.desk, road.reader, road.proof, road.media), road.by("ana")
    request, found = requests.enter(ana, FORM).value, requests.find(ana, Wanted())

    def manifests(folder: str, left_out: dict[str, str]) -> list[bool]:
        requests.answer(ana, request, Answer(found, left_out), tmp_path / folder, word)
        assert check_package(tmp_path / folder, Paper()).whole
        lines = (tmp_path / folder / "data" / PARTS).read_text("utf-8").splitlines()
        return ["content" in one for one in map(json.loads, lines) if one["name"] == "manifest"]

    assert len(found) == 2
    assert manifests("both", {}) == [True]
    assert manifests("one", {found[0].id: "Names a minor"}) == [False]
