"""A draft of a form as a whole: begun from a version or anew, brought from a file, published or given up."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.common.next_version import given_up_last, held, worked_on
from opora.common.one_at_a_time import one_at_a_time
from opora.common.toml_table import CODE
from opora.instruments import policies
from opora.instruments.actions.publishing import publish_version
from opora.instruments.models import InstrumentDraft, InstrumentVersion
from opora.instruments.queries import definition_of, published_definitions
from opora.instruments.rules import Form, form_problems, read_form
from opora.instruments.rules import editing as rules

_ONE = "instruments"


@transaction.atomic
def begin_draft(*, actor: Actor, code: str) -> InstrumentDraft:
    """Work on the next version begins from the one in force; one that is under way is gone on with."""
    policies.check_can_change(actor)
    one_at_a_time(_ONE)
    known = worked_on(InstrumentDraft, code)
    if known is not None:
        return known
    base = _newest(code)
    if base is None:
        raise NotFound
    draft = _begun(actor, code, base, rules.next_version(definition_of(base)))
    audit.record(actor=actor, verb="instruments.draft_begun", code=code, number=base.number)
    return draft


@transaction.atomic
def begin_form(*, actor: Actor, code: str, title: Mapping[str, str], scale: Form) -> InstrumentDraft:
    """Work on a form that is not there yet; its code is for ever and belongs to no other."""
    policies.check_can_change(actor)
    one_at_a_time(_ONE)
    if not CODE.fullmatch(code):
        raise Invalid({"code": _("Use small Latin letters, digits and underscores, 40 at most.")})
    if _newest(code) is not None or worked_on(InstrumentDraft, code) is not None:
        raise Invalid({"code": _("There is a form with this code. Choose another.")})
    draft = _begun(actor, code, None, rules.new_form(code, title, scale))
    audit.record(actor=actor, verb="instruments.form_begun", code=code)
    return draft


@transaction.atomic
def bring_form(*, actor: Actor, form: Form) -> InstrumentDraft:
    """A form that came as a file becomes the draft of its code: a new form, or the next version of a known one."""
    policies.check_can_change(actor)
    one_at_a_time(_ONE)
    code = str(form.get("code", ""))
    if not CODE.fullmatch(code):
        raise Invalid({"": _("The file does not say the code of the form.")})
    if worked_on(InstrumentDraft, code) is not None:
        raise Conflict(_("A draft of this form is worked on. Publish it or give it up first."))
    base = _newest(code)
    if base is not None:
        form = {**form, "version": base.number + 1}
    draft = _begun(actor, code, base, form)
    audit.record(actor=actor, verb="instruments.form_brought", code=code)
    return draft


@transaction.atomic
def publish_draft(*, actor: Actor, code: str, seen: int | None) -> InstrumentVersion:
    """The draft comes into force for assessments that begin from now on, unless something in it must be mended."""
    policies.check_can_change(actor)
    one_at_a_time(_ONE)
    draft = opened(actor, code)
    newest = _newest(code)
    draft.check_publishable(seen, newest.number if newest is not None else None)
    published = published_definitions(code=code)
    definition = read_form(draft.body).definition
    if definition is None or any(one.must for one in form_problems(draft.body, published)):
        raise Refused(_("Mend what is named first; then the form can be published."))
    if newest is not None and not rules_differ(newest, draft):
        raise Refused(_("Nothing is changed yet: there is nothing to publish."))
    version = publish_version(actor=actor, definition=definition)
    draft.save(update_fields=draft.become(draft.State.PUBLISHED, actor.user_id))
    return version


def rules_differ(version: InstrumentVersion, draft: InstrumentDraft) -> bool:
    """Whether the draft says anything else than the version, its number aside."""
    said = read_form({**draft.body, "version": version.number}).definition
    return said is None or said.to_data() != definition_of(version).to_data()


@transaction.atomic
def drop_draft(*, actor: Actor, code: str) -> None:
    """The draft is given up; what is in force stays."""
    draft = opened(actor, code)
    draft.save(update_fields=draft.become(draft.State.DROPPED, actor.user_id))
    audit.record(actor=actor, verb="instruments.draft_dropped", code=code)


@transaction.atomic
def take_draft_back(*, actor: Actor, code: str) -> InstrumentDraft:
    """The draft given up last is worked on again, as long as no other is and what it began from is in force."""
    policies.check_can_change(actor)
    one_at_a_time(_ONE)
    newest = _newest(code)
    draft = given_up_last(InstrumentDraft, code, newest.pk if newest is not None else None)
    draft.save(update_fields=draft.become(draft.State.OPEN, actor.user_id))
    audit.record(actor=actor, verb="instruments.draft_taken_back", code=code)
    return draft


def opened(actor: Actor, code: str) -> InstrumentDraft:
    """The draft that is worked on, held until the change is done."""
    policies.check_can_change(actor)
    return held(InstrumentDraft, code)


def keep(actor: Actor, draft: InstrumentDraft, form: Form, verb: str, **what: Any) -> None:
    """The draft as it reads now, with a line in the journal."""
    draft.save(update_fields=draft.say(json.dumps(form, ensure_ascii=False), actor.user_id))
    audit.record(actor=actor, verb=verb, code=draft.code, **what)


def _newest(code: str) -> InstrumentVersion | None:
    versions = InstrumentVersion.objects.select_related("instrument").filter(instrument__code=code)
    return versions.order_by("-number").first()


def _begun(actor: Actor, code: str, base: InstrumentVersion | None, form: Form) -> InstrumentDraft:
    return InstrumentDraft.objects.create(
        code=code,
        base=base,
        text=json.dumps(form, ensure_ascii=False),
        begun_by_id=actor.user_id,
        changed_by_id=actor.user_id,
    )
