"""Why a post may be on the wrong account: for its author while it is written, and for who releases it."""

from smadmin.domain.messages import Message, say
from smadmin.domain.other_names import named_in
from smadmin.domain.posts import Content
from smadmin.services.reading import learnt_of
from smadmin.storage.unit import Unit


def named_elsewhere(unit: Unit, content: Content) -> tuple[str, ...]:
    """Give the names of our other accounts and schools that a post speaks of without going there."""
    accounts, ours = unit.accounts.all(), unit.schools.get(unit.school).name
    going = [one.name for one in accounts if one.id in content.accounts]
    other = [one.name for one in accounts if one.id not in content.accounts]
    texts = "\n".join(content.text_for(one) for one in content.accounts)
    return named_in(texts, tuple(other), (*going, ours), learnt_of(unit).schools)


def guards_of(unit: Unit, content: Content) -> tuple[Message, ...]:
    """Tell who releases what the author was told: which other school or account the post names."""
    return tuple(say("compose.names-another", name=name) for name in named_elsewhere(unit, content)[:1])
