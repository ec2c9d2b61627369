"""Pages of the frame itself: the look a person chose and the gallery of parts."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from opora.common.dates import today
from opora.organization.queries import missing_years
from opora.web.shell import icons
from opora.web.shell.asking import actor_of
from opora.web.shell.frame import THEMES
from opora.web.shell.gallery import GalleryForm, wrong_form
from opora.web.shell.paging import Pager
from opora.web.shell.settings import settings_for

A_YEAR = 365 * 24 * 3600


@require_POST
def choose_look(request: HttpRequest) -> HttpResponse:
    """Keep the chosen look in a cookie of this browser and go back; an empty choice follows the system."""
    onward = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}):
        onward = "/"
    response = HttpResponseRedirect(onward)
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        # The page's own script changes the look without a reload, so it must be able to write the cookie.
        response.set_cookie(
            "opora_theme", chosen, max_age=A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=False
        )
    else:
        response.delete_cookie("opora_theme", samesite="Lax")
    return response


@require_GET
def show_settings(request: HttpRequest) -> HttpResponse:
    """Everything that is set up once, for whoever may."""
    actor = actor_of(request)
    return render(
        request, "shell/settings.html", {"settings": settings_for(actor), "missing_years": missing_years(today())}
    )


def gallery(request: HttpRequest) -> HttpResponse:
    """Every part that pages are made of, under the name it has in the code."""
    return render(
        request,
        "shell/gallery.html",
        {
            "form": GalleryForm(),
            "wrong": wrong_form(),
            "icons": icons.names(),
            "pager": Pager(newer="?", older="?page=3", note="51–100"),
            "numbers": [-31, 2, 0, -1234567, 0.25],
        },
    )


def gallery_confirm(request: HttpRequest) -> HttpResponse:
    """What a question looks like where dialogs do not work."""
    return render(request, "shell/gallery_confirm.html")
