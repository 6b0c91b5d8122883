"""A conversation: the state machine, the persona's mood, the clock. Pure: no I/O, no wall clock, no global
randomness."""
