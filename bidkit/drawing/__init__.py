"""How a chart lies down: pure layout into primitives, painted elsewhere."""
