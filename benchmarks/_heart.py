"""A bare window: how late its 10 ms timer rings until standard input ends, as a list on standard output."""

import json
import sys
import threading

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.lateness import Lateness

application = QApplication(["bare", "-platform", "offscreen"])
window = QWidget()
window.resize(1280, 800)
window.show()
late = Lateness()
threading.Thread(target=lambda: (sys.stdin.read(), application.exit()), daemon=True).start()
application.exec()
json.dump(late.kept_ms, sys.stdout)
