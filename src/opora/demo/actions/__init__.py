"""Setting the demonstration up."""

from opora.demo.actions.setup import SEED, ensure_demo

__all__ = ["SEED", "ensure_demo"]
