"""What families received, counted by hand (IND-01 to IND-09, IND-13 to IND-16, IND-18, IND-19, IND-27)."""

from datetime import date
from decimal import Decimal

import pytest

from opora.correspondence.models import Agreement, JointMeeting, OfficialLetter
from opora.evidence.tests import world
from opora.goods.models import Good, Issue, IssueLine
from opora.groups.models import Group, HomeworkResult, Mark, Participant, Session
from opora.indicators.tests.asking import groups, parts, value
from opora.indicators.tests.by_hand import by_hand
from opora.indicators.tests.houses import SPRING, path, service, signal
from opora.intake.models import AidItem, UrgentAid
from opora.partners.models import Partner
from opora.process.models import Paper
from opora.services.models import PlannedService, Provision
from opora.stays.models import Admission, BedUse, Lodger, NightAway, RoutineMark, Shelter
from opora.voice.models import FollowerCount, PublicPiece, VoiceChannel
from opora.volunteers.models import Helper

pytestmark = pytest.mark.django_db

MAY, JUNE = date(2024, 5, 10), date(2024, 6, 10)


@by_hand("IND-01", "IND-45p")
def test_signals_by_channel_source_and_decision() -> None:
    """IND-01, IND-45p: three signals of the year; one of the next year and one begun by mistake count nowhere."""
    signal(path(), outcome="work", decided_on=MAY)
    signal(path(), channel="site", source="unknown")
    signal(path(), source="neighbour")
    signal(path(), on=date(2025, 1, 1))
    signal(path(voided_on=MAY))
    assert value("IND-01") == 3
    assert groups("IND-01", split="channel") == {"phone": 2, "site": 1}
    assert groups("IND-01", split="decision") == {"work": 1, "": 2}
    assert groups("IND-01", split="decision", as_of=date(2024, 4, 30)) == {"": 3}
    assert parts("IND-45p") == (1, 2, 1), "of whom nobody knows the source, nothing is known"


@by_hand("IND-02")
def test_services_and_those_that_followed_a_signal() -> None:
    """IND-02, IND-05: a meeting of a group is one service of a family, though it stood on the list twice."""
    case = world.case(closed_on=None)
    route = path(case=case)
    signal(route, on=MAY)
    other = world.case(closed_on=None)
    told = {"service": service(), "format": "individual", "provider": "own"}
    Provision.objects.create(case=other, on=JUNE, **told)
    Provision.objects.create(route=route, on=SPRING, **told)
    Provision.objects.create(route=route, on=JUNE, **{**told, "format": "event"})
    Provision.objects.create(route=route, on=JUNE, state="no_show", **told)
    Provision.objects.create(route=route, on=JUNE, voided_on=JUNE, **told)
    Provision.objects.create(route=route, on=JUNE, origin="groups.mark:1", **{**told, "format": "group"})
    Provision.objects.create(case=case, on=JUNE, origin="groups.mark:1", **{**told, "format": "group"})
    assert value("IND-02") == 4
    assert groups("IND-02", split="after_signal") == {"no": 2, "yes": 2}
    assert groups("IND-02", split="format") == {"individual": 2, "event": 1, "group": 1}


