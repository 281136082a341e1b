"""What a person can do to prose: commands, and what each key means in its place."""
