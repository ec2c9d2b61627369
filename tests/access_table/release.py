"""A table that left the house, with one of its files; and a token by which a program reads."""

from datetime import date, timedelta

from opora.access.models import ApiToken
from opora.release.models import Release, ReleasedFile, SecondWord
from opora.release.queries.register import pack


def release_of(*, on: date) -> dict[str, int]:
    """Its id, by what the addresses ask for."""
    made = Release.objects.create(
        number=1, table="outcomes", title="Слабые стороны до и после", sha256="0" * 64, least=5, hidden=0,
        units=pack([]),
        asked={"table": "outcomes", "row": "program", "column": "answer", "first": "2025-01-01", "last": "2025-12-31",
               "program": None},
        content={"about": [], "columns": ["Программа", "Да"], "rows": [["Сопровождение", 12]], "indicators": []},
        by=None, by_name="Opora", on=on,
    )  # fmt: skip
    SecondWord.objects.create(release=made, answer=SecondWord.Answer.RELEASED, by=None, by_name="Opora", on=on)
    ReleasedFile.objects.create(release=made, kind="csv", content=b"1", sha256="0" * 64)
    return {"release_id": made.pk}


def token_of(user_id: int, *, on: date) -> int:
    """The number of a token of somebody."""
    made = ApiToken.objects.create(
        user_id=user_id, label="Power BI", role="head", token_hash="0" * 64, expires_on=on + timedelta(days=9_000)
    )
    return made.pk
