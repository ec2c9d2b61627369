"""Whatever points at a person or a family is on the list by which two records are brought together."""

from django.apps import apps

from opora.families.bound import To, bound_everywhere
from opora.families.models import Family, Person

WHOM = {Person: To.PERSON, Family: To.FAMILY}


def test_no_field_that_points_at_a_person_or_a_family_is_left_out():
    listed = {(one.table, one.field): one.to for one in bound_everywhere()}
    pointing = {
        (model, field.name): WHOM[field.related_model]
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.concrete and not field.many_to_many and field.related_model in WHOM
    }
    assert {f"{model._meta.label}.{name}" for model, name in pointing.keys() - listed.keys()} == set(), (
        "add it to the room's bound.py: does it move when two records of one person are brought together?"
    )
    assert not listed.keys() - pointing.keys()
    assert listed == pointing


def test_what_moves_says_in_words_what_it_is():
    assert [f"{one.model}.{one.field}" for one in bound_everywhere() if not one.stays and not one.words] == []
