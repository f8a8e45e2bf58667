"""What Today says of sites that are watched, and of accounts that aren't the school's. Pure, no Qt."""

from collections.abc import Iterable, Iterator

from smadmin.domain.ids import PersonId
from smadmin.domain.messages import say
from smadmin.services.reported import ReportedSheet
from smadmin.services.sites import SiteSheet
from smadmin.ui.theme import State
from smadmin.ui.today.need import Need, Step, Urgency


def sites_needs(
    sites: Iterable[SiteSheet], reported: Iterable[ReportedSheet], person: PersonId | None
) -> Iterator[Need]:
    """Remind whoever watches a site on its day, or looks after a reported account (BLO-IV-C6, SOC-C2).

    Args:
        sites: at which this person should look, or to which they can name somebody else.
        reported: after which this person looks.
        person: who reads this.
    """
    for one in reported:
        report, now = one.reported.report, one.reported.now
        title = say("sites.today-reported", name=report.name or report.page)
        note = say(
            "sites.today-reported-note", state=say(f"sites.state-{now.state.value}"), name=one.found_by
        )
        step = Step(say("sites.today-see"), screen="sites", subject=one.reported.id)
        yield Need(Urgency.ACCOUNTS, f"reported:{one.reported.id}", State.DOUBT, title, note, step)
    for site in sites:
        orphan = not site.works_here and site.site.form.watcher != person
        title = say("sites.today-orphan" if orphan else "sites.today-due", name=site.site.form.name)
        note = say("sites.today-orphan-note", name=site.watcher) if orphan else say("sites.today-due-note")
        step = Step(say("sites.today-see"), screen="sites", subject=site.site.id)
        yield Need(Urgency.ACCOUNTS, f"site:{site.site.id}", State.NOTE, title, note, step)
