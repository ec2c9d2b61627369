"""Publishing forms. What was published is never changed: a correction is a new version."""

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.audit.actions import record
from opora.common.errors import Invalid, Refused
from opora.common.findings import Finding
from opora.instruments.models import Instrument, InstrumentVersion
from opora.instruments.queries import published_definitions
from opora.instruments.rules import Definition, compare_versions, fingerprint


class VersionRefused(Invalid):
    """The new version would spoil the comparison with older answers; `findings` say where and why."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__({"": "\n".join(finding.text(gettext) for finding in findings)})


@transaction.atomic
def publish_version(*, actor: Actor, definition: Definition, file: str = "instrument.toml") -> InstrumentVersion:
    """Publish a form. The same content twice is one version; a changed one must follow the rules of versions."""
    if scope(actor, "practice.manage") is not Scope.ALL:
        raise Refused(_("Only the administrator or the head of the organization publishes assessment forms."))
    data = definition.to_data()
    digest = fingerprint(data)
    instrument, _is_new = Instrument.objects.select_for_update().get_or_create(
        code=definition.code, defaults={"title": definition.title.ru}
    )
    known = InstrumentVersion.objects.filter(instrument=instrument, sha256=digest).first()
    if known is not None:
        return known
    findings = compare_versions(published_definitions(code=definition.code), definition, file)
    if findings:
        raise VersionRefused(findings)
    version = InstrumentVersion.objects.create(
        instrument=instrument, number=definition.version, definition=data, sha256=digest
    )
    if instrument.title != definition.title.ru:
        Instrument.objects.filter(pk=instrument.pk).update(title=definition.title.ru)
    record(actor=actor, verb="instruments.version_published", code=definition.code, version=definition.version)
    return version
