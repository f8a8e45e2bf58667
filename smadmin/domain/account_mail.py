"""Which e-mail address opens an account: one of the school's own, never somebody's private mailbox."""

from collections.abc import Iterable

from smadmin.domain.errors import Reason
from smadmin.domain.messages import say

PERSONAL_PROVIDERS = frozenset(
    {
        "gmail",
        "googlemail",
        "yahoo",
        "ymail",
        "rocketmail",
        "hotmail",
        "outlook",
        "live",
        "msn",
        "icloud",
        "aol",
    }
    | {"aim", "gmx", "proton", "protonmail", "tutanota", "zoho", "fastmail", "mail.com", "me.com", "mac.com"}
    | {"pm.me", "comcast", "verizon", "att.net", "sbcglobal", "bellsouth", "cox", "charter", "mail.ru"}
    | {"yandex", "qq.com", "163.com"}
)
"""Where people keep their own mail: the provider's word, or the whole domain where the word says little."""


def somebodys_blockers(login: str, emails: Iterable[tuple[str, str]]) -> tuple[Reason, ...]:
    """Say whose own address this is: an account's stays with the school when they leave (BAL-D4).

    Args:
        login: the address of an account.
        emails: of the school's people, each after their name.
    """
    address = login.strip().casefold()
    whose = next((name for name, email in emails if address and email.strip().casefold() == address), None)
    return () if whose is None else (Reason(say("accounts.login-somebodys", name=whose), "BAL-D4", "login"),)


def kept_login_blockers(login: str, domains: tuple[str, ...], *, by_roles: bool) -> tuple[Reason, ...]:
    """List why an account's log-in address isn't one: a page that people hold needs none (BAL-D4)."""
    return () if by_roles and not login.strip() else login_blockers(login, domains)


def login_blockers(login: str, domains: tuple[str, ...]) -> tuple[Reason, ...]:
    """List why an address may not be an account's log-in: it must lie in the school's own domains.

    Sources: a professional school e-mail (BAL-B1d1), separate from personal accounts (BAL-D4).
    """
    address, at, domain = login.strip().casefold().rpartition("@")
    if not at or not address or "." not in domain:
        return (Reason(say("accounts.login-not-address"), "BAL-B1d1", "login"),)
    if any(domain == own.casefold() or domain.endswith(f".{own.casefold()}") for own in domains):
        return ()
    if domain in PERSONAL_PROVIDERS or domain.split(".")[0] in PERSONAL_PROVIDERS:
        return (Reason(say("accounts.login-personal", domain=domain), "BAL-D4", "login"),)
    return (Reason(say("accounts.login-foreign", domain=domain), "BAL-B1d1", "login"),)
