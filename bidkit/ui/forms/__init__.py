"""Forms: descriptions that hold no widgets, and the one binding that fills them with life."""
