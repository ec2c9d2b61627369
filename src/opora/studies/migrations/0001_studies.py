"""Studies: drafts, registered hypotheses, first looks, decisions and their later effects."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from opora.common.final import Final


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0005_warehouse_worker'),
        ('programs', '0004_months_between_assessments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('finding', models.TextField(verbose_name='what was found')),
                ('change', models.TextField(verbose_name='what we change')),
                ('since', models.DateField(verbose_name='since')),
                ('owner', models.CharField(max_length=200, verbose_name='who answers for it')),
                ('on', models.DateField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'decision after an analysis',
                'verbose_name_plural': 'decisions after analyses',
                'ordering': ('-on', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='DecisionEffect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(verbose_name='what was seen later')),
                ('on', models.DateField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='effects', to='studies.decision')),
            ],
            options={
                'verbose_name': 'later effect of a decision',
                'verbose_name_plural': 'later effects of decisions',
                'ordering': ('on', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Hypothesis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True, verbose_name='number')),
                ('closed_from', models.DateField(null=True)),
                ('closed_to', models.DateField(null=True)),
                ('parts', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), size=None)),
                ('least', models.PositiveSmallIntegerField(default=1)),
                ('content', models.JSONField()),
                ('sha256', models.CharField(max_length=64)),
                ('closed_then', models.PositiveIntegerField()),
                ('author_name', models.CharField(max_length=200)),
                ('on', models.DateField(verbose_name='registered on')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('registered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('department', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.department')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programs.program', verbose_name='program')),
                ('replaces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.hypothesis')),
            ],
            options={
                'verbose_name': 'registered hypothesis',
                'verbose_name_plural': 'registered hypotheses',
                'ordering': ('-number',),
            },
        ),
        migrations.CreateModel(
            name='FirstLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('hypothesis', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='look', to='studies.hypothesis')),
            ],
            options={
                'verbose_name': 'first look at the data',
                'verbose_name_plural': 'first looks at the data',
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='hypothesis',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='studies.hypothesis'),
        ),
        migrations.CreateModel(
            name='StudyDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('values', models.JSONField(default=dict)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('begun_on', models.DateField(verbose_name='begun on')),
                ('is_done', models.BooleanField(default=False)),
                ('begun_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
            ],
            options={
                'verbose_name': 'draft of an analysis',
                'verbose_name_plural': 'drafts of analyses',
                'ordering': ('-pk',),
            },
        ),
        Final("studies_hypothesis"),
        Final("studies_firstlook"),
        Final("studies_decision"),
        Final("studies_decisioneffect"),
    ]
