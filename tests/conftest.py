"""What every test may rely on: signals as a terminal gives them."""

from __future__ import annotations

import signal

# Whoever runs the tests under nohup has switched SIGHUP off, for the programs that the tests start as well.
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
