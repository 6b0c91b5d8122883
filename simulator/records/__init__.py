"""Sessions kept: every event is committed as it happens, and nothing that was committed is ever changed."""
