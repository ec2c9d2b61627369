"""Addresses of tables."""

from django.urls import path

from opora.web.pivot.views import keeping, reading

app_name = "pivot"
urlpatterns = [
    path("tables/", reading.list_tables, name="list"),
    path("tables/new/", reading.make_table, name="make"),
    path("tables/cases/", reading.show_cases, name="cases"),
    path("tables/keep/", keeping.keep_new, name="keep"),
    path("tables/<int:table_id>/", reading.show_table, name="table"),
    path("tables/<int:table_id>/keep/", keeping.keep_changed, name="table_keep"),
    path("tables/<int:table_id>/put-away/", keeping.put_away, name="put_away"),
    path("tables/<int:table_id>/bring-back/", keeping.bring_back, name="bring_back"),
]
