"""Where it lives: bid files, the safety log, backups, the library and settings."""
