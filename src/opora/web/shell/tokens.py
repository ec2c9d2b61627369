"""The token that every page of a form bears: it tells one opening of the page from another."""

import re

from django.http import HttpRequest

FIELD = "intention"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


def token_sent(request: HttpRequest) -> str:
    """The token of the page this was sent from; empty for what bears none, as a program sends it."""
    sent = request.POST.get(FIELD, "")
    return sent if _TOKEN.fullmatch(sent) else ""
