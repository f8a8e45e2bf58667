"""The services by which released posts go out, each made when first asked."""

from contextlib import suppress
from functools import cached_property
from pathlib import Path

from smadmin.domain.actors import Actor
from smadmin.domain.changes import Changes
from smadmin.domain.errors import OutsideFailed
from smadmin.domain.handoff import HandoffWords
from smadmin.domain.publications import Publication
from smadmin.services.captures import Captures
from smadmin.services.cases import Cases
from smadmin.services.clearing import Clearing
from smadmin.services.corrections import Corrections
from smadmin.services.crises import Crises
from smadmin.services.entrusting import Entrusting
from smadmin.services.gate import LastGate
from smadmin.services.kept_pages import KeptPages
from smadmin.services.laid_out import HandedOut, is_over, laid_files
from smadmin.services.outgoing import Outgoing
from smadmin.services.plan_room import PlanRoom
from smadmin.services.publications import Publications
from smadmin.services.queue_renewal import QueueRenewal
from smadmin.services.queue_states import Lines
from smadmin.services.queueing import Queueing
from smadmin.services.releases import Facts
from smadmin.services.removal_road import RemovalRoad
from smadmin.services.removals import Removals
from smadmin.services.search import Search
from smadmin.services.search_sealed import SealedWords
from smadmin.services.send_road import SendRoad
from smadmin.services.sending import Sendings
from smadmin.services.stopping import Stopping
from smadmin.services.sweep_rows import sweep_of
from smadmin.services.sweep_tasks import SweepTasks
from smadmin.services.sweeps import Sweeps


