"""The organization's details: one form, and who kept which version when."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.organization import actions, queries
from opora.organization.rules import LENGTHS
from opora.web.organization.forms import DetailsForm, YearForm, show_days
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def change_details(request: HttpRequest) -> HttpResponse:
    """Show and keep the details; a mistake in a number is told beside it and nothing typed is lost."""
    actor = actor_of(request)
    kept = queries.details()
    initial = {name: getattr(kept, name) for name in LENGTHS} | {"revision": kept.number}
    form = DetailsForm(given(request), initial=initial)
    return form_page(
        request,
        form,
        lambda typed: actions.keep_details(actor=actor, revision=typed.pop("revision"), given=typed),
        template="organization/details.html",
        done=_("Saved. Papers written from now on bear these details."),
        back=reverse("organization:details"),
        context=lambda: {
            "kept": kept,
            "missing": [queries.title_of(name) for name in LENGTHS if not getattr(kept, name)],
            "versions": queries.versions(actor=actor)[:20],
        },
        renew=lambda: kept.number,
    )


def keep_year(request: HttpRequest) -> HttpResponse:
    """The days off of a year, by which terms of working days are counted; the year stands in the address."""
    actor = actor_of(request)
    asked = request.GET.get("year", "")
    this_year = today().year
    year = int(asked) if asked.isdecimal() and 2020 <= int(asked[:5]) <= 2100 else this_year
    known = queries.calendar_year(year)
    initial = {
        "off": show_days(known.days.off),
        "worked": show_days(known.days.worked),
        "source": known.source,
        "revision": known.revision,
    }
    kept = queries.working_years()
    years = [(one, one in kept) for one in range(this_year - 1, this_year + 3)]
    return form_page(
        request,
        YearForm(given(request), initial=initial),
        lambda typed: actions.keep_year(actor=actor, year=year, **typed),
        template="organization/days.html",
        done=_("Saved. Working days are counted by this calendar from now on."),
        back=f"{reverse('organization:days')}?year={year}",
        context={"known": known, "year": year, "years": years},
        renew=lambda: queries.calendar_year(year).revision,
    )
