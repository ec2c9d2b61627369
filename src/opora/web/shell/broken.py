"""When a page breaks: for want of the database in one calm sentence, for any other reason as ever.

Both answers are drawn without the database.
"""

import sys

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext_lazy as _
from django.views import defaults

from opora.common.trouble import Cause, cause_of, tell

HTTP_AWAY = 503
TRY_AGAIN = 5
SENTENCES = {
    Cause.FULL: _("The disk of the server is full. Whoever looks after the server has to make room."),
    Cause.CROWDED: _("Very many are working at this moment, and no place was free for this page."),
    Cause.STARTING: _("Opora is just getting ready after an interruption."),
    Cause.GONE: _("Opora does not reach its records at this moment and is seeing to it."),
}


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for what went wrong while another was made."""
    cause = cause_of(sys.exc_info()[1])
    if cause is None:
        return defaults.server_error(request)
    tell(cause)
    is_read = request.method in {"GET", "HEAD"}
    page = loader.get_template("503.html").render(
        {"sentence": SENTENCES[cause], "again": TRY_AGAIN if is_read else None}
    )
    response = HttpResponse(page, status=HTTP_AWAY)
    response.headers["Retry-After"] = str(TRY_AGAIN)
    return response
