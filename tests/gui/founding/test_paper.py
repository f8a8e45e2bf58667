"""The envelope's page as a file: it lies there whole, or that it doesn't is said."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from smadmin.credentials.identity import Identity
from smadmin.domain.errors import OutsideFailed
from smadmin.services.envelope import Envelope
from smadmin.ui.founding.paper import write_pdf

ROOT = Identity.new()
ENVELOPE = Envelope("Lincoln", ROOT.secret, ROOT.key)


@pytest.mark.usefixtures("qapp")
def test_the_page_is_one_whole_file(tmp_path: Path) -> None:
    write_pdf(tmp_path / "letter.pdf", ENVELOPE, ("The envelope",))

    content = (tmp_path / "letter.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.rstrip().endswith(b"%%EOF")
    assert len(content) > 10_000, "letters and the code to scan are drawn into it"


@pytest.mark.parametrize("where", ["no such folder/letter.pdf", "a folder.pdf"])
def test_a_place_that_cant_be_written_is_said(where: str, tmp_path: Path, qapp: QApplication) -> None:
    del qapp
    (tmp_path / "a folder.pdf").mkdir()

    with pytest.raises(OutsideFailed) as refused:
        write_pdf(tmp_path / where, ENVELOPE, ("The envelope",))

    assert refused.value.happened.id == "founding.pdf-not-saved"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.usefixtures("qapp")
def test_a_full_disk_is_said() -> None:
    with pytest.raises(OutsideFailed):
        write_pdf(Path("/dev/full"), ENVELOPE, ("The envelope",))
