try:
    import torch
except ImportError:  # the setup cell could not install it: the steps that need it will say so
    DEVICE, DTYPE = "cpu", None
else:
    torch.manual_seed(SEED)
    DEVICE = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    # The GPU of free Colab (T4) has no bfloat16, so 16-bit numbers are float16; a CPU is better off with 32 bits.
    DTYPE = torch.float16 if DEVICE == "cuda" else torch.float32

print(f"{PLATFORM}, Python {sys.version.split()[0]}, device {DEVICE}, numbers {DTYPE}")
print("model:", MODEL_ID or "not set", "at", REVISION)
