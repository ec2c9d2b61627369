"""The directory and other directories: handing ours out, looking at theirs, taking it in."""

import base64

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.partners import actions, policies, queries
from opora.web.partners.forms import ExchangeForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.forms import carry_out


def exchange(request: HttpRequest) -> HttpResponse:
    """Upload an archive, look at what would change, then take it in."""
    actor = actor_of(request)
    policies.check_can_change(actor)
    is_sent = request.method == "POST"
    form = ExchangeForm(given(request), request.FILES if is_sent else None)
    if is_sent and "take" in request.POST:
        return form_page(
            request,
            form,
            lambda typed: actions.import_directory(actor=actor, data=typed["data"], on=today()),
            template="partners/exchange.html",
            done=lambda counts: (
                _("Added: %(added)s, changed: %(changed)s.") % {"added": counts[0], "changed": counts[1]}
            ),
            back=reverse("partners:list"),
        )
    lines: list[queries.Line] = []
    if is_sent and "take" not in request.POST:
        carry_out(form, lambda typed: lines.extend(queries.preview(actor=actor, data=typed["data"], on=today())))
    context = {
        "form": form,
        "lines": lines,
        "kept": base64.b64encode(form.cleaned_data["data"]).decode() if lines else "",
        "counted": _counted(lines),
        "may_take": any(line.outcome in {"new", "changed"} for line in lines),
    }
    return render(request, "partners/exchange.html", context, status=422 if is_sent and not lines else 200)


def export(request: HttpRequest) -> HttpResponse:
    """Our directory as an archive."""
    actor = actor_of(request)
    answer = HttpResponse(actions.export_directory(actor=actor), content_type="application/zip")
    answer.headers["Content-Disposition"] = 'attachment; filename="opora-partners-hsds.zip"'
    return answer


def _counted(lines: list[queries.Line]) -> dict[str, int]:
    return {name: sum(line.outcome == name for line in lines) for name in ("new", "changed", "same", "wrong")}
