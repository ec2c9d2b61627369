"""A sealed file handed out: it may be looked at or saved, and may do nothing else in the browser."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from opora.papers.rules import opens_in_browser, suffix_of

_ALONE = "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def answer_with(request: HttpRequest, opened: Any) -> HttpResponse:
    """The content of a file that was found for this person."""
    media_type = opened.file.media_type
    is_inline = opens_in_browser(media_type) and "save" not in request.GET
    answer = HttpResponse(opened.content, content_type=media_type)
    name = f"opora-{opened.file.pk}.{suffix_of(media_type)}"
    answer.headers["Content-Disposition"] = f'{"inline" if is_inline else "attachment"}; filename="{name}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = _ALONE if media_type == "application/pdf" else f"{_ALONE}; sandbox"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    # Compressed, the length of an answer would tell of its content.
    answer.headers["Content-Encoding"] = "identity"
    return answer


def as_word(data: bytes, kind: str) -> HttpResponse:
    """A document that was filled just now, to be saved; its name tells its kind and nobody."""
    answer = HttpResponse(data, content_type=_WORD)
    answer.headers["Content-Disposition"] = f'attachment; filename="opora-{kind}.docx"'
    return answer
