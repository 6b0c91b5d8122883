"""Many sessions at once: tables for spreadsheets, gradebooks and notebooks."""
