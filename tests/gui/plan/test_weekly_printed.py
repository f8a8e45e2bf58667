"""The weekly page on paper: one page for the sample's week, with its words and its ink on it."""

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication

from smadmin.ui.plan.screen import PlanScreen
from smadmin.ui.plan.weekly_paper import draw_pdf
from tests.gui.printing import choose_printer
from tests.gui.sitting import Sitting

_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_WRITES = re.compile(rb"\bT[jJ]\b")
_LETTER = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+612(?:\.0*)?\s+792(?:\.0*)?\s*\]")
TOOL = shutil.which("pdftoppm")


def pages(pdf: bytes) -> int:
    return len(_PAGE.findall(pdf))


def writings(pdf: bytes) -> int:
    """Count how often anything is written on the pages of a PDF that Qt made."""
    found = 0
    for packed in _STREAM.findall(pdf):
        try:
            found += len(_WRITES.findall(zlib.decompress(packed)))
        except zlib.error:
            continue  # a picture's
    return found


@pytest.fixture
def pdf(plan: PlanScreen, sitting: Sitting, tmp_path: Path) -> bytes:
    """The page of the sample's week, as the menu saves it."""
    path = tmp_path / "page.pdf"
    plan.weekly.keep_pdf(path)
    sitting.qtbot.waitUntil(path.exists, timeout=15_000)
    sitting.settle()
    return path.read_bytes()


def test_the_samples_week_is_one_page_of_letter_size_with_its_words(pdf: bytes) -> None:
    assert pages(pdf) == 1
    assert _LETTER.search(pdf)
    assert writings(pdf) >= 30


def test_a_blank_page_and_a_long_one_are_told_from_it(qapp: QApplication) -> None:
    blank, long = draw_pdf("", "Blank"), draw_pdf("<p>A post of the week</p>" * 200, "Long")

    assert pages(blank) == 1
    assert writings(blank) <= 1
    assert pages(long) > 1


def test_the_menu_prints_that_one_page(plan: PlanScreen, sitting: Sitting, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    looking = QTimer(plan, interval=20)

    def choose() -> None:
        if plan.findChildren(QPrintDialog):
            looking.stop()
            choose_printer(plan, paper)

    looking.timeout.connect(choose)
    looking.start()
    dict(plan.weekly.deeds())[sitting.around.words.say("weekly.print")]()
    sitting.qtbot.waitUntil(paper.exists, timeout=15_000)
    sitting.settle()

    printed = paper.read_bytes()
    assert pages(printed) == 1
    assert writings(printed) >= 30


@pytest.mark.skipif(TOOL is None, reason="no program that shows PDF files is here")
def test_the_page_as_a_reader_shows_it_has_ink_from_top_to_bottom_of_its_text(
    pdf: bytes, tmp_path: Path
) -> None:
    assert TOOL is not None
    (tmp_path / "week.pdf").write_bytes(pdf)
    subprocess.run(
        [TOOL, "-r", "50", "-gray", "-png", "-singlefile", tmp_path / "week.pdf", tmp_path / "week"],
        check=True,
    )

    image = QImage(str(tmp_path / "week.png"))
    wide, high = image.width(), image.height()
    lines = [any(image.pixelColor(x, y).lightness() < 128 for x in range(wide)) for y in range(high)]

    assert (wide, high) == (425, 550)
    assert sum(lines) > high / 4
    assert any(lines[: high // 4])
    assert not any(lines[:5] + lines[-5:]), "paper has a margin"
