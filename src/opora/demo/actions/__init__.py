"""Setting the demonstration up."""

from opora.demo.actions.setup import ensure_demo

__all__ = ["ensure_demo"]
