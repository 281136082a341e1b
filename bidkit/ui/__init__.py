"""What is seen: the only rooms that know Qt."""
