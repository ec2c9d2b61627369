"""Searching by name without a name in the address: what was typed travels sealed and opens only for whoever typed it.

Addresses stay in the history of browsers, in the logs of servers and in messages to colleagues.
"""

import base64
import hashlib
import re
import secrets
from collections.abc import Iterable, Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _

from opora.web.shell.colleagues import ColleagueField, looked_up
from opora.web.shell.middleware import say

TYPED, SEALED = "q", "find"
# A longer address is refused on its way, by this server or by one before it, with a page that says nothing.
LONGEST = 4_000
_NONCE = 12
# С24, 17, 17/2021, 17/2021 лд
_NUMBER = re.compile(r"[^\W\d_]{0,2} ?\d{1,5} ?(/ ?\d{2,4} ?[^\W\d_]{0,4})?")


def _cipher() -> AESGCM:
    return AESGCM(hashlib.sha256(b"opora.search." + settings.SECRET_KEY.encode()).digest())


def _whose(request: HttpRequest) -> bytes:
    return str(request.user.pk).encode()


def seal(request: HttpRequest, text: str) -> str:
    """The words as a piece of an address."""
    nonce = secrets.token_bytes(_NONCE)
    sealed = nonce + _cipher().encrypt(nonce, text.encode(), _whose(request))
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def unseal(request: HttpRequest, token: str) -> str:
    """The words again; nothing when the address was changed or belongs to somebody else."""
    try:
        sealed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        return _cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], _whose(request)).decode()
    except (ValueError, InvalidTag):
        return ""


def may_be_seen(text: str) -> bool:
    """Codes and case numbers may stand in an address; anything else may be a name, a telephone or a birth date."""
    return _NUMBER.fullmatch(text) is not None


def narrowed(request: HttpRequest, form: forms.Form) -> HttpResponse | None:
    """Answer filters that were sent: with the address of the list, where a colleague who was named is a number.

    While one types, with the colleagues who may be meant; with nothing where the name is nobody's or of several, so
    that the page shows what to mend.
    """
    if (found := looked_up(request, form)) is not None:
        return found
    form.is_valid()
    people = [name for name, field in form.fields.items() if isinstance(field, ColleagueField)]
    if any(name in form.errors for name in people):
        # A name still being typed leaves the list below as it is; what it may mean stands beneath the line.
        return HttpResponse(status=204) if request.headers.get("HX-Request") else None
    told = form.cleaned_data if form.is_bound else {}  # nothing at all was sent
    return to_address(request, people={name: told.get(name) for name in people})


def to_address(
    request: HttpRequest, *, keep: Iterable[str] = (), people: Mapping[str, int | None] | None = None
) -> HttpResponseRedirect:
    """Answer a search that was sent with the address of its result; `keep` names what stays of the address so far.

    `people` are colleagues by the names of their fields: what was typed of them stays out of the address. What is too
    long for an address is not looked for, and the page says so.
    """
    chosen = people or {}
    left_out = {"csrfmiddlewaretoken", TYPED, *chosen, *(f"{name}_named" for name in chosen)}
    kept = QueryDict(mutable=True)
    for name in keep:
        if name in request.GET:
            kept[name] = request.GET[name]
    query = kept.copy()
    for name, value in request.POST.items():
        if name not in left_out and value:
            query[name] = str(value)
    for name, number in chosen.items():
        if number is not None:
            query[name] = str(number)
    typed = str(request.POST.get(TYPED, "")).strip()[:200]
    if may_be_seen(typed):
        query[TYPED] = typed
    elif typed:
        query[SEALED] = seal(request, typed)
    if len(query.urlencode()) > LONGEST:
        say(request, _("What you typed is too long to be searched for. Shorten it."), good=False)
        query = kept
    return HttpResponseRedirect(f"{request.path}?{query.urlencode()}" if query else request.path)


def asked(request: HttpRequest) -> QueryDict:
    """What the address asks for, with the sealed words readable again."""
    given = request.GET.copy()
    if token := given.pop(SEALED, None):
        given[TYPED] = unseal(request, str(token[-1]))
    return given
