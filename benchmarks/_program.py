"""Our window as `python -m smadmin --data DIR` makes it, up to its first frame; for `start`."""

import os
import sys
from pathlib import Path

from benchmarks._painted import FirstPaint, tell_first_paint
from smadmin.app.window import Window, make_application
from smadmin.services.hygiene import harden

harden()
application = make_application()
window = Window(application, Path(sys.argv[2]))
painted = FirstPaint(window.frame)
window.show()
tell_first_paint(application, painted)
sys.stdout.flush()
# Only the start is measured; the store that opens behind the frame isn't waited for.
os._exit(0)
