"""What somebody wrote on a draft that a colleague has published, given up or shortened meanwhile: told, and kept."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opora.common.next_version import Overtaken
from opora.web.shell import returning, tokens

ANEW = "anew"
_OF_THE_PAGE = {"csrfmiddlewaretoken", tokens.FIELD, returning.FIELD, ANEW}
_UNSEEN = {"revision", "state"}


def overtaken(request: HttpRequest, error: Overtaken) -> HttpResponse:
    """The page in place of the one that was asked for; of a page that was only opened it is not found."""
    if request.method != "POST":
        template = "overtaken.html" if error.can_go_on else "404.html"
        return render(request, template, {"sentence": str(error), "is_ended": True}, status=404)
    typed = list(_typed(request))
    words = [value for name, value in typed if name not in _UNSEEN and " ".join(value.split()) and _is_told(value)]
    shown = {
        "sentence": str(error),
        "is_ended": error.can_go_on,
        "words": words,
        "typed": typed if error.can_go_on and words else (),
        "anew": ANEW,
        "action": request.get_full_path(),
    }
    return render(request, "overtaken.html", shown, status=409)


def _typed(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name not in _OF_THE_PAGE:
            yield from ((name, str(value)) for value in values)


def _is_told(value: str) -> bool:
    """Words, not the code of something chosen: those are Latin letters, digits and signs without a space."""
    return not value.isascii() or " " in value.strip()
