"""Every reason of every shipped process has its button, and the button leads to an address there is."""

import pytest
from django.urls import resolve, reverse

from opora.packs import queries as packs
from opora.pathways.rules import Definition, parse
from opora.web.family_page.ways import ANSWERS, NEW_CONSENT, PAPERS, TASK, Way
from opora.web.shell.doors import all_doors


def _definition(code: str) -> Definition:
    reading = packs.check_practice(folder=packs.shipped_practices()[code])
    assert reading.practice is not None
    assert reading.practice.process is not None
    return parse({key: value for key, value in reading.practice.process.items() if key != "programs"})


@pytest.mark.parametrize("code", sorted(packs.shipped_practices()))
def test_every_paper_that_a_step_asks_for_is_made_somewhere(code: str) -> None:
    asked = {kind for action in _definition(code).actions.values() for kind in action.documents}
    assert asked
    assert asked <= set(PAPERS)


def test_no_way_leads_to_a_paper_that_no_process_knows() -> None:
    known = {kind for code in packs.shipped_practices() for kind in _definition(code).documents}
    assert set(PAPERS) <= known


@pytest.mark.parametrize("way", [*PAPERS.values(), ANSWERS, NEW_CONSENT], ids=lambda way: way.name)
def test_every_way_has_an_address_and_a_door(way: Way) -> None:
    address = way.url(route_id=1, case_id=1)
    assert resolve(address.partition("?")[0]).view_name == way.name
    assert way.name in all_doors()


def test_a_task_of_the_stage_is_ticked_where_it_stands() -> None:
    assert resolve(reverse(TASK.name, args=[1, "gather_papers"])).view_name == "process:finish_task"
