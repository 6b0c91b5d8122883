"""A course pack on disk -> checked models, with file:line:column for every complaint."""
