"""The calendar file: for a calendar program, which has no session; the address itself is the key."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from opora.common.dates import now, today
from opora.common.errors import NotFound
from opora.reminders import actions, feeds, queries
from opora.web.shell.throttle import count, counted, mark_of

WRONG_AN_HOUR = 60
"""So many wrong addresses from one place, and nothing is looked up any more within the hour."""
READ_AN_HOUR = 60
"""So often one calendar is made within the hour; calendar programs ask a few times a day."""
AHEAD = 92
MOST = 200


@require_safe
def give_calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The reminders of the address's owner; for any other address there is nothing here."""
    wrong = f"opora:calendar:{mark_of(request, door='opora.calendar', at=now())}"
    if counted(wrong) > WRONG_AN_HOUR:
        return HttpResponse(status=429, headers={"Retry-After": "3600"})
    try:
        reader = queries.reader_of(token=token)
    except NotFound as absence:
        count(wrong, WRONG_AN_HOUR)
        raise Http404 from absence
    if not count(f"opora:calendar:{reader.address_id}", READ_AN_HOUR):
        return HttpResponse(status=429, headers={"Retry-After": "3600"})
    actions.note_reading(address_id=reader.address_id, on=today())
    due = queries.reminders_of(actor=reader.actor, on=today(), ahead=AHEAD, is_wide=reader.is_wide, limit=MOST)
    with override(reader.language):
        body = feeds.calendar_of(due.reminders, language=reader.language, at=now())
    return HttpResponse(
        body,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'inline; filename="opora.ics"', "X-Robots-Tag": "noindex"},
    )
