"""Files of weights as PyTorch and safetensors write them, and what is in them, for test/weights/torch.test.ts.

Run: python test/golden/weights-torch.py | gzip -9n > test/golden/weights-torch.json.gz   (torch 2.13.0, safetensors 0.8.0)
"""

import argparse
import base64
import collections
import io
import json
import os
import pickle
import sys

import torch
from safetensors.torch import save as save_safetensors

torch.manual_seed(1)

network = torch.nn.Sequential(
    collections.OrderedDict(
        features=torch.nn.Sequential(
            torch.nn.Conv2d(1, 2, 3, bias=False),
            torch.nn.BatchNorm2d(2),
            torch.nn.PReLU(),
        ),
        classifier=torch.nn.Linear(2, 3),
    )
)
state = network.state_dict()
files = {}


def keep(name, value, **options):
    file = io.BytesIO()
    torch.save(value, file, **options)
    files[name] = base64.b64encode(file.getvalue()).decode()


class Evil:
    def __reduce__(self):
        return (os.system, ("touch lamina-was-here",))


old = {"_use_new_zipfile_serialization": False}
keep("state.pth", state)
keep("old.pth", state, **old)
keep("parameters.pth", dict(network.named_parameters()) | dict(network.named_buffers()))
optimizer = torch.optim.Adam(network.parameters())
keep("checkpoint.pt", {"epoch": 3, "state_dict": state, "optimizer": optimizer.state_dict(), "loss": 0.5})
keep("wrapped.pth", collections.OrderedDict((f"module.{name}", value) for name, value in state.items()))
keep("strided.pth", {name: value.to(memory_format=torch.channels_last) if value.ndim == 4 else value for name, value in state.items()})
keep("half.pth", {name: value.half() if value.is_floating_point() else value for name, value in state.items()})
keep("bfloat16.pth", {name: value.bfloat16() if value.is_floating_point() else value for name, value in state.items()})
whole = torch.arange(12.0)
keep("views.pth", {"a.weight": whole[2:8].reshape(2, 3), "b.weight": whole.reshape(3, 4).T, "c.weight": torch.ones(1).expand(5)})
torch.serialization.set_crc32_options(False)
keep("unchecked.pth", state)
torch.serialization.set_crc32_options(True)
keep("protocol5.pth", state, pickle_protocol=5)
keep("module.pth", network)
keep("evil.pth", Evil())
keep("namespace.pth", {"args": argparse.Namespace(rate=1), "state_dict": state})
keep("nothing.pth", {"epoch": 3})
files["evil.pkl"] = base64.b64encode(pickle.dumps(Evil(), 2)).decode()

script = io.BytesIO()
torch.jit.save(torch.jit.script(network), script)
files["script.pt"] = base64.b64encode(script.getvalue()).decode()
files["state.safetensors"] = base64.b64encode(save_safetensors({name: value.contiguous() for name, value in state.items()})).decode()
mixed = {"a.weight": torch.tensor([1.5, -2.0]).half(), "b.weight": torch.tensor([0.25]).bfloat16(), "c.weight": torch.tensor([[3]])}
files["mixed.safetensors"] = base64.b64encode(save_safetensors(mixed)).decode()

contents = {
    name: {"shape": list(value.shape), "values": value.float().reshape(-1).tolist()}
    for name, value in state.items()
    if not name.endswith("num_batches_tracked")
}
json.dump({"contents": contents, "files": files}, sys.stdout)
