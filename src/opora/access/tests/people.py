"""People invented for tests."""

from collections.abc import Iterable
from itertools import count

from opora.access import actions
from opora.access.models import Department, User
from opora.access.queries import actor_of
from opora.access.rules import SYSTEM, Actor, Grant, Role

PASSWORD = "пять слов никак не связаны"
_numbers = count(1)


def somebody(*grants: Grant | str, name: str = "", email: str = "") -> Actor:
    """Somebody who works here with these roles; a role alone holds in the whole organization."""
    n = next(_numbers)
    pairs: Iterable[Grant] = [(grant, None) if isinstance(grant, str) else grant for grant in grants]
    user = actions.add_person(
        actor=SYSTEM,
        name=name or f"Сотрудник {n}",
        email=email or f"worker{n}@example.org",
        grants=pairs,
        password=PASSWORD,
    )
    return actor_of(user_id=user.pk)


def administrator() -> Actor:
    """Somebody who keeps the accounts."""
    return somebody(Role.ADMINISTRATOR)


def head() -> Actor:
    """Somebody who leads the organization."""
    return somebody(Role.HEAD)


def department(name: str = "") -> Department:
    """A department."""
    return actions.add_department(actor=SYSTEM, name=name or f"Отдел {next(_numbers)}", number_pattern="{n}")


def account(actor: Actor) -> User:
    """The account behind an actor, as it stands now."""
    return User.objects.get(pk=actor.user_id)
