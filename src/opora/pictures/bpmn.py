"""A process as a BPMN 2.0 file that other programs open: lanes by role, tasks, gateways, ends, and their places."""

import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_MODEL: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_DIAGRAM: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
_BOUNDS: Final = "http://www.omg.org/spec/DD/20100524/DC"
_POINTS: Final = "http://www.omg.org/spec/DD/20100524/DI"
_TYPES: Final = "http://www.w3.org/2001/XMLSchema-instance"
_PREFIXES: Final = {"bpmn": _MODEL, "bpmndi": _DIAGRAM, "dc": _BOUNDS, "di": _POINTS, "xsi": _TYPES}

_COLUMN, _SLOT, _FIRST = 270.0, 150.0, 150.0
_SIZES: Final = {
    "startEvent": (36.0, 36.0),
    "endEvent": (36.0, 36.0),
    "userTask": (140.0, 90.0),
    "exclusiveGateway": (50.0, 50.0),
}

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class BpmnStage:
    """A stage: who acts in it, the question its ways on answer and, if known, what has to be done there."""

    key: str
    title: str
    role: str
    question: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class BpmnExit:
    """Where the process ends."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class BpmnFlow:
    """One step from a stage to a stage or an exit; steps possible everywhere come once for each stage."""

    key: str
    source: str
    target: str
    title: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class BpmnProcess:
    """A process to write: ``code`` is a word of letters, digits, ``-`` and ``_``; ``start`` the key of a stage.

    ``begins`` names what sets it going. Every event and gateway bears a name: a reader who hears the file read out
    finds their way.
    """

    code: str
    title: str
    start: str
    begins: str
    stages: tuple[BpmnStage, ...]
    exits: tuple[BpmnExit, ...]
    flows: tuple[BpmnFlow, ...]


@dataclass(frozen=True, slots=True)
class _Node:
    id: str
    kind: str
    title: str
    role: str
    column: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Edge:
    id: str
    source: str
    target: str
    title: str = ""
    remark: str = ""
    choice: str = ""


def bpmn(process: BpmnProcess) -> str:
    """The process as BPMN 2.0 XML with a diagram.

    A stage is a user task in the lane of its role; where more than one step leads on, an exclusive gateway follows
    it, and each way out of it waits for ``action`` to be the key of its step; every exit is an end event. Raises
    ValueError when a step names a place that is not there. S4-44.
    """
    nodes, edges = _graph(process)
    boxes, lanes = _layout(nodes)
    for prefix, address in _PREFIXES.items():
        ET.register_namespace(prefix, address)
    root = ET.Element(
        f"{{{_MODEL}}}definitions",
        {"id": f"definitions_{process.code}", "targetNamespace": "urn:opora:process", "exporter": "Opora"},
    )
    _write_process(root, process, nodes, edges)
    _write_diagram(root, process, nodes, edges, boxes, lanes)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False)


def _graph(process: BpmnProcess) -> tuple[list[_Node], list[_Edge]]:
    """Nodes and edges: what stands where is decided by how many steps lead there."""
    known = {stage.key for stage in process.stages} | {one.key for one in process.exits}
    lost = [flow for flow in process.flows if not {flow.source, flow.target} <= known]
    if lost or process.start not in known:
        raise ValueError(f"A step leads to or from a place that is not there: {lost[:1] or process.start}")
    leaving: dict[str, list[BpmnFlow]] = defaultdict(list)
    for flow in process.flows:
        leaving[flow.source].append(flow)
    depth = _depths(process, leaving)
    roles = {stage.key: stage.role for stage in process.stages}
    goal = {stage.key: f"task_{stage.key}" for stage in process.stages} | {x.key: f"end_{x.key}" for x in process.exits}
    nodes = [_Node("start", "startEvent", process.begins, roles[process.start], 0)]
    edges = [_Edge("flow_start", "start", goal[process.start])]
    for stage in process.stages:
        nodes.append(_Node(goal[stage.key], "userTask", stage.title, stage.role, depth[stage.key], stage.remark))
        origin = goal[stage.key]
        if len(leaving[stage.key]) > 1:
            origin = f"gate_{stage.key}"
            nodes.append(_Node(origin, "exclusiveGateway", stage.question, stage.role, depth[stage.key]))
            edges.append(_Edge(f"flow_gate_{stage.key}", goal[stage.key], origin))
        is_choice = origin != goal[stage.key]
        edges += [
            _Edge(
                f"step_{stage.key}_{flow.key}",
                origin,
                goal[flow.target],
                flow.title,
                flow.remark,
                flow.key if is_choice else "",
            )
            for flow in leaving[stage.key]
        ]
    for one in process.exits:
        role = next((roles[flow.source] for flow in process.flows if flow.target == one.key), roles[process.start])
        nodes.append(_Node(goal[one.key], "endEvent", one.title, role, depth[one.key]))
    return nodes, edges


def _depths(process: BpmnProcess, leaving: Mapping[str, Sequence[BpmnFlow]]) -> dict[str, int]:
    """How many steps from the start every place is; a place nobody reaches stands at the start too."""
    depth = {process.start: 0}
    queue = [process.start]
    for key in queue:
        for flow in leaving.get(key, ()):
            if flow.target not in depth:
                depth[flow.target] = depth[key] + 1
                queue.append(flow.target)
    return defaultdict(int, depth)


def _layout(nodes: Sequence[_Node]) -> tuple[dict[str, Box], dict[str, Box]]:
    """A box for every node and every lane: columns by depth, below each other where a lane has several in one."""
    roles = list(dict.fromkeys(node.role for node in nodes))
    stacked: dict[tuple[str, int], list[_Node]] = defaultdict(list)
    for node in nodes:
        if node.kind in ("userTask", "endEvent"):
            stacked[node.role, node.column].append(node)
    wide = _FIRST + (max(node.column for node in nodes) + 1) * _COLUMN
    boxes: dict[str, Box] = {}
    lanes: dict[str, Box] = {}
    top = 0.0
    for role in roles:
        high = _SLOT * max(len(found) for (lane, _), found in stacked.items() if lane == role)
        lanes[role] = (30.0, top, wide, high)
        for (lane, column), found in stacked.items():
            if lane == role:
                for n, node in enumerate(found):
                    boxes[node.id] = _centered(node.kind, _FIRST + 70 + column * _COLUMN, top + _SLOT * (n + 0.5))
        top += high
    for node in nodes:
        if node.kind == "exclusiveGateway":
            x, y, width, height = boxes[node.id.replace("gate_", "task_", 1)]
            boxes[node.id] = _centered(node.kind, x + width + 55, y + height / 2)
    first = boxes[next(node.id for node in nodes if node.kind == "userTask" and node.column == 0)]
    boxes["start"] = _centered("startEvent", first[0] - 45, first[1] + first[3] / 2)
    return boxes, lanes


def _centered(kind: str, x: float, y: float) -> Box:
    width, height = _SIZES[kind]
    return x - width / 2, y - height / 2, width, height


def _add(parent: ET.Element, space: str, kind: str, /, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{space}}}{kind}", {key.strip("_"): value for key, value in attributes.items()})


def _write_process(root: ET.Element, process: BpmnProcess, nodes: Sequence[_Node], edges: Sequence[_Edge]) -> None:
    team = _add(root, _MODEL, "collaboration", id="collaboration")
    _add(team, _MODEL, "participant", id="participant", name=process.title, processRef=f"process_{process.code}")
    body = _add(root, _MODEL, "process", id=f"process_{process.code}", name=process.title, isExecutable="true")
    lane_set = _add(body, _MODEL, "laneSet", id="lanes")
    for n, role in enumerate(dict.fromkeys(node.role for node in nodes), start=1):
        lane = _add(lane_set, _MODEL, "lane", id=f"lane_{n}", name=role)
        for node in nodes:
            if node.role == role:
                _add(lane, _MODEL, "flowNodeRef").text = node.id
    for node in nodes:
        drawn = _add(body, _MODEL, node.kind, id=node.id, **({"name": node.title} if node.title else {}))
        _remark(drawn, node.remark)
        for edge in edges:
            if edge.target == node.id:
                _add(drawn, _MODEL, "incoming").text = edge.id
        for edge in edges:
            if edge.source == node.id:
                _add(drawn, _MODEL, "outgoing").text = edge.id
    for edge in edges:
        named = {"name": edge.title} if edge.title else {}
        flow = _add(body, _MODEL, "sequenceFlow", id=edge.id, sourceRef=edge.source, targetRef=edge.target, **named)
        _remark(flow, edge.remark)
        if edge.choice:
            condition = _add(flow, _MODEL, "conditionExpression")
            condition.set(f"{{{_TYPES}}}type", "bpmn:tFormalExpression")
            condition.text = f'action == "{edge.choice}"'


def _remark(parent: ET.Element, text: str) -> None:
    if text:
        _add(parent, _MODEL, "documentation").text = text


def _write_diagram(
    root: ET.Element,
    process: BpmnProcess,
    nodes: Sequence[_Node],
    edges: Sequence[_Edge],
    boxes: Mapping[str, Box],
    lanes: Mapping[str, Box],
) -> None:
    diagram = _add(root, _DIAGRAM, "BPMNDiagram", id="diagram", name=process.title)
    plane = _add(diagram, _DIAGRAM, "BPMNPlane", id="plane", bpmnElement="collaboration")
    high = sum(box[3] for box in lanes.values())
    wide = next(iter(lanes.values()))[2]
    _shape(plane, "participant", (0.0, 0.0, wide + 30, high), isHorizontal="true")
    for n, box in enumerate(lanes.values(), start=1):
        _shape(plane, f"lane_{n}", box, isHorizontal="true")
    for node in nodes:
        marker = {"isMarkerVisible": "true"} if node.kind == "exclusiveGateway" else {}
        _shape(plane, node.id, boxes[node.id], **marker)
    for edge in edges:
        drawn = _add(plane, _DIAGRAM, "BPMNEdge", id=f"{edge.id}_di", bpmnElement=edge.id)
        for x, y in _points(boxes[edge.source], boxes[edge.target]):
            _add(drawn, _POINTS, "waypoint", x=f"{x:g}", y=f"{y:g}")


def _shape(plane: ET.Element, element: str, box: Box, **attributes: str) -> None:
    shape = _add(plane, _DIAGRAM, "BPMNShape", id=f"{element}_di", bpmnElement=element, **attributes)
    x, y, width, height = (f"{value:g}" for value in box)
    _add(shape, _BOUNDS, "Bounds", x=x, y=y, width=width, height=height)


def _points(source: Box, target: Box) -> list[tuple[float, float]]:
    """At right angles: straight on, over the gutter before the goal, or back around below both."""
    x, y = source[0] + source[2], source[1] + source[3] / 2
    goal_x, goal_y = target[0], target[1] + target[3] / 2
    if goal_x > x:
        turn = goal_x - 15
        return [(x, y), (goal_x, goal_y)] if y == goal_y else [(x, y), (turn, y), (turn, goal_y), (goal_x, goal_y)]
    middle, goal_middle = source[0] + source[2] / 2, target[0] + target[2] / 2
    below = max(source[1] + source[3], target[1] + target[3]) + 20
    return [
        (middle, source[1] + source[3]),
        (middle, below),
        (goal_middle, below),
        (goal_middle, target[1] + target[3]),
    ]
