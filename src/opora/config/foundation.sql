-- The tables of a new database, drawn by scripts/draw_foundation.py; see foundation.py beside it.
SET LOCAL check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', true);


CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public.assessments_scores_are_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (NEW.case_id, NEW.point, NEW."on", NEW.version_id, NEW.instrument_code, NEW.is_total_only, NEW.answers,
        NEW.ages, NEW.ratings, NEW.weak, NEW.rated, NEW.applicable, NEW.critical, NEW.strengths,
        NEW.sections_weak, NEW.sections_priority, NEW.weak_by_section, NEW.rated_by_section, NEW.revision)
       IS DISTINCT FROM
       (OLD.case_id, OLD.point, OLD."on", OLD.version_id, OLD.instrument_code, OLD.is_total_only, OLD.answers,
        OLD.ages, OLD.ratings, OLD.weak, OLD.rated, OLD.applicable, OLD.critical, OLD.strengths,
        OLD.sections_weak, OLD.sections_priority, OLD.weak_by_section, OLD.rated_by_section, OLD.revision)
    THEN
        RAISE EXCEPTION 'An assessment is never rewritten: write a correction instead'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.attention_mark_by_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT NEW.case_id AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT OLD.case_id AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.attention_mark_by_plan() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT (SELECT r.case_id FROM plans_plan p JOIN process_route r ON r.id = p.route_id WHERE p.id = NEW.plan_id) AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT (SELECT r.case_id FROM plans_plan p JOIN process_route r ON r.id = p.route_id WHERE p.id = OLD.plan_id) AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.attention_mark_by_program() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO attention_lookmark (case_id) SELECT id FROM cases_case WHERE program_id = NEW.id AND closed_on IS NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION public.attention_mark_by_record() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT coalesce(NEW.case_id, (SELECT case_id FROM process_route WHERE id = NEW.route_id)) AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT coalesce(OLD.case_id, (SELECT case_id FROM process_route WHERE id = OLD.route_id)) AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.attention_mark_by_route() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT (SELECT case_id FROM process_route WHERE id = NEW.route_id) AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT (SELECT case_id FROM process_route WHERE id = OLD.route_id) AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.attention_mark_by_self() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT NEW.id AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO attention_lookmark (case_id) SELECT theirs FROM (SELECT OLD.id AS theirs) one
        WHERE theirs IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.attention_mark_new_by_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO attention_lookmark (case_id)
    SELECT DISTINCT theirs FROM (SELECT fresh.case_id AS theirs FROM fresh) told
    WHERE theirs IS NOT NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION public.attention_mark_new_by_plan() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO attention_lookmark (case_id)
    SELECT DISTINCT theirs FROM (SELECT (SELECT r.case_id FROM plans_plan p JOIN process_route r ON r.id = p.route_id WHERE p.id = fresh.plan_id) AS theirs FROM fresh) told
    WHERE theirs IS NOT NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION public.attention_mark_new_by_record() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO attention_lookmark (case_id)
    SELECT DISTINCT theirs FROM (SELECT coalesce(fresh.case_id, (SELECT case_id FROM process_route WHERE id = fresh.route_id)) AS theirs FROM fresh) told
    WHERE theirs IS NOT NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION public.attention_mark_new_by_route() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO attention_lookmark (case_id)
    SELECT DISTINCT theirs FROM (SELECT (SELECT case_id FROM process_route WHERE id = fresh.route_id) AS theirs FROM fresh) told
    WHERE theirs IS NOT NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION public.attention_mark_new_by_self() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO attention_lookmark (case_id)
    SELECT DISTINCT theirs FROM (SELECT fresh.id AS theirs FROM fresh) told
    WHERE theirs IS NOT NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION public.audit_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'The journal is append-only: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION public.cases_case_is_corrected() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM cases_note_months(ARRAY(SELECT person_id FROM families_familymember WHERE family_id = NEW.family_id));
    RETURN NULL;
END $$;

CREATE FUNCTION public.cases_cases_are_opened() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM cases_note_months(ARRAY(
        SELECT member.person_id FROM fresh JOIN families_familymember AS member ON member.family_id = fresh.family_id
    ));
    RETURN NULL;
END $$;

CREATE FUNCTION public.cases_department_goes_along() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE cases_stay SET department_id = NEW.department_id WHERE case_id = NEW.id;
    UPDATE cases_followup SET department_id = NEW.department_id WHERE case_id = NEW.id;
    RETURN NULL;
END $$;

CREATE FUNCTION public.cases_department_of_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.department_id := (SELECT department_id FROM cases_case WHERE id = NEW.case_id);
    RETURN NEW;
END $$;

CREATE FUNCTION public.cases_mark_is_made() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.months := cases_months_of(NEW.person_id);
    RETURN NEW;
END $$;

CREATE FUNCTION public.cases_months_of(who bigint) RETURNS integer[]
    LANGUAGE sql STABLE
    AS $$
    SELECT coalesce(
        array_agg(DISTINCT (extract(year FROM told.opened_on) * 12 + extract(month FROM told.opened_on))::integer),
        '{}'
    )
    FROM families_familymember AS member
    JOIN cases_case AS told ON told.family_id = member.family_id
    WHERE member.person_id = who
$$;

CREATE FUNCTION public.cases_note_months(people bigint[]) RETURNS void
    LANGUAGE sql
    AS $$
    UPDATE families_searchindex AS mark SET months = told.months
    FROM (SELECT id, cases_months_of(id) AS months FROM (SELECT DISTINCT unnest(people) AS id) AS asked) AS told
    WHERE mark.person_id = told.id AND mark.months IS DISTINCT FROM told.months
$$;

CREATE FUNCTION public.cases_people_join() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM cases_note_months(ARRAY(SELECT person_id FROM fresh));
    RETURN NULL;
END $$;

CREATE FUNCTION public.councils_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'A vote is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION public.councils_vote_is_due() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM councils_panelseat s JOIN councils_ballot b ON b.id = s.ballot_id
        WHERE s.id = NEW.seat_id AND (b.closed_on IS NOT NULL OR s.conflict_on IS NOT NULL)
    ) THEN
        RAISE EXCEPTION 'No vote is due at this seat' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.duties_mark_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO duties_workmark (user_id) SELECT NEW.id;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO duties_workmark (user_id) SELECT OLD.id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO duties_workmark (case_id) SELECT NEW.id;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO duties_workmark (case_id) SELECT OLD.id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_new_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO duties_workmark (user_id) SELECT DISTINCT fresh.id FROM fresh;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_new_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO duties_workmark (case_id) SELECT DISTINCT fresh.id FROM fresh;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_new_on_path() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO duties_workmark (route_id) SELECT DISTINCT fresh.route_id FROM fresh;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_new_part() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO duties_workmark (case_id) SELECT DISTINCT fresh.case_id FROM fresh;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_new_path() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO duties_workmark (route_id) SELECT DISTINCT fresh.id FROM fresh;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_new_person() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO duties_workmark (user_id) SELECT DISTINCT fresh.user_id FROM fresh;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_new_record() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO duties_workmark (route_id, case_id) SELECT DISTINCT fresh.route_id, fresh.case_id FROM fresh;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_new_seat() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO duties_workmark (route_id) SELECT DISTINCT (SELECT route_id FROM councils_ballot WHERE id = fresh.ballot_id) FROM fresh;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_new_task() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO duties_workmark (route_id) SELECT DISTINCT (SELECT route_id FROM plans_plan WHERE id = fresh.plan_id) FROM fresh;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_on_path() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO duties_workmark (route_id) SELECT NEW.route_id;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO duties_workmark (route_id) SELECT OLD.route_id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_part() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO duties_workmark (case_id) SELECT NEW.case_id;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO duties_workmark (case_id) SELECT OLD.case_id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_path() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO duties_workmark (route_id) SELECT NEW.id;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO duties_workmark (route_id) SELECT OLD.id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_person() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO duties_workmark (user_id) SELECT NEW.user_id;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO duties_workmark (user_id) SELECT OLD.user_id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_record() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO duties_workmark (route_id, case_id) SELECT NEW.route_id, NEW.case_id;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO duties_workmark (route_id, case_id) SELECT OLD.route_id, OLD.case_id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_seat() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO duties_workmark (route_id) SELECT (SELECT route_id FROM councils_ballot WHERE id = NEW.ballot_id);
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO duties_workmark (route_id) SELECT (SELECT route_id FROM councils_ballot WHERE id = OLD.ballot_id);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.duties_mark_task() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO duties_workmark (route_id) SELECT (SELECT route_id FROM plans_plan WHERE id = NEW.plan_id);
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO duties_workmark (route_id) SELECT (SELECT route_id FROM plans_plan WHERE id = OLD.plan_id);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.families_only_words_destroyed(old_row jsonb, new_row jsonb, words text[]) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    SELECT coalesce(current_setting('opora.destroying', true), '') = 'on' AND old_row - words = new_row - words
$$;

CREATE FUNCTION public.goods_department_of_case_goes_along() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE goods_familyneed SET department_id = NEW.department_id WHERE case_id = NEW.id;
    RETURN NULL;
END $$;

CREATE FUNCTION public.goods_department_of_need() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.route_id IS NULL THEN
        NEW.department_id := (SELECT department_id FROM cases_case WHERE id = NEW.case_id);
    ELSE
        NEW.department_id := (SELECT department_id FROM process_route WHERE id = NEW.route_id);
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.goods_department_of_path_goes_along() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE goods_familyneed SET department_id = NEW.department_id WHERE route_id = NEW.id;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_admissions() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, case_id, expected_on, called_off_on FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT expected_on, expected_on FROM changed
 UNION ALL
SELECT told.first, told.last FROM changed JOIN (
    SELECT admission_id, agreed_on, agreed_on FROM stays_exitday
     UNION ALL
    SELECT admission_id, (recorded_at AT TIME ZONE 'UTC')::date - 1, (recorded_at AT TIME ZONE 'UTC')::date + 1 FROM stays_exitissue
) told(admission_id, first, last) ON told.admission_id = changed.id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'admissions', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'admissions', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, case_id, expected_on, called_off_on FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT expected_on, expected_on FROM changed
 UNION ALL
SELECT told.first, told.last FROM changed JOIN (
    SELECT admission_id, agreed_on, agreed_on FROM stays_exitday
     UNION ALL
    SELECT admission_id, (recorded_at AT TIME ZONE 'UTC')::date - 1, (recorded_at AT TIME ZONE 'UTC')::date + 1 FROM stays_exitissue
) told(admission_id, first, last) ON told.admission_id = changed.id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'admissions', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'admissions', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, case_id, expected_on, called_off_on FROM was EXCEPT SELECT id, case_id, expected_on, called_off_on FROM now) UNION ALL (SELECT id, case_id, expected_on, called_off_on FROM now EXCEPT SELECT id, case_id, expected_on, called_off_on FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT expected_on, expected_on FROM changed
 UNION ALL
SELECT told.first, told.last FROM changed JOIN (
    SELECT admission_id, agreed_on, agreed_on FROM stays_exitday
     UNION ALL
    SELECT admission_id, (recorded_at AT TIME ZONE 'UTC')::date - 1, (recorded_at AT TIME ZONE 'UTC')::date + 1 FROM stays_exitissue
) told(admission_id, first, last) ON told.admission_id = changed.id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'admissions', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'admissions', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_assessments_assessment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, case_id, ratings, critical, applicable, rated, point, version_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_casefact fact ON fact.case_id = changed.case_id
 UNION ALL
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_formerfact fact ON fact.case_id = changed.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'assessments_assessment', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'assessments_assessment', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, case_id, ratings, critical, applicable, rated, point, version_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_casefact fact ON fact.case_id = changed.case_id
 UNION ALL
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_formerfact fact ON fact.case_id = changed.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'assessments_assessment', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'assessments_assessment', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, case_id, ratings, critical, applicable, rated, point, version_id FROM was EXCEPT SELECT id, case_id, ratings, critical, applicable, rated, point, version_id FROM now) UNION ALL (SELECT id, case_id, ratings, critical, applicable, rated, point, version_id FROM now EXCEPT SELECT id, case_id, ratings, critical, applicable, rated, point, version_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_casefact fact ON fact.case_id = changed.case_id
 UNION ALL
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_formerfact fact ON fact.case_id = changed.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'assessments_assessment', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'assessments_assessment', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM indicators_mark_moved(ARRAY(SELECT id FROM process_route WHERE case_id = NEW.id), ARRAY[NEW.id]);
    INSERT INTO indicators_daysmark (source, first, last)
    SELECT 'evidence_reviews', OLD.opened_on, DATE '9999-12-31' WHERE OLD.opened_on < NEW.opened_on;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_case_managers() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, part, from_on, case_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, from_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'case_managers', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'case_managers', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, part, from_on, case_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, from_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'case_managers', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'case_managers', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, part, from_on, case_id FROM was EXCEPT SELECT id, part, from_on, case_id FROM now) UNION ALL (SELECT id, part, from_on, case_id FROM now EXCEPT SELECT id, part, from_on, case_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, from_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'case_managers', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'case_managers', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_case_of_results() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO indicators_daysmark (source, first, last)
    SELECT DISTINCT 'results_resultmark', since, since FROM results_resultmark
     WHERE case_id = NEW.id AND kind = 'reached';
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_cases_closing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, case_id, reopened_on, goals_achieved, goals_total FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_casefact fact ON fact.case_id = changed.case_id
 UNION ALL
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_formerfact fact ON fact.case_id = changed.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_closing', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_closing', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, case_id, reopened_on, goals_achieved, goals_total FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_casefact fact ON fact.case_id = changed.case_id
 UNION ALL
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_formerfact fact ON fact.case_id = changed.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_closing', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_closing', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, case_id, reopened_on, goals_achieved, goals_total FROM was EXCEPT SELECT id, case_id, reopened_on, goals_achieved, goals_total FROM now) UNION ALL (SELECT id, case_id, reopened_on, goals_achieved, goals_total FROM now EXCEPT SELECT id, case_id, reopened_on, goals_achieved, goals_total FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_casefact fact ON fact.case_id = changed.case_id
 UNION ALL
SELECT fact.closed_on, fact.closed_on FROM changed JOIN evidence_formerfact fact ON fact.case_id = changed.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_closing', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_closing', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_cases_followup() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, months, due_on, done_on, cancelled_at, case_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM (TABLE changed) visit
  LEFT JOIN evidence_casefact fact ON fact.case_id = visit.case_id
 CROSS JOIN LATERAL (VALUES (visit.due_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_followup', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_followup', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, months, due_on, done_on, cancelled_at, case_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM (TABLE changed) visit
  LEFT JOIN evidence_casefact fact ON fact.case_id = visit.case_id
 CROSS JOIN LATERAL (VALUES (visit.due_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_followup', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_followup', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, months, due_on, done_on, cancelled_at, case_id FROM was EXCEPT SELECT id, months, due_on, done_on, cancelled_at, case_id FROM now) UNION ALL (SELECT id, months, due_on, done_on, cancelled_at, case_id FROM now EXCEPT SELECT id, months, due_on, done_on, cancelled_at, case_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM (TABLE changed) visit
  LEFT JOIN evidence_casefact fact ON fact.case_id = visit.case_id
 CROSS JOIN LATERAL (VALUES (visit.due_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_followup', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_followup', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_cases_followupchild() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, safety, person_id, contact_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM (SELECT seen.* FROM changed JOIN cases_followupcontact contact ON contact.id = changed.contact_id JOIN cases_followup seen ON seen.id = contact.follow_up_id) visit
  LEFT JOIN evidence_casefact fact ON fact.case_id = visit.case_id
 CROSS JOIN LATERAL (VALUES (visit.due_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_followupchild', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_followupchild', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, safety, person_id, contact_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM (SELECT seen.* FROM changed JOIN cases_followupcontact contact ON contact.id = changed.contact_id JOIN cases_followup seen ON seen.id = contact.follow_up_id) visit
  LEFT JOIN evidence_casefact fact ON fact.case_id = visit.case_id
 CROSS JOIN LATERAL (VALUES (visit.due_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_followupchild', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_followupchild', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, safety, person_id, contact_id FROM was EXCEPT SELECT id, safety, person_id, contact_id FROM now) UNION ALL (SELECT id, safety, person_id, contact_id FROM now EXCEPT SELECT id, safety, person_id, contact_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM (SELECT seen.* FROM changed JOIN cases_followupcontact contact ON contact.id = changed.contact_id JOIN cases_followup seen ON seen.id = contact.follow_up_id) visit
  LEFT JOIN evidence_casefact fact ON fact.case_id = visit.case_id
 CROSS JOIN LATERAL (VALUES (visit.due_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_followupchild', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_followupchild', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_cases_followupcontact() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", result, family_state, follow_up_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM (SELECT seen.* FROM changed JOIN cases_followup seen ON seen.id = changed.follow_up_id) visit
  LEFT JOIN evidence_casefact fact ON fact.case_id = visit.case_id
 CROSS JOIN LATERAL (VALUES (visit.due_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_followupcontact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_followupcontact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", result, family_state, follow_up_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM (SELECT seen.* FROM changed JOIN cases_followup seen ON seen.id = changed.follow_up_id) visit
  LEFT JOIN evidence_casefact fact ON fact.case_id = visit.case_id
 CROSS JOIN LATERAL (VALUES (visit.due_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_followupcontact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_followupcontact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, "on", result, family_state, follow_up_id FROM was EXCEPT SELECT id, "on", result, family_state, follow_up_id FROM now) UNION ALL (SELECT id, "on", result, family_state, follow_up_id FROM now EXCEPT SELECT id, "on", result, family_state, follow_up_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM (SELECT seen.* FROM changed JOIN cases_followup seen ON seen.id = changed.follow_up_id) visit
  LEFT JOIN evidence_casefact fact ON fact.case_id = visit.case_id
 CROSS JOIN LATERAL (VALUES (visit.due_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_followupcontact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_followupcontact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_cases_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, from_on, left_on, case_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_stay', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_stay', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, from_on, left_on, case_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_stay', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_stay', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, from_on, left_on, case_id FROM was EXCEPT SELECT id, from_on, left_on, case_id FROM now) UNION ALL (SELECT id, from_on, left_on, case_id FROM now EXCEPT SELECT id, from_on, left_on, case_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'cases_stay', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'cases_stay', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_catalogue_service() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, direction_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'catalogue_service', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'catalogue_service', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, direction_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'catalogue_service', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'catalogue_service', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, direction_id FROM was EXCEPT SELECT id, direction_id FROM now) UNION ALL (SELECT id, direction_id FROM now EXCEPT SELECT id, direction_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'catalogue_service', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'catalogue_service', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_checked_partners() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, checked_on, is_active FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT checked_on, checked_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'checked_partners', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'checked_partners', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, checked_on, is_active FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT checked_on, checked_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'checked_partners', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'checked_partners', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, checked_on, is_active FROM was EXCEPT SELECT id, checked_on, is_active FROM now) UNION ALL (SELECT id, checked_on, is_active FROM now EXCEPT SELECT id, checked_on, is_active FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT checked_on, checked_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'checked_partners', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'checked_partners', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_circumstances_lifechange() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, kind, value, "on", case_id, person_id, route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", DATE '9999-12-31' FROM changed WHERE kind IN ('housing', 'stage_of_change')) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'circumstances_lifechange', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'circumstances_lifechange', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, kind, value, "on", case_id, person_id, route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", DATE '9999-12-31' FROM changed WHERE kind IN ('housing', 'stage_of_change')) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'circumstances_lifechange', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'circumstances_lifechange', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, kind, value, "on", case_id, person_id, route_id FROM was EXCEPT SELECT id, voided_on, kind, value, "on", case_id, person_id, route_id FROM now) UNION ALL (SELECT id, voided_on, kind, value, "on", case_id, person_id, route_id FROM now EXCEPT SELECT id, voided_on, kind, value, "on", case_id, person_id, route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", DATE '9999-12-31' FROM changed WHERE kind IN ('housing', 'stage_of_change')) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'circumstances_lifechange', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'circumstances_lifechange', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_contacts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, result, "on", voided_on, route_id, case_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'contacts', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'contacts', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, result, "on", voided_on, route_id, case_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'contacts', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'contacts', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, kind, result, "on", voided_on, route_id, case_id FROM was EXCEPT SELECT id, kind, result, "on", voided_on, route_id, case_id FROM now) UNION ALL (SELECT id, kind, result, "on", voided_on, route_id, case_id FROM now EXCEPT SELECT id, kind, result, "on", voided_on, route_id, case_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'contacts', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'contacts', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_correspondence_agreement() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, signed_on, until_on, ended_on FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT signed_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'correspondence_agreement', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'correspondence_agreement', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, signed_on, until_on, ended_on FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT signed_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'correspondence_agreement', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'correspondence_agreement', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, signed_on, until_on, ended_on FROM was EXCEPT SELECT id, voided_on, signed_on, until_on, ended_on FROM now) UNION ALL (SELECT id, voided_on, signed_on, until_on, ended_on FROM now EXCEPT SELECT id, voided_on, signed_on, until_on, ended_on FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT signed_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'correspondence_agreement', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'correspondence_agreement', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_correspondence_jointmeeting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, "on" FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'correspondence_jointmeeting', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'correspondence_jointmeeting', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, "on" FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'correspondence_jointmeeting', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'correspondence_jointmeeting', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, "on" FROM was EXCEPT SELECT id, voided_on, "on" FROM now) UNION ALL (SELECT id, voided_on, "on" FROM now EXCEPT SELECT id, voided_on, "on" FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'correspondence_jointmeeting', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'correspondence_jointmeeting', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_correspondence_officialletter() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, direction, kind, "on", asked_by, answer_due_on, sent_on, result, closed_on, case_id, partner_id, route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT sent_on, sent_on FROM changed UNION ALL SELECT closed_on, closed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'correspondence_officialletter', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'correspondence_officialletter', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, direction, kind, "on", asked_by, answer_due_on, sent_on, result, closed_on, case_id, partner_id, route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT sent_on, sent_on FROM changed UNION ALL SELECT closed_on, closed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'correspondence_officialletter', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'correspondence_officialletter', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, direction, kind, "on", asked_by, answer_due_on, sent_on, result, closed_on, case_id, partner_id, route_id FROM was EXCEPT SELECT id, voided_on, direction, kind, "on", asked_by, answer_due_on, sent_on, result, closed_on, case_id, partner_id, route_id FROM now) UNION ALL (SELECT id, voided_on, direction, kind, "on", asked_by, answer_due_on, sent_on, result, closed_on, case_id, partner_id, route_id FROM now EXCEPT SELECT id, voided_on, direction, kind, "on", asked_by, answer_due_on, sent_on, result, closed_on, case_id, partner_id, route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT sent_on, sent_on FROM changed UNION ALL SELECT closed_on, closed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'correspondence_officialletter', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'correspondence_officialletter', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_decisions() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, outcome, decided_on, route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT decided_on, decided_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'decisions', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'decisions', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, outcome, decided_on, route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT decided_on, decided_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'decisions', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'decisions', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, outcome, decided_on, route_id FROM was EXCEPT SELECT id, outcome, decided_on, route_id FROM now) UNION ALL (SELECT id, outcome, decided_on, route_id FROM now EXCEPT SELECT id, outcome, decided_on, route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT decided_on, decided_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'decisions', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'decisions', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_donations() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, given_on FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT given_on, given_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'donations', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'donations', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, given_on FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT given_on, given_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'donations', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'donations', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, given_on FROM was EXCEPT SELECT id, given_on FROM now) UNION ALL (SELECT id, given_on FROM now EXCEPT SELECT id, given_on FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT given_on, given_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'donations', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'donations', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_evidence_casefact() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT case_id, closed_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, is_palliative FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT closed_on, closed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_casefact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_casefact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT case_id, closed_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, is_palliative FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT closed_on, closed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_casefact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_casefact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT case_id, closed_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, is_palliative FROM was EXCEPT SELECT case_id, closed_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, is_palliative FROM now) UNION ALL (SELECT case_id, closed_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, is_palliative FROM now EXCEPT SELECT case_id, closed_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, is_palliative FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT closed_on, closed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_casefact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_casefact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_evidence_childfact() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, person_id, closed_on, what, home, later_on, later_home, case_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT day, day FROM changed LEFT JOIN evidence_casefact fact ON fact.case_id = changed.case_id CROSS JOIN LATERAL (VALUES (changed.closed_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_childfact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_childfact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, person_id, closed_on, what, home, later_on, later_home, case_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT day, day FROM changed LEFT JOIN evidence_casefact fact ON fact.case_id = changed.case_id CROSS JOIN LATERAL (VALUES (changed.closed_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_childfact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_childfact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, person_id, closed_on, what, home, later_on, later_home, case_id FROM was EXCEPT SELECT id, person_id, closed_on, what, home, later_on, later_home, case_id FROM now) UNION ALL (SELECT id, person_id, closed_on, what, home, later_on, later_home, case_id FROM now EXCEPT SELECT id, person_id, closed_on, what, home, later_on, later_home, case_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT day, day FROM changed LEFT JOIN evidence_casefact fact ON fact.case_id = changed.case_id CROSS JOIN LATERAL (VALUES (changed.closed_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_childfact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_childfact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_evidence_formerchild() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, closing_id, case_id, person_id, closed_on, opened_again_on, what, home, later_on, later_home FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT day, day FROM changed LEFT JOIN evidence_formerfact fact ON fact.closing_id = changed.closing_id CROSS JOIN LATERAL (VALUES (changed.closed_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_formerchild', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_formerchild', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, closing_id, case_id, person_id, closed_on, opened_again_on, what, home, later_on, later_home FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT day, day FROM changed LEFT JOIN evidence_formerfact fact ON fact.closing_id = changed.closing_id CROSS JOIN LATERAL (VALUES (changed.closed_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_formerchild', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_formerchild', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, closing_id, case_id, person_id, closed_on, opened_again_on, what, home, later_on, later_home FROM was EXCEPT SELECT id, closing_id, case_id, person_id, closed_on, opened_again_on, what, home, later_on, later_home FROM now) UNION ALL (SELECT id, closing_id, case_id, person_id, closed_on, opened_again_on, what, home, later_on, later_home FROM now EXCEPT SELECT id, closing_id, case_id, person_id, closed_on, opened_again_on, what, home, later_on, later_home FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT day, day FROM changed LEFT JOIN evidence_formerfact fact ON fact.closing_id = changed.closing_id CROSS JOIN LATERAL (VALUES (changed.closed_on), (fact.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_formerchild', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_formerchild', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_evidence_formerfact() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT closing_id, case_id, closed_on, opened_again_on, follow_up_id, follow_up_due_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, children_known_later, children_kept_later, is_palliative FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM changed CROSS JOIN LATERAL (VALUES (changed.closed_on), (changed.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_formerfact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_formerfact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT closing_id, case_id, closed_on, opened_again_on, follow_up_id, follow_up_due_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, children_known_later, children_kept_later, is_palliative FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM changed CROSS JOIN LATERAL (VALUES (changed.closed_on), (changed.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_formerfact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_formerfact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT closing_id, case_id, closed_on, opened_again_on, follow_up_id, follow_up_due_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, children_known_later, children_kept_later, is_palliative FROM was EXCEPT SELECT closing_id, case_id, closed_on, opened_again_on, follow_up_id, follow_up_due_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, children_known_later, children_kept_later, is_palliative FROM now) UNION ALL (SELECT closing_id, case_id, closed_on, opened_again_on, follow_up_id, follow_up_due_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, children_known_later, children_kept_later, is_palliative FROM now EXCEPT SELECT closing_id, case_id, closed_on, opened_again_on, follow_up_id, follow_up_due_on, entry_id, exit_id, entry, exit, change, solved, entry_sections, exit_sections, children, children_known, children_kept, children_known_later, children_kept_later, is_palliative FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT day, day FROM changed CROSS JOIN LATERAL (VALUES (changed.closed_on), (changed.follow_up_due_on)) told(day)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_formerfact', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_formerfact', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_evidence_looks() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT case_id, follow_up_due_on, children_known_later, children_kept_later, is_palliative FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT follow_up_due_on, follow_up_due_on FROM changed UNION ALL SELECT visit.due_on, visit.due_on FROM changed JOIN cases_followup visit ON visit.case_id = changed.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_looks', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_looks', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT case_id, follow_up_due_on, children_known_later, children_kept_later, is_palliative FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT follow_up_due_on, follow_up_due_on FROM changed UNION ALL SELECT visit.due_on, visit.due_on FROM changed JOIN cases_followup visit ON visit.case_id = changed.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_looks', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_looks', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT case_id, follow_up_due_on, children_known_later, children_kept_later, is_palliative FROM was EXCEPT SELECT case_id, follow_up_due_on, children_known_later, children_kept_later, is_palliative FROM now) UNION ALL (SELECT case_id, follow_up_due_on, children_known_later, children_kept_later, is_palliative FROM now EXCEPT SELECT case_id, follow_up_due_on, children_known_later, children_kept_later, is_palliative FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT follow_up_due_on, follow_up_due_on FROM changed UNION ALL SELECT visit.due_on, visit.due_on FROM changed JOIN cases_followup visit ON visit.case_id = changed.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_looks', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_looks', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_evidence_reviews() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT case_id, opened_on, review_due_on, closed_on IS NULL AS is_open FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT opened_on, DATE '9999-12-31' FROM changed WHERE is_open AND review_due_on IS NOT NULL) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_reviews', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_reviews', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT case_id, opened_on, review_due_on, closed_on IS NULL AS is_open FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT opened_on, DATE '9999-12-31' FROM changed WHERE is_open AND review_due_on IS NOT NULL) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_reviews', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_reviews', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT case_id, opened_on, review_due_on, closed_on IS NULL AS is_open FROM was EXCEPT SELECT case_id, opened_on, review_due_on, closed_on IS NULL AS is_open FROM now) UNION ALL (SELECT case_id, opened_on, review_due_on, closed_on IS NULL AS is_open FROM now EXCEPT SELECT case_id, opened_on, review_due_on, closed_on IS NULL AS is_open FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT opened_on, DATE '9999-12-31' FROM changed WHERE is_open AND review_due_on IS NOT NULL) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'evidence_reviews', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'evidence_reviews', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_exit_days() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, agreed_on, admission_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT agreed_on, agreed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'exit_days', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'exit_days', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, agreed_on, admission_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT agreed_on, agreed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'exit_days', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'exit_days', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, agreed_on, admission_id FROM was EXCEPT SELECT id, agreed_on, admission_id FROM now) UNION ALL (SELECT id, agreed_on, admission_id FROM now EXCEPT SELECT id, agreed_on, admission_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT agreed_on, agreed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'exit_days', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'exit_days', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_exit_questions() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, recorded_at, admission_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT (recorded_at AT TIME ZONE 'UTC')::date - 1, (recorded_at AT TIME ZONE 'UTC')::date + 1 FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'exit_questions', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'exit_questions', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, recorded_at, admission_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT (recorded_at AT TIME ZONE 'UTC')::date - 1, (recorded_at AT TIME ZONE 'UTC')::date + 1 FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'exit_questions', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'exit_questions', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, recorded_at, admission_id FROM was EXCEPT SELECT id, recorded_at, admission_id FROM now) UNION ALL (SELECT id, recorded_at, admission_id FROM now EXCEPT SELECT id, recorded_at, admission_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT (recorded_at AT TIME ZONE 'UTC')::date - 1, (recorded_at AT TIME ZONE 'UTC')::date + 1 FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'exit_questions', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'exit_questions', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_filed_papers() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, "on", withdrawn_on, route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'filed_papers', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'filed_papers', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, "on", withdrawn_on, route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'filed_papers', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'filed_papers', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, kind, "on", withdrawn_on, route_id FROM was EXCEPT SELECT id, kind, "on", withdrawn_on, route_id FROM now) UNION ALL (SELECT id, kind, "on", withdrawn_on, route_id FROM now EXCEPT SELECT id, kind, "on", withdrawn_on, route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'filed_papers', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'filed_papers', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_goods_good() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, category FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'goods_good', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'goods_good', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, category FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'goods_good', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'goods_good', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, category FROM was EXCEPT SELECT id, category FROM now) UNION ALL (SELECT id, category FROM now EXCEPT SELECT id, category FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'goods_good', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'goods_good', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_goods_issue() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, kind, given_on, case_id, route_id, reverses_id, place_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT given_on, given_on FROM changed
 UNION ALL SELECT act.given_on, act.given_on FROM changed JOIN goods_issue act ON act.id = changed.reverses_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'goods_issue', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'goods_issue', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, kind, given_on, case_id, route_id, reverses_id, place_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT given_on, given_on FROM changed
 UNION ALL SELECT act.given_on, act.given_on FROM changed JOIN goods_issue act ON act.id = changed.reverses_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'goods_issue', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'goods_issue', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, kind, given_on, case_id, route_id, reverses_id, place_id FROM was EXCEPT SELECT id, voided_on, kind, given_on, case_id, route_id, reverses_id, place_id FROM now) UNION ALL (SELECT id, voided_on, kind, given_on, case_id, route_id, reverses_id, place_id FROM now EXCEPT SELECT id, voided_on, kind, given_on, case_id, route_id, reverses_id, place_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT given_on, given_on FROM changed
 UNION ALL SELECT act.given_on, act.given_on FROM changed JOIN goods_issue act ON act.id = changed.reverses_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'goods_issue', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'goods_issue', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_goods_issueline() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, quantity, good_id, issue_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT given_on, given_on FROM changed JOIN goods_issue act ON act.id = changed.issue_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'goods_issueline', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'goods_issueline', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, quantity, good_id, issue_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT given_on, given_on FROM changed JOIN goods_issue act ON act.id = changed.issue_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'goods_issueline', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'goods_issueline', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, quantity, good_id, issue_id FROM was EXCEPT SELECT id, quantity, good_id, issue_id FROM now) UNION ALL (SELECT id, quantity, good_id, issue_id FROM now EXCEPT SELECT id, quantity, good_id, issue_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT given_on, given_on FROM changed JOIN goods_issue act ON act.id = changed.issue_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'goods_issueline', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'goods_issueline', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_groups_group() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, program_id, department_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.group_id = changed.id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_group', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_group', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, program_id, department_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.group_id = changed.id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_group', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_group', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, kind, program_id, department_id FROM was EXCEPT SELECT id, kind, program_id, department_id FROM now) UNION ALL (SELECT id, kind, program_id, department_id FROM now EXCEPT SELECT id, kind, program_id, department_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.group_id = changed.id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_group', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_group', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_groups_homeworkresult() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, state, case_id, route_id, session_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.id = changed.session_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_homeworkresult', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_homeworkresult', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, state, case_id, route_id, session_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.id = changed.session_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_homeworkresult', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_homeworkresult', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, state, case_id, route_id, session_id FROM was EXCEPT SELECT id, voided_on, state, case_id, route_id, session_id FROM now) UNION ALL (SELECT id, voided_on, state, case_id, route_id, session_id FROM now EXCEPT SELECT id, voided_on, state, case_id, route_id, session_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.id = changed.session_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_homeworkresult', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_homeworkresult', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_groups_mark() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, state, participant_id, session_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.id = changed.session_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_mark', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_mark', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, state, participant_id, session_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.id = changed.session_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_mark', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_mark', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, state, participant_id, session_id FROM was EXCEPT SELECT id, state, participant_id, session_id FROM now) UNION ALL (SELECT id, state, participant_id, session_id FROM now EXCEPT SELECT id, state, participant_id, session_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.id = changed.session_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_mark', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_mark', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_groups_participant() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, case_id, person_id, route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.id IN (SELECT session_id FROM groups_mark mark WHERE mark.participant_id = changed.id)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_participant', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_participant', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, case_id, person_id, route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.id IN (SELECT session_id FROM groups_mark mark WHERE mark.participant_id = changed.id)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_participant', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_participant', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, case_id, person_id, route_id FROM was EXCEPT SELECT id, voided_on, case_id, person_id, route_id FROM now) UNION ALL (SELECT id, voided_on, case_id, person_id, route_id FROM now EXCEPT SELECT id, voided_on, case_id, person_id, route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT meeting."on", meeting."on" FROM changed JOIN groups_session meeting ON  meeting.id IN (SELECT session_id FROM groups_mark mark WHERE mark.participant_id = changed.id)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_participant', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_participant', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_groups_session() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", is_held, heads, group_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_session', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_session', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", is_held, heads, group_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_session', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_session', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, "on", is_held, heads, group_id FROM was EXCEPT SELECT id, "on", is_held, heads, group_id FROM now) UNION ALL (SELECT id, "on", is_held, heads, group_id FROM now EXCEPT SELECT id, "on", is_held, heads, group_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'groups_session', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'groups_session', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_instruments_instrumentversion() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, definition FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'instruments_instrumentversion', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'instruments_instrumentversion', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, definition FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'instruments_instrumentversion', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'instruments_instrumentversion', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, definition FROM was EXCEPT SELECT id, definition FROM now) UNION ALL (SELECT id, definition FROM now EXCEPT SELECT id, definition FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'instruments_instrumentversion', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'instruments_instrumentversion', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_intake_aiditem() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, quantity, aid_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT given_on, given_on FROM changed JOIN intake_urgentaid act ON act.id = changed.aid_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'intake_aiditem', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'intake_aiditem', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, quantity, aid_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT given_on, given_on FROM changed JOIN intake_urgentaid act ON act.id = changed.aid_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'intake_aiditem', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'intake_aiditem', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, kind, quantity, aid_id FROM was EXCEPT SELECT id, kind, quantity, aid_id FROM now) UNION ALL (SELECT id, kind, quantity, aid_id FROM now EXCEPT SELECT id, kind, quantity, aid_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT given_on, given_on FROM changed JOIN intake_urgentaid act ON act.id = changed.aid_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'intake_aiditem', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'intake_aiditem', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_intake_referral() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, received_at, channel, source, outcome, decided_on, route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT (received_at AT TIME ZONE 'UTC')::date - 1, (received_at AT TIME ZONE 'UTC')::date + 1 FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'intake_referral', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'intake_referral', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, received_at, channel, source, outcome, decided_on, route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT (received_at AT TIME ZONE 'UTC')::date - 1, (received_at AT TIME ZONE 'UTC')::date + 1 FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'intake_referral', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'intake_referral', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, received_at, channel, source, outcome, decided_on, route_id FROM was EXCEPT SELECT id, received_at, channel, source, outcome, decided_on, route_id FROM now) UNION ALL (SELECT id, received_at, channel, source, outcome, decided_on, route_id FROM now EXCEPT SELECT id, received_at, channel, source, outcome, decided_on, route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT (received_at AT TIME ZONE 'UTC')::date - 1, (received_at AT TIME ZONE 'UTC')::date + 1 FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'intake_referral', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'intake_referral', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_intake_urgentaid() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, given_on, case_id, route_id, reverses_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT given_on, given_on FROM changed
 UNION ALL SELECT act.given_on, act.given_on FROM changed JOIN intake_urgentaid act ON act.id = changed.reverses_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'intake_urgentaid', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'intake_urgentaid', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, given_on, case_id, route_id, reverses_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT given_on, given_on FROM changed
 UNION ALL SELECT act.given_on, act.given_on FROM changed JOIN intake_urgentaid act ON act.id = changed.reverses_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'intake_urgentaid', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'intake_urgentaid', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, given_on, case_id, route_id, reverses_id FROM was EXCEPT SELECT id, voided_on, given_on, case_id, route_id, reverses_id FROM now) UNION ALL (SELECT id, voided_on, given_on, case_id, route_id, reverses_id FROM now EXCEPT SELECT id, voided_on, given_on, case_id, route_id, reverses_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT given_on, given_on FROM changed
 UNION ALL SELECT act.given_on, act.given_on FROM changed JOIN intake_urgentaid act ON act.id = changed.reverses_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'intake_urgentaid', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'intake_urgentaid', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_letters_of_days() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, direction, kind, "on", sent_on, voided_on, route_id, case_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT COALESCE(sent_on, "on"), COALESCE(sent_on, "on") FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'letters_of_days', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'letters_of_days', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, direction, kind, "on", sent_on, voided_on, route_id, case_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT COALESCE(sent_on, "on"), COALESCE(sent_on, "on") FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'letters_of_days', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'letters_of_days', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, direction, kind, "on", sent_on, voided_on, route_id, case_id FROM was EXCEPT SELECT id, direction, kind, "on", sent_on, voided_on, route_id, case_id FROM now) UNION ALL (SELECT id, direction, kind, "on", sent_on, voided_on, route_id, case_id FROM now EXCEPT SELECT id, direction, kind, "on", sent_on, voided_on, route_id, case_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT COALESCE(sent_on, "on"), COALESCE(sent_on, "on") FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'letters_of_days', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'letters_of_days', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_made_forms() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", status, case_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'made_forms', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'made_forms', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", status, case_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'made_forms', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'made_forms', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, "on", status, case_id FROM was EXCEPT SELECT id, "on", status, case_id FROM now) UNION ALL (SELECT id, "on", status, case_id FROM now EXCEPT SELECT id, "on", status, case_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'made_forms', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'made_forms', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_moved(routes bigint[], cases bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO indicators_daysmark (source, first, last)
    SELECT DISTINCT source, first, last FROM (
        SELECT 'process_route', started_on, started_on FROM process_route WHERE id = ANY(routes)
         UNION ALL
        SELECT 'process_route', ended_on, ended_on FROM process_route WHERE id = ANY(routes)
         UNION ALL
        SELECT 'process_paper', DATE '0001-01-01', DATE '9999-12-31' FROM process_paper
         WHERE kind = 'contract' AND route_id = ANY(routes)
         UNION ALL
        SELECT 'intake_referral', MIN(received_at AT TIME ZONE 'UTC')::date - 1, MAX(received_at AT TIME ZONE 'UTC')::date + 1 FROM intake_referral
         WHERE route_id = ANY(routes)
         UNION ALL
        SELECT 'process_routestep', MIN("on"), MAX("on") FROM process_routestep WHERE route_id = ANY(routes)
         UNION ALL
        SELECT 'services_provision', MIN("on"), MAX("on") FROM services_provision
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'services_plannedservice', MIN(least(until_on, ended_on)), MAX(least(until_on, ended_on))
          FROM services_plannedservice WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'intake_urgentaid', MIN(given_on), MAX(given_on) FROM intake_urgentaid
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'goods_issue', MIN(given_on), MAX(given_on) FROM goods_issue
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'circumstances_lifechange', MIN("on"), DATE '9999-12-31' FROM circumstances_lifechange
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'network_networkrecord', MIN("on"), DATE '9999-12-31' FROM network_networkrecord
         WHERE kind = 'map' AND (route_id = ANY(routes) OR case_id = ANY(cases))
         UNION ALL
        SELECT 'plans_plan', least(MIN(plan.begun_on), MIN(task.due_on)), DATE '9999-12-31'
          FROM plans_plan plan LEFT JOIN plans_task task ON task.plan_id = plan.id WHERE plan.route_id = ANY(routes)
         UNION ALL
        SELECT 'correspondence_officialletter', least(MIN(sent_on), MIN(closed_on)), greatest(MAX(sent_on), MAX(closed_on))
          FROM correspondence_officialletter WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'groups_participant', MIN(meeting."on"), MAX(meeting."on")
          FROM groups_participant listed JOIN groups_mark mark ON mark.participant_id = listed.id
          JOIN groups_session meeting ON meeting.id = mark.session_id
         WHERE listed.route_id = ANY(routes) OR listed.case_id = ANY(cases)
         UNION ALL
        SELECT 'groups_homeworkresult', MIN(meeting."on"), MAX(meeting."on")
          FROM groups_homeworkresult result JOIN groups_session meeting ON meeting.id = result.session_id
         WHERE result.route_id = ANY(routes) OR result.case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_casefact', closed_on, closed_on FROM evidence_casefact WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_looks', follow_up_due_on, follow_up_due_on FROM evidence_casefact WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_looks', due_on, due_on FROM cases_followup WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_reviews', MIN(opened_on), DATE '9999-12-31' FROM cases_case
         WHERE id = ANY(cases) AND EXISTS (SELECT FROM evidence_casefact fact WHERE fact.case_id = cases_case.id
               AND fact.closed_on IS NULL AND fact.review_due_on IS NOT NULL)
         UNION ALL
        SELECT 'cases_followup', due_on, due_on FROM cases_followup WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'cases_stay', MIN(from_on), DATE '9999-12-31' FROM cases_stay WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'stays_admission', least(MIN(lodger.from_on), MIN(mark."on")), DATE '9999-12-31' FROM stays_admission taken
          LEFT JOIN stays_lodger lodger ON lodger.admission_id = taken.id
          LEFT JOIN stays_routinemark mark ON mark.admission_id = taken.id
         WHERE taken.case_id = ANY(cases)
         UNION ALL
        SELECT 'filed_papers', MIN("on"), MAX("on") FROM process_paper WHERE route_id = ANY(routes)
         UNION ALL
        SELECT 'made_forms', MIN("on"), MAX("on") FROM assessments_assessment WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'case_managers', MIN(from_on), MAX(from_on) FROM cases_teammember WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'plan_corrections', MIN("on"), MAX("on") FROM plans_planrevision WHERE plan_id IN (SELECT id FROM plans_plan WHERE route_id = ANY(routes))
         UNION ALL
        SELECT 'contacts', MIN("on"), MAX("on") FROM intake_contactrecord WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'decisions', MIN(decided_on), MAX(decided_on) FROM intake_referral WHERE route_id = ANY(routes)
         UNION ALL
        SELECT 'letters_of_days', MIN(least(sent_on, "on")), MAX(greatest(sent_on, "on")) FROM correspondence_officialletter WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'outside_needs', MIN("on"), MAX("on") FROM network_outsideneed WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'needs', MIN(since_on), MAX(since_on) FROM goods_familyneed WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'admissions', MIN(expected_on), MAX(expected_on) FROM stays_admission WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'exit_days', MIN(agreed_on), MAX(agreed_on) FROM stays_exitday WHERE admission_id IN (SELECT id FROM stays_admission WHERE case_id = ANY(cases))
         UNION ALL
        SELECT 'exit_questions', MIN((recorded_at AT TIME ZONE 'UTC')::date - 1), MAX((recorded_at AT TIME ZONE 'UTC')::date + 1) FROM stays_exitissue WHERE admission_id IN (SELECT id FROM stays_admission WHERE case_id = ANY(cases))
         UNION ALL
        SELECT 'evidence_formerfact', closed_on, closed_on FROM evidence_formerfact WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_formerfact', follow_up_due_on, follow_up_due_on FROM evidence_formerfact
         WHERE case_id = ANY(cases)
    ) told(source, first, last) WHERE first IS NOT NULL;
END $$;

CREATE FUNCTION public.indicators_mark_named(named text, routes bigint[], cases bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO indicators_daysmark (source, first, last)
    SELECT DISTINCT named || source, first, last FROM (
        SELECT 'process_route', started_on, started_on FROM process_route WHERE id = ANY(routes)
         UNION ALL
        SELECT 'process_route', ended_on, ended_on FROM process_route WHERE id = ANY(routes)
         UNION ALL
        SELECT 'process_paper', DATE '0001-01-01', DATE '9999-12-31' FROM process_paper
         WHERE kind = 'contract' AND route_id = ANY(routes)
         UNION ALL
        SELECT 'intake_referral', MIN(received_at AT TIME ZONE 'UTC')::date - 1, MAX(received_at AT TIME ZONE 'UTC')::date + 1 FROM intake_referral
         WHERE route_id = ANY(routes)
         UNION ALL
        SELECT 'process_routestep', MIN("on"), MAX("on") FROM process_routestep WHERE route_id = ANY(routes)
         UNION ALL
        SELECT 'services_provision', MIN("on"), MAX("on") FROM services_provision
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'services_plannedservice', MIN(least(until_on, ended_on)), MAX(least(until_on, ended_on))
          FROM services_plannedservice WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'intake_urgentaid', MIN(given_on), MAX(given_on) FROM intake_urgentaid
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'goods_issue', MIN(given_on), MAX(given_on) FROM goods_issue
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'circumstances_lifechange', MIN("on"), DATE '9999-12-31' FROM circumstances_lifechange
         WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'network_networkrecord', MIN("on"), DATE '9999-12-31' FROM network_networkrecord
         WHERE kind = 'map' AND (route_id = ANY(routes) OR case_id = ANY(cases))
         UNION ALL
        SELECT 'plans_plan', least(MIN(plan.begun_on), MIN(task.due_on)), DATE '9999-12-31'
          FROM plans_plan plan LEFT JOIN plans_task task ON task.plan_id = plan.id WHERE plan.route_id = ANY(routes)
         UNION ALL
        SELECT 'correspondence_officialletter', least(MIN(sent_on), MIN(closed_on)), greatest(MAX(sent_on), MAX(closed_on))
          FROM correspondence_officialletter WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'groups_participant', MIN(meeting."on"), MAX(meeting."on")
          FROM groups_participant listed JOIN groups_mark mark ON mark.participant_id = listed.id
          JOIN groups_session meeting ON meeting.id = mark.session_id
         WHERE listed.route_id = ANY(routes) OR listed.case_id = ANY(cases)
         UNION ALL
        SELECT 'groups_homeworkresult', MIN(meeting."on"), MAX(meeting."on")
          FROM groups_homeworkresult result JOIN groups_session meeting ON meeting.id = result.session_id
         WHERE result.route_id = ANY(routes) OR result.case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_casefact', closed_on, closed_on FROM evidence_casefact WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_looks', follow_up_due_on, follow_up_due_on FROM evidence_casefact WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_looks', due_on, due_on FROM cases_followup WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_reviews', MIN(opened_on), DATE '9999-12-31' FROM cases_case
         WHERE id = ANY(cases) AND EXISTS (SELECT FROM evidence_casefact fact WHERE fact.case_id = cases_case.id
               AND fact.closed_on IS NULL AND fact.review_due_on IS NOT NULL)
         UNION ALL
        SELECT 'cases_followup', due_on, due_on FROM cases_followup WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'cases_stay', MIN(from_on), DATE '9999-12-31' FROM cases_stay WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'stays_admission', least(MIN(lodger.from_on), MIN(mark."on")), DATE '9999-12-31' FROM stays_admission taken
          LEFT JOIN stays_lodger lodger ON lodger.admission_id = taken.id
          LEFT JOIN stays_routinemark mark ON mark.admission_id = taken.id
         WHERE taken.case_id = ANY(cases)
         UNION ALL
        SELECT 'filed_papers', MIN("on"), MAX("on") FROM process_paper WHERE route_id = ANY(routes)
         UNION ALL
        SELECT 'made_forms', MIN("on"), MAX("on") FROM assessments_assessment WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'case_managers', MIN(from_on), MAX(from_on) FROM cases_teammember WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'plan_corrections', MIN("on"), MAX("on") FROM plans_planrevision WHERE plan_id IN (SELECT id FROM plans_plan WHERE route_id = ANY(routes))
         UNION ALL
        SELECT 'contacts', MIN("on"), MAX("on") FROM intake_contactrecord WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'decisions', MIN(decided_on), MAX(decided_on) FROM intake_referral WHERE route_id = ANY(routes)
         UNION ALL
        SELECT 'letters_of_days', MIN(least(sent_on, "on")), MAX(greatest(sent_on, "on")) FROM correspondence_officialletter WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'outside_needs', MIN("on"), MAX("on") FROM network_outsideneed WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'needs', MIN(since_on), MAX(since_on) FROM goods_familyneed WHERE route_id = ANY(routes) OR case_id = ANY(cases)
         UNION ALL
        SELECT 'admissions', MIN(expected_on), MAX(expected_on) FROM stays_admission WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'exit_days', MIN(agreed_on), MAX(agreed_on) FROM stays_exitday WHERE admission_id IN (SELECT id FROM stays_admission WHERE case_id = ANY(cases))
         UNION ALL
        SELECT 'exit_questions', MIN((recorded_at AT TIME ZONE 'UTC')::date - 1), MAX((recorded_at AT TIME ZONE 'UTC')::date + 1) FROM stays_exitissue WHERE admission_id IN (SELECT id FROM stays_admission WHERE case_id = ANY(cases))
         UNION ALL
        SELECT 'evidence_formerfact', closed_on, closed_on FROM evidence_formerfact WHERE case_id = ANY(cases)
         UNION ALL
        SELECT 'evidence_formerfact', follow_up_due_on, follow_up_due_on FROM evidence_formerfact
         WHERE case_id = ANY(cases)
    ) told(source, first, last) WHERE first IS NOT NULL;
END $$;

CREATE FUNCTION public.indicators_mark_needs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, since_on, voided_on, route_id, case_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT since_on, since_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'needs', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'needs', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, since_on, voided_on, route_id, case_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT since_on, since_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'needs', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'needs', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, since_on, voided_on, route_id, case_id FROM was EXCEPT SELECT id, since_on, voided_on, route_id, case_id FROM now) UNION ALL (SELECT id, since_on, voided_on, route_id, case_id FROM now EXCEPT SELECT id, since_on, voided_on, route_id, case_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT since_on, since_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'needs', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'needs', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_network_networkrecord() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, kind, "on", case_id, route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", DATE '9999-12-31' FROM changed WHERE kind = 'map') told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'network_networkrecord', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'network_networkrecord', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, kind, "on", case_id, route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", DATE '9999-12-31' FROM changed WHERE kind = 'map') told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'network_networkrecord', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'network_networkrecord', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, kind, "on", case_id, route_id FROM was EXCEPT SELECT id, voided_on, kind, "on", case_id, route_id FROM now) UNION ALL (SELECT id, voided_on, kind, "on", case_id, route_id FROM now EXCEPT SELECT id, voided_on, kind, "on", case_id, route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", DATE '9999-12-31' FROM changed WHERE kind = 'map') told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'network_networkrecord', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'network_networkrecord', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_network_networktie() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, member_id, record_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT map."on", DATE '9999-12-31' FROM changed JOIN network_networkrecord map ON map.id = changed.record_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'network_networktie', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'network_networktie', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, member_id, record_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT map."on", DATE '9999-12-31' FROM changed JOIN network_networkrecord map ON map.id = changed.record_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'network_networktie', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'network_networktie', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, kind, member_id, record_id FROM was EXCEPT SELECT id, kind, member_id, record_id FROM now) UNION ALL (SELECT id, kind, member_id, record_id FROM now EXCEPT SELECT id, kind, member_id, record_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT map."on", DATE '9999-12-31' FROM changed JOIN network_networkrecord map ON map.id = changed.record_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'network_networktie', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'network_networktie', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_outside_needs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", voided_on, route_id, case_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'outside_needs', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'outside_needs', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", voided_on, route_id, case_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'outside_needs', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'outside_needs', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, "on", voided_on, route_id, case_id FROM was EXCEPT SELECT id, "on", voided_on, route_id, case_id FROM now) UNION ALL (SELECT id, "on", voided_on, route_id, case_id FROM now EXCEPT SELECT id, "on", voided_on, route_id, case_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'outside_needs', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'outside_needs', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_plan_corrections() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, "on", plan_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plan_corrections', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plan_corrections', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, "on", plan_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plan_corrections', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plan_corrections', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, kind, "on", plan_id FROM was EXCEPT SELECT id, kind, "on", plan_id FROM now) UNION ALL (SELECT id, kind, "on", plan_id FROM now EXCEPT SELECT id, kind, "on", plan_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plan_corrections', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plan_corrections', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_plans_ended() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, ended_on FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT ended_on, DATE '9999-12-31' FROM changed WHERE id IN (SELECT route_id FROM plans_plan)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_ended', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_ended', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, ended_on FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT ended_on, DATE '9999-12-31' FROM changed WHERE id IN (SELECT route_id FROM plans_plan)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_ended', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_ended', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, ended_on FROM was EXCEPT SELECT id, ended_on FROM now) UNION ALL (SELECT id, ended_on FROM now EXCEPT SELECT id, ended_on FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT ended_on, DATE '9999-12-31' FROM changed WHERE id IN (SELECT route_id FROM plans_plan)) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_ended', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_ended', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_plans_goal() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, section, state, set_on, decided_on, plan_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT set_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_goal', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_goal', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, section, state, set_on, decided_on, plan_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT set_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_goal', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_goal', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, section, state, set_on, decided_on, plan_id FROM was EXCEPT SELECT id, section, state, set_on, decided_on, plan_id FROM now) UNION ALL (SELECT id, section, state, set_on, decided_on, plan_id FROM now EXCEPT SELECT id, section, state, set_on, decided_on, plan_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT set_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_goal', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_goal', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_plans_plan() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, track, threshold, begun_on, agreed_on, route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT least(begun_on, (SELECT MIN(task.due_on) FROM plans_task task WHERE task.plan_id = changed.id)), DATE '9999-12-31'
  FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_plan', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_plan', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, track, threshold, begun_on, agreed_on, route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT least(begun_on, (SELECT MIN(task.due_on) FROM plans_task task WHERE task.plan_id = changed.id)), DATE '9999-12-31'
  FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_plan', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_plan', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, track, threshold, begun_on, agreed_on, route_id FROM was EXCEPT SELECT id, track, threshold, begun_on, agreed_on, route_id FROM now) UNION ALL (SELECT id, track, threshold, begun_on, agreed_on, route_id FROM now EXCEPT SELECT id, track, threshold, begun_on, agreed_on, route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT least(begun_on, (SELECT MIN(task.due_on) FROM plans_task task WHERE task.plan_id = changed.id)), DATE '9999-12-31'
  FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_plan', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_plan', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_plans_task() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, member_id IS NULL, state, due_on, ended_on, plan_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT due_on, due_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_task', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_task', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, member_id IS NULL, state, due_on, ended_on, plan_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT due_on, due_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_task', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_task', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, member_id IS NULL, state, due_on, ended_on, plan_id FROM was EXCEPT SELECT id, member_id IS NULL, state, due_on, ended_on, plan_id FROM now) UNION ALL (SELECT id, member_id IS NULL, state, due_on, ended_on, plan_id FROM now EXCEPT SELECT id, member_id IS NULL, state, due_on, ended_on, plan_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT due_on, due_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'plans_task', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'plans_task', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_process_paper() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, "on", route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT act.given_on, act.given_on
  FROM changed
  JOIN process_route signing ON signing.id = changed.route_id
  LEFT JOIN cases_case its ON its.id = signing.case_id
 CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT id FROM process_route WHERE family_id = COALESCE(its.family_id, signing.family_id)) AS routes,
           ARRAY(SELECT id FROM cases_case WHERE family_id = COALESCE(its.family_id, signing.family_id)) AS cases
 ) family
 CROSS JOIN LATERAL (
    SELECT given_on FROM goods_issue WHERE case_id = ANY(family.cases) OR route_id = ANY(family.routes)
     UNION ALL
    SELECT given_on FROM intake_urgentaid WHERE case_id = ANY(family.cases) OR route_id = ANY(family.routes)
     UNION ALL
    SELECT given_on FROM process_route path
      JOIN goods_issue given ON given.route_id = path.id WHERE path.case_id = ANY(family.cases)
     UNION ALL
    SELECT given_on FROM process_route path
      JOIN intake_urgentaid given ON given.route_id = path.id WHERE path.case_id = ANY(family.cases)
 ) act
 WHERE changed.kind = 'contract') told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'process_paper', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'process_paper', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, "on", route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT act.given_on, act.given_on
  FROM changed
  JOIN process_route signing ON signing.id = changed.route_id
  LEFT JOIN cases_case its ON its.id = signing.case_id
 CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT id FROM process_route WHERE family_id = COALESCE(its.family_id, signing.family_id)) AS routes,
           ARRAY(SELECT id FROM cases_case WHERE family_id = COALESCE(its.family_id, signing.family_id)) AS cases
 ) family
 CROSS JOIN LATERAL (
    SELECT given_on FROM goods_issue WHERE case_id = ANY(family.cases) OR route_id = ANY(family.routes)
     UNION ALL
    SELECT given_on FROM intake_urgentaid WHERE case_id = ANY(family.cases) OR route_id = ANY(family.routes)
     UNION ALL
    SELECT given_on FROM process_route path
      JOIN goods_issue given ON given.route_id = path.id WHERE path.case_id = ANY(family.cases)
     UNION ALL
    SELECT given_on FROM process_route path
      JOIN intake_urgentaid given ON given.route_id = path.id WHERE path.case_id = ANY(family.cases)
 ) act
 WHERE changed.kind = 'contract') told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'process_paper', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'process_paper', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, kind, "on", route_id FROM was EXCEPT SELECT id, kind, "on", route_id FROM now) UNION ALL (SELECT id, kind, "on", route_id FROM now EXCEPT SELECT id, kind, "on", route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT act.given_on, act.given_on
  FROM changed
  JOIN process_route signing ON signing.id = changed.route_id
  LEFT JOIN cases_case its ON its.id = signing.case_id
 CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT id FROM process_route WHERE family_id = COALESCE(its.family_id, signing.family_id)) AS routes,
           ARRAY(SELECT id FROM cases_case WHERE family_id = COALESCE(its.family_id, signing.family_id)) AS cases
 ) family
 CROSS JOIN LATERAL (
    SELECT given_on FROM goods_issue WHERE case_id = ANY(family.cases) OR route_id = ANY(family.routes)
     UNION ALL
    SELECT given_on FROM intake_urgentaid WHERE case_id = ANY(family.cases) OR route_id = ANY(family.routes)
     UNION ALL
    SELECT given_on FROM process_route path
      JOIN goods_issue given ON given.route_id = path.id WHERE path.case_id = ANY(family.cases)
     UNION ALL
    SELECT given_on FROM process_route path
      JOIN intake_urgentaid given ON given.route_id = path.id WHERE path.case_id = ANY(family.cases)
 ) act
 WHERE changed.kind = 'contract') told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'process_paper', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'process_paper', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_process_route() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, started_on, ended_on, case_id, CASE WHEN ended_on IS NOT NULL THEN stage END FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT started_on, started_on FROM changed UNION ALL SELECT ended_on, ended_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'process_route', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'process_route', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, started_on, ended_on, case_id, CASE WHEN ended_on IS NOT NULL THEN stage END FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT started_on, started_on FROM changed UNION ALL SELECT ended_on, ended_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'process_route', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'process_route', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, started_on, ended_on, case_id, CASE WHEN ended_on IS NOT NULL THEN stage END FROM was EXCEPT SELECT id, started_on, ended_on, case_id, CASE WHEN ended_on IS NOT NULL THEN stage END FROM now) UNION ALL (SELECT id, started_on, ended_on, case_id, CASE WHEN ended_on IS NOT NULL THEN stage END FROM now EXCEPT SELECT id, started_on, ended_on, case_id, CASE WHEN ended_on IS NOT NULL THEN stage END FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT started_on, started_on FROM changed UNION ALL SELECT ended_on, ended_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'process_route', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'process_route', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_process_routestep() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, route_id, "on", waited, from_stage, to_stage, action, is_override FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'process_routestep', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'process_routestep', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, route_id, "on", waited, from_stage, to_stage, action, is_override FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'process_routestep', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'process_routestep', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, route_id, "on", waited, from_stage, to_stage, action, is_override FROM was EXCEPT SELECT id, route_id, "on", waited, from_stage, to_stage, action, is_override FROM now) UNION ALL (SELECT id, route_id, "on", waited, from_stage, to_stage, action, is_override FROM now EXCEPT SELECT id, route_id, "on", waited, from_stage, to_stage, action, is_override FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'process_routestep', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'process_routestep', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_results_resultmark() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, concept, case_id, person_id, since FROM now),
        days(day) AS (
SELECT since FROM changed WHERE kind = 'reached'
 UNION
SELECT mark.since FROM changed
  JOIN results_resultmark mark ON mark.case_id = changed.case_id AND mark.concept = changed.concept
   AND mark.person_id IS NOT DISTINCT FROM changed.person_id
 WHERE mark.kind = 'reached'),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'results_resultmark', day, day FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'results_resultmark', MIN(day), MAX(day) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, concept, case_id, person_id, since FROM was),
        days(day) AS (
SELECT since FROM changed WHERE kind = 'reached'
 UNION
SELECT mark.since FROM changed
  JOIN results_resultmark mark ON mark.case_id = changed.case_id AND mark.concept = changed.concept
   AND mark.person_id IS NOT DISTINCT FROM changed.person_id
 WHERE mark.kind = 'reached'),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'results_resultmark', day, day FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'results_resultmark', MIN(day), MAX(day) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, kind, concept, case_id, person_id, since FROM was EXCEPT SELECT id, kind, concept, case_id, person_id, since FROM now) UNION ALL (SELECT id, kind, concept, case_id, person_id, since FROM now EXCEPT SELECT id, kind, concept, case_id, person_id, since FROM was)),
        days(day) AS (
SELECT since FROM changed WHERE kind = 'reached'
 UNION
SELECT mark.since FROM changed
  JOIN results_resultmark mark ON mark.case_id = changed.case_id AND mark.concept = changed.concept
   AND mark.person_id IS NOT DISTINCT FROM changed.person_id
 WHERE mark.kind = 'reached'),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'results_resultmark', day, day FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'results_resultmark', MIN(day), MAX(day) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_route() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    opened date;
BEGIN
    IF OLD.case_id IS NULL AND NEW.case_id IS NOT NULL AND OLD.voided_on IS NULL AND NEW.voided_on IS NULL THEN
        SELECT its.opened_on INTO opened FROM cases_case its
         WHERE its.id = NEW.case_id AND its.voided_on IS NULL AND its.closed_on IS NULL
           AND (its.family_id, its.program_id, its.department_id)
             = (OLD.family_id, OLD.program_id, OLD.department_id) AND NOT EXISTS (SELECT FROM services_provision WHERE case_id = NEW.case_id) AND NOT EXISTS (SELECT FROM services_plannedservice WHERE case_id = NEW.case_id) AND NOT EXISTS (SELECT FROM intake_urgentaid WHERE case_id = NEW.case_id) AND NOT EXISTS (SELECT FROM goods_issue WHERE case_id = NEW.case_id) AND NOT EXISTS (SELECT FROM circumstances_lifechange WHERE case_id = NEW.case_id) AND NOT EXISTS (SELECT FROM network_networkrecord WHERE case_id = NEW.case_id) AND NOT EXISTS (SELECT FROM correspondence_officialletter WHERE case_id = NEW.case_id) AND NOT EXISTS (SELECT FROM groups_participant WHERE case_id = NEW.case_id) AND NOT EXISTS (SELECT FROM groups_homeworkresult WHERE case_id = NEW.case_id);
    END IF;
    IF opened IS NULL THEN
        PERFORM indicators_mark_moved(ARRAY[NEW.id], array_remove(ARRAY[OLD.case_id, NEW.case_id], NULL));
    ELSE
        PERFORM indicators_mark_named('case:', ARRAY[NEW.id], ARRAY[NEW.case_id]);
        INSERT INTO indicators_daysmark (source, first, last)
        SELECT 'goods_issue', MIN(given_on), MAX(given_on) FROM goods_issue
         WHERE route_id = NEW.id AND given_on >= opened HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_routines() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, admission_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT taken.expected_on, taken.expected_on FROM changed JOIN stays_admission taken ON taken.id = changed.admission_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'routines', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'routines', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, admission_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT taken.expected_on, taken.expected_on FROM changed JOIN stays_admission taken ON taken.id = changed.admission_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'routines', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'routines', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, admission_id FROM was EXCEPT SELECT id, admission_id FROM now) UNION ALL (SELECT id, admission_id FROM now EXCEPT SELECT id, admission_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT taken.expected_on, taken.expected_on FROM changed JOIN stays_admission taken ON taken.id = changed.admission_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'routines', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'routines', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_services_plannedservice() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, times, until_on, ended_on, case_id, route_id, service_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT least(until_on, ended_on), least(until_on, ended_on) FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_plannedservice', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_plannedservice', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, times, until_on, ended_on, case_id, route_id, service_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT least(until_on, ended_on), least(until_on, ended_on) FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_plannedservice', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_plannedservice', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, times, until_on, ended_on, case_id, route_id, service_id FROM was EXCEPT SELECT id, voided_on, times, until_on, ended_on, case_id, route_id, service_id FROM now) UNION ALL (SELECT id, voided_on, times, until_on, ended_on, case_id, route_id, service_id FROM now EXCEPT SELECT id, voided_on, times, until_on, ended_on, case_id, route_id, service_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT least(until_on, ended_on), least(until_on, ended_on) FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_plannedservice', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_plannedservice', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_services_plannedservice_too() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, planned_id, state, voided_on, "on" FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT least(wanted.until_on, wanted.ended_on), least(wanted.until_on, wanted.ended_on) FROM changed JOIN services_plannedservice wanted ON wanted.id = changed.planned_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_plannedservice', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_plannedservice', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, planned_id, state, voided_on, "on" FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT least(wanted.until_on, wanted.ended_on), least(wanted.until_on, wanted.ended_on) FROM changed JOIN services_plannedservice wanted ON wanted.id = changed.planned_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_plannedservice', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_plannedservice', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, planned_id, state, voided_on, "on" FROM was EXCEPT SELECT id, planned_id, state, voided_on, "on" FROM now) UNION ALL (SELECT id, planned_id, state, voided_on, "on" FROM now EXCEPT SELECT id, planned_id, state, voided_on, "on" FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT least(wanted.until_on, wanted.ended_on), least(wanted.until_on, wanted.ended_on) FROM changed JOIN services_plannedservice wanted ON wanted.id = changed.planned_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_plannedservice', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_plannedservice', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_services_provision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, "on", state, format, provider, origin, worker_id, service_id, case_id, route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed WHERE state = 'held' 
 UNION ALL SELECT other."on", other."on" FROM changed JOIN services_provision other ON other.origin = changed.origin
 WHERE changed.origin <> '') told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_provision', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_provision', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, "on", state, format, provider, origin, worker_id, service_id, case_id, route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed WHERE state = 'held' 
 UNION ALL SELECT other."on", other."on" FROM changed JOIN services_provision other ON other.origin = changed.origin
 WHERE changed.origin <> '') told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_provision', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_provision', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, "on", state, format, provider, origin, worker_id, service_id, case_id, route_id FROM was EXCEPT SELECT id, voided_on, "on", state, format, provider, origin, worker_id, service_id, case_id, route_id FROM now) UNION ALL (SELECT id, voided_on, "on", state, format, provider, origin, worker_id, service_id, case_id, route_id FROM now EXCEPT SELECT id, voided_on, "on", state, format, provider, origin, worker_id, service_id, case_id, route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed WHERE state = 'held' 
 UNION ALL SELECT other."on", other."on" FROM changed JOIN services_provision other ON other.origin = changed.origin
 WHERE changed.origin <> '') told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_provision', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_provision', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_services_provision_too() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, received_at, route_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT given."on", given."on" FROM changed JOIN process_route path ON path.id = changed.route_id
  JOIN services_provision given ON given.route_id = path.id OR given.case_id = path.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_provision', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_provision', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, received_at, route_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT given."on", given."on" FROM changed JOIN process_route path ON path.id = changed.route_id
  JOIN services_provision given ON given.route_id = path.id OR given.case_id = path.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_provision', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_provision', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, received_at, route_id FROM was EXCEPT SELECT id, received_at, route_id FROM now) UNION ALL (SELECT id, received_at, route_id FROM now EXCEPT SELECT id, received_at, route_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT given."on", given."on" FROM changed JOIN process_route path ON path.id = changed.route_id
  JOIN services_provision given ON given.route_id = path.id OR given.case_id = path.case_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'services_provision', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'services_provision', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_skills_taught() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, admission_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT taken.expected_on, taken.expected_on FROM changed JOIN stays_admission taken ON taken.id = changed.admission_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'skills_taught', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'skills_taught', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, admission_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT taken.expected_on, taken.expected_on FROM changed JOIN stays_admission taken ON taken.id = changed.admission_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'skills_taught', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'skills_taught', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, admission_id FROM was EXCEPT SELECT id, admission_id FROM now) UNION ALL (SELECT id, admission_id FROM now EXCEPT SELECT id, admission_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT taken.expected_on, taken.expected_on FROM changed JOIN stays_admission taken ON taken.id = changed.admission_id) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'skills_taught', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'skills_taught', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_stays_admission() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, stay_id, case_id, reason FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT least((SELECT MIN(lodger.from_on) FROM stays_lodger lodger WHERE lodger.admission_id = changed.id),
             (SELECT MIN(mark."on") FROM stays_routinemark mark WHERE mark.admission_id = changed.id)), DATE '9999-12-31'
  FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_admission', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_admission', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, stay_id, case_id, reason FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT least((SELECT MIN(lodger.from_on) FROM stays_lodger lodger WHERE lodger.admission_id = changed.id),
             (SELECT MIN(mark."on") FROM stays_routinemark mark WHERE mark.admission_id = changed.id)), DATE '9999-12-31'
  FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_admission', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_admission', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, stay_id, case_id, reason FROM was EXCEPT SELECT id, stay_id, case_id, reason FROM now) UNION ALL (SELECT id, stay_id, case_id, reason FROM now EXCEPT SELECT id, stay_id, case_id, reason FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (
SELECT least((SELECT MIN(lodger.from_on) FROM stays_lodger lodger WHERE lodger.admission_id = changed.id),
             (SELECT MIN(mark."on") FROM stays_routinemark mark WHERE mark.admission_id = changed.id)), DATE '9999-12-31'
  FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_admission', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_admission', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_stays_beduse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, from_on, released_on, lodger_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_beduse', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_beduse', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, kind, from_on, released_on, lodger_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_beduse', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_beduse', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, kind, from_on, released_on, lodger_id FROM was EXCEPT SELECT id, kind, from_on, released_on, lodger_id FROM now) UNION ALL (SELECT id, kind, from_on, released_on, lodger_id FROM now EXCEPT SELECT id, kind, from_on, released_on, lodger_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_beduse', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_beduse', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_stays_lodger() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, part, from_on, left_on, admission_id, person_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_lodger', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_lodger', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, part, from_on, left_on, admission_id, person_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_lodger', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_lodger', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, part, from_on, left_on, admission_id, person_id FROM was EXCEPT SELECT id, part, from_on, left_on, admission_id, person_id FROM now) UNION ALL (SELECT id, part, from_on, left_on, admission_id, person_id FROM now EXCEPT SELECT id, part, from_on, left_on, admission_id, person_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT from_on, DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_lodger', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_lodger', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_stays_routinemark() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", mark, admission_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_routinemark', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_routinemark', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", mark, admission_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_routinemark', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_routinemark', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, "on", mark, admission_id FROM was EXCEPT SELECT id, "on", mark, admission_id FROM now) UNION ALL (SELECT id, "on", mark, admission_id FROM now EXCEPT SELECT id, "on", mark, admission_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stays_routinemark', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stays_routinemark', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_stock_counts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, closed_on, is_called_off FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT closed_on, closed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stock_counts', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stock_counts', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, closed_on, is_called_off FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT closed_on, closed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stock_counts', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stock_counts', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, closed_on, is_called_off FROM was EXCEPT SELECT id, closed_on, is_called_off FROM now) UNION ALL (SELECT id, closed_on, is_called_off FROM now EXCEPT SELECT id, closed_on, is_called_off FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT closed_on, closed_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'stock_counts', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'stock_counts', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_voice_followercount() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", followers, channel_id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'voice_followercount', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'voice_followercount', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, "on", followers, channel_id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'voice_followercount', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'voice_followercount', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, "on", followers, channel_id FROM was EXCEPT SELECT id, "on", followers, channel_id FROM now) UNION ALL (SELECT id, "on", followers, channel_id FROM now EXCEPT SELECT id, "on", followers, channel_id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'voice_followercount', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'voice_followercount', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_voice_publicpiece() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, kind, "on", part FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'voice_publicpiece', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'voice_publicpiece', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, kind, "on", part FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'voice_publicpiece', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'voice_publicpiece', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, kind, "on", part FROM was EXCEPT SELECT id, voided_on, kind, "on", part FROM now) UNION ALL (SELECT id, voided_on, kind, "on", part FROM now EXCEPT SELECT id, voided_on, kind, "on", part FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT "on", "on" FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'voice_publicpiece', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'voice_publicpiece', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_voice_voicechannel() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'voice_voicechannel', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'voice_voicechannel', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'voice_voicechannel', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'voice_voicechannel', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id FROM was EXCEPT SELECT id FROM now) UNION ALL (SELECT id FROM now EXCEPT SELECT id FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT DATE '0001-01-01', DATE '9999-12-31' FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'voice_voicechannel', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'voice_voicechannel', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.indicators_mark_volunteers_helper() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, kind, giver, joined_on FROM now),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT joined_on, joined_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'volunteers_helper', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'volunteers_helper', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS (SELECT id, voided_on, kind, giver, joined_on FROM was),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT joined_on, joined_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'volunteers_helper', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'volunteers_helper', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    ELSE 
        INSERT INTO indicators_daysmark (source, first, last)
        WITH changed AS ((SELECT id, voided_on, kind, giver, joined_on FROM was EXCEPT SELECT id, voided_on, kind, giver, joined_on FROM now) UNION ALL (SELECT id, voided_on, kind, giver, joined_on FROM now EXCEPT SELECT id, voided_on, kind, giver, joined_on FROM was)),
        days(first, last) AS (SELECT DISTINCT * FROM (SELECT joined_on, joined_on FROM changed) told(first, last) WHERE first IS NOT NULL),
        counted AS (SELECT COUNT(*) > 31 AS are_many FROM days)
        SELECT 'volunteers_helper', first, last FROM days, counted WHERE NOT are_many
         UNION ALL
        SELECT 'volunteers_helper', MIN(first), MAX(last) FROM days, counted WHERE are_many HAVING COUNT(*) > 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.instruments_published_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'A published version is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION public.opora_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'This record is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION public.papers_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'This record is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION public.plans_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND families_only_words_destroyed(to_jsonb(OLD), to_jsonb(NEW), ARRAY['content', 'reason'])
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A version of a plan is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION public.process_count_standing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO process_routestanding (program_id, department_id, stage, due_on, count)
        SELECT program_id, department_id, stage, due_on, count(*) FROM came WHERE ended_on IS NULL
        GROUP BY 1, 2, 3, 4;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO process_routestanding (program_id, department_id, stage, due_on, count)
        SELECT program_id, department_id, stage, due_on, -count(*) FROM went WHERE ended_on IS NULL
        GROUP BY 1, 2, 3, 4;
    ELSE
        INSERT INTO process_routestanding (program_id, department_id, stage, due_on, count)
        SELECT program_id, department_id, stage, due_on, sum(one) FROM (
            SELECT program_id, department_id, stage, due_on, 1 AS one FROM came WHERE ended_on IS NULL
            UNION ALL
            SELECT program_id, department_id, stage, due_on, -1 FROM went WHERE ended_on IS NULL
        ) moved GROUP BY 1, 2, 3, 4 HAVING sum(one) <> 0;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.process_count_step() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO process_routeflow (program_id, department_id, from_stage, to_stage, days, count)
    SELECT program_id, department_id, NEW.from_stage, NEW.to_stage, least(NEW.waited, 366), 1
    FROM process_route WHERE id = NEW.route_id
    ON CONFLICT (program_id, department_id, from_stage, to_stage, days)
    DO UPDATE SET count = process_routeflow.count + 1;
    RETURN NULL;
END $$;

CREATE FUNCTION public.process_history_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'The history of a path is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.programs_published_is_final() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'A published version is final: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION public.results_mark_due() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO results_resultdue (case_id)
    WITH changes AS MATERIALIZED (
        SELECT DISTINCT line.case_id, CASE WHEN line.case_id IS NULL THEN line.family_id END AS family_id
          FROM written line
         WHERE split_part(line.verb, '.', 1) IN (
            'assessments', 'cases', 'circumstances', 'correspondence', 'families', 'goods', 'groups', 'intake',
            'network', 'papers', 'plans', 'process', 'registry', 'results', 'services', 'stays'
         ) AND (line.verb = 'cases.opened' OR line.verb NOT LIKE ALL (ARRAY['%read', '%opened', '%looked', '%exported']))
    )
    SELECT told.id FROM changes JOIN cases_case told ON told.id = changes.case_id
     UNION
    SELECT told.id FROM changes JOIN cases_case told ON told.family_id = changes.family_id;
    IF EXISTS (SELECT 1 FROM written line WHERE line.verb = 'groups.marked') THEN
        INSERT INTO results_resultdue (case_id)
        SELECT DISTINCT COALESCE(participant.case_id, route.case_id)
          FROM written line
          JOIN groups_participant participant ON participant.group_id = (line.data ->> 'group')::bigint
          LEFT JOIN process_route route ON route.id = participant.route_id
         WHERE line.verb = 'groups.marked' AND COALESCE(participant.case_id, route.case_id) IS NOT NULL;
    END IF;
    RETURN NULL;
END $$;

CREATE TABLE public.access_apitoken (
    id bigint NOT NULL,
    label character varying(80) NOT NULL,
    role character varying(20) NOT NULL,
    token_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_on date NOT NULL,
    last_used_on date,
    revoked_at timestamp with time zone,
    revoked_by_id bigint,
    user_id bigint NOT NULL
);

ALTER TABLE public.access_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_department (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    number_pattern character varying(60) NOT NULL,
    is_active boolean NOT NULL
);

ALTER TABLE public.access_department ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_department_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_invitation (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    token_hash character varying(64) NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    roles jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    revoked_at timestamp with time zone,
    accepted_by_id bigint,
    invited_by_id bigint
);

ALTER TABLE public.access_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_roleassignment (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    since timestamp with time zone NOT NULL,
    department_id bigint,
    user_id bigint NOT NULL
);

ALTER TABLE public.access_roleassignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_roleassignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_signinpolicy (
    id smallint NOT NULL,
    second_factor character varying(10) NOT NULL,
    CONSTRAINT access_one_policy CHECK ((id = 1)),
    CONSTRAINT access_signinpolicy_id_check CHECK ((id >= 0))
);

CREATE TABLE public.access_substitution (
    id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    named_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    absent_id bigint NOT NULL,
    by_id bigint,
    substitute_id bigint NOT NULL,
    CONSTRAINT access_absence_days CHECK ((until_on >= from_on)),
    CONSTRAINT access_nobody_for_oneself CHECK ((NOT (absent_id = substitute_id)))
);

ALTER TABLE public.access_substitution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_substitution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.access_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    phone character varying(40) NOT NULL
);

ALTER TABLE public.access_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.assessments_assessment (
    id bigint NOT NULL,
    point character varying(10) NOT NULL,
    status character varying(10) NOT NULL,
    instrument_code character varying(60) NOT NULL,
    "on" date NOT NULL,
    is_total_only boolean NOT NULL,
    answers jsonb,
    ages jsonb NOT NULL,
    ratings smallint[],
    weak smallint NOT NULL,
    rated smallint,
    applicable smallint,
    critical smallint,
    strengths smallint,
    sections_weak smallint,
    sections_priority smallint,
    weak_by_section smallint[],
    rated_by_section smallint[],
    revision integer NOT NULL,
    approved_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    approved_by_id bigint,
    assessor_id bigint,
    case_id bigint NOT NULL,
    replaces_id bigint,
    version_id bigint,
    episode smallint NOT NULL,
    comments bytea,
    return_reason bytea,
    CONSTRAINT assessments_assessment_episode_check CHECK ((episode >= 0)),
    CONSTRAINT assessments_assessment_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.assessments_assessment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.assessments_assessment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.assessments_assessmentdraft (
    id bigint NOT NULL,
    point character varying(10) NOT NULL,
    base_revision integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    assessment_id bigint,
    case_id bigint NOT NULL,
    user_id bigint NOT NULL,
    version_id bigint NOT NULL,
    revision integer NOT NULL,
    payload bytea,
    CONSTRAINT assessments_assessmentdraft_base_revision_check CHECK ((base_revision >= 0)),
    CONSTRAINT assessments_assessmentdraft_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.assessments_assessmentdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.assessments_assessmentdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.attention_aside (
    id bigint NOT NULL,
    until date NOT NULL,
    reason bytea NOT NULL,
    "on" date NOT NULL,
    ended_on date,
    by_id bigint,
    case_id bigint NOT NULL
);

ALTER TABLE public.attention_aside ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attention_aside_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.attention_lookmark (
    id bigint NOT NULL,
    case_id bigint NOT NULL
);

ALTER TABLE public.attention_lookmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attention_lookmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.attention_lookstand (
    case_id bigint NOT NULL,
    until date NOT NULL,
    is_calm boolean,
    gravest smallint,
    fewer smallint,
    lasts integer,
    department_id bigint NOT NULL
);

CREATE TABLE public.attention_signchoice (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    is_on boolean NOT NULL,
    threshold smallint NOT NULL,
    CONSTRAINT attention_signchoice_threshold_check CHECK ((threshold >= 0))
);

ALTER TABLE public.attention_signchoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.attention_signchoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_journalentry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id bigint,
    actor_name character varying(120) NOT NULL,
    verb character varying(60) NOT NULL,
    case_id bigint,
    family_id bigint,
    person_id bigint,
    data jsonb NOT NULL
);

ALTER TABLE public.audit_journalentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_journalentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_journalseal (
    id bigint NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    entry_ids bigint[] NOT NULL,
    entry_marks bytea NOT NULL,
    last_entry_id bigint NOT NULL,
    previous bytea NOT NULL,
    digest bytea NOT NULL
);

ALTER TABLE public.audit_journalseal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_journalseal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_case (
    id bigint NOT NULL,
    number character varying(40) NOT NULL,
    number_key character varying(40) NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    is_imported boolean NOT NULL,
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    department_id bigint NOT NULL,
    family_id bigint NOT NULL,
    program_id bigint NOT NULL,
    voided_on date,
    CONSTRAINT cases_case_revision_check CHECK ((revision >= 0)),
    CONSTRAINT cases_dates CHECK (((closed_on IS NULL) OR (closed_on >= opened_on)))
);

ALTER TABLE public.cases_case ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_casechild (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    case_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT cases_casechild_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.cases_casechild ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_casechild_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_casecorrection (
    id bigint NOT NULL,
    field character varying(12) NOT NULL,
    before character varying(200) NOT NULL,
    after character varying(200) NOT NULL,
    reason bytea NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    case_id bigint NOT NULL
);

ALTER TABLE public.cases_casecorrection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_casecorrection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_casetransfer (
    id bigint NOT NULL,
    from_number character varying(40) NOT NULL,
    from_number_key character varying(40) NOT NULL,
    reason bytea NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    case_id bigint NOT NULL,
    from_department_id bigint NOT NULL,
    from_program_id bigint NOT NULL,
    to_program_id bigint NOT NULL
);

ALTER TABLE public.cases_casetransfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_casetransfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_closing (
    id bigint NOT NULL,
    "on" date NOT NULL,
    reason character varying(24) NOT NULL,
    reopened_on date,
    case_id bigint NOT NULL,
    goals_achieved smallint,
    goals_total smallint,
    no_exit character varying(12) NOT NULL,
    plan_after bytea,
    summary bytea,
    reopen_reason bytea,
    CONSTRAINT cases_closing_goals_achieved_check CHECK ((goals_achieved >= 0)),
    CONSTRAINT cases_closing_goals_total_check CHECK ((goals_total >= 0)),
    CONSTRAINT cases_goals CHECK (((goals_total IS NULL) OR (goals_achieved <= goals_total)))
);

ALTER TABLE public.cases_closing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_closing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_closingchild (
    id bigint NOT NULL,
    placement character varying(14) NOT NULL,
    closing_id bigint NOT NULL,
    person_id bigint NOT NULL,
    not_asked character varying(8) NOT NULL
);

ALTER TABLE public.cases_closingchild ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_closingchild_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_followup (
    id bigint NOT NULL,
    months smallint NOT NULL,
    due_on date NOT NULL,
    done_on date,
    cancelled_at timestamp with time zone,
    case_id bigint NOT NULL,
    result character varying(10) NOT NULL,
    department_id bigint,
    CONSTRAINT cases_followup_months_check CHECK ((months >= 0))
);

ALTER TABLE public.cases_followup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_followup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_followupchild (
    id bigint NOT NULL,
    placement character varying(14) NOT NULL,
    safety character varying(8) NOT NULL,
    person_id bigint NOT NULL,
    contact_id bigint NOT NULL
);

ALTER TABLE public.cases_followupchild ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_followupchild_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_followupcontact (
    id bigint NOT NULL,
    "on" date NOT NULL,
    result character varying(10) NOT NULL,
    family_state character varying(14) NOT NULL,
    note bytea,
    by_id bigint,
    follow_up_id bigint NOT NULL
);

ALTER TABLE public.cases_followupcontact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_followupcontact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_plannedhandover (
    id bigint NOT NULL,
    "on" date NOT NULL,
    asked_on date NOT NULL,
    ended_on date,
    by_id bigint,
    case_id bigint NOT NULL,
    to_user_id bigint NOT NULL
);

ALTER TABLE public.cases_plannedhandover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_plannedhandover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_stay (
    id bigint NOT NULL,
    from_on date NOT NULL,
    planned_until date,
    left_on date,
    case_id bigint NOT NULL,
    department_id bigint,
    CONSTRAINT cases_stay_dates CHECK (((left_on IS NULL) OR (left_on >= from_on)))
);

ALTER TABLE public.cases_stay ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_stay_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_stayextension (
    id bigint NOT NULL,
    old_until date,
    new_until date NOT NULL,
    "on" date,
    approved_by_id bigint,
    stay_id bigint NOT NULL,
    reason bytea
);

ALTER TABLE public.cases_stayextension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_stayextension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cases_teammember (
    id bigint NOT NULL,
    part character varying(14) NOT NULL,
    from_on date NOT NULL,
    to_on date,
    case_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT cases_team_dates CHECK (((to_on IS NULL) OR (to_on >= from_on)))
);

ALTER TABLE public.cases_teammember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_teammember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.catalogue_catalogueversion (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    number integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    text text NOT NULL,
    programs jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT catalogue_catalogueversion_number_check CHECK ((number >= 0))
);

ALTER TABLE public.catalogue_catalogueversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_catalogueversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.catalogue_direction (
    id bigint NOT NULL,
    practice character varying(60) NOT NULL,
    code character varying(40) NOT NULL,
    title_ru character varying(300) NOT NULL,
    title_en character varying(300) NOT NULL,
    source character varying(60) NOT NULL,
    "position" smallint NOT NULL,
    is_current boolean NOT NULL,
    CONSTRAINT catalogue_direction_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.catalogue_direction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_direction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.catalogue_service (
    id bigint NOT NULL,
    practice character varying(60) NOT NULL,
    code character varying(40) NOT NULL,
    title_ru character varying(400) NOT NULL,
    title_en character varying(400) NOT NULL,
    providers character varying(20)[] NOT NULL,
    mode character varying(14) NOT NULL,
    formats character varying(14)[] NOT NULL,
    givers character varying(20)[] NOT NULL,
    confidentiality character varying(10) NOT NULL,
    kind_442 character varying(14) NOT NULL,
    outcomes character varying(20)[] NOT NULL,
    source character varying(60) NOT NULL,
    is_inner boolean NOT NULL,
    "position" smallint NOT NULL,
    is_current boolean NOT NULL,
    direction_id bigint NOT NULL,
    CONSTRAINT catalogue_service_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.catalogue_service ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_service_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.circumstances_lifechange (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    kind character varying(20) NOT NULL,
    item character varying(24) NOT NULL,
    value character varying(24) NOT NULL,
    number numeric(10,2),
    rated_by character varying(10) NOT NULL,
    "on" date NOT NULL,
    expected_on date,
    note bytea,
    is_newest boolean NOT NULL,
    by_id bigint,
    case_id bigint,
    person_id bigint,
    route_id bigint,
    CONSTRAINT circumstances_change_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL)))),
    CONSTRAINT circumstances_change_says_something CHECK (((NOT ((value)::text = ''::text)) OR (number IS NOT NULL)))
);

ALTER TABLE public.circumstances_lifechange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.circumstances_lifechange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.correspondence_agreement (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    number character varying(60) NOT NULL,
    signed_on date NOT NULL,
    until_on date,
    ended_on date,
    scope character varying(500) NOT NULL,
    revision integer NOT NULL,
    by_id bigint,
    file_id bigint,
    partner_id bigint NOT NULL,
    CONSTRAINT correspondence_agreement_days CHECK ((((until_on IS NULL) OR (until_on >= signed_on)) AND ((ended_on IS NULL) OR (ended_on >= signed_on)))),
    CONSTRAINT correspondence_agreement_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.correspondence_agreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.correspondence_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.correspondence_jointmeeting (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    "on" date NOT NULL,
    topic character varying(300) NOT NULL,
    present bytea,
    results bytea,
    revision integer NOT NULL,
    by_id bigint,
    CONSTRAINT correspondence_jointmeeting_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.correspondence_jointmeeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.correspondence_jointmeeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.correspondence_jointmeeting_partners (
    id bigint NOT NULL,
    jointmeeting_id bigint NOT NULL,
    partner_id bigint NOT NULL
);

ALTER TABLE public.correspondence_jointmeeting_partners ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.correspondence_jointmeeting_partners_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.correspondence_letterperson (
    id bigint NOT NULL,
    reason character varying(8) NOT NULL,
    details jsonb NOT NULL,
    person_id bigint NOT NULL,
    letter_id bigint NOT NULL
);

ALTER TABLE public.correspondence_letterperson ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.correspondence_letterperson_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.correspondence_officialletter (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    direction character varying(3) NOT NULL,
    kind character varying(12) NOT NULL,
    number character varying(20) NOT NULL,
    their_number character varying(60) NOT NULL,
    their_on date,
    addressee bytea,
    subject bytea,
    text bytea,
    "on" date NOT NULL,
    asked_by character varying(8) NOT NULL,
    basis character varying(8) NOT NULL,
    answer_due_on date,
    sent_on date,
    approved_on date,
    result character varying(10) NOT NULL,
    closed_on date,
    revision integer NOT NULL,
    answers_id bigint,
    approved_by_id bigint,
    by_id bigint,
    case_id bigint,
    file_id bigint,
    partner_id bigint NOT NULL,
    route_id bigint,
    template_id bigint,
    CONSTRAINT correspondence_letter_days CHECK (((answer_due_on IS NULL) OR (answer_due_on >= "on"))),
    CONSTRAINT correspondence_letter_place CHECK (((route_id IS NULL) OR (case_id IS NULL))),
    CONSTRAINT correspondence_officialletter_revision_check CHECK ((revision >= 0)),
    CONSTRAINT correspondence_result_with_day CHECK ((((closed_on IS NULL) AND ((result)::text = ''::text)) OR ((NOT ((result)::text = ''::text)) AND (closed_on IS NOT NULL))))
);

ALTER TABLE public.correspondence_officialletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.correspondence_officialletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.correspondence_rememberedcases (
    id bigint NOT NULL,
    mark bytea NOT NULL,
    forms bytea NOT NULL,
    by_id bigint,
    case_id bigint,
    route_id bigint
);

ALTER TABLE public.correspondence_rememberedcases ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.correspondence_rememberedcases_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.councils_ballot (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    question bytea,
    is_secret boolean NOT NULL,
    quorum smallint,
    criteria jsonb NOT NULL,
    opened_on date NOT NULL,
    closes_on date NOT NULL,
    closed_at timestamp with time zone,
    closed_on date,
    result character varying(8) NOT NULL,
    ground character varying(14) NOT NULL,
    number integer,
    chair_id bigint NOT NULL,
    closed_by_id bigint,
    by_id bigint,
    route_id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    CONSTRAINT councils_ballot_days CHECK ((closes_on >= opened_on)),
    CONSTRAINT councils_ballot_number_check CHECK ((number >= 0)),
    CONSTRAINT councils_ballot_quorum_check CHECK ((quorum >= 0))
);

ALTER TABLE public.councils_ballot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.councils_ballot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.councils_conference (
    id bigint NOT NULL,
    "on" date NOT NULL,
    participant_ids jsonb NOT NULL,
    guests bytea,
    remarks bytea,
    decision character varying(8) NOT NULL,
    number integer NOT NULL,
    by_id bigint,
    route_id bigint NOT NULL,
    CONSTRAINT councils_conference_number_check CHECK ((number >= 0))
);

ALTER TABLE public.councils_conference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.councils_conference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.councils_panelseat (
    id bigint NOT NULL,
    conflict bytea,
    conflict_on date,
    ballot_id bigint NOT NULL,
    user_id bigint NOT NULL,
    invitation_id bigint
);

ALTER TABLE public.councils_panelseat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.councils_panelseat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.councils_vote (
    id bigint NOT NULL,
    choice character varying(8) NOT NULL,
    reason bytea,
    at timestamp with time zone NOT NULL,
    seat_id bigint NOT NULL
);

ALTER TABLE public.councils_vote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.councils_vote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.details_detail (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    words bytea,
    number numeric(14,2),
    day date,
    chosen character varying(20)[] NOT NULL,
    "on" date NOT NULL,
    is_newest boolean NOT NULL,
    by_id bigint,
    case_id bigint,
    contact_id bigint,
    family_id bigint,
    field_id bigint NOT NULL,
    of_case_id bigint,
    person_id bigint,
    route_id bigint,
    CONSTRAINT details_about_somebody CHECK (((person_id IS NOT NULL) OR (family_id IS NOT NULL) OR (of_case_id IS NOT NULL) OR (contact_id IS NOT NULL))),
    CONSTRAINT details_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.details_detail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.details_detail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE public.drafts_formdraft (
    id bigint NOT NULL,
    form character varying(80) NOT NULL,
    subject character varying(200) NOT NULL,
    address character varying(300) NOT NULL,
    route_id bigint,
    case_id bigint,
    words bytea NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    ends_on date,
    is_gone boolean NOT NULL,
    why character varying(8) NOT NULL,
    lapse character varying(40) NOT NULL,
    CONSTRAINT drafts_formdraft_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.drafts_formdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafts_formdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.drafts_intention (
    id bigint NOT NULL,
    mark character varying(64) NOT NULL,
    address character varying(300) NOT NULL,
    word character varying(500) NOT NULL,
    made_at timestamp with time zone NOT NULL
);

ALTER TABLE public.drafts_intention ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.drafts_intention_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.duties_adrift (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    key bigint NOT NULL
);

ALTER TABLE public.duties_adrift ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.duties_adrift_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.duties_handingon (
    id bigint NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(500) NOT NULL,
    parts jsonb NOT NULL,
    by_id bigint,
    from_user_id bigint
);

ALTER TABLE public.duties_handingon ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.duties_handingon_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.duties_plannedpassing (
    id bigint NOT NULL,
    "on" date NOT NULL,
    asked_on date NOT NULL,
    reason character varying(500) NOT NULL,
    receivers jsonb NOT NULL,
    ended_on date,
    problem character varying(500) NOT NULL,
    by_id bigint,
    from_user_id bigint NOT NULL
);

ALTER TABLE public.duties_plannedpassing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.duties_plannedpassing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.duties_workmark (
    id bigint NOT NULL,
    user_id bigint,
    case_id bigint,
    route_id bigint
);

ALTER TABLE public.duties_workmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.duties_workmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.evidence_casefact (
    case_id bigint NOT NULL,
    number character varying(40) NOT NULL,
    parent_code character varying(12) NOT NULL,
    child_codes character varying(12)[] NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    extended_to date,
    follow_up_due_on date,
    followed_up_on date,
    entry_id bigint,
    exit_id bigint,
    entry smallint,
    exit smallint,
    change smallint,
    entry_sections smallint,
    exit_sections smallint,
    entry_by_section smallint[],
    exit_by_section smallint[],
    entry_complete double precision,
    exit_complete double precision,
    change_both smallint,
    rated_both smallint,
    solved smallint,
    new smallint,
    has_items boolean NOT NULL,
    assessor_known boolean NOT NULL,
    follow_up_score smallint,
    children smallint NOT NULL,
    children_kept smallint NOT NULL,
    children_known smallint NOT NULL,
    refreshed_at timestamp with time zone NOT NULL,
    department_id bigint NOT NULL,
    program_id bigint NOT NULL,
    children_with_relatives smallint NOT NULL,
    number_order bigint,
    number_series character varying(40) NOT NULL,
    number_shape character varying(40) NOT NULL,
    children_kept_later smallint NOT NULL,
    children_known_later smallint NOT NULL,
    is_palliative boolean NOT NULL,
    review_due_on date,
    children_grown smallint NOT NULL,
    children_gone smallint NOT NULL,
    children_died smallint NOT NULL,
    days_away integer NOT NULL,
    CONSTRAINT evidence_children_kept_are_known CHECK (((children_kept >= 0) AND (children_kept <= children_known) AND (children_known <= children))),
    CONSTRAINT evidence_children_kept_later_are_known CHECK (((children_kept_later >= 0) AND (children_kept_later <= children_known_later)))
);

CREATE TABLE public.evidence_childclosings (
    person_id bigint NOT NULL,
    closings smallint NOT NULL
);

CREATE TABLE public.evidence_childfact (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    closed_on date NOT NULL,
    what character varying(8) NOT NULL,
    home character varying(14) NOT NULL,
    later_on date,
    later_home character varying(14) NOT NULL,
    case_id bigint NOT NULL
);

ALTER TABLE public.evidence_childfact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_childfact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.evidence_formerchild (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    closed_on date NOT NULL,
    opened_again_on date NOT NULL,
    what character varying(8) NOT NULL,
    home character varying(14) NOT NULL,
    later_on date,
    later_home character varying(14) NOT NULL,
    case_id bigint NOT NULL,
    closing_id bigint NOT NULL
);

ALTER TABLE public.evidence_formerchild ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_formerchild_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.evidence_formerfact (
    closing_id bigint NOT NULL,
    closed_on date NOT NULL,
    opened_again_on date NOT NULL,
    days_away integer NOT NULL,
    follow_up_id bigint,
    follow_up_due_on date,
    entry_id bigint,
    exit_id bigint,
    entry smallint,
    exit smallint,
    change smallint,
    entry_sections smallint,
    exit_sections smallint,
    solved smallint,
    children smallint NOT NULL,
    children_kept smallint NOT NULL,
    children_known smallint NOT NULL,
    children_known_later smallint NOT NULL,
    children_kept_later smallint NOT NULL,
    is_palliative boolean NOT NULL,
    case_id bigint NOT NULL
);

CREATE TABLE public.evidence_itemhelp (
    id bigint NOT NULL,
    item character varying(8) NOT NULL,
    solved integer NOT NULL,
    given integer NOT NULL,
    low double precision NOT NULL,
    high double precision NOT NULL,
    counted_on date NOT NULL,
    program_id bigint NOT NULL,
    service_id bigint NOT NULL,
    others_solved integer NOT NULL,
    others integer NOT NULL,
    beside character varying(8) NOT NULL,
    CONSTRAINT evidence_itemhelp_given_check CHECK ((given >= 0)),
    CONSTRAINT evidence_itemhelp_others_check CHECK ((others >= 0)),
    CONSTRAINT evidence_itemhelp_others_solved_check CHECK ((others_solved >= 0)),
    CONSTRAINT evidence_itemhelp_solved_check CHECK ((solved >= 0))
);

ALTER TABLE public.evidence_itemhelp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_itemhelp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.evidence_monthtally (
    id bigint NOT NULL,
    month date NOT NULL,
    data jsonb NOT NULL,
    department_id bigint NOT NULL,
    program_id bigint NOT NULL,
    counted_at timestamp with time zone NOT NULL
);

ALTER TABLE public.evidence_monthtally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_monthtally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.families_codecounter (
    letter character varying(1) NOT NULL,
    last_number integer NOT NULL,
    CONSTRAINT families_codecounter_last_number_check CHECK ((last_number >= 0))
);

CREATE TABLE public.families_family (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    merged_into_id bigint
);

ALTER TABLE public.families_family ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.families_family_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.families_familymember (
    id bigint NOT NULL,
    role character varying(12) NOT NULL,
    from_on date,
    to_on date,
    family_id bigint NOT NULL,
    person_id bigint NOT NULL,
    ended character varying(8) NOT NULL,
    is_day_known boolean NOT NULL,
    is_expected boolean NOT NULL,
    expected_in date,
    CONSTRAINT families_member_dates CHECK (((to_on IS NULL) OR (from_on IS NULL) OR (to_on >= from_on))),
    CONSTRAINT families_member_ended_on_a_day CHECK ((((ended)::text = ''::text) OR (to_on IS NOT NULL)))
);

ALTER TABLE public.families_familymember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.families_familymember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.families_merge (
    id bigint NOT NULL,
    reason character varying(14) NOT NULL,
    at timestamp with time zone NOT NULL,
    moved jsonb NOT NULL,
    taken jsonb NOT NULL,
    case_ids jsonb NOT NULL,
    former_identity bytea,
    former_sex character varying(1) NOT NULL,
    revision integer NOT NULL,
    undone_at timestamp with time zone,
    by_id bigint,
    gone_id bigint,
    gone_family_id bigint,
    kept_id bigint,
    kept_family_id bigint,
    undone_by_id bigint,
    CONSTRAINT families_merge_of_two CHECK ((((gone_id IS NOT NULL) AND (kept_id IS NOT NULL)) OR ((gone_id IS NULL) AND (gone_family_id IS NOT NULL) AND (kept_id IS NULL) AND (kept_family_id IS NOT NULL)))),
    CONSTRAINT families_merge_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.families_merge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.families_merge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.families_person (
    id bigint NOT NULL,
    code_letter character varying(1) NOT NULL,
    code_number integer NOT NULL,
    sex character varying(1) NOT NULL,
    identity bytea,
    revision integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    merged_into_id bigint,
    CONSTRAINT families_person_code_number_check CHECK ((code_number >= 0)),
    CONSTRAINT families_person_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.families_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.families_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.families_personkey (
    person_id bigint NOT NULL,
    wrapped bytea NOT NULL,
    key_id character varying(16) NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.families_placement (
    id bigint NOT NULL,
    kind character varying(14) NOT NULL,
    from_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    voided_at timestamp with time zone,
    child_id bigint NOT NULL
);

ALTER TABLE public.families_placement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.families_placement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.families_searchindex (
    person_id bigint NOT NULL,
    tokens bytea[] NOT NULL,
    months integer[] NOT NULL,
    version smallint NOT NULL,
    CONSTRAINT families_searchindex_version_check CHECK ((version >= 0))
);

CREATE TABLE public.fields_fielddefinition (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    about character varying(10) NOT NULL,
    kind character varying(10) NOT NULL,
    title_ru character varying(80) NOT NULL,
    title_en character varying(80) NOT NULL,
    help_ru character varying(300) NOT NULL,
    help_en character varying(300) NOT NULL,
    choices jsonb NOT NULL,
    roles jsonb NOT NULL,
    place integer NOT NULL,
    since date NOT NULL,
    ended_on date,
    made_by_id bigint,
    CONSTRAINT fields_fielddefinition_place_check CHECK ((place >= 0))
);

ALTER TABLE public.fields_fielddefinition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fields_fielddefinition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_appeal (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    what character varying(200) NOT NULL,
    whom bytea,
    way character varying(8) NOT NULL,
    asked_on date NOT NULL,
    state character varying(10) NOT NULL,
    answered_on date,
    promised_by date,
    note bytea,
    voided_why bytea,
    by_id bigint,
    donor_id bigint,
    CONSTRAINT goods_appeal_answered CHECK ((((answered_on IS NULL) AND ((state)::text = ''::text)) OR ((NOT ((state)::text = ''::text)) AND (answered_on >= asked_on)))),
    CONSTRAINT goods_appeal_promised CHECK (((promised_by IS NULL) OR ((state)::text = 'promised'::text) OR ((state)::text = 'received'::text)))
);

ALTER TABLE public.goods_appeal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_appeal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_countline (
    id bigint NOT NULL,
    expected numeric(10,2) NOT NULL,
    counted numeric(10,2),
    lot_id bigint NOT NULL,
    count_id bigint NOT NULL,
    CONSTRAINT goods_counted CHECK (((counted IS NULL) OR (counted >= (0)::numeric)))
);

ALTER TABLE public.goods_countline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_countline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_donation (
    id bigint NOT NULL,
    given_on date NOT NULL,
    money numeric(12,2),
    remark character varying(200) NOT NULL,
    by_id bigint,
    purpose_id bigint,
    donor_id bigint,
    CONSTRAINT goods_donated_money CHECK (((money IS NULL) OR (money > (0)::numeric)))
);

ALTER TABLE public.goods_donation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_donation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_familyneed (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    category character varying(12) NOT NULL,
    size character varying(20) NOT NULL,
    quantity numeric(10,2) NOT NULL,
    rhythm character varying(10) NOT NULL,
    words bytea,
    since_on date NOT NULL,
    due_on date,
    ended_on date,
    by_id bigint,
    case_id bigint,
    person_id bigint,
    route_id bigint,
    good_id bigint,
    department_id bigint,
    CONSTRAINT goods_need_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL)))),
    CONSTRAINT goods_need_quantity CHECK ((quantity > (0)::numeric))
);

ALTER TABLE public.goods_familyneed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_familyneed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_givingnorm (
    id bigint NOT NULL,
    category character varying(12) NOT NULL,
    most numeric(10,2),
    days smallint NOT NULL,
    is_active boolean NOT NULL,
    good_id bigint,
    CONSTRAINT goods_givingnorm_days_check CHECK ((days >= 0)),
    CONSTRAINT goods_norm_days CHECK ((days > 0)),
    CONSTRAINT goods_norm_most CHECK (((most IS NULL) OR (most > (0)::numeric))),
    CONSTRAINT goods_norm_of_one CHECK (((((category)::text = ''::text) AND (good_id IS NOT NULL)) OR ((good_id IS NULL) AND (NOT ((category)::text = ''::text)))))
);

ALTER TABLE public.goods_givingnorm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_givingnorm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_good (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    category character varying(12) NOT NULL,
    unit character varying(6) NOT NULL,
    has_sizes boolean NOT NULL,
    low_at numeric(10,2),
    is_active boolean NOT NULL,
    CONSTRAINT goods_low_at CHECK (((low_at IS NULL) OR (low_at > (0)::numeric)))
);

ALTER TABLE public.goods_good ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_good_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_handout (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    "on" date NOT NULL,
    until_on date NOT NULL,
    made_on date NOT NULL,
    closed_on date,
    by_id bigint,
    place_id bigint NOT NULL,
    CONSTRAINT goods_hand_out_kept CHECK ((until_on >= "on"))
);

ALTER TABLE public.goods_handout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_handout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_handoutline (
    id bigint NOT NULL,
    size character varying(20) NOT NULL,
    quantity numeric(10,2) NOT NULL,
    each character varying(6) NOT NULL,
    age_from smallint,
    age_to smallint,
    good_id bigint,
    hand_out_id bigint NOT NULL,
    kit_id bigint,
    CONSTRAINT goods_hand_out_ages CHECK ((((each)::text = 'child'::text) OR ((age_from IS NULL) AND (age_to IS NULL)))),
    CONSTRAINT goods_hand_out_of_one CHECK ((((good_id IS NOT NULL) AND (kit_id IS NULL)) OR ((good_id IS NULL) AND (kit_id IS NOT NULL) AND ((size)::text = ''::text)))),
    CONSTRAINT goods_hand_out_quantity CHECK ((quantity > (0)::numeric)),
    CONSTRAINT goods_handoutline_age_from_check CHECK ((age_from >= 0)),
    CONSTRAINT goods_handoutline_age_to_check CHECK ((age_to >= 0))
);

ALTER TABLE public.goods_handoutline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_handoutline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_issue (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    kind character varying(12) NOT NULL,
    given_on date NOT NULL,
    act_number character varying(20) NOT NULL,
    remark bytea,
    by_id bigint,
    case_id bigint,
    receiver_id bigint,
    reverses_id bigint,
    route_id bigint,
    place_id bigint,
    CONSTRAINT goods_issue_from_a_place CHECK ((((kind)::text = 'goods'::text) OR (place_id IS NULL))),
    CONSTRAINT goods_issue_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.goods_issue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_issue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_issueline (
    id bigint NOT NULL,
    size character varying(20) NOT NULL,
    quantity numeric(10,2) NOT NULL,
    kits smallint NOT NULL,
    good_id bigint NOT NULL,
    issue_id bigint NOT NULL,
    kit_id bigint,
    CONSTRAINT goods_issueline_kits_check CHECK ((kits >= 0)),
    CONSTRAINT goods_line_quantity CHECK ((quantity > (0)::numeric))
);

ALTER TABLE public.goods_issueline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_issueline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_kit (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    is_active boolean NOT NULL
);

ALTER TABLE public.goods_kit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_kit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_kitpart (
    id bigint NOT NULL,
    size character varying(20) NOT NULL,
    quantity numeric(10,2) NOT NULL,
    good_id bigint NOT NULL,
    kit_id bigint NOT NULL,
    CONSTRAINT goods_part_quantity CHECK ((quantity > (0)::numeric))
);

ALTER TABLE public.goods_kitpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_kitpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_lot (
    id bigint NOT NULL,
    size character varying(20) NOT NULL,
    expires_on date,
    quantity numeric(10,2) NOT NULL,
    reserved numeric(10,2) NOT NULL,
    last_on date,
    good_id bigint NOT NULL,
    purpose_id bigint,
    place_id bigint NOT NULL,
    CONSTRAINT goods_never_negative CHECK ((quantity >= (0)::numeric)),
    CONSTRAINT goods_reserved_is_there CHECK (((reserved >= (0)::numeric) AND (reserved <= quantity)))
);

ALTER TABLE public.goods_lot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_lot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_moneyhelp (
    id bigint NOT NULL,
    amount numeric(12,2) NOT NULL,
    purpose bytea NOT NULL,
    basis character varying(12) NOT NULL,
    decision bytea,
    decided_on date,
    number character varying(30) NOT NULL,
    valid_until date,
    paid_for character varying(10) NOT NULL,
    from_on date,
    months smallint,
    estimate numeric(12,2),
    proven_on date,
    proof bytea,
    issue_id bigint NOT NULL,
    CONSTRAINT goods_money_amount CHECK ((amount > (0)::numeric)),
    CONSTRAINT goods_money_months CHECK (((months IS NULL) OR (months > 0))),
    CONSTRAINT goods_moneyhelp_months_check CHECK ((months >= 0))
);

ALTER TABLE public.goods_moneyhelp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_moneyhelp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_movement (
    id bigint NOT NULL,
    quantity numeric(10,2) NOT NULL,
    "on" date NOT NULL,
    lot_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    CONSTRAINT goods_movement_moves CHECK ((NOT (quantity = (0)::numeric)))
);

ALTER TABLE public.goods_movement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_movement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_purpose (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    child_under smallint,
    is_active boolean NOT NULL,
    program_id bigint,
    CONSTRAINT goods_purpose_child_under_check CHECK ((child_under >= 0))
);

ALTER TABLE public.goods_purpose ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_purpose_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_reservation (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    made_on date NOT NULL,
    until_on date NOT NULL,
    "end" character varying(10) NOT NULL,
    ended_on date,
    by_id bigint,
    case_id bigint,
    issue_id bigint,
    route_id bigint,
    place_id bigint NOT NULL,
    hand_out_id bigint,
    CONSTRAINT goods_reservation_end CHECK ((((("end")::text = ''::text) AND (ended_on IS NULL)) OR ((NOT (("end")::text = ''::text)) AND (ended_on IS NOT NULL)))),
    CONSTRAINT goods_reservation_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.goods_reservation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_reservation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_reservationline (
    id bigint NOT NULL,
    quantity numeric(10,2) NOT NULL,
    lot_id bigint NOT NULL,
    reservation_id bigint NOT NULL,
    CONSTRAINT goods_reserved_quantity CHECK ((quantity > (0)::numeric))
);

ALTER TABLE public.goods_reservationline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_reservationline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_stockcount (
    id bigint NOT NULL,
    began_on date NOT NULL,
    began_at timestamp with time zone NOT NULL,
    closed_on date,
    is_called_off boolean NOT NULL,
    begun_by_id bigint,
    closed_by_id bigint,
    entry_id bigint,
    place_id bigint NOT NULL
);

ALTER TABLE public.goods_stockcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_stockcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_stockentry (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    reason character varying(10) NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    remark character varying(200) NOT NULL,
    by_id bigint,
    donation_id bigint,
    issue_id bigint
);

ALTER TABLE public.goods_stockentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_stockentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.goods_stockplace (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    is_active boolean NOT NULL
);

ALTER TABLE public.goods_stockplace ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goods_stockplace_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.groups_commitment (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    text bytea,
    by_id bigint,
    case_id bigint,
    route_id bigint,
    task_id bigint,
    session_id bigint NOT NULL,
    CONSTRAINT groups_commitment_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.groups_commitment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.groups_commitment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.groups_group (
    id bigint NOT NULL,
    title character varying(160) NOT NULL,
    kind character varying(10) NOT NULL,
    place character varying(160) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    threshold smallint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    by_id bigint,
    department_id bigint NOT NULL,
    program_id bigint,
    service_id bigint,
    voided_on date,
    voided_why bytea,
    CONSTRAINT groups_days CHECK (((until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT groups_group_threshold_check CHECK ((threshold >= 0)),
    CONSTRAINT groups_threshold CHECK (((threshold >= 1) AND (threshold <= 100)))
);

ALTER TABLE public.groups_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.groups_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.groups_group_leaders (
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.groups_group_leaders ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.groups_group_leaders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.groups_guest (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    words bytea,
    has_come boolean NOT NULL,
    by_id bigint,
    case_id bigint,
    route_id bigint,
    session_id bigint NOT NULL,
    CONSTRAINT groups_guest_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.groups_guest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.groups_guest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.groups_homeworkresult (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    state character varying(8) NOT NULL,
    by_id bigint,
    case_id bigint,
    route_id bigint,
    session_id bigint NOT NULL,
    comment bytea,
    CONSTRAINT groups_homework_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.groups_homeworkresult ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.groups_homeworkresult_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.groups_mark (
    id bigint NOT NULL,
    state character varying(8) NOT NULL,
    participant_id bigint NOT NULL,
    session_id bigint NOT NULL
);

ALTER TABLE public.groups_mark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.groups_mark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.groups_participant (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    joined_on date NOT NULL,
    left_on date,
    by_id bigint,
    case_id bigint,
    group_id bigint NOT NULL,
    person_id bigint NOT NULL,
    route_id bigint,
    CONSTRAINT groups_participant_days CHECK (((left_on IS NULL) OR (left_on >= joined_on))),
    CONSTRAINT groups_participant_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.groups_participant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.groups_participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.groups_session (
    id bigint NOT NULL,
    "on" date NOT NULL,
    at time without time zone,
    minutes smallint,
    is_held boolean NOT NULL,
    heads integer NOT NULL,
    homework bytea,
    group_id bigint NOT NULL,
    homework_due_on date,
    CONSTRAINT groups_session_heads_check CHECK ((heads >= 0)),
    CONSTRAINT groups_session_minutes CHECK (((minutes IS NULL) OR ((minutes >= 1) AND (minutes <= 1440)))),
    CONSTRAINT groups_session_minutes_check CHECK ((minutes >= 0))
);

ALTER TABLE public.groups_session ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.groups_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_daysmark (
    id bigint NOT NULL,
    source character varying(40) NOT NULL,
    first date NOT NULL,
    last date NOT NULL
);

ALTER TABLE public.indicators_daysmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_daysmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_indicatordraft (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    text text NOT NULL,
    revision integer NOT NULL,
    state character varying(10) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    base_id bigint NOT NULL,
    begun_by_id bigint,
    changed_by_id bigint,
    CONSTRAINT indicators_indicatordraft_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.indicators_indicatordraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_indicatordraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_indicatorversion (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    number integer NOT NULL,
    title character varying(200) NOT NULL,
    about character varying(600) NOT NULL,
    measure character varying(20) NOT NULL,
    filters jsonb NOT NULL,
    split character varying(20) NOT NULL,
    sha256 character varying(64) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    put_away_on date,
    made_by_id bigint,
    period_rule character varying(14) NOT NULL,
    CONSTRAINT indicators_indicatorversion_number_check CHECK ((number >= 0))
);

ALTER TABLE public.indicators_indicatorversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_indicatorversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_keptpiece (
    key character varying(64) NOT NULL,
    data bytea NOT NULL
);

CREATE TABLE public.indicators_outsidefigure (
    id bigint NOT NULL,
    indicator character varying(40) NOT NULL,
    "on" date NOT NULL,
    value numeric(16,4) NOT NULL,
    unit character varying(60) NOT NULL,
    source character varying(300) NOT NULL,
    territory character varying(120) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    voided_on date,
    by_id bigint
);

ALTER TABLE public.indicators_outsidefigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_outsidefigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicators_target (
    id bigint NOT NULL,
    indicator character varying(40) NOT NULL,
    way character varying(8) NOT NULL,
    value numeric(14,4) NOT NULL,
    from_on date NOT NULL,
    set_at timestamp with time zone NOT NULL,
    dropped_on date,
    program_id bigint,
    set_by_id bigint,
    box character varying(120) NOT NULL
);

ALTER TABLE public.indicators_target ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.indicators_target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.instruments_instrument (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    title character varying(200) NOT NULL
);

ALTER TABLE public.instruments_instrument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.instruments_instrument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.instruments_instrumentdraft (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    text text NOT NULL,
    revision integer NOT NULL,
    state character varying(10) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    base_id bigint,
    begun_by_id bigint,
    changed_by_id bigint,
    CONSTRAINT instruments_instrumentdraft_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.instruments_instrumentdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.instruments_instrumentdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.instruments_instrumentversion (
    id bigint NOT NULL,
    number integer NOT NULL,
    definition jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    instrument_id bigint NOT NULL,
    made_by_id bigint,
    CONSTRAINT instruments_instrumentversion_number_check CHECK ((number >= 0))
);

ALTER TABLE public.instruments_instrumentversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.instruments_instrumentversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_aiditem (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    quantity numeric(10,2) NOT NULL,
    aid_id bigint NOT NULL,
    CONSTRAINT intake_aid_quantity CHECK ((quantity > (0)::numeric))
);

ALTER TABLE public.intake_aiditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_aiditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_analyticreport (
    id bigint NOT NULL,
    text bytea NOT NULL,
    revision integer NOT NULL,
    written_on date NOT NULL,
    frozen_on date,
    by_id bigint,
    route_id bigint NOT NULL,
    CONSTRAINT intake_analyticreport_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.intake_analyticreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_analyticreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_channel (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(100) NOT NULL,
    is_active boolean NOT NULL
);

ALTER TABLE public.intake_channel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_channel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_contactrecord (
    id bigint NOT NULL,
    "on" date NOT NULL,
    kind character varying(14) NOT NULL,
    party character varying(14) NOT NULL,
    result character varying(12) NOT NULL,
    minutes smallint,
    notes bytea,
    by_id bigint,
    route_id bigint,
    at time without time zone,
    topic character varying(12) NOT NULL,
    answer_due_on date,
    answered_on date,
    case_id bigint,
    recorded_at timestamp with time zone,
    voided_on date,
    whom bytea,
    CONSTRAINT intake_contact_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL)))),
    CONSTRAINT intake_contactrecord_minutes_check CHECK ((minutes >= 0))
);

ALTER TABLE public.intake_contactrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_contactrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_contactrecord_people (
    id bigint NOT NULL,
    contactrecord_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.intake_contactrecord_people ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_contactrecord_people_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_observation (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    "on" date NOT NULL,
    at time without time zone,
    is_worry boolean NOT NULL,
    text bytea NOT NULL,
    by_id bigint,
    case_id bigint,
    route_id bigint,
    CONSTRAINT intake_observation_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.intake_observation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_observation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_referral (
    id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    channel character varying(40) NOT NULL,
    source character varying(14) NOT NULL,
    is_anonymous boolean NOT NULL,
    urgency character varying(8) NOT NULL,
    children_count smallint,
    child_risk character varying(4) NOT NULL,
    told bytea,
    answer_by date NOT NULL,
    outcome character varying(8) NOT NULL,
    decided_on date,
    registered_by_id bigint,
    route_id bigint NOT NULL,
    CONSTRAINT intake_referral_children_count_check CHECK ((children_count >= 0))
);

ALTER TABLE public.intake_referral ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_referral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_riskform (
    id bigint NOT NULL,
    "on" date NOT NULL,
    risks jsonb NOT NULL,
    resources jsonb NOT NULL,
    proposed character varying(8) NOT NULL,
    level character varying(8) NOT NULL,
    needs bytea,
    by_id bigint,
    route_id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date
);

ALTER TABLE public.intake_riskform ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_riskform_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_signaljoin (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    by_id bigint,
    family_id bigint NOT NULL,
    given_id bigint NOT NULL,
    other_id bigint NOT NULL,
    undone_by_id bigint
);

ALTER TABLE public.intake_signaljoin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_signaljoin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_signalmark (
    referral_id bigint NOT NULL,
    tokens bytea[] NOT NULL,
    version smallint NOT NULL,
    CONSTRAINT intake_signalmark_version_check CHECK ((version >= 0))
);

CREATE TABLE public.intake_sourcenote (
    id bigint NOT NULL,
    "on" date NOT NULL,
    kind character varying(14) NOT NULL,
    basis character varying(8) NOT NULL,
    told bytea NOT NULL,
    by_id bigint,
    route_id bigint,
    case_id bigint,
    recorded_at timestamp with time zone,
    voided_on date,
    CONSTRAINT intake_source_has_a_ground CHECK (((NOT ((basis)::text = ''::text)) OR ((kind)::text = 'family'::text))),
    CONSTRAINT intake_source_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.intake_sourcenote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_sourcenote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_urgentaid (
    id bigint NOT NULL,
    given_on date NOT NULL,
    act_number character varying(20) NOT NULL,
    remark bytea,
    by_id bigint,
    route_id bigint,
    case_id bigint,
    recorded_at timestamp with time zone,
    reverses_id bigint,
    voided_on date,
    CONSTRAINT intake_aid_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.intake_urgentaid ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_urgentaid_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_visit (
    id bigint NOT NULL,
    planned_on date NOT NULL,
    visitor_ids jsonb NOT NULL,
    held_on date,
    safety character varying(8) NOT NULL,
    report bytea,
    approved_on date,
    approved_by_id bigint,
    route_id bigint,
    at time without time zone,
    by_id bigint,
    case_id bigint,
    not_held character varying(10) NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    CONSTRAINT intake_visit_held_or_not CHECK ((((not_held)::text = ''::text) OR (held_on IS NULL))),
    CONSTRAINT intake_visit_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

CREATE TABLE public.intake_visit_adults (
    id bigint NOT NULL,
    visit_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.intake_visit_adults ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_visit_adults_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.intake_visit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_visit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.intake_visitedchild (
    id bigint NOT NULL,
    number smallint NOT NULL,
    was_seen boolean NOT NULL,
    condition character varying(8) NOT NULL,
    person_id bigint,
    visit_id bigint NOT NULL,
    CONSTRAINT intake_visitedchild_number_check CHECK ((number >= 0))
);

ALTER TABLE public.intake_visitedchild ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_visitedchild_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.logic_modeldraft (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    text text NOT NULL,
    revision integer NOT NULL,
    state character varying(10) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    begun_by_id bigint,
    changed_by_id bigint,
    base_id bigint,
    programs character varying(60)[],
    CONSTRAINT logic_modeldraft_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.logic_modeldraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.logic_modeldraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.logic_modelversion (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    number integer NOT NULL,
    practice character varying(60) NOT NULL,
    programs character varying(60)[] NOT NULL,
    sha256 character varying(64) NOT NULL,
    text text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    made_by_id bigint,
    CONSTRAINT logic_modelversion_number_check CHECK ((number >= 0))
);

ALTER TABLE public.logic_modelversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.logic_modelversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_kinlink (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    kind character varying(8) NOT NULL,
    state character varying(10) NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    case_id bigint,
    one_person_id bigint,
    other_person_id bigint,
    route_id bigint,
    one_member_id bigint,
    other_member_id bigint,
    CONSTRAINT network_kin_of_two CHECK ((((one_person_id IS NULL) OR (one_member_id IS NULL)) AND (1 = (
CASE
    WHEN (one_person_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (one_member_id IS NULL) THEN 1
    ELSE 0
END)) AND (((other_person_id IS NULL) OR (other_member_id IS NULL)) AND (1 = (
CASE
    WHEN (other_person_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (other_member_id IS NULL) THEN 1
    ELSE 0
END))))),
    CONSTRAINT network_kin_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.network_kinlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_kinlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_networkmember (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    kind character varying(12) NOT NULL,
    name bytea,
    note bytea,
    sex character varying(1) NOT NULL,
    born_in smallint,
    is_dead boolean NOT NULL,
    died_in smallint,
    is_expected boolean NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    case_id bigint,
    person_id bigint,
    route_id bigint,
    CONSTRAINT network_member_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL)))),
    CONSTRAINT network_member_years CHECK (((died_in IS NULL) OR (born_in IS NULL) OR (died_in >= born_in))),
    CONSTRAINT network_networkmember_born_in_check CHECK ((born_in >= 0)),
    CONSTRAINT network_networkmember_died_in_check CHECK ((died_in >= 0))
);

ALTER TABLE public.network_networkmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_networkmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_networkrecord (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    kind character varying(9) NOT NULL,
    "on" date NOT NULL,
    text bytea,
    next_step bytea,
    next_on date,
    confirmed_on date,
    by_id bigint,
    case_id bigint,
    member_id bigint,
    route_id bigint,
    CONSTRAINT network_record_kinds CHECK (((((kind)::text = 'map'::text) AND (member_id IS NULL)) OR ((confirmed_on IS NULL) AND ((kind)::text = 'mediation'::text)))),
    CONSTRAINT network_record_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.network_networkrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_networkrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_networktie (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    strength smallint NOT NULL,
    direction character varying(11) NOT NULL,
    agreed bytea,
    member_id bigint NOT NULL,
    record_id bigint NOT NULL,
    CONSTRAINT network_networktie_strength_check CHECK ((strength >= 0)),
    CONSTRAINT network_tie_strength CHECK (((strength >= 1) AND (strength <= 3)))
);

ALTER TABLE public.network_networktie ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_networktie_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.network_outsideneed (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    text bytea,
    outside character varying(3) NOT NULL,
    contact bytea,
    "on" date NOT NULL,
    result character varying(9) NOT NULL,
    ended_on date,
    by_id bigint,
    case_id bigint,
    partner_id bigint,
    route_id bigint,
    CONSTRAINT network_need_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL)))),
    CONSTRAINT network_need_settled CHECK ((((ended_on IS NULL) AND ((result)::text = ''::text)) OR ((NOT ((result)::text = ''::text)) AND (ended_on IS NOT NULL))))
);

ALTER TABLE public.network_outsideneed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_outsideneed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notes_confidentialnote (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    kind character varying(12) NOT NULL,
    "on" date NOT NULL,
    text bytea NOT NULL,
    by_id bigint,
    case_id bigint,
    route_id bigint,
    voided_why bytea,
    CONSTRAINT notes_have_authors CHECK ((by_id IS NOT NULL)),
    CONSTRAINT notes_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.notes_confidentialnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notes_confidentialnote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notes_notereader (
    id bigint NOT NULL,
    "on" date NOT NULL,
    reason bytea,
    by_id bigint,
    note_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.notes_notereader ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notes_notereader_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.notes_noteversion (
    id bigint NOT NULL,
    text bytea NOT NULL,
    until timestamp with time zone NOT NULL,
    note_id bigint NOT NULL
);

ALTER TABLE public.notes_noteversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notes_noteversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.opora_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);

CREATE TABLE public.opora_key_mark (
    name character varying(40) NOT NULL,
    mark character varying(64) NOT NULL
);

CREATE TABLE public.organization_calendaryear (
    id bigint NOT NULL,
    year smallint NOT NULL,
    off jsonb NOT NULL,
    worked jsonb NOT NULL,
    source character varying(200) NOT NULL,
    revision integer NOT NULL,
    by_id bigint,
    CONSTRAINT organization_calendaryear_revision_check CHECK ((revision >= 0)),
    CONSTRAINT organization_calendaryear_year_check CHECK ((year >= 0))
);

ALTER TABLE public.organization_calendaryear ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_calendaryear_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organization_organizationdetails (
    id bigint NOT NULL,
    number integer NOT NULL,
    name character varying(300) NOT NULL,
    short_name character varying(120) NOT NULL,
    address character varying(300) NOT NULL,
    phones character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    hours character varying(200) NOT NULL,
    signatory_post character varying(150) NOT NULL,
    signatory_name character varying(150) NOT NULL,
    inn character varying(12) NOT NULL,
    kpp character varying(9) NOT NULL,
    ogrn character varying(15) NOT NULL,
    account character varying(20) NOT NULL,
    bank character varying(200) NOT NULL,
    bik character varying(9) NOT NULL,
    correspondent character varying(20) NOT NULL,
    consent_text text NOT NULL,
    consent_number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    CONSTRAINT organization_organizationdetails_consent_number_check CHECK ((consent_number >= 0)),
    CONSTRAINT organization_organizationdetails_number_check CHECK ((number >= 0))
);

ALTER TABLE public.organization_organizationdetails ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_organizationdetails_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_childhistory (
    id bigint NOT NULL,
    "on" date NOT NULL,
    text bytea NOT NULL,
    by_id bigint,
    child_id bigint NOT NULL,
    route_id bigint NOT NULL,
    disclosure_id bigint NOT NULL
);

ALTER TABLE public.papers_childhistory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_childhistory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_consent (
    id bigint NOT NULL,
    purpose character varying(20) NOT NULL,
    number character varying(20) NOT NULL,
    scope bytea,
    signed_on date NOT NULL,
    valid_until date,
    withdrawn_on date,
    recorded_at timestamp with time zone NOT NULL,
    by_id bigint,
    person_id bigint NOT NULL,
    route_id bigint NOT NULL,
    voided_on date,
    CONSTRAINT papers_consent_dates CHECK ((((valid_until IS NULL) OR (valid_until >= signed_on)) AND ((withdrawn_on IS NULL) OR (withdrawn_on >= signed_on))))
);

ALTER TABLE public.papers_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_destructionact (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    "on" date NOT NULL,
    people jsonb NOT NULL,
    contents jsonb NOT NULL,
    path_ids jsonb NOT NULL,
    case_ids jsonb NOT NULL,
    files integer NOT NULL,
    reason bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    family_id bigint NOT NULL,
    route_id bigint NOT NULL,
    CONSTRAINT papers_destructionact_files_check CHECK ((files >= 0))
);

ALTER TABLE public.papers_destructionact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_destructionact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_destructiontimer (
    id bigint NOT NULL,
    purpose character varying(20) NOT NULL,
    started_on date NOT NULL,
    due_on date NOT NULL,
    state character varying(10) NOT NULL,
    ended_on date,
    person_id bigint NOT NULL,
    route_id bigint NOT NULL,
    act_id bigint
);

ALTER TABLE public.papers_destructiontimer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_destructiontimer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_disclosure (
    id bigint NOT NULL,
    recipient bytea NOT NULL,
    what character varying(40) NOT NULL,
    basis character varying(10) NOT NULL,
    source character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    route_id bigint,
    about jsonb NOT NULL,
    case_id bigint,
    CONSTRAINT papers_disclosure_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.papers_disclosure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_disclosure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_letter (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    number character varying(20) NOT NULL,
    purpose character varying(20) NOT NULL,
    written_on date NOT NULL,
    signed_on date,
    by_id bigint,
    person_id bigint NOT NULL,
    route_id bigint NOT NULL,
    template_id bigint,
    file_id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    CONSTRAINT papers_letter_dates CHECK (((signed_on IS NULL) OR (signed_on >= written_on)))
);

ALTER TABLE public.papers_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_lettertemplate (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint,
    CONSTRAINT papers_lettertemplate_number_check CHECK ((number >= 0))
);

ALTER TABLE public.papers_lettertemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_lettertemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_notice (
    id bigint NOT NULL,
    addressee character varying(14) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    receipt_number character varying(40) NOT NULL,
    answer_due_on date,
    answered_on date,
    text bytea NOT NULL,
    by_id bigint,
    route_id bigint NOT NULL
);

ALTER TABLE public.papers_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_numbercounter (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT papers_numbercounter_last_check CHECK ((last >= 0)),
    CONSTRAINT papers_numbercounter_year_check CHECK ((year >= 0))
);

ALTER TABLE public.papers_numbercounter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_numbercounter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_storedfile (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    place character varying(64) NOT NULL,
    name bytea NOT NULL,
    media_type character varying(100) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    "on" date NOT NULL,
    recorded_at timestamp with time zone CONSTRAINT papers_storedfile_added_at_not_null NOT NULL,
    by_id bigint,
    route_id bigint,
    destroyed_on date,
    case_id bigint,
    source character varying(60) NOT NULL,
    voided_on date,
    CONSTRAINT papers_file_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL)) OR ((case_id IS NULL) AND (route_id IS NULL) AND (NOT ((source)::text = ''::text))))),
    CONSTRAINT papers_storedfile_size_check CHECK ((size >= 0))
);

ALTER TABLE public.papers_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.papers_termextension (
    id bigint NOT NULL,
    was_due_on date NOT NULL,
    due_on date NOT NULL,
    ground character varying(12) NOT NULL,
    reason bytea NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    term_id bigint NOT NULL,
    CONSTRAINT papers_extension_days CHECK ((due_on > was_due_on))
);

ALTER TABLE public.papers_termextension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_termextension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.partners_onwardreferral (
    id bigint NOT NULL,
    told bytea,
    has_consent boolean NOT NULL,
    handed_on date NOT NULL,
    follow_up_on date NOT NULL,
    outcome character varying(14) NOT NULL,
    confirmed_on date,
    by_id bigint,
    route_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    CONSTRAINT partners_onward_days CHECK ((follow_up_on >= handed_on)),
    CONSTRAINT partners_told_with_consent CHECK (((told IS NULL) OR has_consent))
);

ALTER TABLE public.partners_onwardreferral ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_onwardreferral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.partners_partner (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(14) NOT NULL,
    services text NOT NULL,
    audience text NOT NULL,
    area character varying(200) NOT NULL,
    contacts text NOT NULL,
    conditions text NOT NULL,
    documents text NOT NULL,
    agreement character varying(200) NOT NULL,
    checked_on date,
    rating smallint,
    is_active boolean NOT NULL,
    search_text text NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT partners_partner_rating_check CHECK ((rating >= 0)),
    CONSTRAINT partners_partner_revision_check CHECK ((revision >= 0)),
    CONSTRAINT partners_rating CHECK (((rating IS NULL) OR ((rating >= 1) AND (rating <= 5))))
);

ALTER TABLE public.partners_partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_partner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pathways_processdraft (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    text text NOT NULL,
    revision integer NOT NULL,
    state character varying(10) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    base_id bigint NOT NULL,
    begun_by_id bigint,
    changed_by_id bigint,
    CONSTRAINT pathways_processdraft_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.pathways_processdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pathways_processdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pivot_savedtable (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    is_shared boolean NOT NULL,
    number integer NOT NULL,
    data jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    put_away_on date,
    owner_id bigint,
    CONSTRAINT pivot_savedtable_number_check CHECK ((number >= 0))
);

ALTER TABLE public.pivot_savedtable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pivot_savedtable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pivot_tableversion (
    id bigint NOT NULL,
    number integer NOT NULL,
    title character varying(120) NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    table_id bigint NOT NULL,
    CONSTRAINT pivot_tableversion_number_check CHECK ((number >= 0))
);

ALTER TABLE public.pivot_tableversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pivot_tableversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_familystep (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    "on" date NOT NULL,
    text bytea NOT NULL,
    by_id bigint,
    plan_id bigint,
    task_id bigint,
    case_id bigint,
    recorded_at timestamp with time zone,
    route_id bigint,
    voided_on date,
    CONSTRAINT plans_step_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.plans_familystep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_familystep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_goal (
    id bigint NOT NULL,
    section smallint,
    outcome character varying(8) NOT NULL,
    item character varying(8) NOT NULL,
    title bytea NOT NULL,
    levels bytea,
    level_start smallint,
    level_now smallint,
    state character varying(12) NOT NULL,
    set_on date NOT NULL,
    decided_on date,
    revision integer NOT NULL,
    decided_by_id bigint,
    plan_id bigint NOT NULL,
    CONSTRAINT plans_goal_decided CHECK ((((decided_on IS NULL) AND ((state)::text = 'active'::text)) OR ((NOT ((state)::text = 'active'::text)) AND (decided_on IS NOT NULL)))),
    CONSTRAINT plans_goal_revision_check CHECK ((revision >= 0)),
    CONSTRAINT plans_goal_section CHECK (((section IS NULL) OR (section >= 1))),
    CONSTRAINT plans_goal_section_check CHECK ((section >= 0)),
    CONSTRAINT plans_level_now CHECK (((level_now IS NULL) OR ((level_now >= '-2'::integer) AND (level_now <= 2)))),
    CONSTRAINT plans_level_start CHECK (((level_start IS NULL) OR ((level_start >= '-2'::integer) AND (level_start <= 2))))
);

ALTER TABLE public.plans_goal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_goal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_harmwaiver (
    id bigint NOT NULL,
    reason bytea NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    child_id bigint NOT NULL,
    route_id bigint NOT NULL
);

ALTER TABLE public.plans_harmwaiver ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_harmwaiver_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_milestone (
    id bigint NOT NULL,
    title bytea NOT NULL,
    due_on date NOT NULL,
    done_on date,
    task_id bigint NOT NULL,
    at time without time zone
);

ALTER TABLE public.plans_milestone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_plan (
    id bigint NOT NULL,
    track character varying(14) NOT NULL,
    threshold smallint NOT NULL,
    state character varying(12) NOT NULL,
    own_words bytea,
    begun_on date NOT NULL,
    agreed_on date,
    review_due_on date,
    version integer NOT NULL,
    is_changed boolean NOT NULL,
    edits integer NOT NULL,
    begun_by_id bigint,
    route_id bigint NOT NULL,
    CONSTRAINT plans_agreed CHECK (((NOT ((state)::text = 'current'::text)) OR ((agreed_on IS NOT NULL) AND (version >= 1)))),
    CONSTRAINT plans_plan_edits_check CHECK ((edits >= 0)),
    CONSTRAINT plans_plan_threshold_check CHECK ((threshold >= 0)),
    CONSTRAINT plans_plan_version_check CHECK ((version >= 0)),
    CONSTRAINT plans_threshold CHECK ((threshold <= 100))
);

ALTER TABLE public.plans_plan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_planrevision (
    id bigint NOT NULL,
    number integer NOT NULL,
    kind character varying(10) NOT NULL,
    "on" date NOT NULL,
    reason bytea,
    content bytea NOT NULL,
    attended jsonb NOT NULL,
    activity smallint,
    by_id bigint,
    plan_id bigint NOT NULL,
    CONSTRAINT plans_activity CHECK (((activity IS NULL) OR ((activity >= 1) AND (activity <= 5)))),
    CONSTRAINT plans_planrevision_activity_check CHECK ((activity >= 0)),
    CONSTRAINT plans_planrevision_number_check CHECK ((number >= 0))
);

ALTER TABLE public.plans_planrevision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planrevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_task (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    title bytea NOT NULL,
    due_on date NOT NULL,
    state character varying(10) NOT NULL,
    given_on date NOT NULL,
    ended_on date,
    note bytea,
    revision integer NOT NULL,
    about_id bigint,
    ended_by_id bigint,
    given_by_id bigint,
    goal_id bigint,
    member_id bigint,
    partner_id bigint,
    plan_id bigint NOT NULL,
    worker_id bigint,
    place bytea,
    CONSTRAINT plans_one_answers CHECK ((((member_id IS NULL) AND (partner_id IS NULL) AND (worker_id IS NOT NULL)) OR ((member_id IS NOT NULL) AND (partner_id IS NULL) AND (worker_id IS NULL)) OR ((member_id IS NULL) AND (partner_id IS NOT NULL) AND (worker_id IS NULL)))),
    CONSTRAINT plans_task_ended CHECK ((((ended_on IS NULL) AND ((state)::text = 'open'::text)) OR ((NOT ((state)::text = 'open'::text)) AND (ended_on IS NOT NULL)))),
    CONSTRAINT plans_task_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.plans_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plans_unforeseenevent (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    "on" date NOT NULL,
    effect bytea,
    review_due_on date NOT NULL,
    reviewed_on date,
    by_id bigint,
    route_id bigint,
    case_id bigint,
    recorded_at timestamp with time zone,
    voided_on date,
    CONSTRAINT plans_event_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.plans_unforeseenevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_unforeseenevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.process_amendment (
    id bigint NOT NULL,
    source character varying(60) NOT NULL,
    kind character varying(10) NOT NULL,
    reason bytea,
    before bytea,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    case_id bigint,
    route_id bigint,
    CONSTRAINT process_amendment_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.process_amendment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.process_amendment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.process_paper (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    "on" date NOT NULL,
    step_count integer NOT NULL,
    source character varying(60) NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    withdrawn_on date,
    filed_by_id bigint,
    route_id bigint NOT NULL,
    note bytea,
    CONSTRAINT process_paper_step_count_check CHECK ((step_count >= 0))
);

ALTER TABLE public.process_paper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.process_paper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.process_route (
    id bigint NOT NULL,
    stage character varying(40) NOT NULL,
    entered_on date NOT NULL,
    due_on date,
    started_on date NOT NULL,
    ended_on date,
    facts jsonb NOT NULL,
    is_palliative boolean NOT NULL,
    step_count integer NOT NULL,
    case_id bigint,
    department_id bigint NOT NULL,
    family_id bigint,
    program_id bigint NOT NULL,
    worker_id bigint,
    version_id bigint NOT NULL,
    palliative_on date,
    voided_on date,
    palliative_reason bytea,
    CONSTRAINT process_palliative_with_day CHECK (((NOT is_palliative) OR (palliative_on IS NOT NULL))),
    CONSTRAINT process_route_dates CHECK (((ended_on IS NULL) OR (ended_on >= started_on))),
    CONSTRAINT process_route_step_count_check CHECK ((step_count >= 0))
);

ALTER TABLE public.process_route ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.process_route_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.process_routeflow (
    id bigint NOT NULL,
    from_stage character varying(40) NOT NULL,
    to_stage character varying(40) NOT NULL,
    days smallint NOT NULL,
    count integer NOT NULL,
    department_id bigint NOT NULL,
    program_id bigint NOT NULL,
    CONSTRAINT process_routeflow_count_check CHECK ((count >= 0)),
    CONSTRAINT process_routeflow_days_check CHECK ((days >= 0))
);

ALTER TABLE public.process_routeflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.process_routeflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.process_routemember (
    id bigint NOT NULL,
    from_on date NOT NULL,
    to_on date,
    route_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.process_routemember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.process_routemember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.process_routestanding (
    id bigint NOT NULL,
    stage character varying(40) NOT NULL,
    due_on date,
    count integer NOT NULL,
    department_id bigint NOT NULL,
    program_id bigint NOT NULL
);

ALTER TABLE public.process_routestanding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.process_routestanding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.process_routestep (
    id bigint NOT NULL,
    number integer NOT NULL,
    action character varying(40) NOT NULL,
    from_stage character varying(40) NOT NULL,
    to_stage character varying(40) NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    decisions jsonb NOT NULL,
    papers jsonb NOT NULL,
    is_override boolean NOT NULL,
    by_id bigint,
    route_id bigint NOT NULL,
    version_id bigint NOT NULL,
    waited integer NOT NULL,
    reason bytea,
    fields bytea,
    CONSTRAINT process_routestep_number_check CHECK ((number >= 0)),
    CONSTRAINT process_routestep_waited_check CHECK ((waited >= 0))
);

ALTER TABLE public.process_routestep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.process_routestep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.process_routeversion (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    number integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    text text NOT NULL,
    programs jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    made_by_id bigint,
    CONSTRAINT process_routeversion_number_check CHECK ((number >= 0))
);

ALTER TABLE public.process_routeversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.process_routeversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.programs_practiceversion (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    number integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    content jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT programs_practiceversion_number_check CHECK ((number >= 0))
);

ALTER TABLE public.programs_practiceversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programs_practiceversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.programs_program (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    name character varying(200) NOT NULL,
    layout character varying(10) NOT NULL,
    instrument_code character varying(60) NOT NULL,
    labels jsonb NOT NULL,
    is_active boolean NOT NULL,
    practice_id bigint,
    review_months smallint NOT NULL,
    has_own_form boolean NOT NULL,
    CONSTRAINT programs_program_review_months_check CHECK ((review_months >= 0))
);

ALTER TABLE public.programs_program ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programs_program_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.programs_programdepartment (
    id bigint NOT NULL,
    department_id bigint NOT NULL,
    program_id bigint NOT NULL
);

ALTER TABLE public.programs_programdepartment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.programs_programdepartment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_codewithyo (
    id bigint NOT NULL,
    code character varying(8) NOT NULL
);

ALTER TABLE public.registry_codewithyo ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_codewithyo_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_columnchoice (
    id bigint NOT NULL,
    field character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    is_meant boolean NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    chosen_by_id bigint
);

ALTER TABLE public.registry_columnchoice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_columnchoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_importpart (
    id bigint NOT NULL,
    number integer NOT NULL,
    lots text NOT NULL,
    rows bytea NOT NULL,
    run_id bigint NOT NULL,
    CONSTRAINT registry_importpart_number_check CHECK ((number >= 0))
);

ALTER TABLE public.registry_importpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_importpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_importrun (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    content bytea,
    result jsonb,
    done_rows integer NOT NULL,
    all_rows integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    program_id bigint,
    user_id bigint,
    details bytea,
    started_at timestamp with time zone,
    erases_emptied boolean NOT NULL,
    CONSTRAINT registry_importrun_all_rows_check CHECK ((all_rows >= 0)),
    CONSTRAINT registry_importrun_done_rows_check CHECK ((done_rows >= 0)),
    CONSTRAINT registry_importrun_size_check CHECK ((size >= 0))
);

ALTER TABLE public.registry_importrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_importrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.release_desklimits (
    id bigint NOT NULL,
    "least" smallint NOT NULL,
    least_for_shares smallint NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    CONSTRAINT release_desklimits_least_check CHECK (("least" >= 0)),
    CONSTRAINT release_desklimits_least_for_shares_check CHECK ((least_for_shares >= 0))
);

ALTER TABLE public.release_desklimits ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.release_desklimits_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.release_recall (
    id bigint NOT NULL,
    why text NOT NULL,
    by_name character varying(200) NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    release_id bigint NOT NULL
);

ALTER TABLE public.release_recall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.release_recall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.release_release (
    id bigint NOT NULL,
    number integer NOT NULL,
    "table" character varying(30) NOT NULL,
    title character varying(300) NOT NULL,
    asked jsonb NOT NULL,
    content jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    units bytea NOT NULL,
    "least" smallint NOT NULL,
    hidden integer NOT NULL,
    note text NOT NULL,
    by_name character varying(200) NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    replaces_id bigint,
    CONSTRAINT release_release_hidden_check CHECK ((hidden >= 0)),
    CONSTRAINT release_release_least_check CHECK (("least" >= 0)),
    CONSTRAINT release_release_number_check CHECK ((number >= 0))
);

ALTER TABLE public.release_release ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.release_release_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.release_releasedfile (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    release_id bigint NOT NULL
);

ALTER TABLE public.release_releasedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.release_releasedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.release_secondword (
    id bigint NOT NULL,
    answer character varying(10) NOT NULL,
    why text NOT NULL,
    by_name character varying(200) NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    release_id bigint NOT NULL
);

ALTER TABLE public.release_secondword ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.release_secondword_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reminders_calendaraddress (
    id bigint NOT NULL,
    token_hash character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    read_on date,
    user_id bigint NOT NULL
);

ALTER TABLE public.reminders_calendaraddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reminders_calendaraddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reminders_reminderchoice (
    user_id bigint NOT NULL,
    rhythm character varying(10) NOT NULL,
    is_wide boolean NOT NULL,
    language character varying(2) NOT NULL,
    done_on date
);

CREATE TABLE public.reports_composedreport (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    preset character varying(40) NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    begun_on date NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    put_away_on date,
    begun_by_id bigint,
    changed_by_id bigint,
    copy_of_id bigint,
    department_id bigint,
    program_id bigint,
    CONSTRAINT reports_composedreport_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.reports_composedreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_composedreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reports_reportblock (
    id bigint NOT NULL,
    place smallint NOT NULL,
    kind character varying(12) NOT NULL,
    heading character varying(200) NOT NULL,
    text text NOT NULL,
    prompt character varying(600) NOT NULL,
    options jsonb NOT NULL,
    first_on date,
    last_on date,
    revision integer NOT NULL,
    department_id bigint,
    program_id bigint,
    report_id bigint NOT NULL,
    CONSTRAINT reports_reportblock_place_check CHECK ((place >= 0)),
    CONSTRAINT reports_reportblock_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.reports_reportblock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_reportblock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reports_takenreport (
    id bigint NOT NULL,
    number integer NOT NULL,
    "on" date NOT NULL,
    content jsonb NOT NULL,
    figures jsonb NOT NULL,
    quotes bigint[] NOT NULL,
    departments bigint[],
    sha256 character varying(64) NOT NULL,
    author_name character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    report_id bigint NOT NULL,
    CONSTRAINT reports_takenreport_number_check CHECK ((number >= 0))
);

ALTER TABLE public.reports_takenreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_takenreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.results_failedassumption (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    model character varying(60) NOT NULL,
    assumption character varying(60) NOT NULL,
    title_ru character varying(600) NOT NULL,
    title_en character varying(600) NOT NULL,
    "on" date NOT NULL,
    text bytea,
    by_id bigint,
    case_id bigint,
    route_id bigint,
    CONSTRAINT results_assumption_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.results_failedassumption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_failedassumption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.results_result (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    concept character varying(40) NOT NULL,
    state character varying(8) NOT NULL,
    "on" date NOT NULL,
    evidence character varying(60) NOT NULL,
    note bytea,
    by_id bigint,
    case_id bigint,
    person_id bigint,
    route_id bigint,
    CONSTRAINT results_declined_something CHECK (((NOT ((state)::text = 'declined'::text)) OR (NOT ((evidence)::text = ''::text)))),
    CONSTRAINT results_result_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.results_result ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_result_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.results_resultdue (
    id bigint NOT NULL,
    case_id bigint NOT NULL
);

ALTER TABLE public.results_resultdue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_resultdue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.results_resultmark (
    id bigint NOT NULL,
    kind character varying(13) NOT NULL,
    concept character varying(40) NOT NULL,
    person_id bigint,
    since date NOT NULL,
    since_by character varying(60) NOT NULL,
    until date,
    until_by character varying(60) NOT NULL,
    case_id bigint NOT NULL
);

ALTER TABLE public.results_resultmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_resultmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.services_plannedservice (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    times smallint NOT NULL,
    "on" date NOT NULL,
    until_on date,
    note bytea,
    ended_on date,
    by_id bigint,
    case_id bigint,
    partner_id bigint,
    route_id bigint,
    service_id bigint NOT NULL,
    task_id bigint,
    worker_id bigint,
    CONSTRAINT services_planned_one_gives CHECK (((worker_id IS NULL) OR (partner_id IS NULL))),
    CONSTRAINT services_planned_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL)))),
    CONSTRAINT services_planned_times CHECK ((times >= 1)),
    CONSTRAINT services_plannedservice_times_check CHECK ((times >= 0))
);

ALTER TABLE public.services_plannedservice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.services_plannedservice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.services_provision (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    "on" date NOT NULL,
    at time without time zone,
    minutes smallint,
    state character varying(10) NOT NULL,
    format character varying(14) NOT NULL,
    provider character varying(20) NOT NULL,
    "where" character varying(10) NOT NULL,
    note bytea,
    together uuid,
    origin character varying(60) NOT NULL,
    by_id bigint,
    case_id bigint,
    partner_id bigint,
    planned_id bigint,
    route_id bigint,
    service_id bigint NOT NULL,
    worker_id bigint,
    CONSTRAINT services_provision_minutes CHECK (((minutes IS NULL) OR (minutes >= 1))),
    CONSTRAINT services_provision_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT services_provision_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.services_provision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.services_provision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.services_provision_people (
    id bigint NOT NULL,
    provision_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.services_provision_people ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.services_provision_people_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_admission (
    id bigint NOT NULL,
    expected_on date NOT NULL,
    expected_until date,
    called_off_on date,
    reason character varying(12) NOT NULL,
    reason_note bytea,
    over_capacity bytea,
    recorded_at timestamp with time zone,
    by_id bigint,
    case_id bigint NOT NULL,
    stay_id bigint,
    shelter_id bigint NOT NULL,
    voided_on date,
    CONSTRAINT stays_came_or_not CHECK (((stay_id IS NULL) OR (called_off_on IS NULL))),
    CONSTRAINT stays_voided_never_was CHECK (((voided_on IS NULL) OR (stay_id IS NULL)))
);

ALTER TABLE public.stays_admission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_admission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_bed (
    id bigint NOT NULL,
    name character varying(20) NOT NULL,
    kind character varying(4) NOT NULL,
    from_on date NOT NULL,
    closed_on date,
    room_id bigint NOT NULL,
    CONSTRAINT stays_bed_dates CHECK (((closed_on IS NULL) OR (closed_on >= from_on)))
);

ALTER TABLE public.stays_bed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_bed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_beduse (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    from_on date NOT NULL,
    held_until date,
    released_on date,
    why character varying(200) NOT NULL,
    bed_id bigint,
    by_id bigint,
    lodger_id bigint,
    CONSTRAINT stays_use_dates CHECK (((held_until IS NULL) OR (held_until >= from_on))),
    CONSTRAINT stays_use_of_somebody CHECK ((((bed_id IS NOT NULL) AND ((kind)::text = 'blocked'::text) AND (lodger_id IS NULL) AND (NOT ((why)::text = ''::text))) OR ((NOT ((kind)::text = 'blocked'::text)) AND (lodger_id IS NOT NULL) AND ((why)::text = ''::text)))),
    CONSTRAINT stays_use_released CHECK (((released_on IS NULL) OR (held_until = released_on)))
);

ALTER TABLE public.stays_beduse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_beduse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_departure (
    id bigint NOT NULL,
    destination character varying(12) NOT NULL,
    children character varying(8) NOT NULL,
    is_supported boolean,
    with_whom bytea,
    note bytea,
    open_issues smallint NOT NULL,
    recorded_at timestamp with time zone,
    admission_id bigint NOT NULL,
    by_id bigint,
    voided_on date,
    CONSTRAINT stays_departure_open_issues_check CHECK ((open_issues >= 0))
);

ALTER TABLE public.stays_departure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_departure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_dutynote (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    "on" date NOT NULL,
    at time without time zone,
    shift character varying(5) NOT NULL,
    kind character varying(8) NOT NULL,
    weight character varying(8) NOT NULL,
    text bytea NOT NULL,
    measures bytea,
    by_id bigint,
    case_id bigint,
    shelter_id bigint NOT NULL,
    former_of_id bigint,
    why bytea,
    CONSTRAINT stays_incident_weight CHECK (((((kind)::text = 'note'::text) AND ((weight)::text = ''::text)) OR (((kind)::text = 'incident'::text) AND (NOT ((weight)::text = ''::text)))))
);

ALTER TABLE public.stays_dutynote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_dutynote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_exitday (
    id bigint NOT NULL,
    exit_on date NOT NULL,
    agreed_on date NOT NULL,
    with_family boolean NOT NULL,
    admission_id bigint NOT NULL,
    by_id bigint,
    recorded_at timestamp with time zone,
    voided_on date,
    CONSTRAINT stays_exit_agreed_before CHECK ((exit_on >= agreed_on))
);

ALTER TABLE public.stays_exitday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_exitday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_exitissue (
    id bigint NOT NULL,
    title bytea,
    whose character varying(14) NOT NULL,
    is_after boolean NOT NULL,
    due_on date,
    settled_on date,
    recorded_at timestamp with time zone,
    admission_id bigint NOT NULL,
    by_id bigint,
    voided_on date
);

ALTER TABLE public.stays_exitissue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_exitissue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_extensionask (
    id bigint NOT NULL,
    until date NOT NULL,
    reason bytea,
    asked_on date NOT NULL,
    state character varying(8) NOT NULL,
    decided_on date,
    refusal bytea,
    admission_id bigint NOT NULL,
    by_id bigint,
    decided_by_id bigint,
    extension_id bigint,
    recorded_at timestamp with time zone,
    voided_on date,
    CONSTRAINT stays_ask_decided CHECK ((((decided_on IS NULL) AND ((state)::text = 'asked'::text)) OR ((NOT ((state)::text = 'asked'::text)) AND (decided_on IS NOT NULL))))
);

ALTER TABLE public.stays_extensionask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_extensionask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_handover (
    id bigint NOT NULL,
    "on" date NOT NULL,
    shift character varying(5) NOT NULL,
    words bytea,
    given_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    accepted_by_id bigint,
    by_id bigint,
    shelter_id bigint NOT NULL,
    CONSTRAINT stays_handover_taken CHECK ((((accepted_by_id IS NULL) AND (taken_at IS NULL)) OR (taken_at IS NOT NULL)))
);

ALTER TABLE public.stays_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_lodger (
    id bigint NOT NULL,
    part character varying(6) NOT NULL,
    from_on date NOT NULL,
    left_on date,
    was_born_here boolean NOT NULL,
    admission_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT stays_lodger_dates CHECK (((left_on IS NULL) OR (left_on >= from_on)))
);

ALTER TABLE public.stays_lodger ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_lodger_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_nightaway (
    id bigint NOT NULL,
    from_on date NOT NULL,
    back_on date NOT NULL,
    note bytea,
    by_id bigint,
    lodger_id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    CONSTRAINT stays_away_dates CHECK ((back_on > from_on))
);

ALTER TABLE public.stays_nightaway ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_nightaway_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_readiness (
    id bigint NOT NULL,
    kind character varying(14) NOT NULL,
    is_done boolean NOT NULL,
    "on" date NOT NULL,
    note bytea,
    admission_id bigint NOT NULL,
    by_id bigint
);

ALTER TABLE public.stays_readiness ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_readiness_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_room (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    "position" smallint NOT NULL,
    shelter_id bigint NOT NULL,
    CONSTRAINT stays_room_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.stays_room ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_room_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_routinemark (
    id bigint NOT NULL,
    "on" date NOT NULL,
    mark character varying(6) NOT NULL,
    note bytea,
    admission_id bigint NOT NULL,
    by_id bigint,
    recorded_at timestamp with time zone
);

ALTER TABLE public.stays_routinemark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_routinemark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_routineslot (
    id bigint NOT NULL,
    at time without time zone NOT NULL,
    until time without time zone,
    what bytea NOT NULL,
    admission_id bigint NOT NULL
);

ALTER TABLE public.stays_routineslot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_routineslot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_shelter (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(8) NOT NULL,
    closed_on date,
    department_id bigint,
    partner_id bigint,
    CONSTRAINT stays_shelter_partner CHECK (((((kind)::text = 'own'::text) AND (partner_id IS NULL)) OR ((kind)::text = 'partner'::text)))
);

ALTER TABLE public.stays_shelter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_shelter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_skilllevel (
    id bigint NOT NULL,
    point character varying(10) NOT NULL,
    level smallint NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    line_id bigint NOT NULL,
    recorded_at timestamp with time zone,
    CONSTRAINT stays_skilllevel_level_check CHECK ((level >= 0))
);

ALTER TABLE public.stays_skilllevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_skilllevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_skillline (
    id bigint NOT NULL,
    skill character varying(10) NOT NULL,
    planned_on date,
    held_on date,
    trainer bytea,
    admission_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.stays_skillline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_skillline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stays_waiting (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    since_on date NOT NULL,
    urgency character varying(8) NOT NULL,
    people smallint NOT NULL,
    note bytea,
    answer character varying(10) NOT NULL,
    answered_on date,
    by_id bigint,
    case_id bigint,
    route_id bigint,
    shelter_id bigint,
    CONSTRAINT stays_waiting_answered CHECK (((((answer)::text = ''::text) AND (answered_on IS NULL)) OR ((NOT ((answer)::text = ''::text)) AND (answered_on IS NOT NULL)))),
    CONSTRAINT stays_waiting_people_check CHECK ((people >= 0)),
    CONSTRAINT stays_waiting_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.stays_waiting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stays_waiting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.studies_decision (
    id bigint NOT NULL,
    finding text NOT NULL,
    change text NOT NULL,
    since date NOT NULL,
    owner character varying(200) NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    hypothesis_id bigint NOT NULL
);

ALTER TABLE public.studies_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.studies_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.studies_decisioneffect (
    id bigint NOT NULL,
    text text NOT NULL,
    "on" date NOT NULL,
    by_id bigint,
    decision_id bigint NOT NULL
);

ALTER TABLE public.studies_decisioneffect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.studies_decisioneffect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.studies_firstlook (
    id bigint NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    hypothesis_id bigint NOT NULL
);

ALTER TABLE public.studies_firstlook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.studies_firstlook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.studies_hypothesis (
    id bigint NOT NULL,
    number integer NOT NULL,
    closed_from date,
    closed_to date,
    parts character varying(12)[] NOT NULL,
    "least" smallint NOT NULL,
    content jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    closed_then integer NOT NULL,
    author_name character varying(200) NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    registered_by_id bigint,
    department_id bigint,
    program_id bigint NOT NULL,
    replaces_id bigint,
    CONSTRAINT studies_hypothesis_closed_then_check CHECK ((closed_then >= 0)),
    CONSTRAINT studies_hypothesis_least_check CHECK (("least" >= 0)),
    CONSTRAINT studies_hypothesis_number_check CHECK ((number >= 0))
);

ALTER TABLE public.studies_hypothesis ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.studies_hypothesis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.studies_studydraft (
    id bigint NOT NULL,
    "values" jsonb NOT NULL,
    revision integer NOT NULL,
    begun_on date NOT NULL,
    is_done boolean NOT NULL,
    begun_by_id bigint,
    CONSTRAINT studies_studydraft_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.studies_studydraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.studies_studydraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.voice_familyquote (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    said_on date NOT NULL,
    source character varying(8) NOT NULL,
    concept character varying(60) NOT NULL,
    text bytea,
    by_id bigint,
    case_id bigint,
    person_id bigint NOT NULL,
    route_id bigint,
    CONSTRAINT voice_quote_place CHECK ((((case_id IS NULL) AND (route_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (route_id IS NULL))))
);

ALTER TABLE public.voice_familyquote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_familyquote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.voice_followercount (
    id bigint NOT NULL,
    "on" date NOT NULL,
    followers integer NOT NULL,
    by_id bigint,
    channel_id bigint NOT NULL,
    CONSTRAINT voice_followercount_followers_check CHECK ((followers >= 0))
);

ALTER TABLE public.voice_followercount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_followercount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.voice_publicpiece (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    kind character varying(10) NOT NULL,
    "on" date NOT NULL,
    title character varying(300) NOT NULL,
    place character varying(200) NOT NULL,
    link character varying(200) NOT NULL,
    part character varying(8) NOT NULL,
    copies integer,
    shows_people boolean NOT NULL,
    consent_number character varying(20) NOT NULL,
    revision integer NOT NULL,
    by_id bigint,
    CONSTRAINT voice_people_with_consent CHECK (((NOT shows_people) OR (NOT ((consent_number)::text = ''::text)))),
    CONSTRAINT voice_publicpiece_copies_check CHECK ((copies >= 0)),
    CONSTRAINT voice_publicpiece_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.voice_publicpiece ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_publicpiece_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.voice_voicechannel (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    link character varying(200) NOT NULL,
    is_active boolean NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT voice_voicechannel_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.voice_voicechannel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_voicechannel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.volunteers_givenhours (
    id bigint NOT NULL,
    "on" date NOT NULL,
    hours numeric(5,2) NOT NULL,
    what character varying(300) NOT NULL,
    by_id bigint,
    helper_id bigint NOT NULL,
    case_id bigint,
    corrects_id bigint,
    recorded_at timestamp with time zone,
    voided_on date,
    CONSTRAINT volunteers_hours CHECK (((hours > (0)::numeric) AND (hours <= (24)::numeric)))
);

ALTER TABLE public.volunteers_givenhours ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.volunteers_givenhours_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.volunteers_helper (
    id bigint NOT NULL,
    recorded_at timestamp with time zone,
    voided_on date,
    kind character varying(10) NOT NULL,
    name bytea NOT NULL,
    contacts bytea,
    skills character varying(300) NOT NULL,
    joined_on date NOT NULL,
    left_on date,
    cleared_on date,
    revision integer NOT NULL,
    by_id bigint,
    user_id bigint,
    giver character varying(14) NOT NULL,
    CONSTRAINT volunteers_days CHECK (((left_on IS NULL) OR (left_on >= joined_on))),
    CONSTRAINT volunteers_helper_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.volunteers_helper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.volunteers_helper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

ALTER TABLE ONLY public.access_apitoken
    ADD CONSTRAINT access_apitoken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_apitoken
    ADD CONSTRAINT access_apitoken_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.access_department
    ADD CONSTRAINT access_department_name_key UNIQUE (name);

ALTER TABLE ONLY public.access_department
    ADD CONSTRAINT access_department_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_invitation
    ADD CONSTRAINT access_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_invitation
    ADD CONSTRAINT access_invitation_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.access_substitution
    ADD CONSTRAINT access_one_substitute EXCLUDE USING gist (int8range(absent_id, absent_id, '[]'::text) WITH &&, daterange(from_on, until_on, '[]'::text) WITH &&) WHERE ((revoked_at IS NULL));

ALTER TABLE ONLY public.access_roleassignment
    ADD CONSTRAINT access_role_once UNIQUE NULLS NOT DISTINCT (user_id, role, department_id);

ALTER TABLE ONLY public.access_roleassignment
    ADD CONSTRAINT access_roleassignment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_signinpolicy
    ADD CONSTRAINT access_signinpolicy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_substitution
    ADD CONSTRAINT access_substitution_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.access_user
    ADD CONSTRAINT access_user_email_key UNIQUE (email);

ALTER TABLE ONLY public.access_user
    ADD CONSTRAINT access_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.assessments_assessmentdraft
    ADD CONSTRAINT assessments_assessmentdraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.assessments_assessmentdraft
    ADD CONSTRAINT assessments_draft_once UNIQUE NULLS NOT DISTINCT (case_id, point, user_id, assessment_id);

ALTER TABLE ONLY public.attention_aside
    ADD CONSTRAINT attention_aside_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.attention_lookmark
    ADD CONSTRAINT attention_lookmark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.attention_lookstand
    ADD CONSTRAINT attention_lookstand_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY public.attention_signchoice
    ADD CONSTRAINT attention_signchoice_code_key UNIQUE (code);

ALTER TABLE ONLY public.attention_signchoice
    ADD CONSTRAINT attention_signchoice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_journalentry
    ADD CONSTRAINT audit_journalentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_journalseal
    ADD CONSTRAINT audit_journalseal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_casechild
    ADD CONSTRAINT cases_casechild_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_casecorrection
    ADD CONSTRAINT cases_casecorrection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_casetransfer
    ADD CONSTRAINT cases_casetransfer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_casechild
    ADD CONSTRAINT cases_child_once UNIQUE (case_id, person_id);

ALTER TABLE ONLY public.cases_closingchild
    ADD CONSTRAINT cases_closing_child_once UNIQUE (closing_id, person_id);

ALTER TABLE ONLY public.cases_closing
    ADD CONSTRAINT cases_closing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_closingchild
    ADD CONSTRAINT cases_closingchild_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_followupchild
    ADD CONSTRAINT cases_follow_up_child_once UNIQUE (contact_id, person_id);

ALTER TABLE ONLY public.cases_followup
    ADD CONSTRAINT cases_followup_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_followupchild
    ADD CONSTRAINT cases_followupchild_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_followupcontact
    ADD CONSTRAINT cases_followupcontact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_number_once UNIQUE (department_id, number_key);

ALTER TABLE ONLY public.cases_teammember
    ADD CONSTRAINT cases_one_case_manager EXCLUDE USING gist (int8range(case_id, case_id, '[]'::text) WITH &&, daterange(from_on, to_on) WITH &&) WHERE (((part)::text = 'case_manager'::text));

ALTER TABLE ONLY public.cases_plannedhandover
    ADD CONSTRAINT cases_plannedhandover_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_stay
    ADD CONSTRAINT cases_stay_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_stayextension
    ADD CONSTRAINT cases_stayextension_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cases_teammember
    ADD CONSTRAINT cases_teammember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.catalogue_catalogueversion
    ADD CONSTRAINT catalogue_catalogueversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.catalogue_direction
    ADD CONSTRAINT catalogue_direction_once UNIQUE (practice, code);

ALTER TABLE ONLY public.catalogue_direction
    ADD CONSTRAINT catalogue_direction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.catalogue_service
    ADD CONSTRAINT catalogue_service_once UNIQUE (practice, code);

ALTER TABLE ONLY public.catalogue_service
    ADD CONSTRAINT catalogue_service_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.catalogue_catalogueversion
    ADD CONSTRAINT catalogue_version_once UNIQUE (code, number);

ALTER TABLE ONLY public.circumstances_lifechange
    ADD CONSTRAINT circumstances_lifechange_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.correspondence_agreement
    ADD CONSTRAINT correspondence_agreement_file_id_key UNIQUE (file_id);

ALTER TABLE ONLY public.correspondence_agreement
    ADD CONSTRAINT correspondence_agreement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.correspondence_jointmeeting_partners
    ADD CONSTRAINT correspondence_jointmeet_jointmeeting_id_partner__849fb982_uniq UNIQUE (jointmeeting_id, partner_id);

ALTER TABLE ONLY public.correspondence_jointmeeting_partners
    ADD CONSTRAINT correspondence_jointmeeting_partners_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.correspondence_jointmeeting
    ADD CONSTRAINT correspondence_jointmeeting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.correspondence_letterperson
    ADD CONSTRAINT correspondence_letterperson_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.correspondence_officialletter
    ADD CONSTRAINT correspondence_officialletter_file_id_key UNIQUE (file_id);

ALTER TABLE ONLY public.correspondence_officialletter
    ADD CONSTRAINT correspondence_officialletter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.correspondence_letterperson
    ADD CONSTRAINT correspondence_person_once UNIQUE (letter_id, person_id);

ALTER TABLE ONLY public.correspondence_rememberedcases
    ADD CONSTRAINT correspondence_rememberedcases_mark_key UNIQUE (mark);

ALTER TABLE ONLY public.correspondence_rememberedcases
    ADD CONSTRAINT correspondence_rememberedcases_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.councils_ballot
    ADD CONSTRAINT councils_ballot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.councils_conference
    ADD CONSTRAINT councils_conference_number_key UNIQUE (number);

ALTER TABLE ONLY public.councils_conference
    ADD CONSTRAINT councils_conference_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.councils_ballot
    ADD CONSTRAINT councils_minutes_once UNIQUE (number);

ALTER TABLE ONLY public.councils_panelseat
    ADD CONSTRAINT councils_panelseat_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.councils_panelseat
    ADD CONSTRAINT councils_seat_once UNIQUE (ballot_id, user_id);

ALTER TABLE ONLY public.councils_vote
    ADD CONSTRAINT councils_vote_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.councils_vote
    ADD CONSTRAINT councils_vote_seat_id_key UNIQUE (seat_id);

ALTER TABLE ONLY public.details_detail
    ADD CONSTRAINT details_detail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.drafts_formdraft
    ADD CONSTRAINT drafts_formdraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.drafts_intention
    ADD CONSTRAINT drafts_intention_mark_key UNIQUE (mark);

ALTER TABLE ONLY public.drafts_intention
    ADD CONSTRAINT drafts_intention_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.duties_adrift
    ADD CONSTRAINT duties_adrift_once UNIQUE (kind, key);

ALTER TABLE ONLY public.duties_adrift
    ADD CONSTRAINT duties_adrift_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.duties_handingon
    ADD CONSTRAINT duties_handingon_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.duties_plannedpassing
    ADD CONSTRAINT duties_plannedpassing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.duties_workmark
    ADD CONSTRAINT duties_workmark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence_casefact
    ADD CONSTRAINT evidence_casefact_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY public.evidence_childfact
    ADD CONSTRAINT evidence_child_once UNIQUE (case_id, person_id);

ALTER TABLE ONLY public.evidence_childclosings
    ADD CONSTRAINT evidence_childclosings_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.evidence_childfact
    ADD CONSTRAINT evidence_childfact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence_formerchild
    ADD CONSTRAINT evidence_former_child_once UNIQUE (closing_id, person_id);

ALTER TABLE ONLY public.evidence_formerchild
    ADD CONSTRAINT evidence_formerchild_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence_formerfact
    ADD CONSTRAINT evidence_formerfact_pkey PRIMARY KEY (closing_id);

ALTER TABLE ONLY public.evidence_itemhelp
    ADD CONSTRAINT evidence_item_help_once UNIQUE (program_id, item, service_id);

ALTER TABLE ONLY public.evidence_itemhelp
    ADD CONSTRAINT evidence_itemhelp_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence_monthtally
    ADD CONSTRAINT evidence_month_once UNIQUE (program_id, department_id, month);

ALTER TABLE ONLY public.evidence_monthtally
    ADD CONSTRAINT evidence_monthtally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.families_person
    ADD CONSTRAINT families_code_once UNIQUE (code_letter, code_number);

ALTER TABLE ONLY public.families_codecounter
    ADD CONSTRAINT families_codecounter_pkey PRIMARY KEY (letter);

ALTER TABLE ONLY public.families_family
    ADD CONSTRAINT families_family_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.families_familymember
    ADD CONSTRAINT families_familymember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.families_merge
    ADD CONSTRAINT families_merge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.families_person
    ADD CONSTRAINT families_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.families_personkey
    ADD CONSTRAINT families_personkey_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.families_placement
    ADD CONSTRAINT families_placement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.families_searchindex
    ADD CONSTRAINT families_searchindex_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.fields_fielddefinition
    ADD CONSTRAINT fields_fielddefinition_code_key UNIQUE (code);

ALTER TABLE ONLY public.fields_fielddefinition
    ADD CONSTRAINT fields_fielddefinition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_issue
    ADD CONSTRAINT goods_act_once UNIQUE (act_number);

ALTER TABLE ONLY public.goods_appeal
    ADD CONSTRAINT goods_appeal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_countline
    ADD CONSTRAINT goods_counted_once UNIQUE (count_id, lot_id);

ALTER TABLE ONLY public.goods_countline
    ADD CONSTRAINT goods_countline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_donation
    ADD CONSTRAINT goods_donation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_familyneed
    ADD CONSTRAINT goods_familyneed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_givingnorm
    ADD CONSTRAINT goods_givingnorm_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_good
    ADD CONSTRAINT goods_good_once UNIQUE (name, unit);

ALTER TABLE ONLY public.goods_good
    ADD CONSTRAINT goods_good_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_handout
    ADD CONSTRAINT goods_handout_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_handoutline
    ADD CONSTRAINT goods_handoutline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_issue
    ADD CONSTRAINT goods_issue_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_issue
    ADD CONSTRAINT goods_issue_reverses_id_key UNIQUE (reverses_id);

ALTER TABLE ONLY public.goods_issueline
    ADD CONSTRAINT goods_issueline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_kit
    ADD CONSTRAINT goods_kit_name_key UNIQUE (name);

ALTER TABLE ONLY public.goods_kit
    ADD CONSTRAINT goods_kit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_kitpart
    ADD CONSTRAINT goods_kitpart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_lot
    ADD CONSTRAINT goods_lot_once UNIQUE NULLS NOT DISTINCT (place_id, good_id, size, expires_on, purpose_id);

ALTER TABLE ONLY public.goods_lot
    ADD CONSTRAINT goods_lot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_moneyhelp
    ADD CONSTRAINT goods_moneyhelp_issue_id_key UNIQUE (issue_id);

ALTER TABLE ONLY public.goods_moneyhelp
    ADD CONSTRAINT goods_moneyhelp_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_movement
    ADD CONSTRAINT goods_movement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_kitpart
    ADD CONSTRAINT goods_part_once UNIQUE (kit_id, good_id, size);

ALTER TABLE ONLY public.goods_purpose
    ADD CONSTRAINT goods_purpose_once UNIQUE NULLS NOT DISTINCT (name, program_id, child_under);

ALTER TABLE ONLY public.goods_purpose
    ADD CONSTRAINT goods_purpose_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_reservation
    ADD CONSTRAINT goods_reservation_issue_id_key UNIQUE (issue_id);

ALTER TABLE ONLY public.goods_reservation
    ADD CONSTRAINT goods_reservation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_reservationline
    ADD CONSTRAINT goods_reservationline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_reservationline
    ADD CONSTRAINT goods_reserved_once UNIQUE (reservation_id, lot_id);

ALTER TABLE ONLY public.goods_stockcount
    ADD CONSTRAINT goods_stockcount_entry_id_key UNIQUE (entry_id);

ALTER TABLE ONLY public.goods_stockcount
    ADD CONSTRAINT goods_stockcount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_stockentry
    ADD CONSTRAINT goods_stockentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.goods_stockplace
    ADD CONSTRAINT goods_stockplace_name_key UNIQUE (name);

ALTER TABLE ONLY public.goods_stockplace
    ADD CONSTRAINT goods_stockplace_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groups_commitment
    ADD CONSTRAINT groups_commitment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groups_group_leaders
    ADD CONSTRAINT groups_group_leaders_group_id_user_id_bcf6a93f_uniq UNIQUE (group_id, user_id);

ALTER TABLE ONLY public.groups_group_leaders
    ADD CONSTRAINT groups_group_leaders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groups_group
    ADD CONSTRAINT groups_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groups_guest
    ADD CONSTRAINT groups_guest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groups_homeworkresult
    ADD CONSTRAINT groups_homework_once UNIQUE NULLS NOT DISTINCT (session_id, route_id, case_id);

ALTER TABLE ONLY public.groups_homeworkresult
    ADD CONSTRAINT groups_homeworkresult_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groups_mark
    ADD CONSTRAINT groups_mark_once UNIQUE (session_id, participant_id);

ALTER TABLE ONLY public.groups_mark
    ADD CONSTRAINT groups_mark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groups_participant
    ADD CONSTRAINT groups_participant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groups_session
    ADD CONSTRAINT groups_session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_daysmark
    ADD CONSTRAINT indicators_daysmark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_indicatordraft
    ADD CONSTRAINT indicators_indicatordraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_indicatorversion
    ADD CONSTRAINT indicators_indicatorversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_keptpiece
    ADD CONSTRAINT indicators_keptpiece_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.indicators_outsidefigure
    ADD CONSTRAINT indicators_outsidefigure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_target
    ADD CONSTRAINT indicators_target_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicators_indicatorversion
    ADD CONSTRAINT indicators_version_once UNIQUE (code, number);

ALTER TABLE ONLY public.instruments_instrument
    ADD CONSTRAINT instruments_instrument_code_key UNIQUE (code);

ALTER TABLE ONLY public.instruments_instrument
    ADD CONSTRAINT instruments_instrument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.instruments_instrumentdraft
    ADD CONSTRAINT instruments_instrumentdraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.instruments_instrumentversion
    ADD CONSTRAINT instruments_instrumentversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.instruments_instrumentversion
    ADD CONSTRAINT instruments_version_once UNIQUE (instrument_id, number);

ALTER TABLE ONLY public.intake_urgentaid
    ADD CONSTRAINT intake_act_once UNIQUE (act_number);

ALTER TABLE ONLY public.intake_aiditem
    ADD CONSTRAINT intake_aid_kind_once UNIQUE (aid_id, kind);

ALTER TABLE ONLY public.intake_aiditem
    ADD CONSTRAINT intake_aiditem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_analyticreport
    ADD CONSTRAINT intake_analyticreport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_channel
    ADD CONSTRAINT intake_channel_code_key UNIQUE (code);

ALTER TABLE ONLY public.intake_channel
    ADD CONSTRAINT intake_channel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_contactrecord_people
    ADD CONSTRAINT intake_contactrecord_peo_contactrecord_id_person__976a641c_uniq UNIQUE (contactrecord_id, person_id);

ALTER TABLE ONLY public.intake_contactrecord_people
    ADD CONSTRAINT intake_contactrecord_people_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_contactrecord
    ADD CONSTRAINT intake_contactrecord_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_observation
    ADD CONSTRAINT intake_observation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_route_id_key UNIQUE (route_id);

ALTER TABLE ONLY public.intake_riskform
    ADD CONSTRAINT intake_riskform_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_signaljoin
    ADD CONSTRAINT intake_signaljoin_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_signalmark
    ADD CONSTRAINT intake_signalmark_pkey PRIMARY KEY (referral_id);

ALTER TABLE ONLY public.intake_sourcenote
    ADD CONSTRAINT intake_sourcenote_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_urgentaid
    ADD CONSTRAINT intake_urgentaid_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_urgentaid
    ADD CONSTRAINT intake_urgentaid_reverses_id_key UNIQUE (reverses_id);

ALTER TABLE ONLY public.intake_visit_adults
    ADD CONSTRAINT intake_visit_adults_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_visit_adults
    ADD CONSTRAINT intake_visit_adults_visit_id_person_id_25571a35_uniq UNIQUE (visit_id, person_id);

ALTER TABLE ONLY public.intake_visit
    ADD CONSTRAINT intake_visit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.intake_visitedchild
    ADD CONSTRAINT intake_visited_once UNIQUE (visit_id, number);

ALTER TABLE ONLY public.intake_visitedchild
    ADD CONSTRAINT intake_visitedchild_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.logic_modeldraft
    ADD CONSTRAINT logic_modeldraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.logic_modelversion
    ADD CONSTRAINT logic_modelversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.logic_modelversion
    ADD CONSTRAINT logic_version_once UNIQUE (code, number);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_kinlink
    ADD CONSTRAINT network_kinlink_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_networkmember
    ADD CONSTRAINT network_networkmember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_networkrecord
    ADD CONSTRAINT network_networkrecord_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_networktie
    ADD CONSTRAINT network_networktie_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_outsideneed
    ADD CONSTRAINT network_outsideneed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.network_networktie
    ADD CONSTRAINT network_tie_once UNIQUE (record_id, member_id);

ALTER TABLE ONLY public.notes_confidentialnote
    ADD CONSTRAINT notes_confidentialnote_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notes_notereader
    ADD CONSTRAINT notes_notereader_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notes_noteversion
    ADD CONSTRAINT notes_noteversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notes_notereader
    ADD CONSTRAINT notes_reader_once UNIQUE (note_id, user_id);

ALTER TABLE ONLY public.drafts_formdraft
    ADD CONSTRAINT one_draft_of_a_form UNIQUE (user_id, form, subject);

ALTER TABLE ONLY public.opora_cache
    ADD CONSTRAINT opora_cache_pkey PRIMARY KEY (cache_key);

ALTER TABLE ONLY public.opora_key_mark
    ADD CONSTRAINT opora_key_mark_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.organization_calendaryear
    ADD CONSTRAINT organization_calendaryear_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organization_calendaryear
    ADD CONSTRAINT organization_calendaryear_year_key UNIQUE (year);

ALTER TABLE ONLY public.organization_organizationdetails
    ADD CONSTRAINT organization_organizationdetails_number_key UNIQUE (number);

ALTER TABLE ONLY public.organization_organizationdetails
    ADD CONSTRAINT organization_organizationdetails_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_childhistory
    ADD CONSTRAINT papers_childhistory_disclosure_id_key UNIQUE (disclosure_id);

ALTER TABLE ONLY public.papers_childhistory
    ADD CONSTRAINT papers_childhistory_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_consent
    ADD CONSTRAINT papers_consent_number_key UNIQUE (number);

ALTER TABLE ONLY public.papers_consent
    ADD CONSTRAINT papers_consent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_numbercounter
    ADD CONSTRAINT papers_counter_once UNIQUE (kind, year);

ALTER TABLE ONLY public.papers_destructionact
    ADD CONSTRAINT papers_destructionact_number_key UNIQUE (number);

ALTER TABLE ONLY public.papers_destructionact
    ADD CONSTRAINT papers_destructionact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_destructiontimer
    ADD CONSTRAINT papers_destructiontimer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_disclosure
    ADD CONSTRAINT papers_disclosure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_letter
    ADD CONSTRAINT papers_letter_file_id_key UNIQUE (file_id);

ALTER TABLE ONLY public.papers_letter
    ADD CONSTRAINT papers_letter_number_once UNIQUE (kind, number);

ALTER TABLE ONLY public.papers_letter
    ADD CONSTRAINT papers_letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_lettertemplate
    ADD CONSTRAINT papers_lettertemplate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_notice
    ADD CONSTRAINT papers_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_numbercounter
    ADD CONSTRAINT papers_numbercounter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_storedfile
    ADD CONSTRAINT papers_storedfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.papers_storedfile
    ADD CONSTRAINT papers_storedfile_place_key UNIQUE (place);

ALTER TABLE ONLY public.papers_lettertemplate
    ADD CONSTRAINT papers_template_once UNIQUE (kind, number);

ALTER TABLE ONLY public.papers_termextension
    ADD CONSTRAINT papers_termextension_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_once UNIQUE (name, area);

ALTER TABLE ONLY public.partners_onwardreferral
    ADD CONSTRAINT partners_onwardreferral_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pathways_processdraft
    ADD CONSTRAINT pathways_processdraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pivot_savedtable
    ADD CONSTRAINT pivot_savedtable_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pivot_tableversion
    ADD CONSTRAINT pivot_tableversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pivot_tableversion
    ADD CONSTRAINT pivot_version_once UNIQUE (table_id, number);

ALTER TABLE ONLY public.plans_familystep
    ADD CONSTRAINT plans_familystep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_harmwaiver
    ADD CONSTRAINT plans_harmwaiver_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_milestone
    ADD CONSTRAINT plans_milestone_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_route_id_key UNIQUE (route_id);

ALTER TABLE ONLY public.plans_planrevision
    ADD CONSTRAINT plans_planrevision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_unforeseenevent
    ADD CONSTRAINT plans_unforeseenevent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plans_planrevision
    ADD CONSTRAINT plans_version_once UNIQUE (plan_id, number);

ALTER TABLE ONLY public.process_amendment
    ADD CONSTRAINT process_amendment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.process_routeflow
    ADD CONSTRAINT process_flow_once UNIQUE (program_id, department_id, from_stage, to_stage, days);

ALTER TABLE ONLY public.process_paper
    ADD CONSTRAINT process_paper_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.process_route
    ADD CONSTRAINT process_route_case_id_key UNIQUE (case_id);

ALTER TABLE ONLY public.process_route
    ADD CONSTRAINT process_route_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.process_routeflow
    ADD CONSTRAINT process_routeflow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.process_routemember
    ADD CONSTRAINT process_routemember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.process_routestanding
    ADD CONSTRAINT process_routestanding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.process_routestep
    ADD CONSTRAINT process_routestep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.process_routeversion
    ADD CONSTRAINT process_routeversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.process_routestep
    ADD CONSTRAINT process_step_once UNIQUE (route_id, number);

ALTER TABLE ONLY public.process_routeversion
    ADD CONSTRAINT process_version_once UNIQUE (code, number);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.programs_programdepartment
    ADD CONSTRAINT programs_department_once UNIQUE (program_id, department_id);

ALTER TABLE ONLY public.programs_practiceversion
    ADD CONSTRAINT programs_practice_once UNIQUE (code, number);

ALTER TABLE ONLY public.programs_practiceversion
    ADD CONSTRAINT programs_practiceversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.programs_program
    ADD CONSTRAINT programs_program_code_key UNIQUE (code);

ALTER TABLE ONLY public.programs_program
    ADD CONSTRAINT programs_program_name_key UNIQUE (name);

ALTER TABLE ONLY public.programs_program
    ADD CONSTRAINT programs_program_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.programs_programdepartment
    ADD CONSTRAINT programs_programdepartment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_columnchoice
    ADD CONSTRAINT registry_choice_once UNIQUE (field, title);

ALTER TABLE ONLY public.registry_codewithyo
    ADD CONSTRAINT registry_codewithyo_code_key UNIQUE (code);

ALTER TABLE ONLY public.registry_codewithyo
    ADD CONSTRAINT registry_codewithyo_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_columnchoice
    ADD CONSTRAINT registry_columnchoice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_importpart
    ADD CONSTRAINT registry_importpart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_importrun
    ADD CONSTRAINT registry_importrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_importpart
    ADD CONSTRAINT registry_part_once UNIQUE (run_id, number);

ALTER TABLE ONLY public.release_desklimits
    ADD CONSTRAINT release_desklimits_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.release_releasedfile
    ADD CONSTRAINT release_file_once UNIQUE (release_id, kind);

ALTER TABLE ONLY public.release_recall
    ADD CONSTRAINT release_recall_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.release_recall
    ADD CONSTRAINT release_recall_release_id_key UNIQUE (release_id);

ALTER TABLE ONLY public.release_release
    ADD CONSTRAINT release_release_number_key UNIQUE (number);

ALTER TABLE ONLY public.release_release
    ADD CONSTRAINT release_release_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.release_releasedfile
    ADD CONSTRAINT release_releasedfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.release_secondword
    ADD CONSTRAINT release_secondword_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.release_secondword
    ADD CONSTRAINT release_secondword_release_id_key UNIQUE (release_id);

ALTER TABLE ONLY public.reminders_calendaraddress
    ADD CONSTRAINT reminders_calendaraddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reminders_calendaraddress
    ADD CONSTRAINT reminders_calendaraddress_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.reminders_reminderchoice
    ADD CONSTRAINT reminders_reminderchoice_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.reports_composedreport
    ADD CONSTRAINT reports_composedreport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reports_reportblock
    ADD CONSTRAINT reports_reportblock_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reports_takenreport
    ADD CONSTRAINT reports_taken_once UNIQUE (report_id, number);

ALTER TABLE ONLY public.reports_takenreport
    ADD CONSTRAINT reports_takenreport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.results_failedassumption
    ADD CONSTRAINT results_failedassumption_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.results_result
    ADD CONSTRAINT results_result_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.results_resultdue
    ADD CONSTRAINT results_resultdue_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.results_resultmark
    ADD CONSTRAINT results_resultmark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.services_plannedservice
    ADD CONSTRAINT services_plannedservice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.services_provision_people
    ADD CONSTRAINT services_provision_people_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.services_provision_people
    ADD CONSTRAINT services_provision_people_provision_id_person_id_138d2e63_uniq UNIQUE (provision_id, person_id);

ALTER TABLE ONLY public.services_provision
    ADD CONSTRAINT services_provision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_admission
    ADD CONSTRAINT stays_admission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_admission
    ADD CONSTRAINT stays_admission_stay_id_key UNIQUE (stay_id);

ALTER TABLE ONLY public.stays_nightaway
    ADD CONSTRAINT stays_away_once EXCLUDE USING gist (int8range(lodger_id, lodger_id, '[]'::text) WITH &&, daterange(from_on, back_on) WITH &&) WHERE ((voided_on IS NULL));

ALTER TABLE ONLY public.stays_beduse
    ADD CONSTRAINT stays_bed_not_twice EXCLUDE USING gist (int8range(bed_id, bed_id, '[]'::text) WITH &&, daterange(from_on, held_until) WITH &&) WHERE ((bed_id IS NOT NULL));

ALTER TABLE ONLY public.stays_bed
    ADD CONSTRAINT stays_bed_once UNIQUE (room_id, name);

ALTER TABLE ONLY public.stays_bed
    ADD CONSTRAINT stays_bed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_beduse
    ADD CONSTRAINT stays_beduse_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_departure
    ADD CONSTRAINT stays_departure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_dutynote
    ADD CONSTRAINT stays_dutynote_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_exitday
    ADD CONSTRAINT stays_exitday_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_exitissue
    ADD CONSTRAINT stays_exitissue_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_extensionask
    ADD CONSTRAINT stays_extensionask_extension_id_key UNIQUE (extension_id);

ALTER TABLE ONLY public.stays_extensionask
    ADD CONSTRAINT stays_extensionask_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_handover
    ADD CONSTRAINT stays_handover_once UNIQUE (shelter_id, "on", shift);

ALTER TABLE ONLY public.stays_handover
    ADD CONSTRAINT stays_handover_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_skilllevel
    ADD CONSTRAINT stays_level_once UNIQUE (line_id, point);

ALTER TABLE ONLY public.stays_lodger
    ADD CONSTRAINT stays_lodger_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_routinemark
    ADD CONSTRAINT stays_mark_once UNIQUE (admission_id, "on");

ALTER TABLE ONLY public.stays_nightaway
    ADD CONSTRAINT stays_nightaway_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_readiness
    ADD CONSTRAINT stays_readiness_once UNIQUE (admission_id, kind);

ALTER TABLE ONLY public.stays_readiness
    ADD CONSTRAINT stays_readiness_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_room
    ADD CONSTRAINT stays_room_once UNIQUE (shelter_id, name);

ALTER TABLE ONLY public.stays_room
    ADD CONSTRAINT stays_room_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_routinemark
    ADD CONSTRAINT stays_routinemark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_routineslot
    ADD CONSTRAINT stays_routineslot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_shelter
    ADD CONSTRAINT stays_shelter_name_key UNIQUE (name);

ALTER TABLE ONLY public.stays_shelter
    ADD CONSTRAINT stays_shelter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_skillline
    ADD CONSTRAINT stays_skill_once UNIQUE (admission_id, person_id, skill);

ALTER TABLE ONLY public.stays_skilllevel
    ADD CONSTRAINT stays_skilllevel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_skillline
    ADD CONSTRAINT stays_skillline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stays_waiting
    ADD CONSTRAINT stays_waiting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.studies_decision
    ADD CONSTRAINT studies_decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.studies_decisioneffect
    ADD CONSTRAINT studies_decisioneffect_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.studies_firstlook
    ADD CONSTRAINT studies_firstlook_hypothesis_id_key UNIQUE (hypothesis_id);

ALTER TABLE ONLY public.studies_firstlook
    ADD CONSTRAINT studies_firstlook_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.studies_hypothesis
    ADD CONSTRAINT studies_hypothesis_number_key UNIQUE (number);

ALTER TABLE ONLY public.studies_hypothesis
    ADD CONSTRAINT studies_hypothesis_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.studies_studydraft
    ADD CONSTRAINT studies_studydraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);

ALTER TABLE ONLY public.voice_followercount
    ADD CONSTRAINT voice_count_once UNIQUE (channel_id, "on");

ALTER TABLE ONLY public.voice_familyquote
    ADD CONSTRAINT voice_familyquote_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.voice_followercount
    ADD CONSTRAINT voice_followercount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.voice_publicpiece
    ADD CONSTRAINT voice_publicpiece_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.voice_voicechannel
    ADD CONSTRAINT voice_voicechannel_name_key UNIQUE (name);

ALTER TABLE ONLY public.voice_voicechannel
    ADD CONSTRAINT voice_voicechannel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.volunteers_givenhours
    ADD CONSTRAINT volunteers_givenhours_corrects_id_key UNIQUE (corrects_id);

ALTER TABLE ONLY public.volunteers_givenhours
    ADD CONSTRAINT volunteers_givenhours_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.volunteers_helper
    ADD CONSTRAINT volunteers_helper_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.volunteers_helper
    ADD CONSTRAINT volunteers_helper_user_id_key UNIQUE (user_id);

CREATE INDEX access_apitoken_revoked_by_id_28f61913 ON public.access_apitoken USING btree (revoked_by_id);

CREATE INDEX access_apitoken_token_hash_b5d1e008_like ON public.access_apitoken USING btree (token_hash varchar_pattern_ops);

CREATE INDEX access_apitoken_user_id_9f3b952b ON public.access_apitoken USING btree (user_id);

CREATE INDEX access_department_name_3d60e6ae_like ON public.access_department USING btree (name varchar_pattern_ops);

CREATE INDEX access_invitation_accepted_by_id_652ab6dd ON public.access_invitation USING btree (accepted_by_id);

CREATE INDEX access_invitation_invited_by_id_00fbe791 ON public.access_invitation USING btree (invited_by_id);

CREATE INDEX access_invitation_token_hash_8e1f0652_like ON public.access_invitation USING btree (token_hash varchar_pattern_ops);

CREATE INDEX access_roleassignment_department_id_25f050bf ON public.access_roleassignment USING btree (department_id);

CREATE INDEX access_roleassignment_user_id_cfe8c2d4 ON public.access_roleassignment USING btree (user_id);

CREATE INDEX access_stands_in ON public.access_substitution USING btree (substitute_id, until_on) WHERE (revoked_at IS NULL);

CREATE INDEX access_substitution_absent_id_2b8da123 ON public.access_substitution USING btree (absent_id);

CREATE INDEX access_substitution_by_id_ec410dda ON public.access_substitution USING btree (by_id);

CREATE INDEX access_substitution_substitute_id_3da2729a ON public.access_substitution USING btree (substitute_id);

CREATE INDEX access_user_email_f0cf94cd_like ON public.access_user USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX assessments_assessmentdraft_assessment_id_99d11b20 ON public.assessments_assessmentdraft USING btree (assessment_id);

CREATE INDEX assessments_assessmentdraft_case_id_7d23d499 ON public.assessments_assessmentdraft USING btree (case_id);

CREATE INDEX assessments_assessmentdraft_user_id_214f19bb ON public.assessments_assessmentdraft USING btree (user_id);

CREATE INDEX assessments_assessmentdraft_version_id_ccee9b82 ON public.assessments_assessmentdraft USING btree (version_id);

CREATE INDEX assessments_by_approver ON public.assessments_assessment USING btree (approved_by_id) WHERE (approved_by_id IS NOT NULL);

CREATE INDEX assessments_by_assessor ON public.assessments_assessment USING btree (assessor_id) WHERE (assessor_id IS NOT NULL);

CREATE INDEX assessments_by_case ON public.assessments_assessment USING btree (case_id, point, "on", id);

CREATE INDEX assessments_by_version ON public.assessments_assessment USING btree (version_id) WHERE (version_id IS NOT NULL);

CREATE INDEX assessments_day ON public.assessments_assessment USING btree ("on") WHERE ((status)::text = 'approved'::text);

CREATE UNIQUE INDEX assessments_one_a_day ON public.assessments_assessment USING btree (case_id, instrument_code, point, "on") WHERE (NOT ((status)::text = 'replaced'::text));

CREATE UNIQUE INDEX assessments_one_entry ON public.assessments_assessment USING btree (case_id, instrument_code) WHERE (((point)::text = 'entry'::text) AND (NOT ((status)::text = 'replaced'::text)));

CREATE UNIQUE INDEX assessments_one_exit ON public.assessments_assessment USING btree (case_id, instrument_code, episode) WHERE (((point)::text = 'exit'::text) AND (NOT ((status)::text = 'replaced'::text)));

CREATE UNIQUE INDEX assessments_replaced_once ON public.assessments_assessment USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);

CREATE INDEX assessments_waiting ON public.assessments_assessment USING btree (id) WHERE ((status)::text = 'submitted'::text);

CREATE INDEX attention_aside_by_id_d48358b3 ON public.attention_aside USING btree (by_id);

CREATE INDEX attention_aside_case_id_49341dba ON public.attention_aside USING btree (case_id);

CREATE UNIQUE INDEX attention_aside_once ON public.attention_aside USING btree (case_id) WHERE (ended_on IS NULL);

CREATE INDEX attention_gravest ON public.attention_lookstand USING btree (is_calm, gravest, fewer, lasts, case_id) WHERE (gravest IS NOT NULL);

CREATE INDEX attention_gravest_here ON public.attention_lookstand USING btree (department_id, is_calm, gravest, fewer, lasts, case_id) WHERE (gravest IS NOT NULL);

CREATE INDEX attention_lookmark_case_id_dfd0772d ON public.attention_lookmark USING btree (case_id);

CREATE INDEX attention_lookstand_department_id_b7bdb95a ON public.attention_lookstand USING btree (department_id);

CREATE INDEX attention_signchoice_code_ee6e3574_like ON public.attention_signchoice USING btree (code varchar_pattern_ops);

CREATE INDEX attention_until ON public.attention_lookstand USING btree (until);

CREATE INDEX audit_by_actor ON public.audit_journalentry USING btree (actor_id, id DESC) WHERE (actor_id IS NOT NULL);

CREATE INDEX audit_by_case ON public.audit_journalentry USING btree (case_id, id DESC) WHERE (case_id IS NOT NULL);

CREATE INDEX audit_by_person ON public.audit_journalentry USING btree (person_id, id DESC) WHERE (person_id IS NOT NULL);

CREATE INDEX audit_by_time ON public.audit_journalentry USING btree (at);

CREATE INDEX audit_by_verb ON public.audit_journalentry USING btree (verb, id DESC);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX cases_by_closing ON public.cases_case USING btree (program_id, closed_on);

CREATE INDEX cases_by_department ON public.cases_case USING btree (department_id, opened_on DESC, id DESC);

CREATE INDEX cases_by_family ON public.cases_case USING btree (family_id);

CREATE INDEX cases_by_number ON public.cases_case USING btree (number_key varchar_pattern_ops);

CREATE INDEX cases_by_opening ON public.cases_case USING btree (opened_on DESC, id DESC);

CREATE INDEX cases_case_client_id_d55d12dd ON public.cases_case USING btree (client_id);

CREATE INDEX cases_casechild_person_id_5a5ecd19 ON public.cases_casechild USING btree (person_id);

CREATE INDEX cases_casecorrection_by_id_c6bd9af9 ON public.cases_casecorrection USING btree (by_id);

CREATE INDEX cases_casecorrection_case_id_fc3c5f49 ON public.cases_casecorrection USING btree (case_id);

CREATE INDEX cases_casetransfer_by_id_74a4f102 ON public.cases_casetransfer USING btree (by_id);

CREATE INDEX cases_casetransfer_case_id_f0843ff1 ON public.cases_casetransfer USING btree (case_id);

CREATE INDEX cases_casetransfer_from_department_id_c5fb601a ON public.cases_casetransfer USING btree (from_department_id);

CREATE INDEX cases_casetransfer_from_program_id_049510bf ON public.cases_casetransfer USING btree (from_program_id);

CREATE INDEX cases_casetransfer_to_program_id_33f92b7f ON public.cases_casetransfer USING btree (to_program_id);

CREATE INDEX cases_closing_case_id_32a47cc4 ON public.cases_closing USING btree (case_id);

CREATE INDEX cases_closingchild_closing_id_4f23690b ON public.cases_closingchild USING btree (closing_id);

CREATE INDEX cases_closingchild_person_id_b5cdb62a ON public.cases_closingchild USING btree (person_id);

CREATE INDEX cases_due ON public.cases_followup USING btree (due_on) WHERE ((cancelled_at IS NULL) AND (done_on IS NULL));

CREATE INDEX cases_due_here ON public.cases_followup USING btree (department_id, due_on, id) WHERE ((cancelled_at IS NULL) AND (done_on IS NULL));

CREATE UNIQUE INDEX cases_follow_up_once ON public.cases_followup USING btree (case_id, months) WHERE ((cancelled_at IS NULL) AND (done_on IS NULL));

CREATE INDEX cases_followup_case_id_8a9f2d2a ON public.cases_followup USING btree (case_id);

CREATE INDEX cases_followupchild_contact_id_0e59e743 ON public.cases_followupchild USING btree (contact_id);

CREATE INDEX cases_followupchild_person_id_e7729305 ON public.cases_followupchild USING btree (person_id);

CREATE INDEX cases_followupcontact_by_id_423244df ON public.cases_followupcontact USING btree (by_id);

CREATE INDEX cases_followupcontact_follow_up_id_f396568f ON public.cases_followupcontact USING btree (follow_up_id);

CREATE INDEX cases_former_number ON public.cases_casetransfer USING btree (from_number_key varchar_pattern_ops);

CREATE INDEX cases_hand_overs_due ON public.cases_plannedhandover USING btree ("on") WHERE (ended_on IS NULL);

CREATE INDEX cases_highest_number ON public.cases_case USING btree (department_id, length((number_key)::text), number_key);

CREATE INDEX cases_look_back_by_day ON public.cases_followup USING btree (due_on);

CREATE UNIQUE INDEX cases_member_once ON public.cases_teammember USING btree (case_id, user_id, part) WHERE (to_on IS NULL);

CREATE UNIQUE INDEX cases_one_closing ON public.cases_closing USING btree (case_id) WHERE (reopened_on IS NULL);

CREATE UNIQUE INDEX cases_one_planned_hand_over ON public.cases_plannedhandover USING btree (case_id) WHERE (ended_on IS NULL);

CREATE UNIQUE INDEX cases_one_stay ON public.cases_stay USING btree (case_id) WHERE (left_on IS NULL);

CREATE INDEX cases_opened_again ON public.cases_closing USING btree ("on") WHERE (reopened_on IS NOT NULL);

CREATE INDEX cases_plannedhandover_by_id_f12b5248 ON public.cases_plannedhandover USING btree (by_id);

CREATE INDEX cases_plannedhandover_case_id_6436ea9a ON public.cases_plannedhandover USING btree (case_id);

CREATE INDEX cases_plannedhandover_to_user_id_94144127 ON public.cases_plannedhandover USING btree (to_user_id);

CREATE INDEX cases_stay_case_id_9bbfeb06 ON public.cases_stay USING btree (case_id);

CREATE INDEX cases_stay_ending ON public.cases_stay USING btree (planned_until) WHERE (left_on IS NULL);

CREATE INDEX cases_stay_ending_here ON public.cases_stay USING btree (department_id, planned_until, id) WHERE (left_on IS NULL);

CREATE INDEX cases_stayextension_approved_by_id_74560650 ON public.cases_stayextension USING btree (approved_by_id);

CREATE INDEX cases_stayextension_stay_id_7691b624 ON public.cases_stayextension USING btree (stay_id);

CREATE INDEX cases_team_of_user ON public.cases_teammember USING btree (user_id, case_id) WHERE (to_on IS NULL);

CREATE INDEX cases_teammember_case_id_4d28a008 ON public.cases_teammember USING btree (case_id);

CREATE INDEX cases_teammember_user_id_bb0df338 ON public.cases_teammember USING btree (user_id);

CREATE INDEX catalogue_catalogueversion_code_35a34b50 ON public.catalogue_catalogueversion USING btree (code);

CREATE INDEX catalogue_catalogueversion_code_35a34b50_like ON public.catalogue_catalogueversion USING btree (code varchar_pattern_ops);

CREATE INDEX catalogue_direction_code_976df727 ON public.catalogue_direction USING btree (code);

CREATE INDEX catalogue_direction_code_976df727_like ON public.catalogue_direction USING btree (code varchar_pattern_ops);

CREATE INDEX catalogue_direction_practice_1d7f3751 ON public.catalogue_direction USING btree (practice);

CREATE INDEX catalogue_direction_practice_1d7f3751_like ON public.catalogue_direction USING btree (practice varchar_pattern_ops);

CREATE INDEX catalogue_service_code_5e4accca ON public.catalogue_service USING btree (code);

CREATE INDEX catalogue_service_code_5e4accca_like ON public.catalogue_service USING btree (code varchar_pattern_ops);

CREATE INDEX catalogue_service_direction_id_501de7e6 ON public.catalogue_service USING btree (direction_id);

CREATE INDEX catalogue_service_practice_542740ed ON public.catalogue_service USING btree (practice);

CREATE INDEX catalogue_service_practice_542740ed_like ON public.catalogue_service USING btree (practice varchar_pattern_ops);

CREATE INDEX circumstances_lifechange_by_id_17ca601d ON public.circumstances_lifechange USING btree (by_id);

CREATE INDEX circumstances_lifechange_case_id_433249f9 ON public.circumstances_lifechange USING btree (case_id);

CREATE INDEX circumstances_lifechange_item_97541e01 ON public.circumstances_lifechange USING btree (item);

CREATE INDEX circumstances_lifechange_item_97541e01_like ON public.circumstances_lifechange USING btree (item varchar_pattern_ops);

CREATE INDEX circumstances_lifechange_kind_dbda988d ON public.circumstances_lifechange USING btree (kind);

CREATE INDEX circumstances_lifechange_kind_dbda988d_like ON public.circumstances_lifechange USING btree (kind varchar_pattern_ops);

CREATE INDEX circumstances_lifechange_person_id_273a625a ON public.circumstances_lifechange USING btree (person_id);

CREATE INDEX circumstances_lifechange_route_id_1c6af126 ON public.circumstances_lifechange USING btree (route_id);

CREATE INDEX circumstances_lifechange_value_3be0dcc7 ON public.circumstances_lifechange USING btree (value);

CREATE INDEX circumstances_lifechange_value_3be0dcc7_like ON public.circumstances_lifechange USING btree (value varchar_pattern_ops);

CREATE INDEX circumstances_now ON public.circumstances_lifechange USING btree (kind, value, "on" DESC, id DESC) WHERE (is_newest AND (voided_on IS NULL));

CREATE INDEX circumstances_of_case ON public.circumstances_lifechange USING btree (case_id, "on" DESC);

CREATE INDEX circumstances_of_path ON public.circumstances_lifechange USING btree (route_id, "on" DESC);

CREATE INDEX correspondence_agreement_by_id_cb2e525c ON public.correspondence_agreement USING btree (by_id);

CREATE INDEX correspondence_agreement_partner_id_748a1e0b ON public.correspondence_agreement USING btree (partner_id);

CREATE INDEX correspondence_awaited ON public.correspondence_officialletter USING btree (answer_due_on) WHERE (((direction)::text = 'out'::text) AND ((result)::text = ''::text) AND (sent_on IS NOT NULL) AND (voided_on IS NULL));

CREATE INDEX correspondence_case ON public.correspondence_officialletter USING btree (case_id);

CREATE INDEX correspondence_ending ON public.correspondence_agreement USING btree (until_on) WHERE ((ended_on IS NULL) AND (until_on IS NOT NULL) AND (voided_on IS NULL));

CREATE INDEX correspondence_jointmeeting_by_id_a75ddda2 ON public.correspondence_jointmeeting USING btree (by_id);

CREATE INDEX correspondence_jointmeeting_partners_jointmeeting_id_b3e1b031 ON public.correspondence_jointmeeting_partners USING btree (jointmeeting_id);

CREATE INDEX correspondence_jointmeeting_partners_partner_id_4436f887 ON public.correspondence_jointmeeting_partners USING btree (partner_id);

CREATE INDEX correspondence_journal ON public.correspondence_officialletter USING btree ("on" DESC, id DESC);

CREATE INDEX correspondence_letterperson_letter_id_6bf999e5 ON public.correspondence_letterperson USING btree (letter_id);

CREATE INDEX correspondence_letterperson_person_id_b756eb1a ON public.correspondence_letterperson USING btree (person_id);

CREATE UNIQUE INDEX correspondence_number_once ON public.correspondence_officialletter USING btree (direction, number) WHERE (NOT ((number)::text = ''::text));

CREATE INDEX correspondence_officialletter_answers_id_5fbe6601 ON public.correspondence_officialletter USING btree (answers_id);

CREATE INDEX correspondence_officialletter_approved_by_id_e20d646b ON public.correspondence_officialletter USING btree (approved_by_id);

CREATE INDEX correspondence_officialletter_by_id_317e5310 ON public.correspondence_officialletter USING btree (by_id);

CREATE INDEX correspondence_officialletter_case_id_21a8dc67 ON public.correspondence_officialletter USING btree (case_id);

CREATE INDEX correspondence_officialletter_partner_id_16c59cbc ON public.correspondence_officialletter USING btree (partner_id);

CREATE INDEX correspondence_officialletter_route_id_d94ee593 ON public.correspondence_officialletter USING btree (route_id);

CREATE INDEX correspondence_officialletter_template_id_b7c2376c ON public.correspondence_officialletter USING btree (template_id);

CREATE INDEX correspondence_partner ON public.correspondence_officialletter USING btree (partner_id, "on" DESC);

CREATE INDEX correspondence_rememberedcases_by_id_100fe58e ON public.correspondence_rememberedcases USING btree (by_id);

CREATE INDEX correspondence_rememberedcases_case_id_74983430 ON public.correspondence_rememberedcases USING btree (case_id);

CREATE INDEX correspondence_rememberedcases_route_id_8399a62a ON public.correspondence_rememberedcases USING btree (route_id);

CREATE INDEX correspondence_route ON public.correspondence_officialletter USING btree (route_id);

CREATE INDEX councils_ballot_by_id_deab2f27 ON public.councils_ballot USING btree (by_id);

CREATE INDEX councils_ballot_chair_id_c8a563a8 ON public.councils_ballot USING btree (chair_id);

CREATE INDEX councils_ballot_closed_by_id_a5bebf9c ON public.councils_ballot USING btree (closed_by_id);

CREATE INDEX councils_ballot_route_id_2fbfc077 ON public.councils_ballot USING btree (route_id);

CREATE INDEX councils_ballots ON public.councils_ballot USING btree (route_id, opened_on DESC);

CREATE INDEX councils_conference_by_id_86b1a5d3 ON public.councils_conference USING btree (by_id);

CREATE INDEX councils_conference_route_id_84daba82 ON public.councils_conference USING btree (route_id);

CREATE INDEX councils_conferences ON public.councils_conference USING btree (route_id, "on" DESC);

CREATE UNIQUE INDEX councils_one_open_ballot ON public.councils_ballot USING btree (route_id, kind) WHERE ((closed_on IS NULL) AND ((kind)::text = 'open_case'::text));

CREATE INDEX councils_panelseat_ballot_id_2d85fffb ON public.councils_panelseat USING btree (ballot_id);

CREATE INDEX councils_panelseat_invitation_id_f0c777ec ON public.councils_panelseat USING btree (invitation_id);

CREATE INDEX councils_panelseat_user_id_ca0f8ee2 ON public.councils_panelseat USING btree (user_id);

CREATE INDEX councils_seats_of ON public.councils_panelseat USING btree (user_id);

CREATE INDEX details_detail_by_id_56727d04 ON public.details_detail USING btree (by_id);

CREATE INDEX details_detail_case_id_d1cfb574 ON public.details_detail USING btree (case_id);

CREATE INDEX details_detail_contact_id_a7a31df8 ON public.details_detail USING btree (contact_id);

CREATE INDEX details_detail_family_id_f3c8bc79 ON public.details_detail USING btree (family_id);

CREATE INDEX details_detail_field_id_a0c36c71 ON public.details_detail USING btree (field_id);

CREATE INDEX details_detail_of_case_id_e27108e0 ON public.details_detail USING btree (of_case_id);

CREATE INDEX details_detail_person_id_142937ad ON public.details_detail USING btree (person_id);

CREATE INDEX details_detail_route_id_77e1d3f4 ON public.details_detail USING btree (route_id);

CREATE INDEX details_of_case ON public.details_detail USING btree (of_case_id, field_id) WHERE is_newest;

CREATE INDEX details_of_family ON public.details_detail USING btree (family_id) WHERE is_newest;

CREATE INDEX details_of_person ON public.details_detail USING btree (field_id, person_id) WHERE is_newest;

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX drafts_formdraft_case_id_f98c99b9 ON public.drafts_formdraft USING btree (case_id);

CREATE INDEX drafts_formdraft_ends_on_4e5764cf ON public.drafts_formdraft USING btree (ends_on);

CREATE INDEX drafts_formdraft_route_id_7eaabfdd ON public.drafts_formdraft USING btree (route_id);

CREATE INDEX drafts_formdraft_saved_at_e9f5b1cb ON public.drafts_formdraft USING btree (saved_at);

CREATE INDEX drafts_formdraft_user_id_960f9f1b ON public.drafts_formdraft USING btree (user_id);

CREATE INDEX drafts_intention_made_at_5fe21e3d ON public.drafts_intention USING btree (made_at);

CREATE INDEX drafts_intention_mark_e41ff677_like ON public.drafts_intention USING btree (mark varchar_pattern_ops);

CREATE INDEX duties_adrift_kind_ecf6d6b4 ON public.duties_adrift USING btree (kind);

CREATE INDEX duties_adrift_kind_ecf6d6b4_like ON public.duties_adrift USING btree (kind varchar_pattern_ops);

CREATE INDEX duties_from ON public.duties_handingon USING btree (from_user_id, id DESC);

CREATE INDEX duties_handingon_by_id_1740313e ON public.duties_handingon USING btree (by_id);

CREATE INDEX duties_handingon_from_user_id_6810f6fa ON public.duties_handingon USING btree (from_user_id);

CREATE INDEX duties_plannedpassing_by_id_1fd874ce ON public.duties_plannedpassing USING btree (by_id);

CREATE INDEX duties_plannedpassing_from_user_id_eb7adbc1 ON public.duties_plannedpassing USING btree (from_user_id);

CREATE INDEX evidence_by_closing ON public.evidence_casefact USING btree (program_id, closed_on);

CREATE INDEX evidence_by_department ON public.evidence_casefact USING btree (department_id, closed_on);

CREATE INDEX evidence_childfact_person_id_5e1c7bb3 ON public.evidence_childfact USING btree (person_id);

CREATE INDEX evidence_children_again ON public.evidence_formerchild USING btree (opened_again_on);

CREATE INDEX evidence_children_by_day ON public.evidence_childfact USING btree (closed_on);

CREATE INDEX evidence_children_twice ON public.evidence_childclosings USING btree (person_id) WHERE (closings > 1);

CREATE INDEX evidence_closed_by_day ON public.evidence_casefact USING btree (closed_on);

CREATE INDEX evidence_formerchild_case_id_f5e7da4c ON public.evidence_formerchild USING btree (case_id);

CREATE INDEX evidence_formerfact_case_id_aa1a86f0 ON public.evidence_formerfact USING btree (case_id);

CREATE INDEX evidence_itemhelp_program_id_3fb901d4 ON public.evidence_itemhelp USING btree (program_id);

CREATE INDEX evidence_itemhelp_service_id_6be7b594 ON public.evidence_itemhelp USING btree (service_id);

CREATE INDEX evidence_looks_by_day ON public.evidence_casefact USING btree (follow_up_due_on);

CREATE INDEX evidence_monthtally_department_id_5c2cf288 ON public.evidence_monthtally USING btree (department_id);

CREATE INDEX evidence_monthtally_program_id_cd00da63 ON public.evidence_monthtally USING btree (program_id);

CREATE INDEX evidence_numbers ON public.evidence_casefact USING btree (program_id, department_id, number_series, number_order, opened_on, case_id) INCLUDE (closed_on, number_shape) WHERE ((closed_on IS NOT NULL) AND (NOT is_palliative));

CREATE INDEX evidence_opened_again ON public.evidence_formerfact USING btree (opened_again_on);

CREATE INDEX evidence_palliative ON public.evidence_casefact USING btree (program_id, closed_on) WHERE ((closed_on IS NOT NULL) AND is_palliative);

CREATE INDEX evidence_reviews ON public.evidence_casefact USING btree (review_due_on, case_id) WHERE ((closed_on IS NULL) AND (review_due_on IS NOT NULL));

CREATE INDEX evidence_scores ON public.evidence_casefact USING btree (program_id, entry, exit) INCLUDE (closed_on, department_id) WHERE ((closed_on IS NOT NULL) AND (NOT is_palliative));

CREATE INDEX evidence_table ON public.evidence_casefact USING btree (program_id, case_id) INCLUDE (closed_on, department_id) WHERE ((closed_on IS NOT NULL) AND (NOT is_palliative));

CREATE INDEX families_codecounter_letter_d820c230_like ON public.families_codecounter USING btree (letter varchar_pattern_ops);

CREATE INDEX families_families_merged ON public.families_family USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);

CREATE INDEX families_familymember_family_id_c26a6781 ON public.families_familymember USING btree (family_id);

CREATE INDEX families_familymember_person_id_72d6a23b ON public.families_familymember USING btree (person_id);

CREATE UNIQUE INDEX families_member_once ON public.families_familymember USING btree (family_id, person_id) WHERE (to_on IS NULL);

CREATE INDEX families_merge_by_id_eb925f91 ON public.families_merge USING btree (by_id);

CREATE INDEX families_merge_gone_family_id_0400b1b2 ON public.families_merge USING btree (gone_family_id);

CREATE INDEX families_merge_gone_id_a327fcac ON public.families_merge USING btree (gone_id);

CREATE INDEX families_merge_kept_family_id_23e5d633 ON public.families_merge USING btree (kept_family_id);

CREATE INDEX families_merge_kept_id_5c8f03c9 ON public.families_merge USING btree (kept_id);

CREATE INDEX families_merge_undone_by_id_d7ba57e5 ON public.families_merge USING btree (undone_by_id);

CREATE INDEX families_merges ON public.families_merge USING btree (kept_id) WHERE (undone_at IS NULL);

CREATE INDEX families_people_merged ON public.families_person USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);

CREATE INDEX families_placement_child_id_063b5c45 ON public.families_placement USING btree (child_id);

CREATE UNIQUE INDEX families_placement_once ON public.families_placement USING btree (child_id, from_on) WHERE (voided_at IS NULL);

CREATE INDEX families_search ON public.families_searchindex USING gin (tokens, months);

CREATE INDEX families_searchindex_version_f20bc074 ON public.families_searchindex USING btree (version);

CREATE INDEX fields_fielddefinition_code_a2496338_like ON public.fields_fielddefinition USING btree (code varchar_pattern_ops);

CREATE INDEX fields_fielddefinition_made_by_id_bfbead3f ON public.fields_fielddefinition USING btree (made_by_id);

CREATE INDEX goods_appeal_by_id_a3c6beda ON public.goods_appeal USING btree (by_id);

CREATE INDEX goods_appeal_donor_id_fffa68d6 ON public.goods_appeal USING btree (donor_id);

CREATE INDEX goods_certificates ON public.goods_moneyhelp USING btree (number) WHERE (NOT ((number)::text = ''::text));

CREATE INDEX goods_countline_count_id_cf05ca28 ON public.goods_countline USING btree (count_id);

CREATE INDEX goods_countline_lot_id_69cafc2e ON public.goods_countline USING btree (lot_id);

CREATE INDEX goods_donated ON public.goods_donation USING btree (given_on);

CREATE INDEX goods_donation_by_id_7618a194 ON public.goods_donation USING btree (by_id);

CREATE INDEX goods_donation_donor_id_345ad3f5 ON public.goods_donation USING btree (donor_id);

CREATE INDEX goods_donation_purpose_id_1c348ff0 ON public.goods_donation USING btree (purpose_id);

CREATE INDEX goods_entries ON public.goods_stockentry USING btree ("on" DESC, id DESC);

CREATE INDEX goods_familyneed_by_id_5a420826 ON public.goods_familyneed USING btree (by_id);

CREATE INDEX goods_familyneed_case_id_ac3e8ead ON public.goods_familyneed USING btree (case_id);

CREATE INDEX goods_familyneed_good_id_59c1fbbd ON public.goods_familyneed USING btree (good_id);

CREATE INDEX goods_familyneed_person_id_103937e4 ON public.goods_familyneed USING btree (person_id);

CREATE INDEX goods_familyneed_route_id_1e901002 ON public.goods_familyneed USING btree (route_id);

CREATE INDEX goods_given ON public.goods_issue USING btree (given_on DESC, id DESC);

CREATE INDEX goods_given_on_path ON public.goods_issue USING btree (route_id, given_on DESC);

CREATE INDEX goods_givingnorm_good_id_cf873fa1 ON public.goods_givingnorm USING btree (good_id);

CREATE INDEX goods_going_off ON public.goods_lot USING btree (expires_on) WHERE (quantity > (0)::numeric);

CREATE INDEX goods_hand_outs ON public.goods_handout USING btree ("on" DESC, id DESC);

CREATE UNIQUE INDEX goods_handed_once ON public.goods_reservation USING btree (hand_out_id, route_id, case_id) NULLS NOT DISTINCT WHERE ((hand_out_id IS NOT NULL) AND (NOT (("end")::text = 'released'::text)));

CREATE INDEX goods_handout_by_id_b2feb45e ON public.goods_handout USING btree (by_id);

CREATE INDEX goods_handout_place_id_6904c30f ON public.goods_handout USING btree (place_id);

CREATE INDEX goods_handoutline_good_id_1c3c388e ON public.goods_handoutline USING btree (good_id);

CREATE INDEX goods_handoutline_hand_out_id_7065cbb8 ON public.goods_handoutline USING btree (hand_out_id);

CREATE INDEX goods_handoutline_kit_id_11c54616 ON public.goods_handoutline USING btree (kit_id);

CREATE INDEX goods_issue_by_id_8091ca84 ON public.goods_issue USING btree (by_id);

CREATE INDEX goods_issue_case_id_d13d5a25 ON public.goods_issue USING btree (case_id);

CREATE INDEX goods_issue_place_id_c05ac32d ON public.goods_issue USING btree (place_id);

CREATE INDEX goods_issue_receiver_id_3a4da83e ON public.goods_issue USING btree (receiver_id);

CREATE INDEX goods_issue_route_id_2092f7e8 ON public.goods_issue USING btree (route_id);

CREATE INDEX goods_issueline_good_id_df2c5f84 ON public.goods_issueline USING btree (good_id);

CREATE INDEX goods_issueline_issue_id_26307ea8 ON public.goods_issueline USING btree (issue_id);

CREATE INDEX goods_issueline_kit_id_986d4f79 ON public.goods_issueline USING btree (kit_id);

CREATE INDEX goods_kept_until ON public.goods_reservation USING btree (until_on) WHERE (("end")::text = ''::text);

CREATE INDEX goods_kit_name_e3d8350c_like ON public.goods_kit USING btree (name varchar_pattern_ops);

CREATE INDEX goods_kitpart_good_id_2ae73b5e ON public.goods_kitpart USING btree (good_id);

CREATE INDEX goods_kitpart_kit_id_93f7bc3a ON public.goods_kitpart USING btree (kit_id);

CREATE INDEX goods_lot_good_id_0c80d662 ON public.goods_lot USING btree (good_id);

CREATE INDEX goods_lot_place_id_1574da29 ON public.goods_lot USING btree (place_id);

CREATE INDEX goods_lot_purpose_id_a5bc521d ON public.goods_lot USING btree (purpose_id);

CREATE INDEX goods_moved ON public.goods_movement USING btree (lot_id, "on" DESC);

CREATE INDEX goods_moved_on ON public.goods_movement USING btree ("on" DESC, id DESC);

CREATE INDEX goods_movement_entry_id_caaffa71 ON public.goods_movement USING btree (entry_id);

CREATE INDEX goods_movement_lot_id_b590396c ON public.goods_movement USING btree (lot_id);

CREATE INDEX goods_needed_by ON public.goods_familyneed USING btree (due_on, id) WHERE ((ended_on IS NULL) AND (voided_on IS NULL));

CREATE INDEX goods_needed_here ON public.goods_familyneed USING btree (department_id, due_on, id) WHERE ((ended_on IS NULL) AND (voided_on IS NULL));

CREATE INDEX goods_of_hand_out ON public.goods_reservation USING btree (hand_out_id) WHERE (hand_out_id IS NOT NULL);

CREATE UNIQUE INDEX goods_one_count_at_a_time ON public.goods_stockcount USING btree (place_id) WHERE (closed_on IS NULL);

CREATE INDEX goods_purpose_program_id_a04dd23f ON public.goods_purpose USING btree (program_id);

CREATE INDEX goods_reservation_by_id_fa26b8f3 ON public.goods_reservation USING btree (by_id);

CREATE INDEX goods_reservation_case_id_87dcaab3 ON public.goods_reservation USING btree (case_id);

CREATE INDEX goods_reservation_place_id_d081414f ON public.goods_reservation USING btree (place_id);

CREATE INDEX goods_reservation_route_id_8a821a38 ON public.goods_reservation USING btree (route_id);

CREATE INDEX goods_reservationline_lot_id_484055a9 ON public.goods_reservationline USING btree (lot_id);

CREATE INDEX goods_reservationline_reservation_id_5c5a62fc ON public.goods_reservationline USING btree (reservation_id);

CREATE INDEX goods_stockcount_begun_by_id_b73f7f77 ON public.goods_stockcount USING btree (begun_by_id);

CREATE INDEX goods_stockcount_closed_by_id_616d98ba ON public.goods_stockcount USING btree (closed_by_id);

CREATE INDEX goods_stockcount_place_id_e897a769 ON public.goods_stockcount USING btree (place_id);

CREATE INDEX goods_stockentry_by_id_cce59b1a ON public.goods_stockentry USING btree (by_id);

CREATE INDEX goods_stockentry_donation_id_2f37829d ON public.goods_stockentry USING btree (donation_id);

CREATE INDEX goods_stockentry_issue_id_9ed6105b ON public.goods_stockentry USING btree (issue_id);

CREATE INDEX goods_stockplace_name_12d70d5d_like ON public.goods_stockplace USING btree (name varchar_pattern_ops);

CREATE INDEX goods_there ON public.goods_lot USING btree (place_id, good_id) WHERE (quantity > (0)::numeric);

CREATE INDEX groups_commitment_by_id_c83aae62 ON public.groups_commitment USING btree (by_id);

CREATE INDEX groups_commitment_case_id_3ef58383 ON public.groups_commitment USING btree (case_id);

CREATE INDEX groups_commitment_route_id_71919bed ON public.groups_commitment USING btree (route_id);

CREATE INDEX groups_commitment_session_id_d70d1df3 ON public.groups_commitment USING btree (session_id);

CREATE INDEX groups_commitment_task_id_f3f6c267 ON public.groups_commitment USING btree (task_id);

CREATE INDEX groups_group_by_id_f504e2b5 ON public.groups_group USING btree (by_id);

CREATE INDEX groups_group_department_id_ae6e78df ON public.groups_group USING btree (department_id);

CREATE INDEX groups_group_leaders_group_id_eaa1130f ON public.groups_group_leaders USING btree (group_id);

CREATE INDEX groups_group_leaders_user_id_8890671b ON public.groups_group_leaders USING btree (user_id);

CREATE INDEX groups_group_program_id_1b0dd1f8 ON public.groups_group USING btree (program_id);

CREATE INDEX groups_group_service_id_169329cc ON public.groups_group USING btree (service_id);

CREATE INDEX groups_guest_by_id_974cf1d3 ON public.groups_guest USING btree (by_id);

CREATE INDEX groups_guest_case_id_0f64494c ON public.groups_guest USING btree (case_id);

CREATE INDEX groups_guest_route_id_ba665ac5 ON public.groups_guest USING btree (route_id);

CREATE INDEX groups_guest_session_id_4a9eca99 ON public.groups_guest USING btree (session_id);

CREATE INDEX groups_homeworkresult_by_id_cc91feef ON public.groups_homeworkresult USING btree (by_id);

CREATE INDEX groups_homeworkresult_case_id_e3f75e4a ON public.groups_homeworkresult USING btree (case_id);

CREATE INDEX groups_homeworkresult_route_id_9be04a77 ON public.groups_homeworkresult USING btree (route_id);

CREATE INDEX groups_homeworkresult_session_id_27e87e8d ON public.groups_homeworkresult USING btree (session_id);

CREATE INDEX groups_list ON public.groups_group USING btree (from_on DESC, id DESC);

CREATE INDEX groups_mark_participant_id_04883915 ON public.groups_mark USING btree (participant_id);

CREATE INDEX groups_mark_session_id_730ab440 ON public.groups_mark USING btree (session_id);

CREATE INDEX groups_of_case ON public.groups_participant USING btree (case_id);

CREATE INDEX groups_of_path ON public.groups_participant USING btree (route_id);

CREATE INDEX groups_participant_by_id_e3cef292 ON public.groups_participant USING btree (by_id);

CREATE INDEX groups_participant_case_id_5eff5862 ON public.groups_participant USING btree (case_id);

CREATE INDEX groups_participant_group_id_09dbcd11 ON public.groups_participant USING btree (group_id);

CREATE INDEX groups_participant_person_id_da60ea25 ON public.groups_participant USING btree (person_id);

CREATE INDEX groups_participant_route_id_d1062fd4 ON public.groups_participant USING btree (route_id);

CREATE INDEX groups_session_group_id_ccd22ef3 ON public.groups_session USING btree (group_id);

CREATE INDEX groups_sessions ON public.groups_session USING btree ("on");

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX indicators_indicatordraft_base_id_40e290ab ON public.indicators_indicatordraft USING btree (base_id);

CREATE INDEX indicators_indicatordraft_begun_by_id_432875ee ON public.indicators_indicatordraft USING btree (begun_by_id);

CREATE INDEX indicators_indicatordraft_changed_by_id_a5c7930e ON public.indicators_indicatordraft USING btree (changed_by_id);

CREATE INDEX indicators_indicatordraft_code_fd8b618a ON public.indicators_indicatordraft USING btree (code);

CREATE INDEX indicators_indicatordraft_code_fd8b618a_like ON public.indicators_indicatordraft USING btree (code varchar_pattern_ops);

CREATE INDEX indicators_indicatorversion_code_b84623ca ON public.indicators_indicatorversion USING btree (code);

CREATE INDEX indicators_indicatorversion_code_b84623ca_like ON public.indicators_indicatorversion USING btree (code varchar_pattern_ops);

CREATE INDEX indicators_indicatorversion_made_by_id_cd14dc72 ON public.indicators_indicatorversion USING btree (made_by_id);

CREATE INDEX indicators_keptpiece_key_c27b530c_like ON public.indicators_keptpiece USING btree (key varchar_pattern_ops);

CREATE UNIQUE INDEX indicators_one_draft_at_a_time ON public.indicators_indicatordraft USING btree (code) WHERE ((state)::text = 'open'::text);

CREATE INDEX indicators_outside ON public.indicators_outsidefigure USING btree (indicator, "on" DESC, id DESC) WHERE (voided_on IS NULL);

CREATE INDEX indicators_outsidefigure_by_id_40157d9c ON public.indicators_outsidefigure USING btree (by_id);

CREATE INDEX indicators_outsidefigure_indicator_dae2b935 ON public.indicators_outsidefigure USING btree (indicator);

CREATE INDEX indicators_outsidefigure_indicator_dae2b935_like ON public.indicators_outsidefigure USING btree (indicator varchar_pattern_ops);

CREATE INDEX indicators_target_indicator_928b6043 ON public.indicators_target USING btree (indicator);

CREATE INDEX indicators_target_indicator_928b6043_like ON public.indicators_target USING btree (indicator varchar_pattern_ops);

CREATE UNIQUE INDEX indicators_target_once ON public.indicators_target USING btree (indicator, box, program_id, from_on) NULLS NOT DISTINCT WHERE (dropped_on IS NULL);

CREATE INDEX indicators_target_program_id_86b4ccee ON public.indicators_target USING btree (program_id);

CREATE INDEX indicators_target_set_by_id_dc5b76d3 ON public.indicators_target USING btree (set_by_id);

CREATE INDEX instruments_instrument_code_51d21c42_like ON public.instruments_instrument USING btree (code varchar_pattern_ops);

CREATE INDEX instruments_instrumentdraft_base_id_757dd2e1 ON public.instruments_instrumentdraft USING btree (base_id);

CREATE INDEX instruments_instrumentdraft_begun_by_id_d26a4958 ON public.instruments_instrumentdraft USING btree (begun_by_id);

CREATE INDEX instruments_instrumentdraft_changed_by_id_abf3d02a ON public.instruments_instrumentdraft USING btree (changed_by_id);

CREATE INDEX instruments_instrumentdraft_code_78ffb388 ON public.instruments_instrumentdraft USING btree (code);

CREATE INDEX instruments_instrumentdraft_code_78ffb388_like ON public.instruments_instrumentdraft USING btree (code varchar_pattern_ops);

CREATE INDEX instruments_instrumentversion_instrument_id_4b09eccb ON public.instruments_instrumentversion USING btree (instrument_id);

CREATE INDEX instruments_instrumentversion_made_by_id_965b7dfb ON public.instruments_instrumentversion USING btree (made_by_id);

CREATE UNIQUE INDEX instruments_one_draft_at_a_time ON public.instruments_instrumentdraft USING btree (code) WHERE ((state)::text = 'open'::text);

CREATE INDEX intake_aid_given ON public.intake_urgentaid USING btree (given_on);

CREATE INDEX intake_aiditem_aid_id_d778e8e5 ON public.intake_aiditem USING btree (aid_id);

CREATE INDEX intake_analyticreport_by_id_d479d594 ON public.intake_analyticreport USING btree (by_id);

CREATE INDEX intake_analyticreport_route_id_dcb4fad9 ON public.intake_analyticreport USING btree (route_id);

CREATE INDEX intake_channel_code_16297fc5_like ON public.intake_channel USING btree (code varchar_pattern_ops);

CREATE INDEX intake_contact_answer ON public.intake_contactrecord USING btree (answer_due_on) WHERE ((answer_due_on IS NOT NULL) AND (answered_on IS NULL));

CREATE INDEX intake_contactrecord_by_id_bdd5baf5 ON public.intake_contactrecord USING btree (by_id);

CREATE INDEX intake_contactrecord_case_id_dbe7ccad ON public.intake_contactrecord USING btree (case_id);

CREATE INDEX intake_contactrecord_people_contactrecord_id_2c044db2 ON public.intake_contactrecord_people USING btree (contactrecord_id);

CREATE INDEX intake_contactrecord_people_person_id_94cdaa77 ON public.intake_contactrecord_people USING btree (person_id);

CREATE INDEX intake_contactrecord_route_id_9c440f6f ON public.intake_contactrecord USING btree (route_id);

CREATE INDEX intake_contacts ON public.intake_contactrecord USING btree (route_id, "on" DESC);

CREATE INDEX intake_contacts_by_day ON public.intake_contactrecord USING btree ("on" DESC) WHERE (voided_on IS NULL);

CREATE UNIQUE INDEX intake_joined_once ON public.intake_signaljoin USING btree (given_id) WHERE (undone_at IS NULL);

CREATE INDEX intake_observation_by_id_3ad48219 ON public.intake_observation USING btree (by_id);

CREATE INDEX intake_observation_case_id_6f9a01fc ON public.intake_observation USING btree (case_id);

CREATE INDEX intake_observation_route_id_18fefbbd ON public.intake_observation USING btree (route_id);

CREATE INDEX intake_observations ON public.intake_observation USING btree (route_id, "on" DESC);

CREATE UNIQUE INDEX intake_one_draft_report ON public.intake_analyticreport USING btree (route_id) WHERE (frozen_on IS NULL);

CREATE INDEX intake_received ON public.intake_referral USING btree (received_at);

CREATE INDEX intake_referral_channel_bb383c2b ON public.intake_referral USING btree (channel);

CREATE INDEX intake_referral_channel_bb383c2b_like ON public.intake_referral USING btree (channel varchar_pattern_ops);

CREATE INDEX intake_referral_registered_by_id_1e041c50 ON public.intake_referral USING btree (registered_by_id);

CREATE INDEX intake_risk_forms ON public.intake_riskform USING btree (route_id, id DESC);

CREATE INDEX intake_riskform_by_id_fe7c03f2 ON public.intake_riskform USING btree (by_id);

CREATE INDEX intake_riskform_route_id_52ffcad2 ON public.intake_riskform USING btree (route_id);

CREATE INDEX intake_signal_search ON public.intake_signalmark USING gin (tokens);

CREATE INDEX intake_signaljoin_by_id_59929bb8 ON public.intake_signaljoin USING btree (by_id);

CREATE INDEX intake_signaljoin_family_id_2c8a5885 ON public.intake_signaljoin USING btree (family_id);

CREATE INDEX intake_signaljoin_given_id_bb12d7aa ON public.intake_signaljoin USING btree (given_id);

CREATE INDEX intake_signaljoin_other_id_b3ba7e86 ON public.intake_signaljoin USING btree (other_id);

CREATE INDEX intake_signaljoin_undone_by_id_aa97498f ON public.intake_signaljoin USING btree (undone_by_id);

CREATE INDEX intake_signalmark_version_c69c48f5 ON public.intake_signalmark USING btree (version);

CREATE INDEX intake_sourcenote_by_id_5337d837 ON public.intake_sourcenote USING btree (by_id);

CREATE INDEX intake_sourcenote_case_id_e72c37b7 ON public.intake_sourcenote USING btree (case_id);

CREATE INDEX intake_sourcenote_route_id_cc9b74ba ON public.intake_sourcenote USING btree (route_id);

CREATE INDEX intake_sources ON public.intake_sourcenote USING btree (route_id, "on" DESC);

CREATE INDEX intake_undecided ON public.intake_referral USING btree (answer_by, id) WHERE ((outcome)::text = ''::text);

CREATE INDEX intake_urgentaid_by_id_b990a3b1 ON public.intake_urgentaid USING btree (by_id);

CREATE INDEX intake_urgentaid_case_id_5a026b4b ON public.intake_urgentaid USING btree (case_id);

CREATE INDEX intake_urgentaid_route_id_0b994720 ON public.intake_urgentaid USING btree (route_id);

CREATE INDEX intake_visit_adults_person_id_0a370ae6 ON public.intake_visit_adults USING btree (person_id);

CREATE INDEX intake_visit_adults_visit_id_03a3d30c ON public.intake_visit_adults USING btree (visit_id);

CREATE INDEX intake_visit_approved_by_id_44dc7e44 ON public.intake_visit USING btree (approved_by_id);

CREATE INDEX intake_visit_by_id_8126e2a5 ON public.intake_visit USING btree (by_id);

CREATE INDEX intake_visit_case_id_7ec64c11 ON public.intake_visit USING btree (case_id);

CREATE INDEX intake_visit_route_id_dcf27a5b ON public.intake_visit USING btree (route_id);

CREATE INDEX intake_visitedchild_person_id_7ab6f154 ON public.intake_visitedchild USING btree (person_id);

CREATE INDEX intake_visitedchild_visit_id_f6a5b462 ON public.intake_visitedchild USING btree (visit_id);

CREATE INDEX intake_visits ON public.intake_visit USING btree (route_id, planned_on DESC);

CREATE INDEX intake_visits_ahead ON public.intake_visit USING btree (planned_on, id) WHERE ((held_on IS NULL) AND ((not_held)::text = ''::text) AND (voided_on IS NULL));

CREATE INDEX logic_modeldraft_base_id_2e4b2e87 ON public.logic_modeldraft USING btree (base_id);

CREATE INDEX logic_modeldraft_begun_by_id_cdeb0a51 ON public.logic_modeldraft USING btree (begun_by_id);

CREATE INDEX logic_modeldraft_changed_by_id_d8f69e3d ON public.logic_modeldraft USING btree (changed_by_id);

CREATE INDEX logic_modeldraft_code_52449b34 ON public.logic_modeldraft USING btree (code);

CREATE INDEX logic_modeldraft_code_52449b34_like ON public.logic_modeldraft USING btree (code varchar_pattern_ops);

CREATE INDEX logic_modelversion_code_b1abfda5 ON public.logic_modelversion USING btree (code);

CREATE INDEX logic_modelversion_code_b1abfda5_like ON public.logic_modelversion USING btree (code varchar_pattern_ops);

CREATE INDEX logic_modelversion_made_by_id_2fd6dafd ON public.logic_modelversion USING btree (made_by_id);

CREATE INDEX logic_modelversion_practice_d0b90938 ON public.logic_modelversion USING btree (practice);

CREATE INDEX logic_modelversion_practice_d0b90938_like ON public.logic_modelversion USING btree (practice varchar_pattern_ops);

CREATE UNIQUE INDEX logic_one_draft_at_a_time ON public.logic_modeldraft USING btree (code) WHERE ((state)::text = 'open'::text);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE INDEX network_kin_of_case ON public.network_kinlink USING btree (case_id);

CREATE INDEX network_kin_of_path ON public.network_kinlink USING btree (route_id);

CREATE INDEX network_kinlink_by_id_f793a85f ON public.network_kinlink USING btree (by_id);

CREATE INDEX network_kinlink_case_id_87cb5f5b ON public.network_kinlink USING btree (case_id);

CREATE INDEX network_kinlink_one_member_id_b66d5cb3 ON public.network_kinlink USING btree (one_member_id);

CREATE INDEX network_kinlink_one_person_id_1c263114 ON public.network_kinlink USING btree (one_person_id);

CREATE INDEX network_kinlink_other_member_id_0de83923 ON public.network_kinlink USING btree (other_member_id);

CREATE INDEX network_kinlink_other_person_id_5b69cacd ON public.network_kinlink USING btree (other_person_id);

CREATE INDEX network_kinlink_route_id_13ed283b ON public.network_kinlink USING btree (route_id);

CREATE UNIQUE INDEX network_map_a_day_of_case ON public.network_networkrecord USING btree (case_id, "on") WHERE (((kind)::text = 'map'::text) AND (voided_on IS NULL));

CREATE UNIQUE INDEX network_map_a_day_of_path ON public.network_networkrecord USING btree (route_id, "on") WHERE (((kind)::text = 'map'::text) AND (voided_on IS NULL));

CREATE INDEX network_members_of_case ON public.network_networkmember USING btree (case_id);

CREATE INDEX network_members_of_path ON public.network_networkmember USING btree (route_id);

CREATE INDEX network_needs_of_case ON public.network_outsideneed USING btree (case_id);

CREATE INDEX network_needs_of_path ON public.network_outsideneed USING btree (route_id);

CREATE INDEX network_networkmember_by_id_29c945b8 ON public.network_networkmember USING btree (by_id);

CREATE INDEX network_networkmember_case_id_ec1dc3bb ON public.network_networkmember USING btree (case_id);

CREATE INDEX network_networkmember_person_id_bc0b3a13 ON public.network_networkmember USING btree (person_id);

CREATE INDEX network_networkmember_route_id_8bb541ba ON public.network_networkmember USING btree (route_id);

CREATE INDEX network_networkrecord_by_id_92515ba8 ON public.network_networkrecord USING btree (by_id);

CREATE INDEX network_networkrecord_case_id_8d58ca7e ON public.network_networkrecord USING btree (case_id);

CREATE INDEX network_networkrecord_member_id_ae288796 ON public.network_networkrecord USING btree (member_id);

CREATE INDEX network_networkrecord_route_id_0e7d8c44 ON public.network_networkrecord USING btree (route_id);

CREATE INDEX network_networktie_member_id_d61d2db2 ON public.network_networktie USING btree (member_id);

CREATE INDEX network_networktie_record_id_c10e6a1c ON public.network_networktie USING btree (record_id);

CREATE INDEX network_outsideneed_by_id_b37714ae ON public.network_outsideneed USING btree (by_id);

CREATE INDEX network_outsideneed_case_id_9b76beec ON public.network_outsideneed USING btree (case_id);

CREATE INDEX network_outsideneed_partner_id_226d07c5 ON public.network_outsideneed USING btree (partner_id);

CREATE INDEX network_outsideneed_route_id_ac44588c ON public.network_outsideneed USING btree (route_id);

CREATE INDEX network_records_next ON public.network_networkrecord USING btree (next_on) WHERE ((next_on IS NOT NULL) AND (voided_on IS NULL));

CREATE INDEX network_records_of_case ON public.network_networkrecord USING btree (case_id, "on" DESC);

CREATE INDEX network_records_of_path ON public.network_networkrecord USING btree (route_id, "on" DESC);

CREATE INDEX notes_confidentialnote_by_id_446e0727 ON public.notes_confidentialnote USING btree (by_id);

CREATE INDEX notes_confidentialnote_case_id_131adeed ON public.notes_confidentialnote USING btree (case_id);

CREATE INDEX notes_confidentialnote_route_id_102ad738 ON public.notes_confidentialnote USING btree (route_id);

CREATE INDEX notes_notereader_by_id_a4765674 ON public.notes_notereader USING btree (by_id);

CREATE INDEX notes_notereader_note_id_8db78b94 ON public.notes_notereader USING btree (note_id);

CREATE INDEX notes_notereader_user_id_4ac9da9f ON public.notes_notereader USING btree (user_id);

CREATE INDEX notes_noteversion_note_id_800d5bb6 ON public.notes_noteversion USING btree (note_id);

CREATE INDEX notes_of_author ON public.notes_confidentialnote USING btree (by_id, "on" DESC, id DESC);

CREATE INDEX notes_of_case ON public.notes_confidentialnote USING btree (case_id, "on" DESC);

CREATE INDEX notes_of_path ON public.notes_confidentialnote USING btree (route_id, "on" DESC);

CREATE UNIQUE INDEX one_planned_passing ON public.duties_plannedpassing USING btree (from_user_id) WHERE (ended_on IS NULL);

CREATE INDEX opora_cache_expires ON public.opora_cache USING btree (expires);

CREATE INDEX organization_calendaryear_by_id_3c7ebcd4 ON public.organization_calendaryear USING btree (by_id);

CREATE INDEX organization_organizationdetails_by_id_3806a751 ON public.organization_organizationdetails USING btree (by_id);

CREATE INDEX papers_act_family ON public.papers_destructionact USING btree (family_id);

CREATE INDEX papers_childhistory_by_id_07ed7697 ON public.papers_childhistory USING btree (by_id);

CREATE INDEX papers_childhistory_child_id_8ed95c7a ON public.papers_childhistory USING btree (child_id);

CREATE INDEX papers_childhistory_route_id_4b48306a ON public.papers_childhistory USING btree (route_id);

CREATE INDEX papers_consent_by_id_a1628204 ON public.papers_consent USING btree (by_id);

CREATE INDEX papers_consent_ending ON public.papers_consent USING btree (valid_until) WHERE ((valid_until IS NOT NULL) AND (withdrawn_on IS NULL));

CREATE INDEX papers_consent_number_41ace515_like ON public.papers_consent USING btree (number varchar_pattern_ops);

CREATE INDEX papers_consent_person_id_6fff1fa0 ON public.papers_consent USING btree (person_id);

CREATE INDEX papers_consent_route ON public.papers_consent USING btree (route_id, person_id, purpose);

CREATE INDEX papers_consent_route_id_849817de ON public.papers_consent USING btree (route_id);

CREATE INDEX papers_destructionact_by_id_01d3a82e ON public.papers_destructionact USING btree (by_id);

CREATE INDEX papers_destructionact_family_id_dc9af530 ON public.papers_destructionact USING btree (family_id);

CREATE INDEX papers_destructionact_number_9aaaee9b_like ON public.papers_destructionact USING btree (number varchar_pattern_ops);

CREATE INDEX papers_destructionact_route_id_d3ad68bd ON public.papers_destructionact USING btree (route_id);

CREATE INDEX papers_destructiontimer_act_id_21582246 ON public.papers_destructiontimer USING btree (act_id);

CREATE INDEX papers_destructiontimer_person_id_287548cf ON public.papers_destructiontimer USING btree (person_id);

CREATE INDEX papers_destructiontimer_route_id_2924631d ON public.papers_destructiontimer USING btree (route_id);

CREATE INDEX papers_disclosure_by_id_b2b326ad ON public.papers_disclosure USING btree (by_id);

CREATE INDEX papers_disclosure_case ON public.papers_disclosure USING btree (case_id, at DESC);

CREATE INDEX papers_disclosure_case_id_c0cacc16 ON public.papers_disclosure USING btree (case_id);

CREATE INDEX papers_disclosure_route ON public.papers_disclosure USING btree (route_id, at DESC);

CREATE INDEX papers_disclosure_route_id_efb583c8 ON public.papers_disclosure USING btree (route_id);

CREATE INDEX papers_disclosure_what_7679bb6d ON public.papers_disclosure USING btree (what);

CREATE INDEX papers_disclosure_what_7679bb6d_like ON public.papers_disclosure USING btree (what varchar_pattern_ops);

CREATE INDEX papers_file_kind ON public.papers_storedfile USING btree (route_id, kind);

CREATE INDEX papers_file_source ON public.papers_storedfile USING btree (source) WHERE (NOT ((source)::text = ''::text));

CREATE INDEX papers_letter_by_id_080b96c9 ON public.papers_letter USING btree (by_id);

CREATE INDEX papers_letter_number ON public.papers_letter USING btree (number);

CREATE INDEX papers_letter_person_id_343612f4 ON public.papers_letter USING btree (person_id);

CREATE INDEX papers_letter_route ON public.papers_letter USING btree (route_id);

CREATE INDEX papers_letter_route_id_d7e265d2 ON public.papers_letter USING btree (route_id);

CREATE INDEX papers_letter_template_id_54a8609a ON public.papers_letter USING btree (template_id);

CREATE INDEX papers_lettertemplate_added_by_id_429c6bc3 ON public.papers_lettertemplate USING btree (added_by_id);

CREATE INDEX papers_notice_answer ON public.papers_notice USING btree (answer_due_on) WHERE ((answer_due_on IS NOT NULL) AND (answered_on IS NULL));

CREATE INDEX papers_notice_by_id_340efd3b ON public.papers_notice USING btree (by_id);

CREATE INDEX papers_notice_route ON public.papers_notice USING btree (route_id);

CREATE INDEX papers_notice_route_id_766fcd44 ON public.papers_notice USING btree (route_id);

CREATE INDEX papers_numbercounter_kind_c3de4f67 ON public.papers_numbercounter USING btree (kind);

CREATE INDEX papers_numbercounter_kind_c3de4f67_like ON public.papers_numbercounter USING btree (kind varchar_pattern_ops);

CREATE INDEX papers_storedfile_by_id_e49dce86 ON public.papers_storedfile USING btree (by_id);

CREATE INDEX papers_storedfile_case_id_39ba73c7 ON public.papers_storedfile USING btree (case_id);

CREATE INDEX papers_storedfile_kind_32fed380 ON public.papers_storedfile USING btree (kind);

CREATE INDEX papers_storedfile_kind_32fed380_like ON public.papers_storedfile USING btree (kind varchar_pattern_ops);

CREATE INDEX papers_storedfile_place_f9870ca4_like ON public.papers_storedfile USING btree (place varchar_pattern_ops);

CREATE INDEX papers_storedfile_route_id_f63030ce ON public.papers_storedfile USING btree (route_id);

CREATE INDEX papers_termextension_by_id_49bbddf5 ON public.papers_termextension USING btree (by_id);

CREATE INDEX papers_termextension_term_id_bbfa1b4a ON public.papers_termextension USING btree (term_id);

CREATE INDEX papers_timer_due ON public.papers_destructiontimer USING btree (due_on) WHERE ((state)::text = 'waiting'::text);

CREATE UNIQUE INDEX papers_timer_once ON public.papers_destructiontimer USING btree (route_id, person_id, purpose) WHERE ((state)::text = 'waiting'::text);

CREATE INDEX partners_onward ON public.partners_onwardreferral USING btree (route_id, handed_on DESC);

CREATE INDEX partners_onwardreferral_by_id_6a540efa ON public.partners_onwardreferral USING btree (by_id);

CREATE INDEX partners_onwardreferral_partner_id_fd475dae ON public.partners_onwardreferral USING btree (partner_id);

CREATE INDEX partners_onwardreferral_route_id_69a0cf0a ON public.partners_onwardreferral USING btree (route_id);

CREATE INDEX partners_unconfirmed ON public.partners_onwardreferral USING btree (follow_up_on) WHERE ((outcome)::text = 'unknown'::text);

CREATE UNIQUE INDEX pathways_one_draft_at_a_time ON public.pathways_processdraft USING btree (code) WHERE ((state)::text = 'open'::text);

CREATE INDEX pathways_processdraft_base_id_1873b3ad ON public.pathways_processdraft USING btree (base_id);

CREATE INDEX pathways_processdraft_begun_by_id_c7f9394a ON public.pathways_processdraft USING btree (begun_by_id);

CREATE INDEX pathways_processdraft_changed_by_id_0f5f4303 ON public.pathways_processdraft USING btree (changed_by_id);

CREATE INDEX pathways_processdraft_code_1213350e ON public.pathways_processdraft USING btree (code);

CREATE INDEX pathways_processdraft_code_1213350e_like ON public.pathways_processdraft USING btree (code varchar_pattern_ops);

CREATE INDEX pivot_savedtable_owner_id_e4f7519e ON public.pivot_savedtable USING btree (owner_id);

CREATE INDEX pivot_tableversion_by_id_b0eb8104 ON public.pivot_tableversion USING btree (by_id);

CREATE INDEX pivot_tableversion_table_id_6964cee2 ON public.pivot_tableversion USING btree (table_id);

CREATE INDEX plans_events_due ON public.plans_unforeseenevent USING btree (review_due_on) WHERE (reviewed_on IS NULL);

CREATE INDEX plans_events_of ON public.plans_unforeseenevent USING btree (route_id, "on" DESC);

CREATE INDEX plans_familystep_by_id_92f367cf ON public.plans_familystep USING btree (by_id);

CREATE INDEX plans_familystep_case_id_b2c84edd ON public.plans_familystep USING btree (case_id);

CREATE INDEX plans_familystep_plan_id_e54fb45f ON public.plans_familystep USING btree (plan_id);

CREATE INDEX plans_familystep_route_id_9473c103 ON public.plans_familystep USING btree (route_id);

CREATE INDEX plans_familystep_task_id_7530bb27 ON public.plans_familystep USING btree (task_id);

CREATE INDEX plans_goal_decided_by_id_83def21e ON public.plans_goal USING btree (decided_by_id);

CREATE INDEX plans_goal_plan_id_62ddc712 ON public.plans_goal USING btree (plan_id);

CREATE INDEX plans_harmwaiver_by_id_d8f065c1 ON public.plans_harmwaiver USING btree (by_id);

CREATE INDEX plans_harmwaiver_child_id_6be1fa49 ON public.plans_harmwaiver USING btree (child_id);

CREATE INDEX plans_harmwaiver_route_id_4f9c5cf7 ON public.plans_harmwaiver USING btree (route_id);

CREATE INDEX plans_milestone_task_id_5c233e71 ON public.plans_milestone USING btree (task_id);

CREATE INDEX plans_milestones_ahead ON public.plans_milestone USING btree (due_on) WHERE (done_on IS NULL);

CREATE INDEX plans_plan_begun_by_id_5ad8930e ON public.plans_plan USING btree (begun_by_id);

CREATE INDEX plans_planrevision_by_id_311fc676 ON public.plans_planrevision USING btree (by_id);

CREATE INDEX plans_planrevision_plan_id_5d3f7885 ON public.plans_planrevision USING btree (plan_id);

CREATE INDEX plans_reviews ON public.plans_plan USING btree (review_due_on) WHERE ((state)::text = 'current'::text);

CREATE INDEX plans_steps_of ON public.plans_familystep USING btree (route_id, "on" DESC);

CREATE INDEX plans_task_about_id_09a52980 ON public.plans_task USING btree (about_id);

CREATE INDEX plans_task_ended_by_id_cfc0d1ef ON public.plans_task USING btree (ended_by_id);

CREATE INDEX plans_task_given_by_id_841d9705 ON public.plans_task USING btree (given_by_id);

CREATE INDEX plans_task_goal_id_fa023e3d ON public.plans_task USING btree (goal_id);

CREATE INDEX plans_task_member_id_017b01bf ON public.plans_task USING btree (member_id);

CREATE INDEX plans_task_partner_id_916eec9b ON public.plans_task USING btree (partner_id);

CREATE INDEX plans_task_plan_id_f86b66fc ON public.plans_task USING btree (plan_id);

CREATE INDEX plans_task_worker_id_e62e7d89 ON public.plans_task USING btree (worker_id);

CREATE INDEX plans_tasks_done ON public.plans_task USING btree (worker_id, ended_on DESC, id DESC) WHERE ((state)::text = 'done'::text);

CREATE INDEX plans_tasks_open ON public.plans_task USING btree (worker_id, due_on, id) WHERE ((state)::text = 'open'::text);

CREATE INDEX plans_unforeseenevent_by_id_8b7210e9 ON public.plans_unforeseenevent USING btree (by_id);

CREATE INDEX plans_unforeseenevent_case_id_5d574952 ON public.plans_unforeseenevent USING btree (case_id);

CREATE INDEX plans_unforeseenevent_route_id_75e91b31 ON public.plans_unforeseenevent USING btree (route_id);

CREATE INDEX plans_waivers_of ON public.plans_harmwaiver USING btree (route_id, child_id);

CREATE INDEX process_amendment_by_id_cd6a0e42 ON public.process_amendment USING btree (by_id);

CREATE INDEX process_amendment_case_id_416e5ac2 ON public.process_amendment USING btree (case_id);

CREATE INDEX process_amendment_route_id_94dc2a2c ON public.process_amendment USING btree (route_id);

CREATE INDEX process_amendments ON public.process_amendment USING btree (source);

CREATE INDEX process_began_by_day ON public.process_route USING btree (started_on);

CREATE INDEX process_carried ON public.process_route USING btree (worker_id, due_on) INCLUDE (case_id) WHERE (ended_on IS NULL);

CREATE INDEX process_due ON public.process_route USING btree (due_on, id) WHERE (ended_on IS NULL);

CREATE INDEX process_due_department ON public.process_route USING btree (department_id, due_on, id) WHERE (ended_on IS NULL);

CREATE INDEX process_ended_by_day ON public.process_route USING btree (ended_on);

CREATE UNIQUE INDEX process_member_once ON public.process_routemember USING btree (route_id, user_id) WHERE (to_on IS NULL);

CREATE INDEX process_members_routes ON public.process_routemember USING btree (user_id, route_id) WHERE (to_on IS NULL);

CREATE INDEX process_of_age ON public.process_route USING btree (case_id) WHERE ((ended_on IS NULL) AND is_palliative);

CREATE INDEX process_paper_day ON public.process_paper USING btree ("on");

CREATE INDEX process_paper_filed_by_id_2a4c5ffa ON public.process_paper USING btree (filed_by_id);

CREATE INDEX process_paper_kind ON public.process_paper USING btree (route_id, kind);

CREATE INDEX process_paper_kind_44581961 ON public.process_paper USING btree (kind);

CREATE INDEX process_paper_kind_44581961_like ON public.process_paper USING btree (kind varchar_pattern_ops);

CREATE INDEX process_paper_route_id_2d80b4e9 ON public.process_paper USING btree (route_id);

CREATE INDEX process_route_department_id_7a7cf52b ON public.process_route USING btree (department_id);

CREATE INDEX process_route_family_id_0fcb45bc ON public.process_route USING btree (family_id);

CREATE INDEX process_route_program_id_66ae4c86 ON public.process_route USING btree (program_id);

CREATE INDEX process_route_stage_4a9fc824 ON public.process_route USING btree (stage);

CREATE INDEX process_route_stage_4a9fc824_like ON public.process_route USING btree (stage varchar_pattern_ops);

CREATE INDEX process_route_version_id_92057b7f ON public.process_route USING btree (version_id);

CREATE INDEX process_route_worker_id_93750039 ON public.process_route USING btree (worker_id);

CREATE INDEX process_routeflow_department_id_145261cb ON public.process_routeflow USING btree (department_id);

CREATE INDEX process_routeflow_from_stage_1e27e43a ON public.process_routeflow USING btree (from_stage);

CREATE INDEX process_routeflow_from_stage_1e27e43a_like ON public.process_routeflow USING btree (from_stage varchar_pattern_ops);

CREATE INDEX process_routeflow_program_id_8652d9e0 ON public.process_routeflow USING btree (program_id);

CREATE INDEX process_routeflow_to_stage_5c8f2946 ON public.process_routeflow USING btree (to_stage);

CREATE INDEX process_routeflow_to_stage_5c8f2946_like ON public.process_routeflow USING btree (to_stage varchar_pattern_ops);

CREATE INDEX process_routemember_route_id_a7a5780e ON public.process_routemember USING btree (route_id);

CREATE INDEX process_routemember_user_id_3ddceff2 ON public.process_routemember USING btree (user_id);

CREATE INDEX process_routestanding_department_id_50ff0ccb ON public.process_routestanding USING btree (department_id);

CREATE INDEX process_routestanding_program_id_6c25190a ON public.process_routestanding USING btree (program_id);

CREATE INDEX process_routestanding_stage_45585eeb ON public.process_routestanding USING btree (stage);

CREATE INDEX process_routestanding_stage_45585eeb_like ON public.process_routestanding USING btree (stage varchar_pattern_ops);

CREATE INDEX process_routestep_action_b5932161 ON public.process_routestep USING btree (action);

CREATE INDEX process_routestep_action_b5932161_like ON public.process_routestep USING btree (action varchar_pattern_ops);

CREATE INDEX process_routestep_by_id_c9e58ee1 ON public.process_routestep USING btree (by_id);

CREATE INDEX process_routestep_from_stage_43a8f26f ON public.process_routestep USING btree (from_stage);

CREATE INDEX process_routestep_from_stage_43a8f26f_like ON public.process_routestep USING btree (from_stage varchar_pattern_ops);

CREATE INDEX process_routestep_route_id_814ec88c ON public.process_routestep USING btree (route_id);

CREATE INDEX process_routestep_to_stage_e94ec529 ON public.process_routestep USING btree (to_stage);

CREATE INDEX process_routestep_to_stage_e94ec529_like ON public.process_routestep USING btree (to_stage varchar_pattern_ops);

CREATE INDEX process_routestep_version_id_13e16486 ON public.process_routestep USING btree (version_id);

CREATE INDEX process_routeversion_code_a0ff88ce ON public.process_routeversion USING btree (code);

CREATE INDEX process_routeversion_code_a0ff88ce_like ON public.process_routeversion USING btree (code varchar_pattern_ops);

CREATE INDEX process_routeversion_made_by_id_7472e262 ON public.process_routeversion USING btree (made_by_id);

CREATE INDEX process_stage ON public.process_route USING btree (program_id, stage, due_on);

CREATE INDEX process_standing ON public.process_route USING btree (program_id, department_id, stage, due_on) WHERE (ended_on IS NULL);

CREATE INDEX process_step_figures ON public.process_routestep USING btree ("on") INCLUDE (id, route_id, waited, from_stage, to_stage, action, is_override) WHERE (NOT ((from_stage)::text = ''::text));

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX programs_practiceversion_code_b787fc71 ON public.programs_practiceversion USING btree (code);

CREATE INDEX programs_practiceversion_code_b787fc71_like ON public.programs_practiceversion USING btree (code varchar_pattern_ops);

CREATE INDEX programs_program_code_cb9b11eb_like ON public.programs_program USING btree (code varchar_pattern_ops);

CREATE INDEX programs_program_instrument_code_338a8088 ON public.programs_program USING btree (instrument_code);

CREATE INDEX programs_program_instrument_code_338a8088_like ON public.programs_program USING btree (instrument_code varchar_pattern_ops);

CREATE INDEX programs_program_name_8c0cbee8_like ON public.programs_program USING btree (name varchar_pattern_ops);

CREATE INDEX programs_program_practice_id_535f0f5f ON public.programs_program USING btree (practice_id);

CREATE INDEX programs_programdepartment_department_id_2b6c6c26 ON public.programs_programdepartment USING btree (department_id);

CREATE INDEX programs_programdepartment_program_id_8adcf1b3 ON public.programs_programdepartment USING btree (program_id);

CREATE INDEX registry_codewithyo_code_5095d07b_like ON public.registry_codewithyo USING btree (code varchar_pattern_ops);

CREATE INDEX registry_columnchoice_chosen_by_id_1523c7a8 ON public.registry_columnchoice USING btree (chosen_by_id);

CREATE INDEX registry_importpart_run_id_601ce396 ON public.registry_importpart USING btree (run_id);

CREATE INDEX registry_importrun_program_id_e7a7f8d0 ON public.registry_importrun USING btree (program_id);

CREATE INDEX registry_importrun_user_id_a5905fd3 ON public.registry_importrun USING btree (user_id);

CREATE INDEX release_desklimits_by_id_903ecbf8 ON public.release_desklimits USING btree (by_id);

CREATE INDEX release_recall_by_id_d7a46a1f ON public.release_recall USING btree (by_id);

CREATE INDEX release_release_by_id_88223ac5 ON public.release_release USING btree (by_id);

CREATE INDEX release_release_replaces_id_a53e61ef ON public.release_release USING btree (replaces_id);

CREATE INDEX release_release_table_b23b6d2d ON public.release_release USING btree ("table");

CREATE INDEX release_release_table_b23b6d2d_like ON public.release_release USING btree ("table" varchar_pattern_ops);

CREATE INDEX release_releasedfile_release_id_5b93292a ON public.release_releasedfile USING btree (release_id);

CREATE INDEX release_secondword_by_id_12784fed ON public.release_secondword USING btree (by_id);

CREATE INDEX reminders_calendaraddress_token_hash_1db9048e_like ON public.reminders_calendaraddress USING btree (token_hash varchar_pattern_ops);

CREATE INDEX reminders_calendaraddress_user_id_669cb44a ON public.reminders_calendaraddress USING btree (user_id);

CREATE INDEX reminders_letters ON public.reminders_reminderchoice USING btree (user_id) WHERE (NOT ((rhythm)::text = 'off'::text));

CREATE UNIQUE INDEX reminders_one_address ON public.reminders_calendaraddress USING btree (user_id) WHERE (revoked_at IS NULL);

CREATE INDEX reports_composedreport_begun_by_id_e029de11 ON public.reports_composedreport USING btree (begun_by_id);

CREATE INDEX reports_composedreport_changed_by_id_2af5b1c4 ON public.reports_composedreport USING btree (changed_by_id);

CREATE INDEX reports_composedreport_copy_of_id_62b020d4 ON public.reports_composedreport USING btree (copy_of_id);

CREATE INDEX reports_composedreport_department_id_c75f8d8b ON public.reports_composedreport USING btree (department_id);

CREATE INDEX reports_composedreport_preset_8d6e2fb9 ON public.reports_composedreport USING btree (preset);

CREATE INDEX reports_composedreport_preset_8d6e2fb9_like ON public.reports_composedreport USING btree (preset varchar_pattern_ops);

CREATE INDEX reports_composedreport_program_id_e3f37a7a ON public.reports_composedreport USING btree (program_id);

CREATE INDEX reports_reportblock_department_id_81f64666 ON public.reports_reportblock USING btree (department_id);

CREATE INDEX reports_reportblock_program_id_ba39b5ba ON public.reports_reportblock USING btree (program_id);

CREATE INDEX reports_reportblock_report_id_8f4ed5c6 ON public.reports_reportblock USING btree (report_id);

CREATE INDEX reports_takenreport_by_id_7ba8289f ON public.reports_takenreport USING btree (by_id);

CREATE INDEX reports_takenreport_report_id_9eb2d6d6 ON public.reports_takenreport USING btree (report_id);

CREATE INDEX results_assumptions ON public.results_failedassumption USING btree (model, assumption, "on");

CREATE INDEX results_assumptions_of_case ON public.results_failedassumption USING btree (case_id, "on" DESC);

CREATE INDEX results_assumptions_of_path ON public.results_failedassumption USING btree (route_id, "on" DESC);

CREATE INDEX results_failedassumption_assumption_1e485443 ON public.results_failedassumption USING btree (assumption);

CREATE INDEX results_failedassumption_assumption_1e485443_like ON public.results_failedassumption USING btree (assumption varchar_pattern_ops);

CREATE INDEX results_failedassumption_by_id_f829dd54 ON public.results_failedassumption USING btree (by_id);

CREATE INDEX results_failedassumption_case_id_98e89a83 ON public.results_failedassumption USING btree (case_id);

CREATE INDEX results_failedassumption_model_6cb90ee1 ON public.results_failedassumption USING btree (model);

CREATE INDEX results_failedassumption_model_6cb90ee1_like ON public.results_failedassumption USING btree (model varchar_pattern_ops);

CREATE INDEX results_failedassumption_route_id_7b6b5019 ON public.results_failedassumption USING btree (route_id);

CREATE INDEX results_marks_newest ON public.results_resultmark USING btree (kind, since DESC, id DESC);

CREATE INDEX results_marks_of ON public.results_resultmark USING btree (concept, kind, since) INCLUDE (case_id, until);

CREATE INDEX results_marks_of_case ON public.results_resultmark USING btree (case_id, concept);

CREATE INDEX results_of_case ON public.results_result USING btree (case_id, "on" DESC);

CREATE INDEX results_of_path ON public.results_result USING btree (route_id, "on" DESC);

CREATE INDEX results_result_by_id_9462a0e1 ON public.results_result USING btree (by_id);

CREATE INDEX results_result_case_id_408d171c ON public.results_result USING btree (case_id);

CREATE INDEX results_result_concept_c05b92f7 ON public.results_result USING btree (concept);

CREATE INDEX results_result_concept_c05b92f7_like ON public.results_result USING btree (concept varchar_pattern_ops);

CREATE INDEX results_result_person_id_8afe4ec7 ON public.results_result USING btree (person_id);

CREATE INDEX results_result_route_id_bae64865 ON public.results_result USING btree (route_id);

CREATE INDEX results_resultdue_case_id_0cf42b7a ON public.results_resultdue USING btree (case_id);

CREATE INDEX services_as_planned ON public.services_provision USING btree (planned_id);

CREATE INDEX services_by_worker ON public.services_provision USING btree (worker_id, "on" DESC, id DESC) WHERE (voided_on IS NULL);

CREATE INDEX services_log ON public.services_provision USING btree ("on" DESC, id DESC) WHERE (voided_on IS NULL);

CREATE INDEX services_of_case ON public.services_provision USING btree (case_id, "on" DESC);

CREATE INDEX services_of_kind ON public.services_provision USING btree (service_id, "on" DESC, id DESC) WHERE (voided_on IS NULL);

CREATE INDEX services_of_path ON public.services_provision USING btree (route_id, "on" DESC);

CREATE UNIQUE INDEX services_origin_once ON public.services_provision USING btree (origin, route_id, case_id) NULLS NOT DISTINCT WHERE ((NOT ((origin)::text = ''::text)) AND (voided_on IS NULL));

CREATE INDEX services_plannedservice_by_id_352841a5 ON public.services_plannedservice USING btree (by_id);

CREATE INDEX services_plannedservice_case_id_c09c8aeb ON public.services_plannedservice USING btree (case_id);

CREATE INDEX services_plannedservice_partner_id_6f4492a9 ON public.services_plannedservice USING btree (partner_id);

CREATE INDEX services_plannedservice_route_id_731fba85 ON public.services_plannedservice USING btree (route_id);

CREATE INDEX services_plannedservice_service_id_ab3c50ed ON public.services_plannedservice USING btree (service_id);

CREATE INDEX services_plannedservice_task_id_966afad4 ON public.services_plannedservice USING btree (task_id);

CREATE INDEX services_plannedservice_worker_id_3894a13c ON public.services_plannedservice USING btree (worker_id);

CREATE INDEX services_provision_by_id_022f2da1 ON public.services_provision USING btree (by_id);

CREATE INDEX services_provision_case_id_45f15111 ON public.services_provision USING btree (case_id);

CREATE INDEX services_provision_partner_id_508e00f5 ON public.services_provision USING btree (partner_id);

CREATE INDEX services_provision_people_person_id_0cc29ab3 ON public.services_provision_people USING btree (person_id);

CREATE INDEX services_provision_people_provision_id_01aad1dd ON public.services_provision_people USING btree (provision_id);

CREATE INDEX services_provision_planned_id_86d7fa6b ON public.services_provision USING btree (planned_id);

CREATE INDEX services_provision_route_id_84fa7b46 ON public.services_provision USING btree (route_id);

CREATE INDEX services_provision_service_id_aea01000 ON public.services_provision USING btree (service_id);

CREATE INDEX services_provision_worker_id_8c4cb8e8 ON public.services_provision USING btree (worker_id);

CREATE INDEX stays_admission_by_id_7ed54a8e ON public.stays_admission USING btree (by_id);

CREATE INDEX stays_admission_case_id_65d48a64 ON public.stays_admission USING btree (case_id);

CREATE INDEX stays_admission_shelter_id_4a3cd29a ON public.stays_admission USING btree (shelter_id);

CREATE UNIQUE INDEX stays_bed_one_present ON public.stays_beduse USING btree (bed_id) WHERE (((kind)::text = 'lives'::text) AND (released_on IS NULL));

CREATE INDEX stays_bed_room_id_62854c2b ON public.stays_bed USING btree (room_id);

CREATE INDEX stays_beduse_bed_id_6af6647d ON public.stays_beduse USING btree (bed_id);

CREATE INDEX stays_beduse_by_id_086253db ON public.stays_beduse USING btree (by_id);

CREATE INDEX stays_beduse_lodger_id_a7211926 ON public.stays_beduse USING btree (lodger_id);

CREATE UNIQUE INDEX stays_case_waits_once ON public.stays_waiting USING btree (case_id) WHERE (((answer)::text = ''::text) AND (voided_on IS NULL));

CREATE INDEX stays_departure_admission_id_fa36c35b ON public.stays_departure USING btree (admission_id);

CREATE INDEX stays_departure_by_id_2bb6c318 ON public.stays_departure USING btree (by_id);

CREATE INDEX stays_duty_by_day ON public.stays_dutynote USING btree (shelter_id, "on" DESC, id DESC);

CREATE INDEX stays_duty_of_case ON public.stays_dutynote USING btree (case_id, "on" DESC);

CREATE INDEX stays_dutynote_by_id_c23258ab ON public.stays_dutynote USING btree (by_id);

CREATE INDEX stays_dutynote_case_id_6d41a4fe ON public.stays_dutynote USING btree (case_id);

CREATE INDEX stays_dutynote_former_of_id_2a599ab5 ON public.stays_dutynote USING btree (former_of_id);

CREATE INDEX stays_dutynote_shelter_id_b5c0c0e1 ON public.stays_dutynote USING btree (shelter_id);

CREATE INDEX stays_exitday_admission_id_d08417e9 ON public.stays_exitday USING btree (admission_id);

CREATE INDEX stays_exitday_by_id_597dd0aa ON public.stays_exitday USING btree (by_id);

CREATE INDEX stays_exitissue_admission_id_2d2746e8 ON public.stays_exitissue USING btree (admission_id);

CREATE INDEX stays_exitissue_by_id_fa1d8233 ON public.stays_exitissue USING btree (by_id);

CREATE INDEX stays_expected ON public.stays_admission USING btree (shelter_id, expected_on) WHERE ((called_off_on IS NULL) AND (stay_id IS NULL) AND (voided_on IS NULL));

CREATE UNIQUE INDEX stays_expected_once ON public.stays_admission USING btree (case_id) WHERE ((called_off_on IS NULL) AND (stay_id IS NULL) AND (voided_on IS NULL));

CREATE INDEX stays_extensionask_admission_id_97218465 ON public.stays_extensionask USING btree (admission_id);

CREATE INDEX stays_extensionask_by_id_948cba80 ON public.stays_extensionask USING btree (by_id);

CREATE INDEX stays_extensionask_decided_by_id_e890fda3 ON public.stays_extensionask USING btree (decided_by_id);

CREATE INDEX stays_handover_accepted_by_id_c65e2403 ON public.stays_handover USING btree (accepted_by_id);

CREATE INDEX stays_handover_by_id_0e0ca05b ON public.stays_handover USING btree (by_id);

CREATE INDEX stays_handover_shelter_id_00173176 ON public.stays_handover USING btree (shelter_id);

CREATE INDEX stays_issues_due ON public.stays_exitissue USING btree (due_on) WHERE ((settled_on IS NULL) AND (voided_on IS NULL));

CREATE UNIQUE INDEX stays_left_once ON public.stays_departure USING btree (admission_id) WHERE (voided_on IS NULL);

CREATE INDEX stays_lodger_admission_id_2464d348 ON public.stays_lodger USING btree (admission_id);

CREATE UNIQUE INDEX stays_lodger_once ON public.stays_lodger USING btree (admission_id, person_id) WHERE (left_on IS NULL);

CREATE INDEX stays_lodger_person_id_80ad084d ON public.stays_lodger USING btree (person_id);

CREATE INDEX stays_nightaway_by_id_df12043c ON public.stays_nightaway USING btree (by_id);

CREATE INDEX stays_nightaway_lodger_id_260a99ef ON public.stays_nightaway USING btree (lodger_id);

CREATE UNIQUE INDEX stays_one_ask ON public.stays_extensionask USING btree (admission_id) WHERE (((state)::text = 'asked'::text) AND (voided_on IS NULL));

CREATE UNIQUE INDEX stays_path_waits_once ON public.stays_waiting USING btree (route_id) WHERE (((answer)::text = ''::text) AND (voided_on IS NULL));

CREATE INDEX stays_readiness_admission_id_57025159 ON public.stays_readiness USING btree (admission_id);

CREATE INDEX stays_readiness_by_id_f4359142 ON public.stays_readiness USING btree (by_id);

CREATE INDEX stays_room_shelter_id_b7109d6d ON public.stays_room USING btree (shelter_id);

CREATE INDEX stays_routinemark_admission_id_87e9db53 ON public.stays_routinemark USING btree (admission_id);

CREATE INDEX stays_routinemark_by_id_952c7ae6 ON public.stays_routinemark USING btree (by_id);

CREATE INDEX stays_routineslot_admission_id_37851603 ON public.stays_routineslot USING btree (admission_id);

CREATE INDEX stays_shelter_department_id_1b90f9ba ON public.stays_shelter USING btree (department_id);

CREATE INDEX stays_shelter_name_bde8cd5a_like ON public.stays_shelter USING btree (name varchar_pattern_ops);

CREATE INDEX stays_shelter_partner_id_4b94ca5d ON public.stays_shelter USING btree (partner_id);

CREATE INDEX stays_skilllevel_by_id_faa20647 ON public.stays_skilllevel USING btree (by_id);

CREATE INDEX stays_skilllevel_line_id_50dc5cf0 ON public.stays_skilllevel USING btree (line_id);

CREATE INDEX stays_skillline_admission_id_be4a5a74 ON public.stays_skillline USING btree (admission_id);

CREATE INDEX stays_skillline_person_id_4ec2f47e ON public.stays_skillline USING btree (person_id);

CREATE INDEX stays_use_of_lodger ON public.stays_beduse USING btree (lodger_id);

CREATE INDEX stays_waited ON public.stays_waiting USING btree (answered_on DESC, id DESC);

CREATE INDEX stays_waiting_by_id_6e844a01 ON public.stays_waiting USING btree (by_id);

CREATE INDEX stays_waiting_case_id_fd4fa604 ON public.stays_waiting USING btree (case_id);

CREATE INDEX stays_waiting_route_id_e7e1e625 ON public.stays_waiting USING btree (route_id);

CREATE INDEX stays_waiting_shelter_id_a7dec181 ON public.stays_waiting USING btree (shelter_id);

CREATE INDEX stays_waits ON public.stays_waiting USING btree (since_on, id) WHERE (((answer)::text = ''::text) AND (voided_on IS NULL));

CREATE INDEX studies_decision_by_id_1f9da3ee ON public.studies_decision USING btree (by_id);

CREATE INDEX studies_decision_hypothesis_id_9f6e6c59 ON public.studies_decision USING btree (hypothesis_id);

CREATE INDEX studies_decisioneffect_by_id_068f4142 ON public.studies_decisioneffect USING btree (by_id);

CREATE INDEX studies_decisioneffect_decision_id_2c89291a ON public.studies_decisioneffect USING btree (decision_id);

CREATE INDEX studies_firstlook_by_id_874beb13 ON public.studies_firstlook USING btree (by_id);

CREATE INDEX studies_hypothesis_department_id_5eae4d39 ON public.studies_hypothesis USING btree (department_id);

CREATE INDEX studies_hypothesis_program_id_76dd8317 ON public.studies_hypothesis USING btree (program_id);

CREATE INDEX studies_hypothesis_registered_by_id_e6091d2a ON public.studies_hypothesis USING btree (registered_by_id);

CREATE INDEX studies_hypothesis_replaces_id_2f52ff9d ON public.studies_hypothesis USING btree (replaces_id);

CREATE INDEX studies_studydraft_begun_by_id_d3402454 ON public.studies_studydraft USING btree (begun_by_id);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);

CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);

CREATE INDEX voice_familyquote_by_id_053c22a0 ON public.voice_familyquote USING btree (by_id);

CREATE INDEX voice_familyquote_case_id_63bcf18a ON public.voice_familyquote USING btree (case_id);

CREATE INDEX voice_familyquote_concept_853fc457 ON public.voice_familyquote USING btree (concept);

CREATE INDEX voice_familyquote_concept_853fc457_like ON public.voice_familyquote USING btree (concept varchar_pattern_ops);

CREATE INDEX voice_familyquote_person_id_385d157d ON public.voice_familyquote USING btree (person_id);

CREATE INDEX voice_familyquote_route_id_b57f636e ON public.voice_familyquote USING btree (route_id);

CREATE INDEX voice_followercount_by_id_50717b8f ON public.voice_followercount USING btree (by_id);

CREATE INDEX voice_followercount_channel_id_2d1ee7a4 ON public.voice_followercount USING btree (channel_id);

CREATE INDEX voice_kind ON public.voice_publicpiece USING btree (kind, "on" DESC);

CREATE INDEX voice_publicpiece_by_id_57271ac3 ON public.voice_publicpiece USING btree (by_id);

CREATE INDEX voice_quotes_of ON public.voice_familyquote USING btree (concept, said_on DESC);

CREATE INDEX voice_quotes_path ON public.voice_familyquote USING btree (route_id, said_on DESC);

CREATE INDEX voice_voicechannel_name_61aa11ba_like ON public.voice_voicechannel USING btree (name varchar_pattern_ops);

CREATE INDEX volunteers_givenhours_by_id_6997fdbd ON public.volunteers_givenhours USING btree (by_id);

CREATE INDEX volunteers_givenhours_case_id_35a157a4 ON public.volunteers_givenhours USING btree (case_id);

CREATE INDEX volunteers_givenhours_helper_id_c9b2bf45 ON public.volunteers_givenhours USING btree (helper_id);

CREATE INDEX volunteers_helper_by_id_43cd352d ON public.volunteers_helper USING btree (by_id);

CREATE TRIGGER admissions_change AFTER UPDATE ON public.stays_admission REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_admissions();

CREATE TRIGGER admissions_come AFTER INSERT ON public.stays_admission REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_admissions();

CREATE TRIGGER admissions_go AFTER DELETE ON public.stays_admission REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_admissions();

CREATE TRIGGER assessments_assessment_change AFTER UPDATE ON public.assessments_assessment REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_assessments_assessment();

CREATE TRIGGER assessments_assessment_come AFTER INSERT ON public.assessments_assessment REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_assessments_assessment();

CREATE TRIGGER assessments_assessment_go AFTER DELETE ON public.assessments_assessment REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_assessments_assessment();

CREATE TRIGGER assessments_scores_are_frozen BEFORE UPDATE ON public.assessments_assessment FOR EACH ROW EXECUTE FUNCTION public.assessments_scores_are_frozen();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.assessments_assessment FOR EACH ROW WHEN (((((old.case_id IS DISTINCT FROM new.case_id) OR ((old.point)::text IS DISTINCT FROM (new.point)::text)) OR ((old.status)::text IS DISTINCT FROM (new.status)::text)) OR (old."on" IS DISTINCT FROM new."on"))) EXECUTE FUNCTION public.attention_mark_by_case();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.attention_aside FOR EACH ROW WHEN ((((old.case_id IS DISTINCT FROM new.case_id) OR (old.until IS DISTINCT FROM new.until)) OR (old.ended_on IS DISTINCT FROM new.ended_on))) EXECUTE FUNCTION public.attention_mark_by_case();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.cases_case FOR EACH ROW WHEN ((((((old.opened_on IS DISTINCT FROM new.opened_on) OR (old.closed_on IS DISTINCT FROM new.closed_on)) OR (old.voided_on IS DISTINCT FROM new.voided_on)) OR (old.program_id IS DISTINCT FROM new.program_id)) OR (old.department_id IS DISTINCT FROM new.department_id))) EXECUTE FUNCTION public.attention_mark_by_self();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.cases_stay FOR EACH ROW WHEN (((((old.case_id IS DISTINCT FROM new.case_id) OR (old.from_on IS DISTINCT FROM new.from_on)) OR (old.planned_until IS DISTINCT FROM new.planned_until)) OR (old.left_on IS DISTINCT FROM new.left_on))) EXECUTE FUNCTION public.attention_mark_by_case();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.intake_contactrecord FOR EACH ROW WHEN ((((((old.route_id IS DISTINCT FROM new.route_id) OR (old.case_id IS DISTINCT FROM new.case_id)) OR (old."on" IS DISTINCT FROM new."on")) OR ((old.result)::text IS DISTINCT FROM (new.result)::text)) OR (old.voided_on IS DISTINCT FROM new.voided_on))) EXECUTE FUNCTION public.attention_mark_by_record();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.intake_riskform FOR EACH ROW WHEN (((((old.route_id IS DISTINCT FROM new.route_id) OR (old."on" IS DISTINCT FROM new."on")) OR ((old.level)::text IS DISTINCT FROM (new.level)::text)) OR (old.voided_on IS DISTINCT FROM new.voided_on))) EXECUTE FUNCTION public.attention_mark_by_route();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.intake_visit FOR EACH ROW WHEN (((((((old.route_id IS DISTINCT FROM new.route_id) OR (old.case_id IS DISTINCT FROM new.case_id)) OR (old.planned_on IS DISTINCT FROM new.planned_on)) OR (old.held_on IS DISTINCT FROM new.held_on)) OR ((old.not_held)::text IS DISTINCT FROM (new.not_held)::text)) OR (old.voided_on IS DISTINCT FROM new.voided_on))) EXECUTE FUNCTION public.attention_mark_by_record();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.plans_familystep FOR EACH ROW WHEN ((((old.plan_id IS DISTINCT FROM new.plan_id) OR (old."on" IS DISTINCT FROM new."on")) OR (old.voided_on IS DISTINCT FROM new.voided_on))) EXECUTE FUNCTION public.attention_mark_by_plan();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.plans_plan FOR EACH ROW WHEN ((((old.route_id IS DISTINCT FROM new.route_id) OR ((old.state)::text IS DISTINCT FROM (new.state)::text)) OR (old.begun_on IS DISTINCT FROM new.begun_on))) EXECUTE FUNCTION public.attention_mark_by_route();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.plans_planrevision FOR EACH ROW WHEN ((((old.plan_id IS DISTINCT FROM new.plan_id) OR (old.number IS DISTINCT FROM new.number)) OR (old."on" IS DISTINCT FROM new."on"))) EXECUTE FUNCTION public.attention_mark_by_plan();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.plans_task FOR EACH ROW WHEN (((((old.plan_id IS DISTINCT FROM new.plan_id) OR ((old.state)::text IS DISTINCT FROM (new.state)::text)) OR (old.given_on IS DISTINCT FROM new.given_on)) OR (old.ended_on IS DISTINCT FROM new.ended_on))) EXECUTE FUNCTION public.attention_mark_by_plan();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.process_route FOR EACH ROW WHEN (((old.case_id IS DISTINCT FROM new.case_id) OR (old.ended_on IS DISTINCT FROM new.ended_on))) EXECUTE FUNCTION public.attention_mark_by_case();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.process_routestep FOR EACH ROW WHEN (((((old.route_id IS DISTINCT FROM new.route_id) OR ((old.action)::text IS DISTINCT FROM (new.action)::text)) OR (old.is_override IS DISTINCT FROM new.is_override)) OR (old.number IS DISTINCT FROM new.number))) EXECUTE FUNCTION public.attention_mark_by_route();

CREATE TRIGGER attention_marks_change AFTER UPDATE ON public.programs_program FOR EACH ROW WHEN ((old.review_months IS DISTINCT FROM new.review_months)) EXECUTE FUNCTION public.attention_mark_by_program();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.assessments_assessment REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_case();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.attention_aside REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_case();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.cases_case REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_self();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.cases_stay REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_case();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.intake_contactrecord REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_record();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.intake_riskform REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_route();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.intake_visit REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_record();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.plans_familystep REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_plan();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.plans_plan REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_route();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.plans_planrevision REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_plan();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.plans_task REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_plan();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.process_route REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_case();

CREATE TRIGGER attention_marks_come AFTER INSERT ON public.process_routestep REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.attention_mark_new_by_route();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.assessments_assessment FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_case();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.attention_aside FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_case();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.cases_case FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_self();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.cases_stay FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_case();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.intake_contactrecord FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_record();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.intake_riskform FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_route();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.intake_visit FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_record();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.plans_familystep FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_plan();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.plans_plan FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_route();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.plans_planrevision FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_plan();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.plans_task FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_plan();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.process_route FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_case();

CREATE TRIGGER attention_marks_go AFTER DELETE ON public.process_routestep FOR EACH ROW EXECUTE FUNCTION public.attention_mark_by_route();

CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON public.audit_journalentry FOR EACH ROW EXECUTE FUNCTION public.audit_append_only();

CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON public.audit_journalentry FOR EACH STATEMENT EXECUTE FUNCTION public.audit_append_only();

CREATE TRIGGER audit_seal_append_only BEFORE DELETE OR UPDATE ON public.audit_journalseal FOR EACH ROW EXECUTE FUNCTION public.audit_append_only();

CREATE TRIGGER audit_seal_no_truncate BEFORE TRUNCATE ON public.audit_journalseal FOR EACH STATEMENT EXECUTE FUNCTION public.audit_append_only();

CREATE TRIGGER case_managers_change AFTER UPDATE ON public.cases_teammember REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_case_managers();

CREATE TRIGGER case_managers_come AFTER INSERT ON public.cases_teammember REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_case_managers();

CREATE TRIGGER case_managers_go AFTER DELETE ON public.cases_teammember REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_case_managers();

CREATE TRIGGER cases_closing_change AFTER UPDATE ON public.cases_closing REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_closing();

CREATE TRIGGER cases_closing_come AFTER INSERT ON public.cases_closing REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_closing();

CREATE TRIGGER cases_closing_go AFTER DELETE ON public.cases_closing REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_closing();

CREATE TRIGGER cases_department BEFORE INSERT OR UPDATE ON public.cases_followup FOR EACH ROW EXECUTE FUNCTION public.cases_department_of_case();

CREATE TRIGGER cases_department BEFORE INSERT OR UPDATE ON public.cases_stay FOR EACH ROW EXECUTE FUNCTION public.cases_department_of_case();

CREATE TRIGGER cases_department_moves AFTER UPDATE ON public.cases_case FOR EACH ROW WHEN ((old.department_id IS DISTINCT FROM new.department_id)) EXECUTE FUNCTION public.cases_department_goes_along();

CREATE TRIGGER cases_followup_change AFTER UPDATE ON public.cases_followup REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_followup();

CREATE TRIGGER cases_followup_come AFTER INSERT ON public.cases_followup REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_followup();

CREATE TRIGGER cases_followup_go AFTER DELETE ON public.cases_followup REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_followup();

CREATE TRIGGER cases_followupchild_change AFTER UPDATE ON public.cases_followupchild REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_followupchild();

CREATE TRIGGER cases_followupchild_come AFTER INSERT ON public.cases_followupchild REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_followupchild();

CREATE TRIGGER cases_followupchild_go AFTER DELETE ON public.cases_followupchild REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_followupchild();

CREATE TRIGGER cases_followupcontact_change AFTER UPDATE ON public.cases_followupcontact REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_followupcontact();

CREATE TRIGGER cases_followupcontact_come AFTER INSERT ON public.cases_followupcontact REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_followupcontact();

CREATE TRIGGER cases_followupcontact_go AFTER DELETE ON public.cases_followupcontact REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_followupcontact();

CREATE TRIGGER cases_months BEFORE INSERT ON public.families_searchindex FOR EACH ROW EXECUTE FUNCTION public.cases_mark_is_made();

CREATE TRIGGER cases_months_of_corrected AFTER UPDATE ON public.cases_case FOR EACH ROW WHEN (((old.opened_on <> new.opened_on) OR (old.family_id <> new.family_id))) EXECUTE FUNCTION public.cases_case_is_corrected();

CREATE TRIGGER cases_months_of_joined AFTER INSERT ON public.families_familymember REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.cases_people_join();

CREATE TRIGGER cases_months_of_moved AFTER UPDATE ON public.families_familymember REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.cases_people_join();

CREATE TRIGGER cases_months_of_opened AFTER INSERT ON public.cases_case REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.cases_cases_are_opened();

CREATE TRIGGER cases_stay_change AFTER UPDATE ON public.cases_stay REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_stay();

CREATE TRIGGER cases_stay_come AFTER INSERT ON public.cases_stay REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_stay();

CREATE TRIGGER cases_stay_go AFTER DELETE ON public.cases_stay REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_cases_stay();

CREATE TRIGGER catalogue_catalogueversion_is_final BEFORE UPDATE ON public.catalogue_catalogueversion FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER catalogue_catalogueversion_stays BEFORE DELETE ON public.catalogue_catalogueversion FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER catalogue_service_change AFTER UPDATE ON public.catalogue_service REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_catalogue_service();

CREATE TRIGGER catalogue_service_come AFTER INSERT ON public.catalogue_service REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_catalogue_service();

CREATE TRIGGER catalogue_service_go AFTER DELETE ON public.catalogue_service REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_catalogue_service();

CREATE TRIGGER checked_partners_change AFTER UPDATE ON public.partners_partner REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_checked_partners();

CREATE TRIGGER checked_partners_come AFTER INSERT ON public.partners_partner REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_checked_partners();

CREATE TRIGGER checked_partners_go AFTER DELETE ON public.partners_partner REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_checked_partners();

CREATE TRIGGER circumstances_lifechange_change AFTER UPDATE ON public.circumstances_lifechange REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_circumstances_lifechange();

CREATE TRIGGER circumstances_lifechange_come AFTER INSERT ON public.circumstances_lifechange REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_circumstances_lifechange();

CREATE TRIGGER circumstances_lifechange_go AFTER DELETE ON public.circumstances_lifechange REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_circumstances_lifechange();

CREATE TRIGGER contacts_change AFTER UPDATE ON public.intake_contactrecord REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_contacts();

CREATE TRIGGER contacts_come AFTER INSERT ON public.intake_contactrecord REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_contacts();

CREATE TRIGGER contacts_go AFTER DELETE ON public.intake_contactrecord REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_contacts();

CREATE TRIGGER correspondence_agreement_change AFTER UPDATE ON public.correspondence_agreement REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_correspondence_agreement();

CREATE TRIGGER correspondence_agreement_come AFTER INSERT ON public.correspondence_agreement REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_correspondence_agreement();

CREATE TRIGGER correspondence_agreement_go AFTER DELETE ON public.correspondence_agreement REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_correspondence_agreement();

CREATE TRIGGER correspondence_jointmeeting_change AFTER UPDATE ON public.correspondence_jointmeeting REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_correspondence_jointmeeting();

CREATE TRIGGER correspondence_jointmeeting_come AFTER INSERT ON public.correspondence_jointmeeting REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_correspondence_jointmeeting();

CREATE TRIGGER correspondence_jointmeeting_go AFTER DELETE ON public.correspondence_jointmeeting REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_correspondence_jointmeeting();

CREATE TRIGGER correspondence_officialletter_change AFTER UPDATE ON public.correspondence_officialletter REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_correspondence_officialletter();

CREATE TRIGGER correspondence_officialletter_come AFTER INSERT ON public.correspondence_officialletter REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_correspondence_officialletter();

CREATE TRIGGER correspondence_officialletter_go AFTER DELETE ON public.correspondence_officialletter REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_correspondence_officialletter();

CREATE TRIGGER councils_ballot_is_final BEFORE UPDATE ON public.councils_ballot FOR EACH ROW WHEN (((old.closed_on IS NOT NULL) AND (NOT public.families_only_words_destroyed(to_jsonb(old.*), to_jsonb(new.*), ARRAY['question'::text])))) EXECUTE FUNCTION public.councils_is_final();

CREATE TRIGGER councils_ballot_stays BEFORE DELETE ON public.councils_ballot FOR EACH ROW WHEN ((old.closed_on IS NOT NULL)) EXECUTE FUNCTION public.councils_is_final();

CREATE TRIGGER councils_conference_is_final BEFORE UPDATE ON public.councils_conference FOR EACH ROW WHEN ((NOT public.families_only_words_destroyed(to_jsonb(old.*), to_jsonb(new.*), ARRAY['guests'::text, 'remarks'::text]))) EXECUTE FUNCTION public.councils_is_final();

CREATE TRIGGER councils_conference_stays BEFORE DELETE ON public.councils_conference FOR EACH ROW EXECUTE FUNCTION public.councils_is_final();

CREATE TRIGGER councils_conflict_is_final BEFORE UPDATE ON public.councils_panelseat FOR EACH ROW WHEN (((old.conflict_on IS NOT NULL) AND (NOT public.families_only_words_destroyed(to_jsonb(old.*), to_jsonb(new.*), ARRAY['conflict'::text])))) EXECUTE FUNCTION public.councils_is_final();

CREATE TRIGGER councils_conflict_stays BEFORE DELETE ON public.councils_panelseat FOR EACH ROW WHEN ((old.conflict_on IS NOT NULL)) EXECUTE FUNCTION public.councils_is_final();

CREATE TRIGGER councils_vote_is_due BEFORE INSERT ON public.councils_vote FOR EACH ROW EXECUTE FUNCTION public.councils_vote_is_due();

CREATE TRIGGER councils_vote_is_final BEFORE UPDATE ON public.councils_vote FOR EACH ROW WHEN ((NOT public.families_only_words_destroyed(to_jsonb(old.*), to_jsonb(new.*), ARRAY['reason'::text]))) EXECUTE FUNCTION public.councils_is_final();

CREATE TRIGGER councils_vote_stays BEFORE DELETE ON public.councils_vote FOR EACH ROW EXECUTE FUNCTION public.councils_is_final();

CREATE TRIGGER decisions_change AFTER UPDATE ON public.intake_referral REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_decisions();

CREATE TRIGGER decisions_come AFTER INSERT ON public.intake_referral REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_decisions();

CREATE TRIGGER decisions_go AFTER DELETE ON public.intake_referral REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_decisions();

CREATE TRIGGER donations_change AFTER UPDATE ON public.goods_donation REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_donations();

CREATE TRIGGER donations_come AFTER INSERT ON public.goods_donation REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_donations();

CREATE TRIGGER donations_go AFTER DELETE ON public.goods_donation REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_donations();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.access_roleassignment FOR EACH ROW WHEN ((((old.user_id IS DISTINCT FROM new.user_id) OR ((old.role)::text IS DISTINCT FROM (new.role)::text)) OR (old.department_id IS DISTINCT FROM new.department_id))) EXECUTE FUNCTION public.duties_mark_person();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.access_user FOR EACH ROW WHEN ((old.is_active IS DISTINCT FROM new.is_active)) EXECUTE FUNCTION public.duties_mark_account();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.cases_case FOR EACH ROW WHEN ((((old.closed_on IS DISTINCT FROM new.closed_on) OR (old.voided_on IS DISTINCT FROM new.voided_on)) OR (old.department_id IS DISTINCT FROM new.department_id))) EXECUTE FUNCTION public.duties_mark_case();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.cases_teammember FOR EACH ROW WHEN (((((old.case_id IS DISTINCT FROM new.case_id) OR (old.user_id IS DISTINCT FROM new.user_id)) OR ((old.part)::text IS DISTINCT FROM (new.part)::text)) OR (old.to_on IS DISTINCT FROM new.to_on))) EXECUTE FUNCTION public.duties_mark_part();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.councils_ballot FOR EACH ROW WHEN (((old.route_id IS DISTINCT FROM new.route_id) OR (old.closed_on IS DISTINCT FROM new.closed_on))) EXECUTE FUNCTION public.duties_mark_on_path();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.councils_panelseat FOR EACH ROW WHEN ((((old.ballot_id IS DISTINCT FROM new.ballot_id) OR (old.user_id IS DISTINCT FROM new.user_id)) OR (old.conflict_on IS DISTINCT FROM new.conflict_on))) EXECUTE FUNCTION public.duties_mark_seat();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.intake_visit FOR EACH ROW WHEN (((((((old.route_id IS DISTINCT FROM new.route_id) OR (old.case_id IS DISTINCT FROM new.case_id)) OR (old.visitor_ids IS DISTINCT FROM new.visitor_ids)) OR (old.held_on IS DISTINCT FROM new.held_on)) OR ((old.not_held)::text IS DISTINCT FROM (new.not_held)::text)) OR (old.voided_on IS DISTINCT FROM new.voided_on))) EXECUTE FUNCTION public.duties_mark_record();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.plans_task FOR EACH ROW WHEN ((((old.plan_id IS DISTINCT FROM new.plan_id) OR (old.worker_id IS DISTINCT FROM new.worker_id)) OR ((old.state)::text IS DISTINCT FROM (new.state)::text))) EXECUTE FUNCTION public.duties_mark_task();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.process_route FOR EACH ROW WHEN ((((((old.worker_id IS DISTINCT FROM new.worker_id) OR (old.department_id IS DISTINCT FROM new.department_id)) OR (old.case_id IS DISTINCT FROM new.case_id)) OR (old.ended_on IS DISTINCT FROM new.ended_on)) OR (old.voided_on IS DISTINCT FROM new.voided_on))) EXECUTE FUNCTION public.duties_mark_path();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.process_routemember FOR EACH ROW WHEN ((((old.route_id IS DISTINCT FROM new.route_id) OR (old.user_id IS DISTINCT FROM new.user_id)) OR (old.to_on IS DISTINCT FROM new.to_on))) EXECUTE FUNCTION public.duties_mark_on_path();

CREATE TRIGGER duties_marks_change AFTER UPDATE ON public.services_plannedservice FOR EACH ROW WHEN ((((((old.route_id IS DISTINCT FROM new.route_id) OR (old.case_id IS DISTINCT FROM new.case_id)) OR (old.worker_id IS DISTINCT FROM new.worker_id)) OR (old.ended_on IS DISTINCT FROM new.ended_on)) OR (old.voided_on IS DISTINCT FROM new.voided_on))) EXECUTE FUNCTION public.duties_mark_record();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.access_roleassignment REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_person();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.access_user REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_account();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.cases_case REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_case();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.cases_teammember REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_part();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.councils_ballot REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_on_path();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.councils_panelseat REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_seat();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.intake_visit REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_record();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.plans_task REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_task();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.process_route REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_path();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.process_routemember REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_on_path();

CREATE TRIGGER duties_marks_come AFTER INSERT ON public.services_plannedservice REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.duties_mark_new_record();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.access_roleassignment FOR EACH ROW EXECUTE FUNCTION public.duties_mark_person();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.access_user FOR EACH ROW EXECUTE FUNCTION public.duties_mark_account();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.cases_case FOR EACH ROW EXECUTE FUNCTION public.duties_mark_case();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.cases_teammember FOR EACH ROW EXECUTE FUNCTION public.duties_mark_part();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.councils_ballot FOR EACH ROW EXECUTE FUNCTION public.duties_mark_on_path();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.councils_panelseat FOR EACH ROW EXECUTE FUNCTION public.duties_mark_seat();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.intake_visit FOR EACH ROW EXECUTE FUNCTION public.duties_mark_record();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.plans_task FOR EACH ROW EXECUTE FUNCTION public.duties_mark_task();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.process_route FOR EACH ROW EXECUTE FUNCTION public.duties_mark_path();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.process_routemember FOR EACH ROW EXECUTE FUNCTION public.duties_mark_on_path();

CREATE TRIGGER duties_marks_go AFTER DELETE ON public.services_plannedservice FOR EACH ROW EXECUTE FUNCTION public.duties_mark_record();

CREATE TRIGGER evidence_casefact_change AFTER UPDATE ON public.evidence_casefact REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_casefact();

CREATE TRIGGER evidence_casefact_come AFTER INSERT ON public.evidence_casefact REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_casefact();

CREATE TRIGGER evidence_casefact_go AFTER DELETE ON public.evidence_casefact REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_casefact();

CREATE TRIGGER evidence_childfact_change AFTER UPDATE ON public.evidence_childfact REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_childfact();

CREATE TRIGGER evidence_childfact_come AFTER INSERT ON public.evidence_childfact REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_childfact();

CREATE TRIGGER evidence_childfact_go AFTER DELETE ON public.evidence_childfact REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_childfact();

CREATE TRIGGER evidence_formerchild_change AFTER UPDATE ON public.evidence_formerchild REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_formerchild();

CREATE TRIGGER evidence_formerchild_come AFTER INSERT ON public.evidence_formerchild REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_formerchild();

CREATE TRIGGER evidence_formerchild_go AFTER DELETE ON public.evidence_formerchild REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_formerchild();

CREATE TRIGGER evidence_formerfact_change AFTER UPDATE ON public.evidence_formerfact REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_formerfact();

CREATE TRIGGER evidence_formerfact_come AFTER INSERT ON public.evidence_formerfact REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_formerfact();

CREATE TRIGGER evidence_formerfact_go AFTER DELETE ON public.evidence_formerfact REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_formerfact();

CREATE TRIGGER evidence_looks_change AFTER UPDATE ON public.evidence_casefact REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_looks();

CREATE TRIGGER evidence_looks_come AFTER INSERT ON public.evidence_casefact REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_looks();

CREATE TRIGGER evidence_looks_go AFTER DELETE ON public.evidence_casefact REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_looks();

CREATE TRIGGER evidence_reviews_change AFTER UPDATE ON public.evidence_casefact REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_reviews();

CREATE TRIGGER evidence_reviews_come AFTER INSERT ON public.evidence_casefact REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_reviews();

CREATE TRIGGER evidence_reviews_go AFTER DELETE ON public.evidence_casefact REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_evidence_reviews();

CREATE TRIGGER exit_days_change AFTER UPDATE ON public.stays_exitday REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_exit_days();

CREATE TRIGGER exit_days_come AFTER INSERT ON public.stays_exitday REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_exit_days();

CREATE TRIGGER exit_days_go AFTER DELETE ON public.stays_exitday REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_exit_days();

CREATE TRIGGER exit_questions_change AFTER UPDATE ON public.stays_exitissue REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_exit_questions();

CREATE TRIGGER exit_questions_come AFTER INSERT ON public.stays_exitissue REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_exit_questions();

CREATE TRIGGER exit_questions_go AFTER DELETE ON public.stays_exitissue REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_exit_questions();

CREATE TRIGGER filed_papers_change AFTER UPDATE ON public.process_paper REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_filed_papers();

CREATE TRIGGER filed_papers_come AFTER INSERT ON public.process_paper REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_filed_papers();

CREATE TRIGGER filed_papers_go AFTER DELETE ON public.process_paper REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_filed_papers();

CREATE TRIGGER goods_department BEFORE INSERT OR UPDATE ON public.goods_familyneed FOR EACH ROW EXECUTE FUNCTION public.goods_department_of_need();

CREATE TRIGGER goods_department_moves AFTER UPDATE ON public.cases_case FOR EACH ROW WHEN ((old.department_id IS DISTINCT FROM new.department_id)) EXECUTE FUNCTION public.goods_department_of_case_goes_along();

CREATE TRIGGER goods_department_moves AFTER UPDATE ON public.process_route FOR EACH ROW WHEN ((old.department_id IS DISTINCT FROM new.department_id)) EXECUTE FUNCTION public.goods_department_of_path_goes_along();

CREATE TRIGGER goods_good_change AFTER UPDATE ON public.goods_good REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_goods_good();

CREATE TRIGGER goods_good_come AFTER INSERT ON public.goods_good REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_goods_good();

CREATE TRIGGER goods_good_go AFTER DELETE ON public.goods_good REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_goods_good();

CREATE TRIGGER goods_issue_change AFTER UPDATE ON public.goods_issue REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_goods_issue();

CREATE TRIGGER goods_issue_come AFTER INSERT ON public.goods_issue REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_goods_issue();

CREATE TRIGGER goods_issue_go AFTER DELETE ON public.goods_issue REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_goods_issue();

CREATE TRIGGER goods_issueline_change AFTER UPDATE ON public.goods_issueline REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_goods_issueline();

CREATE TRIGGER goods_issueline_come AFTER INSERT ON public.goods_issueline REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_goods_issueline();

CREATE TRIGGER goods_issueline_go AFTER DELETE ON public.goods_issueline REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_goods_issueline();

CREATE TRIGGER goods_movement_is_final BEFORE UPDATE ON public.goods_movement FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER goods_movement_stays BEFORE DELETE ON public.goods_movement FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER goods_stockentry_is_final BEFORE UPDATE ON public.goods_stockentry FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER goods_stockentry_stays BEFORE DELETE ON public.goods_stockentry FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER groups_group_change AFTER UPDATE ON public.groups_group REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_group();

CREATE TRIGGER groups_group_come AFTER INSERT ON public.groups_group REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_group();

CREATE TRIGGER groups_group_go AFTER DELETE ON public.groups_group REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_group();

CREATE TRIGGER groups_homeworkresult_change AFTER UPDATE ON public.groups_homeworkresult REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_homeworkresult();

CREATE TRIGGER groups_homeworkresult_come AFTER INSERT ON public.groups_homeworkresult REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_homeworkresult();

CREATE TRIGGER groups_homeworkresult_go AFTER DELETE ON public.groups_homeworkresult REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_homeworkresult();

CREATE TRIGGER groups_mark_change AFTER UPDATE ON public.groups_mark REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_mark();

CREATE TRIGGER groups_mark_come AFTER INSERT ON public.groups_mark REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_mark();

CREATE TRIGGER groups_mark_go AFTER DELETE ON public.groups_mark REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_mark();

CREATE TRIGGER groups_participant_change AFTER UPDATE ON public.groups_participant REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_participant();

CREATE TRIGGER groups_participant_come AFTER INSERT ON public.groups_participant REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_participant();

CREATE TRIGGER groups_participant_go AFTER DELETE ON public.groups_participant REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_participant();

CREATE TRIGGER groups_session_change AFTER UPDATE ON public.groups_session REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_session();

CREATE TRIGGER groups_session_come AFTER INSERT ON public.groups_session REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_session();

CREATE TRIGGER groups_session_go AFTER DELETE ON public.groups_session REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_groups_session();

CREATE TRIGGER indicators_moved AFTER UPDATE ON public.cases_case FOR EACH ROW WHEN (((((((old.client_id IS DISTINCT FROM new.client_id) OR (old.family_id IS DISTINCT FROM new.family_id)) OR (old.program_id IS DISTINCT FROM new.program_id)) OR (old.department_id IS DISTINCT FROM new.department_id)) OR (old.voided_on IS DISTINCT FROM new.voided_on)) OR (old.opened_on IS DISTINCT FROM new.opened_on))) EXECUTE FUNCTION public.indicators_mark_case();

CREATE TRIGGER indicators_moved AFTER UPDATE ON public.process_route FOR EACH ROW WHEN ((((((old.case_id IS DISTINCT FROM new.case_id) OR (old.family_id IS DISTINCT FROM new.family_id)) OR (old.program_id IS DISTINCT FROM new.program_id)) OR (old.department_id IS DISTINCT FROM new.department_id)) OR (old.voided_on IS DISTINCT FROM new.voided_on))) EXECUTE FUNCTION public.indicators_mark_route();

CREATE TRIGGER indicators_results_moved AFTER UPDATE ON public.cases_case FOR EACH ROW WHEN (((((old.family_id IS DISTINCT FROM new.family_id) OR (old.program_id IS DISTINCT FROM new.program_id)) OR (old.department_id IS DISTINCT FROM new.department_id)) OR (old.voided_on IS DISTINCT FROM new.voided_on))) EXECUTE FUNCTION public.indicators_mark_case_of_results();

CREATE TRIGGER instruments_instrumentversion_change AFTER UPDATE ON public.instruments_instrumentversion REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_instruments_instrumentversion();

CREATE TRIGGER instruments_instrumentversion_come AFTER INSERT ON public.instruments_instrumentversion REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_instruments_instrumentversion();

CREATE TRIGGER instruments_instrumentversion_go AFTER DELETE ON public.instruments_instrumentversion REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_instruments_instrumentversion();

CREATE TRIGGER instruments_version_is_final BEFORE DELETE OR UPDATE ON public.instruments_instrumentversion FOR EACH ROW EXECUTE FUNCTION public.instruments_published_is_final();

CREATE TRIGGER intake_aiditem_change AFTER UPDATE ON public.intake_aiditem REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_intake_aiditem();

CREATE TRIGGER intake_aiditem_come AFTER INSERT ON public.intake_aiditem REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_intake_aiditem();

CREATE TRIGGER intake_aiditem_go AFTER DELETE ON public.intake_aiditem REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_intake_aiditem();

CREATE TRIGGER intake_referral_change AFTER UPDATE ON public.intake_referral REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_intake_referral();

CREATE TRIGGER intake_referral_come AFTER INSERT ON public.intake_referral REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_intake_referral();

CREATE TRIGGER intake_referral_go AFTER DELETE ON public.intake_referral REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_intake_referral();

CREATE TRIGGER intake_urgentaid_change AFTER UPDATE ON public.intake_urgentaid REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_intake_urgentaid();

CREATE TRIGGER intake_urgentaid_come AFTER INSERT ON public.intake_urgentaid REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_intake_urgentaid();

CREATE TRIGGER intake_urgentaid_go AFTER DELETE ON public.intake_urgentaid REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_intake_urgentaid();

CREATE TRIGGER letters_of_days_change AFTER UPDATE ON public.correspondence_officialletter REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_letters_of_days();

CREATE TRIGGER letters_of_days_come AFTER INSERT ON public.correspondence_officialletter REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_letters_of_days();

CREATE TRIGGER letters_of_days_go AFTER DELETE ON public.correspondence_officialletter REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_letters_of_days();

CREATE TRIGGER logic_modelversion_is_final BEFORE UPDATE ON public.logic_modelversion FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER logic_modelversion_stays BEFORE DELETE ON public.logic_modelversion FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER made_forms_change AFTER UPDATE ON public.assessments_assessment REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_made_forms();

CREATE TRIGGER made_forms_come AFTER INSERT ON public.assessments_assessment REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_made_forms();

CREATE TRIGGER made_forms_go AFTER DELETE ON public.assessments_assessment REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_made_forms();

CREATE TRIGGER needs_change AFTER UPDATE ON public.goods_familyneed REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_needs();

CREATE TRIGGER needs_come AFTER INSERT ON public.goods_familyneed REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_needs();

CREATE TRIGGER needs_go AFTER DELETE ON public.goods_familyneed REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_needs();

CREATE TRIGGER network_networkrecord_change AFTER UPDATE ON public.network_networkrecord REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_network_networkrecord();

CREATE TRIGGER network_networkrecord_come AFTER INSERT ON public.network_networkrecord REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_network_networkrecord();

CREATE TRIGGER network_networkrecord_go AFTER DELETE ON public.network_networkrecord REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_network_networkrecord();

CREATE TRIGGER network_networktie_change AFTER UPDATE ON public.network_networktie REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_network_networktie();

CREATE TRIGGER network_networktie_come AFTER INSERT ON public.network_networktie REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_network_networktie();

CREATE TRIGGER network_networktie_go AFTER DELETE ON public.network_networktie REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_network_networktie();

CREATE TRIGGER outside_needs_change AFTER UPDATE ON public.network_outsideneed REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_outside_needs();

CREATE TRIGGER outside_needs_come AFTER INSERT ON public.network_outsideneed REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_outside_needs();

CREATE TRIGGER outside_needs_go AFTER DELETE ON public.network_outsideneed REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_outside_needs();

CREATE TRIGGER papers_act_is_final BEFORE UPDATE ON public.papers_destructionact FOR EACH ROW WHEN ((NOT public.families_only_words_destroyed(to_jsonb(old.*), to_jsonb(new.*), ARRAY['reason'::text]))) EXECUTE FUNCTION public.papers_is_final();

CREATE TRIGGER papers_act_stays BEFORE DELETE ON public.papers_destructionact FOR EACH ROW EXECUTE FUNCTION public.papers_is_final();

CREATE TRIGGER papers_disclosure_is_final BEFORE UPDATE ON public.papers_disclosure FOR EACH ROW WHEN ((NOT public.families_only_words_destroyed(to_jsonb(old.*), to_jsonb(new.*), ARRAY['recipient'::text]))) EXECUTE FUNCTION public.papers_is_final();

CREATE TRIGGER papers_disclosure_stays BEFORE DELETE ON public.papers_disclosure FOR EACH ROW EXECUTE FUNCTION public.papers_is_final();

CREATE TRIGGER papers_done_term_is_final BEFORE DELETE OR UPDATE ON public.papers_destructiontimer FOR EACH ROW WHEN (((old.state)::text = 'done'::text)) EXECUTE FUNCTION public.papers_is_final();

CREATE TRIGGER papers_extension_is_final BEFORE UPDATE ON public.papers_termextension FOR EACH ROW WHEN ((NOT public.families_only_words_destroyed(to_jsonb(old.*), to_jsonb(new.*), ARRAY['reason'::text]))) EXECUTE FUNCTION public.papers_is_final();

CREATE TRIGGER papers_extension_stays BEFORE DELETE ON public.papers_termextension FOR EACH ROW EXECUTE FUNCTION public.papers_is_final();

CREATE TRIGGER papers_history_is_final BEFORE UPDATE ON public.papers_childhistory FOR EACH ROW WHEN ((NOT public.families_only_words_destroyed(to_jsonb(old.*), to_jsonb(new.*), ARRAY['text'::text]))) EXECUTE FUNCTION public.papers_is_final();

CREATE TRIGGER papers_history_stays BEFORE DELETE ON public.papers_childhistory FOR EACH ROW EXECUTE FUNCTION public.papers_is_final();

CREATE TRIGGER papers_template_is_final BEFORE DELETE OR UPDATE ON public.papers_lettertemplate FOR EACH ROW EXECUTE FUNCTION public.papers_is_final();

CREATE TRIGGER plan_corrections_change AFTER UPDATE ON public.plans_planrevision REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plan_corrections();

CREATE TRIGGER plan_corrections_come AFTER INSERT ON public.plans_planrevision REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plan_corrections();

CREATE TRIGGER plan_corrections_go AFTER DELETE ON public.plans_planrevision REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plan_corrections();

CREATE TRIGGER plans_ended_change AFTER UPDATE ON public.process_route REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_ended();

CREATE TRIGGER plans_ended_come AFTER INSERT ON public.process_route REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_ended();

CREATE TRIGGER plans_ended_go AFTER DELETE ON public.process_route REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_ended();

CREATE TRIGGER plans_goal_change AFTER UPDATE ON public.plans_goal REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_goal();

CREATE TRIGGER plans_goal_come AFTER INSERT ON public.plans_goal REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_goal();

CREATE TRIGGER plans_goal_go AFTER DELETE ON public.plans_goal REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_goal();

CREATE TRIGGER plans_plan_change AFTER UPDATE ON public.plans_plan REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_plan();

CREATE TRIGGER plans_plan_come AFTER INSERT ON public.plans_plan REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_plan();

CREATE TRIGGER plans_plan_go AFTER DELETE ON public.plans_plan REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_plan();

CREATE TRIGGER plans_revision_is_final BEFORE DELETE OR UPDATE ON public.plans_planrevision FOR EACH ROW EXECUTE FUNCTION public.plans_is_final();

CREATE TRIGGER plans_task_change AFTER UPDATE ON public.plans_task REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_task();

CREATE TRIGGER plans_task_come AFTER INSERT ON public.plans_task REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_task();

CREATE TRIGGER plans_task_go AFTER DELETE ON public.plans_task REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_plans_task();

CREATE TRIGGER process_amendment_is_final BEFORE UPDATE ON public.process_amendment FOR EACH ROW WHEN ((NOT public.families_only_words_destroyed(to_jsonb(old.*), to_jsonb(new.*), ARRAY['reason'::text, 'before'::text]))) EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER process_amendment_stays BEFORE DELETE ON public.process_amendment FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER process_paper_change AFTER UPDATE ON public.process_paper REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_process_paper();

CREATE TRIGGER process_paper_come AFTER INSERT ON public.process_paper REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_process_paper();

CREATE TRIGGER process_paper_go AFTER DELETE ON public.process_paper REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_process_paper();

CREATE TRIGGER process_route_change AFTER UPDATE ON public.process_route REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_process_route();

CREATE TRIGGER process_route_come AFTER INSERT ON public.process_route REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_process_route();

CREATE TRIGGER process_route_go AFTER DELETE ON public.process_route REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_process_route();

CREATE TRIGGER process_routestep_change AFTER UPDATE ON public.process_routestep REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_process_routestep();

CREATE TRIGGER process_routestep_come AFTER INSERT ON public.process_routestep REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_process_routestep();

CREATE TRIGGER process_routestep_go AFTER DELETE ON public.process_routestep REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_process_routestep();

CREATE TRIGGER process_standing_came AFTER INSERT ON public.process_route REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION public.process_count_standing();

CREATE TRIGGER process_standing_moved AFTER UPDATE ON public.process_route REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION public.process_count_standing();

CREATE TRIGGER process_standing_went AFTER DELETE ON public.process_route REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION public.process_count_standing();

CREATE TRIGGER process_step_is_counted AFTER INSERT ON public.process_routestep FOR EACH ROW WHEN ((((new.from_stage)::text <> ''::text) AND (((new.action)::text <> ''::text) OR new.is_override))) EXECUTE FUNCTION public.process_count_step();

CREATE TRIGGER process_step_is_final BEFORE UPDATE ON public.process_routestep FOR EACH ROW WHEN ((NOT public.families_only_words_destroyed(to_jsonb(old.*), to_jsonb(new.*), ARRAY['reason'::text, 'fields'::text]))) EXECUTE FUNCTION public.process_history_is_final();

CREATE TRIGGER process_step_stays BEFORE DELETE ON public.process_routestep FOR EACH ROW EXECUTE FUNCTION public.process_history_is_final();

CREATE TRIGGER process_version_is_final BEFORE DELETE OR UPDATE ON public.process_routeversion FOR EACH ROW EXECUTE FUNCTION public.process_history_is_final();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

CREATE TRIGGER programs_version_is_final BEFORE DELETE OR UPDATE ON public.programs_practiceversion FOR EACH ROW EXECUTE FUNCTION public.programs_published_is_final();

CREATE TRIGGER release_desklimits_is_final BEFORE UPDATE ON public.release_desklimits FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER release_desklimits_stays BEFORE DELETE ON public.release_desklimits FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER release_recall_is_final BEFORE UPDATE ON public.release_recall FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER release_recall_stays BEFORE DELETE ON public.release_recall FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER release_release_is_final BEFORE UPDATE ON public.release_release FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER release_release_stays BEFORE DELETE ON public.release_release FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER release_releasedfile_is_final BEFORE UPDATE ON public.release_releasedfile FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER release_releasedfile_stays BEFORE DELETE ON public.release_releasedfile FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER release_secondword_is_final BEFORE UPDATE ON public.release_secondword FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER release_secondword_stays BEFORE DELETE ON public.release_secondword FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER reports_takenreport_is_final BEFORE UPDATE ON public.reports_takenreport FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER reports_takenreport_stays BEFORE DELETE ON public.reports_takenreport FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER results_marks_due AFTER INSERT ON public.audit_journalentry REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.results_mark_due();

CREATE TRIGGER results_resultmark_change AFTER UPDATE ON public.results_resultmark REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_results_resultmark();

CREATE TRIGGER results_resultmark_come AFTER INSERT ON public.results_resultmark REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_results_resultmark();

CREATE TRIGGER results_resultmark_go AFTER DELETE ON public.results_resultmark REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_results_resultmark();

CREATE TRIGGER routines_change AFTER UPDATE ON public.stays_routineslot REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_routines();

CREATE TRIGGER routines_come AFTER INSERT ON public.stays_routineslot REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_routines();

CREATE TRIGGER routines_go AFTER DELETE ON public.stays_routineslot REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_routines();

CREATE TRIGGER services_plannedservice_change AFTER UPDATE ON public.services_plannedservice REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_plannedservice();

CREATE TRIGGER services_plannedservice_change AFTER UPDATE ON public.services_provision REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_plannedservice_too();

CREATE TRIGGER services_plannedservice_come AFTER INSERT ON public.services_plannedservice REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_plannedservice();

CREATE TRIGGER services_plannedservice_come AFTER INSERT ON public.services_provision REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_plannedservice_too();

CREATE TRIGGER services_plannedservice_go AFTER DELETE ON public.services_plannedservice REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_plannedservice();

CREATE TRIGGER services_plannedservice_go AFTER DELETE ON public.services_provision REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_plannedservice_too();

CREATE TRIGGER services_provision_change AFTER UPDATE ON public.intake_referral REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_provision_too();

CREATE TRIGGER services_provision_change AFTER UPDATE ON public.services_provision REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_provision();

CREATE TRIGGER services_provision_come AFTER INSERT ON public.intake_referral REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_provision_too();

CREATE TRIGGER services_provision_come AFTER INSERT ON public.services_provision REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_provision();

CREATE TRIGGER services_provision_go AFTER DELETE ON public.intake_referral REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_provision_too();

CREATE TRIGGER services_provision_go AFTER DELETE ON public.services_provision REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_services_provision();

CREATE TRIGGER skills_taught_change AFTER UPDATE ON public.stays_skillline REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_skills_taught();

CREATE TRIGGER skills_taught_come AFTER INSERT ON public.stays_skillline REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_skills_taught();

CREATE TRIGGER skills_taught_go AFTER DELETE ON public.stays_skillline REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_skills_taught();

CREATE TRIGGER stays_admission_change AFTER UPDATE ON public.stays_admission REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_admission();

CREATE TRIGGER stays_admission_come AFTER INSERT ON public.stays_admission REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_admission();

CREATE TRIGGER stays_admission_go AFTER DELETE ON public.stays_admission REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_admission();

CREATE TRIGGER stays_beduse_change AFTER UPDATE ON public.stays_beduse REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_beduse();

CREATE TRIGGER stays_beduse_come AFTER INSERT ON public.stays_beduse REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_beduse();

CREATE TRIGGER stays_beduse_go AFTER DELETE ON public.stays_beduse REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_beduse();

CREATE TRIGGER stays_lodger_change AFTER UPDATE ON public.stays_lodger REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_lodger();

CREATE TRIGGER stays_lodger_come AFTER INSERT ON public.stays_lodger REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_lodger();

CREATE TRIGGER stays_lodger_go AFTER DELETE ON public.stays_lodger REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_lodger();

CREATE TRIGGER stays_routinemark_change AFTER UPDATE ON public.stays_routinemark REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_routinemark();

CREATE TRIGGER stays_routinemark_come AFTER INSERT ON public.stays_routinemark REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_routinemark();

CREATE TRIGGER stays_routinemark_go AFTER DELETE ON public.stays_routinemark REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stays_routinemark();

CREATE TRIGGER stock_counts_change AFTER UPDATE ON public.goods_stockcount REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stock_counts();

CREATE TRIGGER stock_counts_come AFTER INSERT ON public.goods_stockcount REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stock_counts();

CREATE TRIGGER stock_counts_go AFTER DELETE ON public.goods_stockcount REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_stock_counts();

CREATE TRIGGER studies_decision_is_final BEFORE UPDATE ON public.studies_decision FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER studies_decision_stays BEFORE DELETE ON public.studies_decision FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER studies_decisioneffect_is_final BEFORE UPDATE ON public.studies_decisioneffect FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER studies_decisioneffect_stays BEFORE DELETE ON public.studies_decisioneffect FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER studies_firstlook_is_final BEFORE UPDATE ON public.studies_firstlook FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER studies_firstlook_stays BEFORE DELETE ON public.studies_firstlook FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER studies_hypothesis_is_final BEFORE UPDATE ON public.studies_hypothesis FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER studies_hypothesis_stays BEFORE DELETE ON public.studies_hypothesis FOR EACH ROW EXECUTE FUNCTION public.opora_is_final();

CREATE TRIGGER voice_followercount_change AFTER UPDATE ON public.voice_followercount REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_voice_followercount();

CREATE TRIGGER voice_followercount_come AFTER INSERT ON public.voice_followercount REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_voice_followercount();

CREATE TRIGGER voice_followercount_go AFTER DELETE ON public.voice_followercount REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_voice_followercount();

CREATE TRIGGER voice_publicpiece_change AFTER UPDATE ON public.voice_publicpiece REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_voice_publicpiece();

CREATE TRIGGER voice_publicpiece_come AFTER INSERT ON public.voice_publicpiece REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_voice_publicpiece();

CREATE TRIGGER voice_publicpiece_go AFTER DELETE ON public.voice_publicpiece REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_voice_publicpiece();

CREATE TRIGGER voice_voicechannel_change AFTER UPDATE ON public.voice_voicechannel REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_voice_voicechannel();

CREATE TRIGGER voice_voicechannel_come AFTER INSERT ON public.voice_voicechannel REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_voice_voicechannel();

CREATE TRIGGER voice_voicechannel_go AFTER DELETE ON public.voice_voicechannel REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_voice_voicechannel();

CREATE TRIGGER volunteers_helper_change AFTER UPDATE ON public.volunteers_helper REFERENCING OLD TABLE AS was NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_volunteers_helper();

CREATE TRIGGER volunteers_helper_come AFTER INSERT ON public.volunteers_helper REFERENCING NEW TABLE AS now FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_volunteers_helper();

CREATE TRIGGER volunteers_helper_go AFTER DELETE ON public.volunteers_helper REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION public.indicators_mark_volunteers_helper();

ALTER TABLE ONLY public.access_apitoken
    ADD CONSTRAINT access_apitoken_revoked_by_id_28f61913_fk_access_user_id FOREIGN KEY (revoked_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_apitoken
    ADD CONSTRAINT access_apitoken_user_id_9f3b952b_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_invitation
    ADD CONSTRAINT access_invitation_accepted_by_id_652ab6dd_fk_access_user_id FOREIGN KEY (accepted_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_invitation
    ADD CONSTRAINT access_invitation_invited_by_id_00fbe791_fk_access_user_id FOREIGN KEY (invited_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_roleassignment
    ADD CONSTRAINT access_roleassignmen_department_id_25f050bf_fk_access_de FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_roleassignment
    ADD CONSTRAINT access_roleassignment_user_id_cfe8c2d4_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_substitution
    ADD CONSTRAINT access_substitution_absent_id_2b8da123_fk_access_user_id FOREIGN KEY (absent_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_substitution
    ADD CONSTRAINT access_substitution_by_id_ec410dda_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.access_substitution
    ADD CONSTRAINT access_substitution_substitute_id_3da2729a_fk_access_user_id FOREIGN KEY (substitute_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessme_approved_by_id_0f9e96de_fk_access_us FOREIGN KEY (approved_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.assessments_assessmentdraft
    ADD CONSTRAINT assessments_assessme_assessment_id_99d11b20_fk_assessmen FOREIGN KEY (assessment_id) REFERENCES public.assessments_assessment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessme_replaces_id_f5e421c9_fk_assessmen FOREIGN KEY (replaces_id) REFERENCES public.assessments_assessment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.assessments_assessmentdraft
    ADD CONSTRAINT assessments_assessme_version_id_ccee9b82_fk_instrumen FOREIGN KEY (version_id) REFERENCES public.instruments_instrumentversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessme_version_id_d5335d7b_fk_instrumen FOREIGN KEY (version_id) REFERENCES public.instruments_instrumentversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessment_assessor_id_70ee953f_fk_access_user_id FOREIGN KEY (assessor_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.assessments_assessment
    ADD CONSTRAINT assessments_assessment_case_id_3fc00999_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.assessments_assessmentdraft
    ADD CONSTRAINT assessments_assessmentdraft_case_id_7d23d499_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.assessments_assessmentdraft
    ADD CONSTRAINT assessments_assessmentdraft_user_id_214f19bb_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.attention_aside
    ADD CONSTRAINT attention_aside_by_id_d48358b3_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.attention_aside
    ADD CONSTRAINT attention_aside_case_id_49341dba_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.attention_lookstand
    ADD CONSTRAINT attention_lookstand_case_id_8ea4842b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.attention_lookstand
    ADD CONSTRAINT attention_lookstand_department_id_b7bdb95a_fk_access_de FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_client_id_d55d12dd_fk_families_person_id FOREIGN KEY (client_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_department_id_c5b7309d_fk_access_department_id FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_family_id_035a325a_fk_families_family_id FOREIGN KEY (family_id) REFERENCES public.families_family(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_program_id_294d0807_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_casechild
    ADD CONSTRAINT cases_casechild_case_id_0c7fee23_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_casechild
    ADD CONSTRAINT cases_casechild_person_id_5a5ecd19_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_casecorrection
    ADD CONSTRAINT cases_casecorrection_by_id_c6bd9af9_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_casecorrection
    ADD CONSTRAINT cases_casecorrection_case_id_fc3c5f49_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_casetransfer
    ADD CONSTRAINT cases_casetransfer_by_id_74a4f102_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_casetransfer
    ADD CONSTRAINT cases_casetransfer_case_id_f0843ff1_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_casetransfer
    ADD CONSTRAINT cases_casetransfer_from_department_id_c5fb601a_fk_access_de FOREIGN KEY (from_department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_casetransfer
    ADD CONSTRAINT cases_casetransfer_from_program_id_049510bf_fk_programs_ FOREIGN KEY (from_program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_casetransfer
    ADD CONSTRAINT cases_casetransfer_to_program_id_33f92b7f_fk_programs_ FOREIGN KEY (to_program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_closing
    ADD CONSTRAINT cases_closing_case_id_32a47cc4_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_closingchild
    ADD CONSTRAINT cases_closingchild_closing_id_4f23690b_fk_cases_closing_id FOREIGN KEY (closing_id) REFERENCES public.cases_closing(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_closingchild
    ADD CONSTRAINT cases_closingchild_person_id_b5cdb62a_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_followup
    ADD CONSTRAINT cases_followup_case_id_8a9f2d2a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_followup
    ADD CONSTRAINT cases_followup_department_id_330bae9f_fk_access_department_id FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_followupchild
    ADD CONSTRAINT cases_followupchild_contact_id_0e59e743_fk_cases_fol FOREIGN KEY (contact_id) REFERENCES public.cases_followupcontact(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_followupchild
    ADD CONSTRAINT cases_followupchild_person_id_e7729305_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_followupcontact
    ADD CONSTRAINT cases_followupcontac_follow_up_id_f396568f_fk_cases_fol FOREIGN KEY (follow_up_id) REFERENCES public.cases_followup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_followupcontact
    ADD CONSTRAINT cases_followupcontact_by_id_423244df_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_plannedhandover
    ADD CONSTRAINT cases_plannedhandover_by_id_f12b5248_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_plannedhandover
    ADD CONSTRAINT cases_plannedhandover_case_id_6436ea9a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_plannedhandover
    ADD CONSTRAINT cases_plannedhandover_to_user_id_94144127_fk_access_user_id FOREIGN KEY (to_user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_stay
    ADD CONSTRAINT cases_stay_case_id_9bbfeb06_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_stay
    ADD CONSTRAINT cases_stay_department_id_03633237_fk_access_department_id FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_stayextension
    ADD CONSTRAINT cases_stayextension_approved_by_id_74560650_fk_access_user_id FOREIGN KEY (approved_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_stayextension
    ADD CONSTRAINT cases_stayextension_stay_id_7691b624_fk_cases_stay_id FOREIGN KEY (stay_id) REFERENCES public.cases_stay(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_teammember
    ADD CONSTRAINT cases_teammember_case_id_4d28a008_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cases_teammember
    ADD CONSTRAINT cases_teammember_user_id_bb0df338_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.catalogue_service
    ADD CONSTRAINT catalogue_service_direction_id_501de7e6_fk_catalogue FOREIGN KEY (direction_id) REFERENCES public.catalogue_direction(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.circumstances_lifechange
    ADD CONSTRAINT circumstances_lifech_person_id_273a625a_fk_families_ FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.circumstances_lifechange
    ADD CONSTRAINT circumstances_lifechange_by_id_17ca601d_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.circumstances_lifechange
    ADD CONSTRAINT circumstances_lifechange_case_id_433249f9_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.circumstances_lifechange
    ADD CONSTRAINT circumstances_lifechange_route_id_1c6af126_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_agreement
    ADD CONSTRAINT correspondence_agree_file_id_b1c5e745_fk_papers_st FOREIGN KEY (file_id) REFERENCES public.papers_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_agreement
    ADD CONSTRAINT correspondence_agree_partner_id_748a1e0b_fk_partners_ FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_agreement
    ADD CONSTRAINT correspondence_agreement_by_id_cb2e525c_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_jointmeeting_partners
    ADD CONSTRAINT correspondence_joint_jointmeeting_id_b3e1b031_fk_correspon FOREIGN KEY (jointmeeting_id) REFERENCES public.correspondence_jointmeeting(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_jointmeeting_partners
    ADD CONSTRAINT correspondence_joint_partner_id_4436f887_fk_partners_ FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_jointmeeting
    ADD CONSTRAINT correspondence_jointmeeting_by_id_a75ddda2_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_letterperson
    ADD CONSTRAINT correspondence_lette_letter_id_6bf999e5_fk_correspon FOREIGN KEY (letter_id) REFERENCES public.correspondence_officialletter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_letterperson
    ADD CONSTRAINT correspondence_lette_person_id_b756eb1a_fk_families_ FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_officialletter
    ADD CONSTRAINT correspondence_offic_answers_id_5fbe6601_fk_correspon FOREIGN KEY (answers_id) REFERENCES public.correspondence_officialletter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_officialletter
    ADD CONSTRAINT correspondence_offic_approved_by_id_e20d646b_fk_access_us FOREIGN KEY (approved_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_officialletter
    ADD CONSTRAINT correspondence_offic_file_id_7d2697c8_fk_papers_st FOREIGN KEY (file_id) REFERENCES public.papers_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_officialletter
    ADD CONSTRAINT correspondence_offic_partner_id_16c59cbc_fk_partners_ FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_officialletter
    ADD CONSTRAINT correspondence_offic_route_id_d94ee593_fk_process_r FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_officialletter
    ADD CONSTRAINT correspondence_offic_template_id_b7c2376c_fk_papers_le FOREIGN KEY (template_id) REFERENCES public.papers_lettertemplate(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_officialletter
    ADD CONSTRAINT correspondence_officialletter_by_id_317e5310_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_officialletter
    ADD CONSTRAINT correspondence_officialletter_case_id_21a8dc67_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_rememberedcases
    ADD CONSTRAINT correspondence_remem_case_id_74983430_fk_cases_cas FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_rememberedcases
    ADD CONSTRAINT correspondence_remem_route_id_8399a62a_fk_process_r FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.correspondence_rememberedcases
    ADD CONSTRAINT correspondence_rememberedcases_by_id_100fe58e_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.councils_ballot
    ADD CONSTRAINT councils_ballot_by_id_deab2f27_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.councils_ballot
    ADD CONSTRAINT councils_ballot_chair_id_c8a563a8_fk_access_user_id FOREIGN KEY (chair_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.councils_ballot
    ADD CONSTRAINT councils_ballot_closed_by_id_a5bebf9c_fk_access_user_id FOREIGN KEY (closed_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.councils_ballot
    ADD CONSTRAINT councils_ballot_route_id_2fbfc077_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.councils_conference
    ADD CONSTRAINT councils_conference_by_id_86b1a5d3_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.councils_conference
    ADD CONSTRAINT councils_conference_route_id_84daba82_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.councils_panelseat
    ADD CONSTRAINT councils_panelseat_ballot_id_2d85fffb_fk_councils_ballot_id FOREIGN KEY (ballot_id) REFERENCES public.councils_ballot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.councils_panelseat
    ADD CONSTRAINT councils_panelseat_invitation_id_f0c777ec_fk_process_r FOREIGN KEY (invitation_id) REFERENCES public.process_routemember(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.councils_panelseat
    ADD CONSTRAINT councils_panelseat_user_id_ca0f8ee2_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.councils_vote
    ADD CONSTRAINT councils_vote_seat_id_850b80e0_fk_councils_panelseat_id FOREIGN KEY (seat_id) REFERENCES public.councils_panelseat(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.details_detail
    ADD CONSTRAINT details_detail_by_id_56727d04_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.details_detail
    ADD CONSTRAINT details_detail_case_id_d1cfb574_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.details_detail
    ADD CONSTRAINT details_detail_contact_id_a7a31df8_fk_intake_contactrecord_id FOREIGN KEY (contact_id) REFERENCES public.intake_contactrecord(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.details_detail
    ADD CONSTRAINT details_detail_family_id_f3c8bc79_fk_families_family_id FOREIGN KEY (family_id) REFERENCES public.families_family(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.details_detail
    ADD CONSTRAINT details_detail_field_id_a0c36c71_fk_fields_fielddefinition_id FOREIGN KEY (field_id) REFERENCES public.fields_fielddefinition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.details_detail
    ADD CONSTRAINT details_detail_of_case_id_e27108e0_fk_cases_case_id FOREIGN KEY (of_case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.details_detail
    ADD CONSTRAINT details_detail_person_id_142937ad_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.details_detail
    ADD CONSTRAINT details_detail_route_id_77e1d3f4_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.drafts_formdraft
    ADD CONSTRAINT drafts_formdraft_user_id_960f9f1b_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.duties_handingon
    ADD CONSTRAINT duties_handingon_by_id_1740313e_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.duties_handingon
    ADD CONSTRAINT duties_handingon_from_user_id_6810f6fa_fk_access_user_id FOREIGN KEY (from_user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.duties_plannedpassing
    ADD CONSTRAINT duties_plannedpassing_by_id_1fd874ce_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.duties_plannedpassing
    ADD CONSTRAINT duties_plannedpassing_from_user_id_eb7adbc1_fk_access_user_id FOREIGN KEY (from_user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_casefact
    ADD CONSTRAINT evidence_casefact_case_id_f45c83f3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_casefact
    ADD CONSTRAINT evidence_casefact_department_id_4de1e159_fk_access_de FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_casefact
    ADD CONSTRAINT evidence_casefact_program_id_8fb67012_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_childfact
    ADD CONSTRAINT evidence_childfact_case_id_ec0a7fc5_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_formerchild
    ADD CONSTRAINT evidence_formerchild_case_id_f5e7da4c_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_formerchild
    ADD CONSTRAINT evidence_formerchild_closing_id_ff1f07dd_fk_cases_closing_id FOREIGN KEY (closing_id) REFERENCES public.cases_closing(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_formerfact
    ADD CONSTRAINT evidence_formerfact_case_id_aa1a86f0_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_formerfact
    ADD CONSTRAINT evidence_formerfact_closing_id_374f1cc3_fk_cases_closing_id FOREIGN KEY (closing_id) REFERENCES public.cases_closing(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_itemhelp
    ADD CONSTRAINT evidence_itemhelp_program_id_3fb901d4_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_itemhelp
    ADD CONSTRAINT evidence_itemhelp_service_id_6be7b594_fk_catalogue_service_id FOREIGN KEY (service_id) REFERENCES public.catalogue_service(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_monthtally
    ADD CONSTRAINT evidence_monthtally_department_id_5c2cf288_fk_access_de FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence_monthtally
    ADD CONSTRAINT evidence_monthtally_program_id_cd00da63_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_family
    ADD CONSTRAINT families_family_merged_into_id_3ca5711b_fk_families_family_id FOREIGN KEY (merged_into_id) REFERENCES public.families_family(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_familymember
    ADD CONSTRAINT families_familymember_family_id_c26a6781_fk_families_family_id FOREIGN KEY (family_id) REFERENCES public.families_family(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_familymember
    ADD CONSTRAINT families_familymember_person_id_72d6a23b_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_merge
    ADD CONSTRAINT families_merge_by_id_eb925f91_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_merge
    ADD CONSTRAINT families_merge_gone_family_id_0400b1b2_fk_families_family_id FOREIGN KEY (gone_family_id) REFERENCES public.families_family(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_merge
    ADD CONSTRAINT families_merge_gone_id_a327fcac_fk_families_person_id FOREIGN KEY (gone_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_merge
    ADD CONSTRAINT families_merge_kept_family_id_23e5d633_fk_families_family_id FOREIGN KEY (kept_family_id) REFERENCES public.families_family(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_merge
    ADD CONSTRAINT families_merge_kept_id_5c8f03c9_fk_families_person_id FOREIGN KEY (kept_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_merge
    ADD CONSTRAINT families_merge_undone_by_id_d7ba57e5_fk_access_user_id FOREIGN KEY (undone_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_person
    ADD CONSTRAINT families_person_merged_into_id_110ae783_fk_families_person_id FOREIGN KEY (merged_into_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_personkey
    ADD CONSTRAINT families_personkey_person_id_59c4261e_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_placement
    ADD CONSTRAINT families_placement_child_id_063b5c45_fk_families_person_id FOREIGN KEY (child_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.families_searchindex
    ADD CONSTRAINT families_searchindex_person_id_e734a011_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.fields_fielddefinition
    ADD CONSTRAINT fields_fielddefinition_made_by_id_bfbead3f_fk_access_user_id FOREIGN KEY (made_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_appeal
    ADD CONSTRAINT goods_appeal_by_id_a3c6beda_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_appeal
    ADD CONSTRAINT goods_appeal_donor_id_fffa68d6_fk_volunteers_helper_id FOREIGN KEY (donor_id) REFERENCES public.volunteers_helper(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_countline
    ADD CONSTRAINT goods_countline_count_id_cf05ca28_fk_goods_stockcount_id FOREIGN KEY (count_id) REFERENCES public.goods_stockcount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_countline
    ADD CONSTRAINT goods_countline_lot_id_69cafc2e_fk_goods_lot_id FOREIGN KEY (lot_id) REFERENCES public.goods_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_donation
    ADD CONSTRAINT goods_donation_by_id_7618a194_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_donation
    ADD CONSTRAINT goods_donation_donor_id_345ad3f5_fk_volunteers_helper_id FOREIGN KEY (donor_id) REFERENCES public.volunteers_helper(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_donation
    ADD CONSTRAINT goods_donation_purpose_id_1c348ff0_fk_goods_purpose_id FOREIGN KEY (purpose_id) REFERENCES public.goods_purpose(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_familyneed
    ADD CONSTRAINT goods_familyneed_by_id_5a420826_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_familyneed
    ADD CONSTRAINT goods_familyneed_case_id_ac3e8ead_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_familyneed
    ADD CONSTRAINT goods_familyneed_department_id_e8dc67a3_fk_access_department_id FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_familyneed
    ADD CONSTRAINT goods_familyneed_good_id_59c1fbbd_fk_goods_good_id FOREIGN KEY (good_id) REFERENCES public.goods_good(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_familyneed
    ADD CONSTRAINT goods_familyneed_person_id_103937e4_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_familyneed
    ADD CONSTRAINT goods_familyneed_route_id_1e901002_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_givingnorm
    ADD CONSTRAINT goods_givingnorm_good_id_cf873fa1_fk_goods_good_id FOREIGN KEY (good_id) REFERENCES public.goods_good(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_handout
    ADD CONSTRAINT goods_handout_by_id_b2feb45e_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_handout
    ADD CONSTRAINT goods_handout_place_id_6904c30f_fk_goods_stockplace_id FOREIGN KEY (place_id) REFERENCES public.goods_stockplace(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_handoutline
    ADD CONSTRAINT goods_handoutline_good_id_1c3c388e_fk_goods_good_id FOREIGN KEY (good_id) REFERENCES public.goods_good(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_handoutline
    ADD CONSTRAINT goods_handoutline_hand_out_id_7065cbb8_fk_goods_handout_id FOREIGN KEY (hand_out_id) REFERENCES public.goods_handout(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_handoutline
    ADD CONSTRAINT goods_handoutline_kit_id_11c54616_fk_goods_kit_id FOREIGN KEY (kit_id) REFERENCES public.goods_kit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_issue
    ADD CONSTRAINT goods_issue_by_id_8091ca84_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_issue
    ADD CONSTRAINT goods_issue_case_id_d13d5a25_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_issue
    ADD CONSTRAINT goods_issue_place_id_c05ac32d_fk_goods_stockplace_id FOREIGN KEY (place_id) REFERENCES public.goods_stockplace(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_issue
    ADD CONSTRAINT goods_issue_receiver_id_3a4da83e_fk_families_person_id FOREIGN KEY (receiver_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_issue
    ADD CONSTRAINT goods_issue_reverses_id_0418bfa5_fk_goods_issue_id FOREIGN KEY (reverses_id) REFERENCES public.goods_issue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_issue
    ADD CONSTRAINT goods_issue_route_id_2092f7e8_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_issueline
    ADD CONSTRAINT goods_issueline_good_id_df2c5f84_fk_goods_good_id FOREIGN KEY (good_id) REFERENCES public.goods_good(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_issueline
    ADD CONSTRAINT goods_issueline_issue_id_26307ea8_fk_goods_issue_id FOREIGN KEY (issue_id) REFERENCES public.goods_issue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_issueline
    ADD CONSTRAINT goods_issueline_kit_id_986d4f79_fk_goods_kit_id FOREIGN KEY (kit_id) REFERENCES public.goods_kit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_kitpart
    ADD CONSTRAINT goods_kitpart_good_id_2ae73b5e_fk_goods_good_id FOREIGN KEY (good_id) REFERENCES public.goods_good(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_kitpart
    ADD CONSTRAINT goods_kitpart_kit_id_93f7bc3a_fk_goods_kit_id FOREIGN KEY (kit_id) REFERENCES public.goods_kit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_lot
    ADD CONSTRAINT goods_lot_good_id_0c80d662_fk_goods_good_id FOREIGN KEY (good_id) REFERENCES public.goods_good(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_lot
    ADD CONSTRAINT goods_lot_place_id_1574da29_fk_goods_stockplace_id FOREIGN KEY (place_id) REFERENCES public.goods_stockplace(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_lot
    ADD CONSTRAINT goods_lot_purpose_id_a5bc521d_fk_goods_purpose_id FOREIGN KEY (purpose_id) REFERENCES public.goods_purpose(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_moneyhelp
    ADD CONSTRAINT goods_moneyhelp_issue_id_ee1dd789_fk_goods_issue_id FOREIGN KEY (issue_id) REFERENCES public.goods_issue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_movement
    ADD CONSTRAINT goods_movement_entry_id_caaffa71_fk_goods_stockentry_id FOREIGN KEY (entry_id) REFERENCES public.goods_stockentry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_movement
    ADD CONSTRAINT goods_movement_lot_id_b590396c_fk_goods_lot_id FOREIGN KEY (lot_id) REFERENCES public.goods_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_purpose
    ADD CONSTRAINT goods_purpose_program_id_a04dd23f_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_reservation
    ADD CONSTRAINT goods_reservation_by_id_fa26b8f3_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_reservation
    ADD CONSTRAINT goods_reservation_case_id_87dcaab3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_reservation
    ADD CONSTRAINT goods_reservation_hand_out_id_6e5d11c5_fk_goods_handout_id FOREIGN KEY (hand_out_id) REFERENCES public.goods_handout(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_reservation
    ADD CONSTRAINT goods_reservation_issue_id_cceb1006_fk_goods_issue_id FOREIGN KEY (issue_id) REFERENCES public.goods_issue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_reservation
    ADD CONSTRAINT goods_reservation_place_id_d081414f_fk_goods_stockplace_id FOREIGN KEY (place_id) REFERENCES public.goods_stockplace(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_reservation
    ADD CONSTRAINT goods_reservation_route_id_8a821a38_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_reservationline
    ADD CONSTRAINT goods_reservationlin_reservation_id_5c5a62fc_fk_goods_res FOREIGN KEY (reservation_id) REFERENCES public.goods_reservation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_reservationline
    ADD CONSTRAINT goods_reservationline_lot_id_484055a9_fk_goods_lot_id FOREIGN KEY (lot_id) REFERENCES public.goods_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_stockcount
    ADD CONSTRAINT goods_stockcount_begun_by_id_b73f7f77_fk_access_user_id FOREIGN KEY (begun_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_stockcount
    ADD CONSTRAINT goods_stockcount_closed_by_id_616d98ba_fk_access_user_id FOREIGN KEY (closed_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_stockcount
    ADD CONSTRAINT goods_stockcount_entry_id_2d3372bf_fk_goods_stockentry_id FOREIGN KEY (entry_id) REFERENCES public.goods_stockentry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_stockcount
    ADD CONSTRAINT goods_stockcount_place_id_e897a769_fk_goods_stockplace_id FOREIGN KEY (place_id) REFERENCES public.goods_stockplace(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_stockentry
    ADD CONSTRAINT goods_stockentry_by_id_cce59b1a_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_stockentry
    ADD CONSTRAINT goods_stockentry_donation_id_2f37829d_fk_goods_donation_id FOREIGN KEY (donation_id) REFERENCES public.goods_donation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.goods_stockentry
    ADD CONSTRAINT goods_stockentry_issue_id_9ed6105b_fk_goods_issue_id FOREIGN KEY (issue_id) REFERENCES public.goods_issue(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_commitment
    ADD CONSTRAINT groups_commitment_by_id_c83aae62_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_commitment
    ADD CONSTRAINT groups_commitment_case_id_3ef58383_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_commitment
    ADD CONSTRAINT groups_commitment_route_id_71919bed_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_commitment
    ADD CONSTRAINT groups_commitment_session_id_d70d1df3_fk_groups_session_id FOREIGN KEY (session_id) REFERENCES public.groups_session(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_commitment
    ADD CONSTRAINT groups_commitment_task_id_f3f6c267_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_group
    ADD CONSTRAINT groups_group_by_id_f504e2b5_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_group
    ADD CONSTRAINT groups_group_department_id_ae6e78df_fk_access_department_id FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_group_leaders
    ADD CONSTRAINT groups_group_leaders_group_id_eaa1130f_fk_groups_group_id FOREIGN KEY (group_id) REFERENCES public.groups_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_group_leaders
    ADD CONSTRAINT groups_group_leaders_user_id_8890671b_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_group
    ADD CONSTRAINT groups_group_program_id_1b0dd1f8_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_group
    ADD CONSTRAINT groups_group_service_id_169329cc_fk_catalogue_service_id FOREIGN KEY (service_id) REFERENCES public.catalogue_service(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_guest
    ADD CONSTRAINT groups_guest_by_id_974cf1d3_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_guest
    ADD CONSTRAINT groups_guest_case_id_0f64494c_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_guest
    ADD CONSTRAINT groups_guest_route_id_ba665ac5_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_guest
    ADD CONSTRAINT groups_guest_session_id_4a9eca99_fk_groups_session_id FOREIGN KEY (session_id) REFERENCES public.groups_session(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_homeworkresult
    ADD CONSTRAINT groups_homeworkresult_by_id_cc91feef_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_homeworkresult
    ADD CONSTRAINT groups_homeworkresult_case_id_e3f75e4a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_homeworkresult
    ADD CONSTRAINT groups_homeworkresult_route_id_9be04a77_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_homeworkresult
    ADD CONSTRAINT groups_homeworkresult_session_id_27e87e8d_fk_groups_session_id FOREIGN KEY (session_id) REFERENCES public.groups_session(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_mark
    ADD CONSTRAINT groups_mark_participant_id_04883915_fk_groups_participant_id FOREIGN KEY (participant_id) REFERENCES public.groups_participant(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_mark
    ADD CONSTRAINT groups_mark_session_id_730ab440_fk_groups_session_id FOREIGN KEY (session_id) REFERENCES public.groups_session(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_participant
    ADD CONSTRAINT groups_participant_by_id_e3cef292_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_participant
    ADD CONSTRAINT groups_participant_case_id_5eff5862_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_participant
    ADD CONSTRAINT groups_participant_group_id_09dbcd11_fk_groups_group_id FOREIGN KEY (group_id) REFERENCES public.groups_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_participant
    ADD CONSTRAINT groups_participant_person_id_da60ea25_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_participant
    ADD CONSTRAINT groups_participant_route_id_d1062fd4_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groups_session
    ADD CONSTRAINT groups_session_group_id_ccd22ef3_fk_groups_group_id FOREIGN KEY (group_id) REFERENCES public.groups_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_indicatordraft
    ADD CONSTRAINT indicators_indicator_base_id_40e290ab_fk_indicator FOREIGN KEY (base_id) REFERENCES public.indicators_indicatorversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_indicatordraft
    ADD CONSTRAINT indicators_indicator_begun_by_id_432875ee_fk_access_us FOREIGN KEY (begun_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_indicatordraft
    ADD CONSTRAINT indicators_indicator_changed_by_id_a5c7930e_fk_access_us FOREIGN KEY (changed_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_indicatorversion
    ADD CONSTRAINT indicators_indicator_made_by_id_cd14dc72_fk_access_us FOREIGN KEY (made_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_outsidefigure
    ADD CONSTRAINT indicators_outsidefigure_by_id_40157d9c_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_target
    ADD CONSTRAINT indicators_target_program_id_86b4ccee_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.indicators_target
    ADD CONSTRAINT indicators_target_set_by_id_dc5b76d3_fk_access_user_id FOREIGN KEY (set_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.instruments_instrumentdraft
    ADD CONSTRAINT instruments_instrume_base_id_757dd2e1_fk_instrumen FOREIGN KEY (base_id) REFERENCES public.instruments_instrumentversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.instruments_instrumentdraft
    ADD CONSTRAINT instruments_instrume_begun_by_id_d26a4958_fk_access_us FOREIGN KEY (begun_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.instruments_instrumentdraft
    ADD CONSTRAINT instruments_instrume_changed_by_id_abf3d02a_fk_access_us FOREIGN KEY (changed_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.instruments_instrumentversion
    ADD CONSTRAINT instruments_instrume_instrument_id_4b09eccb_fk_instrumen FOREIGN KEY (instrument_id) REFERENCES public.instruments_instrument(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.instruments_instrumentversion
    ADD CONSTRAINT instruments_instrume_made_by_id_965b7dfb_fk_access_us FOREIGN KEY (made_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_aiditem
    ADD CONSTRAINT intake_aiditem_aid_id_d778e8e5_fk_intake_urgentaid_id FOREIGN KEY (aid_id) REFERENCES public.intake_urgentaid(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_analyticreport
    ADD CONSTRAINT intake_analyticreport_by_id_d479d594_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_analyticreport
    ADD CONSTRAINT intake_analyticreport_route_id_dcb4fad9_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_contactrecord
    ADD CONSTRAINT intake_contactrecord_by_id_bdd5baf5_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_contactrecord
    ADD CONSTRAINT intake_contactrecord_case_id_dbe7ccad_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_contactrecord_people
    ADD CONSTRAINT intake_contactrecord_contactrecord_id_2c044db2_fk_intake_co FOREIGN KEY (contactrecord_id) REFERENCES public.intake_contactrecord(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_contactrecord_people
    ADD CONSTRAINT intake_contactrecord_person_id_94cdaa77_fk_families_ FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_contactrecord
    ADD CONSTRAINT intake_contactrecord_route_id_9c440f6f_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_observation
    ADD CONSTRAINT intake_observation_by_id_3ad48219_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_observation
    ADD CONSTRAINT intake_observation_case_id_6f9a01fc_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_observation
    ADD CONSTRAINT intake_observation_route_id_18fefbbd_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_registered_by_id_1e041c50_fk_access_user_id FOREIGN KEY (registered_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_route_id_08bef0b6_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_riskform
    ADD CONSTRAINT intake_riskform_by_id_fe7c03f2_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_riskform
    ADD CONSTRAINT intake_riskform_route_id_52ffcad2_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_signaljoin
    ADD CONSTRAINT intake_signaljoin_by_id_59929bb8_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_signaljoin
    ADD CONSTRAINT intake_signaljoin_family_id_2c8a5885_fk_families_family_id FOREIGN KEY (family_id) REFERENCES public.families_family(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_signaljoin
    ADD CONSTRAINT intake_signaljoin_given_id_bb12d7aa_fk_intake_referral_id FOREIGN KEY (given_id) REFERENCES public.intake_referral(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_signaljoin
    ADD CONSTRAINT intake_signaljoin_other_id_b3ba7e86_fk_intake_referral_id FOREIGN KEY (other_id) REFERENCES public.intake_referral(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_signaljoin
    ADD CONSTRAINT intake_signaljoin_undone_by_id_aa97498f_fk_access_user_id FOREIGN KEY (undone_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_signalmark
    ADD CONSTRAINT intake_signalmark_referral_id_f1f950ce_fk_intake_referral_id FOREIGN KEY (referral_id) REFERENCES public.intake_referral(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_sourcenote
    ADD CONSTRAINT intake_sourcenote_by_id_5337d837_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_sourcenote
    ADD CONSTRAINT intake_sourcenote_case_id_e72c37b7_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_sourcenote
    ADD CONSTRAINT intake_sourcenote_route_id_cc9b74ba_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_urgentaid
    ADD CONSTRAINT intake_urgentaid_by_id_b990a3b1_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_urgentaid
    ADD CONSTRAINT intake_urgentaid_case_id_5a026b4b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_urgentaid
    ADD CONSTRAINT intake_urgentaid_reverses_id_223fb21b_fk_intake_urgentaid_id FOREIGN KEY (reverses_id) REFERENCES public.intake_urgentaid(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_urgentaid
    ADD CONSTRAINT intake_urgentaid_route_id_0b994720_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_visit_adults
    ADD CONSTRAINT intake_visit_adults_person_id_0a370ae6_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_visit_adults
    ADD CONSTRAINT intake_visit_adults_visit_id_03a3d30c_fk_intake_visit_id FOREIGN KEY (visit_id) REFERENCES public.intake_visit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_visit
    ADD CONSTRAINT intake_visit_approved_by_id_44dc7e44_fk_access_user_id FOREIGN KEY (approved_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_visit
    ADD CONSTRAINT intake_visit_by_id_8126e2a5_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_visit
    ADD CONSTRAINT intake_visit_case_id_7ec64c11_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_visit
    ADD CONSTRAINT intake_visit_route_id_dcf27a5b_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_visitedchild
    ADD CONSTRAINT intake_visitedchild_person_id_7ab6f154_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.intake_visitedchild
    ADD CONSTRAINT intake_visitedchild_visit_id_f6a5b462_fk_intake_visit_id FOREIGN KEY (visit_id) REFERENCES public.intake_visit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.logic_modeldraft
    ADD CONSTRAINT logic_modeldraft_base_id_2e4b2e87_fk_logic_modelversion_id FOREIGN KEY (base_id) REFERENCES public.logic_modelversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.logic_modeldraft
    ADD CONSTRAINT logic_modeldraft_begun_by_id_cdeb0a51_fk_access_user_id FOREIGN KEY (begun_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.logic_modeldraft
    ADD CONSTRAINT logic_modeldraft_changed_by_id_d8f69e3d_fk_access_user_id FOREIGN KEY (changed_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.logic_modelversion
    ADD CONSTRAINT logic_modelversion_made_by_id_2fd6dafd_fk_access_user_id FOREIGN KEY (made_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_kinlink
    ADD CONSTRAINT network_kinlink_by_id_f793a85f_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_kinlink
    ADD CONSTRAINT network_kinlink_case_id_87cb5f5b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_kinlink
    ADD CONSTRAINT network_kinlink_one_member_id_b66d5cb3_fk_network_n FOREIGN KEY (one_member_id) REFERENCES public.network_networkmember(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_kinlink
    ADD CONSTRAINT network_kinlink_one_person_id_1c263114_fk_families_person_id FOREIGN KEY (one_person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_kinlink
    ADD CONSTRAINT network_kinlink_other_member_id_0de83923_fk_network_n FOREIGN KEY (other_member_id) REFERENCES public.network_networkmember(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_kinlink
    ADD CONSTRAINT network_kinlink_other_person_id_5b69cacd_fk_families_person_id FOREIGN KEY (other_person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_kinlink
    ADD CONSTRAINT network_kinlink_route_id_13ed283b_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_networkmember
    ADD CONSTRAINT network_networkmember_by_id_29c945b8_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_networkmember
    ADD CONSTRAINT network_networkmember_case_id_ec1dc3bb_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_networkmember
    ADD CONSTRAINT network_networkmember_person_id_bc0b3a13_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_networkmember
    ADD CONSTRAINT network_networkmember_route_id_8bb541ba_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_networkrecord
    ADD CONSTRAINT network_networkrecor_member_id_ae288796_fk_network_n FOREIGN KEY (member_id) REFERENCES public.network_networkmember(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_networkrecord
    ADD CONSTRAINT network_networkrecord_by_id_92515ba8_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_networkrecord
    ADD CONSTRAINT network_networkrecord_case_id_8d58ca7e_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_networkrecord
    ADD CONSTRAINT network_networkrecord_route_id_0e7d8c44_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_networktie
    ADD CONSTRAINT network_networktie_member_id_d61d2db2_fk_network_n FOREIGN KEY (member_id) REFERENCES public.network_networkmember(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_networktie
    ADD CONSTRAINT network_networktie_record_id_c10e6a1c_fk_network_n FOREIGN KEY (record_id) REFERENCES public.network_networkrecord(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_outsideneed
    ADD CONSTRAINT network_outsideneed_by_id_b37714ae_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_outsideneed
    ADD CONSTRAINT network_outsideneed_case_id_9b76beec_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_outsideneed
    ADD CONSTRAINT network_outsideneed_partner_id_226d07c5_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.network_outsideneed
    ADD CONSTRAINT network_outsideneed_route_id_ac44588c_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notes_confidentialnote
    ADD CONSTRAINT notes_confidentialnote_by_id_446e0727_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notes_confidentialnote
    ADD CONSTRAINT notes_confidentialnote_case_id_131adeed_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notes_confidentialnote
    ADD CONSTRAINT notes_confidentialnote_route_id_102ad738_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notes_notereader
    ADD CONSTRAINT notes_notereader_by_id_a4765674_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notes_notereader
    ADD CONSTRAINT notes_notereader_note_id_8db78b94_fk_notes_confidentialnote_id FOREIGN KEY (note_id) REFERENCES public.notes_confidentialnote(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notes_notereader
    ADD CONSTRAINT notes_notereader_user_id_4ac9da9f_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notes_noteversion
    ADD CONSTRAINT notes_noteversion_note_id_800d5bb6_fk_notes_confidentialnote_id FOREIGN KEY (note_id) REFERENCES public.notes_confidentialnote(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organization_calendaryear
    ADD CONSTRAINT organization_calendaryear_by_id_3c7ebcd4_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.organization_organizationdetails
    ADD CONSTRAINT organization_organiz_by_id_3806a751_fk_access_us FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_childhistory
    ADD CONSTRAINT papers_childhistory_by_id_07ed7697_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_childhistory
    ADD CONSTRAINT papers_childhistory_child_id_8ed95c7a_fk_families_person_id FOREIGN KEY (child_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_childhistory
    ADD CONSTRAINT papers_childhistory_disclosure_id_493ce414_fk_papers_di FOREIGN KEY (disclosure_id) REFERENCES public.papers_disclosure(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_childhistory
    ADD CONSTRAINT papers_childhistory_route_id_4b48306a_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_consent
    ADD CONSTRAINT papers_consent_by_id_a1628204_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_consent
    ADD CONSTRAINT papers_consent_person_id_6fff1fa0_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_consent
    ADD CONSTRAINT papers_consent_route_id_849817de_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_destructionact
    ADD CONSTRAINT papers_destructionact_by_id_01d3a82e_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_destructionact
    ADD CONSTRAINT papers_destructionact_family_id_dc9af530_fk_families_family_id FOREIGN KEY (family_id) REFERENCES public.families_family(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_destructionact
    ADD CONSTRAINT papers_destructionact_route_id_d3ad68bd_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_destructiontimer
    ADD CONSTRAINT papers_destructionti_act_id_21582246_fk_papers_de FOREIGN KEY (act_id) REFERENCES public.papers_destructionact(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_destructiontimer
    ADD CONSTRAINT papers_destructionti_person_id_287548cf_fk_families_ FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_destructiontimer
    ADD CONSTRAINT papers_destructiontimer_route_id_2924631d_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_disclosure
    ADD CONSTRAINT papers_disclosure_by_id_b2b326ad_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_disclosure
    ADD CONSTRAINT papers_disclosure_case_id_c0cacc16_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_disclosure
    ADD CONSTRAINT papers_disclosure_route_id_efb583c8_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_letter
    ADD CONSTRAINT papers_letter_by_id_080b96c9_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_letter
    ADD CONSTRAINT papers_letter_file_id_5c689d0a_fk_papers_storedfile_id FOREIGN KEY (file_id) REFERENCES public.papers_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_letter
    ADD CONSTRAINT papers_letter_person_id_343612f4_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_letter
    ADD CONSTRAINT papers_letter_route_id_d7e265d2_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_letter
    ADD CONSTRAINT papers_letter_template_id_54a8609a_fk_papers_lettertemplate_id FOREIGN KEY (template_id) REFERENCES public.papers_lettertemplate(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_lettertemplate
    ADD CONSTRAINT papers_lettertemplate_added_by_id_429c6bc3_fk_access_user_id FOREIGN KEY (added_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_notice
    ADD CONSTRAINT papers_notice_by_id_340efd3b_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_notice
    ADD CONSTRAINT papers_notice_route_id_766fcd44_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_storedfile
    ADD CONSTRAINT papers_storedfile_by_id_e49dce86_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_storedfile
    ADD CONSTRAINT papers_storedfile_case_id_39ba73c7_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_storedfile
    ADD CONSTRAINT papers_storedfile_route_id_f63030ce_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_termextension
    ADD CONSTRAINT papers_termextension_by_id_49bbddf5_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.papers_termextension
    ADD CONSTRAINT papers_termextension_term_id_bbfa1b4a_fk_papers_de FOREIGN KEY (term_id) REFERENCES public.papers_destructiontimer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.partners_onwardreferral
    ADD CONSTRAINT partners_onwardrefer_partner_id_fd475dae_fk_partners_ FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.partners_onwardreferral
    ADD CONSTRAINT partners_onwardreferral_by_id_6a540efa_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.partners_onwardreferral
    ADD CONSTRAINT partners_onwardreferral_route_id_69a0cf0a_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pathways_processdraft
    ADD CONSTRAINT pathways_processdraf_base_id_1873b3ad_fk_process_r FOREIGN KEY (base_id) REFERENCES public.process_routeversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pathways_processdraft
    ADD CONSTRAINT pathways_processdraft_begun_by_id_c7f9394a_fk_access_user_id FOREIGN KEY (begun_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pathways_processdraft
    ADD CONSTRAINT pathways_processdraft_changed_by_id_0f5f4303_fk_access_user_id FOREIGN KEY (changed_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pivot_savedtable
    ADD CONSTRAINT pivot_savedtable_owner_id_e4f7519e_fk_access_user_id FOREIGN KEY (owner_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pivot_tableversion
    ADD CONSTRAINT pivot_tableversion_by_id_b0eb8104_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pivot_tableversion
    ADD CONSTRAINT pivot_tableversion_table_id_6964cee2_fk_pivot_savedtable_id FOREIGN KEY (table_id) REFERENCES public.pivot_savedtable(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_familystep
    ADD CONSTRAINT plans_familystep_by_id_92f367cf_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_familystep
    ADD CONSTRAINT plans_familystep_case_id_b2c84edd_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_familystep
    ADD CONSTRAINT plans_familystep_plan_id_e54fb45f_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_familystep
    ADD CONSTRAINT plans_familystep_route_id_9473c103_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_familystep
    ADD CONSTRAINT plans_familystep_task_id_7530bb27_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_decided_by_id_83def21e_fk_access_user_id FOREIGN KEY (decided_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_goal
    ADD CONSTRAINT plans_goal_plan_id_62ddc712_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_harmwaiver
    ADD CONSTRAINT plans_harmwaiver_by_id_d8f065c1_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_harmwaiver
    ADD CONSTRAINT plans_harmwaiver_child_id_6be1fa49_fk_families_person_id FOREIGN KEY (child_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_harmwaiver
    ADD CONSTRAINT plans_harmwaiver_route_id_4f9c5cf7_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_milestone
    ADD CONSTRAINT plans_milestone_task_id_5c233e71_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_begun_by_id_5ad8930e_fk_access_user_id FOREIGN KEY (begun_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_route_id_ef80e875_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_planrevision
    ADD CONSTRAINT plans_planrevision_by_id_311fc676_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_planrevision
    ADD CONSTRAINT plans_planrevision_plan_id_5d3f7885_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_about_id_09a52980_fk_families_person_id FOREIGN KEY (about_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_ended_by_id_cfc0d1ef_fk_access_user_id FOREIGN KEY (ended_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_given_by_id_841d9705_fk_access_user_id FOREIGN KEY (given_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_goal_id_fa023e3d_fk_plans_goal_id FOREIGN KEY (goal_id) REFERENCES public.plans_goal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_member_id_017b01bf_fk_families_person_id FOREIGN KEY (member_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_partner_id_916eec9b_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_plan_id_f86b66fc_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_worker_id_e62e7d89_fk_access_user_id FOREIGN KEY (worker_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_unforeseenevent
    ADD CONSTRAINT plans_unforeseenevent_by_id_8b7210e9_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_unforeseenevent
    ADD CONSTRAINT plans_unforeseenevent_case_id_5d574952_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.plans_unforeseenevent
    ADD CONSTRAINT plans_unforeseenevent_route_id_75e91b31_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_amendment
    ADD CONSTRAINT process_amendment_by_id_cd6a0e42_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_amendment
    ADD CONSTRAINT process_amendment_case_id_416e5ac2_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_amendment
    ADD CONSTRAINT process_amendment_route_id_94dc2a2c_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_paper
    ADD CONSTRAINT process_paper_filed_by_id_2a4c5ffa_fk_access_user_id FOREIGN KEY (filed_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_paper
    ADD CONSTRAINT process_paper_route_id_2d80b4e9_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_route
    ADD CONSTRAINT process_route_case_id_5e1f22cb_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_route
    ADD CONSTRAINT process_route_department_id_7a7cf52b_fk_access_department_id FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_route
    ADD CONSTRAINT process_route_family_id_0fcb45bc_fk_families_family_id FOREIGN KEY (family_id) REFERENCES public.families_family(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_route
    ADD CONSTRAINT process_route_program_id_66ae4c86_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_route
    ADD CONSTRAINT process_route_version_id_92057b7f_fk_process_routeversion_id FOREIGN KEY (version_id) REFERENCES public.process_routeversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_route
    ADD CONSTRAINT process_route_worker_id_93750039_fk_access_user_id FOREIGN KEY (worker_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_routeflow
    ADD CONSTRAINT process_routeflow_department_id_145261cb_fk_access_de FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_routeflow
    ADD CONSTRAINT process_routeflow_program_id_8652d9e0_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_routemember
    ADD CONSTRAINT process_routemember_route_id_a7a5780e_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_routemember
    ADD CONSTRAINT process_routemember_user_id_3ddceff2_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_routestanding
    ADD CONSTRAINT process_routestandin_department_id_50ff0ccb_fk_access_de FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_routestanding
    ADD CONSTRAINT process_routestandin_program_id_6c25190a_fk_programs_ FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_routestep
    ADD CONSTRAINT process_routestep_by_id_c9e58ee1_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_routestep
    ADD CONSTRAINT process_routestep_route_id_814ec88c_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_routestep
    ADD CONSTRAINT process_routestep_version_id_13e16486_fk_process_r FOREIGN KEY (version_id) REFERENCES public.process_routeversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.process_routeversion
    ADD CONSTRAINT process_routeversion_made_by_id_7472e262_fk_access_user_id FOREIGN KEY (made_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.programs_program
    ADD CONSTRAINT programs_program_practice_id_535f0f5f_fk_programs_ FOREIGN KEY (practice_id) REFERENCES public.programs_practiceversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.programs_programdepartment
    ADD CONSTRAINT programs_programdepa_department_id_2b6c6c26_fk_access_de FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.programs_programdepartment
    ADD CONSTRAINT programs_programdepa_program_id_8adcf1b3_fk_programs_ FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_columnchoice
    ADD CONSTRAINT registry_columnchoice_chosen_by_id_1523c7a8_fk_access_user_id FOREIGN KEY (chosen_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_importpart
    ADD CONSTRAINT registry_importpart_run_id_601ce396_fk_registry_importrun_id FOREIGN KEY (run_id) REFERENCES public.registry_importrun(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_importrun
    ADD CONSTRAINT registry_importrun_program_id_e7a7f8d0_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_importrun
    ADD CONSTRAINT registry_importrun_user_id_a5905fd3_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_desklimits
    ADD CONSTRAINT release_desklimits_by_id_903ecbf8_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_recall
    ADD CONSTRAINT release_recall_by_id_d7a46a1f_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_recall
    ADD CONSTRAINT release_recall_release_id_75478f6d_fk_release_release_id FOREIGN KEY (release_id) REFERENCES public.release_release(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_release
    ADD CONSTRAINT release_release_by_id_88223ac5_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_release
    ADD CONSTRAINT release_release_replaces_id_a53e61ef_fk_release_release_id FOREIGN KEY (replaces_id) REFERENCES public.release_release(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_releasedfile
    ADD CONSTRAINT release_releasedfile_release_id_5b93292a_fk_release_release_id FOREIGN KEY (release_id) REFERENCES public.release_release(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_secondword
    ADD CONSTRAINT release_secondword_by_id_12784fed_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_secondword
    ADD CONSTRAINT release_secondword_release_id_f28e300e_fk_release_release_id FOREIGN KEY (release_id) REFERENCES public.release_release(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reminders_calendaraddress
    ADD CONSTRAINT reminders_calendaraddress_user_id_669cb44a_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reminders_reminderchoice
    ADD CONSTRAINT reminders_reminderchoice_user_id_04f506b8_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reports_composedreport
    ADD CONSTRAINT reports_composedrepo_copy_of_id_62b020d4_fk_reports_c FOREIGN KEY (copy_of_id) REFERENCES public.reports_composedreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reports_composedreport
    ADD CONSTRAINT reports_composedrepo_department_id_c75f8d8b_fk_access_de FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reports_composedreport
    ADD CONSTRAINT reports_composedrepo_program_id_e3f37a7a_fk_programs_ FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reports_composedreport
    ADD CONSTRAINT reports_composedreport_begun_by_id_e029de11_fk_access_user_id FOREIGN KEY (begun_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reports_composedreport
    ADD CONSTRAINT reports_composedreport_changed_by_id_2af5b1c4_fk_access_user_id FOREIGN KEY (changed_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reports_reportblock
    ADD CONSTRAINT reports_reportblock_department_id_81f64666_fk_access_de FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reports_reportblock
    ADD CONSTRAINT reports_reportblock_program_id_ba39b5ba_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reports_reportblock
    ADD CONSTRAINT reports_reportblock_report_id_8f4ed5c6_fk_reports_c FOREIGN KEY (report_id) REFERENCES public.reports_composedreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reports_takenreport
    ADD CONSTRAINT reports_takenreport_by_id_7ba8289f_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reports_takenreport
    ADD CONSTRAINT reports_takenreport_report_id_9eb2d6d6_fk_reports_c FOREIGN KEY (report_id) REFERENCES public.reports_composedreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.results_failedassumption
    ADD CONSTRAINT results_failedassumption_by_id_f829dd54_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.results_failedassumption
    ADD CONSTRAINT results_failedassumption_case_id_98e89a83_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.results_failedassumption
    ADD CONSTRAINT results_failedassumption_route_id_7b6b5019_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.results_result
    ADD CONSTRAINT results_result_by_id_9462a0e1_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.results_result
    ADD CONSTRAINT results_result_case_id_408d171c_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.results_result
    ADD CONSTRAINT results_result_person_id_8afe4ec7_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.results_result
    ADD CONSTRAINT results_result_route_id_bae64865_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.results_resultmark
    ADD CONSTRAINT results_resultmark_case_id_b06c5e7e_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_plannedservice
    ADD CONSTRAINT services_plannedserv_partner_id_6f4492a9_fk_partners_ FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_plannedservice
    ADD CONSTRAINT services_plannedserv_service_id_ab3c50ed_fk_catalogue FOREIGN KEY (service_id) REFERENCES public.catalogue_service(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_plannedservice
    ADD CONSTRAINT services_plannedservice_by_id_352841a5_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_plannedservice
    ADD CONSTRAINT services_plannedservice_case_id_c09c8aeb_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_plannedservice
    ADD CONSTRAINT services_plannedservice_route_id_731fba85_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_plannedservice
    ADD CONSTRAINT services_plannedservice_task_id_966afad4_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_plannedservice
    ADD CONSTRAINT services_plannedservice_worker_id_3894a13c_fk_access_user_id FOREIGN KEY (worker_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_provision
    ADD CONSTRAINT services_provision_by_id_022f2da1_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_provision
    ADD CONSTRAINT services_provision_case_id_45f15111_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_provision_people
    ADD CONSTRAINT services_provision_p_person_id_0cc29ab3_fk_families_ FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_provision_people
    ADD CONSTRAINT services_provision_p_provision_id_01aad1dd_fk_services_ FOREIGN KEY (provision_id) REFERENCES public.services_provision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_provision
    ADD CONSTRAINT services_provision_partner_id_508e00f5_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_provision
    ADD CONSTRAINT services_provision_planned_id_86d7fa6b_fk_services_ FOREIGN KEY (planned_id) REFERENCES public.services_plannedservice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_provision
    ADD CONSTRAINT services_provision_route_id_84fa7b46_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_provision
    ADD CONSTRAINT services_provision_service_id_aea01000_fk_catalogue_service_id FOREIGN KEY (service_id) REFERENCES public.catalogue_service(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.services_provision
    ADD CONSTRAINT services_provision_worker_id_8c4cb8e8_fk_access_user_id FOREIGN KEY (worker_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_admission
    ADD CONSTRAINT stays_admission_by_id_7ed54a8e_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_admission
    ADD CONSTRAINT stays_admission_case_id_65d48a64_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_admission
    ADD CONSTRAINT stays_admission_shelter_id_4a3cd29a_fk_stays_shelter_id FOREIGN KEY (shelter_id) REFERENCES public.stays_shelter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_admission
    ADD CONSTRAINT stays_admission_stay_id_3f4a3d32_fk_cases_stay_id FOREIGN KEY (stay_id) REFERENCES public.cases_stay(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_bed
    ADD CONSTRAINT stays_bed_room_id_62854c2b_fk_stays_room_id FOREIGN KEY (room_id) REFERENCES public.stays_room(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_beduse
    ADD CONSTRAINT stays_beduse_bed_id_6af6647d_fk_stays_bed_id FOREIGN KEY (bed_id) REFERENCES public.stays_bed(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_beduse
    ADD CONSTRAINT stays_beduse_by_id_086253db_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_beduse
    ADD CONSTRAINT stays_beduse_lodger_id_a7211926_fk_stays_lodger_id FOREIGN KEY (lodger_id) REFERENCES public.stays_lodger(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_departure
    ADD CONSTRAINT stays_departure_admission_id_fa36c35b_fk_stays_admission_id FOREIGN KEY (admission_id) REFERENCES public.stays_admission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_departure
    ADD CONSTRAINT stays_departure_by_id_2bb6c318_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_dutynote
    ADD CONSTRAINT stays_dutynote_by_id_c23258ab_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_dutynote
    ADD CONSTRAINT stays_dutynote_case_id_6d41a4fe_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_dutynote
    ADD CONSTRAINT stays_dutynote_former_of_id_2a599ab5_fk_stays_dutynote_id FOREIGN KEY (former_of_id) REFERENCES public.stays_dutynote(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_dutynote
    ADD CONSTRAINT stays_dutynote_shelter_id_b5c0c0e1_fk_stays_shelter_id FOREIGN KEY (shelter_id) REFERENCES public.stays_shelter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_exitday
    ADD CONSTRAINT stays_exitday_admission_id_d08417e9_fk_stays_admission_id FOREIGN KEY (admission_id) REFERENCES public.stays_admission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_exitday
    ADD CONSTRAINT stays_exitday_by_id_597dd0aa_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_exitissue
    ADD CONSTRAINT stays_exitissue_admission_id_2d2746e8_fk_stays_admission_id FOREIGN KEY (admission_id) REFERENCES public.stays_admission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_exitissue
    ADD CONSTRAINT stays_exitissue_by_id_fa1d8233_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_extensionask
    ADD CONSTRAINT stays_extensionask_admission_id_97218465_fk_stays_admission_id FOREIGN KEY (admission_id) REFERENCES public.stays_admission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_extensionask
    ADD CONSTRAINT stays_extensionask_by_id_948cba80_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_extensionask
    ADD CONSTRAINT stays_extensionask_decided_by_id_e890fda3_fk_access_user_id FOREIGN KEY (decided_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_extensionask
    ADD CONSTRAINT stays_extensionask_extension_id_8b1705be_fk_cases_sta FOREIGN KEY (extension_id) REFERENCES public.cases_stayextension(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_handover
    ADD CONSTRAINT stays_handover_accepted_by_id_c65e2403_fk_access_user_id FOREIGN KEY (accepted_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_handover
    ADD CONSTRAINT stays_handover_by_id_0e0ca05b_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_handover
    ADD CONSTRAINT stays_handover_shelter_id_00173176_fk_stays_shelter_id FOREIGN KEY (shelter_id) REFERENCES public.stays_shelter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_lodger
    ADD CONSTRAINT stays_lodger_admission_id_2464d348_fk_stays_admission_id FOREIGN KEY (admission_id) REFERENCES public.stays_admission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_lodger
    ADD CONSTRAINT stays_lodger_person_id_80ad084d_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_nightaway
    ADD CONSTRAINT stays_nightaway_by_id_df12043c_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_nightaway
    ADD CONSTRAINT stays_nightaway_lodger_id_260a99ef_fk_stays_lodger_id FOREIGN KEY (lodger_id) REFERENCES public.stays_lodger(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_readiness
    ADD CONSTRAINT stays_readiness_admission_id_57025159_fk_stays_admission_id FOREIGN KEY (admission_id) REFERENCES public.stays_admission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_readiness
    ADD CONSTRAINT stays_readiness_by_id_f4359142_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_room
    ADD CONSTRAINT stays_room_shelter_id_b7109d6d_fk_stays_shelter_id FOREIGN KEY (shelter_id) REFERENCES public.stays_shelter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_routinemark
    ADD CONSTRAINT stays_routinemark_admission_id_87e9db53_fk_stays_admission_id FOREIGN KEY (admission_id) REFERENCES public.stays_admission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_routinemark
    ADD CONSTRAINT stays_routinemark_by_id_952c7ae6_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_routineslot
    ADD CONSTRAINT stays_routineslot_admission_id_37851603_fk_stays_admission_id FOREIGN KEY (admission_id) REFERENCES public.stays_admission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_shelter
    ADD CONSTRAINT stays_shelter_department_id_1b90f9ba_fk_access_department_id FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_shelter
    ADD CONSTRAINT stays_shelter_partner_id_4b94ca5d_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_skilllevel
    ADD CONSTRAINT stays_skilllevel_by_id_faa20647_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_skilllevel
    ADD CONSTRAINT stays_skilllevel_line_id_50dc5cf0_fk_stays_skillline_id FOREIGN KEY (line_id) REFERENCES public.stays_skillline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_skillline
    ADD CONSTRAINT stays_skillline_admission_id_be4a5a74_fk_stays_admission_id FOREIGN KEY (admission_id) REFERENCES public.stays_admission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_skillline
    ADD CONSTRAINT stays_skillline_person_id_4ec2f47e_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_waiting
    ADD CONSTRAINT stays_waiting_by_id_6e844a01_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_waiting
    ADD CONSTRAINT stays_waiting_case_id_fd4fa604_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_waiting
    ADD CONSTRAINT stays_waiting_route_id_e7e1e625_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stays_waiting
    ADD CONSTRAINT stays_waiting_shelter_id_a7dec181_fk_stays_shelter_id FOREIGN KEY (shelter_id) REFERENCES public.stays_shelter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_decision
    ADD CONSTRAINT studies_decision_by_id_1f9da3ee_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_decision
    ADD CONSTRAINT studies_decision_hypothesis_id_9f6e6c59_fk_studies_h FOREIGN KEY (hypothesis_id) REFERENCES public.studies_hypothesis(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_decisioneffect
    ADD CONSTRAINT studies_decisioneffe_decision_id_2c89291a_fk_studies_d FOREIGN KEY (decision_id) REFERENCES public.studies_decision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_decisioneffect
    ADD CONSTRAINT studies_decisioneffect_by_id_068f4142_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_firstlook
    ADD CONSTRAINT studies_firstlook_by_id_874beb13_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_firstlook
    ADD CONSTRAINT studies_firstlook_hypothesis_id_8df803b0_fk_studies_h FOREIGN KEY (hypothesis_id) REFERENCES public.studies_hypothesis(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_hypothesis
    ADD CONSTRAINT studies_hypothesis_department_id_5eae4d39_fk_access_de FOREIGN KEY (department_id) REFERENCES public.access_department(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_hypothesis
    ADD CONSTRAINT studies_hypothesis_program_id_76dd8317_fk_programs_program_id FOREIGN KEY (program_id) REFERENCES public.programs_program(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_hypothesis
    ADD CONSTRAINT studies_hypothesis_registered_by_id_e6091d2a_fk_access_user_id FOREIGN KEY (registered_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_hypothesis
    ADD CONSTRAINT studies_hypothesis_replaces_id_2f52ff9d_fk_studies_h FOREIGN KEY (replaces_id) REFERENCES public.studies_hypothesis(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.studies_studydraft
    ADD CONSTRAINT studies_studydraft_begun_by_id_d3402454_fk_access_user_id FOREIGN KEY (begun_by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.voice_familyquote
    ADD CONSTRAINT voice_familyquote_by_id_053c22a0_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.voice_familyquote
    ADD CONSTRAINT voice_familyquote_case_id_63bcf18a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.voice_familyquote
    ADD CONSTRAINT voice_familyquote_person_id_385d157d_fk_families_person_id FOREIGN KEY (person_id) REFERENCES public.families_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.voice_familyquote
    ADD CONSTRAINT voice_familyquote_route_id_b57f636e_fk_process_route_id FOREIGN KEY (route_id) REFERENCES public.process_route(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.voice_followercount
    ADD CONSTRAINT voice_followercount_by_id_50717b8f_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.voice_followercount
    ADD CONSTRAINT voice_followercount_channel_id_2d1ee7a4_fk_voice_voi FOREIGN KEY (channel_id) REFERENCES public.voice_voicechannel(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.voice_publicpiece
    ADD CONSTRAINT voice_publicpiece_by_id_57271ac3_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.volunteers_givenhours
    ADD CONSTRAINT volunteers_givenhour_corrects_id_b2baa983_fk_volunteer FOREIGN KEY (corrects_id) REFERENCES public.volunteers_givenhours(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.volunteers_givenhours
    ADD CONSTRAINT volunteers_givenhour_helper_id_c9b2bf45_fk_volunteer FOREIGN KEY (helper_id) REFERENCES public.volunteers_helper(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.volunteers_givenhours
    ADD CONSTRAINT volunteers_givenhours_by_id_6997fdbd_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.volunteers_givenhours
    ADD CONSTRAINT volunteers_givenhours_case_id_35a157a4_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.volunteers_helper
    ADD CONSTRAINT volunteers_helper_by_id_43cd352d_fk_access_user_id FOREIGN KEY (by_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.volunteers_helper
    ADD CONSTRAINT volunteers_helper_user_id_d7604ae3_fk_access_user_id FOREIGN KEY (user_id) REFERENCES public.access_user(id) DEFERRABLE INITIALLY DEFERRED;


INSERT INTO public.django_migrations (app, name, applied) VALUES
('access', '0001_initial', now()),
('access', '0002_sign_in_policy', now()),
('access', '0003_substitution', now()),
('access', '0004_telephone_of_a_worker', now()),
('access', '0005_warehouse_worker', now()),
('access', '0006_tokens_for_programs', now()),
('access', '0007_methodologist', now()),
('account', '0001_initial', now()),
('account', '0002_email_max_length', now()),
('account', '0003_alter_emailaddress_create_unique_verified_email', now()),
('account', '0004_alter_emailaddress_drop_unique_email', now()),
('account', '0005_emailaddress_idx_upper_email', now()),
('account', '0006_emailaddress_lower', now()),
('account', '0007_emailaddress_idx_email', now()),
('account', '0008_emailaddress_unique_primary_email_fixup', now()),
('account', '0009_emailaddress_unique_primary_email', now()),
('instruments', '0001_initial', now()),
('instruments', '0002_published_is_final', now()),
('instruments', '0003_drafts', now()),
('families', '0001_initial', now()),
('families', '0002_search_index', now()),
('families', '0003_months_of_search', now()),
('families', '0004_words_may_be_destroyed', now()),
('families', '0005_version_of_marks', now()),
('families', '0006_merges', now()),
('families', '0007_child_is_a_role', now()),
('programs', '0001_initial', now()),
('programs', '0002_published_is_final', now()),
('programs', '0003_alter_programdepartment_options', now()),
('programs', '0004_months_between_assessments', now()),
('cases', '0001_initial', now()),
('cases', '0002_months_of_search', now()),
('cases', '0003_closing_and_follow_up', now()),
('cases', '0004_ending_stays', now()),
('cases', '0005_planned_hand_over', now()),
('cases', '0006_corrections', now()),
('cases', '0007_transfers', now()),
('cases', '0008_who_is_not_asked', now()),
('cases', '0009_closings_opened_again', now()),
('cases', '0010_words_are_sealed', now()),
('cases', '0011_highest_number', now()),
('cases', '0012_departments_of_what_is_due', now()),
('cases', '0013_looks_back_by_day', now()),
('assessments', '0001_initial', now()),
('assessments', '0002_standing', now()),
('assessments', '0003_scores_are_frozen', now()),
('assessments', '0004_words_are_sealed', now()),
('assessments', '0005_fewer_indexes', now()),
('assessments', '0006_forms_by_day', now()),
('process', '0001_initial', now()),
('process', '0002_history_is_final', now()),
('process', '0003_flows', now()),
('process', '0004_standing', now()),
('process', '0005_carried_steps', now()),
('process', '0006_palliative', now()),
('process', '0007_words_may_be_destroyed', now()),
('process', '0008_coming_of_age', now()),
('process', '0009_amendments', now()),
('pathways', '0001_versions_of_processes', now()),
('process', '0010_versions_have_a_room', now()),
('process', '0011_amendments_are_final', now()),
('process', '0012_voided_paths', now()),
('process', '0013_words_are_sealed', now()),
('intake', '0001_initial', now()),
('intake', '0002_sources_and_topics', now()),
('intake', '0003_records_of_life', now()),
('intake', '0004_answers_of_the_website', now()),
('intake', '0005_signals_are_found', now()),
('papers', '0001_initial', now()),
('papers', '0002_destruction', now()),
('papers', '0003_terms_of_papers', now()),
('papers', '0004_files_of_records', now()),
('audit', '0001_initial', now()),
('audit', '0002_append_only', now()),
('audit', '0003_numbers', now()),
('intake', '0006_numbers_are_counted', now()),
('intake', '0007_signals_are_joined', now()),
('families', '0008_merges_of_families', now()),
('intake', '0008_lists_of_a_day', now()),
('intake', '0009_forms_of_risks_may_be_voided', now()),
('partners', '0001_initial', now()),
('plans', '0001_initial', now()),
('plans', '0002_versions_are_final', now()),
('plans', '0003_records_of_life', now()),
('plans', '0004_where_and_whom', now()),
('plans', '0005_hour_of_a_milestone', now()),
('plans', '0006_as_many_sections', now()),
('attention', '0001_signs_and_families_put_aside', now()),
('attention', '0002_who_stands_where', now()),
('attention', '0003_many_at_once', now()),
('attention', '0004_voided_forms_of_risks', now()),
('audit', '0004_head_outside', now()),
('audit', '0005_fewer_indexes', now()),
('contenttypes', '0001_initial', now()),
('contenttypes', '0002_remove_content_type_name', now()),
('auth', '0001_initial', now()),
('auth', '0002_alter_permission_name_max_length', now()),
('auth', '0003_alter_user_email_max_length', now()),
('auth', '0004_alter_user_username_opts', now()),
('auth', '0005_alter_user_last_login_null', now()),
('auth', '0006_require_contenttypes_0002', now()),
('auth', '0007_alter_validators_add_error_messages', now()),
('auth', '0008_alter_user_username_max_length', now()),
('auth', '0009_alter_user_last_name_max_length', now()),
('auth', '0010_alter_group_name_max_length', now()),
('auth', '0011_update_proxy_permissions', now()),
('auth', '0012_alter_user_first_name_max_length', now()),
('programs', '0005_own_form', now()),
('families', '0009_fewer_indexes', now()),
('cases', '0014_fewer_indexes', now()),
('catalogue', '0001_catalogues', now()),
('circumstances', '0001_initial', now()),
('config', '0001_cache', now()),
('config', '0002_key_marks', now()),
('partners', '0002_kinds_of_authorities', now()),
('papers', '0005_counter_has_moved', now()),
('papers', '0006_letters_may_be_voided', now()),
('papers', '0007_letters_by_number', now()),
('correspondence', '0001_initial', now()),
('correspondence', '0002_we_answered', now()),
('councils', '0001_initial', now()),
('councils', '0002_votes_are_final', now()),
('councils', '0003_words_and_invitations', now()),
('councils', '0004_numbers_are_counted', now()),
('councils', '0005_votes_may_be_called_off', now()),
('fields', '0001_own_fields', now()),
('details', '0001_own_fields', now()),
('drafts', '0001_initial', now()),
('drafts', '0002_begun_forms', now()),
('drafts', '0003_ends', now()),
('drafts', '0004_lapses', now()),
('services', '0001_services', now()),
('duties', '0001_initial', now()),
('duties', '0002_planned_passing', now()),
('duties', '0003_work_adrift', now()),
('duties', '0004_many_at_once', now()),
('evidence', '0001_initial', now()),
('evidence', '0002_number_series_and_children', now()),
('evidence', '0003_indexes_for_tallies', now()),
('evidence', '0004_months_of_closings', now()),
('evidence', '0005_when_a_month_was_counted', now()),
('evidence', '0006_palliative_and_later', now()),
('evidence', '0007_facts_anew', now()),
('evidence', '0008_children_are_people', now()),
('evidence', '0009_facts_of_children', now()),
('evidence', '0010_services_beside_items', now()),
('evidence', '0011_who_was_no_child_later', now()),
('evidence', '0012_facts_by_day', now()),
('evidence', '0013_fewer_indexes', now()),
('evidence', '0014_solved_without_it', now()),
('evidence', '0015_earlier_closings', now()),
('evidence', '0016_told_of_earlier_closings', now()),
('volunteers', '0001_initial', now()),
('volunteers', '0002_lines_of_hours', now()),
('volunteers', '0003_who_gives', now()),
('process', '0014_steps_by_day', now()),
('goods', '0001_initial', now()),
('goods', '0002_one_list_of_donors', now()),
('goods', '0003_lists_of_a_day', now()),
('goods', '0004_departments_of_needs', now()),
('goods', '0005_hand_outs', now()),
('goods', '0006_appeals', now()),
('groups', '0001_groups', now()),
('groups', '0002_voided_groups_and_homework', now()),
('stays', '0001_places_and_stays', now()),
('stays', '0002_leaving_shifts_and_everyday_life', now()),
('stays', '0003_notes_of_shifts_mended', now()),
('process', '0015_steps_told_by_their_index', now()),
('process', '0016_carried_told_by_its_index', now()),
('network', '0001_initial', now()),
('network', '0002_outside_needs', now()),
('results', '0001_initial', now()),
('results', '0002_meetings_and_services', now()),
('results', '0003_assumptions', now()),
('voice', '0001_initial', now()),
('voice', '0002_words_to_quote', now()),
('indicators', '0001_indicators', now()),
('indicators', '0002_days_that_changed', now()),
('indicators', '0003_records_that_moved', now()),
('indicators', '0004_results_reached', now()),
('indicators', '0005_drafts', now()),
('indicators', '0006_cases_opened_on_a_path', now()),
('indicators', '0007_papers_and_records', now()),
('indicators', '0008_rules_of_periods', now()),
('indicators', '0009_closings_that_were_undone', now()),
('indicators', '0010_targets_of_boxes', now()),
('indicators', '0011_counts_of_stock_and_partners', now()),
('intake', '0010_contacts_by_day', now()),
('logic', '0001_logic_models', now()),
('logic', '0002_models_from_nothing', now()),
('mfa', '0001_initial', now()),
('mfa', '0002_authenticator_timestamps', now()),
('mfa', '0003_authenticator_type_uniq', now()),
('network', '0003_bonds_and_guardians', now()),
('notes', '0001_notes', now()),
('notes', '0002_former_words', now()),
('organization', '0001_initial', now()),
('organization', '0002_calendaryear', now()),
('papers', '0008_files_of_the_office_and_disclosures_of_cases', now()),
('papers', '0009_consents_may_be_voided', now()),
('papers', '0010_files_may_be_voided', now()),
('pathways', '0002_drafts', now()),
('pivot', '0001_tables', now()),
('process', '0017_papers_by_day', now()),
('procrastinate', '0001_initial', now()),
('procrastinate', '0002_drop_started_at_column', now()),
('procrastinate', '0003_drop_started_at_column', now()),
('procrastinate', '0004_drop_procrastinate_version_table', now()),
('procrastinate', '0005_fix_procrastinate_fetch_job', now()),
('procrastinate', '0006_fix_trigger_status_events_insert', now()),
('procrastinate', '0007_add_queueing_lock_column', now()),
('procrastinate', '0008_close_fetch_job_race_condition', now()),
('procrastinate', '0009_add_defer_job_function', now()),
('procrastinate', '0010_add_procrastinate_periodic_defers', now()),
('procrastinate', '0011_add_foreign_key_index', now()),
('procrastinate', '0012_add_locks_to_periodic_defer', now()),
('procrastinate', '0013_fix_procrastinate_defer_periodic_job', now()),
('procrastinate', '0014_add_finish_job_and_retry_job_functions', now()),
('procrastinate', '0015_add_trigger_on_job_deletion', now()),
('procrastinate', '0016_delete_finished_jobs', now()),
('procrastinate', '0017_add_checks_to_finish_job', now()),
('procrastinate', '0018_add_checks_to_retry_job', now()),
('procrastinate', '0019_fix_finish_job_compat_issue', now()),
('procrastinate', '0020_add_index_on_procrastinate_jobs', now()),
('procrastinate', '0021_add_kwargs_to_defer_periodic_job', now()),
('procrastinate', '0022_null_locks_excluded', now()),
('procrastinate', '0023_remove_old_finish_job_function', now()),
('procrastinate', '0024_job_id_bigint', now()),
('procrastinate', '0025_add_models', now()),
('procrastinate', '0026_add_job_priority', now()),
('procrastinate', '0027_add_periodic_job_priority', now()),
('procrastinate', '0028_add_cancel_states', now()),
('procrastinate', '0029_add_additional_params_to_retry_job', now()),
('procrastinate', '0030_alter_procrastinateevent_options', now()),
('procrastinate', '0031_add_indexes_for_fetch_job', now()),
('procrastinate', '0032_pre_cancel_notification', now()),
('procrastinate', '0033_post_cancel_notification', now()),
('procrastinate', '0034_pre_add_heartbeat', now()),
('procrastinate', '0035_post_add_heartbeat', now()),
('procrastinate', '0036_add_worker_model', now()),
('procrastinate', '0037_pre_batch_defer_jobs', now()),
('procrastinate', '0038_post_batch_defer_jobs', now()),
('procrastinate', '0039_pre_priority_lock_fetch_job', now()),
('procrastinate', '0040_pre_retry_failed_job', now()),
('procrastinate', '0041_post_retry_failed_job', now()),
('registry', '0001_initial', now()),
('registry', '0002_sealed_details', now()),
('registry', '0003_columns_parts_and_codes', now()),
('release', '0001_releases', now()),
('reminders', '0001_initial', now()),
('reports', '0001_composed_reports', now()),
('results', '0004_cases_and_families_apart', now()),
('sessions', '0001_initial', now()),
('stays', '0004_waiting', now()),
('stays', '0005_mended_stays', now()),
('studies', '0001_studies', now()),
('usersessions', '0001_initial', now());
