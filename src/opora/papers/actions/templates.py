"""The organization's own templates: checked before they are accepted, kept as versions that never change."""

import hashlib

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.papers import policies
from opora.papers.models import Consent, LetterTemplate
from opora.papers.rules import media_type_of
from opora.papers.rules.letters import BadTemplate, check
from opora.papers.template_kinds import KINDS
from opora.papers.words import template_faults

_LARGEST = 2 * 1024 * 1024


@transaction.atomic
def add_template(*, actor: Actor, kind: str, data: bytes) -> LetterTemplate:
    """A new version of a template, in use from now on; letters written before keep theirs."""
    policies.check_can_replace_templates(actor)
    if kind not in KINDS:
        raise Invalid({"kind": _("Choose a letter from the list.")})
    if len(data) > _LARGEST or "wordprocessingml" not in media_type_of(data):
        raise Invalid({"file": _("Choose a Word file (.docx) without macros, up to 2 MB.")})
    try:
        purposes = tuple(Consent.Purpose.values) if kind == LetterTemplate.Kind.CONSENT else ()
        check(data, purposes, KINDS[kind].fields)
    except BadTemplate as bad:
        raise Invalid({"file": "\n".join(template_faults(bad))}) from None
    last = LetterTemplate.objects.filter(kind=kind).aggregate(last=Max("number"))["last"] or 0
    template = LetterTemplate.objects.create(
        kind=kind,
        number=last + 1,
        content=data,
        sha256=hashlib.sha256(data).hexdigest(),
        added_by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="papers.template_added", number=template.number)
    return template
