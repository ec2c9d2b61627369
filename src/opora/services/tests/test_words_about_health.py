"""The words of a service about health: for its author and whoever may read of health, and hidden from all others."""

import pytest

from opora.access.rules import ROLES, SYSTEM, Role
from opora.cases.models import TeamMember
from opora.cases.tests.factories import worker
from opora.catalogue.models import Service
from opora.process.tests.factories import BEGAN
from opora.services.models import Provision
from opora.services.queries import provision_in_sight
from opora.services.queries.notes import may_read_note, note_of
from opora.services.tests.factories import give, walk_with_services

pytestmark = pytest.mark.django_db
WORDS = "Назначили лечение"
READERS = {Role.HEAD, Role.COORDINATOR, Role.CASE_MANAGER, Role.PSYCHOLOGIST}


def about_health(**given: object) -> Provision:
    walk = given.pop("walk", None) or walk_with_services()
    code = Service.objects.filter(confidentiality="health").order_by("pk")[0].code
    return give(walk, code, note=WORDS, **given)


@pytest.mark.parametrize("role", ROLES)
def test_by_role_the_words_are_read_or_hidden(role: str) -> None:
    made = about_health()
    reader = worker(role)
    assert may_read_note(reader, made) is (role in READERS)
    assert note_of(reader, made) == (WORDS if role in READERS else "")


def test_the_author_reads_them_always_and_an_ordinary_service_hides_nothing() -> None:
    walk = walk_with_services()
    author, colleague = worker(Role.SPECIALIST, walk.department), worker(Role.SPECIALIST, walk.department)
    for one in (author, colleague):
        TeamMember.objects.create(case=walk.case, user_id=one.user_id, part="specialist", from_on=BEGAN)
    made = about_health(walk=walk, actor=author)
    seen = {one.user_id: provision_in_sight(actor=one, provision_id=made.pk) for one in (author, colleague)}
    assert len(seen) == 2, "both see that the service was given"
    assert note_of(author, made) == WORDS and note_of(colleague, made) == ""
    assert note_of(SYSTEM, made) == WORDS
    plain = give(walk, note="Помогли с посудой")
    assert note_of(colleague, plain) == "Помогли с посудой"
