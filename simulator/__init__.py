"""Everything that plays, keeps, shows and exports conversations."""
