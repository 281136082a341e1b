"""Pictures of the drawing room on screen."""
