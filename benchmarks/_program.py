"""Our window as `python -m smadmin --data DIR` makes it, up to its first frame; for `start`."""

import os
import sys
from pathlib import Path

from benchmarks._painted import FirstPaint, tell_first_paint
from smadmin.app.application import make_application
from smadmin.app.knocking import OneWindow
from smadmin.app.window import Window
from smadmin.services.hygiene import keep_private

keep_private()
application = make_application()
folder = Path(sys.argv[2])
OneWindow(folder, claims=folder.parent).claim()
window = Window(application, folder)
painted = FirstPaint(window.frame)
window.show()
tell_first_paint(application, painted)
sys.stdout.flush()
# Only the start is measured; the store that opens behind the frame isn't waited for.
os._exit(0)
