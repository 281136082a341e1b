"""The rules themselves, one module for each subject of the walk."""
