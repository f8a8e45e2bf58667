"""The command `demo`: a throw-away data folder, a keyring in memory, the story, its report."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from smadmin.cli.asking import asked
from smadmin.cli.demo.report import write_report
from smadmin.cli.demo.story import Chapter, Story
from smadmin.domain.actors import Actor
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.messages import say
from smadmin.services.office import Office
from smadmin.services.sample.making import PASSPHRASE
from smadmin.services.sample.pictures import sample_picture

PHOTO = "01-science-fair.jpg"


@dataclass(frozen=True)
class DemoDoors:
    """What the demo gets from `app`.

    Args:
        open_sample: makes the sample school in a folder, with a keyring in memory.
        take_pictures: photographs the real screens of an office into a folder; gives file names and screens,
            or None where pictures can't be taken here.
        print_page: prints the weekly page into a folder; gives file names, or none where it can't be printed.
    """

    open_sample: Callable[[Path], Office]
    take_pictures: Callable[[Office, Path], list[tuple[str, str]]] | None = None
    print_page: Callable[[Office, Actor, Path], list[str]] | None = None


def demo_command(doors: DemoDoors) -> click.Command:
    """Make the command."""

    @click.command("demo", help="The main job on the sample school, without a window, told in a report.")
    @click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
    def demo(out: Path) -> None:
        state = asked()
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutsideFailed(say("demo.cannot-write"), remedy=say("demo.choose-folder")) from error
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="smadmin-demo-") as folder:
            office = doors.open_sample(Path(folder))
            try:
                chapters = _told(doors, office, out)
            finally:
                office.close()
        took = time.monotonic() - began
        report = write_report(
            out, chapters, word=state.word, seconds=took, language=state.doors.catalogue.language
        )
        state.tell(say("demo.done", path=str(report), n=round(took)))
        state.document({"report": str(report), "seconds": round(took, 1), "chapters": len(chapters)})

    return demo


def _told(doors: DemoDoors, office: Office, out: Path) -> list[Chapter]:
    state = asked()
    chapters = []
    story = Story(office, sample_picture(PHOTO), out, PASSPHRASE)
    for chapter in story.chapters():
        state.tell(chapter.title)
        chapters.append(chapter)
    weekly = story.week_on_paper(state.word(say("meetings.title")), doors.print_page)
    state.tell(weekly.title)
    chapters.append(weekly)
    if doors.take_pictures is not None:
        taken = doors.take_pictures(office, out)
        screens = Chapter(say("demo.screens"))
        state.tell(screens.title if taken else say("demo.no-screens"))
        screens.sentences += [] if taken else [say("demo.no-screens")]
        screens.pictures += [
            (name, say("demo.screen", screen=say(f"shell.screen-{one}"))) for name, one in taken
        ]
        chapters.append(screens)
    return chapters
