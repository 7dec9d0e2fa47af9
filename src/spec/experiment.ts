// Written by `bun run generate` from schema/experiment.schema.json. Edit that instead.

/**
 * A bare word (relu) or one key with its settings (dense: { units: 64 }).
 */
export type Layer =
  | (
      | "relu"
      | "relu6"
      | "leakyRelu"
      | "prelu"
      | "elu"
      | "selu"
      | "gelu"
      | "swish"
      | "hardSwish"
      | "sigmoid"
      | "tanh"
      | "pool"
      | "globalPool"
      | "upSampling"
      | "flatten"
      | "batchNorm"
      | "layerNorm"
      | "groupNorm"
      | "squeezeExcite"
      | "softmax"
    )
  | {
      conv?: Conv;
      relu?: Relu;
      pool?: Pool;
      flatten?: Flatten;
      dense?: Dense;
      dropout?: Dropout;
      batchNorm?: BatchNorm;
      softmax?: Softmax;
      globalPool?: GlobalPool;
      preprocessInput?: PreprocessInput;
      normalization?: Normalization;
      depthwiseConv?: DepthwiseConv;
      separableConv?: SeparableConv;
      convTranspose?: ConvTranspose;
      upSampling?: UpSampling;
      resize?: Resize;
      zeroPadding?: ZeroPadding;
      cropping?: Cropping;
      residual?: Residual;
      add?: Add;
      concat?: Concat;
      relu6?: Relu6;
      leakyRelu?: LeakyRelu;
      prelu?: Prelu;
      elu?: Elu;
      selu?: Selu;
      gelu?: Gelu;
      swish?: Swish;
      hardSwish?: HardSwish;
      sigmoid?: Sigmoid;
      tanh?: Tanh;
      layerNorm?: LayerNorm;
      groupNorm?: GroupNorm;
      squeezeExcite?: SqueezeExcite;
      spatialDropout?: SpatialDropout;
      gaussianNoise?: GaussianNoise;
    };
/**
 * One whole number for both, or [height, width].
 */
export type Pair = number | [number, number];
/**
 * Name of the layer in tables, messages and the model's weights; each name is used once. The default is kind and number: conv_1.
 */
export type LayerName = string;
/**
 * Set a random fraction of the values to 0 while training, and scale up the rest.
 */
export type Dropout =
  | DropoutRate
  | {
      rate: DropoutRate;
      name?: LayerName;
    };
/**
 * Fraction of the values set to 0.
 */
export type DropoutRate = number;
/**
 * Rows and columns: one number for all four sides, or [top, bottom, left, right].
 */
export type Sides = number | [number, number, number, number];
/**
 * Layers whose output is added to what comes in (He et al., 2015). Where the shapes differ, what comes in goes through a 1 × 1 convolution first, and where the layers have a normalisation (batchNorm, groupNorm or layerNorm) through one like the last of them. The relu behind a residual block is a layer of its own.
 */
export type Residual =
  | Layer[]
  | {
      /**
       * The layers.
       */
      layers: Layer[];
      name?: LayerName;
    };
/**
 * Lists of layers side by side, whose outputs have one shape and are added; an empty list passes its input on unchanged. Keras's Add.
 */
export type Add =
  | Branches
  | {
      branches: Branches;
      name?: LayerName;
    };
/**
 * Lists of layers side by side, each given the same input.
 */
export type Branches = Layer[][];
/**
 * Lists of layers side by side, whose outputs are concatenated along the channels; an empty list passes its input on unchanged. Keras's Concatenate.
 */
export type Concat =
  | Branches
  | {
      branches: Branches;
      name?: LayerName;
    };
/**
 * Set a random fraction of the channels to 0 while training, each for a whole image, and scale up the rest. Keras's SpatialDropout2D.
 */
export type SpatialDropout =
  | DropoutRate
  | {
      rate: DropoutRate;
      name?: LayerName;
    };
/**
 * Add normally distributed noise while training.
 */
export type GaussianNoise =
  | NoiseDeviation
  | {
      stddev: NoiseDeviation;
      name?: LayerName;
    };
/**
 * Standard deviation of the noise.
 */
export type NoiseDeviation = number;

/**
 * One image classification experiment: the images, the network, the training and what is reported.
 */
export interface Experiment {
  /**
   * Start of every random stream of the run: initial weights, split, order of images, dropout. The same seed gives the same bits.
   */
  seed?: number;
  data: Data;
  model: Model;
  train?: Train;
  evaluate?: Evaluate;
  engine?: Engine;
}
/**
 * Where the images are and how they are read.
 */
