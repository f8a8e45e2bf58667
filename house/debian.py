"""The Debian packages that Qt and the tests need: installed by root, printed for everybody else.

The lists were found complete on a minimal Debian 12. Other systems are left alone.
"""

import os
import shutil
import subprocess
import sys

OFF_SCREEN = "libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 fonts-dejavu-core".split()
DISPLAY = (
    "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-xkb1 libxcb-shape0 libxcb-image0"
    " libxcb-render-util0 libxcb-randr0 libxcb-xinerama0"
).split()
RUN = [*OFF_SCREEN, *DISPLAY]
JOURNEYS = "at-spi2-core python3-pyatspi xdotool".split()
DESKTOP = "xvfb xauth dbus gnome-keyring libsecret-1-0 openbox dunst trayer".split()
TEST = [*RUN, *JOURNEYS, *DESKTOP, *"strace procps age poppler-utils".split()]

BROWSER = ["chromium"]
"""For one journey; Ubuntu has only a snap of it, which may not write into a folder of ours."""

SERVERS = (
    "wordpress wordpress-theme-twentytwentythree php8.2 php8.2-cgi php8.2-cli php8.2-mysql php8.2-gd"
    " php8.2-mbstring php8.2-xml mariadb-server-core mariadb-client-core default-mysql-client mini-httpd"
).split()
"""A real blog for `tests/servers`, of Debian 12. No test needs the last: it stands where WordPress would
bring Apache, which serves to all; where the system starts it, it serves this computer alone."""


def install(packages: list[str]) -> None:
    """Install what is missing; without root say which command does it, and go on."""
    if sys.platform != "linux" or not shutil.which("dpkg-query"):
        return
    missing = [name for name in packages if name not in _installed(packages)]
    if not missing:
        return
    if os.geteuid() != 0:
        print("Missing Debian packages. Please run:\n  sudo apt-get install", *missing, flush=True)
        return
    print("Installing Debian packages:", *missing, flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    subprocess.run(command, check=True, env=quiet, stdout=subprocess.DEVNULL)


def try_to_install(packages: list[str]) -> None:
    """Install what the tests can do without; where that fails, say so and go on."""
    try:
        install(packages)
    except (OSError, subprocess.CalledProcessError) as error:
        print(
            f"Could not install {' '.join(packages)} ({type(error).__name__}): its tests are skipped.",
            flush=True,
        )


def has(packages: list[str]) -> bool:
    """Tell whether this system is one that can install them, or has."""
    if not shutil.which("apt-cache"):
        return False
    told = subprocess.run(["apt-cache", "policy", *packages], capture_output=True, text=True, check=False)
    return told.stdout.count("Candidate: ") - told.stdout.count("Candidate: (none)") == len(packages)


def _installed(packages: list[str]) -> set[str]:
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *packages]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    return {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
