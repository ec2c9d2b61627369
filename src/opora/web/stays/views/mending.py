"""Records of a stay put right or taken back: the admission on a page of its own, the other kinds on one alike."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.stays import actions, queries
from opora.stays.actions import Admitted
from opora.web.shell.asking import actor_of, given
from opora.web.stays.forms.beds import EXTRA, SHARED
from opora.web.stays.forms.mending import CorrectAdmissionForm, TakeBackForm
from opora.web.stays.views.admitting import proposed_ways
from opora.web.stays.views.kinds_mended import KINDS, Kind
from opora.web.stays.views.opening import Opened, open_stay, stay_form


def correct_admission(request: HttpRequest, admission_id: int) -> HttpResponse:
    """The place, the day, the beds, who came or the reason of an admission are set right."""
    opened = open_stay(request, admission_id)
    admission = opened.file.admission
    centres = queries.list_shelters(actor=actor_of(request))
    asked = request.GET.get("place", "")
    shelter = next((one for one in centres if str(one.pk) == asked), admission.shelter)
    night = queries.first_night_of(admission, shelter_id=shelter.pk)
    if night is None:
        raise NotFound
    labels = opened.named.called()
    known = [pk for pk in night.berths if pk not in labels]
    people = [(one.person_id, one.label) for one in opened.named.present if one.person_id not in night.later]
    lodgers = [*(line.lodger for line in opened.file.lodgers), *opened.file.former]
    people += [(one.person_id, one.person.known_code) for one in lodgers if one.person_id in known]
    form = CorrectAdmissionForm(
        given(request),
        people=people,
        beds=night.beds,
        proposed=_proposed(opened, night, is_elsewhere=shelter != admission.shelter),
        reasons=queries.reasons_offered(),
        asks_until=night.asks_until,
        initial={
            "on": night.from_on,
            "planned_until": night.until,
            "reason": admission.reason,
            "reason_note": admission.reason_note_text,
            "over_capacity": admission.over_capacity_text,
        },
    )
    return stay_form(
        request,
        opened,
        form,
        lambda typed: actions.correct_admission(
            actor=actor_of(request),
            admission_id=admission_id,
            admitted=Admitted(
                from_on=typed["on"],
                planned_until=typed.get("planned_until"),
                berths=form.berths(),
                reason=typed["reason"],
                reason_note=typed["reason_note"],
                over_capacity=typed["over_capacity"],
                shelter_id=shelter.pk,
            ),
            why=typed["why"],
            on=today(),
        ),
        question=_("Correct the admission"),
        button=_("Save"),
        done=_("Corrected. The former words stay readable."),
        back="stays:admission",
        help_text=_("Where each slept on the first night. Later moves and who came later stay as they are."),
        places=form.places,
        template="stays/correct_admission.html",
        more={"centres": centres if len(centres) > 1 else (), "shelter": shelter},
    )


def _proposed(opened: Opened, night: queries.FirstNight, *, is_elsewhere: bool) -> dict[int, str]:
    """Where each slept; in another place, where those who came could have slept."""
    if not is_elsewhere:
        return {pk: _way(berth) for pk, berth in night.berths.items()}
    return proposed_ways([one for one in opened.named.present if one.person_id in night.berths], night.beds)


def _way(berth: Any) -> str:
    if berth.bed_id is not None:
        return str(berth.bed_id)
    return EXTRA if berth.is_extra else SHARED


def correct(request: HttpRequest, mended: str, mended_id: int) -> HttpResponse:
    """A record of a stay with what stands in it now; what stood there stays readable."""
    kind, found = _found(request, mended, mended_id)
    if kind.form is None or kind.correct is None:
        raise NotFound
    put_right, opened = kind.correct, open_stay(request, kind.stay(found))
    return stay_form(
        request,
        opened,
        kind.form(request, found),
        lambda typed: put_right(actor_of(request), mended_id, typed),
        question=kind.question,
        button=_("Save"),
        done=_("Corrected. The former words stay readable."),
        back=kind.page,
        more={"told": _whose(opened, found)},
    )


def _whose(opened: Opened, found: Any) -> str:
    """Of whom a record speaks, where it speaks of one of the family."""
    lodger = getattr(found, "lodger", None)
    return opened.named.called().get(lodger.person_id, lodger.person.known_code) if lodger is not None else ""


def void(request: HttpRequest, mended: str, mended_id: int) -> HttpResponse:
    """A record of a stay is taken back, with a reason."""
    kind, found = _found(request, mended, mended_id)
    opened = open_stay(request, kind.stay(found))
    return stay_form(
        request,
        opened,
        TakeBackForm(given(request)),
        lambda typed: kind.void(actor_of(request), mended_id, typed["reason"]),
        question=kind.take_back,
        button=_("Void"),
        done=_("Voided. It counts nowhere any more and stays readable."),
        back=kind.page,
        help_text=_("It will count nowhere and stays readable, struck through."),
        is_alarm=True,
        more={"told": kind.told(found)},
    )


def _found(request: HttpRequest, mended: str, mended_id: int) -> tuple[Kind, Any]:
    kind = KINDS.get(mended)
    if kind is None:
        raise NotFound
    return kind, kind.find(actor_of(request), mended_id)
