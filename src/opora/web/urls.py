"""Every address of the product: each front room brings its own; the page of a family stands among cases and paths."""

from django.urls import include, path

from opora.web.cases import urls as cases
from opora.web.family_page import urls as family_page
from opora.web.process import urls as process

handler500 = "opora.web.shell.broken.server_error"
urlpatterns = [
    path("", include("opora.web.shell.urls")),
    path("", include("opora.web.today.urls")),
    path("", include("opora.web.access.urls")),
    path("account/", include("opora.web.access.account_urls")),
    path("", include("opora.web.organization.urls")),
    path("", include((cases.urlpatterns + family_page.OF_CASES, cases.app_name))),
    path("", include("opora.web.families.urls")),
    path("", include("opora.web.assessments.urls")),
    path("", include("opora.web.evidence.urls")),
    path("", include("opora.web.indicators.urls")),
    path("", include("opora.web.chain.urls")),
    path("", include("opora.web.studies.urls")),
    path("", include("opora.web.pivot.urls")),
    path("", include("opora.web.release.urls")),
    path("", include("opora.web.api.urls")),
    path("", include("opora.web.reports.urls")),
    path("", include("opora.web.registry.urls")),
    path("", include("opora.web.journal.urls")),
    path("", include((process.urlpatterns + family_page.OF_PATHS, process.app_name))),
    path("", include("opora.web.partners.urls")),
    path("", include("opora.web.intake.urls")),
    path("", include("opora.web.papers.urls")),
    path("", include("opora.web.correspondence.urls")),
    path("", include("opora.web.volunteers.urls")),
    path("", include("opora.web.voice.urls")),
    path("", include("opora.web.councils.urls")),
    path("", include("opora.web.plans.urls")),
    path("", include("opora.web.goods.urls")),
    path("", include("opora.web.life.urls")),
    path("", include("opora.web.circumstances.urls")),
    path("", include("opora.web.results.urls")),
    path("", include("opora.web.network.urls")),
    path("", include("opora.web.stays.urls")),
    path("", include("opora.web.reminders.urls")),
    path("", include("opora.web.attention.urls")),
    path("", include("opora.web.search.urls")),
    path("", include("opora.web.duties.urls")),
    path("", include("opora.web.sources.urls")),
    path("", include("opora.web.catalogue.urls")),
    path("", include("opora.web.logic.urls")),
    path("", include("opora.web.instruments.urls")),
    path("", include("opora.web.fields.urls")),
    path("", include("opora.web.groups.urls")),
    path("", include("opora.web.services.urls")),
    path("", include("opora.web.notes.urls")),
]
