"""What a composed report is made of, what presets say, what changed since it was last taken: pure."""
