"""A catalogue is published for good; what was recorded stays with its service whatever comes after."""

from dataclasses import replace

import pytest
from django.db import InternalError, ProgrammingError, transaction

from opora.access.rules import SYSTEM, Actor
from opora.audit.models import JournalEntry
from opora.catalogue.actions import publish_catalogue
from opora.catalogue.models import CatalogueVersion, Direction, Service
from opora.catalogue.queries import catalogues
from opora.catalogue.rules import read_catalogue
from opora.common.errors import Refused
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices

pytestmark = pytest.mark.django_db


def shipped(practice):
    return read_catalogue((shipped_practices()[practice] / "services.toml").read_text("utf-8"))[0]


def publish(catalogue, code="family_help", **more):
    return publish_catalogue(actor=SYSTEM, code=code, catalogue=catalogue, programs=[code], **more)


def without_first_service(catalogue):
    first, *rest = catalogue.directions
    return replace(catalogue, directions=(replace(first, services=first.services[1:]), *rest))


def test_the_same_catalogue_twice_is_one_version():
    chain = shipped("family_help")
    first, second = publish(chain), publish(chain)
    assert (first.pk, second.number) == (second.pk, 1)
    assert Service.objects.count() == 30
    assert Direction.objects.count() == 11
    assert JournalEntry.objects.filter(verb="catalogue.published").count() == 1


def test_a_published_version_cannot_be_changed():
    version = publish(shipped("family_help"))
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        CatalogueVersion.objects.filter(pk=version.pk).update(text="{}")


def test_a_service_that_left_the_catalogue_is_offered_no_more_and_stays_itself():
    chain = shipped("family_help")
    publish(chain)
    gone = Service.objects.get(code="v1")
    later = publish(without_first_service(chain))
    assert later.number == 2
    assert Service.objects.get(pk=gone.pk).is_current is False
    assert Service.objects.get(pk=gone.pk).title == gone.title
    # The shipped folder is offered at every start: a former version does not come back.
    assert publish(chain).number == 2
    assert Service.objects.get(pk=gone.pk).is_current is False


def test_a_catalogue_that_an_organization_made_its_own_is_not_replaced_by_the_shipped_one():
    own = without_first_service(shipped("family_help"))
    publish(own)
    assert publish(shipped("family_help"), only_if_none=True).number == 1


def test_publishing_a_practice_publishes_its_services():
    publish_practice(actor=SYSTEM, folder=shipped_practices()["support_and_shelter"])
    (found,) = catalogues(actor=SYSTEM)
    assert (found.code, found.number, found.programs) == (
        "support_and_shelter",
        1,
        ("comprehensive_support", "crisis_center"),
    )
    assert [one.code for one in found.catalogue.directions] == ["p1", "p2", "p3", "p4", "p5", "p6"]


def test_only_who_answers_for_the_practice_publishes():
    worker = Actor(user_id=5, name="", grants=frozenset({("case_manager", 1)}))
    with pytest.raises(Refused):
        publish_catalogue(actor=worker, code="x", catalogue=shipped("family_help"), programs=[])
