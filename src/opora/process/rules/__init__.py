"""What a path asks of days and moments; what a process is and what it allows next is said by the pathways."""
