"""Words of the buyer's, marked in a document or pasted, and what they are made into."""
