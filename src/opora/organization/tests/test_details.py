"""The organization's details: kept as versions, by those who may, with all mistakes at once."""

import pytest

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.errors import Conflict, Invalid, Refused
from opora.demo.rules.organization import DETAILS
from opora.organization import queries
from opora.organization.actions import keep_details

pytestmark = pytest.mark.django_db


def test_each_change_is_a_version_and_the_journal_says_what_changed() -> None:
    keep_details(actor=SYSTEM, revision=0, given=DETAILS)
    kept = keep_details(actor=worker(Role.HEAD), revision=1, given={**DETAILS, "phones": "8 800 000-00-09"})
    assert (kept.number, queries.details().phones) == (2, "8 800 000-00-09")
    assert list(queries.versions(actor=SYSTEM).values_list("number", flat=True)) == [2, 1]
    line = JournalEntry.objects.filter(verb="organization.changed").latest("id")
    assert line.data == {"version": 2, "details": ["phones"]}


def test_the_consent_text_has_versions_of_its_own() -> None:
    keep_details(actor=SYSTEM, revision=0, given=DETAILS)
    same = keep_details(actor=SYSTEM, revision=1, given={**DETAILS, "hours": "всегда"})
    changed = keep_details(actor=SYSTEM, revision=2, given={**DETAILS, "consent_text": "Согласие короче."})
    assert (same.consent_number, changed.consent_number) == (1, 2)
    assert queries.consent_text(1) == DETAILS["consent_text"] and queries.consent_text(2) == "Согласие короче."


def test_nothing_changed_is_no_version() -> None:
    first = keep_details(actor=SYSTEM, revision=0, given=DETAILS)
    assert keep_details(actor=SYSTEM, revision=1, given=DETAILS).pk == first.pk


def test_all_mistakes_are_told_at_once_and_nothing_is_kept() -> None:
    wrong = {"inn": "77 0100 1006", "ogrn": "десять", "bik": "1", "email": "почта", "name": "я" * 400}
    with pytest.raises(Invalid) as refusal:
        keep_details(actor=SYSTEM, revision=0, given={**DETAILS, **wrong})
    assert refusal.value.fields.keys() == {*wrong, "account", "correspondent"}
    assert queries.details().number == 0


def test_spaces_in_numbers_as_on_the_certificate_are_let_go() -> None:
    assert keep_details(actor=SYSTEM, revision=0, given={"inn": "77 0100 1005"}).inn == "7701001005"


def test_who_saw_an_older_version_changes_nothing() -> None:
    keep_details(actor=SYSTEM, revision=0, given=DETAILS)
    with pytest.raises(Conflict):
        keep_details(actor=SYSTEM, revision=0, given={"name": "Другой фонд"})
    assert queries.details().name == DETAILS["name"]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CASE_MANAGER, Role.ANALYST])
def test_only_the_head_and_the_administrator_change_them(role: str) -> None:
    with pytest.raises(Refused):
        keep_details(actor=worker(role), revision=0, given=DETAILS)
    with pytest.raises(Refused):
        queries.versions(actor=worker(role))
