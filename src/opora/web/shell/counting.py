"""A page whose figures a job is counting answers at once, says how far it has come, and looks again by itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def counting_page(request: HttpRequest, *, heading: str, cases_left: int, done: int, of: int) -> HttpResponse:
    """Shown instead of figures until they are there; it fetches itself anew, or is opened again by its link."""
    counted = {"heading": heading, "cases_left": cases_left, "done": done, "of": of}
    return render(request, "shell/counting.html", {**counted, "address": request.get_full_path()})