export interface Data {
  /**
   * The training images: a folder with one sub-folder per class, or a CSV or TSV file with a row for each image (see labels). Relative to the experiment file.
   */
  train: string;
  /**
   * The validation images, a folder or a table as in train, evaluated after each epoch. Same classes as train.
   */
  validation?: null | string;
  /**
   * The test images, a folder or a table as in train, used for the final figures and the confusion matrix. Same classes as train.
   */
  test?: null | string;
  /**
   * How tables of labels are read, where train is a CSV or TSV file, and what DICOM headers tell of an image. null means columns called file and label.
   */
  labels?: null | Labels;
  /**
   * Patterns of files to skip, such as masks beside images. A pattern without a slash is matched against names of files and folders, one with a slash against the path from the folder of the split or of the table's images. * ? [a-z] {jpg,png} **; case-sensitive.
   */
  exclude?: string[];
  /**
   * Patterns of the files to take; all others are skipped. Written as in exclude, which goes first. An empty list takes all.
   */
  include?: string[];
  /**
   * Which symbolic links are followed: those that end inside the folder of the split, or all of them (DVC, git-annex and Hugging Face keep files elsewhere and link to them).
   */
  links?: "inside" | "follow";
  /**
   * Take validation and test images out of train, and say which images belong together.
   */
  split?: null | Split;
  /**
   * [height, width] in pixels to which every image is resized.
   *
   * @minItems 2
   * @maxItems 2
   */
  targetSize?: [number, number];
  /**
   * How an image of another aspect ratio is fitted: stretch it; crop its middle; pad it with the background, or black where there is none; or padEdge, repeating its outermost pixels.
   */
  resize?: "stretch" | "crop" | "pad" | "padEdge";
  /**
   * The colour put behind transparent images: black, white or one such as "#f0f0f0", in quotes. none drops the transparency and keeps the pixels' own colours.
   */
  background?: string;
  /**
   * Read images as one grey channel or as three colour channels.
   */
  colour?: "grey" | "rgb";
  /**
   * Bits of each value of a pixel from the file to the network. 16 keeps what files of more than 8 bits (PNG, TIFF, PGM, DICOM) tell apart; images take twice the room. It changes nothing else: values that the network is given are in the same range, and an image of 8 bits is the same image.
   */
  depth?: 8 | 16;
  /**
   * Images in one training step.
   */
  batchSize?: number;
  /**
   * What to do with a file that cannot be used: skip and name it, or stop the run.
   */
  damaged?: "exclude" | "fail";
  /**
   * Images of more pixels are skipped as a protection against files that unpack to gigabytes; the default is Pillow's. Large images are decoded one at a time.
   */
  maxPixels?: number;
  /**
   * Which values of images of more than 8 bits become black and white: full, all that the file's bits allow; used, each image's own lowest and highest; or two values as they are stored, such as [0, 4095] for 12 bits in a 16-bit file. Images of 8 bits are as they are.
   */
  range?: [number, number] | ("full" | "used");
  dicom?: Dicom;
  /**
   * What to do about images that are in two splits (the same pixels, nearly the same, or of one group) or that have two labels: name them, stop the run, or do not look.
   */
  leaks?: "warn" | "fail" | "ignore";
  preprocess?: Preprocess;
  /**
   * Change the training images at random, differently in each epoch. The other splits and predictions are never augmented.
   */
  augment?: null | Augment;
}
/**
 * The table of labels, a CSV or TSV file with a header and a row for each image, and what the headers of DICOM files tell.
 */
export interface Labels {
  /**
   * Names of the columns that count.
   */
  columns?: {
    /**
     * Column of the image files, as paths from the folder of images.
     */
    file?: string;
    /**
     * Column of the classes.
     */
    label?: string;
    /**
     * Column of what must not be in two splits, such as a patient; null where there is none.
     */
    group?: null | string;
    /**
     * Column that holds train, validation or test; null where the table does not say.
     */
    split?: null | string;
    /**
     * Further columns to keep for each image, such as view, side or manufacturer: exp paper counts the images and reports figures by their values. The values are stored in the run's list of images, and so in git: do not name a column that identifies a patient.
     */
    subgroups?: string[];
  };
  /**
   * Folder that the paths in the table start from, relative to the experiment file; null means the table's own folder.
   */
  images?: null | string;
  /**
   * Extension to append to the names in the table, such as .jpg.
   */
  extension?: string;
  /**
   * What is taken from the headers of DICOM files; null for nothing.
   */
  dicom?: null | LabelsInHeaders;
}
/**
 * What the header of each DICOM file tells. Elements go by their names in the standard, such as ViewPosition, or by their numbers, such as (0018,5101). None that tells who a patient is: see split.group for that.
 */
export interface LabelsInHeaders {
  /**
   * Element that holds the class. train is then a folder whose files are found at any depth, whatever its folders are called; null: the classes are those of folders or of a table.
   */
  label?: null | string;
  /**
   * Elements that the run keeps of each image, as they are, as columns of its list of images: such as laterality, view and manufacturer.
   */
  subgroups?: string[];
}
/**
 * Fractions of each class, or one fold of several, drawn with the experiment's seed.
 */
export interface Split {
  /**
   * Fraction of the images that becomes the validation split.
   */
  validation?: number;
  /**
   * Fraction of the images that becomes the test split.
   */
  test?: number;
  /**
   * Keep the share of each class the same in every split.
   */
  stratify?: boolean;
  /**
   * What must not be in two splits, such as a patient. A regular expression (RE2) finds it in a file's name: its capturing group; if it contains a slash, it is matched against the path from the folder of the split. { dicom: PatientID } takes it from the header of each DICOM file, and a run then knows it by a salted hash alone.
   */
  group?: null | string | GroupInHeader;
  /**
   * Split the images into this many folds of equal size, one of which is the test split; null for no folds.
   */
  folds?: null | number;
  /**
   * Which of the folds is the test split, from 1.
   */
  fold?: number;
  /**
   * Seed of what is drawn; without one the experiment's own, so that another seed of the run deals the images anew.
   */
  seed?: number;
}
/**
 * An element of the DICOM header that tells what belongs together.
 */
export interface GroupInHeader {
  /**
   * Its name in the standard, such as PatientID, or its number, such as (0010,0020).
   */
  dicom: string;
}
/**
 * How DICOM files are shown. Grey values go through the modality's slope or table, then the window, and MONOCHROME1 is inverted, all before they become 8 bits.
 */
export interface Dicom {
  /**
   * Which values become black and white: file, the file's own table (VOI LUT) or its first window with its function, and data.range where it has none; range, data.range in every file; or a window of your own as [center, width], in the values that the modality's slope gives, such as Hounsfield units.
   */
  window?: [number, number] | ("file" | "range");
  /**
   * Which frame of a file with several is the image: first, middle, or its number from 1 (a file with fewer is skipped). With all, each frame is an image of its own, with the file's label and its row of a table, called as the file with #1, #2 and so on behind it; a row of a table may name one alone, scan.dcm#3; frames of one file are never in two splits, for the file is their group where nothing else is. Other formats with several pages are not meant: of those the first is used.
   */
  frame?: number | ("first" | "middle" | "all");
}
/**
 * Applied to every image of every split, and to every image that is predicted, in this order. Statistics are those of the training images, stored with the model.
 */
