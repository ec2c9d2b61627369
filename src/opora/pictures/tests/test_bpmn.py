"""The exported process holds together as BPMN 2.0 asks: every reference leads somewhere, everything has its place."""

import xml.etree.ElementTree as ET
from collections import Counter

import pytest

from opora.common.tests.each import each
from opora.pictures.bpmn import BpmnExit, BpmnFlow, BpmnProcess, BpmnStage, bpmn

M = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
D = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
DI = "{http://www.omg.org/spec/DD/20100524/DI}"
NODES = ("startEvent", "endEvent", "userTask", "exclusiveGateway")

PROCESS = BpmnProcess(
    "trial",
    "Пробный <процесс> & «путь»",
    "signal",
    "Кому нужна помощь?",
    (
        BpmnStage("signal", "Приём сигнала", "Специалист", "Ехать?", "Срок: 3 дня"),
        BpmnStage("visit", "Выезд", "Выездной специалист", "Начать?"),
        BpmnStage("work", "Работа", "Кейс-менеджер", "Чем кончилось?"),
    ),
    (BpmnExit("helped", "Помощь оказана"), BpmnExit("declined", "Отказ")),
    (
        BpmnFlow("go", "signal", "visit", "Выехать", "Нужно: согласие"),
        BpmnFlow("help", "signal", "helped", "Помочь один раз"),
        BpmnFlow("begin", "visit", "work", "Начать"),
        BpmnFlow("return", "work", "visit", "Вернуться"),
        BpmnFlow("finish", "work", "helped", "Завершить"),
        BpmnFlow("decline", "work", "declined", "Отказ"),
    ),
)


@pytest.fixture
def root() -> ET.Element:
    return ET.fromstring(bpmn(PROCESS))


def ids(root: ET.Element, *names: str) -> set[str]:
    return {node.get("id", "") for name in names for node in root.iter(M + name)}


def test_no_id_comes_twice(root: ET.Element) -> None:
    counted = Counter(node.get("id") for node in root.iter() if node.get("id"))
    assert not [one for one, count in counted.items() if count > 1]


def test_every_flow_joins_two_nodes_and_they_know_it(root: ET.Element) -> None:
    nodes = {node.get("id"): node for name in NODES for node in root.iter(M + name)}
    for flow in each(root.iter(f"{M}sequenceFlow")):
        source, target = nodes[flow.get("sourceRef")], nodes[flow.get("targetRef")]
        assert flow.get("id") in {one.text for one in source.iter(f"{M}outgoing")}
        assert flow.get("id") in {one.text for one in target.iter(f"{M}incoming")}


def test_stages_are_tasks_exits_are_ends_and_choices_are_gateways(root: ET.Element) -> None:
    assert ids(root, "userTask") == {"task_signal", "task_visit", "task_work"}
    assert ids(root, "endEvent") == {"end_helped", "end_declined"}
    assert ids(root, "exclusiveGateway") == {"gate_signal", "gate_work"}
    assert ids(root, "startEvent") == {"start"}


def test_events_and_gateways_are_named_by_the_question_they_ask(root: ET.Element) -> None:
    names = {node.get("id"): node.get("name") for name in NODES for node in root.iter(M + name)}
    assert (names["start"], names["gate_signal"], names["gate_work"]) == (
        "Кому нужна помощь?",
        "Ехать?",
        "Чем кончилось?",
    )
    assert all(names.values())


def test_every_node_lies_in_one_lane(root: ET.Element) -> None:
    listed = Counter(one.text for one in root.iter(f"{M}flowNodeRef"))
    assert listed == Counter(ids(root, *NODES))
    assert [lane.get("name") for lane in root.iter(f"{M}lane")] == [
        "Специалист",
        "Выездной специалист",
        "Кейс-менеджер",
    ]


def test_everything_has_its_place_in_the_diagram(root: ET.Element) -> None:
    shapes = {node.get("bpmnElement") for node in root.iter(f"{D}BPMNShape")}
    assert shapes == ids(root, *NODES, "lane", "participant")
    assert {node.get("bpmnElement") for node in root.iter(f"{D}BPMNEdge")} == ids(root, "sequenceFlow")
    assert all(len(edge.findall(f"{DI}waypoint")) >= 2 for edge in root.iter(f"{D}BPMNEdge"))


def test_shapes_lie_inside_their_lanes_and_never_on_each_other(root: ET.Element) -> None:
    boxes = {
        shape.get("bpmnElement"): tuple(float(shape[0].get(name, "0")) for name in ("x", "y", "width", "height"))
        for shape in root.iter(f"{D}BPMNShape")
    }
    for lane in each(root.iter(f"{M}lane")):
        left, top, wide, high = boxes[lane.get("id")]
        for one in lane.iter(f"{M}flowNodeRef"):
            x, y, width, height = boxes[one.text]
            assert left <= x and x + width <= left + wide and top <= y and y + height <= top + high
    nodes = [boxes[one] for one in ids(root, *NODES)]
    for index, (x, y, width, height) in enumerate(nodes):
        for x2, y2, width2, height2 in nodes[index + 1 :]:
            assert x + width <= x2 or x2 + width2 <= x or y + height <= y2 or y2 + height2 <= y


def test_words_and_terms_are_kept(root: ET.Element) -> None:
    assert root.find(f"{M}process").get("name") == PROCESS.title  # type: ignore[union-attr]
    assert {one.text for one in root.iter(f"{M}documentation")} == {"Срок: 3 дня", "Нужно: согласие"}


def test_a_step_to_nowhere_is_refused() -> None:
    broken = BpmnProcess("x", "x", "a", "?", (BpmnStage("a", "А", "Р", "?"),), (), (BpmnFlow("go", "a", "gone", "?"),))
    with pytest.raises(ValueError, match="gone"):
        bpmn(broken)
