"""Columns with which other indexes begin, or which are mostly empty, need none of their own for every row."""

import django.db.models.deletion
from django.db import migrations, models

from opora.common.indexes import WithoutIndex


class Migration(migrations.Migration):

    dependencies = [
        ('families', '0008_merges_of_families'),
    ]

    operations = [
        WithoutIndex(
            model_name='family',
            name='merged_into',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.family'),
        ),
        WithoutIndex(
            model_name='person',
            name='merged_into',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.person'),
        ),
        migrations.AddIndex(
            model_name='family',
            index=models.Index(condition=models.Q(('merged_into__isnull', False)), fields=['merged_into'], name='families_families_merged'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(condition=models.Q(('merged_into__isnull', False)), fields=['merged_into'], name='families_people_merged'),
        ),
    ]
