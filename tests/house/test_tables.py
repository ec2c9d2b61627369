"""Tables know downward only, have Russian names, and their migrations are complete."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Model
from django.utils.translation import override

from tests.house.source import for_each

OURS = [model for model in apps.get_models() if model.__module__.startswith("opora.")]


@for_each(OURS, lambda model: model._meta.label)
def test_a_foreign_key_into_another_room_cannot_be_climbed(model: type[Model]) -> None:
    """Without a name for the way back, a lower room's query cannot reach into a higher one."""
    relations = [field for field in model._meta.get_fields() if field.is_relation and field.concrete]
    across = [
        one for one in relations if one.related_model and one.related_model._meta.app_label != model._meta.app_label
    ]
    open_ways = [field.name for field in across if not getattr(field.remote_field, "hidden", False)]
    assert not open_ways, f'{model._meta.label}: give related_name="+" to {open_ways}'


@for_each(OURS, lambda model: model._meta.label)
def test_a_record_has_a_russian_name(model: type[Model]) -> None:
    with override("ru"):
        names = [str(model._meta.verbose_name), str(model._meta.verbose_name_plural)]
    for name in names:
        assert any("а" <= letter <= "я" for letter in name.lower()), f"{model._meta.label}: “{name}” is not Russian"


@pytest.mark.django_db
def test_the_migrations_say_what_the_models_say() -> None:
    output = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=output)
    except SystemExit:
        pytest.fail(output.getvalue())
