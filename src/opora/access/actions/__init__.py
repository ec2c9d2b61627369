"""Accounts, roles and departments: the only writers. One file per subject, one verb per function."""

from opora.access.actions.departments import add_department, change_department
from opora.access.actions.door import (
    change_own_password,
    forget_expired,
    record_other_sessions_ended,
    record_password_link,
    record_recovery_codes,
    record_second_factor,
    record_sign_in,
    require_second_factor,
    reset_second_factor,
)
from opora.access.actions.joining import (
    accept_invitation,
    accept_setup,
    create_setup_link,
    invite,
    revoke_invitation,
)
from opora.access.actions.people import add_person, change_roles, deactivate, reactivate, rename
from opora.access.actions.standing_in import end_substitution, name_substitute
from opora.access.actions.tokens import make_token, note_use, revoke_token

__all__ = [
    "accept_invitation",
    "accept_setup",
    "add_department",
    "add_person",
    "change_department",
    "change_own_password",
    "change_roles",
    "create_setup_link",
    "deactivate",
    "end_substitution",
    "forget_expired",
    "invite",
    "make_token",
    "name_substitute",
    "note_use",
    "reactivate",
    "record_other_sessions_ended",
    "record_password_link",
    "record_recovery_codes",
    "record_second_factor",
    "record_sign_in",
    "rename",
    "require_second_factor",
    "reset_second_factor",
    "revoke_invitation",
    "revoke_token",
]
