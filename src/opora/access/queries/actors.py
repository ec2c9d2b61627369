"""Who asks: a person with the roles and absences of today, as every page begins with it."""

from datetime import date

from django.db import connection

from opora.access.models import Held, SignInPolicy, User
from opora.access.rules import (
    Absent,
    Actor,
)
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.common.planning import ask_known

OPTIONAL = SignInPolicy.SecondFactor.OPTIONAL.value


# Every page begins with it: the roles somebody has, those of colleagues he or she stands in for, and the rule of the
# house about signing in. As text it costs a third of what putting it together each time does.
_HELD = """
    SELECT held.user_id, held.role, held.department_id,
           coalesce((SELECT second_factor FROM access_signinpolicy LIMIT 1), %(optional)s), holder.name, away.until_on
      FROM access_roleassignment held JOIN access_user holder ON holder.id = held.user_id
      LEFT JOIN access_substitution away
             ON away.absent_id = held.user_id AND away.substitute_id = %(user)s AND away.revoked_at IS NULL
            AND %(on)s BETWEEN away.from_on AND away.until_on
     WHERE holder.is_active AND (held.user_id = %(user)s OR away.id IS NOT NULL)
"""
# The account a session speaks of, with all of that beside it.
_FIELDS = [field.attname for field in User._meta.concrete_fields]
_ACCOUNT = f"""
    SELECT {", ".join(f'account."{name}"' for name in _FIELDS)}, held.*
      FROM access_user account LEFT JOIN ({_HELD}) AS held (user_id, role, department_id, policy, holder, until_on)
           ON TRUE
     WHERE account.id = %(user)s
"""  # noqa: S608  (names of our own columns)


def signed_in(*, user_id: int) -> User | None:
    """The account of a session, read with what `actor_for` needs of it in one question."""
    rows = ask_known(_ACCOUNT, {"user": user_id, "on": today(), "optional": OPTIONAL})
    if not rows:
        return None
    width = len(_FIELDS)
    user = User.from_db(connection.alias, _FIELDS, rows[0][:width])
    user.held_now = [row[width:] for row in rows if row[width] is not None]
    return user


def actor_of(*, user_id: int) -> Actor:
    """The person as one who acts: roles and departments as they stand now; NotFound for a closed account."""
    user = User.objects.filter(pk=user_id, is_active=True).only("name").first()
    if user is None:
        raise NotFound
    return actor_for(user)


def actor_for(user: User) -> Actor:
    """The same for an account just read, as a page has it; an account that was closed has no grants."""
    rows, user.held_now = user.held_now, None
    if rows is None:
        with connection.cursor() as cursor:
            cursor.execute(_HELD, {"user": user.pk, "on": today(), "optional": OPTIONAL})
            rows = cursor.fetchall()
    own = frozenset((role, department_id) for user_id, role, department_id, *_more in rows if user_id == user.pk)
    return Actor(
        user_id=user.pk,
        name=user.name,
        grants=own,
        sign_in=rows[0][3] if rows else "",
        stands_for=_absent(user.pk, rows) if user.is_active else (),
    )


def _absent(user_id: int, rows: "list[Held]") -> tuple[Absent, ...]:
    """The colleagues somebody stands in for, each with the roles he or she has at present and no others."""
    grants: dict[tuple[int, str, date], set[tuple[str, int | None]]] = {}
    for holder_id, role, department_id, _policy, name, until in rows:
        if holder_id != user_id and until is not None:
            grants.setdefault((holder_id, name, until), set()).add((role, department_id))
    return tuple(Absent(one, name, frozenset(held), until) for (one, name, until), held in sorted(grants.items()))
