-- Closed cases with what their forms at entry and exit say: joined once for all who ask.
-- reads: assessments_assessment
SELECT fact.*, entry.version_id AS entry_version, entry.ratings AS entry_ratings,
       entry.point AS entry_point, entry.applicable AS entry_applicable, entry.rated AS entry_of,
       exit.version_id AS exit_version, exit.ratings AS exit_ratings,
       exit.point AS exit_point, exit.applicable AS exit_applicable, exit.rated AS exit_of, exit.critical AS exit_critical
  FROM closed fact
  LEFT JOIN assessments_assessment entry ON entry.id = fact.entry_id
  LEFT JOIN assessments_assessment exit ON exit.id = fact.exit_id
