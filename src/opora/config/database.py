"""Which PostgreSQL this installation uses: the one named by ``DATABASE_URL``, or its own private server."""

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from opora.config import embedded
from opora.config.home import home


def is_embedded() -> bool:
    """Whether Opora runs its own PostgreSQL server."""
    return not os.environ.get("DATABASE_URL")


def from_url(url: str) -> dict[str, Any]:
    """Django's settings for ``postgresql://user:password@host:port/name?sslmode=require``."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ValueError("DATABASE_URL must look like postgresql://user:password@host:5432/name")
    return {
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def settings() -> dict[str, Any]:
    """The ``default`` entry of Django's DATABASES."""
    url = os.environ.get("DATABASE_URL")
    found = from_url(url) if url else embedded.dsn(home())
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
        **found,
    }
