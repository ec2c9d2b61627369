"""Reading who works here, what each may do, and which invitations are open."""

from opora.access.queries.actors import actor_for, actor_of, signed_in
from opora.access.queries.invitations import find_invitation, invitations_in_words, list_invitations
from opora.access.queries.people import (
    Person,
    find_person,
    get_person,
    history_of,
    is_alone_here,
    list_colleagues,
    list_people,
    names_of,
    somebody_works_here,
    workers_under,
)
from opora.access.queries.roles import (
    RoleHeld,
    get_department,
    grant_choices,
    list_departments,
    role_labels,
    roles_in_words,
)
from opora.access.queries.second_factor import (
    lacks_second_factor,
    must_have_second_factor,
    second_factor_choices,
    second_factor_policy,
)
from opora.access.queries.standing_in import standing_in, substitutes_for, substitutions_of
from opora.access.queries.tokens import all_tokens, by_token, token_in_sight, token_roles, tokens_of

__all__ = [
    "Person",
    "RoleHeld",
    "actor_for",
    "actor_of",
    "all_tokens",
    "by_token",
    "find_invitation",
    "find_person",
    "get_department",
    "get_person",
    "grant_choices",
    "history_of",
    "invitations_in_words",
    "is_alone_here",
    "lacks_second_factor",
    "list_colleagues",
    "list_departments",
    "list_invitations",
    "list_people",
    "must_have_second_factor",
    "names_of",
    "role_labels",
    "roles_in_words",
    "second_factor_choices",
    "second_factor_policy",
    "signed_in",
    "somebody_works_here",
    "standing_in",
    "substitutes_for",
    "substitutions_of",
    "token_in_sight",
    "token_roles",
    "tokens_of",
    "workers_under",
]
