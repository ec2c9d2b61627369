"""Pages about people. A name is shown only by a view that has journaled the opening."""