export interface Preprocess {
  /**
   * Equalise the contrast region by region (CLAHE, Zuiderveld 1994), as is usual for mammograms. Needs colour: grey.
   */
  clahe?: null | Clahe;
  /**
   * Multiply every level, 0 to 255 whatever data.depth is, by this (rescale).
   */
  rescale?: number;
  /**
   * Subtract each image's own mean (samplewise_center).
   */
  samplewiseCenter?: boolean;
  /**
   * Divide each image by its own standard deviation; samplewiseCenter goes with it (samplewise_std_normalization).
   */
  samplewiseStd?: boolean;
  /**
   * Subtract the mean of each channel over the training images (featurewise_center).
   */
  featurewiseCenter?: boolean;
  /**
   * Divide by the standard deviation of each channel over the training images; featurewiseCenter goes with it (featurewise_std_normalization).
   */
  featurewiseStd?: boolean;
  /**
   * Decorrelate the pixels of the training images (zca_whitening), with featurewiseCenter. For small images: at most 4096 values.
   */
  zcaWhitening?: boolean;
  /**
   * Added to the singular values before they divide (zca_epsilon).
   */
  zcaEpsilon?: number;
}
/**
 * Contrast-limited adaptive histogram equalisation, as OpenCV does it.
 */
export interface Clahe {
  /**
   * A tile's histogram is cut at this many times its mean height; more is more contrast.
   */
  clipLimit?: number;
  /**
   * One whole number for both, or [height, width].
   */
  tiles?: number | [number, number];
}
/**
 * Random changes of the training images, made in this order. Each draw follows from the seed, the epoch, the image and the operation alone.
 */
export interface Augment {
  /**
   * Turn by up to this many degrees, either way (rotation_range).
   */
  rotation?: number;
  /**
   * Move by up to this much, either way; one value for both, or width and height apart (width_shift_range, height_shift_range).
   */
  shift?:
    | number
    | {
        /**
         * Below 1 a fraction of the size; from 1 pixels, whole ones below n either way where n is whole; or a list of distances of which one is drawn.
         */
        width?: number[] | number;
        /**
         * Below 1 a fraction of the size; from 1 pixels, whole ones below n either way where n is whole; or a list of distances of which one is drawn.
         */
        height?: number[] | number;
      };
  /**
   * Shear by up to this many degrees, either way (shear_range).
   */
  shear?: number;
  /**
   * Scale the height and the width, each by a factor of its own drawn from [low, high]; above 1 the image becomes smaller (zoom_range). A number z means [1 - z, 1 + z].
   */
  zoom?: [number, number] | number;
  /**
   * Cut a window out at random and stretch it to the whole image.
   */
  crop?: null | Crop;
  /**
   * Mirror an image with probability 1/2: left to right, top to bottom, or both, each drawn independently (horizontal_flip, vertical_flip).
   */
  flip?: "none" | "horizontal" | "vertical" | "both";
  /**
   * What fills the area beyond the edge: the nearest pixel, the constant fillValue, the image mirrored, or its opposite side (fill_mode).
   */
  fill?: "nearest" | "constant" | "reflect" | "wrap";
  /**
   * Level that fill: constant puts in, of 255 (cval).
   */
  fillValue?: number;
  /**
   * How values between pixels are interpolated (interpolation_order 1 and 0).
   */
  interpolation?: "bilinear" | "nearest";
  /**
   * Blur with a Gaussian whose standard deviation is drawn from 0 to this many pixels.
   */
  blur?: number;
  /**
   * Add up to this many levels of 255, either way, held within the image's own darkest and brightest level (channel_shift_range).
   */
  channelShift?: number;
  /**
   * Multiply every level by a factor drawn from [low, high] (brightness_range). A number z means [1 - z, 1 + z].
   */
  brightness?: [number, number] | number;
  /**
   * Stretch each channel's levels about their mean by a factor drawn from [low, high]. A number z means [1 - z, 1 + z].
   */
  contrast?: [number, number] | number;
  /**
   * RandAugment (Cubuk and others 2020): a few operations of its list, drawn for each image.
   */
  randAugment?: null | RandAugment;
  /**
   * Add Gaussian noise of this standard deviation to every value, as a share of the full range (0.02 is 5 levels of 255).
   */
  noise?: number;
  /**
   * Share of the pixels that become black or white.
   */
  saltAndPepper?: number;
  /**
   * Random erasing (Zhong and others 2017): a rectangle becomes noise.
   */
  erase?: null | Erase;
  /**
   * MixUp (Zhang and others 2018): blend each image and its label with those of another; the share is drawn from Beta(alpha, alpha), and this is alpha. 0 is off, 0.2 is usual.
   */
  mixup?: number;
  /**
   * CutMix (Yun and others 2019): paste a window of another image, and mix the labels by area; the share is drawn from Beta(alpha, alpha), and this is alpha. 0 is off, 1 is usual. With mixup each image has one of the two.
   */
  cutmix?: number;
}
/**
 * A window of random area and shape, as RandomResizedCrop draws it.
 */
export interface Crop {
  /**
   * Share of the image's area, [low, high].
   *
   * @minItems 2
   * @maxItems 2
   */
  area?: [number, number];
  /**
   * Width by height relative to the image's own, [low, high].
   *
   * @minItems 2
   * @maxItems 2
   */
  ratio?: [number, number];
}
/**
 * Operations: identity, autoContrast, equalize, rotate, solarize, color, posterize, contrast, brightness, sharpness, shearX, shearY, translateX, translateY.
 */
export interface RandAugment {
  /**
   * Operations per image.
   */
  n?: number;
  /**
   * Strength from 0 to 30.
   */
  magnitude?: number;
}
/**
 * One rectangle of random area and shape.
 */
export interface Erase {
  /**
   * Share of the images that are erased.
   */
  probability?: number;
  /**
   * Share of the image's area, [low, high].
   *
   * @minItems 2
   * @maxItems 2
   */
  area?: [number, number];
  /**
   * Width by height, [low, high].
   *
   * @minItems 2
   * @maxItems 2
   */
  ratio?: [number, number];
}
/**
 * The network.
 */
export interface Model {
  base?: Base;
  /**
   * The stack of layers from the image (or from what model.base gives) to the classes. The last one is dense with units: classes; softmax is added automatically. In a file that extends another, or beside preset, a mapping says what differs in the layers of these names: stem: { filters: 64 }.
   */
  layers: Layer[];
}
/**
 * The first layers of a network that was trained before, with its weights (transfer learning); model.layers follow them. It includes its own preprocessing of images, so leave data.preprocess at its defaults; grey images get three channels where it needs them. Its batchNorm uses its running averages in training too.
 */
