"""Every address of the product: each front room brings its own; the page of a family stands among cases and paths."""

from django.urls import include, path

from opora.web.cases import urls as cases
from opora.web.family_page import urls as family_page
from opora.web.process import urls as process
from opora.web.shell.rooms import room

handler500 = "opora.web.shell.broken.server_error"
urlpatterns = [
    room("opora.web.shell.urls"),
    room("opora.web.today.urls"),
    room("opora.web.access.urls"),
    path("account/", include("opora.web.access.account_urls")),
    room("opora.web.organization.urls"),
    room((cases.urlpatterns + family_page.OF_CASES, cases.app_name)),
    room("opora.web.families.urls"),
    room("opora.web.assessments.urls"),
    room("opora.web.evidence.urls"),
    room("opora.web.indicators.urls"),
    room("opora.web.chain.urls"),
    room("opora.web.studies.urls"),
    room("opora.web.pivot.urls"),
    room("opora.web.release.urls"),
    room("opora.web.api.urls"),
    room("opora.web.reports.urls"),
    room("opora.web.registry.urls"),
    room("opora.web.journal.urls"),
    room((process.urlpatterns + family_page.OF_PATHS, process.app_name)),
    room("opora.web.partners.urls"),
    room("opora.web.intake.urls"),
    room("opora.web.papers.urls"),
    room("opora.web.correspondence.urls"),
    room("opora.web.volunteers.urls"),
    room("opora.web.voice.urls"),
    room("opora.web.councils.urls"),
    room("opora.web.plans.urls"),
    room("opora.web.goods.urls"),
    room("opora.web.life.urls"),
    room("opora.web.circumstances.urls"),
    room("opora.web.results.urls"),
    room("opora.web.network.urls"),
    room("opora.web.stays.urls"),
    room("opora.web.reminders.urls"),
    room("opora.web.attention.urls"),
    room("opora.web.search.urls"),
    room("opora.web.duties.urls"),
    room("opora.web.sources.urls"),
    room("opora.web.catalogue.urls"),
    room("opora.web.logic.urls"),
    room("opora.web.instruments.urls"),
    room("opora.web.fields.urls"),
    room("opora.web.groups.urls"),
    room("opora.web.services.urls"),
    room("opora.web.notes.urls"),
]
