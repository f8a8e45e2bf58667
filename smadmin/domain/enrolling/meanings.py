"""What a column of a list can mean, and what yes and no below it say about opt-outs."""

from collections.abc import Mapping
from enum import StrEnum

from smadmin.domain.students import OptOut


class Meaning(StrEnum):
    """What a column means. A word here stands in signed rows: it is never renamed."""

    NUMBER = "number"
    FIRST_NAME = "first-name"
    LAST_NAME = "last-name"
    WHOLE_NAME = "whole-name"
    GROUPS = "groups"
    GRADE = "grade"
    OPTED_OUT = "opted-out"
    NO_NAMES = "no-names"
    NO_PHOTOS = "no-photos"
    NO_CREATIVE_WORK = "no-creative-work"
    NO_MEDIA = "no-media"
    NO_PHOTOS_AND_MEDIA = "no-photos-and-media"
    MAY_ALL = "may-all"
    MAY_NAMES = "may-names"
    MAY_PHOTOS = "may-photos"
    MAY_CREATIVE_WORK = "may-creative-work"
    MAY_MEDIA = "may-media"
    MAY_PHOTOS_AND_MEDIA = "may-photos-and-media"
    MATCHING_FROM = "matching-from"
    MATCHING_UNTIL = "matching-until"
    MATCHING_BY = "matching-by"
    NOTES = "notes"
    PORTRAIT = "portrait"
    LEFT = "left"


Meanings = Mapping[int, Meaning]
"""Column by its place, from 0; what isn't in it is passed over."""

SAYS_NO: Mapping[Meaning, frozenset[OptOut]] = {
    Meaning.OPTED_OUT: frozenset({OptOut.EVERYTHING}),
    Meaning.NO_NAMES: frozenset({OptOut.NAMES}),
    Meaning.NO_PHOTOS: frozenset({OptOut.PHOTOS}),
    Meaning.NO_CREATIVE_WORK: frozenset({OptOut.CREATIVE_WORK}),
    Meaning.NO_MEDIA: frozenset({OptOut.MEDIA}),
    Meaning.NO_PHOTOS_AND_MEDIA: frozenset({OptOut.PHOTOS, OptOut.MEDIA}),
}
"""Columns in which yes means that the family said no."""
SAYS_MAY: Mapping[Meaning, frozenset[OptOut]] = {
    Meaning.MAY_ALL: frozenset({OptOut.EVERYTHING}),
    Meaning.MAY_NAMES: frozenset({OptOut.NAMES}),
    Meaning.MAY_PHOTOS: frozenset({OptOut.PHOTOS}),
    Meaning.MAY_CREATIVE_WORK: frozenset({OptOut.CREATIVE_WORK}),
    Meaning.MAY_MEDIA: frozenset({OptOut.MEDIA}),
    Meaning.MAY_PHOTOS_AND_MEDIA: frozenset({OptOut.PHOTOS, OptOut.MEDIA}),
}
"""Columns in which no means that the family said no."""
SEVERAL = frozenset({Meaning.GROUPS, Meaning.NOTES}) | SAYS_NO.keys() | SAYS_MAY.keys()
"""Meanings that more than one column may have; of two that speak of a consent, each no counts."""
