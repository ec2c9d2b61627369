"""A model for one family: the picture and the list, box by box, with days and records."""

from collections import Counter
from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import Actor, can
from opora.chain import words
from opora.chain.queries import FamilyBox, FamilyChain, read_family_chain
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.common.language import said
from opora.families.actions import name_people
from opora.logic.picturing import picture_of
from opora.logic.queries import key_of_assumption
from opora.pictures.logic_model import logic_model, spread
from opora.process.actions import may_mend
from opora.process.queries import Place, may_record
from opora.results.actions import read_results
from opora.results.words import source_said
from opora.web.shell import sheets as sheets_of_lists
from opora.web.shell.asking import actor_of
from opora.web.shell.drawing import as_drawing
from opora.web.shell.family_place import called_at_home, home_of, title_of

Line = tuple[FamilyBox, str, str, str, list[tuple[str, str]]]


def show_family(request: HttpRequest, case_id: int, code: str = "") -> HttpResponse:
    """What is known of each box of a model for the family of a case; that somebody looked stands in the journal."""
    actor, on = actor_of(request), today()
    found = read_results(actor=actor, case_id=case_id, on=on)
    chain = read_family_chain(actor=actor, code=code, found=found, on=on)
    if chain is None and code:
        raise NotFound
    place = found.place
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=on)
    context: dict[str, object] = {
        "home": home_of(place),
        "title": title_of(place, family),
        "results_url": _results_of(place),
    }
    if chain is None:
        return render(request, "chain/family.html", context)
    lines = [_line(one, called_at_home(family)) for one in chain.boxes]
    if sheets_of_lists.is_asked(request):
        title = said(chain.model.title)
        return sheets_of_lists.answer(request, name="family-chain", title=title, columns=_columns(), rows=lines)
    context |= _drawn(chain, lines) | _assumptions(actor, chain, back=request.get_full_path(), on=on)
    context["may_read"] = can(actor, "outcomes.read")
    context["may_record"] = may_record(actor=actor, place=place) and not place.has_ended
    return render(request, "chain/family.html", context)


def _drawn(chain: FamilyChain, lines: list[Line]) -> dict[str, object]:
    model = chain.model
    told = {box.node.code: state for box, _text, state, _by, _who in lines if box.state}
    picture = picture_of(
        model,
        lambda node: reverse("logic:node", args=[model.code, node.code]),
        lambda node: (told[node.code],) if node.code in told else (),
    )
    # What is known of the family stands out, what nobody recorded is pale.
    picture = replace(
        picture,
        boxes=tuple(
            replace(one, state=f"{one.state} {'known' if one.key in told else 'unknown'}".strip())
            for one in picture.boxes
        ),
    )
    counted = Counter(one.state for one in chain.boxes)
    parts: dict[str, list[Line]] = {level.code: [] for level in model.levels}
    for line in lines:
        parts.setdefault(line[0].node.level, []).append(line)
    return {
        "code": chain.published.code,
        "model_title": said(model.title),
        "models": [
            (
                said(one.model.title),
                reverse("chain:family", args=[one.code, chain.place.case_id]),
                one.code == chain.published.code,
            )
            for one in chain.others
        ],
        "counts": [(state, str(word), counted[state]) for state, word in words.FAMILY_STATES.items() if counted[state]],
        "drawing": as_drawing(logic_model(picture)),
        "spread": as_drawing(spread(picture)),
        "parts": [
            (
                said(level.title),
                sorted(parts[level.code], key=lambda line: not line[0].state),
                sum(bool(one[0].state) for one in parts[level.code]),
            )
            for level in model.levels
            if parts[level.code]
        ],
    }


def _assumptions(actor: Actor, chain: FamilyChain, *, back: str, on: date) -> dict[str, object]:
    """What the way stands on: what did not hold for the family, and where one says so."""
    sheet = reverse("life:case_record", args=[chain.place.case_id, "assumption"])
    lines = []
    for one in chain.model.assumptions:
        asked = urlencode({"assumption": key_of_assumption(chain.published.code, one.code), "back": back})
        failed = chain.failed.get(one.code)
        is_mendable = failed is not None and may_mend(actor=actor, record=failed, place=chain.place, on=on)
        lines.append((said(one.text), failed, f"{sheet}?{asked}", is_mendable))
    return {"assumptions": lines, "back": back}


def _line(box: FamilyBox, called: dict[int, str]) -> Line:
    """A box with its state, the record that shows it, and what is so of each person of the family."""
    people = [
        (called.get(one.person_id, "") if one.person_id is not None else _("the family"), _of(one.state))
        for one in box.results
        if len(box.results) > 1
    ]
    return (
        box,
        said(box.node.text),
        words.family_box_said(box),
        source_said(box.source) if box.state != "given" else "",
        people,
    )


def _of(state: str) -> str:
    return str(words.FAMILY_STATES.get(state, "")) if state else str(words.FAMILY_STATES["waiting"])


def _results_of(place: Place) -> str:
    return reverse("results:case", args=[place.case_id])


def _columns() -> list[sheets_of_lists.Column]:
    return [
        sheets_of_lists.Column(_("Source"), lambda row: row[0].node.source),
        sheets_of_lists.Column(pgettext("chain", "Box"), lambda row: row[1]),
        sheets_of_lists.Column(pgettext("box of a family", "What is known"), lambda row: row[2]),
        sheets_of_lists.Column(_("Day"), lambda row: row[0].on, "day"),
        sheets_of_lists.Column(pgettext("box of a family", "Seen by"), lambda row: row[3]),
    ]
