"""Answers for programs: read, put into one frame, marked, journaled; and the description of all of them."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access import actions as access
from opora.common.dates import today
from opora.common.errors import Invalid, NotFound, Refused
from opora.web.api.asked import DAY, Parameter, read, rows_of, shapes
from opora.web.api.endpoints import ENDPOINTS, Endpoint
from opora.web.api.reading import in_sight
from opora.web.shell.asking import actor_of
from opora.web.shell.doors import all_doors
from opora.web.shell.paging import with_parameter
from opora.web.shell.programs import absent, refusal

__all__ = ["ENDPOINTS", "describe", "view_of"]
VERSION = "1.0"


def view_of(endpoint: Endpoint) -> Callable[..., HttpResponse]:
    """The view of an endpoint."""

    def view(request: HttpRequest, **named: str) -> HttpResponse:
        return _answer(request, endpoint, named)

    view.__doc__ = endpoint.about
    return view


def _answer(request: HttpRequest, endpoint: Endpoint, named: dict[str, str]) -> HttpResponse:
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(("GET", "HEAD"))
    actor = actor_of(request)
    try:
        asked: dict[str, Any] = {**read(request.GET, endpoint.asks)}
        if "code" in named:
            asked["code"] = in_sight(actor, named["code"])
        rows = list(endpoint.read(actor, asked))
    except Invalid as wrong:
        fields = {name: str(sentence) for name, sentence in wrong.fields.items()}
        return refusal(422, _("Some parameters cannot be taken."), parameters=fields)
    except NotFound:
        return absent()
    except Refused as sentence:
        return refusal(403, sentence)
    day = asked.get("as_of") or today()
    body: dict[str, Any] = {"as_of": day.isoformat(), "data": rows}
    if endpoint.is_paged:
        is_full = len(rows) == asked["limit"]
        body["next"] = with_parameter(request, "offset", asked["offset"] + asked["limit"]) if is_full else None
    _note(request)
    return _marked(request, body)


def _note(request: HttpRequest) -> None:
    """A program's look is journaled; what a person reads here stands on pages that are looked at the same way."""
    token = getattr(request, "program_token", None)
    if token is not None:
        access.note_use(actor=actor_of(request), token=token, address=request.path, on=today())


def _marked(request: HttpRequest, body: dict[str, Any]) -> HttpResponse:
    """The answer with the mark of its content; who has the same already is not sent it again."""
    content = json.dumps(body, cls=DjangoJSONEncoder, ensure_ascii=False, allow_nan=False).encode()
    mark = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    is_same = mark in [one.strip() for one in request.headers.get("If-None-Match", "").split(",")]
    response = HttpResponse(b"" if is_same else content, status=304 if is_same else 200)
    response.headers["Content-Type"] = "application/json"
    response.headers["ETag"] = mark
    # Kept by nobody between; a program may ask whether its own copy still holds.
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def describe(request: HttpRequest) -> HttpResponse:
    """The description of all endpoints that open to whoever asks, as OpenAPI 3.1."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(("GET", "HEAD"))
    doors, actor = all_doors(), actor_of(request)
    open_to = [one for one in ENDPOINTS if doors[f"api:{one.name}"].opens_to(actor)]
    base = reverse("api:describe").removesuffix("/openapi.json")
    described = {
        "openapi": "3.1.0",
        "info": {"title": "Opora", "version": VERSION, "description": _("Figures for programs, read only.")},
        "servers": [{"url": base}],
        "security": [{"token": []}],
        "paths": {_path(one): {"get": _operation(one)} for one in open_to},
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }
    return _marked(request, described)


def _path(one: Endpoint) -> str:
    return "/" + one.path.replace("<str:code>", "{code}")


def _operation(one: Endpoint) -> dict[str, Any]:
    fields: dict[str, Any] = {"as_of": DAY, "data": rows_of(one.row)}
    if one.is_paged:
        fields["next"] = {"type": ["string", "null"]}
    wrong = {"application/json": {"schema": {"type": "object", "properties": {"detail": {"type": "string"}}}}}
    return {
        "operationId": one.name,
        "summary": one.about,
        "parameters": [
            *(_parameter(parameter, "query") for parameter in one.asks),
            *([_parameter(one.in_path, "path")] if one.in_path else []),
        ],
        "responses": {
            "200": {
                "description": "OK",
                "headers": {"ETag": {"schema": {"type": "string"}}},
                "content": {"application/json": {"schema": shapes(**fields)}},
            },
            "304": {"description": "The copy you have still holds."},
            "401": {"description": "No token, or none in force.", "content": wrong},
            "403": {"description": "Not for this role.", "content": wrong},
            "404": {"description": "There is no such thing here.", "content": wrong},
            "422": {"description": "Some parameters cannot be taken.", "content": wrong},
            "429": {"description": "Too many questions within an hour.", "content": wrong},
        },
    }


def _parameter(one: Parameter, place: str) -> dict[str, Any]:
    return {
        "name": one.name,
        "in": place,
        "required": one.is_required or place == "path",
        "description": one.about,
        "schema": one.schema(),
    }
