"""Pages of indicators: all of them with what they rest on, one with its rules, its groups and its cases."""
