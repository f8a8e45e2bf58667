"""What a window says about a folder that doesn't open, and which deed is the main one."""

from datetime import UTC, datetime

import pytest

from smadmin.domain.errors import KnownError, NotAllowed, OutsideFailed, Reason
from smadmin.domain.messages import say
from smadmin.ui.shell.trouble_model import (
    TroubleDeed,
    TroubleModel,
    bringing_model,
    chosen_model,
    trouble_model,
)

MADE = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)


def model(error: KnownError, *, backup: bool = False) -> TroubleModel:
    return trouble_model(error, folder="/srv/school", backup=MADE if backup else None, has_backup=backup)


@pytest.mark.parametrize("name", ["store.corrupt", "store.vanished", "keys.identities-damaged"])
def test_what_is_damaged_offers_the_backup_by_its_date(name: str) -> None:
    shown = model(OutsideFailed(say(name), kept=say("store.corrupt-kept")), backup=True)

    assert shown.main is TroubleDeed.PUT_BACK
    assert shown.main_words.values == {"on": MADE}
    assert shown.sentences[0] == say("store.corrupt-kept")
    assert TroubleDeed.CHOOSE_FOLDER in shown.others


def test_a_backup_of_somebodys_own_name_is_offered_without_a_date() -> None:
    shown = trouble_model(KnownError(say("store.corrupt")), folder="", backup=None, has_backup=True)

    assert shown.main_words == say("trouble.put-back-backup")


def test_without_a_backup_one_is_looked_for() -> None:
    shown = model(KnownError(say("store.corrupt")))

    assert shown.main is TroubleDeed.CHOOSE_BACKUP
    assert say("trouble.ask-for-help") in shown.sentences


def test_a_bad_place_leads_to_another_folder() -> None:
    shown = model(NotAllowed((Reason(say("store.on-network", folder="/net")),)))

    assert shown.happened == say("store.on-network", folder="/net")
    assert shown.main is TroubleDeed.CHOOSE_FOLDER


@pytest.mark.parametrize("name", ["store.read-only", "store.disk-full", "store.newer", "store.busy"])
def test_what_can_pass_is_tried_again(name: str) -> None:
    shown = model(OutsideFailed(say(name), remedy=say("store.busy-remedy")), backup=True)

    assert shown.main is TroubleDeed.TRY_AGAIN
    assert shown.others == (TroubleDeed.CHOOSE_FOLDER,)


def test_a_chosen_file_is_put_back_by_the_main_button_and_named_in_the_text() -> None:
    shown = chosen_model(bringing_model("/srv/school"), "school.smadmin-backup")

    assert shown.main is TroubleDeed.PUT_BACK
    assert shown.others == (TroubleDeed.CHOOSE_BACKUP, TroubleDeed.BACK)
    assert shown.sentences[-1] == say("trouble.chosen", file="school.smadmin-backup")


def test_where_a_backup_was_offered_another_one_that_was_chosen_takes_its_place() -> None:
    shown = chosen_model(model(OutsideFailed(say("store.corrupt")), backup=True), "older.smadmin-backup")

    assert shown.main is TroubleDeed.PUT_BACK
    assert "on" not in shown.main_words.values, "it isn't the one of that date"
    assert shown.others.count(TroubleDeed.CHOOSE_BACKUP) == 1
