"""After the decision: promises kept, marks compared, the next bid prepared, how bids go."""
