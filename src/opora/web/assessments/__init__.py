"""Pages of assessments: the form to fill in, the filled form, the list of a case, the profile by section."""
