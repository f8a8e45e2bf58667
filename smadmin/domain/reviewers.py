"""The signed lists of reviewers: who may sit down with a one-time code, and what such a key may sign.

A list is one signed row (`keys.md`, Reviewer from the signed list). Per name it holds a salt and the public
half of a key that Argon2id makes from the code: who has the code signs with it that a new key is theirs, so
no row ever holds a code, and one that was seen on its way lets nobody else in. Everything here is judged from
the rows alone, at their place of the chain; `Trust.after` asks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from smadmin.domain.canonical import Plain, canonical
from smadmin.domain.ids import KeyId, PersonId, SchoolId
from smadmin.domain.people import Person
from smadmin.domain.vocabulary import Act, Noun
from smadmin.domain.yearly import MONTH

LONGEST = timedelta(days=366)
"""A list holds for a school year at most."""
MOST_NAMES = 200
DETAILS_WITHIN = timedelta(days=7)
"""So long somebody reviews before e-mail, phone and employment are there (`product.md`, People)."""

SALT_BYTES, PUBLIC_BYTES = 16, 32
_DEAREST = (1024 * 1024, 16, 16)
"""Costs above these would stop whoever reads the list: KiB, passes, lanes."""

LIST_ACTS = frozenset({Act.LIST_REVIEWERS, Act.RENEW_CODE, Act.STRIKE_REVIEWER, Act.WITHDRAW_REVIEWERS})

_REVIEWING = frozenset(
    {
        (Noun.PHOTOS, Act.DECIDE_FACES),
        (Noun.PHOTOS, Act.UNDO),
        (Noun.PHOTOS, Act.SECOND_LOOK),
        (Noun.PHOTOS, Act.EXPORT),  # a face covered at the second look makes another file
        (Noun.VIDEOS, Act.ANSWER_VIDEO_FACES),
        (Noun.VIDEOS, Act.SEEN_TO_END),
        (Noun.POSTS, Act.APPROVE),
        (Noun.POSTS, Act.SEND_BACK),
        (Noun.PEOPLE, Act.READ_STAFF_PAGE),
        (Noun.COMPUTERS, Act.SAY_WHY_HERE),  # at somebody's own computer nothing else is signed before
    }
)
"""All that a key signs that was let in by a code."""


@dataclass(frozen=True)
class Place:
    """A name on a list.

    Args:
        person: who it is; a new id, or that of somebody whom an earlier list let in.
        salt: of the digest of the code.
        public: the public half of what the code makes, Ed25519.
        key: the key that the code let in, or None while it wasn't used.
        struck: whether the name was struck from the list.
    """

    id: str
    person: PersonId
    name: str
    salt: bytes
    public: bytes
    key: KeyId | None = None
    struck: bool = False

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are stored and signed."""
        return {
            "id": self.id,
            "person": self.person,
            "name": self.name,
            "salt": self.salt.hex(),
            "public": self.public.hex(),
            "key": self.key,
            "struck": self.struck,
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "Place":
        """Read what `to_plain` gave.

        Raises:
            ValueError: if it isn't a place.
        """
        key, name = value["key"], str(value["name"])
        salt, public = bytes.fromhex(value["salt"]), bytes.fromhex(value["public"])
        if not name.strip() or (len(salt), len(public)) != (SALT_BYTES, PUBLIC_BYTES):
            raise ValueError("no place on a list")
        return cls(
            id=str(value["id"]),
            person=PersonId(str(value["person"])),
            name=name,
            salt=salt,
            public=public,
            key=None if key is None else KeyId(str(key)),
            struck=value["struck"] is True,
        )


@dataclass(frozen=True)
class ReviewerList:
    """A list as it stands.

    Args:
        starts, ends: its first and last day, in the school's zone.
        costs: of the codes' digests: memory in KiB, passes, lanes.
        withdrawn: whether it was taken back as a whole.
    """

    id: str
    starts: date
    ends: date
    costs: tuple[int, int, int]
    places: tuple[Place, ...]
    withdrawn: bool = False

    def alive(self, on: date) -> bool:
        """Tell whether its codes let somebody in on a day."""
        return not self.withdrawn and self.starts <= on <= self.ends

    def place(self, id_: str) -> Place | None:
        """Give a place by its id."""
        return next((one for one in self.places if one.id == id_), None)

    def open_places(self, on: date) -> tuple[Place, ...]:
        """Give the names whose code lets somebody in on a day."""
        return tuple(one for one in self.places if self.alive(on) and not one.struck and one.key is None)

    def changed(self, place: Place) -> "ReviewerList":
        """Give the list with another state of a place."""
        return replace(self, places=tuple(place if one.id == place.id else one for one in self.places))

    def to_plain(self) -> dict[str, Plain]:
        """Give the fields as they are stored and signed."""
        return {
            "id": self.id,
            "starts": self.starts.isoformat(),
            "ends": self.ends.isoformat(),
            "costs": list(self.costs),
            "places": [place.to_plain() for place in self.places],
            "withdrawn": self.withdrawn,
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "ReviewerList":
        """Read what `to_plain` gave.

        Raises:
            ValueError: if it isn't a list.
        """
        memory, passes, lanes = (int(cost) for cost in value["costs"])
        if any(cost > most or cost < 1 for cost, most in zip((memory, passes, lanes), _DEAREST, strict=True)):
            raise ValueError("absurd costs")
        return cls(
            id=str(value["id"]),
            starts=date.fromisoformat(value["starts"]),
            ends=date.fromisoformat(value["ends"]),
            costs=(memory, passes, lanes),
            places=tuple(Place.from_plain(one) for one in value["places"]),
            withdrawn=value["withdrawn"] is True,
        )


@dataclass(frozen=True)
class Lists:
    """Every list that was ever signed, by id."""

    held: Mapping[str, ReviewerList] = field(default_factory=dict)

    def of_key(self, key: KeyId) -> tuple[ReviewerList, Place] | None:
        """Give the list and the place by which a key was let in."""
        for held in self.held.values():
            for place in held.places:
                if place.key == key:
                    return held, place
        return None

    def open_places(self, on: date) -> tuple[tuple[ReviewerList, Place], ...]:
        """Give every name whose code lets somebody in on a day, by name."""
        found = [(held, place) for held in self.held.values() for place in held.open_places(on)]
        return tuple(sorted(found, key=lambda one: one[1].name))

    def names(self, name: str, on: date) -> bool:
        """Tell whether a list in force has a name, however written: nobody is two people at a school."""
        there = (place for held in self.held.values() if held.alive(on) for place in held.places)
        return any(place.name.casefold() == name.casefold() and not place.struck for place in there)

    def after(self, act: Act, entry: Mapping[str, Any], on: date) -> "tuple[Lists, tuple[Place, ...]] | None":
        """Apply what somebody with the office signed about a list, on a day.

        Returns:
            the lists, and the places whose keys and grants end by it; None if it doesn't fit.
        """
        if act is Act.LIST_REVIEWERS:
            new = ReviewerList.from_plain(entry["list"])
            return (self._with(new), ()) if self._may_begin(new, on) else None
        held = self.held.get(str(entry["list"]))
        if held is None or held.withdrawn:
            return None
        if act is Act.WITHDRAW_REVIEWERS:
            return self._with(replace(held, withdrawn=True)), held.places
        place = held.place(str(entry["place"]))
        if place is None or place.struck:
            return None
        if act is Act.STRIKE_REVIEWER:
            return self._with(held.changed(replace(place, struck=True))), (place,)
        anew = Place.from_plain({**place.to_plain(), "salt": entry["salt"], "public": entry["public"]})
        if not held.alive(on) or anew.public == place.public:
            return None
        return self._with(held.changed(replace(anew, key=None))), (place,)

    def seated(self, list_id: str, place: Place, key: KeyId) -> "Lists":
        """Take a code as used, by the key that it let in."""
        return self._with(self.held[list_id].changed(replace(place, key=key)))

    def _may_begin(self, new: ReviewerList, on: date) -> bool:
        known = {place.id for held in self.held.values() for place in held.places}
        ids, people = {one.id for one in new.places}, {one.person for one in new.places}
        fresh = all(one.key is None and not one.struck for one in new.places) and not new.withdrawn
        lasts = new.starts <= new.ends <= new.starts + LONGEST and on <= new.ends
        whole = 0 < len(new.places) <= MOST_NAMES and len(ids) == len(people) == len(new.places)
        return fresh and lasts and whole and new.id not in self.held and not ids & known

    def _with(self, one: ReviewerList) -> "Lists":
        return Lists({**self.held, one.id: one})


def sitting_down_text(school: SchoolId, list_id: str, place: str, key: KeyId) -> bytes:
    """Give what the code's own key signs: that a new key is its holder's, here and nowhere else."""
    return b"smadmin/1/sit-down\0" + canonical([school, list_id, place, key])


def reviews(noun: Noun, act: Act) -> bool:
    """Tell whether an act is one of those that a reviewer's key may sign at all."""
    return (noun, act) in _REVIEWING


def lacks_details(person: Person) -> bool:
    """Tell whether somebody still owes e-mail, phone or the word that they are employed (BAL-B1a)."""
    return not (person.email and person.phone and person.statement)


def within_mandate(act: str, manifest: Mapping[str, Any] | None) -> bool:
    """Tell whether a reviewer's release stands on a signed week; a part that nobody can read says nothing."""
    return act != Act.APPROVE or manifest is None or manifest.get("mandate") == "week"


def next_list_due(lists: Iterable[ReviewerList], today: date) -> date | None:
    """Give the day on which the last list ends, from a month before to a month after it; else None.

    Whoever did without a list for a month needs none.
    """
    ends = max((one.ends for one in lists if not one.withdrawn), default=None)
    return ends if ends is not None and abs(ends - today) <= MONTH else None
