"""Acts of destruction and longer terms; the log of disclosures, templates and acts are final."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

USER = models.ForeignKey(
    null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
)
FORWARD = """
CREATE FUNCTION papers_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'This record is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER papers_disclosure_is_final BEFORE UPDATE ON papers_disclosure FOR EACH ROW
    WHEN (NOT families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['recipient']))
    EXECUTE FUNCTION papers_is_final();
CREATE TRIGGER papers_disclosure_stays BEFORE DELETE ON papers_disclosure
    FOR EACH ROW EXECUTE FUNCTION papers_is_final();
CREATE TRIGGER papers_template_is_final BEFORE UPDATE OR DELETE ON papers_lettertemplate
    FOR EACH ROW EXECUTE FUNCTION papers_is_final();
CREATE TRIGGER papers_act_is_final BEFORE UPDATE ON papers_destructionact FOR EACH ROW
    WHEN (NOT families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['reason']))
    EXECUTE FUNCTION papers_is_final();
CREATE TRIGGER papers_act_stays BEFORE DELETE ON papers_destructionact
    FOR EACH ROW EXECUTE FUNCTION papers_is_final();
CREATE TRIGGER papers_extension_is_final BEFORE UPDATE ON papers_termextension FOR EACH ROW
    WHEN (NOT families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['reason']))
    EXECUTE FUNCTION papers_is_final();
CREATE TRIGGER papers_extension_stays BEFORE DELETE ON papers_termextension
    FOR EACH ROW EXECUTE FUNCTION papers_is_final();
CREATE TRIGGER papers_history_is_final BEFORE UPDATE ON papers_childhistory FOR EACH ROW
    WHEN (NOT families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['text']))
    EXECUTE FUNCTION papers_is_final();
CREATE TRIGGER papers_history_stays BEFORE DELETE ON papers_childhistory
    FOR EACH ROW EXECUTE FUNCTION papers_is_final();
CREATE TRIGGER papers_done_term_is_final BEFORE UPDATE OR DELETE ON papers_destructiontimer
    FOR EACH ROW WHEN (OLD.state = 'done') EXECUTE FUNCTION papers_is_final();
"""
BACKWARD = """
DROP TRIGGER papers_done_term_is_final ON papers_destructiontimer;
DROP TRIGGER papers_history_stays ON papers_childhistory;
DROP TRIGGER papers_history_is_final ON papers_childhistory;
DROP TRIGGER papers_extension_stays ON papers_termextension;
DROP TRIGGER papers_extension_is_final ON papers_termextension;
DROP TRIGGER papers_act_stays ON papers_destructionact;
DROP TRIGGER papers_act_is_final ON papers_destructionact;
DROP TRIGGER papers_template_is_final ON papers_lettertemplate;
DROP TRIGGER papers_disclosure_stays ON papers_disclosure;
DROP TRIGGER papers_disclosure_is_final ON papers_disclosure;
DROP FUNCTION papers_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("papers", "0001_initial"),
        ("families", "0004_words_may_be_destroyed"),
        ("process", "0007_words_may_be_destroyed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            "DestructionAct",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="number of the act")),
                ("on", models.DateField(verbose_name="day of destruction")),
                ("people", models.JSONField(default=list)),
                ("contents", models.JSONField(default=dict)),
                ("path_ids", models.JSONField(default=list)),
                ("case_ids", models.JSONField(default=list)),
                ("files", models.PositiveIntegerField(default=0)),
                ("reason", models.BinaryField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("by", USER.clone()),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.family",
                        verbose_name="family",
                    ),
                ),
                (
                    "route",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="process.route",
                        verbose_name="path",
                    ),
                ),
            ],
            options={
                "verbose_name": "act of destruction",
                "verbose_name_plural": "acts of destruction",
                "ordering": ("-id",),
                "indexes": [models.Index(fields=["family"], name="papers_act_family")],
            },
        ),
        migrations.AddField("storedfile", "destroyed_on", models.DateField(null=True, verbose_name="destroyed")),
        migrations.AddField(
            "destructiontimer",
            "act",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="papers.destructionact",
            ),
        ),
        migrations.CreateModel(
            "TermExtension",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("was_due_on", models.DateField(verbose_name="was due")),
                ("due_on", models.DateField(verbose_name="now due")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("contract", "a contract with the family is in force"),
                            ("law", "the law obliges us to keep the data"),
                            ("proceedings", "proceedings of a court or an authority"),
                            ("technical", "destruction in time is technically not possible"),
                        ],
                        max_length=12,
                        verbose_name="ground",
                    ),
                ),
                ("reason", models.BinaryField()),
                ("on", models.DateField(verbose_name="decided")),
                ("by", USER.clone()),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="papers.destructiontimer",
                    ),
                ),
            ],
            options={
                "verbose_name": "extension of a term of destruction",
                "verbose_name_plural": "extensions of terms of destruction",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(condition=Q(due_on__gt=F("was_due_on")), name="papers_extension_days")
                ],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
