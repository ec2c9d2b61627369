"""Addresses of this front room."""

from django.urls import path

from opora.web.network.views import circle, genogram, many, maps, members, outside, talks

app_name = "network"
urlpatterns = [path("network/", many.list_families, name="list")]
for kind, place in (("case", "cases/<int:case_id>"), ("route", "routes/<int:route_id>")):
    urlpatterns += [
        path(f"{place}/network/", circle.show, name=kind),
        path(f"{place}/network/add/", members.add, name=f"{kind}_add"),
        path(f"{place}/network/talk/", talks.record, name=f"{kind}_talk"),
        path(f"{place}/network/need/", outside.add, name=f"{kind}_need"),
        path(f"{place}/network/compare/", maps.compare, name=f"{kind}_compare"),
        path(f"{place}/network/genogram/", genogram.show, name=f"{kind}_genogram"),
        path(f"{place}/network/genogram/add/", genogram.add, name=f"{kind}_relative"),
        path(f"{place}/network/genogram/link/", genogram.link, name=f"{kind}_link"),
        path(f"{place}/network/genogram/bond/", genogram.bond, name=f"{kind}_bond"),
    ]
urlpatterns += [
    path("network/members/<int:around_id>/", members.change, name="member"),
    path("network/members/<int:around_id>/remove/", members.remove, name="remove"),
    path("network/needs/<int:need_id>/", outside.change, name="need"),
    path("network/needs/<int:need_id>/remove/", outside.remove, name="need_remove"),
    path("network/maps/<int:map_id>/", maps.show, name="map"),
    path("network/maps/<int:map_id>/confirm/", maps.confirm, name="confirm"),
    path("network/talks/<int:talk_id>/", talks.correct, name="talk"),
    path("network/kin/<int:kin_id>/remove/", genogram.unlink, name="unlink"),
]
