"""What stands over the list of children beside a photo, by the groups that could be in it. Pure, no Qt."""

from dataclasses import dataclass

from smadmin.domain.messages import Message, say
from smadmin.domain.policy.packs import RosterMode
from smadmin.domain.students import Student
from smadmin.services.photos.views import PhotoView

_NAMED = 2


@dataclass(frozen=True)
class Beside:
    """The children beside a photo, and the one key that answers for the rest.

    Args:
        title: how many they are.
        none: words of the key: none of them is here, or in opt-in districts whom consent stands for.
        first: what has to be done before that, or what it says; None where its words are enough.
        children: of the groups that were named.
        others: of other groups, shown below because their faces were compared.
    """

    title: Message
    none: Message
    first: Message | None
    children: tuple[Student, ...]
    others: tuple[Student, ...]


def beside_of_groups(view: PhotoView) -> Beside:
    """Say who stands beside a photo."""
    groups = view.set.groups
    children = tuple(child for child in view.beside if child.in_any(groups))
    others = tuple(child for child in view.beside if not child.in_any(groups))
    n = len(children)
    if view.mode is RosterMode.OPT_OUT:
        return Beside(say("photoui.children", n=n), say("photoui.none-here"), None, children, others)
    named = _named(groups)
    none = say("photoui.rest-consents", groups=named, n=n) if n else say("photoui.all-consent", groups=named)
    first = say("photoui.name-them-first", n=n) if n else say("photoui.all-of-them-consent")
    return Beside(say("photoui.children-opt-in", n=n), none, first, children, others)


def _named(groups: tuple[str, ...]) -> Message | str:
    if not groups:
        return say("photoui.whole-school")
    return ", ".join(groups) if len(groups) <= _NAMED else say("photoui.these-groups", n=len(groups))
