import os
import random
import sys

IN_COLAB = "google.colab" in sys.modules
IN_KAGGLE = "KAGGLE_KERNEL_RUN_TYPE" in os.environ
PLATFORM = "Colab" if IN_COLAB else "Kaggle" if IN_KAGGLE else "Jupyter"

# >>> The card names no id. Put the id of the model between the quotes, in the form owner/name. <<<
MODEL_ID = os.environ.get("MODEL_ID", "")
REVISION = os.environ.get("MODEL_REVISION", {{revision}})

# One seed for everything that draws random numbers.
SEED = {{=seed}}
random.seed(SEED)
