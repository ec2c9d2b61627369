"""The BPMN file of every shipped process is valid by the standard's schema and runs in another program's engine."""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import SpiffWorkflow.bpmn.parser as spiff_parser
from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec
from SpiffWorkflow.util.task import TaskState

from opora.common.tests.each import each
from opora.pathways.rules import Definition
from opora.pictures.bpmn import bpmn
from opora.web.process.mapping import file_of
from opora.web.process.tests.shipped import SHIPPED, definition

SCHEMA = Path(spiff_parser.__file__).parent / "schema" / "BPMN20.xsd"
M = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
D = "{http://www.omg.org/spec/BPMN/20100524/DI}"


@cache
def tree(code: str) -> etree._Element:
    return etree.fromstring(bpmn(file_of(definition(code))).encode())


@cache
def parsed(code: str) -> BpmnProcessSpec:
    parser = BpmnParser()
    parser.add_bpmn_io(io.BytesIO(etree.tostring(tree(code))))
    return parser.get_spec(f"process_{code}")


def steps(process: Definition) -> Iterator[tuple[str, str, str]]:
    """Every step as (from, action, to), steps possible everywhere once for each stage."""
    for key, action in process.actions.items():
        for source in process.from_stages(action):
            yield source, key, action.to


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


@pytest.mark.parametrize("code", SHIPPED)
def test_the_schema_of_the_standard_accepts_it(code: str, schema: etree.XMLSchema) -> None:
    assert schema.validate(tree(code)), schema.error_log


@pytest.mark.parametrize("code", SHIPPED)
def test_every_stage_exit_and_step_of_the_process_is_in_it(code: str) -> None:
    process = definition(code)
    names = {one.get("id"): one.get("name") for one in tree(code).iter(f"{M}userTask", f"{M}endEvent")}
    assert names == {
        **{f"task_{key}": stage.title.ru for key, stage in process.stages.items()},
        **{f"end_{key}": one.title.ru for key, one in process.exits.items()},
    }
    flows = {one.get("id"): one.get("name") for one in tree(code).iter(f"{M}sequenceFlow")}
    taken = {f"step_{source}_{key}": process.actions[key].title.ru for source, key, _to in steps(process)}
    assert {key for _source, key, _to in steps(process)} == set(process.actions)
    assert {key: name for key, name in flows.items() if str(key).startswith("step_")} == taken


@pytest.mark.parametrize("code", SHIPPED)
def test_nothing_in_it_is_without_a_name(code: str) -> None:
    """bpmnlint's “label-required”: the start, every gateway, every way out of one, every task and end."""
    kinds = ("startEvent", "endEvent", "userTask", "exclusiveGateway")
    named = [one.get("name") for one in tree(code).iter(*(f"{M}{kind}" for kind in kinds))]
    assert all(named)
    ways = [one.get("name") for one in tree(code).iter(f"{M}sequenceFlow") if str(one.get("sourceRef"))[:5] == "gate_"]
    assert ways and all(ways)
    gates = {one.get("id"): one.get("name") for one in tree(code).iter(f"{M}exclusiveGateway")}
    assert all(str(name).endswith("?") for name in gates.values())
    if "gate_vote" in gates:
        assert gates["gate_vote"] == "Голосование: что решено?"


@pytest.mark.parametrize("code", SHIPPED)
def test_everything_in_it_has_a_place_in_the_drawing(code: str) -> None:
    placed = {one.get("bpmnElement") for one in tree(code).iter(f"{D}BPMNShape", f"{D}BPMNEdge")}
    drawn = {
        one.get("id")
        for one in tree(code).iter(*(f"{M}{name}" for name in ("userTask", "endEvent", "startEvent", "sequenceFlow")))
    }
    assert drawn <= placed


@pytest.mark.parametrize("code", SHIPPED)
def test_another_engine_reads_it(code: str) -> None:
    process, spec = definition(code), parsed(code)
    assert {*(f"task_{key}" for key in process.stages), *(f"end_{key}" for key in process.exits)} <= set(
        spec.task_specs
    )


@pytest.mark.parametrize("code", SHIPPED)
def test_another_engine_takes_the_shortest_way_to_every_exit(code: str) -> None:
    process = definition(code)
    for goal in process.exits:
        workflow = BpmnWorkflow(parsed(code))
        workflow.do_engine_steps()
        for stage, action in each(_way(process, goal)):
            (task,) = workflow.get_tasks(state=TaskState.READY, manual=True)
            assert task.task_spec.bpmn_id == f"task_{stage}"
            task.data["action"] = action
            task.run()
            workflow.do_engine_steps()
        assert workflow.is_completed()
        assert workflow.get_tasks(spec_name=f"end_{goal}", state=TaskState.COMPLETED)


def _way(process: Definition, goal: str) -> list[tuple[str, str]]:
    """The shortest way from the signal to an exit, as (stage, action)."""
    ways: dict[str, list[tuple[str, str]]] = {process.start: []}
    for place in (queue := [process.start]):
        for source, key, to in steps(process):
            if source == place and to not in ways:
                ways[to] = [*ways[place], (place, key)]
                queue.append(to)
    return ways[goal]
