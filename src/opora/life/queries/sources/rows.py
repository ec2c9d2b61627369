"""Records of every kind as rows of one shape, so that one question asks all.

A row has: the source and the key of the record, its day and hour, the moment it was recorded, who did it, what is
sealed about it (two texts at most), the codes for its sentence, and the day on which it was voided.
"""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BigIntegerField,
    BinaryField,
    CharField,
    DateField,
    DateTimeField,
    F,
    OuterRef,
    QuerySet,
    TimeField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat, JSONObject

from opora.papers.models import StoredFile

Rows = QuerySet[Any, Any]


COLUMNS = ("l_source", "l_pk", "l_on", "l_at", "l_moment", "l_by", "l_text", "l_more", "l_extra", "l_voided")


def rows_of(
    found: "QuerySet[Any]",
    name: str,
    /,
    *,
    on: Any = "on",
    at: Any = None,
    by: str = "",
    text: str = "",
    more: str = "",
    moment: str = "",
    voided: str = "",
    **extra: Any,
) -> Rows:
    """Records as rows of the one shape."""
    day = F(on) if isinstance(on, str) else on
    return found.annotate(
        l_source=Value(name, output_field=CharField()),
        l_pk=Cast(F("pk"), BigIntegerField()),
        l_on=Cast(day, DateField()),
        l_at=F(at) if at else Cast(Value(None), TimeField()),
        l_moment=Coalesce(F(moment) if moment else Cast(Value(None), DateTimeField()), Cast(day, DateTimeField())),
        l_by=Cast(F(by) if by else Value(None), BigIntegerField()),
        l_text=F(text) if text else Cast(Value(None), BinaryField()),
        l_more=F(more) if more else Cast(Value(None), BinaryField()),
        l_extra=JSONObject(**extra),
        l_voided=F(voided) if voided else Cast(Value(None), DateField()),
    ).values_list(*COLUMNS)


def photos_of(name: str) -> ArraySubquery:
    source = Concat(Value(f"{name}:"), Cast(OuterRef("pk"), CharField()))
    return ArraySubquery(StoredFile.objects.filter(source=source, destroyed_on=None).order_by("pk").values("pk"))
