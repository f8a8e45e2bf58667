"""Renews `requirements/*.txt` from pyproject.toml: pinned, hashed, and free of any index's address.

`dev` is resolved first and binds the others, so that a version is the same everywhere.
"""

import subprocess

from house import environment

FILES = {
    "dev": ["pyproject.toml", "--extra", "faces", "--group", "dev", "--group", "models"],
    "runtime": ["pyproject.toml", "--extra", "faces", "--group", "models"],
    "build": ["--group", "build"],
    "lock": ["--group", "lock"],
}
OPTIONS = (
    "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links"
    " --no-header --annotation-style line --upgrade"
).split()


def lock() -> None:
    """Resolve anew and write the files; the next verb installs what changed."""
    environment.prepare("runtime")
    requirements = environment.ROOT / "requirements"
    pip = [
        *environment.PIP,
        "install",
        "--quiet",
        "--require-hashes",
        "--no-deps",
        "-r",
        str(requirements / "lock.txt"),
    ]
    subprocess.run(pip, check=True)
    for name, selection in FILES.items():
        bound = [] if name in ("dev", "lock") else ["--constraint", "requirements/dev.txt"]
        target = ["--output-file", f"requirements/{name}.txt"]
        command = [environment.in_venv("uv"), "pip", "compile", "--quiet"]
        subprocess.run([*command, *OPTIONS, *selection, *bound, *target], check=True, cwd=environment.ROOT)
