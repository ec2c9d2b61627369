"""Figures for donors' systems: IATI by the official schema, CIDS by shapes; nothing that was hidden is in either."""

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from lxml import etree
from rdflib import Graph

from opora.common.errors import Refused
from opora.release import cids, iati

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
HERE = Path(__file__).parent
ORGANIZATION = {"name": "Фонд «Опора»", "ogrn": "1027700000000"}
ON = date(2025, 2, 3)


def content(**changes: Any) -> dict[str, Any]:
    told = {"definition": "Закрытые случаи, где слабых сторон стало меньше."}
    return {
        "title": "Показатели, 01.01.2024 – 31.12.2024",
        "about": ["Сколько из скольких по каждому показателю."],
        "period": {"from": "2024-01-01", "to": "2024-12-31"},
        "indicators": [
            {"id": "IND-30", "title": "Улучшение", "yes": 20, "no": 12, "unknown": 6, "share": 62.5, **told},
            {"id": "IND-20", "title": "Дети в семье", "yes": 40, "no": 5, "unknown": None, "share": 88.9, **told},
            {"id": "IND-26", "title": "Скрытое", "yes": None, "no": None, "unknown": None, "share": None, **told},
        ],
        **changes,
    }


def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(HERE / "iati" / "iati-activities-schema.xsd"))


def test_the_schemas_are_the_official_ones() -> None:
    sums = dict(re.findall(r"\| (\S+\.xsd) \| ([0-9a-f]{64}) \|", (HERE / "iati" / "README.md").read_text()))
    assert len(sums) == 3
    for name, sha256 in sums.items():
        assert hashlib.sha256((HERE / "iati" / name).read_bytes()).hexdigest() == sha256


def test_iati_is_valid_and_complete() -> None:
    made = etree.fromstring(iati.render(content(), number=7, on=ON, organization=ORGANIZATION))
    schema().assertValid(made)
    results = made.findall("iati-activity/result")
    assert [one.findtext("title/narrative") for one in results] == ["IND-30. Улучшение", "IND-20. Дети в семье"]
    values = [one.get("value") for one in made.iter("actual")]
    assert values == ["62.5", "32", "88.9", "45"]
    assert all(re.fullmatch(r"\d+(\.\d+)?", value or "") for value in values)
    for period in made.iter("period"):
        assert period.find("period-start").get("iso-date") < period.find("period-end").get("iso-date")
    assert "не вошедших из-за малых групп: 1" in made.findtext("iati-activity/description/narrative")


def test_iati_tells_what_was_aimed_at_and_of_what_less_is_better() -> None:
    told = content()
    shown = [one for one in told["indicators"] if one["share"] is not None]
    shown[0] |= {"target": 70.0}
    shown[1] |= {"is_more_better": False, "target": None}
    made = etree.fromstring(iati.render(told, number=7, on=ON, organization=ORGANIZATION))
    schema().assertValid(made)
    shares = [one for one in made.iter("indicator") if one.get("measure") == "2"]
    assert [one.get("ascending") for one in shares] == ["true", "false"]
    assert [[aim.get("value") for aim in one.iter("target")] for one in shares] == [["70.0"], []]
    assert not [
        one for one in made.iter("indicator") if one.get("measure") == "1" and one.find("period/target") is not None
    ]


def test_iati_tells_outputs_the_baseline_and_what_is_no_outcome() -> None:
    told = content()
    told["indicators"][0] |= {"output": "Завершена работа", "baseline": {"on": "2023-12-31", "value": 55.0}}
    told["indicators"][1] |= {"output": "Дети", "is_more_better": False}
    made = etree.fromstring(iati.render(told, number=7, on=ON, organization=ORGANIZATION))
    schema().assertValid(made)
    kinds = [(one.get("type"), one.findtext("title/narrative")) for one in made.iter("result")]
    # Of the children one number is hidden: then their sum is not told either.
    assert kinds == [("1", "Завершена работа"), ("2", "IND-30. Улучшение"), ("9", "IND-20. Дети в семье")]
    assert made.find("iati-activity/result/indicator/period/actual").get("value") == "38"
    (baseline,) = made.iter("baseline")
    assert dict(baseline.attrib) == {"iso-date": "2023-12-31", "year": "2023", "value": "55.0"}
    told["indicators"][0]["baseline"]["value"] = "много"
    with pytest.raises(ValueError):
        iati.render(told, number=7, on=ON, organization=ORGANIZATION)


def test_iati_without_a_number_of_the_organization_is_valid_too() -> None:
    made = iati.render(content(), number=7, on=ON, organization={})
    schema().assertValid(etree.fromstring(made))


def test_an_end_before_its_start_leaves_no_file() -> None:
    """The schema takes it."""
    with pytest.raises(Refused):
        iati.render(content(period={"from": "2024-12-31", "to": "2024-01-01"}), number=7, on=ON, organization={})


def graph(made: bytes) -> Graph:
    found = json.loads(made)
    assert not re.search(r'"@context": "http', json.dumps(found)), "nothing is fetched to read it"
    return Graph().parse(data=json.dumps(found), format="json-ld")


def test_cids_conforms_to_the_shapes() -> None:
    made = cids.render(content(), number=7, organization=ORGANIZATION)
    conforms, _graph, text = pyshacl.validate(graph(made), shacl_graph=str(HERE / "cids_shapes.ttl"), advanced=False)
    assert conforms, text
    told = json.loads(made)["@graph"]
    assert {one["@type"] for one in told} | {"i72:Measure"} == cids.CLASSES
    assert len(told) == 1 + 2 * 3, "the hidden indicator is not there"
    assert all(
        one["hasNumericalValue"] in ("62.5", "88.9") for one in [part["value"] for part in told if "value" in part]
    )


def test_cids_tells_the_outcomes_of_the_models() -> None:
    told = content()
    shared = {"id": "calm_home", "title": "Дома спокойно", "definition": "Дети живут в семье."}
    told["indicators"][0]["outcomes"] = [shared, {"id": "alliance", "title": "Доверие", "definition": ""}]
    told["indicators"][1]["outcomes"] = [shared]
    made = cids.render(told, number=7, organization=ORGANIZATION)
    conforms, _graph, text = pyshacl.validate(graph(made), shacl_graph=str(HERE / "cids_shapes.ttl"), advanced=False)
    assert conforms, text
    outcomes = {one["hasName"]: one for one in json.loads(made)["@graph"] if one["@type"] == "cids:Outcome"}
    assert outcomes["Дома спокойно"]["hasIndicator"] == ["urn:opora:indicator:IND-30", "urn:opora:indicator:IND-20"]
    assert outcomes["Доверие"]["hasDescription"] == "Доверие"
    named = {one["@id"]: one.get("forOutcome") for one in json.loads(made)["@graph"]}
    assert named["urn:opora:indicator:IND-30"] == ["urn:opora:outcome:calm_home", "urn:opora:outcome:alliance"]
    assert named["urn:opora:indicator:IND-20"] == "urn:opora:outcome:calm_home"


def test_the_shapes_find_what_is_missing() -> None:
    """A test of the test: without its unit an indicator does not conform."""
    told = json.loads(cids.render(content(), number=7, organization=ORGANIZATION))
    for one in told["@graph"]:
        one.pop("unitDescription", None)
    conforms, _graph, _text = pyshacl.validate(
        graph(json.dumps(told).encode()), shacl_graph=str(HERE / "cids_shapes.ttl"), advanced=False
    )
    assert not conforms
