"""Addresses of this front room."""

from django.urls import path

from opora.web.today import calendar, unfinished, views

app_name = "today"
urlpatterns = [
    path("", views.show_today, name="today"),
    path("week/", calendar.show_week, name="week"),
    path("day/", calendar.show_day, name="day"),
    path("today/nobodys/", views.show_nobodys, name="nobodys"),
    path("unfinished/", unfinished.list_unfinished, name="unfinished"),
    path("unfinished/<int:draft_id>/throw-away/", unfinished.throw_away, name="throw_away"),
]
