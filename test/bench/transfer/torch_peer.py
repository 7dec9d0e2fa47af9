"""The same transfer learning in PyTorch, to be held beside experiments/ants-bees.yaml or transfer.yaml.

  TORCH/bin/python test/bench/transfer/torch_peer.py FILE.pth TRAIN TEST   (torch 2.13.0, pillow)

FILE.pth is what `exp fetch mobilenetV2` brings. Images are resized so that the smaller side has 224 pixels and cropped to
the middle; features are worked out once, then one dense layer is trained on them: Adam at 0.001, dropout 0.2, 60 epochs.
"""

import json
import os
import sys
import time

import numpy as np
import torch
from PIL import Image, ImageOps
from torch import nn

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../golden"))
from bases import torchvision_mobilenet  # noqa: E402

SIZE, BATCH, EPOCHS = 224, 32, 60
MEAN, DEVIATION = np.float32([0.485, 0.456, 0.406]), np.float32([0.229, 0.224, 0.225])


def images_of(folder):
    classes = sorted(name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name)))
    for label, name in enumerate(classes):
        for file in sorted(os.listdir(os.path.join(folder, name))):
            with Image.open(os.path.join(folder, name, file)) as image:
                fitted = ImageOps.fit(image.convert("RGB"), (SIZE, SIZE), Image.Resampling.BILINEAR)
            values = (np.asarray(fitted, np.float32) / 255 - MEAN) / DEVIATION
            yield torch.from_numpy(values.transpose(2, 0, 1).copy()), label


def features_of(model, folder):
    images, labels = zip(*images_of(folder))
    with torch.no_grad():
        parts = [
            model.features(torch.stack(images[at : at + BATCH])).mean((2, 3)) for at in range(0, len(images), BATCH)
        ]
    return torch.cat(parts), torch.tensor(labels)


def main():
    weights, train, test = sys.argv[1:4]
    torch.manual_seed(7)
    started = time.perf_counter()
    model = torchvision_mobilenet(weights)
    features, labels = features_of(model, train)
    test_features, test_labels = features_of(model, test)
    extracted = time.perf_counter()
    head = nn.Sequential(nn.Dropout(0.2), nn.Linear(features.shape[1], int(labels.max()) + 1))
    optimizer = torch.optim.Adam(head.parameters(), lr=0.001)
    for _ in range(EPOCHS):
        order = torch.randperm(len(labels))
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            optimizer.zero_grad()
            nn.functional.cross_entropy(head(features[batch]), labels[batch]).backward()
            optimizer.step()
    head.eval()
    with torch.no_grad():
        right = (head(test_features).argmax(1) == test_labels).float().mean().item()
    ended = time.perf_counter()
    print(
        json.dumps(
            {"accuracy": round(right, 4), "images": len(labels) + len(test_labels), "featuresSeconds": round(extracted - started, 1), "headSeconds": round(ended - extracted, 1), "cpuSeconds": round(time.process_time(), 1)}
        )
    )


main()
