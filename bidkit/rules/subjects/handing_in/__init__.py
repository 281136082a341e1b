"""What is wrong with handing in, beside what stands in the bid itself: who agreed to it."""
