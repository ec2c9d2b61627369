-- Of each version of a form: from which rating on an item is weak, and the places of the items on parenting and money.
-- reads: instruments_instrumentversion
SELECT version.id, (version.definition -> 'scale' ->> 'weak_from')::smallint AS weak_from,
       ARRAY(
           SELECT (item ->> 'position')::int + 1
             FROM jsonb_path_query(version.definition, '$.sections[*].items[*]') item
            WHERE item ->> 'code' IN ('2.3', '2.4', '2.5', '3.5', '6.4', '7.6', '8.4')
       ) AS parenting,
       ARRAY(
           SELECT (item ->> 'position')::int + 1
             FROM jsonb_path_query(version.definition, '$.sections[*].items[*]') item
            WHERE item ->> 'code' IN ('1.4', '1.6')
       ) AS money
  FROM instruments_instrumentversion version