export interface Base {
  /**
   * mobilenetV2, resnet50 or efficientnetB0, with the layers and names of keras.applications; or the folder of a finished run of Lamina's own, runs/pretrain/v003, which is looked for from the experiment's folder on and in those above it.
   */
  from: ("mobilenetV2" | "resnet50" | "efficientnetB0") | string;
  /**
   * File of the weights: Keras's .weights.h5, .h5 or .keras, a tfjs model.json, or torchvision's .pth of mobilenetV2, relative to this file. Without it those that exp fetch brings (mobilenetV2), and of a run its own.
   */
  weights?: null | string;
  /**
   * Name of the last of its layers that is used: block_12_add. Otherwise all up to the last convolution and what belongs to it; of a run, all before its last dense layer.
   */
  until?: null | string;
  /**
   * Which of its layers are trained: none (false), all (true), or the last ones, { last: 20 }. Where none are and images are not augmented, every image goes through them once and only model.layers are trained.
   */
  trainable?:
    | {
        /**
         * How many, counted from its end as Keras counts layers: activations and additions too.
         */
        last: number;
      }
    | boolean;
  /**
   * The layers that are taken over, written out: Lamina's to fill in, for resolved.json.
   */
  trunk?: Layer[];
}
/**
 * 2-D convolution.
 */
export interface Conv {
  /**
   * Number of output channels.
   */
  filters: number;
  kernelSize: Pair;
  /**
   * One whole number for both, or [height, width].
   */
  strides?: number | [number, number];
  /**
   * valid: no padding. same: pad with zeros so that only the strides shrink the image.
   */
  padding?: "valid" | "same";
  /**
   * Distance between the places that the kernel looks at, one number or [height, width]; above 1 the strides have to be 1.
   */
  dilationRate?: number | [number, number];
  /**
   * Number of groups into which the input channels and the filters are split; a filter sees the channels of its own group.
   */
  groups?: number;
  /**
   * Add a trained bias to each output channel.
   */
  useBias?: boolean;
  /**
   * Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).
   */
  l1?: number;
  /**
   * Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).
   */
  l2?: number;
  /**
   * Initial values of the kernel, as in Keras; biases start at 0.
   */
  kernelInitializer?:
    | "glorotUniform"
    | "glorotNormal"
    | "heUniform"
    | "heNormal"
    | "lecunUniform"
    | "lecunNormal"
    | "randomUniform"
    | "randomNormal"
    | "truncatedNormal"
    | "zeros"
    | "ones";
  /**
   * false: its weights stay as they begin.
   */
  trainable?: boolean;
  name?: LayerName;
}
/**
 * max(x, 0), element by element.
 */
export interface Relu {
  name?: LayerName;
}
/**
 * The largest or the mean value of each window.
 */
export interface Pool {
  /**
   * max or average.
   */
  type?: "max" | "average";
  /**
   * One whole number for both, or [height, width].
   */
  size?: number | [number, number];
  /**
   * Step from window to window; null means the window's own size.
   */
  strides?: null | Pair;
  /**
   * valid: windows that do not fit are dropped. same: they are padded.
   */
  padding?: "valid" | "same";
  name?: LayerName;
}
/**
 * From [height, width, channels] to one row of numbers.
 */
export interface Flatten {
  name?: LayerName;
}
/**
 * Fully connected layer.
 */
export interface Dense {
  /**
   * Number of outputs; the word classes stands for the number of classes.
   */
  units: number | "classes";
  /**
   * Add a trained bias to each output.
   */
  useBias?: boolean;
  /**
   * Initial values of the kernel, as in Keras; biases start at 0.
   */
  kernelInitializer?:
    | "glorotUniform"
    | "glorotNormal"
    | "heUniform"
    | "heNormal"
    | "lecunUniform"
    | "lecunNormal"
    | "randomUniform"
    | "randomNormal"
    | "truncatedNormal"
    | "zeros"
    | "ones";
  /**
   * Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).
   */
  l1?: number;
  /**
   * Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).
   */
  l2?: number;
  /**
   * false: its weights stay as they begin.
   */
  trainable?: boolean;
  name?: LayerName;
}
/**
 * Normalise each channel over the batch while training, by running averages afterwards.
 */
export interface BatchNorm {
  /**
   * Share of the old running average that is kept at each step.
   */
  momentum?: number;
  /**
   * Added to the variance.
   */
  epsilon?: number;
  /**
   * Add a trained offset to each channel.
   */
  center?: boolean;
  /**
   * Multiply each channel by a trained factor.
   */
  scale?: boolean;
  /**
   * false: its weights stay as they are, and it uses its running averages in training too.
   */
  trainable?: boolean;
  name?: LayerName;
}
/**
 * Turn scores into probabilities. It is added after the last layer when it is not written.
 */
export interface Softmax {}
/**
 * The mean or the largest value of each channel over the whole image: a row of numbers, one per channel (GlobalAveragePooling2D, GlobalMaxPooling2D).
 */
export interface GlobalPool {
  /**
   * average or max.
   */
  type?: "average" | "max";
  name?: LayerName;
}
/**
 * What a pretrained network takes, of images with values from 0 to 1: keras.applications' preprocess_input. Grey images get three channels, all alike.
 */
export interface PreprocessInput {
  /**
   * rgb: values from 0 to 1. tf: from -1 to 1. torch: ImageNet's mean and standard deviation of each channel become 0 and 1. caffe: from 0 to 255 without ImageNet's mean, blue first.
   */
  mode: "rgb" | "tf" | "torch" | "caffe";
  name?: LayerName;
}
/**
 * Subtracts the mean of each channel and divides by its standard deviation; both come from the weights of model.base, and are 0 and 1 without it (Normalization).
 */
export interface Normalization {
  name?: LayerName;
}
/**
 * 2-D convolution of each channel separately (DepthwiseConv2D).
 */
