"""The registers of bodies and Members, derived from public lists."""
