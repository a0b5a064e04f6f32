"""How much work everybody has: what counts and how much, per employee and per team (WRK-2)."""
