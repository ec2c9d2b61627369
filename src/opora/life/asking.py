"""What the sheet «Записать» offers to choose from: the codes of the tables, in the shorter words of a hallway."""

from django.utils.translation import pgettext_lazy

from opora.common.choices import Offered
from opora.intake.models import ContactRecord, Visit
from opora.plans.models import FamilyStep, UnforeseenEvent

PARTIES: Offered = (
    (ContactRecord.Party.MOTHER.value, pgettext_lazy("with whom", "Mother")),
    (ContactRecord.Party.FATHER.value, pgettext_lazy("with whom", "Father")),
    (ContactRecord.Party.CHILD.value, pgettext_lazy("with whom", "Child")),
    (ContactRecord.Party.RELATIVE.value, pgettext_lazy("with whom", "Relatives")),
    (ContactRecord.Party.ORGANISATION.value, pgettext_lazy("with whom", "Organization")),
    (ContactRecord.Party.OTHER.value, pgettext_lazy("with whom", "Somebody else")),
)
RESULTS: Offered = (
    (ContactRecord.Result.REACHED.value, pgettext_lazy("record sheet", "We talked")),
    (ContactRecord.Result.NOT_REACHED.value, pgettext_lazy("record sheet", "Not reached")),
    (ContactRecord.Result.AGREED.value, pgettext_lazy("record sheet", "Agreed to meet")),
    (ContactRecord.Result.REFUSED.value, pgettext_lazy("record sheet", "Refused")),
)
SAFETY: Offered = (
    (Visit.Safety.UNKNOWN.value, pgettext_lazy("record sheet", "Nothing to report")),
    (Visit.Safety.SAFE.value, pgettext_lazy("record sheet", "The children are safe")),
    (Visit.Safety.CONCERN.value, pgettext_lazy("record sheet", "There are worries")),
    (Visit.Safety.DANGER.value, pgettext_lazy("record sheet", "Danger for life or health")),
)
STEPS: Offered = (
    (FamilyStep.Kind.STEP.value, pgettext_lazy("record sheet", "Did it by themselves")),
    (FamilyStep.Kind.INTENTION.value, pgettext_lazy("record sheet", "Said what they intend")),
)
EVENTS: Offered = (
    (UnforeseenEvent.Kind.ILLNESS.value, pgettext_lazy("record sheet", "Illness")),
    (UnforeseenEvent.Kind.DEATH.value, pgettext_lazy("record sheet", "Death")),
    (UnforeseenEvent.Kind.FIRE.value, pgettext_lazy("record sheet", "Fire, flood")),
    (UnforeseenEvent.Kind.MOVED.value, pgettext_lazy("record sheet", "Moved house")),
    (UnforeseenEvent.Kind.VIOLENCE.value, pgettext_lazy("record sheet", "Violence")),
    (UnforeseenEvent.Kind.OTHER.value, pgettext_lazy("record sheet", "Something else")),
)
BY_CALL: Offered = (
    (ContactRecord.Kind.PHONE.value, pgettext_lazy("record sheet", "By telephone")),
    (ContactRecord.Kind.MESSENGER.value, pgettext_lazy("record sheet", "By messenger")),
    (ContactRecord.Kind.SITE.value, pgettext_lazy("record sheet", "Through the website")),
)
BY_MEETING: Offered = (
    (ContactRecord.Kind.IN_PERSON.value, pgettext_lazy("record sheet", "Meeting")),
    (ContactRecord.Kind.INTERVIEW.value, pgettext_lazy("record sheet", "Interview")),
    (ContactRecord.Kind.VISIT_ATTEMPT.value, pgettext_lazy("record sheet", "Attempt of a visit")),
)
