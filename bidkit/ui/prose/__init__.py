"""Prose on screen: the rich text editor and its exact way to and from the block model."""
