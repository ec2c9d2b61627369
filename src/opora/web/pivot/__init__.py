"""Pages of tables: choose what is counted by rows and columns, look behind a cell, keep it under a name."""
