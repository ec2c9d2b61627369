"""An import confirmed by two at one moment, or by one who clicks twice, is done once."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.cases.models import Case
from opora.cases.tests import factories
from opora.common.errors import OporaError
from opora.registry import actions
from opora.registry.models import ImportRun
from opora.registry.tests.workbooks import line, table, workbook

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
TODAY = date(2026, 11, 24)


def test_an_import_confirmed_twice_is_done_once(house: Any, at_once: Callable[..., list[Any]]) -> None:
    head = factories.worker(Role.HEAD)
    data = workbook({"Лист1": table(line())})
    run = actions.upload(actor=head, data=data, name="реестр.xlsx", on=TODAY)
    outcomes = at_once(*[lambda: actions.confirm(actor=head, run_id=run.pk, on=TODAY)] * 2)
    assert sorted(isinstance(one, OporaError) for one in outcomes) == [False, True], outcomes
    assert Case.objects.count() == 1
    assert ImportRun.objects.get().state == ImportRun.State.DONE
    assert JournalEntry.objects.filter(verb="registry.confirmed").count() == 1
