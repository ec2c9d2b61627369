"""The catalogue of services to read: what there is, how it is given, by whom, and to which results it should lead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.catalogue import queries, words
from opora.catalogue.rules import Catalogue, DirectionPlan, OutcomeAim, ServicePlan
from opora.common.bilingual import Text
from opora.common.language import said
from opora.common.text import fold
from opora.programs.queries import list_programs
from opora.programs.role_words import role_word
from opora.web.catalogue.forms import SearchForm
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service as the page tells it."""

    direction: str
    code: str
    title: str
    how: str
    providers: tuple[str, ...]
    is_outside: bool
    givers: str
    privacy: str
    kind: str
    outcomes: tuple[tuple[str, str], ...]
    note: str
    is_inner: bool


@dataclass(frozen=True, slots=True)
class DirectionPart:
    """A direction with those of its services that were asked for."""

    code: str
    title: str
    note: str
    services: tuple[ServiceLine, ...]


@dataclass(frozen=True, slots=True)
class CataloguePart:
    """The catalogue of one practice, as it is in force."""

    programs: str
    number: int
    directions: tuple[DirectionPart, ...]

    @property
    def services(self) -> Iterator[ServiceLine]:
        return (line for part in self.directions for line in part.services)


def show_catalogue(request: HttpRequest) -> HttpResponse:
    """Every catalogue in force, narrowed by words."""
    actor = actor_of(request)
    form = SearchForm(request.GET)
    asked = form.cleaned_data["q"] if form.is_valid() else ""
    names = {one.code: one.name for one in list_programs(actor=actor)}
    parts = [_part(one, names, fold(asked)) for one in queries.catalogues(actor=actor)]
    found = [part for part in parts if part.directions]
    if sheets.is_asked(request):
        rows = [(part.programs, line) for part in found for line in part.services]
        return sheets.answer(request, name="catalogue", title=_("Catalogue of services"), columns=_columns(), rows=rows)
    shown = {"form": form, "parts": found, "is_filtered": bool(asked), "has_any": bool(parts)}
    return render(request, "catalogue/list.html", shown)


def _part(one: queries.Published, names: Mapping[str, str], asked: str) -> CataloguePart:
    aims = {aim.code: aim for aim in one.catalogue.outcomes}
    programs = ", ".join(names[code] for code in one.programs if code in names) or one.code
    return CataloguePart(programs, one.number, tuple(_directions(one.catalogue, aims, asked)))


def _directions(catalogue: Catalogue, aims: Mapping[str, OutcomeAim], asked: str) -> Iterator[DirectionPart]:
    for direction in catalogue.directions:
        whole = asked in fold(said(direction.title))
        lines = [_line(one, direction, aims) for one in direction.services]
        kept = tuple(line for line in lines if whole or asked in fold(line.title) or asked in fold(line.note))
        if kept:
            yield DirectionPart(direction.code, said(direction.title), _maybe(direction.note), kept)


def _line(one: ServicePlan, direction: DirectionPlan, aims: Mapping[str, OutcomeAim]) -> ServiceLine:
    how = ", ".join([str(words.MODES[one.mode]), *(str(words.FORMATS[kind]) for kind in one.formats)])
    return ServiceLine(
        direction=said(direction.title),
        code=one.code,
        title=said(one.title),
        how=capfirst(how),
        providers=tuple(str(words.PROVIDERS[kind]) for kind in one.providers),
        is_outside=one.providers != ("own",),
        givers=", ".join(str(role_word(None, role)).lower() for role in one.givers),
        privacy="" if one.confidentiality == "ordinary" else str(words.CONFIDENTIALITY[one.confidentiality]),
        kind=str(words.KINDS_442[one.kind_442]) if one.kind_442 else "",
        outcomes=tuple((code, said(aims[code].title) if code in aims else code) for code in one.outcomes),
        note=_maybe(one.note),
        is_inner=one.is_inner,
    )


def _maybe(text: Text) -> str:
    return said(text) if text else ""


def _columns() -> list[sheets.Column]:
    def of(name: str) -> Any:
        return lambda row: getattr(row[1], name)

    return [
        sheets.Column(_("Program"), lambda row: row[0]),
        sheets.Column(_("Direction"), of("direction")),
        sheets.Column(pgettext("service", "Code"), of("code")),
        sheets.Column(_("Service"), of("title")),
        sheets.Column(_("How it goes"), of("how")),
        sheets.Column(_("Whose it is"), lambda row: ", ".join(row[1].providers)),
        sheets.Column(_("Who gives it"), of("givers")),
        sheets.Column(_("Kind by 442-FZ"), of("kind")),
        sheets.Column(_("Results it should bring"), lambda row: "; ".join(title for _code, title in row[1].outcomes)),
    ]
