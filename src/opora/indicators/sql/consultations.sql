-- Sessions and consultations held: services in which people met, by format and by what the colleague is here. Handing
-- out things is no session.
SELECT held.id AS subject, held."on", held.program_id, held.department_id, held.case_id, held.family_id,
       'yes' AS state, 1::numeric AS amount, ARRAY[held.format, held.worker_id::text, held.provider]::text[] AS dims
  FROM held
 WHERE held.format IN ('individual', 'family', 'parent_child', 'group', 'meeting')
