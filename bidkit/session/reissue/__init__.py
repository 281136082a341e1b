"""A tender document or questionnaire in a new version: what changed, and carrying over."""
