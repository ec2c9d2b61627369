"""Pages of services: what a family is to receive and has received, the log of all, and the door to all help."""
