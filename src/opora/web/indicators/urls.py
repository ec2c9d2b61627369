"""Addresses of indicators."""

from django.urls import path

from opora.web.indicators.views import composing, drafting, reading, setting

app_name = "indicators"
urlpatterns = [
    path("indicators/", reading.list_indicators, name="list"),
    path("indicators/outside/", setting.list_outside, name="outside"),
    path("indicators/outside/new/", setting.enter_outside, name="outside_new"),
    path("indicators/outside/<int:figure_id>/void/", setting.void_outside, name="outside_void"),
    path("indicators/new/", composing.compose, name="new"),
    path("indicators/targets/<int:target_id>/drop/", setting.drop_target, name="drop_target"),
    path("indicators/of/<slug:code>/", reading.show_indicator, name="one"),
    path("indicators/of/<slug:code>/cases/", reading.show_cases, name="cases"),
    path("indicators/of/<slug:code>/target/", setting.set_target, name="target"),
    path("indicators/of/<slug:code>/draft/", drafting.change, name="draft"),
    path("indicators/of/<slug:code>/draft/begin/", drafting.begin, name="begin"),
    path("indicators/of/<slug:code>/draft/publish/", drafting.publish, name="publish"),
    path("indicators/of/<slug:code>/draft/give-up/", drafting.give_up, name="give_up"),
    path("indicators/of/<slug:code>/draft/take-back/", drafting.take_back, name="take_back"),
    path("indicators/of/<slug:code>/put-away/", composing.put_away, name="put_away"),
]
