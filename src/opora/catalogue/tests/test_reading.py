"""A catalogue is read whole, or refused with every mistake named by its place."""

import re

import pytest

from opora.access.rules import ROLES
from opora.catalogue import words
from opora.catalogue.rules import (
    CONFIDENTIALITY,
    FORMATS,
    GIVERS,
    HORIZONS,
    KINDS_442,
    MODES,
    PROVIDERS,
    Catalogue,
    read_catalogue,
)
from opora.common.tests.each import each
from opora.packs.queries import SHIPPED

SMALL = """
[[outcome]]
code = "s1"
horizon = "short"
title.ru = "Стратегия"
title.en = "A strategy"

[[direction]]
code = "d1"
title.ru = "Помощь"
title.en = "Help"

[[direction.service]]
code = "v1"
title.ru = "Беседа"
title.en = "A talk"
providers = ["own"]
mode = "ongoing"
formats = ["individual"]
outcomes = ["s1"]
"""


def said(text):
    catalogue, findings = read_catalogue(text)
    assert catalogue is None
    return [finding.text() for finding in findings]


def shipped(practice):
    catalogue, findings = read_catalogue((SHIPPED / practice / "services.toml").read_text("utf-8"), ())
    assert findings == ()
    return catalogue


def test_the_chain_of_the_second_source_has_all_its_directions_services_and_results():
    chain = shipped("family_help")
    services = list(chain.services)
    assert [one.code for one in chain.directions] == [f"d{n}" for n in range(1, 12)]
    assert [one.code for one in services] == [f"v{n}" for n in range(1, 31)]
    assert [one.source for one in services] == [
        *("S1-11 S1-12 S1-14 S1-15 S1-17 S1-18 S1-20 S1-21 S1-22 S1-23 S1-24 S1-26 S1-27 S1-28 S1-29 S1-30".split()),
        *("S1-31 S1-33 S1-34 S1-36 S1-37 S1-38 S1-40 S1-41 S1-42 S1-44 S1-47 S1-48 S1-49 S1-50".split()),
    ]
    assert {aim.horizon: sum(one.horizon == aim.horizon for one in chain.outcomes) for aim in chain.outcomes} == {
        "short": 19,
        "mid": 18,
        "long": 3,
    }
    assert all(one.outcomes for one in services)
    reached = {code for one in services for code in one.outcomes}
    assert reached == {aim.code for aim in chain.outcomes}


def test_two_services_of_one_label_stay_two():
    alike = [one for one in shipped("family_help").services if one.title.ru == "Индивидуальные консультации психолога"]
    assert [(one.code, one.outcomes) for one in alike] == [
        ("v23", ("s13", "s14", "m12")),
        ("v26", ("s15", "m14", "m15")),
    ]


@pytest.mark.parametrize(
    ("practice", "directions", "services"),
    [("crisis_department", 10, 18), ("mama_ryadom", 5, 24), ("support_and_shelter", 6, 18)],
)
def test_the_other_sources_have_their_activities(practice, directions, services):
    catalogue = shipped(practice)
    assert len(catalogue.directions) == directions
    assert len(list(catalogue.services)) == services


def test_what_is_read_comes_back_from_what_is_kept():
    chain = shipped("family_help")
    assert Catalogue.from_data(chain.to_data()) == chain
    assert re.search("Зрелое родительство", str(chain.to_data()))


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('mode = "ongoing"', 'mode = "forever"', "service v1: “mode” cannot be 'forever'"),
        ('providers = ["own"]', 'providers = ["owns"]', "“providers” cannot have 'owns'. Allowed: own, partner"),
        ('outcomes = ["s1"]', 'outcomes = ["s9"]', "The result “s9” is described nowhere in this practice."),
        ('formats = ["individual"]', 'formats = ["singly"]', "“formats” cannot have 'singly'"),
        ('code = "v1"', 'code = "v1"\ngiver = ["volunteer"]', "The word “giver” is not known here and does nothing."),
        ('title.ru = "Беседа"', "", "service v1: “title” has no Russian words."),
    ],
)
def test_a_mistake_is_named_with_its_place(right, wrong, told):
    assert SMALL.count(right) == 1
    found = said(SMALL.replace(right, wrong))
    assert any(told in line for line in found), found


def test_within_one_direction_services_are_told_apart_by_their_titles_and_codes():
    same = SMALL[SMALL.index("[[direction.service]]") :]
    found = said(SMALL + same)
    assert any("The code stands twice." in line for line in found)
    assert any(
        "services.toml:14, service v1: “v1” of the same direction is called exactly so." in line for line in found
    )


def test_every_word_of_a_catalogue_has_words_for_people():
    assert set(words.PROVIDERS) == set(PROVIDERS)
    assert set(words.MODES) == set(MODES)
    assert set(words.FORMATS) == set(FORMATS)
    assert set(words.CONFIDENTIALITY) == set(CONFIDENTIALITY)
    assert set(words.KINDS_442) == set(KINDS_442)
    assert set(words.HORIZONS) == set(HORIZONS)
    assert set(each(GIVERS)) < set(ROLES)


@pytest.mark.parametrize("practice", sorted(one.name for one in SHIPPED.iterdir() if (one / "services.toml").exists()))
def test_every_service_names_what_it_should_cause_and_every_nearer_result_is_led_to(practice: str) -> None:
    found = shipped(practice)
    assert [one.code for one in found.services if not one.outcomes] == []
    led_to = {code for one in found.services for code in one.outcomes}
    # What comes of everything together in the end hangs on no single service of the chain of results.
    assert {aim.code for aim in found.outcomes if aim.horizon != "long"} <= led_to
