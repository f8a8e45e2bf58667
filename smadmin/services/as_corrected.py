"""What a visitor should read of a post by now: a correction that took its place has other words."""

from dataclasses import replace

from smadmin.domain.errors import NotAllowed, Reason
from smadmin.domain.ids import PostId
from smadmin.domain.links import links_in
from smadmin.domain.messages import say
from smadmin.services.correcting import gone_there, same_place
from smadmin.services.proof import Proven
from smadmin.services.ready import Ready
from smadmin.services.releases import newest_release


def as_corrected(proven: Proven, ready: Ready) -> Ready:
    """Give what is out with the words of the newest correction that took its place, to be compared.

    Raises:
        NotAllowed: it was taken down.
    """
    post, account = ready.publication.post or PostId(""), ready.publication.account
    if gone_there(proven, post, account):
        raise NotAllowed((Reason(say("removals.gone-already")),))
    release = newest_release(proven, same_place(proven, post, account)[-1])
    text = None if release is None or release.manifest is None else release.manifest.texts.get(account)
    if text is None or text == ready.outgoing.text:
        return ready
    link = next((text[one.start : one.end] for one in links_in(text) if one.scheme), None)
    return replace(ready, outgoing=replace(ready.outgoing, text=text, link=link))
