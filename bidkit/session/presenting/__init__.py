"""The presentation or interview: an outline, likely questions, minutes, cards and a handout."""
