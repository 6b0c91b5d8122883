"""The trainer's bench: what a course holds, how it looks, whether it does what was written, and how to start one."""
