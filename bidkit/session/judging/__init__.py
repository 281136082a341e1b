"""Judging: what each reviewer of the mock panel gives, apart from the others."""
