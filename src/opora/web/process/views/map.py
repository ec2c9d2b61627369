"""The map: of a program's process with its counts, and of one family's way on it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.common.language import said
from opora.pathways.queries import definition_of, latest_versions
from opora.pathways.rules import Definition
from opora.pathways.words import place_title
from opora.pictures.process_map import MapPicture, process_map, sheets, table_of
from opora.process import queries
from opora.process.actions import look_at
from opora.programs.queries import list_programs
from opora.web.process.mapping import notes_of, picture_of, signs_in_words, with_counts, with_way
from opora.web.process.views.route import route_context
from opora.web.shell import sheets as sheets_of_lists
from opora.web.shell.asking import actor_of
from opora.web.shell.drawing import as_drawing
from opora.web.shell.paging import page_by_number

SIZE = 25
MOST_PAGES = 400


@dataclass(frozen=True, slots=True)
class Served:
    """A process in force and the programs that run by it: id and name."""

    code: str
    number: int
    definition: Definition
    programs: list[tuple[int, str]]

    @property
    def title(self) -> str:
        """The name of the process."""
        return said(self.definition.title)


def served(actor: Actor) -> list[Served]:
    """Every process by which a program of the house runs."""
    programs = list_programs(actor=actor)
    found = []
    for version in latest_versions():
        own = [(program.pk, program.name) for program in programs if program.code in version.programs]
        if own:
            found.append(Served(version.code, version.number, definition_of(version), own))
    return found


def process_of(actor: Actor, code: str) -> Served:
    """The process of this code; NotFound when no program runs by it."""
    for one in served(actor):
        if one.code == code:
            return one
    raise NotFound


def list_processes(request: HttpRequest) -> HttpResponse:
    """The processes of the house and the programs they serve."""
    return render(request, "process/processes.html", {"processes": served(actor_of(request))})


def show_map(request: HttpRequest, code: str) -> HttpResponse:
    """Who stands where now, who is late, how long it takes and where families go on (S4-41…43); who works with no
    family reads the process alone."""
    actor = actor_of(request)
    process = process_of(actor, code)
    program = _program(request, process)
    picture = picture_of(process.definition)
    counts_families = can(actor, "intake.work")
    if counts_families:
        counts = queries.map_counts(actor=actor, program_id=program, on=today())
        places = [*process.definition.stages, *process.definition.exits]
        links = {key: f"{reverse('process:stage', args=[code, key])}?program={program}" for key in places}
        picture = with_counts(picture, counts, links)
    may_change = can(actor, "practice.manage")
    context = {
        "process": process,
        "program": program,
        "has_older": may_change and process.number > 1,
        "may_change": may_change,
        "counts_families": counts_families,
        **_shown(picture),
    }
    return render(request, "process/map.html", context)


def list_stage(request: HttpRequest, code: str, stage: str) -> HttpResponse:
    """The families at one stage, or those whose path ended at one exit."""
    actor = actor_of(request)
    process = process_of(actor, code)
    if stage not in process.definition.stages and stage not in process.definition.exits:
        raise NotFound
    typed = request.GET.get("page", "")
    number = min(max(int(typed), 1), MOST_PAGES) if typed.isdecimal() and len(typed) < 5 else 1
    program = _program(request, process)
    if sheets_of_lists.is_asked(request):
        every = queries.routes_at(actor=actor, program_id=program, stage=stage, limit=sheets_of_lists.MOST)
        title = place_title(process.definition, stage)
        return sheets_of_lists.answer(request, name="stage", title=title, columns=_columns(), rows=every)
    rows = queries.routes_at(actor=actor, program_id=program, stage=stage, offset=(number - 1) * SIZE, limit=SIZE)
    context = {
        "process": process,
        "program": program,
        "place": place_title(process.definition, stage),
        "rows": rows[:SIZE],
        "on": today(),
        "pager": page_by_number(request, number=number, has_next=len(rows) > SIZE),
    }
    return render(request, "process/stage.html", context)


def _columns() -> list[sheets_of_lists.Column]:
    return [
        sheets_of_lists.Column(_("Path"), lambda route: route.pk, "count"),
        sheets_of_lists.Column(_("Case number"), lambda route: route.case.number if route.case else ""),
        sheets_of_lists.Column(_("Client"), lambda route: route.case.client.code if route.case else ""),
        sheets_of_lists.Column(_("At this stage since"), lambda route: route.entered_on, "day"),
        sheets_of_lists.Column(_("Due"), lambda route: route.due_on, "day"),
        sheets_of_lists.Column(_("Who answers for it"), lambda route: route.worker.name if route.worker else ""),
    ]


def show_route_map(request: HttpRequest, route_id: int) -> HttpResponse:
    """The way of one family on the map: passed stages with their days, and where it is now."""
    actor = actor_of(request)
    route = look_at(actor=actor, route_id=route_id)
    found = queries.file_of(actor=actor, route=route)
    picture = with_way(picture_of(found.definition), found.steps, route.stage)
    context = route_context(actor, found) | _shown(picture)
    return render(request, "process/route_map.html", context)


def _program(request: HttpRequest, process: Served) -> int:
    """The program asked for, if the process serves it; otherwise its first."""
    asked = request.GET.get("program", "")
    known = [key for key, _name in process.programs]
    return int(asked) if asked.isdecimal() and asked in map(str, known) else known[0]


def _shown(picture: MapPicture) -> dict[str, object]:
    """The map, its key, its notes, and the same as a table."""
    # Every word of the drawings is escaped where it is written (opora.pictures.svg).
    return {
        "drawing": as_drawing(process_map(picture)),
        "sheets": as_drawing(sheets(picture)),
        "signs": [(as_drawing(drawn), spoken) for drawn, spoken in signs_in_words(picture)],
        "notes": notes_of(picture),
        "lines": table_of(picture),
    }
