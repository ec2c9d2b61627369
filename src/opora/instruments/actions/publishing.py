"""Publishing forms. What was published is never changed: a correction is a new version."""

from django.db import transaction
from django.utils.translation import gettext

from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.errors import Invalid
from opora.common.findings import Finding
from opora.instruments import policies
from opora.instruments.models import Instrument, InstrumentVersion
from opora.instruments.queries import published_definitions
from opora.instruments.rules import Definition, compare_versions, fingerprint


class VersionRefused(Invalid):
    """The new version would spoil the comparison with older answers; `findings` say where and why."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__({"": "\n".join(finding.text(gettext) for finding in findings)})


@transaction.atomic
def publish_version(
    *, actor: Actor, definition: Definition, file: str = "instrument.toml", keep_own: bool = False
) -> InstrumentVersion:
    """Publish a form. The same content twice is one version; a changed one must follow the rules of versions.

    With ``keep_own`` a form whose version in force the organization made in the browser stays as it is.
    """
    policies.check_can_change(actor)
    data = definition.to_data()
    digest = fingerprint(data)
    instrument, _is_new = Instrument.objects.select_for_update().get_or_create(
        code=definition.code, defaults={"title": definition.title.ru}
    )
    known = InstrumentVersion.objects.filter(instrument=instrument, sha256=digest).first()
    if known is not None:
        return known
    newest = InstrumentVersion.objects.filter(instrument=instrument).order_by("-number").first()
    if keep_own and newest is not None and newest.made_by_id is not None:
        return newest
    findings = compare_versions(published_definitions(code=definition.code), definition, file)
    if findings:
        raise VersionRefused(findings)
    version = InstrumentVersion.objects.create(
        instrument=instrument,
        number=definition.version,
        definition=data,
        sha256=digest,
        made_by_id=actor.user_id,
    )
    if instrument.title != definition.title.ru:
        Instrument.objects.filter(pk=instrument.pk).update(title=definition.title.ru)
    record(actor=actor, verb="instruments.version_published", code=definition.code, version=definition.version)
    return version
