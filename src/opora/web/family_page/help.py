"""The card «Помощь»: how the help of this family stands, room by room, each with the act that is likely next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opora.access.rules import Actor, can
from opora.life.queries import Standing, scope_of_place, standings_of
from opora.life.queries.life_lines import Told
from opora.process.queries import Place
from opora.web.family_page.subject import Subject
from opora.web.shell.family_place import address_in


@dataclass(frozen=True, slots=True)
class HelpRoom:
    """A room of help on the page of a family.

    Its page of a family lies at ``room:case`` and ``room:route``; ``act`` is the end of the address of what is likely
    done next (``deliver`` is ``room:case_deliver``), ``label`` the word on its button, ``ability`` who may enter,
    ``act_ability`` who may act.
    """

    title: str | Promise
    icon: str
    ability: str
    act: str = ""
    label: str | Promise = ""
    act_ability: str = ""
    # The act is offered only while the room says nothing: who lives in the centre does not move in.
    begins: bool = False
    # What is told where the room itself says nothing: who lives in no centre may wait for one.
    also: str = ""


# In the order of the card.
ROOMS: Final[dict[str, HelpRoom]] = {
    "services": HelpRoom(
        title=pgettext_lazy("help", "Services"),
        icon="clipboard-check",
        ability="help.read",
        act="deliver",
        label=pgettext_lazy("help", "Provide"),
        act_ability="help.record",
    ),
    "groups": HelpRoom(
        title=pgettext_lazy("help", "Groups and events"),
        icon="users-group",
        ability="help.read",
        act="choose",
        label=pgettext_lazy("help", "To a group"),
        act_ability="help.record",
    ),
    "network": HelpRoom(
        title=pgettext_lazy("help", "People around"),
        icon="friends",
        ability="help.read",
        act="add",
        label=pgettext_lazy("help", "Add"),
        act_ability="help.record",
    ),
    "circumstances": HelpRoom(
        title=pgettext_lazy("help", "What changes in the life"),
        icon="chart-line",
        ability="help.read",
        act="record",
        label=pgettext_lazy("help", "Note down"),
        act_ability="help.record",
    ),
    "results": HelpRoom(
        title=pgettext_lazy("help", "Results"),
        icon="flag",
        ability="help.read",
        act="record",
        label=pgettext_lazy("help", "Note down"),
        act_ability="help.record",
    ),
    "stays": HelpRoom(
        title=pgettext_lazy("help", "Stay in a centre"),
        icon="bed",
        ability="help.read",
        act="admit",
        label=pgettext_lazy("help", "Move in"),
        act_ability="case.change",
        begins=True,
        also="waiting",
    ),
    "correspondence": HelpRoom(
        title=pgettext_lazy("help", "Letters to offices"),
        icon="send",
        ability="help.read",
        act="new",
        label=pgettext_lazy("help", "Write"),
        act_ability="help.record",
    ),
    "goods": HelpRoom(
        title=pgettext_lazy("help", "Things and money"),
        icon="archive",
        ability="help.read",
        act="give",
        label=pgettext_lazy("help", "Give"),
        act_ability="help.record",
    ),
}


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A room's line: what it says, where more of it stands, and the one button beside it."""

    room: HelpRoom
    url: str
    told: Told | None
    act_url: str


@dataclass(frozen=True, slots=True)
class HelpCard:
    """The rooms that have something to say of this family, and those where one may begin."""

    said: list[HelpLine]
    silent: list[HelpLine]


def help_of(subject: Subject) -> HelpCard | None:
    """A line for each room this person may enter; what says nothing yet has its way in only."""
    entered = {name: room for name, room in ROOMS.items() if can(subject.actor, room.ability)}
    if not entered:
        return None
    case = subject.case if subject.case_id is not None else None
    department_id = subject.case.department_id if subject.case is not None else subject.known_route.department_id
    place = Place(subject.route, case, department_id)
    found = standings_of(scope=scope_of_place(place), on=subject.on)
    lines = [
        HelpLine(
            room,
            address_in(name, "", place),
            _told(found, name, room),
            _act_url(name, room, place, subject.actor)
            if subject.may_work and not subject.is_over and not (room.begins and name in found)
            else "",
        )
        for name, room in entered.items()
    ]
    said = [line for line in lines if line.told is not None]
    silent = [line for line in lines if line.told is None and line.act_url]
    return HelpCard(said, silent) if said or silent else None


def _told(found: Mapping[str, Standing], name: str, room: HelpRoom) -> Told | None:
    said = found.get(name) or found.get(room.also)
    return said.told if said is not None else None


def _act_url(name: str, room: HelpRoom, place: Place, actor: Actor) -> str:
    if not room.act or not can(actor, room.act_ability or room.ability):
        return ""
    return address_in(name, room.act, place)
