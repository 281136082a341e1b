"""Reading tender documents in the program, on their page or in a window beside an answer."""
