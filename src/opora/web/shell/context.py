"""What every page knows: who looks at it."""

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """The actor, for templates that show or hide what he may do."""
    return {"actor": getattr(request, "actor", None)}
