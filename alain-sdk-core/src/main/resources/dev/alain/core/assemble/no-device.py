print(f"{PLATFORM}, Python {sys.version.split()[0]}")
print("model:", MODEL_ID or "not set", "at", REVISION)
