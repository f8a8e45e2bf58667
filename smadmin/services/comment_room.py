"""What an office has for visitors' comments: rounds, the comment desk, who read the cards."""

from functools import cached_property

from smadmin.publishing.comments_shown import comment_sources
from smadmin.services.cards_read import ReadCards
from smadmin.services.comment_desk import CommentViews
from smadmin.services.comments import Comments
from smadmin.services.comments_shown import CommentsShown
from smadmin.services.moderated import ModerationViews
from smadmin.services.moderating import Moderating
from smadmin.services.post_requests import PostRequests
from smadmin.services.rounds import Rounds
from smadmin.services.staff_room import StaffRoom
from smadmin.services.visitor_rules import VisitorPages


class CommentRoom(StaffRoom):
    """The services for comments of one school."""

    @cached_property
    def read_cards(self) -> ReadCards:
        """Who read the escalation cards."""
        return ReadCards(self.desk, self.reader, self.proof)

    @cached_property
    def visitor_pages(self) -> VisitorPages:
        """What visitors may read; for the sample school no page is asked for."""
        return VisitorPages(self.desk, self.reader, self.proof, None if self.school.sample else self.web)

    @cached_property
    def post_requests(self) -> PostRequests:
        """What departments and teachers wish to have posted."""
        return PostRequests(self.desk, self.proof, self.letter_files)

    @cached_property
    def rounds(self) -> Rounds:
        """Rounds through the accounts' comments."""
        return Rounds(self.desk, self.reader, self.proof, self.read_cards)

    @cached_property
    def comments(self) -> Comments:
        """Comments that somebody found."""
        return Comments(self.desk, self.reader, self.proof)

    @cached_property
    def comments_shown(self) -> CommentsShown:
        """Comments as the platforms show them; for the sample school none is asked."""
        sources = {} if self.school.sample else comment_sources(self.web)
        return CommentsShown(self.desk, self.proof, sources)

    @cached_property
    def moderating(self) -> Moderating:
        """Comments that go, visitors that are blocked."""
        return Moderating(self.desk, self.reader, self.proof)

    @cached_property
    def moderation(self) -> ModerationViews:
        """What was removed and blocked."""
        return ModerationViews(self.desk, self.reader, self.proof)

    @cached_property
    def comment_views(self) -> CommentViews:
        """What the comment desk shows."""
        return CommentViews(self.desk, self.reader, self.proof, self.rounds, self.read_cards)