export interface DepthwiseConv {
  kernelSize: Pair;
  /**
   * Step from window to window, of rows and columns alike.
   */
  strides?: number;
  /**
   * valid: no padding. same: pad with zeros so that only the strides shrink the image.
   */
  padding?: "valid" | "same";
  /**
   * Kernels for each channel that comes in.
   */
  depthMultiplier?: number;
  /**
   * Distance between the places that the kernel looks at, one number or [height, width]; above 1 the strides have to be 1.
   */
  dilationRate?: number | [number, number];
  /**
   * Add a trained bias to each output channel.
   */
  useBias?: boolean;
  /**
   * Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).
   */
  l1?: number;
  /**
   * Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).
   */
  l2?: number;
  /**
   * Initial values of the kernel, as in Keras; biases start at 0.
   */
  kernelInitializer?:
    | "glorotUniform"
    | "glorotNormal"
    | "heUniform"
    | "heNormal"
    | "lecunUniform"
    | "lecunNormal"
    | "randomUniform"
    | "randomNormal"
    | "truncatedNormal"
    | "zeros"
    | "ones";
  /**
   * false: its weights stay as they begin.
   */
  trainable?: boolean;
  name?: LayerName;
}
/**
 * A convolution of each channel separately, then one of 1 × 1 over all of them (SeparableConv2D).
 */
export interface SeparableConv {
  /**
   * Number of output channels.
   */
  filters: number;
  kernelSize: Pair;
  /**
   * Step from window to window, of rows and columns alike.
   */
  strides?: number;
  /**
   * valid: no padding. same: pad with zeros so that only the strides shrink the image.
   */
  padding?: "valid" | "same";
  /**
   * Kernels for each channel that comes in.
   */
  depthMultiplier?: number;
  /**
   * Distance between the places that the kernel looks at, one number or [height, width]; above 1 the strides have to be 1.
   */
  dilationRate?: number | [number, number];
  /**
   * Add a trained bias to each output channel.
   */
  useBias?: boolean;
  /**
   * Adds this times the sum of the kernels' absolute values to the loss (kernel_regularizer).
   */
  l1?: number;
  /**
   * Adds this times the sum of the kernels' squared values to the loss (kernel_regularizer).
   */
  l2?: number;
  /**
   * Initial values of the kernel, as in Keras; biases start at 0.
   */
  kernelInitializer?:
    | "glorotUniform"
    | "glorotNormal"
    | "heUniform"
    | "heNormal"
    | "lecunUniform"
    | "lecunNormal"
    | "randomUniform"
    | "randomNormal"
    | "truncatedNormal"
    | "zeros"
    | "ones";
  /**
   * false: its weights stay as they begin.
   */
  trainable?: boolean;
  name?: LayerName;
}
/**
 * Transposed 2-D convolution: makes an image larger by its strides, with a trained kernel (Conv2DTranspose).
 */
export interface ConvTranspose {
  /**
   * Number of output channels.
   */
  filters: number;
  kernelSize: Pair;
  /**
   * One whole number for both, or [height, width].
   */
  strides?: number | [number, number];
  /**
   * same: the size that comes in times the strides. valid: what the kernel adds beyond that too.
   */
  padding?: "valid" | "same";
  /**
   * Add a trained bias to each output channel.
   */
  useBias?: boolean;
  /**
   * Initial values of the kernel, as in Keras; biases start at 0.
   */
  kernelInitializer?:
    | "glorotUniform"
    | "glorotNormal"
    | "heUniform"
    | "heNormal"
    | "lecunUniform"
    | "lecunNormal"
    | "randomUniform"
    | "randomNormal"
    | "truncatedNormal"
    | "zeros"
    | "ones";
  /**
   * Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).
   */
  l1?: number;
  /**
   * Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).
   */
  l2?: number;
  /**
   * false: its weights stay as they begin.
   */
  trainable?: boolean;
  name?: LayerName;
}
/**
 * Makes an image this many times as high and as wide (UpSampling2D).
 */
export interface UpSampling {
  /**
   * One whole number for both, or [height, width].
   */
  size?: number | [number, number];
  /**
   * nearest: the nearest value. bilinear: in between.
   */
  interpolation?: "nearest" | "bilinear";
  name?: LayerName;
}
/**
 * Resizes any image to this size (Resizing).
 */
export interface Resize {
  size: Pair;
  /**
   * nearest: the nearest value. bilinear: in between.
   */
  interpolation?: "nearest" | "bilinear";
  name?: LayerName;
}
/**
 * Rows and columns of zeros around the image (ZeroPadding2D).
 */
export interface ZeroPadding {
  sides: Sides;
  name?: LayerName;
}
/**
 * Rows and columns cut off the image (Cropping2D).
 */
export interface Cropping {
  sides: Sides;
  name?: LayerName;
}
/**
 * min(max(x, 0), 6), element by element.
 */
export interface Relu6 {
  name?: LayerName;
}
/**
 * x where it is positive, x times a small slope elsewhere.
 */
export interface LeakyRelu {
  /**
   * What negative values are multiplied by; Keras's is 0.3, PyTorch's 0.01.
   */
  negativeSlope?: number;
  name?: LayerName;
}
/**
 * x where it is positive, x times a slope that is trained elsewhere; slopes begin at 0 (He et al., 2015).
 */
export interface Prelu {
  /**
   * Of 1 (height), 2 (width) and 3 (channels) those along which all values have one slope: [1, 2] for a slope per channel; null for a slope per value.
   */
  sharedAxes?: null | number[];
  /**
   * false: its weights stay as they begin.
   */
  trainable?: boolean;
  name?: LayerName;
}
/**
 * x where it is positive, exp(x) - 1 elsewhere. Keras's ELU with alpha 1.
 */
export interface Elu {
  name?: LayerName;
}
/**
 * 1.0507 x where x is positive, 1.7581 (exp(x) - 1) elsewhere (Klambauer et al., 2017). Goes with kernelInitializer: lecunNormal.
 */
export interface Selu {
  name?: LayerName;
}
/**
 * x Φ(x), Φ being the normal distribution (Hendrycks and Gimpel, 2016); exact, not by tanh.
 */
