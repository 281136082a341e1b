"""What a bid is: frozen values that every other room reads."""
