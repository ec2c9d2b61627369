"""What the journal says about accounts, roles and departments."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from opora.access.models import ROLE_LABELS, Department, SignInPolicy, User

VERBS = {
    "access.setup_link_made": _("made the link for the first administrator"),
    "access.set_up": _("set Opora up and became its first administrator"),
    "access.invited": _("made an invitation with the roles: %(roles)s"),
    "access.invitation_revoked": _("revoked an invitation"),
    "access.joined": _("joined by an invitation"),
    "access.token_made": _("made a token for a program, role: %(role)s, good until %(until)s"),
    "access.token_revoked": _("revoked a token of a program"),
    "access.token_used": _("a program read figures by a token: %(address)s"),
    "access.person_added": _("added a worker: %(user)s, roles: %(roles)s"),
    "access.person_renamed": _("changed the name of a worker: %(user)s"),
    "access.roles_given": _("gave roles to %(user)s: %(roles)s"),
    "access.roles_taken": _("took roles from %(user)s: %(roles)s"),
    "access.deactivated": _("closed access: %(user)s"),
    "access.reactivated": _("opened access again: %(user)s"),
    "access.password_link_made": _("made a link for a new password: %(user)s"),
    "access.second_factor_reset": _("switched off the second factor of a worker: %(user)s"),
    "access.second_factor_policy": _("decided about the second factor: %(policy)s"),
    "access.signed_in": _("signed in"),
    "access.password_changed": _("changed the own password"),
    "access.second_factor_on": _("switched on the own second factor"),
    "access.second_factor_off": _("switched off the own second factor"),
    "access.recovery_codes_made": _("made new recovery codes"),
    "access.other_sessions_ended": _("signed out on all other devices"),
    "access.substitute_named": _("named who stands in for %(user)s: %(substitute)s, from %(day)s until %(until)s"),
    "access.substitution_ended": _("ended a standing in: %(substitute)s in place of %(user)s"),
    "access.department_added": _("added a department: %(department)s"),
    "access.department_changed": _("changed a department: %(department)s"),
}


def _workers(ids: Collection[int]) -> Mapping[int, str]:
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))


def _departments(ids: Collection[int]) -> Mapping[int, str]:
    return dict(Department.objects.filter(pk__in=ids).values_list("pk", "name"))


# Who stands behind the numbers in the entries' data.
NAMES = {"user": _workers, "user_id": _workers, "substitute": _workers, "department": _departments}

# The words people say for the codes in the entries' data, by the name of the datum.
CODES = {
    "roles": ROLE_LABELS,
    "role": ROLE_LABELS,
    "policy": dict(SignInPolicy.SecondFactor.choices),
}
