"""Addresses of this front room."""

from django.urls import path

from opora.web.goods.views import acts, bringing_in, correcting, counting, family, giving, keeping, logs, stock, working

app_name = "goods"
urlpatterns = [
    path("goods/", stock.list_stock, name="stock"),
    path("goods/movements/", stock.list_movements, name="movements"),
    path("goods/import/", bringing_in.bring_in, name="bring_in"),
    path("goods/receive/", working.receive, name="receive"),
    path("goods/waiting/", working.list_waiting, name="waiting"),
    path("goods/waiting/<int:reservation_id>/out/", working.hand_out, name="hand_out"),
    path("goods/waiting/<int:reservation_id>/back/", working.put_back, name="put_back"),
    path("goods/counts/", counting.list_counts, name="counts"),
    path("goods/counts/begin/", counting.begin, name="begin_count"),
    path("goods/counts/<int:count_id>/", counting.put_down, name="count"),
    path("goods/counts/<int:count_id>/close/", counting.close, name="close_count"),
    path("goods/counts/<int:count_id>/off/", counting.call_off, name="call_off_count"),
    path("goods/donors/", logs.list_donors, name="donors"),
    path("goods/donors/money/", logs.note_money, name="money_donated"),
    path("goods/lists/", keeping.show_lists, name="lists"),
    path("goods/lists/<slug:kind>/", keeping.keep, name="keep"),
    path("goods/given/", logs.list_given, name="given"),
    path("goods/needs/", logs.list_needs, name="needs"),
    path("goods/needs/<int:need_id>/", family.show_need, name="need"),
    path("goods/needs/<int:need_id>/end/", family.end_need, name="end_need"),
    path("goods/acts/<int:issue_id>/", acts.show_act, name="act"),
    path("goods/acts/<int:issue_id>/back/", acts.take_back, name="take_back"),
    path("goods/acts/<int:issue_id>/correct/", correcting.correct, name="correct"),
    path("goods/acts/<int:issue_id>/papers/", correcting.attach, name="attach"),
    path("goods/acts/<int:issue_id>/returned/", acts.take_in_return, name="returned"),
    path("goods/acts/<int:issue_id>/proof/", acts.prove, name="prove"),
    path("goods/<int:good_id>/", stock.show_good, name="good"),
    path("goods/<int:good_id>/off/", working.write_off, name="write_off"),
    path("goods/<int:good_id>/move/", working.move, name="move"),
    path("goods/lots/<int:lot_id>/sort/", working.sort, name="sort"),
    path("cases/<int:case_id>/goods/", family.show_family, name="case"),
    path("cases/<int:case_id>/goods/give/", giving.give, name="case_give"),
    path("cases/<int:case_id>/goods/money/", giving.give_money, name="case_money"),
    path("cases/<int:case_id>/goods/need/", family.record_need, name="case_need"),
    path("routes/<int:route_id>/goods/", family.show_family, name="route"),
    path("routes/<int:route_id>/goods/give/", giving.give, name="route_give"),
    path("routes/<int:route_id>/goods/money/", giving.give_money, name="route_money"),
    path("routes/<int:route_id>/goods/need/", family.record_need, name="route_need"),
]
