"""What backups go by: how long each is kept, how it is closed, what its label says, how keys stand on paper."""
