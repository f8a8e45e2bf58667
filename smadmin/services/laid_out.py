"""What lies ready for a post that a person publishes by hand: its folder, and whether it may go."""

from dataclasses import dataclass
from pathlib import Path

from smadmin.domain.handoff import HandoffWords, handoff_page
from smadmin.domain.ids import PublicationId
from smadmin.domain.publications import UNFINISHED, Publication
from smadmin.publishing.assisted import PAGE, WORDS, OutgoingPicture, picture_names, write_bundle
from smadmin.services.desk import Desk
from smadmin.services.gate import Passed


@dataclass(frozen=True)
class HandedOut:
    """What lies ready: the folder, the words, each file with its alt text, the page to open."""

    folder: Path
    text: str
    files: tuple[tuple[Path, str], ...]
    page: str


def lay_out(
    passed: Passed, publication: Publication, folder: Path, words: HandoffWords | None = None
) -> HandedOut:
    """Write what passed the last gate into a new folder (an errand), with a page to copy from.

    Args:
        passed: the very words and bytes.
        publication: whose it is.
        folder: where the new folder is made.
        words: of the page; without them none is made.

    Raises:
        OutsideFailed: no space, no permission.
    """
    outgoing = [OutgoingPicture(content, alt) for content, alt in passed.pictures]
    account = passed.account
    name = f"{account.platform.value}-{account.pin}-{publication.id[:8]}"
    further = _video_files(passed)
    page = {}
    if words is not None:
        named = [(one, picture.alt) for one, picture in zip(picture_names(outgoing), outgoing, strict=True)]
        page[PAGE] = handoff_page(words, passed.text, named).encode()
    bundle = write_bundle(folder, name, passed.text, outgoing, beside={**further, **page})
    beside = tuple((bundle.folder / one, "") for one in further)
    return HandedOut(bundle.folder, passed.text, (*bundle.pictures, *beside), account.page)


def laid_files(handed: HandedOut) -> list[str]:
    """Name what was written into its folder."""
    return [WORDS, PAGE, *(path.name for path, _ in handed.files)]


def is_over(desk: Desk, publication: PublicationId) -> bool:
    """Tell whether nobody needs any more what lies ready for a publication: it is out, or was given up.

    One that this store doesn't know may be another school's at the same login.
    """
    with desk.look() as unit:
        kept = unit.publications.maybe(publication)
    return kept is not None and kept.step not in UNFINISHED


def _video_files(passed: Passed) -> dict[str, bytes]:
    """Give the video and its captions by the names under which they lie ready."""
    if passed.video is None:
        return {}
    ending, content = passed.video
    captions = passed.captions
    spoken = {} if captions is None else {f"captions.{captions.kind.value}": captions.text.encode()}
    return {f"video{ending}": content, **spoken}
