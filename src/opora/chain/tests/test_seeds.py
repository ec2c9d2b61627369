"""The lines of the source documents and the indicators that show them (requirements 6.1), beside the models."""

from typing import Final

from opora.indicators.rules import EXTERNAL, MEASURES
from opora.logic.rules import Evidence
from opora.logic.tests.shipped import shipped_models

# Which indicators a box of this line names, the one told first in front. Where a part of an indicator says what the
# line says, it stands here and not the whole: the kept days of a routine are no homework.
SHOWN_BY: Final = {
    "S0-03": "IND-05",
    "S0-04": "IND-05",
    "S0-06": "IND-04f IND-04",
    "S0-08": "IND-04b IND-04n",
    "S0-11": "IND-29",
    "S0-13": "IND-17 IND-17p",
    "S0-17": "IND-29",
    "S0-23": "IND-05",
    "S0-24": "IND-18",
    "S0-28": "IND-05",
    "S0-36": "IND-28",
    "S0-40": "IND-18r",
    "S0-48": "IND-19 IND-19d",
    "S0-49": "IND-19p",
    "S0-50": "IND-08",
    "S0-52": "IND-14 IND-08",
    "S0-60": "IND-23",
    "S0-61": "IND-20 IND-20f",
    "S0-63": "IND-28t",
    "S0-64": "IND-23",
    "S1-58": "IND-28t",
    "S1-68": "IND-29",
    "S1-76": "IND-15",
    "S1-91": "IND-29",
    "S1-97": "IND-21 IND-21f",
    "S1-98": "IND-30",
    "S2-01": "IND-20 IND-24 IND-25",
    "S2-02": "IND-04f IND-04",
    "S2-03": "IND-05",
    "S2-04": "IND-08 IND-14",
    "S2-05": "IND-27 IND-27m",
    "S2-06": "IND-10 IND-11",
    "S2-08": "IND-01",
    "S2-10": "IND-04f IND-04",
    "S2-23": "IND-08",
    "S2-29": "IND-10",
    "S2-30": "IND-11",
    "S2-31": "IND-04n IND-04",
    "S2-32": "IND-05",
    "S2-33": "IND-06",
    "S2-34": "IND-07 IND-07a",
    "S2-35": "IND-08",
    "S2-36": "IND-09 IND-09s",
    "S2-37": "IND-10",
    "S2-38": "IND-11",
    "S2-39": "IND-22a IND-22b",
    "S2-40": "IND-20 IND-20f",
    "S2-41": "IND-24",
    "S2-42": "IND-25",
    "S2-43": "IND-26",
    "S2-44": "IND-27 IND-27d IND-27m IND-09",
    "S2-45": "IND-12",
    "S2-46": "IND-13",
    "S2-47": "IND-40 IND-45p",
    "S2-48": "IND-41",
    "S2-49": "IND-42",
    "S2-50": "IND-43",
    "S2-51": "IND-44",
    "S2-52": "IND-45 IND-45p",
    "S2-53": "IND-46",
    "S2-54": "IND-47",
    "S3-02": "IND-04b",
    "S3-10": "IND-01",
    "S3-11": "IND-01",
    "S3-12": "IND-02",
    "S3-13": "IND-03",
    "S3-15": "IND-30",
    "S3-16": "IND-04f IND-04",
    "S3-17": "IND-04f IND-04",
    "S3-20": "IND-04b IND-04n",
    "S3-30": "IND-15",
    "S3-32": "IND-17p IND-17",
    "S3-36": "IND-17p IND-17",
    "S3-38": "IND-18c",
    "S3-41": "IND-29",
    "S3-42": "IND-14 IND-08",
    "S3-44": "IND-14 IND-08",
    "S3-45": "IND-16",
    "S3-47": "IND-19p",
    "S3-50": "IND-24f",
    "S4-26": "IND-30",
    "S4-27": "IND-21 IND-21f",
    "S4-35": "IND-35u",
    "S4-17": "IND-02",
}


def evidence_by_line() -> dict[str, list[Evidence]]:
    """By what each line is seen, in every box and assumption that stands for it."""
    found: dict[str, list[Evidence]] = {}
    for model in shipped_models().values():
        for node in model.nodes:
            found.setdefault(node.source, []).append(model.evidence_of(node))
        for one in model.assumptions:
            found.setdefault(one.source, []).append(one.evidence)
    return found


def test_each_line_is_shown_by_its_indicators_in_every_box_and_no_other_line_by_any() -> None:
    named = {line: {" ".join(one.indicators) for one in seen} for line, seen in evidence_by_line().items()}
    assert {line: found for line, found in named.items() if found != {""}} == {
        line: {codes} for line, codes in SHOWN_BY.items()
    }


def test_each_indicator_named_is_one_that_is_counted_or_entered() -> None:
    assert {code for codes in SHOWN_BY.values() for code in codes.split()} <= {*MEASURES, *EXTERNAL}


def test_each_indicator_of_the_register_that_boxes_can_show_is_named() -> None:
    """IND-31 to IND-36 speak of forms and of the process itself, which the models do not print as boxes."""
    named = {code[:6] for codes in SHOWN_BY.values() for code in codes.split()}
    of_forms_and_process = {f"IND-{number}" for number in (31, 32, 33, 34, 36)}
    assert {code[:6] for code in (*MEASURES, *EXTERNAL)} - named == of_forms_and_process
