"""Donors stand in one list with the volunteers: names and contacts that lay open here are sealed there."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Min

from opora.common.dates import today
from opora.common.text import fold
from opora.families.sealing import seal, unseal

_NAME, _CONTACTS = "volunteers.name", "volunteers.contacts"


def move(apps: Any, editor: Any) -> None:
    """Each donor of goods becomes an entry of that list, or joins the one of the same name there."""
    donors, helpers = apps.get_model("goods", "Donor"), apps.get_model("volunteers", "Helper")
    donations = apps.get_model("goods", "Donation")
    if not donors.objects.exists():
        return
    with editor.connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    standing = helpers._base_manager.filter(voided_on=None, kind__in=("donor", "both"))
    known = {fold(unseal(one.name, _NAME)): one for one in standing}
    for donor in donors.objects.order_by("pk"):
        first_on = donations.objects.filter(donor=donor).aggregate(first=Min("given_on"))["first"]
        helper = known.get(fold(donor.name)) or helpers(kind="donor", revision=1)
        if helper.pk is None:
            helper.name = bytes(seal(donor.name, _NAME))
            helper.joined_on = donor.since_on or first_on or today()
            helper.left_on = None if donor.is_active else max(today(), helper.joined_on)
        if donor.contacts and helper.contacts is None:
            helper.contacts = bytes(seal(donor.contacts, _CONTACTS))
        helper.giver = helper.giver or donor.kind
        helper.save()
        donations.objects.filter(donor=donor).update(giver=helper)


class Migration(migrations.Migration):
    dependencies = [
        ("goods", "0001_initial"),
        ("volunteers", "0003_who_gives"),
    ]

    operations = [
        migrations.AddField(
            model_name="donation",
            name="giver",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="volunteers.helper",
                verbose_name="donor",
            ),
        ),
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.RemoveField(model_name="donation", name="donor"),
        migrations.RenameField(model_name="donation", old_name="giver", new_name="donor"),
        migrations.DeleteModel(name="Donor"),
    ]
