"""What a window says of its data folder: what happened, what is kept, what to do. Pure.

A folder that doesn't open, or an empty one into which a backup comes.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from smadmin.domain.errors import KnownError, NotAllowed
from smadmin.domain.messages import Message, say
from smadmin.services.mending import is_grave
from smadmin.ui.theme import State


class TroubleDeed(Enum):
    """What can be done about it."""

    PUT_BACK = "put-back"
    TRY_AGAIN = "try-again"
    CHOOSE_FOLDER = "choose-folder"
    CHOOSE_BACKUP = "choose-backup"
    BACK = "back"


@dataclass(frozen=True)
class TroubleModel:
    """The screen.

    Args:
        happened: what is wrong, in a sentence.
        sentences: what is kept and what to do, one below the other.
        main: the main button's deed.
        main_words: its words.
        others: further deeds, as buttons.
        folder: where it happened.
        state: the mark at its head.
    """

    happened: Message
    sentences: tuple[Message, ...]
    main: TroubleDeed
    main_words: Message
    others: tuple[TroubleDeed, ...]
    folder: str
    state: State = State.STOP


_OTHER_FOLDER = frozenset({"store.on-network", "store.in-synced-folder"})
_TITLES = {
    "store.corrupt": say("trouble.title-corrupt"),
    "store.newer": say("trouble.title-newer"),
    "store.read-only": say("trouble.title-read-only"),
}
"""Errors that the command line says more shortly."""

_OWN_REMEDY = frozenset({"store.read-only", "store.disk-full", "store.disk-failed", "store.newer"})
"""Errors whose usual remedy speaks of the command line, or leaves out what the window can do."""


def trouble_model(
    error: KnownError, *, folder: str, backup: datetime | None, has_backup: bool
) -> TroubleModel:
    """Say what happened to a data folder.

    Args:
        error: what opening it raised.
        folder: its path.
        backup: when the newest backup in it was made (UTC), where its name tells.
        has_backup: whether there is one at all.
    """
    name = error.happened.id
    happened = error.reasons[0].message if isinstance(error, NotAllowed) else error.happened
    happened = _TITLES.get(name, happened)
    kept = () if error.kept is None else (error.kept,)
    if is_grave(error):
        return _damaged(name, happened, kept, folder=folder, backup=backup, has_backup=has_backup)
    if name in _OTHER_FOLDER:
        sentences, main = (say("trouble.other-folder"),), TroubleDeed.CHOOSE_FOLDER
    elif name in _OWN_REMEDY:
        sentences, main = (*kept, say(f"trouble.{name.partition('.')[2]}")), TroubleDeed.TRY_AGAIN
    else:
        remedy = () if error.remedy is None else (error.remedy,)
        sentences, main = (*kept, *remedy), TroubleDeed.TRY_AGAIN
    others = [one for one in (TroubleDeed.TRY_AGAIN, TroubleDeed.CHOOSE_FOLDER) if one is not main]
    return TroubleModel(happened, sentences, main, say(f"trouble.deed-{main.value}"), tuple(others), folder)


def bringing_model(folder: str, *, there: bool = False) -> TroubleModel:
    """Say what putting a backup on a computer takes on which there is no school yet.

    Args:
        folder: where it goes.
        there: whether the school is here already, and the backup brings somebody's new key.
    """
    told = ("bring-key", "bring-instead") if there else ("bring-takes", "bring-letters", "bring-after")
    sentences = tuple(say(f"trouble.{one}") for one in told)
    main, others = TroubleDeed.CHOOSE_BACKUP, (TroubleDeed.BACK,)
    words = say(f"trouble.deed-{main.value}")
    return TroubleModel(say("trouble.bring"), sentences, main, words, others, folder, State.NOTE)


def chosen_model(model: TroubleModel, name: str) -> TroubleModel:
    """Say the same once a backup's file was chosen: it is put back, or another is chosen."""
    choose, main = TroubleDeed.CHOOSE_BACKUP, TroubleDeed.PUT_BACK
    others = tuple(one for one in (choose, model.main, *model.others) if one is not main)
    sentences = (*model.sentences, say("trouble.chosen", file=name))
    words = say(f"trouble.deed-{main.value}")
    return replace(
        model, sentences=sentences, main=main, main_words=words, others=tuple(dict.fromkeys(others))
    )


def _damaged(
    name: str,
    happened: Message,
    kept: tuple[Message, ...],
    *,
    folder: str,
    backup: datetime | None,
    has_backup: bool,
) -> TroubleModel:
    only_keys = name == "keys.identities-damaged"
    others = (TroubleDeed.CHOOSE_BACKUP, TroubleDeed.TRY_AGAIN, TroubleDeed.CHOOSE_FOLDER)
    if not has_backup:
        sentences = (*kept, say("trouble.no-backup"), say("trouble.ask-for-help"))
        main, *rest = others
        words = say(f"trouble.deed-{main.value}")
        return TroubleModel(happened, sentences, main, words, tuple(rest), folder)
    what = say("trouble.keys-back" if only_keys else "trouble.store-back")
    which = "keys" if only_keys else "backup"
    words = (
        say(f"trouble.put-back-{which}") if backup is None else say(f"trouble.put-back-{which}-of", on=backup)
    )
    return TroubleModel(happened, (*kept, what), TroubleDeed.PUT_BACK, words, others, folder)
