"""Everything a person sees while practising: the screen, the plain lines, the report."""
