"""What a card says of a post that the program sends itself."""

from dataclasses import replace

import pytest

from smadmin.domain.accounts import Platform
from smadmin.domain.publications import PublicationStep
from smadmin.domain.publishers import Difference, Trouble
from smadmin.domain.sending import Decision, Next, Sending, SendStage
from smadmin.services.outgoing import Lane
from smadmin.services.ready import Standing
from smadmin.ui.publish.direct_said import said_of, wants_renewal
from tests.unit.ui.publish.cases import lane


def seen(platform: Platform, *differs: Difference) -> tuple[Lane, Standing]:
    made = lane(PublicationStep.CONFIRMED, platform=platform)
    assert made.publication is not None
    publication = replace(made.publication, differs=differs, sending=Sending(SendStage.SEEN))
    standing = Standing(publication, Sending(SendStage.SEEN), Decision(Next.DONE))
    return replace(made, publication=publication), standing


@pytest.mark.parametrize(
    ("platform", "differs", "why"),
    [
        (Platform.FACEBOOK, Difference.HIDDEN, True),
        (Platform.FACEBOOK, Difference.TEXT, False),
        (Platform.WORDPRESS, Difference.HIDDEN, False),
    ],
)
def test_a_hidden_post_on_facebook_says_what_usually_hides_it(
    platform: Platform, differs: Difference, *, why: bool
) -> None:
    said = [message.id for _, message in said_of(*seen(platform, differs), busy=False)]

    assert f"directui.differs-{differs.value}" in said
    assert ("directui.hidden-facebook" in said) is why


@pytest.mark.parametrize(
    ("stage", "trouble", "renew"),
    [
        (SendStage.INTENDED, Trouble.REFUSED, True),
        (SendStage.LOOKING, Trouble.REFUSED, True),
        (SendStage.POSTED, Trouble.REFUSED, True),
        (SendStage.INTENDED, Trouble.INVALID, False),
        (SendStage.SEEN, Trouble.REFUSED, False),
        (SendStage.GIVEN_UP, Trouble.REFUSED, False),
    ],
)
def test_a_refused_log_in_is_to_be_renewed_as_long_as_it_is_needed(
    stage: SendStage, trouble: Trouble, *, renew: bool
) -> None:
    _, standing = seen(Platform.FACEBOOK)

    assert wants_renewal(replace(standing, sending=Sending(stage, trouble=trouble))) is renew
    assert not wants_renewal(None)
