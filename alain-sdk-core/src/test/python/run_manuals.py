"""Runs whole manuals on a real kernel, with tiny models made here and served from a local stand-in for the Hub.

Usage: run_manuals.py models FOLDER         makes the models as FOLDER/acme/tiny-*
       run_manuals.py run FOLDER NOTEBOOK...
"""

import hashlib
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def make_models(folder):
    rows = folder / "acme/tiny-rows"
    rows.mkdir(parents=True, exist_ok=True)
    import pandas as pd
    import skops.io
    from sklearn.datasets import load_iris
    from sklearn.linear_model import LogisticRegression

    data = load_iris(as_frame=True)
    model = LogisticRegression(max_iter=500).fit(pd.DataFrame(data.data), data.target)
    skops.io.dump(model, rows / "model.skops")
    (rows / "config.json").write_text(json.dumps({"sklearn": {"model": {"file": "model.skops"}, "columns": list(data.data.columns)}}))

    sentences = folder / "acme/tiny-sentences"
    sentences.mkdir(parents=True, exist_ok=True)
    from sentence_transformers import SentenceTransformer, models
    from transformers import BertConfig, BertModel, BertTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz", *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz")]
    parts = folder / "parts"
    parts.mkdir(exist_ok=True)
    (parts / "vocab.txt").write_text("\n".join(words) + "\n")
    BertTokenizerFast(str(parts / "vocab.txt")).save_pretrained(parts)
    config = BertConfig(vocab_size=len(words), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64)
    BertModel(config).save_pretrained(parts)
    word = models.Transformer(str(parts), max_seq_length=64)
    SentenceTransformer(modules=[word, models.Pooling(32)], device="cpu").save(str(sentences))


def make_transformers(folder):
    """One tiny model for each task; they know nothing, but they load and answer in the right shapes."""
    from transformers import (
        BartConfig, BartForConditionalGeneration, BertConfig, BertForMaskedLM, BertForQuestionAnswering,
        BertForSequenceClassification, BertForTokenClassification, LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast,
        ViTConfig, ViTForImageClassification, ViTImageProcessor,
    )
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Split
    from tokenizers.processors import TemplateProcessing

    letters = {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "[MASK]": 4}
    for number in range(32, 127):
        letters[chr(number)] = len(letters)

    def tokenizer(**options):
        inner = Tokenizer(WordLevel(letters, unk_token="[UNK]"))
        inner.pre_tokenizer = Split("", "isolated")
        inner.post_processor = TemplateProcessing(
            single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
        )
        return PreTrainedTokenizerFast(
            tokenizer_object=inner, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]",
            mask_token="[MASK]", eos_token="[SEP]", bos_token="[CLS]", model_max_length=1024, **options,
        )

    def save(name, model, chat=False):
        path = folder / "acme" / name
        model.save_pretrained(path)
        made = tokenizer()
        if chat:
            made.chat_template = (
                "{% for m in messages %}{{ m['role'] + ': ' + m['content'] + ' ' }}{% endfor %}"
                "{% if add_generation_prompt %}assistant: {% endif %}"
            )
        made.save_pretrained(path)

    size = dict(vocab_size=len(letters), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
                max_position_embeddings=1024)
    llama = LlamaForCausalLM(LlamaConfig(**size, num_key_value_heads=2, pad_token_id=0, bos_token_id=2, eos_token_id=3))
    save("tiny-chat", llama, chat=True)
    save("tiny-text", llama)
    save("tiny-classes", BertForSequenceClassification(BertConfig(**size, id2label={0: "bad", 1: "good", 2: "mixed"}, label2id={"bad": 0, "good": 1, "mixed": 2})))
    nli = {0: "contradiction", 1: "neutral", 2: "entailment"}
    save("tiny-nli", BertForSequenceClassification(BertConfig(**size, id2label=nli, label2id={v: k for k, v in nli.items()})))
    save("tiny-entities", BertForTokenClassification(BertConfig(**size, id2label={0: "O", 1: "B-PER"}, label2id={"O": 0, "B-PER": 1})))
    save("tiny-answers", BertForQuestionAnswering(BertConfig(**size)))
    save("tiny-gaps", BertForMaskedLM(BertConfig(**size)))
    save("tiny-rewrites", BartForConditionalGeneration(BartConfig(
        vocab_size=len(letters), d_model=32, encoder_layers=1, decoder_layers=1, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=64, decoder_ffn_dim=64, max_position_embeddings=1024, pad_token_id=0,
        bos_token_id=2, eos_token_id=3, decoder_start_token_id=2, forced_eos_token_id=3)))
    pictures = folder / "acme/tiny-pictures"
    ViTForImageClassification(ViTConfig(
        hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64, image_size=32, patch_size=8,
        num_labels=6)).save_pretrained(pictures)
    ViTImageProcessor(size={"height": 32, "width": 32}).save_pretrained(pictures)
    from PIL import Image

    shown = folder / "datasets/huggingface/documentation-images"
    shown.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient("L").convert("RGB").save(shown / "pipeline-cat-chonk.jpeg")


def handler(folder):
    class Hub(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def reply(self, status, body, kind="application/json", **headers):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        def do_GET(self):
            path = self.path.split("?")[0].strip("/")
            if path.startswith("api/models/"):
                return self.api(path.removeprefix("api/models/"))
            repository, _, rest = path.partition("/resolve/")
            file = folder / repository / rest.partition("/")[2]
            if not file.is_file():
                return self.reply(404, b"{}", X_Error_Code="EntryNotFound", X_Repo_Commit=COMMIT)
            body = file.read_bytes()
            return self.reply(
                200, body, "application/octet-stream", X_Repo_Commit=COMMIT, ETag=f'"{hashlib.sha256(body).hexdigest()}"'
            )

        do_HEAD = do_GET

        def api(self, path):
            repository = "/".join(path.split("/")[:2])
            root = folder / repository
            if not root.is_dir():
                return self.reply(404, b'{"error": "Repository not found"}', X_Error_Code="RepoNotFound")
            files = [file for file in sorted(root.rglob("*")) if file.is_file()]
            names = [str(file.relative_to(root)) for file in files]
            if "/tree/" in path:
                entries = [{"type": "file", "path": name, "size": file.stat().st_size, "oid": "0" * 40} for name, file in zip(names, files)]
                return self.reply(200, json.dumps(entries).encode())
            info = {"id": repository, "modelId": repository, "sha": COMMIT, "private": False, "gated": False, "disabled": False,
                    "downloads": 0, "likes": 0, "tags": [], "siblings": [{"rfilename": name} for name in names]}
            return self.reply(200, json.dumps(info).encode())

    return Hub


def run(folder, notebooks):
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    os.environ.update(
        HF_ENDPOINT=f"http://127.0.0.1:{server.server_port}", HF_HUB_DISABLE_XET="1", HF_HUB_DISABLE_TELEMETRY="1",
        HF_HOME=str(folder / "home"), PIP_NO_INDEX="1", CUDA_VISIBLE_DEVICES="",
    )
    failed = 0
    for path in notebooks:
        notebook = nbformat.read(path, as_version=4)
        try:
            NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
            print(f"{path}: ran from first to last cell")
        except CellExecutionError as error:
            failed += 1
            print(f"{path}: {error}")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1] == "models":
        make_models(Path(sys.argv[2]))
        make_transformers(Path(sys.argv[2]))
    else:
        sys.exit(run(Path(sys.argv[2]), sys.argv[3:]))
