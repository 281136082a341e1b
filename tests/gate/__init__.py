"""The house rules as tests: what they find is printed as file, line and what to do."""
