"""The search of an office, made when first asked."""

from functools import cached_property

from smadmin.domain.actors import Actor
from smadmin.domain.errors import Reason
from smadmin.services.post_room import PostRoom
from smadmin.services.search import Search
from smadmin.services.search_sealed import SealedWords


class SearchRoom(PostRoom):
    """Where things are looked for."""

    @cached_property
    def search(self) -> Search:
        """The search."""
        sealed = SealedWords(
            self.desk, self.proof, roster_reasons=self._roster_reasons, wishes=lambda: self.post_requests
        )
        return Search(self.desk, sealed)

    def forget_search(self) -> None:
        """Drop what the search keeps in memory."""
        if "search" in self.__dict__:
            self.search.forget()

    def index(self) -> None:
        """Bring the store's index up to date (an errand, beside the work)."""
        self.search.catch_up()

    def _roster_reasons(self, by: Actor) -> tuple[Reason, ...]:
        return self.students.blockers(by)
