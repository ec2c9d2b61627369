"""Where django-allauth meets the house: its words, its letters, and who writes what it decides."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from opora.access import actions, queries
from opora.web.access import second_factor

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in with an e-mail address and a password; nobody signs up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Access for this address is closed. Please speak to your administrator."),
        "email_password_mismatch": _("The e-mail or the password is not right. Check both and try again."),
        "enter_current_password": _("This is not your current password. Type it once more."),
        "incorrect_password": _("The password is not right. Type it once more."),
        "incorrect_code": _("This code does not fit. Wait for the next one in the app and type it."),
        "invalid_password_reset": _("This link no longer works. Ask for a new one."),
        "too_many_login_attempts": _(
            "Too many attempts to sign in. Wait five minutes and try again. If you forgot the password, set a new one."
        ),
        "rate_limited": _("Too many attempts. Wait a few minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: people join by an invitation."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in and note it in the journal."""
        super().login(request, user)
        actions.record_sign_in(user=user)

    def set_password(self, user: Any, password: str) -> None:
        """A password changed or set anew by its owner; the house writes it, so that the journal knows."""
        actions.change_own_password(user=user, password=password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("access:profile")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A broken mail server must not break the page, nor tell a stranger that the address is known."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            logger.exception("A letter could not be sent")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count attempts by address alone: with the host in the key, another Host header would start a new count."""
        return str(credentials.get("email", "")).strip().lower()


class SecondFactorAdapter(DefaultMFAAdapter):
    """Codes from an app: the secret is sealed before it reaches the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": _("Your organization asks for a second factor. It cannot be switched off."),
    }

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Where the organization asks for a second factor, people keep theirs."""
        actor = queries.actor_of(user_id=authenticator.user_id)
        return not queries.must_have_second_factor(actor=actor)

    def get_totp_issuer(self) -> str:
        return gettext("Opora")

    def encrypt(self, text: str) -> str:
        return second_factor.seal(text, _secrets())

    def decrypt(self, encrypted_text: str) -> str:
        return second_factor.unseal(encrypted_text, _secrets())

    def build_totp_svg(self, url: str) -> str:
        return second_factor.draw_qr(url, escape(gettext("QR code for the app")))


def _secrets() -> list[str]:
    """The installation's secret and those it had before."""
    return [str(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
