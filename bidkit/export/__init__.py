"""What leaves: one document tree, drawn by one writer for each way out."""
