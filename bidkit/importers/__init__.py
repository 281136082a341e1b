"""Other people's files: each read into a proposal that is shown before it is taken."""
