"""Public holidays in the window's language: the list of them knows English names only. Pure, no Qt."""

import re

from smadmin.domain.messages import Message, say

_OBSERVED = " (observed)"
_ENDS = (
    "alaska-day all-souls-day american-indian-heritage-day american-samoa-flag-day arbor-day "
    "bennington-battle-day casimir-pulaski-day cesar-chavez-day christmas-day christmas-eve "
    "christmas-second-day citizenship-day columbus-day commonwealth-covenant-day "
    "commonwealth-cultural-day confederate-memorial-day constitution-day day-after-christmas "
    "day-after-thanksgiving diwali easter-monday election-day emancipation-day "
    "emancipation-day-in-texas epiphany family-day frances-xavier-cabrini-day "
    "friday-after-thanksgiving george-washington-day good-friday guam-discovery-day "
    "holy-thursday inauguration-day independence-day indigenous-peoples-day "
    "indigenous-peoples-day-columbus-day jefferson-davis-birthday "
    "juneteenth-national-independence-day kamehameha-day labor-day liberty-day "
    "lincoln-washington-presidents-day lincolns-and-washingtons-birthdays lincolns-birthday "
    "lyndon-baines-johnson-day mardi-gras martin-luther-king-jr-day "
    "martin-luther-king-jr-s-birthday memorial-day native-american-heritage-day "
    "native-americans-day nevada-day new-years-day new-years-eve patriots-day pioneer-day "
    "presidents-day primary-election-day puerto-rico-constitution-day san-jacinto-day "
    "sewards-day state-holiday statehood-day susan-b-anthony-day texas-independence-day "
    "thanksgiving-day three-kings-day town-meeting-day transfer-day truman-day veterans-day "
    "victory-day washington-and-lincoln-day washington-lincoln-day "
    "washingtons-and-lincolns-birthday washingtons-birthday west-virginia-day white-sunday"
)
_NAMED = frozenset(_ENDS.split())
"""The ends of the words' ids: a name's letters and figures."""


def holiday_said(name: str) -> Message | str:
    """Say a public holiday in the window's language; any other name as it stands."""
    first, both, rest = name.partition("; ")
    if both:
        one, other = holiday_said(first), holiday_said(rest)
        known = not isinstance(one, str) and not isinstance(other, str)
        return say("holidays.both", one=one, other=other) if known else name
    if name.endswith(_OBSERVED):
        said = holiday_said(name.removesuffix(_OBSERVED))
        return name if isinstance(said, str) else say("holidays.observed", name=said)
    end = "-".join(re.findall(r"[a-z0-9]+", name.lower().replace("'", "")))
    return say(f"holidays.{end}") if end in _NAMED else name
