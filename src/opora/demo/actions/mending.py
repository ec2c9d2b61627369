"""What seldom happens to a record, and must be seen once: taken for a mistake, put right, handed to another program."""

from datetime import date, timedelta

from opora.access import actions as access
from opora.access.rules import Actor
from opora.cases.models import Case
from opora.intake.models import ContactRecord
from opora.life import actions as life
from opora.life.queries import record_to_mend
from opora.process import actions as process
from opora.process.actions.transferring import transfer
from opora.process.models import Route
from opora.process.queries.transferring import transfer_targets


class MendingWriter:
    """Writes each of these down once; the head of the demonstration may do all of it."""

    def __init__(self, head: Actor, *, today: date) -> None:
        self.actor, self.today = head, today

    def away(self, absent: Actor, substitute: Actor) -> None:
        """A colleague is on leave for a week, and another stands in."""
        access.name_substitute(
            actor=self.actor,
            user_id=absent.user_id or 0,
            substitute_id=substitute.user_id or 0,
            from_on=self.today,
            until_on=self.today + timedelta(days=7),
            on=self.today,
        )

    def written_twice(self, department_id: int) -> None:
        """The newest signal of a department is the same call as another one."""
        paths = Route.objects.filter(case=None, ended_on=None, department_id=department_id)
        route = paths.order_by("-pk").first()
        if route is not None:
            reason = "Тот же звонок записали дважды"
            process.void_route(actor=self.actor, route_id=route.pk, reason=reason, on=self.today)

    def put_right(self, department_id: int) -> None:
        """What was written of a call is corrected, and the former words stay readable."""
        calls = ContactRecord.objects.filter(kind="phone", voided_on=None, route__department_id=department_id)
        call = calls.filter(route__case__closed_on=None, route__ended_on=None).order_by("-pk").first()
        if call is None:
            return
        now = record_to_mend(actor=self.actor, source="contact", pk=call.pk).now
        typed = {"people_ids": [], **now, "notes": f"{now['notes']} Перезвоним в понедельник."}
        reason = "Не записали, о чём условились"
        life.mend(
            actor=self.actor, source="contact", pk=call.pk, typed=typed, reason=reason, on=call.on, today=self.today
        )

    def handed_over(self, case: Case, manager: Actor) -> None:
        """The family goes on in another program, and its history goes along."""
        program_id, department_id, _words = transfer_targets(case=case)[0]
        transfer(
            actor=self.actor,
            case_id=case.pk,
            program_id=program_id,
            department_id=department_id,
            case_manager_id=manager.user_id,
            reason="Семье негде жить: переезжает в кризисный центр",
            on=self.today,
        )
