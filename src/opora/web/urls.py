"""Every address of the product: each front room brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("opora.web.shell.urls")),
    path("", include("opora.web.today.urls")),
    path("", include("opora.web.access.urls")),
    path("account/", include("opora.web.access.account_urls")),
    path("", include("opora.web.organization.urls")),
    path("", include("opora.web.cases.urls")),
    path("", include("opora.web.families.urls")),
    path("", include("opora.web.assessments.urls")),
    path("", include("opora.web.evidence.urls")),
    path("", include("opora.web.registry.urls")),
    path("", include("opora.web.journal.urls")),
    path("", include("opora.web.process.urls")),
    path("", include("opora.web.partners.urls")),
    path("", include("opora.web.intake.urls")),
    path("", include("opora.web.papers.urls")),
    path("", include("opora.web.councils.urls")),
    path("", include("opora.web.plans.urls")),
    path("", include("opora.web.life.urls")),
    path("", include("opora.web.reminders.urls")),
    path("", include("opora.web.duties.urls")),
]
