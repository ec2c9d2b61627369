"""Setting the demonstration up."""

from opora.demo.actions.progress import is_whole
from opora.demo.actions.setup import FIRST, SEED, ensure_demo

__all__ = ["FIRST", "SEED", "ensure_demo", "is_whole"]
