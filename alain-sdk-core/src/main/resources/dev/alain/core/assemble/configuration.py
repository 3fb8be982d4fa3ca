import os
import random
import sys

IN_COLAB = "google.colab" in sys.modules
IN_KAGGLE = "KAGGLE_KERNEL_RUN_TYPE" in os.environ
PLATFORM = "Colab" if IN_COLAB else "Kaggle" if IN_KAGGLE else "Jupyter"

# The model, at the revision that this manual describes. Another id can be set in the environment.
MODEL_ID = os.environ.get("MODEL_ID", {{model_id}})
REVISION = os.environ.get("MODEL_REVISION", {{revision}} if "MODEL_ID" not in os.environ else "main")

# One seed for everything that draws random numbers.
SEED = {{=seed}}
random.seed(SEED)
