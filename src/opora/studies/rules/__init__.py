"""Rules of studies: what a hypothesis must say, what its fingerprint is, how far its result may be trusted."""
