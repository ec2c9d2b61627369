"""Addresses of this front room."""

from django.urls import path

from opora.web.partners.views import directory, exchange, onward

app_name = "partners"
urlpatterns = [
    path("partners/", directory.list_partners, name="list"),
    path("partners/exchange/", exchange.exchange, name="exchange"),
    path("partners/export/", exchange.export, name="export"),
    path("partners/new/", directory.add_partner, name="new"),
    path("partners/<int:partner_id>/", directory.show_partner, name="partner"),
    path("partners/<int:partner_id>/change/", directory.change_partner, name="change"),
    path("routes/<int:route_id>/partners/", onward.show_panel, name="panel"),
    path("routes/<int:route_id>/partners/refer/", onward.refer, name="refer"),
    path("onward/", onward.list_unconfirmed, name="unconfirmed"),
    path("onward/<int:onward_id>/confirm/", onward.confirm, name="confirm"),
]
