"""What is done with a bid that is about to be handed in."""
