"""What the pages of logic models show and take."""
