"""The next version of an own indicator: worked on beside the one in force, with both figures; published or given up."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from opora.common.seen import mark_of
from opora.indicators import actions, queries, words
from opora.indicators.queries import Draft, Indicator
from opora.web.indicators.forms import DraftForm
from opora.web.indicators.telling import narrowed
from opora.web.indicators.trying import Counted, cases_tried, counted, offered
from opora.web.indicators.views.setting import home_of
from opora.web.shell.asking import actor_of, asked_again, given
from opora.web.shell.form_page import form_page
from opora.web.shell.next_version import ChangeLine, PublishForm, begun, given_up, go_on_anew, taken_back


def draft_of(request: HttpRequest, code: str) -> Draft:
    """The draft that is worked on; a new one where somebody goes on with what a colleague ended."""
    go_on_anew(request, lambda: actions.begin_draft(actor=actor_of(request), code=code))
    return queries.open_draft(actor=actor_of(request), code=code)


def home(code: str) -> str:
    return reverse("indicators:draft", args=[code])


@require_POST
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin the next version, or go on with the one that is begun."""
    actor = actor_of(request)
    return begun(request, lambda: actions.begin_draft(actor=actor, code=code), to=home(code))


def change(request: HttpRequest, code: str) -> HttpResponse:
    """The draft: what it says, and what it counts beside the version in force."""
    draft, actor = draft_of(request, code), actor_of(request)
    is_tried = request.method == "GET" and "title" in request.GET
    offers = offered(actor, draft.said)
    initial = DraftForm.begins(draft)
    if "try" in request.POST:
        return HttpResponseRedirect(asked_again(request, DraftForm(one=draft.said, offered=offers).fields))
    typed, tried_cases = None, []
    if is_tried:
        # What is tried out stays typed, and only what is sent is kept.
        tried = DraftForm(request.GET, one=draft.said, offered=offers)
        tried.is_valid()
        typed, tried_cases = counted(actor, tried.said(draft.said)), cases_tried(actor, tried.said(draft.said))
        initial = {
            name: request.GET.getlist(name) if name.startswith("only_") else request.GET.get(name, "")
            for name in tried.fields
        }
    form = DraftForm(given(request), one=draft.said, offered=offers, initial=initial)
    figures = _figures(request, draft, typed)
    return form_page(
        request,
        form,
        lambda typed: actions.put_draft(
            actor=actor,
            code=code,
            title=typed["title"],
            about=typed["about"],
            filters=form.filters(),
            split=typed["split"],
            period_rule=typed["period_rule"],
            seen=typed["revision"],
        ),
        template="indicators/draft.html",
        done=_("Saved in the draft."),
        back=home(code),
        context=lambda: {
            **_around(request, code),
            "figures": figures,
            "is_tried": is_tried,
            "tried_cases": tried_cases,
        },
        renew=lambda: mark_of(draft_of(request, code).body),
    )


def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Once more what changes, and both figures; then it comes into force."""
    draft, actor = draft_of(request, code), actor_of(request)
    return form_page(
        request,
        PublishForm(given(request), initial={"revision": draft.revision}),
        lambda typed: actions.publish_draft(actor=actor, code=code, seen=typed["revision"]),
        template="indicators/publish.html",
        done=lambda made: _("Version %(number)s is in force.") % {"number": made.number},
        back=home(code),
        to=lambda _made: home_of(request, draft.base),
        context=lambda: {**_around(request, code), "figures": _figures(request, draft_of(request, code), None)},
        renew=lambda: draft_of(request, code).revision,
    )


def give_up(request: HttpRequest, code: str) -> HttpResponse:
    """Asked once more; it can be taken back until the next one is begun."""
    draft, actor = draft_of(request, code), actor_of(request)
    to = home_of(request, draft.base)
    return given_up(request, lambda: actions.drop_draft(actor=actor, code=code), to=to, cancel=home(code))


@require_POST
def take_back(request: HttpRequest, code: str) -> HttpResponse:
    """The draft given up last is worked on again."""
    actor = actor_of(request)
    return taken_back(request, lambda: actions.take_draft_back(actor=actor, code=code), to=home(code))


def _around(request: HttpRequest, code: str) -> Mapping[str, Any]:
    draft = draft_of(request, code)
    return {
        "draft": draft,
        "code": code,
        "title": draft.base.title,
        "home": home_of(request, draft.base),
        "now": draft.said.title,
        "measure": words.definition(queries.find_indicator(actor=actor_of(request), code=draft.base.measure.code)),
        "changes": _changes(draft),
    }


def _figures(request: HttpRequest, draft: Draft, typed: Counted | None) -> list[tuple[str, Counted]]:
    """The last year as the version in force counts it, as the draft does, and as what is typed would."""
    actor = actor_of(request)
    asked = [(pgettext("version", "In force"), draft.base), (pgettext("version", "The draft"), draft.said)]
    found = [(name, counted(actor, one)) for name, one in asked]
    return [(name, one) for name, one in [*found, (pgettext("version", "As typed"), typed)] if one is not None]


def _changes(draft: Draft) -> list[ChangeLine]:
    """What the draft says otherwise, in words."""
    part = pgettext("part", "indicator")
    names = (
        (_("name"), lambda one: one.title),
        (pgettext("indicator", "what it is for"), lambda one: one.about),
        (pgettext("indicator", "counted alone"), _narrowed),
        (pgettext("indicator", "told apart by"), _told_apart),
        (pgettext("indicator", "over which days"), lambda one: str(words.PERIOD_RULES[one.period_rule])),
    )
    both = [(name, read(draft.base), read(draft.said)) for name, read in names]
    return [ChangeLine("changed", part, before, after, name) for name, before, after in both if before != after]


def _narrowed(one: Indicator) -> str:
    return "; ".join(narrowed(one)) or _("everything")


def _told_apart(one: Indicator) -> str:
    return words.split_title(one.measure, one.split) if one.split else "–"
