"""Takes exceptions that nobody caught on the GUI thread. Light, for it is in place before the first frame."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from smadmin.domain.errors import Locked

_log = logging.getLogger(__name__)

ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def excepthook_showing(show: Callable[[BaseException], None]) -> ExceptHook:
    """Make the hook that the application installs as `sys.excepthook`.

    Args:
        show: shows the dialog; it must not raise. Ctrl+C in a terminal ends the program as ever.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, Locked):  # a signal or a timer from before the window locked asked who acts
            _log.info("what was asked after the window locked was dropped")
            return
        show(error.with_traceback(trace))

    return hook
