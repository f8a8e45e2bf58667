"""Posting through everything that can go wrong: what an adapter must keep to so that a post is out once.

Who posts here does what `domain/sending.py` decides, at its shortest: after what may have been taken, look
until there is an answer, and post again only where nothing is there.
"""

from smadmin.domain.publishers import Access, Outgoing, Posted, Publisher, PublisherFailed

MOST_TRIES = 40


def posted_at_last(publisher: Publisher, access: Access, outgoing: Outgoing) -> Posted:
    """Post until it is out, looking first wherever it may be out already."""
    perhaps_out = False
    for _ in range(MOST_TRIES):
        try:
            found = publisher.find(access, outgoing) if perhaps_out else None
            perhaps_out = False
            return found or publisher.publish(access, outgoing)
        except PublisherFailed as failed:
            perhaps_out = perhaps_out or failed.perhaps_out
    raise AssertionError(f"{outgoing.key} isn't out after {MOST_TRIES} tries")
