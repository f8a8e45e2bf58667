"""Posts that are out and are put right or taken down: what several tests ask for."""

from dataclasses import replace

from smadmin.domain.corrections import statement
from smadmin.domain.ids import PostId
from smadmin.domain.policy.values import CORRECTED
from smadmin.domain.publications import Publication
from smadmin.domain.removals import Ground, Removal, Wish
from smadmin.domain.vocabulary import Noun
from smadmin.services.captures import Captures
from smadmin.services.corrections import Corrections
from smadmin.services.posts import Posts
from smadmin.services.releases import Facts
from smadmin.services.removal_road import RemovalRoad
from smadmin.services.removals import Removals
from smadmin.services.wrong_identity import WrongIdentities
from tests.direct import Direct, drive
from tests.road import TEXT

WISH = Wish(Ground.PERSON, "A child was named")
SAID = statement(CORRECTED, "en", "November 16, 2026")


def removals_of(direct: Direct) -> Removals:
    road = direct.road
    return Removals(
        road.school.desk,
        road.proof,
        facts=Facts(road.school.desk, road.reader),
        vault=direct.vault,
        publishers=direct.connections.publishers,
        captures=Captures(road.media),
    )


def out(direct: Direct, *, photo: bool = False) -> Publication:
    """Publish a post and give it as it is out."""
    return direct.go(direct.intended(direct.released(photo=photo))).publication


def take_down(
    direct: Direct,
    publication: Publication,
    wish: Wish | None = WISH,
    *,
    by: str = "ana",
    killed_after: int | None = None,
) -> Removal:
    road = RemovalRoad(removals_of(direct), WrongIdentities(direct.road.school.desk))
    found = drive(road.go(direct.road.by(by), publication, wish), killed_after=killed_after)
    assert found is not None
    return found


def rows(direct: Direct, publication: Publication) -> list[str]:
    with direct.road.school.desk.look() as unit:
        return [row.act for row in unit.record.about(Noun.REMOVALS, publication.id)]


def corrections_of(direct: Direct) -> Corrections:
    road = direct.road
    return Corrections(road.school.desk, road.reader, road.proof)


def posts_of(direct: Direct) -> Posts:
    return Posts(direct.road.school.desk, direct.road.reader)


def released_correction(direct: Direct, first: Publication, *, words: str | None = None) -> PostId:
    """Begin a correction, write it, hand it in and have it released."""
    assert first.post is not None
    ana, posts = direct.road.by("ana"), posts_of(direct)
    draft = corrections_of(direct).begin(ana, first.post, SAID).value
    text = draft.content.text.replace(TEXT, "The very right words") if words is None else words
    posts.save(ana, draft, replace(draft.content, text=text))
    posts.submit(ana, draft.id)
    direct.road.approvals.release(direct.road.by("pat"), draft.id)
    return draft.id
