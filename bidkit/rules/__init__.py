"""What is wrong with it: small pure rules that turn a bid and facts into findings."""
