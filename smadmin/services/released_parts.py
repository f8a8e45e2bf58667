"""What a row that released a post signed, read from its parts."""

from smadmin.domain.manifests import MANIFEST_PART, OVERRIDES_PART, Manifest
from smadmin.services.proof import Fact, Proven


def manifest_of(proven: Proven, fact: Fact) -> Manifest | None:
    """Give what a row released; None where that is missing or isn't what it signed."""
    content = proven.part_bytes(fact, MANIFEST_PART)
    try:
        beside = proven.part_bytes(fact, OVERRIDES_PART)
        return None if content is None else Manifest.from_bytes(content, beside)
    except ValueError:
        return None
