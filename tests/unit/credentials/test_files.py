"""Sealed files open with their own secret only."""

import pytest

from smadmin.credentials.files import AgeFiles
from smadmin.domain.errors import Tampered


def test_each_file_has_a_secret_of_its_own() -> None:
    files = AgeFiles()
    first, sealed = files.close(b"photo")
    second, other = files.close(b"photo")

    assert files.open(first, sealed) == b"photo"
    assert sealed != other
    with pytest.raises(Tampered):
        files.open(second, sealed)
