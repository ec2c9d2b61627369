"""Letters: through the mail server named by ``OPORA_MAIL``, or none at all."""

import os
from typing import Any
from urllib.parse import unquote, urlsplit

CONSOLE = "django.core.mail.backends.console.EmailBackend"
_PORTS = {"smtp": 587, "smtps": 465}


def from_url(url: str) -> dict[str, Any]:
    """Django's settings for ``smtp://user:password@host:587`` (STARTTLS) or ``smtps://…`` (TLS from the first byte).

    Without an address nothing is sent: a letter with a link must never end in the log of the server.
    """
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("OPORA_MAIL must look like smtp://user:password@mail.example.org:587")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 15,
    }


def settings() -> dict[str, Any]:
    """What the environment says about letters."""
    found = from_url(os.environ.get("OPORA_MAIL", ""))
    return found | {"DEFAULT_FROM_EMAIL": os.environ.get("OPORA_MAIL_FROM", "opora@localhost")}


def reminders_backend() -> str:
    """By what letters with reminders go out: they hold codes and counts only, so without a mail server the console
    may show them, unlike a letter with a link.
    """
    url = os.environ.get("OPORA_MAIL", "")
    return str(from_url(url)["EMAIL_BACKEND"]) if url else CONSOLE
