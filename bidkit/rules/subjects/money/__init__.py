"""What is wrong with money: the costs, what staff cost, and the price."""
