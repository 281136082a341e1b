"""The pages of the walk, one module each; they do not know each other."""
