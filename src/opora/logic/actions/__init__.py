"""Everything that changes a logic model."""

from opora.logic.actions.publishing import publish_model

__all__ = ["publish_model"]
