def read_token(name="HF_TOKEN"):
    value = os.environ.get(name, "")
    if not value and IN_COLAB:
        try:
            from google.colab import userdata

            value = userdata.get(name) or ""
        except Exception:  # no such secret, or no access to it
            value = ""
    if not value and IN_KAGGLE:
        try:
            from kaggle_secrets import UserSecretsClient

            value = UserSecretsClient().get_secret(name) or ""
        except Exception:  # no such secret, or no access to it
            value = ""
    if not value:
        from getpass import getpass

        from IPython import get_ipython

        # Ask only when somebody can answer: in an unattended run there is no prompt.
        kernel = getattr(get_ipython(), "kernel", None)
        if getattr(kernel, "_allow_stdin", False):
            value = getpass(f"{name} (leave empty to go on without): ")
    return value


HF_TOKEN = read_token()
if HF_TOKEN:
    os.environ["HF_TOKEN"] = HF_TOKEN
print("token:", "set" if HF_TOKEN else "not set; loading this gated model will be refused")
