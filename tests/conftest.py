from hypothesis import settings

# How long an example takes says something of the machine, and nothing of the program.
settings.register_profile("searching", deadline=None)
# The same commit passes or fails wherever it is tested; new examples are looked for on purpose, with `make laws`.
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")
