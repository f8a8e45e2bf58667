"""How each noun lies in its table: which columns it is found by, and whether its body is sealed.

Sealed is everything of children, drafts, decisions about photos and every sentence typed freely (`keys.md`).
"""

from datetime import datetime

from smadmin.domain.accounts import Account
from smadmin.domain.credentials import Credential
from smadmin.domain.holdings import RoleHolding
from smadmin.domain.media import MediaFile
from smadmin.domain.past_posts import PastImport
from smadmin.domain.photos.review import Photo, PhotoSet
from smadmin.domain.plan import Slot
from smadmin.domain.policy.learnt import Learnt
from smadmin.domain.policy.own import OwnPack
from smadmin.domain.posts import Draft, Revision
from smadmin.domain.publications import Publication, PublicationStep
from smadmin.domain.school_days import CalendarDays
from smadmin.domain.schools import LawRecord, School
from smadmin.domain.students import Student, Template
from smadmin.domain.videos.video import Video
from smadmin.storage import schema
from smadmin.storage.rows import Shape


def _when(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="milliseconds")


SCHOOLS = Shape(schema.school, School, None)
LAW_RECORDS = Shape(schema.law_record, LawRecord, None)
PACKS = Shape(schema.pack, OwnPack, None)
ACCOUNTS = Shape(
    schema.account,
    Account,
    None,
    lambda a: {"stage": a.stage.value, "platform": a.platform.value},
    lambda a: f"{a.name} {a.handle} {a.platform.value}",
)
CREDENTIALS = Shape(schema.credential, Credential, None)
ROLE_HOLDINGS = Shape(schema.role_holding, RoleHolding, None)
STUDENTS = Shape(schema.student, Student, "students/body")
TEMPLATES = Shape(schema.template, Template, "templates/body", lambda t: {"student_id": t.student})
MEDIA = Shape(schema.media, MediaFile, "media/body", lambda m: {"name": m.name})
POSTS = Shape(
    schema.post,
    Draft,
    "posts/body",
    lambda d: {"stage": d.stage.value, "author": d.author, "edited_at": _when(d.edited_at)},
)
REVISIONS = Shape(
    schema.revision, Revision, "revisions/body", lambda r: {"post_id": r.post, "number": r.number}
)
PHOTO_SETS = Shape(
    schema.photo_set, PhotoSet, "photo-sets/body", lambda s: {"created_at": _when(s.created_at)}
)
PHOTOS = Shape(schema.photo, Photo, "photos/body", lambda p: {"set_id": p.set})
VIDEOS = Shape(schema.video, Video, "videos/body")
LEARNT = Shape(schema.learnt, Learnt, "learnt/body")
SLOTS = Shape(schema.slot, Slot, None, lambda s: {"account_id": s.account, "day": s.day.isoformat()})
CALENDAR_DAYS = Shape(schema.calendar_days, CalendarDays, None, lambda d: {"last": d.last.isoformat()})
PUBLICATIONS = Shape(
    schema.publication,
    Publication,
    None,
    lambda p: {
        "account_id": p.account,
        "post_id": p.post,
        "step": p.step.value,
        "published_at": _when(p.published_at),
        "slot_id": p.slot,
    },
    # Before somebody confirmed that it is out, nobody outside has read it.
    lambda p: p.text if p.step is PublicationStep.CONFIRMED else "",
)
PAST_IMPORTS = Shape(
    schema.past_import, PastImport, None, lambda i: {"account_id": i.account, "step": i.step.value}
)
