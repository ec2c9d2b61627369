"""Whose session it is: the library's way of signing in, with one question for the account and all it may do."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from opora.access.queries import signed_in


class Backend(AuthenticationBackend):
    """The library's own, which every page asks for the account of its session."""

    def get_user(self, user_id: Any) -> Any:
        user = signed_in(user_id=user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
