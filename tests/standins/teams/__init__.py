"""A Teams of our own, on loopback: its key server, its connector, and the people in it."""
