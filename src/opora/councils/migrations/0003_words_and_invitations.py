"""By a destruction of data the words of votes and councils are emptied; a seat knows whom the vote invited."""

import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
DROP TRIGGER councils_vote_is_final ON councils_vote;
DROP TRIGGER councils_conference_is_final ON councils_conference;
DROP TRIGGER councils_ballot_is_final ON councils_ballot;
DROP TRIGGER councils_conflict_is_final ON councils_panelseat;
CREATE TRIGGER councils_vote_is_final BEFORE UPDATE ON councils_vote FOR EACH ROW
    WHEN (NOT families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['reason']))
    EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_conference_is_final BEFORE UPDATE ON councils_conference FOR EACH ROW
    WHEN (NOT families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['guests', 'remarks']))
    EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_ballot_is_final BEFORE UPDATE ON councils_ballot FOR EACH ROW
    WHEN (OLD.closed_on IS NOT NULL
          AND NOT families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['question']))
    EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_conflict_is_final BEFORE UPDATE ON councils_panelseat FOR EACH ROW
    WHEN (OLD.conflict_on IS NOT NULL
          AND NOT families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['conflict']))
    EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_vote_stays BEFORE DELETE ON councils_vote
    FOR EACH ROW EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_conference_stays BEFORE DELETE ON councils_conference
    FOR EACH ROW EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_ballot_stays BEFORE DELETE ON councils_ballot
    FOR EACH ROW WHEN (OLD.closed_on IS NOT NULL) EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_conflict_stays BEFORE DELETE ON councils_panelseat
    FOR EACH ROW WHEN (OLD.conflict_on IS NOT NULL) EXECUTE FUNCTION councils_is_final();
"""
BACKWARD = """
DROP TRIGGER councils_vote_stays ON councils_vote;
DROP TRIGGER councils_conference_stays ON councils_conference;
DROP TRIGGER councils_ballot_stays ON councils_ballot;
DROP TRIGGER councils_conflict_stays ON councils_panelseat;
DROP TRIGGER councils_vote_is_final ON councils_vote;
DROP TRIGGER councils_conference_is_final ON councils_conference;
DROP TRIGGER councils_ballot_is_final ON councils_ballot;
DROP TRIGGER councils_conflict_is_final ON councils_panelseat;
CREATE TRIGGER councils_vote_is_final BEFORE UPDATE OR DELETE ON councils_vote
    FOR EACH ROW EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_conference_is_final BEFORE UPDATE OR DELETE ON councils_conference
    FOR EACH ROW EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_ballot_is_final BEFORE UPDATE OR DELETE ON councils_ballot
    FOR EACH ROW WHEN (OLD.closed_on IS NOT NULL) EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_conflict_is_final BEFORE UPDATE OR DELETE ON councils_panelseat
    FOR EACH ROW WHEN (OLD.conflict_on IS NOT NULL) EXECUTE FUNCTION councils_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("councils", "0002_votes_are_final"),
        ("families", "0004_words_may_be_destroyed"),
        ("process", "0007_words_may_be_destroyed"),
    ]
    operations = [
        migrations.AddField(
            "panelseat",
            "invitation",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="process.routemember"
            ),
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
