"""Who may read results, and whose health they must not tell."""

from opora.access.rules import Actor, Scope, scope


def health_everywhere(actor: Actor, ability: str) -> bool:
    """Whether health may be read wherever an ability reaches."""
    reach, health = scope(actor, ability), scope(actor, "health.read")
    return health is Scope.ALL or (health is not Scope.NONE and health is reach)
