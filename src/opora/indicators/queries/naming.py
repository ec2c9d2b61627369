"""Names of what figures are told apart by: rows of other rooms by their ids, places of processes, items of forms."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from django.apps import apps

from opora.common.bilingual import Text
from opora.common.language import spoken
from opora.instruments.models import InstrumentVersion
from opora.pathways.queries import definition_of, latest_versions

# What stands for a row in words; a title in two languages is read in the reader's.
_NAMED: Final = {
    "access.Department": "name",
    "access.User": "name",
    "catalogue.Direction": "title",
    "catalogue.Service": "title",
    "goods.Good": "name",
    "goods.StockPlace": "name",
    "partners.Partner": "name",
    "programs.Program": "name",
    "stays.Shelter": "name",
    "voice.VoiceChannel": "name",
}


def names_in(model: str, codes: Collection[str]) -> dict[str, str]:
    """The names of these rows."""
    column = _NAMED[model]
    ids = [int(code) for code in codes if code.isdecimal()]
    found = apps.get_model(model)._default_manager.filter(pk__in=ids)
    if column != "title":
        return {str(pk): name for pk, name in found.values_list("pk", column)}
    rows = found.values_list("pk", "title_ru", "title_en")
    return {str(pk): (english if spoken() == "en" and english else russian) for pk, russian, english in rows}


def texts_of_places() -> dict[str, Text]:
    """The title of every stage and exit of the processes in force."""
    found: dict[str, Text] = {}
    for version in latest_versions():
        body = definition_of(version)
        found |= {code: one.title for code, one in body.stages.items()}
        found |= {code: one.title for code, one in body.exits.items()}
    return found


def texts_of_items(codes: Collection[str]) -> dict[str, tuple[str, Mapping[str, Any]]]:
    """Of an item named by its form and place ("12:3"), its code and its text."""
    wanted = {int(code.split(":")[0]) for code in codes if ":" in code}
    found = {}
    for version in InstrumentVersion.objects.filter(pk__in=wanted):
        for section in version.definition.get("sections", []):
            for item in section["items"]:
                found[f"{version.pk}:{item['position'] + 1}"] = (item["code"], item["text"])
    return found
