"""No column that names a worker is forgotten when somebody leaves: it is work to pass on, or it says why not."""

from django.apps import apps
from django.db.models import JSONField, Model

from opora.access.hanging import hanging_everywhere
from opora.access.models import User
from tests.house.source import for_each

OURS = [model for model in apps.get_models() if model.__module__.startswith("opora.")]

# Who did or wrote something once: it stays under this name for ever.
AUTHORS = {
    "accepted_by", "added_by", "approved_by", "begun_by", "by", "closed_by", "decided_by", "ended_by", "filed_by",
    "given_by", "invited_by", "opened_by", "registered_by", "voided_by", "taken_back_by", "undone_by",
}  # fmt: skip
# Whatever else names a worker and is no work, and why.
NO_WORK = {
    "access.RoleAssignment.user": "what somebody may do, not what is to be done",
    "access.Substitution.absent": "an absence, which ends by itself",
    "access.Substitution.substitute": "an absence, which ends by itself",
    "assessments.Assessment.assessor": "who assessed stands in the form for ever",
    "cases.PlannedHandOver.to_user": "a hand-over to come; whoever may not take the case by then does not get it",
    "councils.Conference.participant_ids": "who took part stands in the minutes for ever",
    "duties.HandingOn.from_user": "a hand-over of former days",
    "duties.PlannedPassing.from_user": "a hand-over to come, which ends with its day",
    "indicators.IndicatorVersion.made_by": "who composed an indicator stands in it for ever",
    "indicators.Target.set_by": "who set a target stands in it for ever",
    "fields.FieldDefinition.made_by": "who added a field stands in it for ever",
    "instruments.InstrumentDraft.begun_by": "a draft belongs to everybody who may change forms",
    "instruments.InstrumentDraft.changed_by": "a draft belongs to everybody who may change forms",
    "instruments.InstrumentVersion.made_by": "who made a version stands in it for ever",
    "access.ApiToken.user": "an own token, dead with the account",
    "access.ApiToken.revoked_by": "who revoked it stands at it for ever",
    "pathways.ProcessDraft.begun_by": "a draft belongs to everybody who may change processes",
    "pathways.ProcessDraft.changed_by": "a draft belongs to everybody who may change processes",
    "pathways.RouteVersion.made_by": "who made a version stands in it for ever",
    "logic.ModelDraft.changed_by": "a draft belongs to everybody who may change models",
    "indicators.IndicatorDraft.changed_by": "a draft belongs to everybody who may change indicators",
    "reports.ComposedReport.changed_by": "a report belongs to everybody who may compose reports",
    "logic.ModelVersion.made_by": "who made a version stands in it for ever",
    "notes.NoteReader.user": "who may read a note; its author says it, and the head once the author left",
    "pivot.SavedTable.owner": "a table of one's own; one of the organization is kept by whoever may share",
    "services.Provision.worker": "who gave a service stands in the record for ever",
    "registry.ColumnChoice.chosen_by": "who said what a column means; another says otherwise with the next file",
    "registry.ImportRun.user": "whoever brought a workbook in; another can bring it in anew",
    "reminders.CalendarAddress.user": "an own calendar, shut with the account",
    "volunteers.Helper.user": "the account of a volunteer; the tasks given to it are passed on by themselves",
    "reminders.ReminderChoice.user": "how often somebody wants letters",
}


def _naming(model: type[Model]) -> list[str]:
    """The columns that name workers: by a key, or by a list of their numbers."""
    keys = [
        field.name
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model is User
    ]
    lists = [
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, JSONField) and field.name in {"visitor_ids", "participant_ids", "member_ids", "user_ids"}
    ]
    return [*keys, *lists]


@for_each(OURS, lambda model: model._meta.label)
def test_whatever_names_a_worker_can_be_passed_on_or_says_why_not(model: type[Model]) -> None:
    hanging = {field for one in hanging_everywhere() for field in one.fields}
    names = [f"{model._meta.label}.{name}" for name in _naming(model) if name not in AUTHORS]
    forgotten = [name for name in names if name not in hanging and name not in NO_WORK]
    assert not forgotten, f"{forgotten}: declare it in the room's hangs.py, or say in this test why it is no work"


def test_no_list_names_a_column_that_is_gone() -> None:
    known = {f"{model._meta.label}.{name}" for model in OURS for name in _naming(model)}
    hanging = {field for one in hanging_everywhere() for field in one.fields}
    assert not (hanging | set(NO_WORK)) - known
