from importlib.util import find_spec

# Platforms bring these along, built for their hardware: they are installed only where they are missing.
# KEPT

# Exact versions of everything else; pip skips what is already there.
# PINNED
print("The packages of this manual are ready.")
