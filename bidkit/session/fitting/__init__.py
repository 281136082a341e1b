"""What fits this bid: its set of rules, the packs that go with it, and its guidance."""
