"""Measurements against the budgets; run on request, never with the suite.

python3 installers/dev.py test tests/benchmarks --benchmark-only
"""
