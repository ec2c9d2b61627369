"""Drafts of models that are not there yet, and the programs for which a draft is written."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('logic', '0001_logic_models'),
    ]

    operations = [
        migrations.AlterField(
            model_name='modeldraft',
            name='base',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='logic.modelversion', verbose_name='version'),
        ),
        migrations.AddField(
            model_name='modeldraft',
            name='programs',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(max_length=60), null=True, size=None, verbose_name='programs'),
        ),
    ]
