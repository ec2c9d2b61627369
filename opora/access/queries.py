"""Reading who works here."""

from opora.access.models import RoleAssignment, User
from opora.access.rules import Actor
from opora.common.errors import NotFound


def actor_of(*, user_id: int) -> Actor:
    """The person as one who acts: roles and departments as they stand now; nobody for a closed account."""
    user = User.objects.filter(pk=user_id, is_active=True).only("name").first()
    if user is None:
        raise NotFound
    pairs = RoleAssignment.objects.filter(user_id=user_id).values_list("role", "department_id")
    return Actor(user_id=user_id, name=user.name, grants=frozenset(pairs))
