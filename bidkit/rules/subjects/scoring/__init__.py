"""What is wrong with how the bid is marked: criteria, marks, and the lots they are for."""