export interface Gelu {
  name?: LayerName;
}
/**
 * x sigmoid(x) (Ramachandran et al., 2017). SiLU is the same.
 */
export interface Swish {
  name?: LayerName;
}
/**
 * x relu6(x + 3) / 6: swish in straight pieces (Howard et al., 2019).
 */
export interface HardSwish {
  name?: LayerName;
}
/**
 * 1 / (1 + exp(-x)), element by element. Between layers; after a last layer with units: 1 it is added automatically.
 */
export interface Sigmoid {
  name?: LayerName;
}
/**
 * Hyperbolic tangent, element by element.
 */
export interface Tanh {
  name?: LayerName;
}
/**
 * Normalise each place of an image over its channels, and a row of numbers over all of them, then scale and move each channel (Ba et al., 2016).
 */
export interface LayerNorm {
  /**
   * Added to the variance.
   */
  epsilon?: number;
  /**
   * false: its weights stay as they begin.
   */
  trainable?: boolean;
  name?: LayerName;
}
/**
 * Normalise each image separately, one group of neighbouring channels at a time, then scale and move each channel (Wu and He, 2018). It does not depend on the batch size.
 */
export interface GroupNorm {
  /**
   * Number of groups, which the number of channels has to be a multiple of.
   */
  groups?: number;
  /**
   * Added to the variance.
   */
  epsilon?: number;
  /**
   * false: its weights stay as they begin.
   */
  trainable?: boolean;
  name?: LayerName;
}
/**
 * Multiply each channel by a number from 0 to 1 that follows from the means of all of them, through a dense layer with relu and one with sigmoid (Hu et al., 2018).
 */
export interface SqueezeExcite {
  /**
   * The first of the two dense layers has channels / ratio units, rounded down, at least 1.
   */
  ratio?: number;
  /**
   * Units of the first of the two dense layers, in place of ratio.
   */
  units?: null | number;
  /**
   * Behind the first of the two dense layers.
   */
  activation?: "relu" | "swish";
  /**
   * Initial values of the kernel, as in Keras; biases start at 0.
   */
  kernelInitializer?:
    | "glorotUniform"
    | "glorotNormal"
    | "heUniform"
    | "heNormal"
    | "lecunUniform"
    | "lecunNormal"
    | "randomUniform"
    | "randomNormal"
    | "truncatedNormal"
    | "zeros"
    | "ones";
  /**
   * Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).
   */
  l1?: number;
  /**
   * Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).
   */
  l2?: number;
  /**
   * false: its weights stay as they begin.
   */
  trainable?: boolean;
  name?: LayerName;
}
/**
 * How the network is trained.
 */
export interface Train {
  /**
   * Passes over the training images.
   */
  epochs?: number;
  /**
   * A bare word (adam) or one key with its settings (adam: { learningRate: 0.001 }).
   */
  optimizer?:
    | ("adam" | "adamW" | "sgd" | "rmsprop" | "adagrad" | "adadelta" | "adamax" | "nadam" | "lion")
    | {
        adam?: Adam;
        adamW?: AdamW;
        sgd?: Sgd;
        rmsprop?: Rmsprop;
        adagrad?: Adagrad;
        adadelta?: Adadelta;
        adamax?: Adamax;
        nadam?: Nadam;
        lion?: Lion;
      };
  /**
   * How the learning rate changes from the optimizer's learningRate. A bare word (cosine) or one key with its settings (cosine: { warmup: 1 }).
   */
  schedule?:
    | ("constant" | "cosine" | "oneCycle" | "plateau")
    | {
        constant?: Constant;
        step?: Step;
        exponential?: Exponential;
        cosine?: Cosine;
        oneCycle?: OneCycle;
        plateau?: Plateau;
      };
  /**
   * Stop when the validation figure has not improved for some epochs; null trains all epochs. The best weights are kept either way, see evaluate.weights. Needs a validation split.
   */
  earlyStopping?: null | EarlyStopping;
  /**
   * Stop after the epoch in which training has taken this many minutes; null sets no limit. Another machine may stop after another epoch.
   */
  maxMinutes?: null | number;
  /**
   * Save the state of the training, so that exp resume continues from it to the same bits. null saves none.
   */
  checkpoint?: null | Checkpoint;
  /**
   * What training minimises. history.csv and the report always show the plain cross-entropy, so that training and held-out images can be compared.
   */
  loss?:
    | ("crossEntropy" | "focal")
    | {
        crossEntropy?: CrossEntropy;
        focal?: Focal;
      };
  /**
   * Weight of each image's loss by its class (class_weight): balanced for images / (classes × images of the class), or a number per class, 1 where there is none. Where classes are of unequal size this moves the threshold, not the ranking of the images, and gives the probabilities that equal classes would have: wrong ones where the images to be predicted are as unequal as the training (log loss 0.34 against 0.20). null, and a threshold chosen on validation images, is usually better.
   */
  classWeights?:
    | null
    | "balanced"
    | {
        [k: string]: number;
      };
  /**
   * natural: an epoch is every training image once. balanced: as many images, as often of one class as of another; images of small classes come several times, each time augmented differently. It changes the probabilities as classWeights does. The second image of mixup and cutmix is drawn from all images.
   */
  sampling?: "natural" | "balanced";
  /**
   * Clip gradients. norm: scale all gradients together to at most this norm (global_clipnorm, clip_grad_norm_). value: clip each value to at most this size (clipvalue). null does neither.
   */
  gradientClip?: null | GradientClip;
  /**
   * Keep a moving average of the weights, and evaluate and save the network with it (use_ema). null evaluates the weights themselves.
   */
  averageWeights?: null | AverageWeights;
  /**
   * Batches whose gradients are accumulated for one update of the weights, as if they were one batch (gradient_accumulation_steps); batchNorm still normalises each batch separately. The batches that remain at the end of an epoch make an update of their own.
   */
  accumulate?: number;
}
/**
 * Adam, Kingma and Ba 2015.
 */
export interface Adam {
  /**
   * Size of an optimizer step.
   */
  learningRate?: number;
  /**
   * Decay of the mean of the gradients.
   */
  beta1?: number;
  /**
   * Decay of the mean of the squared gradients.
   */
  beta2?: number;
  /**
   * Added to the denominator.
   */
  epsilon?: number;
  /**
   * Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.
   */
  weightDecay?: number;
}
/**
 * Adam with weights that decay, Loshchilov and Hutter 2019.
 */
