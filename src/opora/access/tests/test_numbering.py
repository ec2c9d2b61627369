"""A department's pattern can number cases, or it is refused wherever it comes from."""

import pytest

from opora.access import actions
from opora.access.rules import SYSTEM, PatternError, check_pattern
from opora.access.tests.people import department
from opora.common.errors import Invalid

NO_NUMBER = ["", "лд", "{n}{n}", "{n}/{month}", "{n}{year}", "{n", "1{n}", "{n}-{year}-{yy}"]


@pytest.mark.parametrize("pattern", NO_NUMBER)
def test_patterns_that_cannot_number_cases(pattern: str) -> None:
    with pytest.raises(PatternError):
        check_pattern(pattern)


@pytest.mark.django_db
@pytest.mark.parametrize("pattern", NO_NUMBER)
def test_no_department_is_left_with_such_a_pattern(pattern: str) -> None:
    place = department("Центр")
    with pytest.raises(Invalid) as refusal:
        actions.add_department(actor=SYSTEM, name="Отдел", number_pattern=pattern)
    assert list(refusal.value.fields) == ["number_pattern"]
    with pytest.raises(Invalid):
        actions.change_department(actor=SYSTEM, department_id=place.pk, name="Центр", number_pattern=pattern)
    place.refresh_from_db()
    assert place.number_pattern == "{n}"