class PostRoom(PlanRoom):
    """Where posts go out, by hand or through the program itself."""

    @cached_property
    def publications(self) -> Publications:
        """What goes out."""
        return Publications(self.desk, self.reader, self.proof, self.media)

    @cached_property
    def search(self) -> Search:
        """The search for everything that somebody may see."""
        sealed = SealedWords(
            self.desk, self.proof, roster_reasons=self.students.blockers, wishes=lambda: self.post_requests
        )
        return Search(self.desk, sealed)

    @cached_property
    def sweeps(self) -> Sweeps:
        """Searches of everything that is out for a child who is no longer shown."""
        return Sweeps(self.desk, self.proof, mode=self.pack.roster_mode)

    @cached_property
    def sweep_tasks(self) -> SweepTasks:
        """Searches of faces for these, on computers where nobody is signed in."""
        return SweepTasks(
            self.desk,
            self.proof,
            sweep_of,
            self.sweeps.kept_files,
            thresholds=lambda: self._thresholds,
        )

    def forget_search(self) -> None:
        """Drop what searches keep in memory."""
        if "search" in self.__dict__:
            self.search.forget()
        if "sweeps" in self.__dict__:
            self.sweeps.forget()

    def index(self) -> None:
        """Bring the store's index up to date (an errand, beside the work).

        Where nothing can be written now, rows that it lacks are looked through one by one until later.
        """
        with suppress(OutsideFailed):
            self.search.catch_up()

    @cached_property
    def sendings(self) -> Sendings:
        """Posts that the program sends itself."""
        gate, facts = LastGate(self.desk, self.reader, self.proof, self.media), Facts(self.desk, self.reader)
        sendings = Sendings(
            self.desk,
            self.proof,
            gate,
            facts=facts,
            vault=self.vault,
            publishers=self.publishers,
            captures=self.captures,
        )
        sendings.holds.stop = self.stop_all_but_notices
        return sendings

    @cached_property
    def captures(self) -> Captures:
        """Pages as visitors saw them."""
        return Captures(self.media)

    @cached_property
    def kept_pages(self) -> KeptPages:
        """The same, to be read again."""
        return KeptPages(self.desk, self.proof, self.media)

    @cached_property
    def queueing(self) -> Queueing:
        """Posts that go out by themselves."""
        gate = LastGate(self.desk, self.reader, self.proof, self.media)
        return Queueing(
            self.desk,
            self.proof,
            gate,
            sendings=self.sendings,
            vault=self.vault,
            keeps_here=self.computers.keeps_log_ins,
        )

    @cached_property
    def entrusting(self) -> Entrusting:
        """Posts that the platforms' own schedulers keep."""
        return Entrusting(
            self.desk,
            self.proof,
            queueing=self.queueing,
            sendings=self.sendings,
            facts=lambda one: self.policy.platforms[one],
        )

    @cached_property
    def queue_renewal(self) -> QueueRenewal:
        """A new log-in for what is queued."""
        return QueueRenewal(self.desk, self.proof, self.queueing)

    @cached_property
    def lines(self) -> Lines:
        """How what is queued stands."""
        return Lines(self.desk, self.proof)

    def catch_up_queue(self, by: Actor) -> Changes:
        """Do what nobody could while nobody sat here (a chain).

        Posts that are out are closed, packets that go out no more erased, wrong log-ins' accounts stopped.
        """
        changes = self.queueing.close_posts(by)
        self.queueing.shred_spent(by)
        for account, seen in self.queueing.wrong_log_ins(by):
            if not self.wrong_identities.blockers(by, account):
                changes |= self.wrong_identities.report(by, account, seen, again=False)
        return changes | self.sweep_tasks.take_in_all(by)

    @cached_property
    def send_road(self) -> SendRoad:
        """What is done next with such a post."""
        return SendRoad(self.sendings, self.wrong_identities)

    @cached_property
    def corrections(self) -> Corrections:
        """Posts that are put right."""
        return Corrections(self.desk, self.reader, self.proof)

    @cached_property
    def removals(self) -> Removals:
        """Posts that are taken down."""
        facts = Facts(self.desk, self.reader)
        return Removals(
            self.desk,
            self.proof,
            facts=facts,
            vault=self.vault,
            publishers=self.publishers,
            captures=self.captures,
        )

    @cached_property
    def removal_road(self) -> RemovalRoad:
        """What is done next with such a post."""
        return RemovalRoad(self.removals, self.wrong_identities)

    @cached_property
    def cases(self) -> Cases:
        """What went wrong, and who was told."""
        return Cases(self.desk, self.reader, self.proof)

    @cached_property
    def clearing(self) -> Clearing:
        """A child's picture or data that is out."""
        return Clearing(self.desk, self.proof, self.removals)

    @cached_property
    def stopping(self) -> Stopping:
        """Posts that go out no further, because a child is out."""
        return Stopping(self.desk, self.proof, Facts(self.desk, self.reader))

    @cached_property
    def crises(self) -> Crises:
        """Stopping everything at once."""
        return Crises(self.desk, self.proof)

    def stop_everything(self, by: Actor) -> Changes:
        """Stop what is queued, by one row (`Crises.hold`), and then what is on its way."""
        changes = self.crises.hold(by)
        self.stop_all_but_notices()
        return changes

    def stop_all_but_notices(self) -> None:
        """End what is on its way, but for notices and what is taken down; at once, from any thread."""
        if "sendings" in self.__dict__:  # else nothing was ever sent
            spared = self.removals.spared if "removals" in self.__dict__ else frozenset[int]()
            self.stop_sending(self.sendings.spared | spared)

    @cached_property
    def outgoing(self) -> Outgoing:
        """What is read while publishing."""
        return Outgoing(
            self.desk,
            self.reader,
            self.proof,
            publications=self.publications,
            plan=self.plan,
            sendings=self.sendings,
        )

    def lay_ready(
        self,
        by: Actor,
        publication: Publication,
        *,
        folder: Path,
        handle: str,
        page: HandoffWords | None = None,
    ) -> HandedOut:
        """Write what a post needs (`Publications.hand_out`), and note it until the post is over."""
        handed = self.publications.hand_out(by, publication, folder=folder, handle=handle, page=page)
        self.laid_ready.add(handed.folder, laid_files(handed), publication.id)
        return handed

    def clear_away(self, publication: Publication) -> None:
        """Remove what lay ready for a post, once that is over (an errand)."""
        self.laid_ready.clear(publication.id)

    def _leave_nothing_over(self) -> None:
        """Remove what lies ready for posts that a kill, or another computer, ended meanwhile."""
        desk = self.desk
        self.laid_ready.clear_over(lambda one: is_over(desk, one))
