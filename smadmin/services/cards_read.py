"""Who has read the escalation cards, from rows that each reader signed (BAL-B1f5)."""

from collections.abc import Mapping

from smadmin.domain.actors import Actor
from smadmin.domain.cards_read import READ_PART, VERSION, CardsRead
from smadmin.domain.changes import Changes
from smadmin.domain.ids import PersonId
from smadmin.domain.vocabulary import Act, Noun
from smadmin.services.desk import Desk
from smadmin.services.proof import Proof, Proven
from smadmin.services.reading import Reader
from smadmin.services.roles import person_of, require_role
from smadmin.storage.unit import Unit


class ReadCards:
    """The readings of one school."""

    def __init__(self, desk: Desk, reader: Reader, proof: Proof) -> None:
        """Stand on the desk, the policy and the proven record."""
        self._desk, self._reader, self._proof = desk, reader, proof

    def due(self, by: Actor) -> bool:
        """Tell whether this person is to read the cards before a round."""
        with self._desk.look(by) as unit:
            return self.due_in(unit, self._proof.now(unit), by.person)

    def due_in(self, unit: Unit, proven: Proven, person: PersonId | None) -> bool:
        """Tell the same within a transaction."""
        reading = None if person is None else readings(proven).get(person)
        return reading is None or reading.due(self._reader.today(unit), self._reader.pack(unit).id)

    def read(self, by: Actor) -> Changes:
        """Sign that one has read the cards (a deed).

        Raises:
            NotAllowed: for whoever has no role here.
        """
        person = person_of(by)
        with self._desk.deed(by) as deed:
            require_role(deed)
            read = CardsRead(self._reader.today(deed.unit), VERSION, self._reader.pack(deed.unit).id)
            deed.record(Act.READ_CARDS, Noun.CARDS, person, parts={READ_PART: read.to_plain()})
        return Changes.of("comments", [person])


def readings(proven: Proven) -> Mapping[PersonId, CardsRead]:
    """Give each person's newest reading, as far as they signed it themselves; the row says the day."""
    newest = {
        fact.body.person: fact
        for fact in proven.about(Noun.CARDS)
        if fact.body.act == Act.READ_CARDS
        and fact.body.person is not None
        and fact.body.person == fact.body.id
    }
    found: dict[PersonId, CardsRead] = {}
    for person, fact in newest.items():
        try:
            part = proven.part(fact, READ_PART) or {}
            found[person] = CardsRead.from_plain(part, proven.trust.day_of(fact.moment))
        except (KeyError, TypeError, ValueError):  # signed, and yet no reading
            continue
    return found
