"""The database keeps the months of search marks, whoever opens a case, joins a family or is given a name.

A month too many costs a moment, a month too few would hide somebody: so months are told anew with every change that
may add one, and nothing is done when a case goes.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION cases_months_of(who bigint) RETURNS integer[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        array_agg(DISTINCT (extract(year FROM told.opened_on) * 12 + extract(month FROM told.opened_on))::integer),
        '{}'
    )
    FROM families_familymember AS member
    JOIN cases_case AS told ON told.family_id = member.family_id
    WHERE member.person_id = who
$$;
CREATE FUNCTION cases_note_months(people bigint[]) RETURNS void LANGUAGE sql AS $$
    UPDATE families_searchindex AS mark SET months = told.months
    FROM (SELECT id, cases_months_of(id) AS months FROM (SELECT DISTINCT unnest(people) AS id) AS asked) AS told
    WHERE mark.person_id = told.id AND mark.months IS DISTINCT FROM told.months
$$;

CREATE FUNCTION cases_mark_is_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.months := cases_months_of(NEW.person_id);
    RETURN NEW;
END $$;
CREATE FUNCTION cases_cases_are_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM cases_note_months(ARRAY(
        SELECT member.person_id FROM fresh JOIN families_familymember AS member ON member.family_id = fresh.family_id
    ));
    RETURN NULL;
END $$;
CREATE FUNCTION cases_case_is_corrected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM cases_note_months(ARRAY(SELECT person_id FROM families_familymember WHERE family_id = NEW.family_id));
    RETURN NULL;
END $$;
CREATE FUNCTION cases_people_join() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM cases_note_months(ARRAY(SELECT person_id FROM fresh));
    RETURN NULL;
END $$;

CREATE TRIGGER cases_months BEFORE INSERT ON families_searchindex
    FOR EACH ROW EXECUTE FUNCTION cases_mark_is_made();
CREATE TRIGGER cases_months_of_opened AFTER INSERT ON cases_case
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION cases_cases_are_opened();
CREATE TRIGGER cases_months_of_corrected AFTER UPDATE ON cases_case
    FOR EACH ROW WHEN (OLD.opened_on <> NEW.opened_on OR OLD.family_id <> NEW.family_id)
    EXECUTE FUNCTION cases_case_is_corrected();
CREATE TRIGGER cases_months_of_joined AFTER INSERT ON families_familymember
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION cases_people_join();
CREATE TRIGGER cases_months_of_moved AFTER UPDATE ON families_familymember
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION cases_people_join();

UPDATE families_searchindex SET months = cases_months_of(person_id);
"""
BACKWARD = """
DROP TRIGGER cases_months_of_moved ON families_familymember;
DROP TRIGGER cases_months_of_joined ON families_familymember;
DROP TRIGGER cases_months_of_corrected ON cases_case;
DROP TRIGGER cases_months_of_opened ON cases_case;
DROP TRIGGER cases_months ON families_searchindex;
DROP FUNCTION cases_people_join();
DROP FUNCTION cases_case_is_corrected();
DROP FUNCTION cases_cases_are_opened();
DROP FUNCTION cases_mark_is_made();
DROP FUNCTION cases_note_months(bigint[]);
DROP FUNCTION cases_months_of(bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("families", "0003_months_of_search")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
