"""Figures of indicators as an IATI activity with its results, version 2.03.

Of what was released only: an indicator whose share is hidden is left out, and the description says how many were. The
schema lets much pass that is no value (words, «4,5», an end before its start), so what is written here is checked here.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from opora.common.errors import Refused

# Codes of the standard's lists: kind of organization (21 international NGO … 22 national NGO), role (4 implementing),
# status (2 being implemented), day (2 actual start), result (1 output, 2 outcome, 9 other: how complete the records
# are), measure (1 unit, 2 percentage).
_NATIONAL_NGO, _IMPLEMENTS, _GOES_ON, _BEGAN = "22", "4", "2", "2"
_OUTPUT, _OUTCOME, _OTHER = "1", "2", "9"
_UNIT, _PERCENT = "1", "2"
LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def render(content: Mapping[str, Any], *, number: int, on: date, organization: Mapping[str, str]) -> bytes:
    """The file, in the order in which the schema wants its elements."""
    first, last = (date.fromisoformat(content["period"][end]) for end in ("from", "to"))
    if last < first:
        raise Refused(_("The period ends before it begins."))
    reference = organization.get("ogrn") or "0000000000000"
    name = organization.get("name") or _("Organization without a name")
    told = [one for one in content["indicators"] if one["share"] is not None]
    root = ET.Element("iati-activities", {"version": "2.03", "generated-datetime": f"{on.isoformat()}T00:00:00Z"})
    activity = ET.SubElement(root, "iati-activity", {"default-currency": "RUB", LANGUAGE: "ru", "hierarchy": "1"})
    ET.SubElement(activity, "iati-identifier").text = f"RU-OGRN-{reference}-{number}"
    _narrative(ET.SubElement(activity, "reporting-org", {"ref": f"RU-OGRN-{reference}", "type": _NATIONAL_NGO}), name)
    _narrative(ET.SubElement(activity, "title"), content["title"])
    left_out = len(content["indicators"]) - len(told)
    lines = [*content["about"], *([_left_out(left_out)] if left_out else [])]
    _narrative(ET.SubElement(activity, "description", {"type": "1"}), " ".join(lines))
    partner = {"ref": f"RU-OGRN-{reference}", "role": _IMPLEMENTS, "type": _NATIONAL_NGO}
    _narrative(ET.SubElement(activity, "participating-org", partner), name)
    ET.SubElement(activity, "activity-status", {"code": _GOES_ON})
    ET.SubElement(activity, "activity-date", {"type": _BEGAN, "iso-date": first.isoformat()})
    ET.SubElement(activity, "recipient-country", {"code": "RU", "percentage": "100"})
    for one in content["indicators"]:
        _output(activity, one, first, last)
    for one in told:
        _result(activity, one, first, last)
    ET.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="utf-8") + b"\n"


def _result(activity: ET.Element, one: Mapping[str, Any], first: date, last: date) -> None:
    known = one["yes"] + one["no"]
    kind = _OUTCOME if one.get("is_more_better", True) else _OTHER
    result = ET.SubElement(activity, "result", {"type": kind, "aggregation-status": "false"})
    _narrative(ET.SubElement(result, "title"), f"{one['id']}. {one['title']}")
    _narrative(ET.SubElement(result, "description"), one["definition"])
    said = _("%(part)s of %(whole)s of whom it is known") % {"part": one["yes"], "whole": known}
    # Releases of earlier versions say neither.
    target, is_more_better = one.get("target"), one.get("is_more_better", True)
    percent = _indicator(result, _PERCENT, one["title"], is_more_better=is_more_better)
    _baseline(percent, one.get("baseline"))
    _period(percent, first, last, value=str(one["share"]), target="" if target is None else str(target), comment=said)
    _period(_indicator(result, _UNIT, _("Of whom it is known")), first, last, value=str(known))


def _output(activity: ET.Element, one: Mapping[str, Any], first: date, last: date) -> None:
    """How much work was brought to its end: the sum of numbers that are printed anyway, where all of them are."""
    parts = [one["yes"], one["no"], one["unknown"]]
    if "output" not in one or any(part is None for part in parts):
        return
    result = ET.SubElement(activity, "result", {"type": _OUTPUT, "aggregation-status": "false"})
    _narrative(ET.SubElement(result, "title"), one["output"])
    _period(_indicator(result, _UNIT, one["output"]), first, last, value=str(sum(parts)))


def _baseline(found: ET.Element, told: Mapping[str, Any] | None) -> None:
    """What the same share was in the days right before, where that left the house."""
    if told is None:
        return
    float(told["value"])
    day = date.fromisoformat(told["on"])
    ET.SubElement(found, "baseline", {"iso-date": day.isoformat(), "year": str(day.year), "value": str(told["value"])})


def _indicator(result: ET.Element, measure: str, title: str, *, is_more_better: bool = True) -> ET.Element:
    """Whether more of it is better is said of each: of missing records less is."""
    found = ET.SubElement(result, "indicator", {"measure": measure, "ascending": str(is_more_better).lower()})
    _narrative(ET.SubElement(found, "title"), title)
    return found


def _period(found: ET.Element, first: date, last: date, *, value: str, target: str = "", comment: str = "") -> None:
    for number in filter(None, (value, target)):
        float(number)  # what is no number never leaves the house; the schema would let it
    period = ET.SubElement(found, "period")
    ET.SubElement(period, "period-start", {"iso-date": first.isoformat()})
    ET.SubElement(period, "period-end", {"iso-date": last.isoformat()})
    if target:
        ET.SubElement(period, "target", {"value": target})
    actual = ET.SubElement(period, "actual", {"value": value})
    if comment:
        _narrative(ET.SubElement(actual, "comment"), comment)


def _left_out(count: int) -> str:
    return str(_("Indicators left out because the groups are too small: %(count)s.") % {"count": count})


def _narrative(place: ET.Element, text: str) -> None:
    ET.SubElement(place, "narrative").text = text
