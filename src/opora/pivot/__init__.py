"""Tables: what is counted, told apart by rows and columns that somebody chose, kept under a name and run again."""
