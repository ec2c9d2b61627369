"""An organization with the two programs and departments of the source practice."""

from dataclasses import dataclass

import pytest

from opora.access.models import Department
from opora.cases.tests import factories
from opora.programs.models import Program


@dataclass
class House:
    """The departments and programs a register of the source practice speaks of."""

    home: Department
    center: Department
    support: Program
    shelter: Program


@pytest.fixture
def house(db) -> House:
    home = factories.department("1 ЕФО МР")
    center = factories.department("1 ЕФО КЦ", "{n}")
    return House(home, center, factories.program(home), factories.program(center, layout="shelter"))
