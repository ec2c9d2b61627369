"""What the journal says about own fields."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from opora.fields.models import FieldDefinition

VERBS = {
    "fields.added": _("added the own field “%(field)s”"),
    "fields.changed": _("changed the own field “%(field)s”"),
    "fields.ended": _("ended the own field “%(field)s”"),
    "fields.asked_again": _("asks the own field “%(field)s” again"),
}


def _fields(codes: Collection[str]) -> Mapping[str, str]:
    return dict(FieldDefinition.objects.filter(code__in=codes).values_list("code", "title_ru"))


NAMES = {"field": _fields}
