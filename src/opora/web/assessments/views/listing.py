"""The assessments of a case, and the profile by section that shows the way between two of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.assessments import queries
from opora.assessments.queries import Comparison
from opora.cases.queries import get_case
from opora.common.language import spoken
from opora.pictures.dumbbell import Labels
from opora.pictures.profile import ProfileRow, section_profile
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of


def show_list(request: HttpRequest, case_id: int) -> HttpResponse:
    """Every assessment of a case, and which may be begun now."""
    actor = actor_of(request)
    case = get_case(actor=actor, case_id=case_id)
    assessments = queries.for_case(actor=actor, case_id=case_id)
    if sheets.is_asked(request):
        return sheets.answer(request, name="assessments", title=_("Assessments"), columns=_columns(), rows=assessments)
    return render(
        request,
        "assessments/list.html",
        {
            "case": case,
            "assessments": assessments,
            "starts": queries.startable(actor=actor, case=case),
        },
    )


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Assessment"), lambda one: one.get_point_display()),
        sheets.Column(pgettext("assessment", "Day"), lambda one: one.on, "day"),
        sheets.Column(_("Weak sides"), lambda one: one.weak, "count"),
        sheets.Column(_("Rated"), lambda one: one.rated if one.applicable else None, "count"),
        sheets.Column(pgettext("assessment", "State"), lambda one: one.get_status_display()),
    ]


def show_profile(request: HttpRequest, case_id: int) -> HttpResponse:
    """The profile by section: a panel of the case file, and a page of its own."""
    actor = actor_of(request)
    case = get_case(actor=actor, case_id=case_id)
    found = queries.comparison(actor=actor, case_id=case_id)
    context = {"case": case, "found": found, **(_words(found) if found else {})}
    is_panel = request.headers.get("HX-Request") == "true"
    return render(request, "assessments/_profile.html" if is_panel else "assessments/profile.html", context)


def _words(found: Comparison) -> dict[str, object]:
    """The comparison in the reader's language, drawn twice: for a desktop and for a phone."""
    speech = spoken()
    rows = [
        ProfileRow(f"{row.code}. {row.title.say(speech)}", row.entry, row.exit if found.change else None)
        for row in found.sections
    ]
    labels = Labels(
        entry=pgettext("picture", "entry"),
        exit=pgettext("picture", "exit") if found.has_exit else pgettext("picture", "last"),
        change=pgettext("picture", "change"),
        no_exit=pgettext("picture", "not measured again"),
        decimal="." if spoken() == "en" else ",",
    )
    lists = [
        (name, title, [(item.code, item.text.say(speech), item.section.say(speech)) for item in items])
        for name, title, items in (
            ("solved", pgettext("items", "Solved"), found.solved),
            ("still", pgettext("items", "Still weak"), found.still),
            ("new", pgettext("items", "New"), found.new),
            ("first_seen", pgettext("items", "Seen for the first time"), found.first_seen),
            ("out_of_sight", pgettext("items", "Not assessed again"), found.out_of_sight),
        )
    ]
    pictures = [
        SafeString(
            section_profile(
                rows,
                title=_("Weak sides by section"),
                description=_describe(found),
                labels=labels,
                narrow=narrow,
            )
        )
        for narrow in (False, True)
    ]
    return {
        "rows": rows,
        "picture": pictures[0] if rows else "",
        "narrow_picture": pictures[1] if rows else "",
        "lists": lists,
        "fewer": found.total_change,
        "more": -found.total_change if found.total_change is not None else None,
    }


def _describe(found: Comparison) -> str:
    """The picture in a sentence, for those who do not see it."""
    if found.later is None:
        return _("Weak sides at entry: %(entry)s.") % {"entry": found.entry.weak}
    return _("Weak sides at entry: %(entry)s, later: %(later)s.") % {
        "entry": found.entry.weak,
        "later": found.later.weak,
    }
