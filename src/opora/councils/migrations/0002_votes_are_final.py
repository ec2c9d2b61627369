"""The database itself refuses to change a vote, a closed ballot and the minutes of a council."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION councils_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A vote is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION councils_vote_is_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM councils_panelseat s JOIN councils_ballot b ON b.id = s.ballot_id
        WHERE s.id = NEW.seat_id AND (b.closed_on IS NOT NULL OR s.conflict_on IS NOT NULL)
    ) THEN
        RAISE EXCEPTION 'No vote is due at this seat' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER councils_vote_is_due BEFORE INSERT ON councils_vote
    FOR EACH ROW EXECUTE FUNCTION councils_vote_is_due();
CREATE TRIGGER councils_vote_is_final BEFORE UPDATE OR DELETE ON councils_vote
    FOR EACH ROW EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_conference_is_final BEFORE UPDATE OR DELETE ON councils_conference
    FOR EACH ROW EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_ballot_is_final BEFORE UPDATE OR DELETE ON councils_ballot
    FOR EACH ROW WHEN (OLD.closed_on IS NOT NULL) EXECUTE FUNCTION councils_is_final();
CREATE TRIGGER councils_conflict_is_final BEFORE UPDATE OR DELETE ON councils_panelseat
    FOR EACH ROW WHEN (OLD.conflict_on IS NOT NULL) EXECUTE FUNCTION councils_is_final();
"""
BACKWARD = """
DROP TRIGGER councils_conflict_is_final ON councils_panelseat;
DROP TRIGGER councils_ballot_is_final ON councils_ballot;
DROP TRIGGER councils_conference_is_final ON councils_conference;
DROP TRIGGER councils_vote_is_final ON councils_vote;
DROP TRIGGER councils_vote_is_due ON councils_vote;
DROP FUNCTION councils_vote_is_due();
DROP FUNCTION councils_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [("councils", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
