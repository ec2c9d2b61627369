"""The process itself: readable tables for the wall and for an inspector, and a BPMN file for other programs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opora.common.language import said
from opora.pathways.words import paper_title
from opora.pictures.bpmn import bpmn
from opora.web.process import mapping
from opora.web.process.views.map import process_of
from opora.web.shell.asking import actor_of


def show_tables(request: HttpRequest, code: str) -> HttpResponse:
    """The passport of the process: stages, steps and criteria in full; it prints (S4-44)."""
    actor = actor_of(request)
    process = process_of(actor, code)
    definition = process.definition
    stages = [
        {
            "title": said(stage.title),
            "role": said(definition.roles[stage.role].title),
            "days": stage.days,
            "tasks": [said(text) for text in stage.tasks.values()],
            "assumptions": [said(definition.assumptions[key].title) for key in stage.assumptions],
        }
        for stage in definition.stages.values()
    ]
    context = {
        "process": process,
        "stages": stages,
        "exits": [said(one.title) for one in definition.exits.values()],
        "papers": [paper_title(definition, kind) for kind in definition.documents],
        "actions": mapping.action_lines(definition),
        "tables": mapping.criteria_tables(definition),
    }
    return render(request, "process/tables.html", context)


def download_bpmn(request: HttpRequest, code: str) -> HttpResponse:
    """The process as a BPMN 2.0 file."""
    actor = actor_of(request)
    process = process_of(actor, code)
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + bpmn(mapping.file_of(process.definition))
    response = HttpResponse(text.encode(), content_type="application/xml")
    response.headers["Content-Disposition"] = f'attachment; filename="{process.code}-{process.number}.bpmn"'
    return response
