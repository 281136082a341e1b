"""The right panel: what to fix, guidance, evidence."""
