"""What the journal says about accounts, roles and departments."""

from django.utils.translation import gettext_lazy as _

from opora.access.models import ROLE_LABELS, SignInPolicy

VERBS = {
    "access.setup_link_made": _("made the link for the first administrator"),
    "access.set_up": _("set Opora up and became its first administrator"),
    "access.invited": _("made invitation no. %(invitation)s with the roles: %(roles)s"),
    "access.invitation_revoked": _("revoked invitation no. %(invitation)s"),
    "access.joined": _("joined by invitation no. %(invitation)s"),
    "access.person_added": _("added worker no. %(user)s with the roles: %(roles)s"),
    "access.person_renamed": _("changed the name of worker no. %(user)s"),
    "access.roles_given": _("gave worker no. %(user)s the roles: %(roles)s"),
    "access.roles_taken": _("took roles from worker no. %(user)s: %(roles)s"),
    "access.deactivated": _("closed access for worker no. %(user)s"),
    "access.reactivated": _("opened access again for worker no. %(user)s"),
    "access.password_link_made": _("made a link for a new password for worker no. %(user)s"),
    "access.second_factor_reset": _("switched off the second factor of worker no. %(user)s"),
    "access.second_factor_policy": _("decided about the second factor: %(policy)s"),
    "access.signed_in": _("signed in"),
    "access.password_changed": _("changed the own password"),
    "access.second_factor_on": _("switched on the own second factor"),
    "access.second_factor_off": _("switched off the own second factor"),
    "access.recovery_codes_made": _("made new recovery codes"),
    "access.other_sessions_ended": _("signed out on all other devices"),
    "access.substitute_named": _(
        "named worker no. %(substitute)s to stand in for worker no. %(user)s from %(day)s until %(until)s"
    ),
    "access.substitution_ended": _("ended the standing in of worker no. %(substitute)s for worker no. %(user)s"),
    "access.department_added": _("added department no. %(department)s"),
    "access.department_changed": _("changed department no. %(department)s"),
}

# The words people say for the codes in the entries' data, by the name of the datum.
CODES = {
    "roles": ROLE_LABELS,
    "policy": dict(SignInPolicy.SecondFactor.choices),
}
