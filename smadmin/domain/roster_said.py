"""What the record says of the children's rows: their digest by the last row that might change them. Pure.

What another program of who leaves signed is borne out by nobody, and neither is what is built on it, until
the principal decides (`RESTORE`): an honest change of another child would otherwise carry it along.
"""

from smadmin.domain.records import Body, state_digest
from smadmin.domain.students import ROSTER_ACTS
from smadmin.domain.vocabulary import Act


class RosterSaid:
    """Takes the rows in order.

    Args:
        digest: of the children's rows as they should be.
    """

    def __init__(self) -> None:
        """Begin before the first row, with no child."""
        self.digest = self._said = state_digest({})
        self._planted = False

    def take(self, body: Body, *, entitled_to_it: bool, counts: bool) -> bool:
        """Take the next row; tell whether it may say anything else than the row before it.

        Args:
            body: the row.
            entitled_to_it: whether its key had a right to its act.
            counts: whether it is more than none, for who signed it stays.
        """
        if body.act == Act.SET_ASIDE and body.roster == self.digest and entitled_to_it and counts:
            self._said = self.digest  # what a row without a right said of the children goes with it
            return True
        decides = body.act == Act.RESTORE and self._planted
        if body.roster == self._said and not decides:
            return True
        if entitled_to_it and counts and (decides or not self._planted):
            self.digest, self._planted = body.roster, False
        self._planted, self._said = self._planted or not counts, body.roster
        return (body.noun, body.act) in ROSTER_ACTS
