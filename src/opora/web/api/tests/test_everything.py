"""Every list of the house is to be had as a workbook, and all that somebody may see as one."""

import inspect
import io

import openpyxl
import pytest

from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.web.api.lists import LISTS
from opora.web.evidence.tests.test_pages import signed_in
from tests.access_table.addresses import walk

# Figures of one question, which are taken from its own page.
OF_ONE_QUESTION = {"pivot:cases", "api:everything"}

pytestmark = pytest.mark.django_db


def test_every_list_that_has_a_workbook_is_in_the_one_of_all() -> None:
    found = set()
    for name, pattern in walk():
        view = inspect.unwrap(pattern.callback)
        is_ours = not pattern.pattern.regex.groupindex and view.__module__.startswith("opora.web.")
        if is_ours and "is_asked(" in inspect.getsource(view):
            found.add(name)
    assert found - OF_ONE_QUESTION == set(LISTS)


def test_one_workbook_holds_what_each_may_see() -> None:
    sheets = {}
    for role in (Role.HEAD, Role.ANALYST, Role.VOLUNTEER):
        content = signed_in(role).get("/everything/?as=xlsx").content
        sheets[role] = openpyxl.load_workbook(io.BytesIO(content), read_only=True).sheetnames
    assert len(sheets[Role.HEAD]) > 30 > len(sheets[Role.ANALYST]) > len(sheets[Role.VOLUNTEER])
    line = JournalEntry.objects.filter(verb="audit.list_exported").latest("pk")
    assert line.data["rows"] >= 0
