"""Papers read in the program: pages of a PDF as pictures."""
