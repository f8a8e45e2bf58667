"""What pyproject.toml can't say of the build: words are compiled, `resources/` goes into the wheel."""

from setuptools import setup

setup()
