"""Learning rates of Keras's schedules, and of PyTorch's OneCycleLR, for test/train/schedule.test.ts.

Run: python test/golden/schedules.py > test/golden/schedules.json   (keras 3.15.0, tensorflow-cpu 2.21.0)

All numbers are float64. OneCycleLR is not run: PyTorch is large, and its rate is a closed formula, which is written out
below from torch/optim/lr_scheduler.py (2.9) with `anneal_strategy="cos"`, `three_phase=False`.
"""

import json
import math

import keras
import numpy as np

keras.config.set_floatx("float64")
schedules = keras.optimizers.schedules

RATE, EPOCHS, STEPS = 0.1, 6, 5
TOTAL = EPOCHS * STEPS


def rates(schedule):
    return [float(schedule(np.float64(step))) for step in range(TOTAL)]


def one_cycle(max_lr, total, pct_start, div_factor, final_div_factor):
    def anneal(start, end, pct):
        return end + (start - end) / 2.0 * (math.cos(math.pi * pct) + 1)

    initial = max_lr / div_factor
    least = initial / final_div_factor
    phases = [(float(pct_start * total) - 1, initial, max_lr), (total - 1, max_lr, least)]
    found = []
    for step in range(total):
        start_step = 0.0
        for index, (end_step, start, end) in enumerate(phases):
            if step <= end_step or index == len(phases) - 1:
                found.append(anneal(start, end, (step - start_step) / (end_step - start_step)))
                break
            start_step = end_step
    return found


def exponential(**settings):
    return rates(schedules.ExponentialDecay(np.float64(RATE), **settings))


def cosine(initial, **settings):
    return rates(schedules.CosineDecay(np.float64(initial), **settings))


cases = {
    "constant": ("constant", [RATE] * TOTAL),
    "step": (
        {"step": {"every": 2, "factor": 0.3}},
        exponential(decay_steps=2 * STEPS, decay_rate=np.float64(0.3), staircase=True),
    ),
    "exponential": ({"exponential": {"factor": 0.9}}, exponential(decay_steps=STEPS, decay_rate=np.float64(0.9))),
    "exponential over two epochs and a half": (
        {"exponential": {"factor": 0.5, "every": 2.5}},
        exponential(decay_steps=2.5 * STEPS, decay_rate=np.float64(0.5)),
    ),
    "cosine": ("cosine", cosine(RATE, decay_steps=TOTAL)),
    "cosine to another rate": (
        {"cosine": {"final": 0.003}},
        cosine(RATE, decay_steps=TOTAL, alpha=0.003 / RATE),
    ),
    "cosine after a warm-up": (
        {"cosine": {"warmup": 1.4, "final": 0.01}},
        cosine(0.0, decay_steps=TOTAL - 7, alpha=0.01 / RATE, warmup_target=np.float64(RATE), warmup_steps=7),
    ),
    "one cycle": ("oneCycle", one_cycle(RATE, TOTAL, 0.3, 25.0, 1e4)),
    "one cycle of other settings": (
        {"oneCycle": {"pctStart": 0.45, "divFactor": 10, "finalDivFactor": 100}},
        one_cycle(RATE, TOTAL, 0.45, 10.0, 100.0),
    ),
}


class Optimizer:
    """What ReduceLROnPlateau needs of one, with a rate in double precision."""

    learning_rate = RATE


class Model:
    optimizer = Optimizer()


LOSSES = [1.0, 0.9, 0.9, 0.8999, 0.95, 0.85, 0.851, 0.86, 0.87, 0.7, 0.71, 0.7, 0.6999, 0.7, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9]
PLATEAUS = {
    "plateau": ({"plateau": {"patience": 2}}, {"patience": 2}),
    "plateau with a rest": (
        {"plateau": {"factor": 0.5, "patience": 1, "cooldown": 2}},
        {"factor": 0.5, "patience": 1, "cooldown": 2},
    ),
    "plateau without patience": ({"plateau": {"factor": 0.8, "patience": 0}}, {"factor": 0.8, "patience": 0}),
    "plateau down to a rate": (
        {"plateau": {"factor": 0.3, "patience": 1, "minDelta": 0.05, "final": 0.02}},
        {"factor": 0.3, "patience": 1, "min_delta": 0.05, "min_lr": 0.02},
    ),
}


def plateau(settings):
    callback = keras.callbacks.ReduceLROnPlateau(monitor="val_loss", mode="min", **settings)
    model = Model()
    model.optimizer = Optimizer()
    callback.set_model(model)
    callback.on_train_begin()
    found = []
    for epoch, loss in enumerate(LOSSES):
        found.append(model.optimizer.learning_rate)
        callback.on_epoch_end(epoch, {"val_loss": loss})
    return found


golden = {
    "learningRate": RATE,
    "epochs": EPOCHS,
    "stepsPerEpoch": STEPS,
    "cases": [{"name": name, "schedule": ours, "rates": found} for name, (ours, found) in cases.items()],
    "losses": LOSSES,
    "plateaus": [
        {"name": name, "schedule": ours, "rates": plateau(theirs)} for name, (ours, theirs) in PLATEAUS.items()
    ],
}
print(json.dumps(golden, indent=2))
