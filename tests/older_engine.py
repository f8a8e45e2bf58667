"""An engine's trade with dlib's own eyes, as on a computer where the networks' files are missing."""

from collections.abc import Mapping

from smadmin.imaging import engine, networks
from smadmin.jail.trade import Job


def prepare() -> Mapping[int, Job]:
    """Load the models and give the verbs; a process of its own, so nothing is put back."""
    networks.load = lambda: None
    return engine.prepare()
