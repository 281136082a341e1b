"""When something went wrong with a file: versions to decide, second copies, damage."""
