"""The two commands, tried on a small project of their own."""
