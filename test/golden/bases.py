"""Figures of Keras's and torchvision's networks, which those of src/spec/bases are held against: bases.json.gz.

  KERAS/bin/python test/golden/bases.py keras > keras.json            (Keras 3.15.0)
  TORCH/bin/python test/golden/bases.py torch FILE.pth > torch.json   (torch 2.13.0; FILE.pth is the one that exp fetch mobilenetV2 brings)
  KERAS/bin/python test/golden/bases.py join keras.json torch.json    (writes bases.json.gz beside this file)

Weights and images follow from a formula that the tests have too, so that no file of weights is needed.
"""

import gzip
import json
import os
import sys

import numpy as np

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
SIZE = 64


def number_of(name):
    return sum((place + 1) * ord(letter) for place, letter in enumerate(name)) % 997


def noise(name, shape):
    """Numbers from 0 to 1."""
    count = int(np.prod(shape)) if len(shape) else 1
    values = np.sin(np.arange(count, dtype=np.float64) * 12.9898 + number_of(name) * 78.233) * 43758.5453
    return (values - np.floor(values)).reshape(shape)


def weight(layer, name, shape, is_depthwise=False):
    values = noise(f"{layer}/{name}", shape)
    if name in ("kernel", "depthwise_kernel"):
        fan_in = np.prod(shape[:2]) if is_depthwise else np.prod(shape[:-1])
        return ((2 * values - 1) * np.sqrt(6 / fan_in)).astype(np.float32)
    if name in ("gamma", "moving_variance", "variance"):
        return (0.75 + 0.5 * values).astype(np.float32)
    return (0.2 * values - 0.1).astype(np.float32)


def image(size):
    """[height, width, 3], whole numbers from 0 to 255."""
    return np.floor(256 * noise("image", (size, size, 3))).astype(np.float32)


def of_keras():
    import keras

    found = {}
    for name, build, mode in (
        ("mobilenetV2", keras.applications.MobileNetV2, "tf"),
        ("resnet50", keras.applications.ResNet50, "caffe"),
        ("efficientnetB0", keras.applications.EfficientNetB0, None),
    ):
        model = build(weights=None, include_top=False, input_shape=(SIZE, SIZE, 3))
        layers = []
        for layer in model.layers:
            is_depthwise = type(layer).__name__ == "DepthwiseConv2D"
            shapes = [(w.name, list(w.shape)) for w in layer.weights]
            if shapes:
                layers.append([layer.name, shapes])
                layer.set_weights([weight(layer.name, n, s, is_depthwise) for n, s in shapes])
            if isinstance(layer, keras.layers.Normalization):
                layer.finalize_state()
        images = image(SIZE)[None]
        if mode:
            images = keras.applications.imagenet_utils.preprocess_input(images, mode=mode)
        features = np.asarray(model(images, training=False))
        found[name] = {
            "layers": layers,
            "parameters": model.count_params(),
            "shape": list(features.shape[1:]),
            "means": features.mean((0, 1, 2)).tolist(),
        }
    return found


def torchvision_mobilenet(path):
    """MobileNetV2 with the weights of a file, in evaluation mode."""
    import torch
    from torch import nn

    def block(inputs, outputs, kernel, stride, groups):
        return nn.Sequential(
            nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU6(),
        )

    class Inverted(nn.Module):
        def __init__(self, inputs, outputs, stride, expansion):
            super().__init__()
            inside = inputs * expansion
            expand = [] if expansion == 1 else [block(inputs, inside, 1, 1, 1)]
            project = [nn.Conv2d(inside, outputs, 1, bias=False), nn.BatchNorm2d(outputs)]
            self.conv = nn.Sequential(*expand, block(inside, inside, 3, stride, inside), *project)
            self.adds = stride == 1 and inputs == outputs

        def forward(self, x):
            return x + self.conv(x) if self.adds else self.conv(x)

    class MobileNetV2(nn.Module):
        """As torchvision has it: its state_dict fits without a word."""

        def __init__(self):
            super().__init__()
            layers, inputs = [block(3, 32, 3, 2, 1)], 32
            for expansion, outputs, count, stride in (
                (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
            ):
                for index in range(count):
                    layers.append(Inverted(inputs, outputs, stride if index == 0 else 1, expansion))
                    inputs = outputs
            self.features = nn.Sequential(*layers, block(inputs, 1280, 1, 1, 1))
            self.classifier = nn.Sequential(nn.Dropout(0.2), nn.Linear(1280, 1000))

    model = MobileNetV2()
    model.load_state_dict(torch.load(path, weights_only=True))
    return model.eval()


def of_torch(path):
    import torch

    model = torchvision_mobilenet(path)
    mean, deviation = np.float32([0.485, 0.456, 0.406]), np.float32([0.229, 0.224, 0.225])
    images = (image(SIZE) / 255 - mean) / deviation
    with torch.no_grad():
        features = model.features(torch.tensor(images.transpose(2, 0, 1)[None]))
    return {"mobilenetV2": {"means": features.mean((0, 2, 3)).tolist(), "shape": list(features.shape[1:])}}


if __name__ == "__main__":
    if sys.argv[1] == "keras":
        json.dump(of_keras(), sys.stdout)
    elif sys.argv[1] == "torch":
        json.dump(of_torch(sys.argv[2]), sys.stdout)
    else:
        keras_figures, torch_figures = (json.load(open(path)) for path in sys.argv[2:4])
        text = json.dumps({"size": SIZE, "keras": keras_figures, "torch": torch_figures})
        place = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bases.json.gz")
        with open(place, "wb") as file:
            file.write(gzip.compress(text.encode(), mtime=0))
