"""Tests of question packs, lists, figures and guidance."""
