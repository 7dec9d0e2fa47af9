// Written by `bun run generate` from schema/experiment.schema.json. Edit that instead.

/**
 * One whole number for both, or [height, width].
 *
 * @minItems 2
 * @maxItems 2
 */
export type Pair = [number, number];
/**
 * Fraction of the values set to 0.
 */
export type DropoutRate = number;
/**
 * Size of an optimizer step.
 */
export type LearningRate = number;

/**
 * One image classification experiment: the images, the network, the training and what is reported.
 */
export interface ResolvedExperiment {
  /**
   * Start of every random stream of the run: initial weights, split, order of images, dropout. The same seed gives the same bits.
   */
  seed: number;
  data: Data;
  model: Model;
  train: Train;
  evaluate: Evaluate;
  engine: Engine;
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
   * The validation images, a folder or a table as in train, looked at after each epoch. Same classes as train.
   */
  validation: string | null;
  /**
   * The test images, a folder or a table as in train, used for the final figures and the confusion matrix. Same classes as train.
   */
  test: string | null;
  /**
   * How the tables are read, where train names a CSV or TSV file. null means columns called file and label.
   */
  labels: null | Labels;
  /**
   * Take validation and test images out of train, and say which images belong together.
   */
  split: null | Split;
  /**
   * [height, width] in pixels to which every image is resized.
   *
   * @minItems 2
   * @maxItems 2
   */
  targetSize: [number, number];
  /**
   * Read images as one grey channel or as three colour channels.
   */
  colour: "grey" | "rgb";
  /**
   * Images in one training step.
   */
  batchSize: number;
  /**
   * What to do with a file that cannot be used: leave it out and name it, or stop the run.
   */
  damaged: "exclude" | "fail";
  /**
   * What to do about images that are in two splits (the same pixels, nearly the same, or of one group) or that have two labels: name them, stop the run, or do not look.
   */
  leaks: "warn" | "fail" | "ignore";
}
/**
 * The table of labels: a CSV or TSV file with a header and a row for each image.
 */
export interface Labels {
  /**
   * Names of the columns that count.
   */
  columns: {
    /**
     * Column of the image files, as paths from the folder of images.
     */
    file: string;
    /**
     * Column of the classes.
     */
    label: string;
    /**
     * Column of what must not be in two splits, such as a patient; null where there is none.
     */
    group: string | null;
    /**
     * Column that holds train, validation or test; null where the table does not say.
     */
    split: string | null;
  };
  /**
   * Folder that the paths in the table start from, relative to the experiment file; null means the table's own folder.
   */
  images: string | null;
  /**
   * What the names in the table lack to be those of files, such as .jpg.
   */
  extension: string;
}
/**
 * Fractions of each class, or one fold of several, drawn with the experiment's seed.
 */
export interface Split {
  /**
   * Fraction of the images that becomes the validation split.
   */
  validation: number;
  /**
   * Fraction of the images that becomes the test split.
   */
  test: number;
  /**
   * Keep the share of each class the same in every split.
   */
  stratify: boolean;
  /**
   * Regular expression (RE2) that finds in a file's name what must not be in two splits: what its parentheses catch, such as a patient. With a slash in it, in the path from the folder of the split.
   */
  group: string | null;
  /**
   * Cut the images into so many parts of equal size, one of which is the test split; null for no such cut.
   */
  folds: number | null;
  /**
   * Which of the folds is the test split, from 1.
   */
  fold: number;
}
/**
 * The network.
 */
export interface Model {
  /**
   * The stack of layers from the image to the classes. The last one is dense with units: classes; softmax follows by itself.
   */
  layers: ResolvedLayer[];
}
/**
 * A bare word (relu) or one key with its settings (dense: { units: 64 }).
 */
export interface ResolvedLayer {
  conv?: Conv;
  relu?: Relu;
  pool?: Pool;
  flatten?: Flatten;
  dense?: Dense;
  dropout?: Dropout;
  batchNorm?: BatchNorm;
  softmax?: Softmax;
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
  strides: Pair;
  /**
   * valid: no padding. same: pad with zeros so that only the strides shrink the image.
   */
  padding: "valid" | "same";
  /**
   * Add a trained bias to each output channel.
   */
  useBias: boolean;
}
/**
 * max(x, 0), element by element.
 */
export interface Relu {}
/**
 * The largest or the mean value of each window.
 */
