"""`smadmin --self-test`, as a person runs it on a computer without a display and without a keyring."""

import os
import subprocess
import sys

MOST_S = 240


def test_the_self_test_passes_here_and_a_missing_keyring_is_only_a_line() -> None:
    left_out = {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in left_out}

    done = subprocess.run(
        [sys.executable, "-m", "smadmin", "--self-test"],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=MOST_S,
    )

    said = done.stdout.splitlines()
    assert said[-1:] == ["self-test passed"], done.stdout + done.stderr
    assert done.returncode == 0
    assert any(line.startswith("No keyring answers") for line in said)
    assert any("jpeg, png, webp, gif, tiff, heif, avif" in line for line in said)
