"""A workbook of goods: first what it would do, row by row; then it is brought in."""

import base64
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.goods import words
from opora.supplies import actions
from opora.supplies.words import COLUMNS, reason
from opora.web.goods.forms.bringing_in import WorkbookForm
from opora.web.goods.views.lists import places_for
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.forms import carry_out

MOST_SHOWN = 200


def bring_in(request: HttpRequest) -> HttpResponse:
    """Upload, look, take in; sent twice it is brought in once, and so is the same workbook later."""
    actor = actor_of(request)
    is_sent = request.method == "POST"
    form = WorkbookForm(given(request), request.FILES if is_sent else None, places=places_for(actor))
    if is_sent and "take" in request.POST:
        return form_page(
            request,
            form,
            lambda typed: actions.import_goods(actor=actor, data=typed["data"], place=typed["place"], on=today()),
            template="goods/bringing_in.html",
            done=lambda seen: (
                _("Brought in: new goods %(new)s, changed quantities %(changed)s.")
                % {"new": len(seen.new), "changed": len(seen.changed)}
            ),
            back=reverse("goods:stock"),
        )
    found: list[actions.Seen] = []
    if is_sent:
        carry_out(
            form, lambda typed: found.append(actions.preview(actor=actor, data=typed["data"], place=typed["place"]))
        )
    return render(request, "goods/bringing_in.html", _shown(form, found), status=422 if is_sent and not found else 200)


def _shown(form: WorkbookForm, found: list[actions.Seen]) -> dict[str, Any]:
    context: dict[str, Any] = {"form": form, "heading": _("Goods from a workbook")}
    if found:
        seen = found[0]
        lines = [("new", one) for one in seen.new] + [("changed", one) for one in seen.changed]
        context |= {
            "seen": seen,
            "lines": [
                (state, words.named(one.said.good, one.said.size), words.amount(one.change), one.said)
                for state, one in lines[:MOST_SHOWN]
            ],
            "rejected": [(issue, COLUMNS.get(issue.column, ""), reason(issue)) for issue in seen.rejected[:MOST_SHOWN]],
            "kept": base64.b64encode(form.cleaned_data["data"]).decode(),
            "kept_place": form.cleaned_data["place"],
            "may_take": bool(lines),
        }
    return context
