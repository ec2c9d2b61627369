import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_ending_stays'),
        ('plans', '0002_versions_are_final'),
        ('process', '0009_amendments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelManagers(
            name='familystep',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AlterModelManagers(
            name='unforeseenevent',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='familystep',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='familystep',
            name='recorded_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='familystep',
            name='route',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path'),
        ),
        migrations.AddField(
            model_name='familystep',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
        migrations.AddField(
            model_name='unforeseenevent',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='unforeseenevent',
            name='recorded_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='unforeseenevent',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
        migrations.AlterField(
            model_name='familystep',
            name='plan',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='family_steps', to='plans.plan'),
        ),
        migrations.AlterField(
            model_name='unforeseenevent',
            name='route',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path'),
        ),
        # A step lies where its plan lies. Constraints are asked at once, for the table is altered right after.
        migrations.RunSQL(
            """
            SET CONSTRAINTS ALL IMMEDIATE;
            UPDATE plans_familystep step SET route_id = plan.route_id FROM plans_plan plan WHERE plan.id = step.plan_id;
            SET CONSTRAINTS ALL DEFERRED;
            """,
            migrations.RunSQL.noop,
        ),
        migrations.AddIndex(
            model_name='familystep',
            index=models.Index(fields=['route', '-on'], name='plans_steps_of'),
        ),
        migrations.AddConstraint(
            model_name='familystep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='plans_step_place'),
        ),
        migrations.AddConstraint(
            model_name='unforeseenevent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='plans_event_place'),
        ),
        # Of what lies there already nobody knows when it was recorded.
        migrations.AlterField(
            model_name='familystep',
            name='recorded_at',
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
        # Of what lies there already nobody knows when it was recorded.
        migrations.AlterField(
            model_name='unforeseenevent',
            name='recorded_at',
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
    ]