export interface AdamW {
  /**
   * Size of an optimizer step.
   */
  learningRate?: number;
  /**
   * Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.
   */
  weightDecay?: number;
  /**
   * Decay of the mean of the gradients.
   */
  beta1?: number;
  /**
   * Decay of the mean of the squared gradients.
   */
  beta2?: number;
  /**
   * Added to the denominator.
   */
  epsilon?: number;
}
/**
 * Gradient descent, with momentum where it is above 0.
 */
export interface Sgd {
  /**
   * Size of an optimizer step.
   */
  learningRate?: number;
  /**
   * Share of the previous step that is added to this one.
   */
  momentum?: number;
  /**
   * Look ahead along the momentum before taking the gradient.
   */
  nesterov?: boolean;
  /**
   * Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.
   */
  weightDecay?: number;
}
/**
 * RMSprop, Tieleman and Hinton 2012.
 */
export interface Rmsprop {
  /**
   * Size of an optimizer step.
   */
  learningRate?: number;
  /**
   * Decay of the mean of the squared gradients.
   */
  rho?: number;
  /**
   * Share of the previous step that is added to this one.
   */
  momentum?: number;
  /**
   * Added to the denominator.
   */
  epsilon?: number;
  /**
   * Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.
   */
  weightDecay?: number;
}
/**
 * Adagrad, Duchi, Hazan and Singer 2011.
 */
export interface Adagrad {
  /**
   * Size of an optimizer step.
   */
  learningRate?: number;
  /**
   * Initial value of the sum of squared gradients (initial_accumulator_value).
   */
  initialAccumulator?: number;
  /**
   * Added to the denominator.
   */
  epsilon?: number;
  /**
   * Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.
   */
  weightDecay?: number;
}
/**
 * Adadelta, Zeiler 2012. Its learning rate is about 1; 0.001 is the default of Keras.
 */
export interface Adadelta {
  /**
   * Size of an optimizer step.
   */
  learningRate?: number;
  /**
   * Decay of the mean of the squared gradients.
   */
  rho?: number;
  /**
   * Added to the denominator.
   */
  epsilon?: number;
  /**
   * Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.
   */
  weightDecay?: number;
}
/**
 * Adamax, Kingma and Ba 2015.
 */
export interface Adamax {
  /**
   * Size of an optimizer step.
   */
  learningRate?: number;
  /**
   * Decay of the mean of the gradients.
   */
  beta1?: number;
  /**
   * Decay of the largest gradient so far.
   */
  beta2?: number;
  /**
   * Added to the denominator.
   */
  epsilon?: number;
  /**
   * Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.
   */
  weightDecay?: number;
}
/**
 * Adam with Nesterov momentum, Dozat 2015.
 */
export interface Nadam {
  /**
   * Size of an optimizer step.
   */
  learningRate?: number;
  /**
   * Decay of the mean of the gradients.
   */
  beta1?: number;
  /**
   * Decay of the mean of the squared gradients.
   */
  beta2?: number;
  /**
   * Added to the denominator.
   */
  epsilon?: number;
  /**
   * Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.
   */
  weightDecay?: number;
}
/**
 * Lion, Chen et al. 2023: every weight moves by the learning rate itself, which is three to ten times smaller than Adam's.
 */
export interface Lion {
  /**
   * Size of an optimizer step.
   */
  learningRate?: number;
  /**
   * Share of the mean of the gradients in the direction of a step.
   */
  beta1?: number;
  /**
   * Decay of the mean of the gradients.
   */
  beta2?: number;
  /**
   * Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.
   */
  weightDecay?: number;
}
/**
 * The same learning rate from the first step to the last.
 */
export interface Constant {}
/**
 * Multiplies the rate by a factor after every this many epochs (StepLR; ExponentialDecay with staircase).
 */
export interface Step {
  /**
   * Epochs from one change to the next.
   */
  every: number;
  /**
   * Factor by which the rate is multiplied.
   */
  factor?: number;
}
/**
 * Falls at every step, by the same factor for every this many epochs (ExponentialDecay, ExponentialLR).
 */
export interface Exponential {
  /**
   * Factor by which the rate is multiplied.
   */
  factor: number;
  /**
   * Number of epochs in which the rate falls by the factor.
   */
  every?: number;
}
/**
 * Falls at every step along half a cosine, to the last step of the training (CosineDecay, CosineAnnealingLR).
 */
export interface Cosine {
  /**
   * Epochs in which the rate rises from 0 to the optimizer's, before it falls.
   */
  warmup?: number;
  /**
   * The learning rate that it falls to (eta_min).
   */
  final?: number;
}
/**
 * Rises to the optimizer's learning rate, which is the highest, and falls far below its start; at every step, along cosines (OneCycleLR of PyTorch, without its momentum).
 */
export interface OneCycle {
  /**
   * Share of the steps in which it rises.
   */
  pctStart?: number;
  /**
   * It begins with the highest rate divided by this.
   */
  divFactor?: number;
  /**
   * It ends with the first rate divided by this.
   */
  finalDivFactor?: number;
}
/**
 * Multiplies the rate by a factor whenever the validation loss has not improved for a while (ReduceLROnPlateau). Needs validation images.
 */
export interface Plateau {
  /**
   * Factor by which the rate is multiplied.
   */
  factor?: number;
  /**
   * Epochs without improvement before that.
   */
  patience?: number;
  /**
   * How much the loss has to fall to count as improved (min_delta).
   */
  minDelta?: number;
  /**
   * Epochs after a change that are not counted.
   */
  cooldown?: number;
  /**
   * The learning rate below which it never falls (min_lr).
   */
  final?: number;
}
/**
 * When to stop, as in Keras's EarlyStopping.
 */
