"""The access table of this front room."""

from opora.web.shell.doors import Door

_ANYBODY = Door(public=True)
_SIGNED_IN = Door()
_KEEPER = Door(ability="people.manage")

DOORS = {
    "account_login": _ANYBODY,
    "account_logout": _ANYBODY,
    "account_inactive": _ANYBODY,
    "account_reset_password": _ANYBODY,
    "account_reset_password_done": _ANYBODY,
    "account_reset_password_from_key": _ANYBODY,
    "account_reset_password_from_key_done": _ANYBODY,
    # The second step of sign-in: the page itself asks for the first.
    "mfa_authenticate": _ANYBODY,
    "account_reauthenticate": _SIGNED_IN,
    "account_change_password": _SIGNED_IN,
    "mfa_index": _SIGNED_IN,
    "mfa_reauthenticate": _SIGNED_IN,
    "mfa_activate_totp": _SIGNED_IN,
    "mfa_deactivate_totp": _SIGNED_IN,
    "mfa_view_recovery_codes": _SIGNED_IN,
    "mfa_generate_recovery_codes": _SIGNED_IN,
    "mfa_download_recovery_codes": _SIGNED_IN,
    "usersessions_list": _SIGNED_IN,
    "access:profile": _SIGNED_IN,
    "access:rename_self": _SIGNED_IN,
    "access:roles": _SIGNED_IN,
    "access:people": _KEEPER,
    "access:invite": _KEEPER,
    "access:revoke": _KEEPER,
    "access:decide_second_factor": _KEEPER,
    "access:person": _KEEPER,
    "access:change_roles": _KEEPER,
    "access:rename": _KEEPER,
    "access:deactivate": _KEEPER,
    "access:reactivate": _KEEPER,
    "access:password_link": _KEEPER,
    "access:reset_second_factor": _KEEPER,
    "access:departments": _KEEPER,
    "access:add_department": _KEEPER,
    "access:change_department": _KEEPER,
    # The link's secret is the key.
    "access:join": _ANYBODY,
    "access:setup": _ANYBODY,
}
