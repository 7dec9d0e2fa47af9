import { expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExperimentError } from "../../src/spec/diagnostic.ts";
import { loadExperiment } from "../../src/spec/load.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

const right = `seed: 7
data:
  train: data/pneumonia-28px/train
  validation: data/pneumonia-28px/val
  test: data/pneumonia-28px/test
  targetSize: [28, 28]
  colour: grey
  batchSize: 32
model:
  layers:
    - conv: { filters: 16, kernelSize: 3 }
    - relu
    - pool: { size: 2 }
    - flatten
    - dropout: 0.5
    - dense: { units: classes }
train:
  epochs: 10
  optimizer: { adam: { learningRate: 0.001 } }
`;

/** What is written in place of what, and what is said of it: line and column first. */
const mistakes: readonly [written: string, right: string, said: string[]][] = [
  // A hint has the number that was written, where it means the same.
  [
    "  test_size: 0.1",
    "  targetSize: [28, 28]",
    ['6:3 data: unknown key "test_size"; write split: { test: 0.1 }'],
  ],
  [
    "  train_split: 0.8",
    "  targetSize: [28, 28]",
    ['6:3 data: unknown key "train_split"; write split: { validation: 0.2 }'],
  ],
  [
    "  learning_rate: 1e-2",
    "  epochs: 10",
    ['18:3 train: unknown key "learning_rate"; write optimizer: { adam: { learningRate: 0.01 } }'],
  ],
  [
    "validation_split: 0.25\nmodel:",
    "model:",
    [
      '9:1 unknown key "validation_split"; "validation_split" belongs under data: write split: { validation: 0.25 }',
    ],
  ],
  [
    "  augment: { RandomHorizontalFlip: 0.5, RandomBrightnessContrast: 0.2 }",
    "  targetSize: [28, 28]",
    [
      '6:14 data.augment: unknown key "RandomHorizontalFlip"; write flip: horizontal',
      '6:41 data.augment: unknown key "RandomBrightnessContrast"; write brightness: 0.2, contrast: 0.2',
    ],
  ],
  [
    "kernelSize: 3, activation: softmax }",
    "kernelSize: 3 }",
    [
      '11:43 model.layers[0].conv: unknown key "activation"; an activation is a layer of its own: write - relu after this one',
    ],
  ],
  [
    "units: classes, activation: softmax }",
    "units: classes }",
    [
      '16:32 model.layers[5].dense: unknown key "activation"; an activation is a layer of its own: write - relu after this one; softmax follows by itself after the last',
    ],
  ],
  [
    "mode: average }",
    "size: 2 }",
    ['13:15 model.layers[2].pool: unknown key "mode"; did you mean "type"? (max or average)'],
  ],
  [
    "    -conv: {",
    "    - conv: {",
    ["11:5 a space is missing after the dash: write - conv: { filters: 16, kernelSize: 3 }"],
  ],
  ["epochs:10", "epochs: 10", ["18:3 a space is missing: write epochs: 10"]],
  ["\tcolour: grey", "  colour: grey", ["7:1 YAML is indented with spaces, but here is a tab"]],
  [
    "Conv2D: { filters: 16, kernel_size: 3 }",
    "conv: { filters: 16, kernelSize: 3 }",
    [
      '11:7 model.layers[0]: unknown layer "Conv2D"; did you mean conv?',
      '11:30 model.layers[0].Conv2D: unknown key "kernel_size"; did you mean "kernelSize"?',
    ],
  ],
  [
    "    - globalAveragePooling\n    - flatten\n",
    "    - flatten\n",
    ['14:7 model.layers[3]: unknown layer "globalAveragePooling"; write - globalPool'],
  ],
  [
    "    - GlobalMaxPooling2D: {}",
    "    - flatten",
    ['14:7 model.layers[3]: unknown layer "GlobalMaxPooling2D"; write - globalPool: { type: max }'],
  ],
  [
    "DepthwiseConv2D: { kernel_size: 3, dilation: 2, depth_multiplier: 2 }",
    "conv: { filters: 16, kernelSize: 3 }",
    [
      '11:7 model.layers[0]: unknown layer "DepthwiseConv2D"; did you mean depthwiseConv?',
      '11:26 model.layers[0].DepthwiseConv2D: unknown key "kernel_size"; did you mean "kernelSize"?',
      '11:42 model.layers[0].DepthwiseConv2D: unknown key "dilation"; did you mean "dilationRate"?',
      '11:55 model.layers[0].DepthwiseConv2D: unknown key "depth_multiplier"; did you mean "depthMultiplier"?',
    ],
  ],
  [
    "depthwiseConv: { filters: 16, kernelSize: 3 }",
    "conv: { filters: 16, kernelSize: 3 }",
    [
      '11:24 model.layers[0].depthwiseConv: unknown key "filters"; each channel has its own kernels: write depthMultiplier: 2 for two of them',
    ],
  ],
  [
    "    - ZeroPadding2D: { padding: 1 }",
    "    - relu",
    [
      '12:7 model.layers[1]: unknown layer "ZeroPadding2D"; did you mean zeroPadding?',
      '12:24 model.layers[1].ZeroPadding2D: unknown key "padding"; did you mean "sides"?',
    ],
  ],
  [
    "    - zeroPadding: [[1, 0], [2, 2]]",
    "    - relu",
    [
      "12:20 model.layers[1].zeroPadding: must be a mapping (key: value), but is a list of 2; write zeroPadding: { sides: [1, 0, 2, 2] }",
    ],
  ],
  [
    "    - cropping: { sides: [1, 2] }",
    "    - relu",
    ["12:26 model.layers[1].cropping.sides: must hold 4 items, but holds 2; write [1, 1, 2, 2]"],
  ],
  [
    "    - upSampling: 2",
    "    - relu",
    [
      "12:19 model.layers[1].upSampling: must be a mapping (key: value), but is 2; write upSampling: { size: 2 }",
    ],
  ],
  [
    "    - resize: { height: 32 }",
    "    - relu",
    [
      "12:15 model.layers[1].resize: size is missing, for example { size: 32 }",
      '12:17 model.layers[1].resize: unknown key "height"; write size: [HEIGHT, WIDTH]',
    ],
  ],
  [
    "    - activation: relu",
    "    - relu",
    [
      '12:7 model.layers[1]: unknown layer "activation"; an activation is a layer of its own: write - relu',
    ],
  ],
  [
    "    - LeakyReLU: { alpha: 0.1 }",
    "    - relu",
    [
      '12:7 model.layers[1]: unknown layer "LeakyReLU"; did you mean leakyRelu?',
      '12:20 model.layers[1].LeakyReLU: unknown key "alpha"; did you mean "negativeSlope"?',
    ],
  ],
  [
    "    - leakyRelu: 0.1",
    "    - relu",
    [
      "12:18 model.layers[1].leakyRelu: must be a mapping (key: value), but is 0.1; write leakyRelu: { negativeSlope: 0.1 }",
    ],
  ],
  ["    - silu", "    - relu", ['12:7 model.layers[1]: unknown layer "silu"; did you mean swish?']],
  [
    "    - nn.GroupNorm: { num_groups: 8 }",
    "    - relu",
    [
      '12:7 model.layers[1]: unknown layer "nn.GroupNorm"; did you mean groupNorm?',
      '12:23 model.layers[1].nn.GroupNorm: unknown key "num_groups"; did you mean "groups"?',
    ],
  ],
  [
    "kernelSize: 3, kernelInitializer: he_normal, name: 2nd conv }",
    "kernelSize: 3 }",
    [
      '11:62 model.layers[0].conv.kernelInitializer: must be glorotUniform, glorotNormal, heUniform, heNormal, lecunUniform, lecunNormal, randomUniform, randomNormal, truncatedNormal, zeros or ones, but is the text "he_normal"; did you mean heNormal?',
      '11:79 model.layers[0].conv.name: must be a name of letters, digits, "_" and "-", a letter first, but is the text "2nd conv", for example stem',
    ],
  ],
  [
    "  epochs: 10\n  loss: categorical_crossentropy",
    "  epochs: 10",
    [
      '19:9 train.loss: unknown loss "categorical_crossentropy"; which one follows from the scores: write crossEntropy, or leave it out',
    ],
  ],
  [
    "  epochs: 10\n  metrics: [accuracy]",
    "  epochs: 10",
    ['19:3 train: unknown key "metrics"; every figure is worked out: leave it out'],
  ],
  [
    "  epochs: 10\n  batch_size: 32",
    "  epochs: 10",
    ['19:3 train: unknown key "batch_size"; write data.batchSize'],
  ],
  [
    "  epochs: 10\n  patience: 5",
    "  epochs: 10",
    ['19:3 train: unknown key "patience"; write earlyStopping: { monitor: loss, patience: 5 }'],
  ],
  [
    "  epochs: 10\n  learning_rate: 0.1",
    "  epochs: 10",
    ['19:3 train: unknown key "learning_rate"; write optimizer: { adam: { learningRate: 0.1 } }'],
  ],
  [
    "adam: { lr: 0.001 }",
    "adam: { learningRate: 0.001 }",
    ['19:24 train.optimizer.adam: unknown key "lr"; did you mean "learningRate"?'],
  ],
  [
    "adam: { learning_rate: 1e-3, weight_decay: 0.1 }",
    "adam: { learningRate: 0.001 }",
    [
      '19:24 train.optimizer.adam: unknown key "learning_rate"; did you mean "learningRate"?',
      '19:45 train.optimizer.adam: unknown key "weight_decay"; did you mean "weightDecay"?',
    ],
  ],
  [
    "AdamW",
    "{ adam: { learningRate: 0.001 } }",
    ['19:14 train.optimizer: unknown optimizer "AdamW"; did you mean adamW?'],
  ],
  [
    "{ AdamW: { lr: 0.001, weight_decay: 0.01, clipnorm: 1 } }",
    "{ adam: { learningRate: 0.001 } }",
    [
      '19:16 train.optimizer: unknown optimizer "AdamW"; did you mean adamW?',
      '19:25 train.optimizer.AdamW: unknown key "lr"; did you mean "learningRate"?',
      '19:36 train.optimizer.AdamW: unknown key "weight_decay"; did you mean "weightDecay"?',
      '19:56 train.optimizer.AdamW: unknown key "clipnorm"; write train.gradientClip: { norm: 1 }, of all gradients together',
    ],
  ],
  [
    "  epochs: 10\n  callbacks: [EarlyStopping]\n  class_weight: balanced",
    "  epochs: 10",
    [
      '19:3 train: unknown key "callbacks"; write earlyStopping: { monitor: loss, patience: 5 }; the best weights, checkpoints and the history are kept anyway',
      '20:3 train: unknown key "class_weight"; did you mean "classWeights"?',
    ],
  ],
  [
    "  epochs: 10\n  clipnorm: 1.0\n  clipvalue: 0.5\n  max_grad_norm: 1",
    "  epochs: 10",
    [
      '19:3 train: unknown key "clipnorm"; write train.gradientClip: { norm: 1 }, of all gradients together',
      '20:3 train: unknown key "clipvalue"; write train.gradientClip: { value: 0.5 }',
      '21:3 train: unknown key "max_grad_norm"; write train.gradientClip: { norm: 1 }, of all gradients together',
    ],
  ],
  [
    "  epochs: 10\n  label_smoothing: 0.1\n  weight_decay: 0.01\n  use_ema: true",
    "  epochs: 10",
    [
      '19:3 train: unknown key "label_smoothing"; write train.loss: { crossEntropy: { labelSmoothing: 0.1 } }',
      '20:3 train: unknown key "weight_decay"; write optimizer: { adamW: { weightDecay: 0.004 } }',
      '21:3 train: unknown key "use_ema"; write train.averageWeights: { decay: 0.99 }',
    ],
  ],
  [
    "  epochs: 10\n  gradient_accumulation_steps: 4\n  lr_scheduler: cosine\n  warmup_epochs: 1",
    "  epochs: 10",
    [
      '19:3 train: unknown key "gradient_accumulation_steps"; did you mean "accumulate"?',
      '20:3 train: unknown key "lr_scheduler"; did you mean "schedule"?',
      '21:3 train: unknown key "warmup_epochs"; write schedule: { cosine: { warmup: 1 } }',
    ],
  ],
  [
    "  epochs: 10\n  schedule: { ReduceLROnPlateau: { patience: 3, min_lr: 0, monitor: val_loss } }",
    "  epochs: 10",
    [
      '19:15 train.schedule: unknown schedule "ReduceLROnPlateau"; write schedule: plateau',
      '19:49 train.schedule.ReduceLROnPlateau: unknown key "min_lr"; did you mean "final"?',
      '19:60 train.schedule.ReduceLROnPlateau: unknown key "monitor"; the validation loss is watched: leave it out',
    ],
  ],
  [
    "  epochs: 10\n  schedule: CosineAnnealingLR",
    "  epochs: 10",
    ['19:13 train.schedule: unknown schedule "CosineAnnealingLR"; write schedule: cosine'],
  ],
  [
    "  epochs: 10\n  schedule: { step: { step_size: 3, gamma: 0.1, every: 2 } }",
    "  epochs: 10",
    [
      '19:23 train.schedule.step: unknown key "step_size"; did you mean "every"?',
      '19:37 train.schedule.step: unknown key "gamma"; did you mean "factor"?',
    ],
  ],
  [
    "  epochs: 10\n  loss: { focal: { alpha: 0.25 } }\n  gradientClip: 1",
    "  epochs: 10",
    [
      '19:20 train.loss.focal: unknown key "alpha"; write train.classWeights',
      "20:17 train.gradientClip: must be null or one of norm, value, but is 1; write gradientClip: { norm: 1 }",
    ],
  ],
  [
    "{ name: adam, lr: 0.1 }",
    "{ adam: { learningRate: 0.001 } }",
    ["19:28 train.optimizer: write optimizer: { adam: { learningRate: 0.001 } }"],
  ],
  [
    "  imgsz: 28",
    "  targetSize: [28, 28]",
    ['6:3 data: unknown key "imgsz"; write targetSize: [HEIGHT, WIDTH]'],
  ],
  [
    "  targetSize: 28",
    "  targetSize: [28, 28]",
    [
      "6:15 data.targetSize: must be a list of 2, each a whole number from 1 to 4096, but is 28; write [28, 28]",
    ],
  ],
  [
    "  targetSize: [28, 28, 1]",
    "  targetSize: [28, 28]",
    [
      "6:15 data.targetSize: may hold 2 items, but holds 3; how many channels there are follows from colour: write [28, 28]",
    ],
  ],
  [
    "  color_mode: grayscale",
    "  colour: grey",
    ['7:3 data: unknown key "color_mode"; did you mean "colour"?'],
  ],
  [
    "  colour: grayscale",
    "  colour: grey",
    ['7:11 data.colour: must be grey or rgb, but is the text "grayscale"; did you mean grey?'],
  ],
  [
    "  colour: grey\n  rescale: 1/255",
    "  colour: grey",
    [
      '8:3 data: unknown key "rescale"; values are divided by 255; another factor is data.preprocess.rescale',
    ],
  ],
  [
    "  colour: grey\n  horizontal_flip: true",
    "  colour: grey",
    ['8:3 data: unknown key "horizontal_flip"; write data.augment: { flip: horizontal }'],
  ],
  [
    "  colour: grey\n  augment: { horizontal_flip: true, rotation_range: 20 }",
    "  colour: grey",
    [
      '8:14 data.augment: unknown key "horizontal_flip"; write flip: horizontal',
      '8:37 data.augment: unknown key "rotation_range"; did you mean "rotation"?',
    ],
  ],
  [
    "  colour: grey\n  shuffle: true",
    "  colour: grey",
    [
      '8:3 data: unknown key "shuffle"; the order of the training images is drawn anew in each epoch, from the seed: leave it out',
    ],
  ],
  [
    "  colour: grey\n  validation_split: 0.2",
    "  colour: grey",
    ['8:3 data: unknown key "validation_split"; write split: { validation: 0.2 }'],
  ],
  [
    "  colour: grey\n  names: [a, b]\n  nc: 2",
    "  colour: grey",
    [
      '8:3 data: unknown key "names"; the classes are the folders of train, or the labels of its table: leave it out',
      '9:3 data: unknown key "nc"; the number of classes follows from train: leave it out',
    ],
  ],
  [
    "input_features: []\noutput_features: []\nseed: 7",
    "seed: 7",
    [
      '1:1 unknown key "input_features"; the images are data.train; layers are model.layers',
      '2:1 unknown key "output_features"; the classes are the folders of data.train, or the labels of its table',
    ],
  ],
  [
    "trainer: { epochs: 3 }\nseed: 7",
    "seed: 7",
    ['1:1 unknown key "trainer"; did you mean "train"?'],
  ],
  ["random_seed: 7", "seed: 7", ['1:1 unknown key "random_seed"; did you mean "seed"?']],
  ["batch: 32", "batchSize: 32", ['8:3 data: unknown key "batch"; did you mean "batchSize"?']],
  [
    "    - dropout: { p: 0.5 }",
    "    - dropout: 0.5",
    ['15:18 model.layers[4].dropout: unknown key "p"; did you mean "rate"?'],
  ],
  [
    "kernelSize: 3, input_shape: [28, 28, 1] }",
    "kernelSize: 3 }",
    [
      '11:43 model.layers[0].conv: unknown key "input_shape"; the input\'s shape follows from data.targetSize and data.colour: leave it out',
    ],
  ],
  [
    "kernelSize: 3, padding: SAME }",
    "kernelSize: 3 }",
    [
      '11:52 model.layers[0].conv.padding: must be valid or same, but is the text "SAME"; did you mean same?',
    ],
  ],
  [
    "kernelSize: 3, kernel_regularizer: l2 }",
    "kernelSize: 3 }",
    ['11:43 model.layers[0].conv: unknown key "kernel_regularizer"; write l2: 0.001 here, or l1'],
  ],
  [
    "pool_size: 2 }",
    "size: 2 }",
    ['13:15 model.layers[2].pool: unknown key "pool_size"; did you mean "size"?'],
  ],
  [
    "    - relu:\n        - x\n",
    "    - relu\n",
    ["12:7 model.layers[1].relu: must be a mapping (key: value), but is a list of 1"],
  ],
  [
    '  epochs: "10"',
    "  epochs: 10",
    [
      '18:11 train.epochs: must be a whole number from 1 to 1000000, but is the text "10"; write 10 without quotes',
    ],
  ],
  [
    "  train:\n  epochs",
    "train:\n  epochs",
    [
      '17:3 model: unknown key "train"; "train" stands at the beginning of a line: remove the spaces before it',
      '18:3 model: unknown key "epochs"; "epochs" belongs under train',
      '19:3 model: unknown key "optimizer"; write train: { optimizer: … }',
    ],
  ],
  [
    "layers:",
    "model:\n  layers:",
    [
      "1:1 model is missing, for example model: { layers: [ flatten, { dense: { units: classes } } ] }",
      '9:1 unknown key "layers"; "layers" belongs under model or residual',
    ],
  ],
  ["seed: 7\nseed: 8", "seed: 7", ['2:1 "seed" is here twice; a key may be given once']],
  [
    "    - pool:\n      size: 2",
    "    - pool: { size: 2 }",
    [
      '14:7 model.layers[2]: one key was expected, but here are "pool" and "size"; settings are indented under their key, and each layer begins with "- "',
    ],
  ],
  [
    "    - MaxPooling2D: { pool_size: [2, 2] }",
    "    - pool: { size: 2 }",
    [
      '13:7 model.layers[2]: unknown layer "MaxPooling2D"; did you mean pool?',
      '13:23 model.layers[2].MaxPooling2D: unknown key "pool_size"; did you mean "size"?',
    ],
  ],
  ['colour: "grey', "colour: grey", ["7:11 the quote that begins here is not closed"]],
  [
    "[28, 28",
    "[28, 28]",
    ['6:21 "[" is not closed: "]" is missing at the end of this line at the latest'],
  ],
  [
    "(28, 28)",
    "[28, 28]",
    [
      '6:15 data.targetSize: must be a list of 2, each a whole number from 1 to 4096, but is the text "(28, 28)"; write [28, 28]',
    ],
  ],
  ["seed = 7", "seed: 7", ["1:1 write seed: 7"]],
  [
    "  colour: grey\n  augment: { rotate: 15, brighten: 0.2, hflip: 0.5, cutout: true, hue: 0.1 }",
    "  colour: grey",
    [
      '8:14 data.augment: unknown key "rotate"; did you mean "rotation"?',
      '8:26 data.augment: unknown key "brighten"; did you mean "brightness"?',
      '8:41 data.augment: unknown key "hflip"; write flip: horizontal',
      '8:53 data.augment: unknown key "cutout"; did you mean "erase"?',
      '8:67 data.augment: unknown key "hue"; there is none; channelShift changes the colours, and randAugment has color',
    ],
  ],
  [
    "  colour: grey\n  augment: { zoom_range: 0.2, fill_mode: nearest }",
    "  colour: grey",
    [
      '8:14 data.augment: unknown key "zoom_range"; did you mean "zoom"?',
      '8:31 data.augment: unknown key "fill_mode"; did you mean "fill"?',
    ],
  ],
  [
    "  colour: grey\n  augment: { flip: true, rotation: [-15, 15] }",
    "  colour: grey",
    [
      "8:20 data.augment.flip: must be none, horizontal, vertical or both, but is true; did you mean horizontal?",
      "8:36 data.augment.rotation: must be a number from 0 to 180, but is a list of 2; a number is meant either way: write 15",
    ],
  ],
  [
    "  colour: grey\n  augmentation: true",
    "  colour: grey",
    ['8:3 data: unknown key "augmentation"; did you mean "augment"?'],
  ],
  [
    "  colour: grey\n  rotation_range: 15\n  fill_mode: nearest",
    "  colour: grey",
    [
      '8:3 data: unknown key "rotation_range"; write data.augment: { rotation: 15 }',
      '9:3 data: unknown key "fill_mode"; write data.augment: { fill: nearest }',
    ],
  ],
  [
    "  colour: grey\n  img_height: 28\n  normalize: true",
    "  colour: grey",
    [
      '8:3 data: unknown key "img_height"; write targetSize: [HEIGHT, WIDTH]',
      '9:3 data: unknown key "normalize"; write data.preprocess: { featurewiseCenter: true, featurewiseStd: true }',
    ],
  ],
  [
    "  colour: 1",
    "  colour: grey",
    ["7:11 data.colour: must be grey or rgb, but is 1; did you mean grey?"],
  ],
  [
    "  targetSize: 28x28",
    "  targetSize: [28, 28]",
    [
      '6:15 data.targetSize: must be a list of 2, each a whole number from 1 to 4096, but is the text "28x28"; write [28, 28]',
    ],
  ],
  [
    "  targetSize: [28 28]",
    "  targetSize: [28, 28]",
    [
      "6:15 data.targetSize: must hold 2 items, but holds 1; write [28, 28]",
      '6:16 data.targetSize[0]: must be a whole number from 1 to 4096, but is the text "28 28"',
    ],
  ],
  [
    "  targetSize: [3, 64, 64]",
    "  targetSize: [28, 28]",
    [
      "6:15 data.targetSize: may hold 2 items, but holds 3; how many channels there are follows from colour: write [64, 64]",
    ],
  ],
  [
    "  targetSize: { height: 28, width: 32 }",
    "  targetSize: [28, 28]",
    [
      "6:15 data.targetSize: must be a list of 2, each a whole number from 1 to 4096, but is a mapping (key: value); write [28, 32]",
    ],
  ],
  [
    "  split: 0.2",
    "  validation: data/pneumonia-28px/val",
    [
      "4:10 data.split: must be null or a mapping (key: value), but is 0.2; write split: { validation: 0.2 }",
    ],
  ],
  [
    "  split: { validation: 20% }",
    "  validation: data/pneumonia-28px/val",
    [
      '4:24 data.split.validation: must be a number from 0 to below 1, but is the text "20%"; write 0.2',
    ],
  ],
  [
    "  split: { validation: 20 }",
    "  validation: data/pneumonia-28px/val",
    ["4:24 data.split.validation: must be a number from 0 to below 1, but is 20; write 0.2"],
  ],
  [
    "  split: { train: 0.8, val: 0.2, n_splits: 5 }",
    "  validation: data/pneumonia-28px/val",
    [
      '4:12 data.split: unknown key "train"; it is what validation and test leave: leave it out',
      '4:24 data.split: unknown key "val"; did you mean "validation"?',
      '4:34 data.split: unknown key "n_splits"; did you mean "folds"?',
    ],
  ],
  [
    "name: my run\ndevice: cuda\nseed: 7",
    "seed: 7",
    [
      '1:1 unknown key "name"; runs are named after the experiment\'s file: leave it out',
      '2:1 unknown key "device"; write engine: { device: gpu }, or leave it out: auto takes one',
    ],
  ],
  [
    "engine: { device: cuda:0 }\nseed: 7",
    "seed: 7",
    ['1:19 engine.device: must be auto, cpu or gpu, but is the text "cuda:0"; did you mean gpu?'],
  ],
  [
    "validation_split: 0.2\nlr: 0.01\nseed: 7",
    "seed: 7",
    [
      '1:1 unknown key "validation_split"; "validation_split" belongs under data: write split: { validation: 0.2 }',
      '2:1 unknown key "lr"; "lr" belongs under train: write optimizer: { adam: { learningRate: 0.01 } }',
    ],
  ],
  ["random_state: 7", "seed: 7", ['1:1 unknown key "random_state"; did you mean "seed"?']],
  [
    "seed: 7;",
    "seed: 7",
    ['1:7 seed: must be a whole number from 0 to 2147483647, but is the text "7;"; write 7'],
  ],
  [
    "   - relu",
    "    - relu",
    ["12:4 this line is indented by 3 spaces, and the ones that it belongs to by 4"],
  ],
  [
    "     - relu",
    "    - relu",
    ["12:6 this line is indented by 5 spaces, and the ones that it belongs to by 4"],
  ],
  [
    "  - relu",
    "    - relu",
    ["12:3 this line is indented by 2 spaces, and the ones that it belongs to by 4"],
  ],
  ["    relu", "    - relu", ["12:5 this stands in a list: write - relu"]],
  ["    * relu", "    - relu", ["12:5 this stands in a list: write - relu"]],
  ["    -relu", "    - relu", ["12:5 a space is missing after the dash: write - relu"]],
  ["  - colour: grey", "  colour: grey", ['7:3 this is no list: remove the "- "']],
  [
    "   targetSize: [28, 28]",
    "  targetSize: [28, 28]",
    ["6:4 this line is indented by 3 spaces, and the ones that it belongs to by 2"],
  ],
  [
    "  targetSize:\n- 28\n- 28",
    "  targetSize: [28, 28]",
    [
      "7:1 this line is indented by 0 spaces, and has to be by 3 at least to belong to the key above it",
    ],
  ],
  ["  // grey\n  colour: grey", "  colour: grey", ["7:3 a comment begins with #"]],
  [
    "    - conv:\n        filters: 16\n       kernelSize: 3",
    "    - conv: { filters: 16, kernelSize: 3 }",
    ["13:8 this line is indented by 7 spaces, and the ones that it belongs to by 8"],
  ],
  [
    "    - relu: true",
    "    - relu",
    ["12:13 model.layers[1].relu: must be a mapping (key: value), but is true; write - relu"],
  ],
  [
    "    - sigmoid()",
    "    - relu",
    ['12:7 model.layers[1]: unknown layer "sigmoid()"; did you mean sigmoid?'],
  ],
  [
    "    - { type: conv, filters: 16 }",
    "    - conv: { filters: 16, kernelSize: 3 }",
    [
      "11:21 model.layers[0]: a layer is its name with its settings: write - conv: { filters: 16, kernelSize: 3 }",
    ],
  ],
  [
    "    - Conv2D(32, 3)",
    "    - conv: { filters: 16, kernelSize: 3 }",
    ['11:7 model.layers[0]: unknown layer "Conv2D(32, 3)"; did you mean conv?'],
  ],
  [
    "    - conv: { filters: 16, kernelSize: 3x3, padding: 1 }",
    "    - conv: { filters: 16, kernelSize: 3 }",
    [
      '11:40 model.layers[0].conv.kernelSize: must be a whole number from 1 to 4096 or a list of 2, each a whole number from 1 to 4096, but is the text "3x3"; write [3, 3]',
      "11:54 model.layers[0].conv.padding: must be valid or same, but is 1; did you mean same?",
    ],
  ],
  [
    "    - resnet50",
    "    - conv: { filters: 16, kernelSize: 3 }",
    [
      '11:7 model.layers[0]: unknown layer "resnet50"; there are no pretrained networks yet: write the layers, or model: { preset: resnet8 } to train one from the start',
    ],
  ],
  [
    "    - dropout: 50%",
    "    - dropout: 0.5",
    [
      '15:16 model.layers[4].dropout: must be a number from 0 to below 1 or a mapping (key: value), but is the text "50%"; write 0.5',
    ],
  ],
  [
    "    - dense: classes",
    "    - dense: { units: classes }",
    [
      '16:14 model.layers[5].dense: must be a mapping (key: value), but is the text "classes"; write dense: { units: classes }',
    ],
  ],
  [
    "    - pool: max",
    "    - pool: { size: 2 }",
    [
      '13:13 model.layers[2].pool: must be a mapping (key: value), but is the text "max"; write pool: { type: max }',
    ],
  ],
  [
    "{ adam: 0.001 }",
    "{ adam: { learningRate: 0.001 } }",
    [
      "19:22 train.optimizer.adam: must be a mapping (key: value), but is 0.001; write adam: { learningRate: 0.001 }",
    ],
  ],
  [
    "  epochs: 10\n  earlyStopping: 5\n  classWeights: auto\n  sampling: weighted",
    "  epochs: 10",
    [
      "19:18 train.earlyStopping: must be null or a mapping (key: value), but is 5; write earlyStopping: { patience: 5 }",
      '20:17 train.classWeights: must be null, the word balanced or a mapping (key: value), but is the text "auto"; did you mean balanced?',
      '21:13 train.sampling: must be natural or balanced, but is the text "weighted"; did you mean balanced?',
    ],
  ],
  [
    "  epochs: 10\n  earlyStopping: { monitor: val_loss, mode: min }",
    "  epochs: 10",
    [
      '19:29 train.earlyStopping.monitor: must be loss, accuracy, balancedAccuracy, f1 or auc, but is the text "val_loss"; did you mean loss?',
      '19:39 train.earlyStopping: unknown key "mode"; the loss has to fall, the others to rise: leave it out',
    ],
  ],
  [
    "  epochs: 10\n  loss: mse\n  schedule: linear\n  maxMinutes: 1h",
    "  epochs: 10",
    [
      '19:9 train.loss: unknown loss "mse"; it is for numbers, not for classes: write crossEntropy, or leave it out',
      '20:13 train.schedule: unknown schedule "linear"; there is none that falls along a line: write schedule: cosine',
      '21:15 train.maxMinutes: must be a number above 0 or null, but is the text "1h"; write 60',
    ],
  ],
  [
    "  epochs: 1_000",
    "  epochs: 10",
    [
      '18:11 train.epochs: must be a whole number from 1 to 1000000, but is the text "1_000"; write 1000',
    ],
  ],
  [
    "  epochs: 10\n  loss:",
    "  epochs: 10",
    ["19:3 train.loss: must be one of crossEntropy, focal, but is empty, for example crossEntropy"],
  ],
  [
    "  epochs: 10\n  fp16: true\n  save_best_only: true",
    "  epochs: 10",
    [
      '19:3 train: unknown key "fp16"; write engine: { precision: mixed_bfloat16 } at the beginning of a line, or leave it out: numbers have 32 bits',
      '20:3 train: unknown key "save_best_only"; the best weights are kept anyway: evaluate.weights says which',
    ],
  ],
];

test("there are enough of them, and the experiment is right without them", async () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(100);
  expect(await said(right)).toEqual([]);
});

test.each(mistakes)("%j in place of %j", async (written, meant, expected) => {
  expect(right.split(meant).length).toBeGreaterThan(1);
  expect(await said(right.replace(meant, () => written))).toEqual(expected);
});

async function said(text: string): Promise<string[]> {
  const file = join(folder.path, "a.yaml");
  writeFileSync(file, text);
  try {
    await loadExperiment({ file, overrides: [], directory: folder.path });
    return [];
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    return error.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}