export interface EarlyStopping {
  /**
   * The figure of the validation split that has to improve: the loss has to fall, the others to rise. f1 and auc are means over the classes.
   */
  monitor?: "loss" | "accuracy" | "balancedAccuracy" | "f1" | "auc";
  /**
   * Epochs without a better figure after which training stops.
   */
  patience?: number;
  /**
   * How much better than the best the figure has to be to count as improved (min_delta).
   */
  minDelta?: number;
}
/**
 * How often the state of the training is saved, in checkpoints/ of the run's folder.
 */
export interface Checkpoint {
  /**
   * Save a checkpoint after every this many epochs; null means as often as takes less than 2 % of the time.
   */
  everyEpochs?: null | number;
  /**
   * Also within an epoch, once this many minutes have passed since the last checkpoint; null never.
   */
  everyMinutes?: null | number;
  /**
   * How many of the latest checkpoints are kept, in case one is damaged; only the last one once the run is finished.
   */
  keep?: number;
}
/**
 * The cross-entropy; binary where there is one score.
 */
export interface CrossEntropy {
  /**
   * Share of each label that is spread evenly over all classes (label_smoothing).
   */
  labelSmoothing?: number;
}
/**
 * The focal cross-entropy (Lin et al. 2017) without weights of classes: images that are already classified clearly count less. On classes of unequal size it keeps the ranking of the images and makes the probabilities worse (log loss 0.27 against 0.20).
 */
export interface Focal {
  /**
   * How much less; 0 is the cross-entropy.
   */
  gamma?: number;
  /**
   * Share of each label that is spread evenly over all classes (label_smoothing).
   */
  labelSmoothing?: number;
}
/**
 * One of the two.
 */
export interface GradientClip {
  /**
   * Longest length of all gradients together.
   */
  norm?: number;
  /**
   * Largest size of each number in a gradient.
   */
  value?: number;
}
/**
 * An exponential moving average.
 */
export interface AverageWeights {
  /**
   * Share of the average that an update keeps; the rest comes from the new weights (ema_momentum).
   */
  decay?: number;
}
/**
 * What is reported about the trained network.
 */
export interface Evaluate {
  /**
   * Which weights are evaluated and saved: those of the last epoch, or those of the best, which has the lowest validation loss or the best figure of train.earlyStopping. null means best where there is a validation split, otherwise last.
   */
  weights?: null | "best" | "last";
  /**
   * The class to detect, of two; null means the second by name. Sensitivity, specificity and the ROC curve are of this class.
   */
  positiveClass?: null | string;
  /**
   * Sensitivity that the positive class should reach, of two classes: the highest threshold that reaches it is chosen on the validation images, if there are any, and evaluated on the test images.
   */
  sensitivity?: null | number;
  /**
   * Specificity that should be reached, instead of a sensitivity: the lowest threshold that reaches it is chosen and evaluated in the same way.
   */
  specificity?: null | number;
  /**
   * The charts that are drawn; null means those that suit the run: ROC and precision-recall curves up to ten classes, confused pairs from three, the learning rate where it changes, what earlyStopping monitors where it is neither loss nor accuracy.
   */
  charts?:
    | null
    | (
        | "accuracy"
        | "loss"
        | "monitored"
        | "learning-rate"
        | "confusion-matrix"
        | "roc"
        | "precision-recall"
        | "calibration"
        | "class-scores"
        | "class-distribution"
        | "confused-pairs"
      )[];
  /**
   * Which split is judged. Without it test, where there is one; validation leaves the test images unseen, as the trials of a search do.
   */
  split?: "validation" | "test";
  /**
   * Pictures in each gallery of the report (mistakes, and right predictions), each beside a heat map of what spoke for the predicted class (Grad-CAM); 0 makes none. They stay in the run's folder, not in git.
   */
  pictures?: number;
  /**
   * How the predictions for the images of a group, such as a patient, are combined. mean: the mean of their probabilities; a group with images of several classes is left out. max, for two classes: the largest probability of the positive class; a group is positive if any of its images is.
   */
  perGroup?: "mean" | "max";
  /**
   * Prevalence of the positive class where the network is to be used, for two classes: exp paper reports predictive values and net benefit at this prevalence, too. null reports them for the evaluated images only.
   */
  prevalence?: null | number;
  /**
   * Bootstrap resamples behind the confidence intervals; 0 omits the intervals. Groups (patients) are resampled whole.
   */
  resamples?: number;
  /**
   * How the confusion matrix is drawn.
   */
  confusionMatrix?: {
    /**
     * What the rows show; the columns show the other.
     */
    rows?: "predicted" | "actual";
    /**
     * What shares and colours are relative to: the images of the actual class, those predicted as the class, or all. none: counts only.
     */
    normalise?: "actual" | "predicted" | "all" | "none";
  };
}
/**
 * How TensorFlow is run.
 */
export interface Engine {
  /**
   * Threads of TensorFlow; null means one per core. Another number gives other bits and other dropout masks.
   */
  threads?: null | number;
  /**
   * Run each step as one TensorFlow function, recorded at the first step. false runs it operation by operation: slower, and equal up to the last bits.
   */
  recorded?: boolean;
  /**
   * Use Intel's oneDNN for convolutions, pooling and matrix products. false is slower on most processors and gives other bits.
   */
  oneDnn?: boolean;
  /**
   * What computes: cpu, an NVIDIA gpu, or auto, which takes the GPU where there is one and TensorFlow's CUDA build is there (exp doctor --fetch --gpu). They give other bits.
   */
  device?: "auto" | "cpu" | "gpu";
  /**
   * On a GPU, compute so that two runs on one machine give the same bits. false is faster there, and the bits differ from run to run. A CPU always gives the same.
   */
  deterministic?: boolean;
  /**
   * On a GPU, let convolutions and matrix products round their inputs to 10 bits (TensorFloat-32, cards since 2020): faster. false keeps 23 bits, as on a CPU.
   */
  tf32?: boolean;
  /**
   * Numbers of a training step. mixed_bfloat16, as in Keras, computes convolutions and what follows them (activations, pools, dense layers) in 16 bits and keeps the weights, their updates and the losses in 32: up to twice as fast on processors that have bfloat16 (AVX512_BF16, AMX). Validation, test and the saved model are float32 either way.
   */
  precision?: "float32" | "mixed_bfloat16";
}
