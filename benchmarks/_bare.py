"""A bare PySide6 window, the peer that `start` measures beside ours."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks._painted import FirstPaint, tell_first_paint

application = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QLabel("window"))
window.resize(1280, 800)
painted = FirstPaint(window)
window.show()
tell_first_paint(application, painted)
