"""Forms of letters: they check the shape of what was typed, never its meaning, and save nothing."""
