"""What comes from outside the bid: other people's files and our library, shown before taken."""
