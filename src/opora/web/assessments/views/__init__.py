"""Pages of assessments, one subject a file."""
