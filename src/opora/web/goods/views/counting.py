"""A stock-taking on a phone: begun, put down line by line, closed."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.goods import actions, queries
from opora.web.goods.forms.working import BeginCountForm, CountForm, NothingForm, named
from opora.web.goods.views.lists import goods_for, places_for
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.searching import searched_below
from opora.web.shell.templatetags.shell import number

if TYPE_CHECKING:
    from opora.goods.models import StockCount

MOST_NAMED = 8
PAGE = 20


def list_counts(request: HttpRequest) -> HttpResponse:
    """The stock-takings, those under way first."""
    actor = actor_of(request)

    def read(text: str, part: slice) -> "list[StockCount]":
        return queries.list_counts(actor=actor, text=text, part=part)

    found = searched_below(request, read, label=_("Place, who began it"), size=PAGE)
    if sheets.is_asked(request):
        return sheets.answer(request, name="counts", title=_("Stock-takings"), columns=_columns(), rows=found.every)
    return render(request, "goods/counts.html", {"found": found, "counts": found.rows})


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Where"), lambda count: count.place.name),
        sheets.Column(_("Begun"), lambda count: count.began_on, "day"),
        sheets.Column(_("By whom"), lambda count: count.begun_by.name if count.begun_by else ""),
        sheets.Column(_("Closed on the day"), lambda count: None if count.is_called_off else count.closed_on, "day"),
        sheets.Column(
            _("Called off on the day"), lambda count: count.closed_on if count.is_called_off else None, "day"
        ),
    ]


def begin(request: HttpRequest) -> HttpResponse:
    """What is there now is noted; from then on one counts in peace."""
    actor = actor_of(request)
    return form_page(
        request,
        BeginCountForm(given(request), places=places_for(actor)),
        lambda typed: actions.begin_count(actor=actor, place_id=typed["place_id"], on=today()),
        template="goods/form.html",
        done=_("The stock-taking has begun. Whatever is given out meanwhile is taken into account by itself."),
        back=reverse("goods:counts"),
        to=lambda count: reverse("goods:count", args=[count.pk]),
        context={"heading": _("Begin a stock-taking"), "button": _("Begin")},
    )


def put_down(request: HttpRequest, count_id: int) -> HttpResponse:
    """What was counted; may be saved as often as one likes before it is closed."""
    actor = actor_of(request)
    count = queries.get_count(actor=actor, count_id=count_id)
    lines = queries.lines_of_count(count)
    form = CountForm(given(request), count_lines=lines, goods=goods_for(actor))

    def act(_typed: dict[str, Any]) -> None:
        actions.put_down(actor=actor, count_id=count_id, counted=form.counted(), found=form.coming())

    return form_page(
        request,
        form,
        act,
        template="goods/count.html",
        done=_("Put down."),
        back=reverse("goods:count", args=[count_id]),
        is_long=True,
        context={"count": count, "counted": sum(line.counted is not None for line in lines), "all": len(lines)},
    )


def close(request: HttpRequest, count_id: int) -> HttpResponse:
    """The differences become movements."""
    return _end(
        request,
        count_id,
        actions.close_count,
        heading=_("Close the stock-taking"),
        lead=_("What was found more or less is written into the ledger. What nobody counted stays as it is."),
        tells=True,
        button=_("Close"),
        done=_("The stock-taking is closed."),
    )


def call_off(request: HttpRequest, count_id: int) -> HttpResponse:
    """It is given up; nothing changes."""
    return _end(
        request,
        count_id,
        actions.call_off_count,
        heading=_("Call the stock-taking off"),
        lead=_("What was put down counts for nothing; the stock stays as it is."),
        button=_("Call off"),
        done=_("The stock-taking is called off."),
    )


def _end(request: HttpRequest, count_id: int, act: Any, *, tells: bool = False, **said: str) -> HttpResponse:
    actor = actor_of(request)
    count = queries.get_count(actor=actor, count_id=count_id)
    if count.closed_on and request.method != "POST":
        return redirect("goods:count", count_id)
    if tells:
        said["lead"] = f"{_how_far(count)} {said['lead']}"
    return form_page(
        request,
        NothingForm(given(request)),
        lambda _typed: act(actor=actor, count_id=count.pk, on=today()),
        template="goods/form.html",
        done=said["done"],
        back=reverse("goods:counts"),
        context=said,
    )


def _how_far(count: Any) -> str:
    """How much was counted and where it differs: a slip of the finger is seen before it stands in the ledger."""
    lines = queries.lines_of_count(count)
    counted = [line for line in lines if line.counted is not None]
    unlike = [line for line in counted if line.counted != line.expected]
    said = _("Counted: %(n)s of %(all)s.") % {"n": len(counted), "all": len(lines)}
    if not unlike:
        return said
    shown = [f"{named(line.lot)} ({number(line.expected)} → {number(line.counted)})" for line in unlike[:MOST_NAMED]]
    names = ", ".join(shown) + ("…" if len(unlike) > MOST_NAMED else "")
    return f"{said} " + _("Differs: %(names)s.") % {"names": names}
