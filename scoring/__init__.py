"""Words in, behaviours and scores out. Knows nothing of the simulator that asks."""
