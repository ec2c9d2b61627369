"""Figures of indicators in the Common Impact Data Standard 3.2, as JSON-LD whose terms are all written out.

Nothing has to be fetched to read it: the context stands inside. Aggregates only, nobody's person. Names bear no
language mark and every value of a measure is a text, as the shapes of the standard want them.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

_TEXT: Final = "http://www.w3.org/2001/XMLSchema#string"
CONTEXT: Final[dict[str, Any]] = {
    "cids": "https://ontology.commonapproach.org/cids#",
    "i72": "http://ontology.eil.utoronto.ca/ISO21972/iso21972#",
    "org": "http://ontology.eil.utoronto.ca/tove/organization#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{
        short: {"@id": f"{vocabulary}:{short}", "@type": kind}
        for vocabulary, kind, names in (
            ("org", _TEXT, ("hasLegalName", "hasName", "hasIdentifier")),
            ("cids", _TEXT, ("hasDescription", "unitDescription", "hasComment")),
            ("cids", "@id", ("forOrganization", "forOutcome", "forIndicator", "hasIndicator", "hasIndicatorReport")),
            ("i72", "@id", ("value",)),
            ("i72", _TEXT, ("hasNumericalValue",)),
            ("prov", "xsd:dateTime", ("startedAtTime", "endedAtTime")),
        )
        for short in names
    },
}
# The classes we write; a misspelt one would pass every shape, for no shape looks at it.
CLASSES: Final = frozenset(
    {"cids:Organization", "cids:Outcome", "cids:Indicator", "cids:IndicatorReport", "i72:Measure"}
)


def render(content: Mapping[str, Any], *, number: int, organization: Mapping[str, str]) -> bytes:
    """The file."""
    graph: list[dict[str, Any]] = [_organization(organization)]
    owner = graph[0]["@id"]
    outcomes: dict[str, tuple[Mapping[str, str], list[str]]] = {}
    for one in content["indicators"]:
        if one["share"] is not None:
            graph += _told(one, content, number, owner)
            for told in _outcomes(one):
                outcomes.setdefault(told["id"], (told, []))[1].append(_urn("indicator", one["id"]))
    graph += [_outcome(told, indicators, owner) for told, indicators in outcomes.values()]
    return (json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n").encode()


def _organization(organization: Mapping[str, str]) -> dict[str, Any]:
    number = organization.get("ogrn", "")
    said = {
        "@id": f"urn:opora:organization:{number or 'unnamed'}",
        "@type": "cids:Organization",
        "hasLegalName": organization.get("name") or _("Organization without a name"),
    }
    return {**said, "hasIdentifier": number} if number else said


def _urn(what: str, code: str) -> str:
    return f"urn:opora:{what}:{code}"


def _plain(ids: list[str]) -> str | list[str]:
    return ids[0] if len(ids) == 1 else ids


def _outcomes(one: Mapping[str, Any]) -> list[Mapping[str, str]]:
    """The outcomes of the organization's models that an indicator shows; where none names it, what it says itself."""
    return one.get("outcomes") or [{"id": one["id"], "title": one["title"], "definition": one["definition"]}]


def _outcome(told: Mapping[str, str], indicators: list[str], owner: str) -> dict[str, Any]:
    return {
        "@id": _urn("outcome", told["id"]),
        "@type": "cids:Outcome",
        "hasName": told["title"],
        "hasDescription": told["definition"] or told["title"],
        "forOrganization": owner,
        "hasIndicator": _plain(indicators),
    }


def _told(one: Mapping[str, Any], content: Mapping[str, Any], number: int, owner: str) -> list[dict[str, Any]]:
    code = one["id"]
    indicator, report = _urn("indicator", code), _urn(f"report:{number}", code)
    outcomes = [_urn("outcome", told["id"]) for told in _outcomes(one)]
    first, last = content["period"]["from"], content["period"]["to"]
    said = {"part": one["yes"], "whole": one["yes"] + one["no"], "unknown": _shown(one["unknown"])}
    return [
        {
            "@id": indicator,
            "@type": "cids:Indicator",
            "hasName": f"{code}. {one['title']}",
            "hasDescription": one["definition"],
            "unitDescription": "%",
            "forOutcome": _plain(outcomes),
            "forOrganization": owner,
            "hasIndicatorReport": report,
        },
        {
            "@id": report,
            "@type": "cids:IndicatorReport",
            "hasName": f"{code}, {first} – {last}",
            "forIndicator": indicator,
            "forOrganization": owner,
            "startedAtTime": f"{first}T00:00:00",
            "endedAtTime": f"{last}T23:59:59",
            "value": {
                "@id": f"{report}:value",
                "@type": "i72:Measure",
                "hasNumericalValue": str(one["share"]),
            },
            "hasComment": _("%(part)s of %(whole)s; not known: %(unknown)s. There is no group to compare with.") % said,
        },
    ]


def _shown(value: int | None) -> str:
    return str(_("hidden")) if value is None else str(value)
