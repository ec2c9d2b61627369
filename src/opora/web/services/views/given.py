"""Help: a card for each room of help this person may enter, each in one tap."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from opora.access.rules import can
from opora.web.shell.asking import actor_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A room of help: where its list lies, what stands there, and who may enter."""

    page: str
    title: Any
    about: Any
    icon: str
    ability: str


# In the order of a working day; a room of help adds its line here.
ENTRIES: Final = (
    Entry(
        "services:log",
        pgettext_lazy("help", "Services"),
        pgettext_lazy("help", "What was given to families: the log, the sums, one service for several families"),
        "clipboard-check",
        "help.read",
    ),
    Entry(
        "groups:list",
        pgettext_lazy("help", "Groups and events"),
        pgettext_lazy("help", "Meetings, lists, who came: marked with one tap"),
        "users-group",
        "help.read",
    ),
    Entry(
        "circumstances:list",
        pgettext_lazy("help", "What changes in the life"),
        pgettext_lazy("help", "Housing, work, papers, school: what holds now, and whose answer is waited for"),
        "chart-line",
        "help.read",
    ),
    Entry(
        "network:list",
        pgettext_lazy("help", "People around"),
        pgettext_lazy("help", "Social maps, ties restored, talks to be gone on with"),
        "friends",
        "help.read",
    ),
    Entry(
        "stays:list",
        pgettext_lazy("help", "Crisis centre"),
        pgettext_lazy("help", "Who lives there today, free beds, moving in and out"),
        "bed",
        "stays.read",
    ),
    Entry(
        "goods:stock",
        pgettext_lazy("help", "Warehouse"),
        pgettext_lazy("help", "What lies in stock, what is put aside, what is given to families"),
        "archive",
        "goods.read",
    ),
    Entry(
        "notes:list",
        pgettext_lazy("help", "Confidential notes"),
        pgettext_lazy("help", "Yours, and those their authors opened to you"),
        "lock",
        "notes.read",
    ),
    Entry(
        "notes:left",
        pgettext_lazy("help", "Notes of colleagues who left"),
        pgettext_lazy("help", "To be handed on, unread"),
        "lock",
        "notes.hand_on",
    ),
    Entry(
        "correspondence:list",
        pgettext_lazy("help", "Letters and agreements"),
        pgettext_lazy("help", "Requests, petitions, answers, agreements with authorities, joint meetings"),
        "send",
        "partners.read",
    ),
    Entry(
        "correspondence:documents",
        pgettext_lazy("help", "Documents"),
        pgettext_lazy("help", "All papers of the practices: what each is for, and where it is made"),
        "file-text",
        "partners.read",
    ),
    Entry(
        "volunteers:list",
        pgettext_lazy("help", "Volunteers and donors"),
        pgettext_lazy("help", "Who helps us, since when and with how many hours"),
        "heart-handshake",
        "partners.read",
    ),
    Entry(
        "voice:list",
        pgettext_lazy("help", "Voice of the organization"),
        pgettext_lazy("help", "Publications, materials, events, and the followers of our channels"),
        "message",
        "partners.read",
    ),
    Entry(
        "catalogue:list",
        pgettext_lazy("help", "Catalogue of services"),
        pgettext_lazy("help", "What we can give a family, and what it should change"),
        "book",
        "help.read",
    ),
)


def show_rooms(request: HttpRequest) -> HttpResponse:
    """The rooms of help."""
    actor = actor_of(request)
    entries = [(one, reverse(one.page)) for one in ENTRIES if can(actor, one.ability)]
    return render(request, "services/given.html", {"entries": entries})
