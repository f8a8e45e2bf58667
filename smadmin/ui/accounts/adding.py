"""What the form of another account begins with, as far as the register can say it. Pure, no Qt."""

from smadmin.domain.accounts import AccountForm, Pattern, Platform
from smadmin.domain.naming import GRANTORS
from smadmin.domain.people import Role
from smadmin.ui.accounts.model import COLOURS, Named, Register, principals_of


def new_form(register: Register) -> AccountForm:
    """Begin a form: with the only principal, and a colour and pattern that no account has yet.

    The first account is mostly called after the school; the further ones are the library's, the band's.
    """
    used = {one.listed.account.colour for one in register.accounts}
    patterns = [one.listed.account.pattern for one in register.accounts]
    principals = principals_of(register)
    return AccountForm(
        platform=Platform.X,
        name="" if register.accounts else register.school,
        handle="",
        page="",
        login="",
        principal=principals[0].id if len(principals) == 1 else None,
        colour=next((colour for colour in COLOURS if colour not in used), COLOURS[0]),
        pattern=min(Pattern, key=patterns.count),
    )


def nameable(register: Register) -> tuple[Named, ...]:
    """Give whom this person may name to administer another account (BAL-A2).

    Nobody where it isn't theirs to name.
    """
    mine = next((one.roles for one in register.colleagues if one.person.id == register.me), frozenset[Role]())
    if not mine & GRANTORS[Role.ADMINISTRATOR]:
        return ()
    return tuple(Named(one.person.id, one.person.name) for one in register.colleagues if not one.left)