@by_hand("IND-03", "IND-08", "IND-14", "IND-16")
def test_urgent_help_and_families_aided() -> None:
    """Acts taken back count nowhere; of a family without a name nothing is known; the warehouse helps at once too."""
    case = world.case(closed_on=None)
    route, unnamed = path(case=case), path()
    act = UrgentAid.objects.create(route=route, given_on=MAY, act_number="1")
    for kind in ("food", "diapers"):
        AidItem.objects.create(aid=act, kind=kind, quantity=1)
    nobody = UrgentAid.objects.create(route=unnamed, given_on=MAY, act_number="2")
    AidItem.objects.create(aid=nobody, kind="food", quantity=1)
    wrong = UrgentAid.objects.create(route=route, given_on=MAY, act_number="3")
    AidItem.objects.create(aid=wrong, kind="food", quantity=1)
    UrgentAid.objects.create(route=route, given_on=MAY, act_number="4", reverses=wrong)
    good = Good.objects.create(name="Подгузники", category="baby", unit="pack")
    issue = Issue.objects.create(case=case, kind="goods", given_on=JUNE, act_number="5")
    IssueLine.objects.create(issue=issue, good=good, quantity=Decimal("2.5"))
    back = Issue.objects.create(case=case, kind="goods", given_on=JUNE, act_number="6")
    IssueLine.objects.create(issue=back, good=good, quantity=9)
    Issue.objects.create(case=case, kind="goods", given_on=JUNE, act_number="7", reverses=back)
    at_once = Issue.objects.create(route=unnamed, kind="goods", given_on=JUNE, act_number="8")
    IssueLine.objects.create(issue=at_once, good=good, quantity=3)
    assert (value("IND-03"), groups("IND-03")) == (3, {"food": 2, "diapers": 1, "baby": 1})
    # Of the warehouse 2.5 and 3 packs; by urgent acts a pack of nappies, and food twice.
    assert (value("IND-08"), groups("IND-08")) == (8.5, {"baby": 6.5, "food": 2})
    assert (value("IND-14"), parts("IND-14")[2]) == (1, 1)
    assert groups("IND-14") == {"goods": 1, "urgent": 1}, "one family in two kinds is still one family"
    assert parts("IND-16") == (0, 1, 0)
    Paper.objects.create(route=route, kind="contract", on=JUNE, step_count=0)
    assert parts("IND-16") == (1, 1, 0)
    assert parts("IND-16", as_of=date(2024, 5, 31)) == (0, 1, 0), "on that day it was not signed yet"
    Paper.objects.create(route=route, kind="contract", on=SPRING, step_count=0)
    assert parts("IND-16") == (0, 0, 0), "who had a contract already did not come by aid"


@by_hand("IND-04", "IND-04b", "IND-04f", "IND-04n", "IND-18r")
def test_living_in_the_crisis_centre() -> None:
    """IND-04: a mother and a child moved in on 10 May for ten nights, the child was away from its bed for none."""
    case = world.case(closed_on=None)
    stay = case.stays.create(from_on=MAY, left_on=date(2024, 5, 20))
    shelter = Shelter.objects.create(name="Кризисный центр", kind="own", department=case.department)
    taken = Admission.objects.create(shelter=shelter, case=case, stay=stay, expected_on=MAY, reason="no_home")
    people = [(case.client, "woman", date(2024, 5, 20)), (case.children.get().person, "child", date(2024, 5, 15))]
    for person, part, left in people:
        lodger = Lodger.objects.create(admission=taken, person=person, part=part, from_on=MAY, left_on=left)
        BedUse.objects.create(lodger=lodger, kind="lives", from_on=MAY, released_on=left)
    for day, mark in ((11, "kept"), (12, "kept"), (13, "partly"), (14, "not")):
        RoutineMark.objects.create(admission=taken, on=date(2024, 5, day), mark=mark)
    assert (value("IND-04"), groups("IND-04")) == (2, {"woman": 1, "child": 1})
    assert value("IND-04f") == 1
    assert (value("IND-04b"), groups("IND-04b")) == (15, {"woman": 10, "child": 5})
    half = (date(2024, 5, 12), date(2024, 5, 16))
    assert value("IND-04b", days=half) == 5 + 3, "nights of 12 to 16 May, for the child of 12 to 14"
    NightAway.objects.create(
        lodger=taken.lodgers.get(part="woman"), from_on=date(2024, 5, 19), back_on=date(2024, 5, 20)
    )
    assert value("IND-04n", days=(MAY, date(2024, 5, 19))) == 1, "away for a night one lives there still"
    assert value("IND-04n", days=(MAY, date(2024, 5, 20))) == 0, "the day of leaving is no night"
    assert parts("IND-18r") == (2, 4, 0), "kept in part is not kept"


@by_hand("IND-06", "IND-07", "IND-07a", "IND-18")
def test_events_and_the_people_at_them() -> None:
    """IND-06, IND-07, IND-18: one person at two events is one person; heads are counted as heads."""
    case = world.case(closed_on=None)
    told = {"title": "Выезд", "department": case.department, "program": case.program, "from_on": SPRING}
    camp = Group.objects.create(kind="camp", **told)
    course = Group.objects.create(kind="program", **told)
    days = [Session.objects.create(group=camp, on=day, is_held=True, heads=7) for day in (MAY, JUNE)]
    Session.objects.create(group=camp, on=JUNE, is_held=False, heads=50)
    lesson = Session.objects.create(group=course, on=MAY, is_held=True)
    for person, marks in ((case.client, ("came", "came")), (case.children.get().person, ("came", "absent"))):
        listed = Participant.objects.create(case=case, group=camp, person=person, joined_on=SPRING)
        for session, state in zip(days, marks, strict=True):
            Mark.objects.create(session=session, participant=listed, state=state)
    assert (value("IND-06"), value("IND-07"), value("IND-07a")) == (2, 2, 14)
    for one, state in ((case, "done"), (world.case(closed_on=None), "partly"), (world.case(closed_on=None), "done")):
        HomeworkResult.objects.create(case=one, session=lesson, state=state)
    assert parts("IND-18") == (2, 3, 0)
    assert value("IND-06", program_ids=(world.program("Другая").pk,)) == 0


