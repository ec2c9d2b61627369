"""Paths and steps point to the versions of processes in the room of the pathways: the same table, the same keys."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pathways', '0001_versions_of_processes'),
        ('process', '0009_amendments'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name='route',
                    name='version',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.routeversion', verbose_name='process'),
                ),
                migrations.AlterField(
                    model_name='routestep',
                    name='version',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.routeversion'),
                ),
                migrations.DeleteModel(name='RouteVersion'),
            ],
        ),
    ]
