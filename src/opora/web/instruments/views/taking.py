"""A form taken away: as the file that a practice folder holds, or as an XLSForm workbook."""

from django.http import HttpRequest, HttpResponse

from opora.common.errors import NotFound
from opora.common.sheets_writing import write_sheets
from opora.instruments import queries
from opora.instruments.queries import definition_of
from opora.instruments.rules import Definition, written, xlsform_of
from opora.web.instruments.draft_page import draft_of
from opora.web.shell.asking import actor_of
from opora.web.shell.sheets import workbook_response
from opora.web.shell.toml_files import toml_answer


def take_version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A version as a TOML file."""
    return toml_answer(f"{code}.toml", written(_version(request, code, number)))


def take_xlsform(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A version as an XLSForm workbook, for Collect and KoboCollect."""
    return workbook_response(write_sheets(xlsform_of(_version(request, code, number))), f"{code}-xlsform")


def _version(request: HttpRequest, code: str, number: int) -> Definition:
    found = [one for one in queries.versions_of(actor=actor_of(request), code=code) if one.number == number]
    if not found:
        raise NotFound
    return definition_of(found[0])


def take_draft(request: HttpRequest, code: str) -> HttpResponse:
    """The draft as a TOML file, finished or not."""
    return toml_answer(f"{code}.toml", draft_of(request, code).form)
