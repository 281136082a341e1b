"""Days and deadlines: working days, standstill, the plan backwards."""
