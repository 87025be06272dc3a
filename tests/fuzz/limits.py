"""What an input may cost."""

SECONDS = 10
"""Of processor time, for an input of at most 50,000 bytes. Only a hang takes that long."""
MEMORY = 1_500_000_000
"""Bytes of address space of the whole process, Python and all libraries included."""
GROWTH = 150_000_000
"""Bytes by which a process may grow from its hundredth input on."""
