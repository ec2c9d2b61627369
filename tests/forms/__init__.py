"""What holds for every form of the house."""
