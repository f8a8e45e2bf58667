"""The envelope's page as a file's content: whole, with its letters and the code."""

import pytest

from smadmin.credentials.identity import Identity
from smadmin.services.envelope import Envelope
from smadmin.ui.founding.paper import draw_pdf

ROOT = Identity.new()
ENVELOPE = Envelope("Lincoln", ROOT.secret, ROOT.key)


@pytest.mark.usefixtures("qapp")
def test_the_page_is_one_whole_file() -> None:
    content = draw_pdf(ENVELOPE, ("The envelope",))

    assert content.startswith(b"%PDF")
    assert content.rstrip().endswith(b"%%EOF")
    assert len(content) > 10_000, "letters and the code to scan are drawn into it"