@by_hand("IND-05", "IND-18c")
def test_planned_services_held() -> None:
    """IND-18c: of four times two were held, of two three: six planned, four held as planned."""
    case = world.case(closed_on=None)
    for times, held in ((4, 2), (2, 3)):
        wanted = PlannedService.objects.create(
            case=case, service=service(), times=times, on=SPRING, until_on=date(2024, 9, 1)
        )
        for day in range(held):
            Provision.objects.create(
                case=case,
                service=service(),
                planned=wanted,
                on=date(2024, 6, 1 + day),
                format="individual",
                provider="own",
            )
    assert parts("IND-18c") == (4, 6, 0)
    assert value("IND-05") == 5


def _letter(case: object, **more: object) -> OfficialLetter:
    office = Partner.objects.get_or_create(name="Опека")[0]
    usual = {"direction": "out", "kind": "request", "number": "", "partner": office, "on": SPRING, "sent_on": SPRING}
    return OfficialLetter.objects.create(case=case, **{**usual, **more})


@by_hand("IND-19", "IND-19d", "IND-19p", "IND-27", "IND-27d")
def test_requests_and_letters() -> None:
    """IND-19, IND-27: of four requests closed two were granted; a letter whose time is not over is not known."""
    case = world.case(closed_on=None)
    for result, day, who in (("granted", 20, "parent"), ("part", 30, ""), ("refused", 14, "staff")):
        _letter(case, result=result, closed_on=date(2024, 4, day), asked_by=who, answer_due_on=MAY)
    _letter(case, result="no_answer", closed_on=JUNE, asked_by="staff", answer_due_on=MAY)
    _letter(case, answer_due_on=date(2026, 5, 1))
    _letter(case, answer_due_on=MAY)
    _letter(case, direction="in")
    assert parts("IND-19") == (2, 4, 0)
    assert parts("IND-19d") == (10.0, 3, 0)
    assert parts("IND-19p") == (1, 3, 1)
    assert parts("IND-27") == (3, 5, 1)
    assert parts("IND-27d") == (10.0, 3, 0)
    assert parts("IND-27", as_of=date(2024, 4, 25)) == (2, 2, 4), "what came later is not known on that day"


@by_hand("IND-09", "IND-09s", "IND-10", "IND-11", "IND-12", "IND-13", "IND-27m")
def test_what_belongs_to_the_whole_house() -> None:
    """IND-09 to IND-13, IND-27m: agreements, events, materials, followers, volunteers; of no program."""
    office = Partner.objects.create(name="Опека")
    for signed, until, ended in ((MAY, None, None), (date(2023, 1, 1), JUNE, None), (SPRING, None, JUNE)):
        Agreement.objects.create(partner=office, number="", signed_on=signed, until_on=until, ended_on=ended)
    JointMeeting.objects.create(on=MAY, topic="Сверка")
    for kind in ("event", "material", "material", "post"):
        PublicPiece.objects.create(kind=kind, on=MAY, title=kind)
    first, second = (VoiceChannel.objects.create(name=name) for name in ("Первый", "Второй"))
    for channel, on, followers in ((first, SPRING, 100), (first, MAY, 120), (second, MAY, 5), (second, JUNE, 7)):
        FollowerCount.objects.create(channel=channel, on=on, followers=followers)
    for kind, on in (("volunteer", MAY), ("volunteer", JUNE), ("donor", MAY), ("donor", date(2023, 1, 1))):
        Helper.objects.create(kind=kind, giver="person", name="Имя", joined_on=on)
    assert (value("IND-09"), value("IND-09s")) == (1, 2)
    assert value("IND-09", days=(SPRING, date(2024, 5, 31))) == 3
    assert (value("IND-10"), value("IND-11"), value("IND-27m")) == (1, 2, 1)
    assert (value("IND-12"), value("IND-12", days=(SPRING, MAY))) == (127, 125)
    assert (value("IND-13"), groups("IND-13")) == (3, {"volunteer": 2, "donor": 1})
    assert value("IND-13", program_ids=(world.program().pk,)) is None
