"""The forms of signing in, in our words; what they check stays with django-allauth."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access import queries

PASSWORD_HELP = _("At least 12 characters: four or five words that do not belong together are easy to remember.")


def _dress(field: forms.Field, label: Any, help_text: Any = "", **attrs: Any) -> None:
    """Give a field of allauth our label and take its placeholder, which vanishes as one types."""
    field.label = label
    field.help_text = help_text
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= attrs


class SignInForm(account.LoginForm):
    """E-mail and password at the door."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self.fields["login"], _("E-mail"), autofocus=True, autocomplete="username")
        _dress(self.fields["password"], _("Password"))

    @property
    def nobody_works_here(self) -> bool:
        """On the first visit the page leads to the link in the terminal: there is no administrator to ask yet."""
        return not queries.somebody_works_here()


class ConfirmPasswordForm(account.ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self.fields["password"], _("Password"), autofocus=True)


class ChangePasswordForm(account.ChangePasswordForm):
    """The old password and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self.fields["oldpassword"], _("Current password"))
        _dress(self.fields["password1"], _("New password"), PASSWORD_HELP)
        _dress(self.fields["password2"], _("New password once more"))


class ForgottenPasswordForm(account.ResetPasswordForm):
    """The address a link goes to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self.fields["email"], _("E-mail"), autofocus=True)
        # Without a mail server the page must not promise a letter.
        self.sends_letters = "dummy" not in settings.EMAIL_BACKEND


class NewPasswordForm(account.ResetPasswordKeyForm):
    """A new password by a link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self.fields["password1"], _("New password"), PASSWORD_HELP, autofocus=True)
        _dress(self.fields["password2"], _("New password once more"))


class ResetLinkForm(account.UserTokenForm):
    """A link for a new password works for people who still work here."""

    def _get_user(self, uidb36: str) -> Any:
        user = super()._get_user(uidb36)
        return user if user is not None and user.is_active else None


def _refuse_second_use(authenticator: Authenticator, code: str) -> None:
    """A code counts once, in all the time it would be accepted; allauth itself remembers it for one step."""
    if authenticator.type != Authenticator.Type.TOTP:
        return
    lifetime = 30 * (2 * settings.MFA_TOTP_TOLERANCE + 1)
    if not cache.add(f"opora:code:{authenticator.user_id}:{code.strip()}", True, timeout=lifetime):
        raise get_adapter().validation_error("incorrect_code")


class CodeForm(mfa.AuthenticateForm):
    """The second factor at the door: a code from the app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress_code(self.fields["code"], _("Six digits from the app, or one of your recovery codes."))

    def clean_code(self) -> str:
        code: str = super().clean_code()
        _refuse_second_use(self.authenticator, code)
        return code


class ConfirmCodeForm(mfa.ReauthenticateForm):
    """A code once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress_code(self.fields["code"], _("Six digits from the app, or one of your recovery codes."))

    def clean_code(self) -> str:
        code: str = super().clean_code()
        _refuse_second_use(self.authenticator, code)
        return code


class ActivateAppForm(totp.ActivateTOTPForm):
    """The first code from an app proves that the secret has arrived."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress_code(self.fields["code"], _("Six digits that the app shows now."))


def _dress_code(field: forms.Field, help_text: Any) -> None:
    label = pgettext_lazy("second factor", "Code")
    _dress(field, label, help_text, autofocus=True, inputmode="numeric", autocomplete="one-time-code")
