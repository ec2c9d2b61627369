"""Steps are counted as they are taken, so that the map of a program never walks through all of them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FORWARD = """
CREATE FUNCTION process_count_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO process_routeflow (program_id, department_id, from_stage, to_stage, days, count)
    SELECT program_id, department_id, NEW.from_stage, NEW.to_stage, least(NEW.waited, 366), 1
    FROM process_route WHERE id = NEW.route_id
    ON CONFLICT (program_id, department_id, from_stage, to_stage, days)
    DO UPDATE SET count = process_routeflow.count + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER process_step_is_counted AFTER INSERT ON process_routestep
    FOR EACH ROW WHEN (NEW.from_stage <> '') EXECUTE FUNCTION process_count_step();
"""
BACKWARD = """
DROP TRIGGER process_step_is_counted ON process_routestep;
DROP FUNCTION process_count_step();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_sign_in_policy'),
        ('process', '0002_history_is_final'),
        ('programs', '0003_alter_programdepartment_options'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RouteFlow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_stage', models.SlugField(max_length=40)),
                ('to_stage', models.SlugField(max_length=40)),
                ('days', models.PositiveSmallIntegerField()),
                ('count', models.PositiveIntegerField()),
            ],
            options={
                'verbose_name': 'flow of a process',
                'verbose_name_plural': 'flows of processes',
            },
        ),
        migrations.AddField(
            model_name='routestep',
            name='waited',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name='route',
            index=models.Index(condition=models.Q(('ended_on__isnull', True)), fields=['program', 'department', 'stage', 'due_on'], name='process_standing'),
        ),
        migrations.AddField(
            model_name='routeflow',
            name='department',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.department'),
        ),
        migrations.AddField(
            model_name='routeflow',
            name='program',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programs.program'),
        ),
        migrations.AddConstraint(
            model_name='routeflow',
            constraint=models.UniqueConstraint(fields=('program', 'department', 'from_stage', 'to_stage', 'days'), name='process_flow_once'),
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
