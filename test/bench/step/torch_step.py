"""Training steps of a network in PyTorch, fed from uint8 images in memory: the peer of lamina-step.ts.

Called as `torch_step.py NETWORK BATCH STEPS [cpu|cuda] [eager|compile]`. For each line on standard input it trains STEPS
steps and prints the seconds that they took. Channels-last memory, which PyTorch's tuning guide asks for, and one thread a
core. On a GPU at its best: the images are there already, TensorFloat-32, cuDNN's own search for the fastest algorithms, and
what a step comes to is read while the next one runs.
"""

import json
import pathlib
import sys
import time

import numpy as np
import torch
from torch import nn

name, batch, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
device, mode = (sys.argv[4:6] + ["cpu", "eager"][len(sys.argv[4:6]) :])
torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
torch.backends.cudnn.benchmark = True
network = json.loads((pathlib.Path(__file__).parent / "networks.json").read_text())[name]
IMAGES = 64
torch.manual_seed(1)


class Residual(nn.Module):
    """With a convolution of 1 x 1 and batchNorm beside the layers where the shapes differ."""

    def __init__(self, specs):
        super().__init__()
        self.layers = nn.Sequential(*map(layer, specs))
        self.shortcut = None

    def forward(self, images):
        output = self.layers(images)
        if self.shortcut is None:
            # The first images, which are there for the lazy layers, tell the shapes.
            self.shortcut = nn.Identity()
            if images.shape != output.shape:
                strides = -(-images.shape[2] // output.shape[2])
                convolution = nn.Conv2d(images.shape[1], output.shape[1], 1, strides, bias=False)
                self.shortcut = nn.Sequential(convolution, nn.BatchNorm2d(output.shape[1]))
        return output + self.shortcut(images)


def layer(spec):
    kind, settings = (spec, {}) if isinstance(spec, str) else next(iter(spec.items()))
    match kind:
        case "conv":
            size = settings["kernelSize"]
            # "same" of images whose sides the strides divide.
            padding = size // 2 if settings.get("padding") == "same" else 0
            return nn.LazyConv2d(
                settings["filters"], size, settings.get("strides", 1), padding, bias=settings.get("useBias", True)
            )
        case "relu":
            return nn.ReLU(inplace=True)
        case "pool":
            size = settings.get("size", 2)
            padding = size // 2 if settings.get("padding") == "same" else 0
            return nn.MaxPool2d(size, settings.get("strides"), padding)
        case "globalPool":
            return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
        case "flatten":
            return nn.Flatten()
        case "dropout":
            return nn.Dropout(settings)
        case "batchNorm":
            return nn.LazyBatchNorm2d()
        case "dense":
            units = settings["units"]
            return nn.LazyLinear(network["classes"] if units == "classes" else units)
        case "residual":
            return Residual(settings)
        case _:
            raise ValueError(kind)


height, width, channels = network["shape"]
model = nn.Sequential(*map(layer, network["layers"]))
random = np.random.default_rng(1)
available = max(IMAGES, batch)
images = torch.from_numpy(random.integers(0, 256, (available, height, width, channels), dtype=np.uint8))
labels = torch.from_numpy(random.integers(0, network["classes"], available))
with torch.no_grad():
    model(torch.zeros(1, channels, height, width))
model = model.to(device, memory_format=torch.channels_last).train()
images, labels = images.to(device), labels.to(device)
optimizer = torch.optim.Adam(model.parameters(), lr=0.001, fused=True)
loss_of = nn.CrossEntropyLoss()
position = 0


def forward(inputs, wanted):
    """Loss and number of right images."""
    # [batch, height, width, channels] in memory, which is channels-last as PyTorch sees it.
    scores = model(inputs.permute(0, 3, 1, 2).float() / 255)
    return loss_of(scores, wanted), (scores.argmax(1) == wanted).sum()


run = torch.compile(forward, mode="reduce-overhead") if mode == "compile" else forward


def read(results):
    for result in results:
        result.item()


def train(count):
    global position
    before = ()
    for _ in range(count):
        chosen = torch.arange(position, position + batch, device=device) % available
        position += batch
        optimizer.zero_grad(set_to_none=True)
        loss, right = run(images[chosen], labels[chosen])
        loss.backward()
        optimizer.step()
        if device == "cpu":
            read((loss, right))
        else:
            read(before)
            # What a compiled step gives is written over by the next one.
            before = (loss.detach().clone(), right.clone())
    read(before)


train(3 if device == "cpu" else 20)
print("ready", sum(parameter.numel() for parameter in model.parameters()), flush=True)
for _ in sys.stdin:
    started = time.perf_counter()
    train(steps)
    print(time.perf_counter() - started, flush=True)
