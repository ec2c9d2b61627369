-- Days of the routine of families in the crisis centre on which somebody looked. Kept in part is not kept.
-- reads: cases_case, stays_admission, stays_routinemark
SELECT mark.id AS subject, mark."on", told.program_id, told.department_id, told.id AS case_id, told.family_id,
       CASE mark.mark WHEN 'kept' THEN 'yes' ELSE 'no' END AS state, 1::numeric AS amount,
       ARRAY[mark.mark]::text[] AS dims
  FROM stays_routinemark mark
  JOIN stays_admission taken ON taken.id = mark.admission_id AND taken.stay_id IS NOT NULL
  JOIN cases_case told ON told.id = taken.case_id AND told.voided_on IS NULL
 WHERE mark."on" BETWEEN %(first)s AND %(last)s
