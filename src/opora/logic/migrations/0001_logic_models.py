"""Logic models: published versions, and drafts of the next ones."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from opora.common.final import Final


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ModelVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, verbose_name='code')),
                ('number', models.PositiveIntegerField(verbose_name='version')),
                ('practice', models.SlugField(max_length=60, verbose_name='practice')),
                ('programs', django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(max_length=60), default=list, size=None, verbose_name='programs')),
                ('sha256', models.CharField(max_length=64)),
                ('text', models.TextField()),
                ('published_at', models.DateTimeField(auto_now_add=True)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
            ],
            options={
                'verbose_name': 'version of a logic model',
                'verbose_name_plural': 'versions of logic models',
            },
        ),
        migrations.CreateModel(
            name='ModelDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=60, verbose_name='code')),
                ('text', models.TextField()),
                ('revision', models.PositiveIntegerField(default=1, verbose_name='revision')),
                ('state', models.CharField(choices=[('open', 'worked on'), ('published', 'published'), ('dropped', 'given up')], default='open', max_length=10, verbose_name='state')),
                ('begun_at', models.DateTimeField(auto_now_add=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('begun_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('base', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='logic.modelversion', verbose_name='version')),
            ],
            options={
                'verbose_name': 'draft of a logic model',
                'verbose_name_plural': 'drafts of logic models',
            },
        ),
        migrations.AddConstraint(
            model_name='modelversion',
            constraint=models.UniqueConstraint(fields=('code', 'number'), name='logic_version_once'),
        ),
        migrations.AddConstraint(
            model_name='modeldraft',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('code',), name='logic_one_draft_at_a_time'),
        ),
        Final('logic_modelversion'),
    ]
