"""Columns with which other indexes begin, or which are mostly empty, need none of their own for every row."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from opora.common.indexes import WithoutIndex


class Migration(migrations.Migration):

    dependencies = [
        ('assessments', '0004_words_are_sealed'),
        ('cases', '0013_looks_back_by_day'),
        ('instruments', '0003_drafts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        WithoutIndex(
            model_name='assessment',
            name='approved_by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        WithoutIndex(
            model_name='assessment',
            name='assessor',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assessor'),
        ),
        WithoutIndex(
            model_name='assessment',
            name='case',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case', verbose_name='case'),
        ),
        WithoutIndex(
            model_name='assessment',
            name='instrument_code',
            field=models.SlugField(db_index=False, default='efo', max_length=60),
        ),
        WithoutIndex(
            model_name='assessment',
            name='replaces',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessments.assessment'),
        ),
        WithoutIndex(
            model_name='assessment',
            name='version',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='instruments.instrumentversion'),
        ),
        migrations.AddIndex(
            model_name='assessment',
            index=models.Index(condition=models.Q(('version__isnull', False)), fields=['version'], name='assessments_by_version'),
        ),
        migrations.AddIndex(
            model_name='assessment',
            index=models.Index(condition=models.Q(('assessor__isnull', False)), fields=['assessor'], name='assessments_by_assessor'),
        ),
        migrations.AddIndex(
            model_name='assessment',
            index=models.Index(condition=models.Q(('approved_by__isnull', False)), fields=['approved_by'], name='assessments_by_approver'),
        ),
    ]
