"""Levies, bonds and referendums (BLO-II-B): what is voted on and when is a fact; asking for a vote isn't."""

from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.checks.wordings import Wording


class Levy(Wording):
    """Asking people to vote a certain way on money for the schools."""

    id = CheckId.LEVY
