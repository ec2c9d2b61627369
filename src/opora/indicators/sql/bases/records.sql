-- Papers and records of the work by their kinds, each by its day: papers by what they are called on the path, records by
-- what they are. A routine and a plan of skills bear no day of their own: theirs is the day the family was expected.
-- Whose they are stands on the path or the case they lie on; what the whole house did lies on neither.
-- reads: assessments_assessment, cases_teammember, correspondence_officialletter, goods_donation, goods_familyneed,
-- reads: goods_stockcount, partners_partner, intake_contactrecord, intake_referral, network_networkrecord, network_outsideneed, plans_plan,
-- reads: plans_planrevision, process_paper, process_route, stays_admission, stays_exitday, stays_exitissue,
-- reads: stays_routineslot, stays_skillline, voice_followercount, voice_publicpiece
-- marks: filed_papers, made_forms, case_managers, letters_of_days, donations, needs, stock_counts, checked_partners, contacts, decisions, outside_needs,
-- marks: network_networkrecord, plan_corrections, plans_plan, process_route, admissions, exit_days, exit_questions,
-- marks: routines, skills_taught, voice_followercount, voice_publicpiece
SELECT 'paper:' || kind AS kind, id, "on", route_id, NULL::bigint AS case_id FROM process_paper
 WHERE withdrawn_on IS NULL AND "on" BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'exit:' || stage, id, ended_on, id, NULL FROM process_route
 WHERE ended_on BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'assessment', id, "on", NULL, case_id FROM assessments_assessment
 WHERE status = 'approved' AND "on" BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'case_manager', id, from_on, NULL, case_id FROM cases_teammember
 WHERE part = 'case_manager' AND from_on BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'correction', made.id, made."on", plan.route_id, NULL
  FROM plans_planrevision made JOIN plans_plan plan ON plan.id = made.plan_id
 WHERE made.kind = 'corrected' AND made."on" BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'contact:' || kind, id, "on", route_id, case_id FROM intake_contactrecord
 WHERE voided_on IS NULL AND result IN ('reached', 'agreed') AND "on" BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'decision', id, decided_on, route_id, NULL FROM intake_referral
 WHERE outcome <> '' AND decided_on BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT CASE direction WHEN 'out' THEN 'sent:' ELSE 'came:' END || kind, id, COALESCE(sent_on, "on"), route_id, case_id
  FROM correspondence_officialletter
 WHERE voided_on IS NULL AND (direction <> 'out' OR sent_on IS NOT NULL)
   AND COALESCE(sent_on, "on") BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'network:' || kind, id, "on", route_id, case_id FROM network_networkrecord
 WHERE kind = 'map' AND voided_on IS NULL AND "on" BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'outside_need', id, "on", route_id, case_id FROM network_outsideneed
 WHERE voided_on IS NULL AND "on" BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'need', id, since_on, route_id, case_id FROM goods_familyneed
 WHERE voided_on IS NULL AND since_on BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'routine', id, expected_on, NULL, case_id FROM stays_admission taken
 WHERE called_off_on IS NULL AND expected_on BETWEEN %(first)s AND %(last)s
   AND EXISTS (SELECT FROM stays_routineslot slot WHERE slot.admission_id = taken.id)
 UNION ALL
SELECT 'skill', id, expected_on, NULL, case_id FROM stays_admission taken
 WHERE called_off_on IS NULL AND expected_on BETWEEN %(first)s AND %(last)s
   AND EXISTS (SELECT FROM stays_skillline line WHERE line.admission_id = taken.id)
 UNION ALL
SELECT 'exit_day', day.id, day.agreed_on, NULL, taken.case_id
  FROM stays_exitday day JOIN stays_admission taken ON taken.id = day.admission_id
 WHERE day.agreed_on BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'exit_question', asked.id, (asked.recorded_at AT TIME ZONE %(zone)s)::date, NULL, taken.case_id
  FROM stays_exitissue asked JOIN stays_admission taken ON taken.id = asked.admission_id
 WHERE asked.recorded_at >= %(first)s::timestamp AT TIME ZONE %(zone)s
   AND asked.recorded_at < (%(last)s::date + 1)::timestamp AT TIME ZONE %(zone)s
 UNION ALL
SELECT 'donation', id, given_on, NULL, NULL FROM goods_donation WHERE given_on BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'piece:' || kind, id, "on", NULL, NULL FROM voice_publicpiece
 WHERE voided_on IS NULL AND "on" BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'channel', id, "on", NULL, NULL FROM voice_followercount WHERE "on" BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'stock_count', id, closed_on, NULL, NULL FROM goods_stockcount
 WHERE NOT is_called_off AND closed_on BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT 'partner', id, checked_on, NULL, NULL FROM partners_partner
 WHERE is_active AND checked_on BETWEEN %(first)s AND %(last)s