export interface Pool {
  /**
   * max or average.
   */
  type: "max" | "average";
  size: Pair;
  /**
   * Step from window to window; null means the window's own size.
   */
  strides: null | Pair;
  /**
   * valid: windows that do not fit are dropped. same: they are padded.
   */
  padding: "valid" | "same";
}
/**
 * From [height, width, channels] to one row of numbers.
 */
export interface Flatten {}
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
  useBias: boolean;
}
/**
 * Set a random fraction of the values to 0 while training, and scale up the rest.
 */
export interface Dropout {
  rate: DropoutRate;
}
/**
 * Normalise each channel over the batch while training, by running averages afterwards.
 */
export interface BatchNorm {
  /**
   * Share of the old running average that is kept at each step.
   */
  momentum: number;
  /**
   * Added to the variance.
   */
  epsilon: number;
}
/**
 * Turn scores into probabilities. It is added after the last layer when it is not written.
 */
export interface Softmax {}
/**
 * How the network is trained.
 */
export interface Train {
  /**
   * Passes over the training images.
   */
  epochs: number;
  /**
   * A bare word (adam) or one key with its settings (adam: { learningRate: 0.001 }).
   */
  optimizer: {
    adam?: Adam;
    sgd?: Sgd;
    rmsprop?: Rmsprop;
  };
}
/**
 * Adam, Kingma and Ba 2015.
 */
export interface Adam {
  learningRate: LearningRate;
  /**
   * Decay of the mean of the gradients.
   */
  beta1: number;
  /**
   * Decay of the mean of the squared gradients.
   */
  beta2: number;
  /**
   * Added to the denominator.
   */
  epsilon: number;
}
/**
 * Gradient descent, with momentum where it is above 0.
 */
export interface Sgd {
  learningRate: LearningRate;
  /**
   * Share of the previous step that is added to this one.
   */
  momentum: number;
  /**
   * Look ahead along the momentum before taking the gradient.
   */
  nesterov: boolean;
}
/**
 * RMSprop, Tieleman and Hinton 2012.
 */
export interface Rmsprop {
  learningRate: LearningRate;
  /**
   * Decay of the mean of the squared gradients.
   */
  rho: number;
  /**
   * Share of the previous step that is added to this one.
   */
  momentum: number;
  /**
   * Added to the denominator.
   */
  epsilon: number;
}
/**
 * What is reported about the trained network.
 */
export interface Evaluate {
  /**
   * Which weights are evaluated and saved: those of the last epoch, or those of the epoch with the lowest validation loss.
   */
  weights: "best" | "last";
  /**
   * The class that is looked for, where there are two; null means the second by name. Sensitivity, specificity and the ROC curve are of this class.
   */
  positiveClass: string | null;
  /**
   * Sensitivity that is wanted: the threshold and the specificity at which the positive class reaches it are reported. For two classes.
   */
  sensitivity: number | null;
  /**
   * The charts that are drawn; null means those that suit the run: ROC and precision-recall curves up to ten classes, confused pairs from three, the learning rate where it changes.
   */
  charts:
    | (
        | "accuracy"
        | "loss"
        | "learning-rate"
        | "confusion-matrix"
        | "roc"
        | "precision-recall"
        | "calibration"
        | "class-scores"
        | "class-distribution"
        | "confused-pairs"
      )[]
    | null;
  /**
   * Bootstrap resamples behind the confidence intervals; 0 leaves them out. Groups (patients) are drawn whole.
   */
  resamples: number;
  /**
   * How the confusion matrix is drawn.
   */
  confusionMatrix: {
    /**
     * What the rows stand for; the columns are the other one.
     */
    rows: "predicted" | "actual";
    /**
     * What the shares and colours are shares of: the images of the actual class, those taken for the predicted class, or all. none: counts alone.
     */
    normalise: "actual" | "predicted" | "all" | "none";
  };
}
/**
 * How TensorFlow is run.
 */
export interface Engine {
  /**
   * Threads of TensorFlow; null means one for each core of the machine. Another number gives other bits and other dropout masks.
   */
  threads: number | null;
  /**
   * Run each step as one TensorFlow function, recorded at the first step. false runs it operation by operation: slower, and equal but for the last bits.
   */
  recorded: boolean;
  /**
   * Use Intel's oneDNN for convolutions, pooling and matrix products. false is slower on most processors and gives other bits.
   */
  oneDnn: boolean;
}
