"""`smadmin doctor`: what is here, what is missing, and what mends it."""

import click

from smadmin.cli.asking import Asked, pass_asked
from smadmin.domain.errors import KnownError
from smadmin.domain.messages import say
from smadmin.services.commanded import command_place
from smadmin.services.doctor import Doctor, Health, Symptom

FOUND = 1
_HEALTH = {Health.GOOD: "doctor.good", Health.NOTE: "doctor.note", Health.MISSING: "doctor.absent"}


@click.command("doctor")
@pass_asked
def doctor_command(state: Asked) -> int:
    """Look at versions, store, keyring, models, fonts, disk, protection; say what is missing and mends it."""
    place = command_place(state.folder)
    symptoms = []
    for symptom in Doctor(place).examine():
        symptoms.append(symptom)
        _tell(state, symptom)
    if place.has_store:
        _tell_people(state)
    missing = [symptom for symptom in symptoms if symptom.health is Health.MISSING]
    state.tell(say("doctor.missing", n=len(missing)) if missing else say("doctor.nothing-missing"))
    state.document({"symptoms": [_document(state, symptom) for symptom in symptoms]})
    return FOUND if missing else 0


def _tell(state: Asked, symptom: Symptom) -> None:
    health = say(_HEALTH[symptom.health])
    state.tell(say("doctor.line", health=health, message=symptom.message))
    if symptom.remedy is not None and symptom.health is not Health.GOOD:
        state.tell(say("doctor.line-remedy", remedy=symptom.remedy))


def _tell_people(state: Asked) -> None:
    try:
        with state.office() as office:
            people = tuple(say("accounts.person", name=sitter.name) for sitter in office.session.sitters())
    except KnownError as error:
        state.remark(error.happened)
        return
    if people:
        state.tell(say("doctor.people", people=people))


def _document(state: Asked, symptom: Symptom) -> dict[str, str | None]:
    return {
        "what": symptom.what,
        "health": symptom.health.value,
        "message": state.word(symptom.message),
        "remedy": None if symptom.remedy is None else state.word(symptom.remedy),
    }
