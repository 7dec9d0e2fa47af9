// Written by `bun run generate` from schema/{experiment,sweep}.schema.json. Edit that instead.
function joined(to, more) { for (const one of more) to.push(one); return to; }
"use strict";
export const validate = validate0;
const schema0 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"lamina/experiment.schema.json","description":"One image classification experiment: the images, the network, the training and what is reported.","type":"object","additionalProperties":false,"definitions":{"data":{"description":"Where the images are and how they are read.","type":"object","additionalProperties":false,"properties":{"train":{"description":"The training images: a folder with one sub-folder per class, or a CSV or TSV file with a row for each image (see labels). Relative to the experiment file.","type":"string","format":"path","minLength":1},"validation":{"description":"The validation images, a folder or a table as in train, evaluated after each epoch. Same classes as train.","type":["null","string"],"format":"path","minLength":1,"default":null},"test":{"description":"The test images, a folder or a table as in train, used for the final figures and the confusion matrix. Same classes as train.","type":["null","string"],"format":"path","minLength":1,"default":null},"labels":{"description":"How tables of labels are read, where train is a CSV or TSV file, and what DICOM headers tell of an image. null means columns called file and label.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/labels"}]},"exclude":{"description":"Patterns of files to skip, such as masks beside images. A pattern without a slash is matched against names of files and folders, one with a slash against the path from the folder of the split or of the table's images. * ? [a-z] {jpg,png} **; case-sensitive.","type":"array","items":{"type":"string","minLength":1},"default":[],"examples":[["*_mask.png","previews/**"]]},"include":{"description":"Patterns of the files to take; all others are skipped. Written as in exclude, which goes first. An empty list takes all.","type":"array","items":{"type":"string","minLength":1},"default":[],"examples":[["*.png"]]},"links":{"description":"Which symbolic links are followed: those that end inside the folder of the split, or all of them (DVC, git-annex and Hugging Face keep files elsewhere and link to them).","enum":["inside","follow"],"default":"inside"},"split":{"description":"Take validation and test images out of train, and say which images belong together.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/split"}]},"targetSize":{"description":"[height, width] in pixels to which every image is resized.","type":"array","items":{"type":"integer","minimum":1,"maximum":4096},"minItems":2,"maxItems":2,"default":[200,200]},"resize":{"description":"How an image of another aspect ratio is fitted: stretch it; crop its middle; pad it with the background, or black where there is none; or padEdge, repeating its outermost pixels.","enum":["stretch","crop","pad","padEdge"],"default":"stretch"},"background":{"description":"The colour put behind transparent images: black, white or one such as \"#f0f0f0\", in quotes. none drops the transparency and keeps the pixels' own colours.","examples":["white","#f0f0f0"],"type":"string","pattern":"^(none|black|white|#[0-9a-fA-F]{6})$","default":"none"},"colour":{"description":"Read images as one grey channel or as three colour channels.","enum":["grey","rgb"],"default":"rgb"},"depth":{"description":"Bits of each value of a pixel from the file to the network. 16 keeps what files of more than 8 bits (PNG, TIFF, PGM, DICOM) tell apart; images take twice the room. It changes nothing else: values that the network is given are in the same range, and an image of 8 bits is the same image.","enum":[8,16],"default":8},"batchSize":{"description":"Images in one training step.","type":"integer","minimum":1,"maximum":65536,"default":32},"damaged":{"description":"What to do with a file that cannot be used: skip and name it, or stop the run.","enum":["exclude","fail"],"default":"exclude"},"maxPixels":{"description":"Images of more pixels are skipped as a protection against files that unpack to gigabytes; the default is Pillow's. Large images are decoded one at a time.","type":"integer","minimum":1,"maximum":1000000000,"default":178956970},"range":{"description":"Which values of images of more than 8 bits become black and white: full, all that the file's bits allow; used, each image's own lowest and highest; or two values as they are stored, such as [0, 4095] for 12 bits in a 16-bit file. Images of 8 bits are as they are.","examples":[[0,4095]],"default":"full","anyOf":[{"description":"The stored values that become black and white.","type":"array","items":{"type":"number"},"minItems":2,"maxItems":2},{"enum":["full","used"]}]},"dicom":{"$ref":"#/definitions/dicom","default":{}},"leaks":{"description":"What to do about images that are in two splits (the same pixels, nearly the same, or of one group) or that have two labels: name them, stop the run, or do not look.","enum":["warn","fail","ignore"],"default":"warn"},"preprocess":{"$ref":"#/definitions/preprocess","default":{}},"augment":{"description":"Change the training images at random, differently in each epoch. The other splits and predictions are never augmented.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/augment"}]}},"required":["train"],"examples":[{"train":"data/train","test":"data/test"}]},"labels":{"description":"The table of labels, a CSV or TSV file with a header and a row for each image, and what the headers of DICOM files tell.","type":"object","additionalProperties":false,"properties":{"columns":{"description":"Names of the columns that count.","type":"object","additionalProperties":false,"default":{},"properties":{"file":{"description":"Column of the image files, as paths from the folder of images.","type":"string","minLength":1,"default":"file"},"label":{"description":"Column of the classes.","type":"string","minLength":1,"default":"label"},"group":{"description":"Column of what must not be in two splits, such as a patient; null where there is none.","type":["null","string"],"minLength":1,"default":null},"split":{"description":"Column that holds train, validation or test; null where the table does not say.","type":["null","string"],"minLength":1,"default":null},"subgroups":{"description":"Further columns to keep for each image, such as view, side or manufacturer: exp paper counts the images and reports figures by their values. The values are stored in the run's list of images, and so in git: do not name a column that identifies a patient.","examples":[["view","side","manufacturer"]],"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true,"maxItems":20,"default":[]}}},"images":{"description":"Folder that the paths in the table start from, relative to the experiment file; null means the table's own folder.","type":["null","string"],"format":"path","minLength":1,"default":null},"extension":{"description":"Extension to append to the names in the table, such as .jpg.","type":"string","default":""},"dicom":{"description":"What is taken from the headers of DICOM files; null for nothing.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/labelsInHeaders"}]}},"examples":[{"columns":{"file":"filename","group":"patient_id"}}]},"split":{"description":"Fractions of each class, or one fold of several, drawn with the experiment's seed.","type":"object","additionalProperties":false,"properties":{"validation":{"description":"Fraction of the images that becomes the validation split.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0},"test":{"description":"Fraction of the images that becomes the test split.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0},"stratify":{"description":"Keep the share of each class the same in every split.","type":"boolean","default":true},"group":{"description":"What must not be in two splits, such as a patient. A regular expression (RE2) finds it in a file's name: its capturing group; if it contains a slash, it is matched against the path from the folder of the split. { dicom: PatientID } takes it from the header of each DICOM file, and a run then knows it by a salted hash alone.","examples":["^patient(\\d+)_"],"default":null,"anyOf":[{"type":"null"},{"description":"Of the file's name.","type":"string","minLength":1,"maxLength":500},{"$ref":"#/definitions/groupInHeader"}]},"folds":{"description":"Split the images into this many folds of equal size, one of which is the test split; null for no folds.","type":["null","integer"],"minimum":2,"maximum":1000,"default":null},"fold":{"description":"Which of the folds is the test split, from 1.","type":"integer","minimum":1,"maximum":1000,"default":1},"seed":{"description":"Seed of what is drawn; without one the experiment's own, so that another seed of the run deals the images anew.","type":"integer","minimum":0,"maximum":2147483647}},"examples":[{"validation":0.15,"test":0.15}]},"augment":{"description":"Random changes of the training images, made in this order. Each draw follows from the seed, the epoch, the image and the operation alone.","type":"object","additionalProperties":false,"properties":{"rotation":{"description":"Turn by up to this many degrees, either way (rotation_range).","type":"number","minimum":0,"maximum":180,"default":0},"shift":{"$ref":"#/definitions/shift","default":0},"shear":{"description":"Shear by up to this many degrees, either way (shear_range).","type":"number","minimum":0,"exclusiveMaximum":90,"default":0},"zoom":{"description":"Scale the height and the width, each by a factor of its own drawn from [low, high]; above 1 the image becomes smaller (zoom_range). A number z means [1 - z, 1 + z].","examples":[[0.8,1.2]],"default":0,"anyOf":[{"description":"The lowest and the highest factor; above 1 the image becomes smaller.","type":"array","items":{"type":"number","exclusiveMinimum":0,"maximum":10},"minItems":2,"maxItems":2},{"type":"number","minimum":0,"exclusiveMaximum":1}]},"crop":{"description":"Cut a window out at random and stretch it to the whole image.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/crop"}]},"flip":{"description":"Mirror an image with probability 1/2: left to right, top to bottom, or both, each drawn independently (horizontal_flip, vertical_flip).","enum":["none","horizontal","vertical","both"],"default":"none"},"fill":{"description":"What fills the area beyond the edge: the nearest pixel, the constant fillValue, the image mirrored, or its opposite side (fill_mode).","enum":["nearest","constant","reflect","wrap"],"default":"nearest"},"fillValue":{"description":"Level that fill: constant puts in, of 255 (cval).","type":"number","minimum":0,"maximum":255,"default":0},"interpolation":{"description":"How values between pixels are interpolated (interpolation_order 1 and 0).","enum":["bilinear","nearest"],"default":"bilinear"},"blur":{"description":"Blur with a Gaussian whose standard deviation is drawn from 0 to this many pixels.","type":"number","minimum":0,"maximum":10,"default":0},"channelShift":{"description":"Add up to this many levels of 255, either way, held within the image's own darkest and brightest level (channel_shift_range).","type":"number","minimum":0,"maximum":255,"default":0},"brightness":{"description":"Multiply every level by a factor drawn from [low, high] (brightness_range). A number z means [1 - z, 1 + z].","examples":[[0.8,1.2]],"default":0,"anyOf":[{"description":"The lowest and the highest factor.","type":"array","items":{"type":"number","minimum":0,"maximum":10},"minItems":2,"maxItems":2},{"type":"number","minimum":0,"exclusiveMaximum":1}]},"contrast":{"description":"Stretch each channel's levels about their mean by a factor drawn from [low, high]. A number z means [1 - z, 1 + z].","examples":[[0.8,1.2]],"default":0,"anyOf":[{"description":"The lowest and the highest factor.","type":"array","items":{"type":"number","minimum":0,"maximum":10},"minItems":2,"maxItems":2},{"type":"number","minimum":0,"exclusiveMaximum":1}]},"randAugment":{"description":"RandAugment (Cubuk and others 2020): a few operations of its list, drawn for each image.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/randAugment"}]},"noise":{"description":"Add Gaussian noise of this standard deviation to every value, as a share of the full range (0.02 is 5 levels of 255).","type":"number","minimum":0,"maximum":1,"default":0},"saltAndPepper":{"description":"Share of the pixels that become black or white.","type":"number","minimum":0,"maximum":1,"default":0},"erase":{"description":"Random erasing (Zhong and others 2017): a rectangle becomes noise.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/erase"}]},"mixup":{"description":"MixUp (Zhang and others 2018): blend each image and its label with those of another; the share is drawn from Beta(alpha, alpha), and this is alpha. 0 is off, 0.2 is usual.","type":"number","minimum":0,"maximum":10,"default":0},"cutmix":{"description":"CutMix (Yun and others 2019): paste a window of another image, and mix the labels by area; the share is drawn from Beta(alpha, alpha), and this is alpha. 0 is off, 1 is usual. With mixup each image has one of the two.","type":"number","minimum":0,"maximum":10,"default":0}},"examples":[{"rotation":10,"shift":0.05,"flip":"horizontal"}]},"shift":{"description":"Move by up to this much, either way; one value for both, or width and height apart (width_shift_range, height_shift_range).","examples":[0.1],"anyOf":[{"type":"number","minimum":0,"maximum":4096},{"type":"object","additionalProperties":false,"properties":{"width":{"$ref":"#/definitions/distance","default":0},"height":{"$ref":"#/definitions/distance","default":0}}}]},"distance":{"description":"Below 1 a fraction of the size; from 1 pixels, whole ones below n either way where n is whole; or a list of distances of which one is drawn.","examples":[0.1],"anyOf":[{"description":"Distances of which one is drawn.","type":"array","items":{"type":"number","minimum":0,"maximum":4096},"minItems":1,"maxItems":100},{"type":"number","minimum":0,"maximum":4096}]},"crop":{"description":"A window of random area and shape, as RandomResizedCrop draws it.","type":"object","additionalProperties":false,"properties":{"area":{"description":"Share of the image's area, [low, high].","type":"array","items":{"type":"number","exclusiveMinimum":0,"maximum":1},"minItems":2,"maxItems":2,"default":[0.8,1]},"ratio":{"description":"Width by height relative to the image's own, [low, high].","type":"array","items":{"type":"number","exclusiveMinimum":0,"maximum":100},"minItems":2,"maxItems":2,"default":[0.75,1.3333333333333333]}},"examples":[{"area":[0.8,1]}]},"randAugment":{"description":"Operations: identity, autoContrast, equalize, rotate, solarize, color, posterize, contrast, brightness, sharpness, shearX, shearY, translateX, translateY.","type":"object","additionalProperties":false,"properties":{"n":{"description":"Operations per image.","type":"integer","minimum":1,"maximum":14,"default":2},"magnitude":{"description":"Strength from 0 to 30.","type":"number","minimum":0,"maximum":30,"default":9}},"examples":[{"n":2,"magnitude":9}]},"erase":{"description":"One rectangle of random area and shape.","type":"object","additionalProperties":false,"properties":{"probability":{"description":"Share of the images that are erased.","type":"number","minimum":0,"maximum":1,"default":0.5},"area":{"description":"Share of the image's area, [low, high].","type":"array","items":{"type":"number","exclusiveMinimum":0,"maximum":1},"minItems":2,"maxItems":2,"default":[0.02,0.33]},"ratio":{"description":"Width by height, [low, high].","type":"array","items":{"type":"number","exclusiveMinimum":0,"maximum":100},"minItems":2,"maxItems":2,"default":[0.3,3.3]}},"examples":[{"probability":0.5}]},"groupInHeader":{"description":"An element of the DICOM header that tells what belongs together.","type":"object","additionalProperties":false,"required":["dicom"],"properties":{"dicom":{"description":"Its name in the standard, such as PatientID, or its number, such as (0010,0020).","examples":["PatientID"],"type":"string","minLength":1}}},"labelsInHeaders":{"description":"What the header of each DICOM file tells. Elements go by their names in the standard, such as ViewPosition, or by their numbers, such as (0018,5101). None that tells who a patient is: see split.group for that.","type":"object","additionalProperties":false,"properties":{"label":{"description":"Element that holds the class. train is then a folder whose files are found at any depth, whatever its folders are called; null: the classes are those of folders or of a table.","examples":["SeriesDescription"],"type":["null","string"],"minLength":1,"default":null},"subgroups":{"description":"Elements that the run keeps of each image, as they are, as columns of its list of images: such as laterality, view and manufacturer.","type":"array","items":{"type":"string","minLength":1},"uniqueItems":true,"maxItems":20,"default":[],"examples":[["ImageLaterality","ViewPosition","Manufacturer"]]}},"examples":[{"label":"SeriesDescription"}]},"dicom":{"description":"How DICOM files are shown. Grey values go through the modality's slope or table, then the window, and MONOCHROME1 is inverted, all before they become 8 bits.","type":"object","additionalProperties":false,"properties":{"window":{"description":"Which values become black and white: file, the file's own table (VOI LUT) or its first window with its function, and data.range where it has none; range, data.range in every file; or a window of your own as [center, width], in the values that the modality's slope gives, such as Hounsfield units.","examples":[[40,400]],"default":"file","anyOf":[{"description":"Center and width, as in the file's Window Center and Window Width.","type":"array","items":{"type":"number"},"minItems":2,"maxItems":2},{"enum":["file","range"]}]},"frame":{"description":"Which frame of a file with several is the image: first, middle, or its number from 1 (a file with fewer is skipped). With all, each frame is an image of its own, with the file's label and its row of a table, called as the file with #1, #2 and so on behind it; a row of a table may name one alone, scan.dcm#3; frames of one file are never in two splits, for the file is their group where nothing else is. Other formats with several pages are not meant: of those the first is used.","examples":["middle","all"],"default":"first","anyOf":[{"description":"Its number, from 1.","type":"integer","minimum":1,"maximum":1000000},{"description":"The first, the one in the middle, or every one.","enum":["first","middle","all"]}]}},"examples":[{"window":[40,400]}]},"preprocess":{"description":"Applied to every image of every split, and to every image that is predicted, in this order. Statistics are those of the training images, stored with the model.","type":"object","additionalProperties":false,"properties":{"clahe":{"description":"Equalise the contrast region by region (CLAHE, Zuiderveld 1994), as is usual for mammograms. Needs colour: grey.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/clahe"}]},"rescale":{"description":"Multiply every level, 0 to 255 whatever data.depth is, by this (rescale).","type":"number","exclusiveMinimum":0,"default":0.00392156862745098},"samplewiseCenter":{"description":"Subtract each image's own mean (samplewise_center).","type":"boolean","default":false},"samplewiseStd":{"description":"Divide each image by its own standard deviation; samplewiseCenter goes with it (samplewise_std_normalization).","type":"boolean","default":false},"featurewiseCenter":{"description":"Subtract the mean of each channel over the training images (featurewise_center).","type":"boolean","default":false},"featurewiseStd":{"description":"Divide by the standard deviation of each channel over the training images; featurewiseCenter goes with it (featurewise_std_normalization).","type":"boolean","default":false},"zcaWhitening":{"description":"Decorrelate the pixels of the training images (zca_whitening), with featurewiseCenter. For small images: at most 4096 values.","type":"boolean","default":false},"zcaEpsilon":{"description":"Added to the singular values before they divide (zca_epsilon).","type":"number","exclusiveMinimum":0,"default":0.000001}},"examples":[{"featurewiseCenter":true,"featurewiseStd":true}]},"clahe":{"description":"Contrast-limited adaptive histogram equalisation, as OpenCV does it.","type":"object","additionalProperties":false,"properties":{"clipLimit":{"description":"A tile's histogram is cut at this many times its mean height; more is more contrast.","type":"number","exclusiveMinimum":0,"maximum":255,"default":2},"tiles":{"$ref":"#/definitions/pair","default":8}},"examples":[{"clipLimit":2,"tiles":8}]},"model":{"description":"The network.","type":"object","additionalProperties":false,"properties":{"base":{"$ref":"#/definitions/base"},"layers":{"type":"array","items":{"$ref":"#/definitions/layer"},"minItems":1,"maxItems":1000,"description":"The stack of layers from the image (or from what model.base gives) to the classes. The last one is dense with units: classes; softmax is added automatically. In a file that extends another, or beside preset, a mapping says what differs in the layers of these names: stem: { filters: 64 }."}},"required":["layers"],"examples":[{"layers":["flatten",{"dense":{"units":"classes"}}]}]},"base":{"description":"The first layers of a network that was trained before, with its weights (transfer learning); model.layers follow them. It includes its own preprocessing of images, so leave data.preprocess at its defaults; grey images get three channels where it needs them. Its batchNorm uses its running averages in training too.","type":"object","additionalProperties":false,"properties":{"from":{"description":"mobilenetV2, resnet50 or efficientnetB0, with the layers and names of keras.applications; or the folder of a finished run of Lamina's own, runs/pretrain/v003, which is looked for from the experiment's folder on and in those above it.","examples":["mobilenetV2"],"anyOf":[{"enum":["mobilenetV2","resnet50","efficientnetB0"]},{"type":"string","format":"path","minLength":1}]},"weights":{"description":"File of the weights: Keras's .weights.h5, .h5 or .keras, a tfjs model.json, or torchvision's .pth of mobilenetV2, relative to this file. Without it those that exp fetch brings (mobilenetV2), and of a run its own.","examples":["weights/mobilenet_v2.weights.h5"],"type":["null","string"],"format":"path","minLength":1,"default":null},"until":{"description":"Name of the last of its layers that is used: block_12_add. Otherwise all up to the last convolution and what belongs to it; of a run, all before its last dense layer.","examples":["block_12_add"],"type":["null","string"],"minLength":1,"default":null},"trainable":{"description":"Which of its layers are trained: none (false), all (true), or the last ones, { last: 20 }. Where none are and images are not augmented, every image goes through them once and only model.layers are trained.","default":false,"anyOf":[{"type":"object","additionalProperties":false,"required":["last"],"properties":{"last":{"description":"How many, counted from its end as Keras counts layers: activations and additions too.","examples":[20],"type":"integer","minimum":1,"maximum":1000}}},{"type":"boolean"}],"examples":[{"last":20}]},"trunk":{"description":"The layers that are taken over, written out: Lamina's to fill in, for resolved.json.","type":"array","minItems":1,"maxItems":1000,"items":{"$ref":"#/definitions/layer"}}},"required":["from"],"examples":[{"from":"mobilenetV2","trainable":false}]},"layersByName":{"description":"What differs in layers of the file that this one extends, by their names.","type":"object","additionalProperties":{"description":"The settings of the layer of this name that differ here.","type":"object"}},"layer":{"description":"A bare word (relu) or one key with its settings (dense: { units: 64 }).","anyOf":[{"enum":["relu","relu6","leakyRelu","prelu","elu","selu","gelu","swish","hardSwish","sigmoid","tanh","pool","globalPool","upSampling","flatten","batchNorm","layerNorm","groupNorm","squeezeExcite","softmax"],"type":"string"},{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"conv":{"$ref":"#/definitions/conv"},"relu":{"$ref":"#/definitions/relu"},"pool":{"$ref":"#/definitions/pool"},"flatten":{"$ref":"#/definitions/flatten"},"dense":{"$ref":"#/definitions/dense"},"dropout":{"$ref":"#/definitions/dropout"},"batchNorm":{"$ref":"#/definitions/batchNorm"},"softmax":{"$ref":"#/definitions/softmax"},"globalPool":{"$ref":"#/definitions/globalPool"},"preprocessInput":{"$ref":"#/definitions/preprocessInput"},"normalization":{"$ref":"#/definitions/normalization"},"depthwiseConv":{"$ref":"#/definitions/depthwiseConv"},"separableConv":{"$ref":"#/definitions/separableConv"},"convTranspose":{"$ref":"#/definitions/convTranspose"},"upSampling":{"$ref":"#/definitions/upSampling"},"resize":{"$ref":"#/definitions/resize"},"zeroPadding":{"$ref":"#/definitions/zeroPadding"},"cropping":{"$ref":"#/definitions/cropping"},"residual":{"$ref":"#/definitions/residual"},"add":{"$ref":"#/definitions/add"},"concat":{"$ref":"#/definitions/concat"},"relu6":{"$ref":"#/definitions/relu6"},"leakyRelu":{"$ref":"#/definitions/leakyRelu"},"prelu":{"$ref":"#/definitions/prelu"},"elu":{"$ref":"#/definitions/elu"},"selu":{"$ref":"#/definitions/selu"},"gelu":{"$ref":"#/definitions/gelu"},"swish":{"$ref":"#/definitions/swish"},"hardSwish":{"$ref":"#/definitions/hardSwish"},"sigmoid":{"$ref":"#/definitions/sigmoid"},"tanh":{"$ref":"#/definitions/tanh"},"layerNorm":{"$ref":"#/definitions/layerNorm"},"groupNorm":{"$ref":"#/definitions/groupNorm"},"squeezeExcite":{"$ref":"#/definitions/squeezeExcite"},"spatialDropout":{"$ref":"#/definitions/spatialDropout"},"gaussianNoise":{"$ref":"#/definitions/gaussianNoise"}}}]},"repeat":{"description":"The same layers several times in a row, each time with their own weights.","type":"object","additionalProperties":false,"required":["times","layers"],"properties":{"times":{"description":"How often.","examples":[3],"type":"integer","minimum":1,"maximum":1000},"layers":{"description":"The layers to repeat.","type":"array","minItems":1,"items":{"$ref":"#/definitions/layer"},"examples":[[{"conv":{"filters":32,"kernelSize":3}},"relu"]]}},"examples":[{"times":3,"layers":[{"conv":{"filters":32,"kernelSize":3}},"relu"]}]},"block":{"description":"The layers of a block of model.blocks, by its name; or { use: NAME } with values for its arguments, { use: stage, filters: 64 }.","anyOf":[{"description":"The block's name; its arguments have their defaults.","type":"string"},{"type":"object","required":["use"],"additionalProperties":{"description":"The value of an argument of the block."},"properties":{"use":{"description":"The block's name.","examples":["stage"],"type":"string","minLength":1}}}],"examples":[{"use":"stage","filters":64}]},"blocks":{"description":"Named lists of layers, used among the layers as - block: NAME. Besides its layers a block has arguments with defaults, written $argument in the layers. A block may use other blocks.","type":"object","additionalProperties":{"$ref":"#/definitions/blockDefinition"},"examples":[{"stage":{"filters":32,"layers":[{"conv":{"filters":"$filters","kernelSize":3}},"relu"]}}]},"blockDefinition":{"description":"The layers of a block, and its arguments with their defaults.","type":"object","additionalProperties":{"description":"An argument and its default. With nothing after the colon it has no default and is required wherever the block is used."},"properties":{"layers":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/blockLayer"},"description":"The layers of the block. $filters stands for the value of its argument filters.","examples":[[{"conv":{"filters":"$filters","kernelSize":3}},"relu"]]}},"required":["layers"],"examples":[{"filters":32,"layers":[{"conv":{"filters":"$filters","kernelSize":3}},"relu"]}]},"blockLayer":{"description":"A layer, in which $argument stands for a value given where the block is used.","anyOf":[{"$ref":"#/definitions/layer"},{"$ref":"#/definitions/holdsArgument"}]},"holdsArgument":{"anyOf":[{"type":"string","pattern":"^\\$"},{"type":"array","contains":{"$ref":"#/definitions/holdsArgument"}},{"type":"object","not":{"additionalProperties":{"not":{"$ref":"#/definitions/holdsArgument"}}}}]},"residual":{"description":"Layers whose output is added to what comes in (He et al., 2015). Where the shapes differ, what comes in goes through a 1 × 1 convolution first, and where the layers have a normalisation (batchNorm, groupNorm or layerNorm) through one like the last of them. The relu behind a residual block is a layer of its own.","anyOf":[{"type":"array","minItems":1,"items":{"$ref":"#/definitions/layer"}},{"type":"object","additionalProperties":false,"required":["layers"],"properties":{"layers":{"description":"The layers.","type":"array","minItems":1,"items":{"$ref":"#/definitions/layer"}},"name":{"$ref":"#/definitions/layerName"}}}],"examples":[[{"conv":{"filters":32,"kernelSize":3,"padding":"same"}},"relu",{"conv":{"filters":32,"kernelSize":3,"padding":"same"}}]]},"add":{"description":"Lists of layers side by side, whose outputs have one shape and are added; an empty list passes its input on unchanged. Keras's Add.","anyOf":[{"$ref":"#/definitions/branches"},{"type":"object","additionalProperties":false,"required":["branches"],"properties":{"branches":{"$ref":"#/definitions/branches"},"name":{"$ref":"#/definitions/layerName"}}}],"examples":[[[{"conv":{"filters":32,"kernelSize":3,"padding":"same"}}],[]]]},"branches":{"description":"Lists of layers side by side, each given the same input.","type":"array","minItems":2,"items":{"type":"array","items":{"$ref":"#/definitions/layer"}}},"concat":{"description":"Lists of layers side by side, whose outputs are concatenated along the channels; an empty list passes its input on unchanged. Keras's Concatenate.","anyOf":[{"$ref":"#/definitions/branches"},{"type":"object","additionalProperties":false,"required":["branches"],"properties":{"branches":{"$ref":"#/definitions/branches"},"name":{"$ref":"#/definitions/layerName"}}}],"examples":[[[{"conv":{"filters":32,"kernelSize":1}}],[{"conv":{"filters":32,"kernelSize":3,"padding":"same"}}]]]},"pair":{"description":"One whole number for both, or [height, width].","examples":[3],"anyOf":[{"type":"integer","minimum":1,"maximum":4096},{"description":"[height, width]","type":"array","items":{"type":"integer","minimum":1,"maximum":4096},"minItems":2,"maxItems":2}]},"dilationRate":{"description":"Distance between the places that the kernel looks at, one number or [height, width]; above 1 the strides have to be 1.","examples":[2],"$ref":"#/definitions/pair"},"conv":{"description":"2-D convolution.","type":"object","additionalProperties":false,"required":["filters","kernelSize"],"properties":{"filters":{"description":"Number of output channels.","type":"integer","minimum":1,"maximum":65536},"kernelSize":{"$ref":"#/definitions/pair"},"strides":{"$ref":"#/definitions/pair","default":1},"padding":{"description":"valid: no padding. same: pad with zeros so that only the strides shrink the image.","enum":["valid","same"],"default":"valid"},"dilationRate":{"$ref":"#/definitions/dilationRate","default":1},"groups":{"description":"Number of groups into which the input channels and the filters are split; a filter sees the channels of its own group.","type":"integer","minimum":1,"maximum":65536,"default":1},"useBias":{"description":"Add a trained bias to each output channel.","type":"boolean","default":true},"l1":{"description":"Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"l2":{"description":"Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"filters":32,"kernelSize":3}]},"depthwiseConv":{"description":"2-D convolution of each channel separately (DepthwiseConv2D).","type":"object","additionalProperties":false,"required":["kernelSize"],"properties":{"kernelSize":{"$ref":"#/definitions/pair"},"strides":{"description":"Step from window to window, of rows and columns alike.","type":"integer","minimum":1,"maximum":4096,"default":1},"padding":{"description":"valid: no padding. same: pad with zeros so that only the strides shrink the image.","enum":["valid","same"],"default":"valid"},"depthMultiplier":{"description":"Kernels for each channel that comes in.","type":"integer","minimum":1,"maximum":65536,"default":1},"dilationRate":{"$ref":"#/definitions/dilationRate","default":1},"useBias":{"description":"Add a trained bias to each output channel.","type":"boolean","default":true},"l1":{"description":"Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"l2":{"description":"Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"kernelSize":3}]},"separableConv":{"description":"A convolution of each channel separately, then one of 1 × 1 over all of them (SeparableConv2D).","type":"object","additionalProperties":false,"required":["filters","kernelSize"],"properties":{"filters":{"description":"Number of output channels.","type":"integer","minimum":1,"maximum":65536},"kernelSize":{"$ref":"#/definitions/pair"},"strides":{"description":"Step from window to window, of rows and columns alike.","type":"integer","minimum":1,"maximum":4096,"default":1},"padding":{"description":"valid: no padding. same: pad with zeros so that only the strides shrink the image.","enum":["valid","same"],"default":"valid"},"depthMultiplier":{"description":"Kernels for each channel that comes in.","type":"integer","minimum":1,"maximum":65536,"default":1},"dilationRate":{"$ref":"#/definitions/dilationRate","default":1},"useBias":{"description":"Add a trained bias to each output channel.","type":"boolean","default":true},"l1":{"description":"Adds this times the sum of the kernels' absolute values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"l2":{"description":"Adds this times the sum of the kernels' squared values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"filters":32,"kernelSize":3}]},"convTranspose":{"description":"Transposed 2-D convolution: makes an image larger by its strides, with a trained kernel (Conv2DTranspose).","type":"object","additionalProperties":false,"required":["filters","kernelSize"],"properties":{"filters":{"description":"Number of output channels.","type":"integer","minimum":1,"maximum":65536},"kernelSize":{"$ref":"#/definitions/pair"},"strides":{"$ref":"#/definitions/pair","default":1},"padding":{"description":"same: the size that comes in times the strides. valid: what the kernel adds beyond that too.","enum":["valid","same"],"default":"valid"},"useBias":{"description":"Add a trained bias to each output channel.","type":"boolean","default":true},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"l1":{"$ref":"#/definitions/l1","default":0},"l2":{"$ref":"#/definitions/l2","default":0},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"filters":32,"kernelSize":3,"strides":2,"padding":"same"}]},"relu":{"description":"max(x, 0), element by element.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"pool":{"description":"The largest or the mean value of each window.","type":"object","additionalProperties":false,"properties":{"type":{"description":"max or average.","enum":["max","average"],"default":"max"},"size":{"$ref":"#/definitions/pair","default":2},"strides":{"description":"Step from window to window; null means the window's own size.","default":null,"anyOf":[{"description":"The window's own size.","type":"null"},{"$ref":"#/definitions/pair"}]},"padding":{"description":"valid: windows that do not fit are dropped. same: they are padded.","enum":["valid","same"],"default":"valid"},"name":{"$ref":"#/definitions/layerName"}}},"preprocessInput":{"description":"What a pretrained network takes, of images with values from 0 to 1: keras.applications' preprocess_input. Grey images get three channels, all alike.","type":"object","additionalProperties":false,"required":["mode"],"properties":{"mode":{"description":"rgb: values from 0 to 1. tf: from -1 to 1. torch: ImageNet's mean and standard deviation of each channel become 0 and 1. caffe: from 0 to 255 without ImageNet's mean, blue first.","enum":["rgb","tf","torch","caffe"]},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"mode":"tf"}]},"normalization":{"description":"Subtracts the mean of each channel and divides by its standard deviation; both come from the weights of model.base, and are 0 and 1 without it (Normalization).","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"globalPool":{"description":"The mean or the largest value of each channel over the whole image: a row of numbers, one per channel (GlobalAveragePooling2D, GlobalMaxPooling2D).","type":"object","additionalProperties":false,"properties":{"type":{"description":"average or max.","enum":["average","max"],"default":"average"},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"type":"average"}]},"sides":{"description":"Rows and columns: one number for all four sides, or [top, bottom, left, right].","examples":[1],"anyOf":[{"type":"integer","minimum":0,"maximum":4096},{"description":"[top, bottom, left, right]","type":"array","items":{"type":"integer","minimum":0,"maximum":4096},"minItems":4,"maxItems":4}]},"zeroPadding":{"description":"Rows and columns of zeros around the image (ZeroPadding2D).","type":"object","additionalProperties":false,"required":["sides"],"properties":{"sides":{"$ref":"#/definitions/sides"},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"sides":1}]},"cropping":{"description":"Rows and columns cut off the image (Cropping2D).","type":"object","additionalProperties":false,"required":["sides"],"properties":{"sides":{"$ref":"#/definitions/sides"},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"sides":1}]},"upSampling":{"description":"Makes an image this many times as high and as wide (UpSampling2D).","type":"object","additionalProperties":false,"properties":{"size":{"$ref":"#/definitions/pair","default":2},"interpolation":{"description":"nearest: the nearest value. bilinear: in between.","enum":["nearest","bilinear"],"default":"nearest"},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"size":2}]},"resize":{"description":"Resizes any image to this size (Resizing).","type":"object","additionalProperties":false,"required":["size"],"properties":{"size":{"$ref":"#/definitions/pair"},"interpolation":{"description":"nearest: the nearest value. bilinear: in between.","enum":["nearest","bilinear"],"default":"bilinear"},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"size":32}]},"flatten":{"description":"From [height, width, channels] to one row of numbers.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"dense":{"description":"Fully connected layer.","type":"object","additionalProperties":false,"required":["units"],"properties":{"units":{"description":"Number of outputs; the word classes stands for the number of classes.","anyOf":[{"type":"integer","minimum":1,"maximum":1048576},{"description":"The number of classes.","const":"classes"}]},"useBias":{"description":"Add a trained bias to each output.","type":"boolean","default":true},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"l1":{"$ref":"#/definitions/l1","default":0},"l2":{"$ref":"#/definitions/l2","default":0},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"units":64}]},"dropout":{"description":"Set a random fraction of the values to 0 while training, and scale up the rest.","examples":[0.5],"anyOf":[{"$ref":"#/definitions/dropoutRate"},{"type":"object","additionalProperties":false,"required":["rate"],"properties":{"rate":{"$ref":"#/definitions/dropoutRate"},"name":{"$ref":"#/definitions/layerName"}}}]},"dropoutRate":{"description":"Fraction of the values set to 0.","examples":[0.5],"type":"number","minimum":0,"exclusiveMaximum":1},"batchNorm":{"description":"Normalise each channel over the batch while training, by running averages afterwards.","type":"object","additionalProperties":false,"properties":{"momentum":{"description":"Share of the old running average that is kept at each step.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.99},"epsilon":{"description":"Added to the variance.","type":"number","exclusiveMinimum":0,"default":0.001},"center":{"description":"Add a trained offset to each channel.","type":"boolean","default":true},"scale":{"description":"Multiply each channel by a trained factor.","type":"boolean","default":true},"trainable":{"description":"false: its weights stay as they are, and it uses its running averages in training too.","type":"boolean","default":true},"name":{"$ref":"#/definitions/layerName"}}},"softmax":{"description":"Turn scores into probabilities. It is added after the last layer when it is not written.","type":"object","additionalProperties":false,"properties":{}},"relu6":{"description":"min(max(x, 0), 6), element by element.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"elu":{"description":"x where it is positive, exp(x) - 1 elsewhere. Keras's ELU with alpha 1.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"selu":{"description":"1.0507 x where x is positive, 1.7581 (exp(x) - 1) elsewhere (Klambauer et al., 2017). Goes with kernelInitializer: lecunNormal.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"gelu":{"description":"x Φ(x), Φ being the normal distribution (Hendrycks and Gimpel, 2016); exact, not by tanh.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"swish":{"description":"x sigmoid(x) (Ramachandran et al., 2017). SiLU is the same.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"hardSwish":{"description":"x relu6(x + 3) / 6: swish in straight pieces (Howard et al., 2019).","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"sigmoid":{"description":"1 / (1 + exp(-x)), element by element. Between layers; after a last layer with units: 1 it is added automatically.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"tanh":{"description":"Hyperbolic tangent, element by element.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}},"leakyRelu":{"description":"x where it is positive, x times a small slope elsewhere.","type":"object","additionalProperties":false,"properties":{"negativeSlope":{"description":"What negative values are multiplied by; Keras's is 0.3, PyTorch's 0.01.","type":"number","minimum":0,"maximum":1,"default":0.3},"name":{"$ref":"#/definitions/layerName"}}},"prelu":{"description":"x where it is positive, x times a slope that is trained elsewhere; slopes begin at 0 (He et al., 2015).","type":"object","additionalProperties":false,"properties":{"sharedAxes":{"description":"Of 1 (height), 2 (width) and 3 (channels) those along which all values have one slope: [1, 2] for a slope per channel; null for a slope per value.","examples":[[1,2]],"default":null,"anyOf":[{"description":"A slope per value.","type":"null"},{"type":"array","minItems":1,"maxItems":3,"items":{"type":"integer","minimum":1,"maximum":3}}]},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}}},"layerNorm":{"description":"Normalise each place of an image over its channels, and a row of numbers over all of them, then scale and move each channel (Ba et al., 2016).","type":"object","additionalProperties":false,"properties":{"epsilon":{"description":"Added to the variance.","type":"number","exclusiveMinimum":0,"default":0.001},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}}},"groupNorm":{"description":"Normalise each image separately, one group of neighbouring channels at a time, then scale and move each channel (Wu and He, 2018). It does not depend on the batch size.","type":"object","additionalProperties":false,"properties":{"groups":{"description":"Number of groups, which the number of channels has to be a multiple of.","type":"integer","minimum":1,"maximum":65536,"default":32},"epsilon":{"description":"Added to the variance.","type":"number","exclusiveMinimum":0,"default":0.001},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}}},"squeezeExcite":{"description":"Multiply each channel by a number from 0 to 1 that follows from the means of all of them, through a dense layer with relu and one with sigmoid (Hu et al., 2018).","type":"object","additionalProperties":false,"properties":{"ratio":{"description":"The first of the two dense layers has channels / ratio units, rounded down, at least 1.","type":"integer","minimum":1,"maximum":65536,"default":16},"units":{"description":"Units of the first of the two dense layers, in place of ratio.","examples":[8],"type":["null","integer"],"minimum":1,"maximum":65536,"default":null},"activation":{"description":"Behind the first of the two dense layers.","enum":["relu","swish"],"default":"relu"},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"l1":{"$ref":"#/definitions/l1","default":0},"l2":{"$ref":"#/definitions/l2","default":0},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}}},"spatialDropout":{"description":"Set a random fraction of the channels to 0 while training, each for a whole image, and scale up the rest. Keras's SpatialDropout2D.","examples":[0.2],"anyOf":[{"$ref":"#/definitions/dropoutRate"},{"type":"object","additionalProperties":false,"required":["rate"],"properties":{"rate":{"$ref":"#/definitions/dropoutRate"},"name":{"$ref":"#/definitions/layerName"}}}]},"gaussianNoise":{"description":"Add normally distributed noise while training.","examples":[0.1],"anyOf":[{"$ref":"#/definitions/noiseDeviation"},{"type":"object","additionalProperties":false,"required":["stddev"],"properties":{"stddev":{"$ref":"#/definitions/noiseDeviation"},"name":{"$ref":"#/definitions/layerName"}}}]},"noiseDeviation":{"description":"Standard deviation of the noise.","examples":[0.1],"type":"number","minimum":0},"layerName":{"description":"Name of the layer in tables, messages and the model's weights; each name is used once. The default is kind and number: conv_1.","examples":["stem"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]{0,63}$"},"trainable":{"description":"false: its weights stay as they begin.","type":"boolean"},"kernelInitializer":{"description":"Initial values of the kernel, as in Keras; biases start at 0.","enum":["glorotUniform","glorotNormal","heUniform","heNormal","lecunUniform","lecunNormal","randomUniform","randomNormal","truncatedNormal","zeros","ones"]},"l1":{"description":"Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).","type":"number","minimum":0},"l2":{"description":"Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).","type":"number","minimum":0},"train":{"description":"How the network is trained.","type":"object","additionalProperties":false,"default":{},"properties":{"epochs":{"description":"Passes over the training images.","type":"integer","minimum":1,"maximum":1000000,"default":10},"optimizer":{"description":"A bare word (adam) or one key with its settings (adam: { learningRate: 0.001 }).","default":"adam","anyOf":[{"enum":["adam","adamW","sgd","rmsprop","adagrad","adadelta","adamax","nadam","lion"],"type":"string"},{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"adam":{"$ref":"#/definitions/adam"},"adamW":{"$ref":"#/definitions/adamW"},"sgd":{"$ref":"#/definitions/sgd"},"rmsprop":{"$ref":"#/definitions/rmsprop"},"adagrad":{"$ref":"#/definitions/adagrad"},"adadelta":{"$ref":"#/definitions/adadelta"},"adamax":{"$ref":"#/definitions/adamax"},"nadam":{"$ref":"#/definitions/nadam"},"lion":{"$ref":"#/definitions/lion"}}}]},"schedule":{"description":"How the learning rate changes from the optimizer's learningRate. A bare word (cosine) or one key with its settings (cosine: { warmup: 1 }).","default":"constant","anyOf":[{"enum":["constant","cosine","oneCycle","plateau"],"type":"string"},{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"constant":{"$ref":"#/definitions/constant"},"step":{"$ref":"#/definitions/step"},"exponential":{"$ref":"#/definitions/exponential"},"cosine":{"$ref":"#/definitions/cosine"},"oneCycle":{"$ref":"#/definitions/oneCycle"},"plateau":{"$ref":"#/definitions/plateau"}}}]},"earlyStopping":{"description":"Stop when the validation figure has not improved for some epochs; null trains all epochs. The best weights are kept either way, see evaluate.weights. Needs a validation split.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/earlyStopping"}]},"maxMinutes":{"description":"Stop after the epoch in which training has taken this many minutes; null sets no limit. Another machine may stop after another epoch.","type":["null","number"],"exclusiveMinimum":0,"default":null},"checkpoint":{"description":"Save the state of the training, so that exp resume continues from it to the same bits. null saves none.","default":{},"anyOf":[{"type":"null"},{"$ref":"#/definitions/checkpoint"}]},"loss":{"description":"What training minimises. history.csv and the report always show the plain cross-entropy, so that training and held-out images can be compared.","default":"crossEntropy","anyOf":[{"enum":["crossEntropy","focal"],"type":"string"},{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"crossEntropy":{"$ref":"#/definitions/crossEntropy"},"focal":{"$ref":"#/definitions/focal"}}}]},"classWeights":{"description":"Weight of each image's loss by its class (class_weight): balanced for images / (classes × images of the class), or a number per class, 1 where there is none. Where classes are of unequal size this moves the threshold, not the ranking of the images, and gives the probabilities that equal classes would have: wrong ones where the images to be predicted are as unequal as the training (log loss 0.34 against 0.20). null, and a threshold chosen on validation images, is usually better.","examples":["balanced"],"default":null,"anyOf":[{"type":"null"},{"const":"balanced"},{"description":"A number for each class, 1 where there is none.","type":"object","additionalProperties":{"type":"number","exclusiveMinimum":0,"maximum":1000000}}]},"sampling":{"description":"natural: an epoch is every training image once. balanced: as many images, as often of one class as of another; images of small classes come several times, each time augmented differently. It changes the probabilities as classWeights does. The second image of mixup and cutmix is drawn from all images.","enum":["natural","balanced"],"default":"natural"},"gradientClip":{"description":"Clip gradients. norm: scale all gradients together to at most this norm (global_clipnorm, clip_grad_norm_). value: clip each value to at most this size (clipvalue). null does neither.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/gradientClip"}],"examples":[{"norm":1}]},"averageWeights":{"description":"Keep a moving average of the weights, and evaluate and save the network with it (use_ema). null evaluates the weights themselves.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/averageWeights"}],"examples":[{"decay":0.99}]},"accumulate":{"description":"Batches whose gradients are accumulated for one update of the weights, as if they were one batch (gradient_accumulation_steps); batchNorm still normalises each batch separately. The batches that remain at the end of an epoch make an update of their own.","type":"integer","minimum":1,"maximum":100000,"default":1}}},"learningRate":{"description":"Size of an optimizer step.","examples":[0.001],"type":"number","exclusiveMinimum":0},"weightDecay":{"description":"Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.","examples":[0.004],"type":"number","minimum":0,"maximum":1},"adam":{"description":"Adam, Kingma and Ba 2015.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"beta1":{"description":"Decay of the mean of the gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the mean of the squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.999},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}},"earlyStopping":{"description":"When to stop, as in Keras's EarlyStopping.","type":"object","additionalProperties":false,"properties":{"monitor":{"description":"The figure of the validation split that has to improve: the loss has to fall, the others to rise. f1 and auc are means over the classes.","enum":["loss","accuracy","balancedAccuracy","f1","auc"],"default":"loss"},"patience":{"description":"Epochs without a better figure after which training stops.","type":"integer","minimum":1,"maximum":1000000,"default":5},"minDelta":{"description":"How much better than the best the figure has to be to count as improved (min_delta).","type":"number","minimum":0,"default":0}},"examples":[{"patience":5}]},"checkpoint":{"description":"How often the state of the training is saved, in checkpoints/ of the run's folder.","type":"object","additionalProperties":false,"properties":{"everyEpochs":{"description":"Save a checkpoint after every this many epochs; null means as often as takes less than 2 % of the time.","type":["null","integer"],"minimum":1,"maximum":1000000,"default":null},"everyMinutes":{"description":"Also within an epoch, once this many minutes have passed since the last checkpoint; null never.","type":["null","number"],"exclusiveMinimum":0,"default":10},"keep":{"description":"How many of the latest checkpoints are kept, in case one is damaged; only the last one once the run is finished.","type":"integer","minimum":1,"maximum":1000,"default":2}},"examples":[{"everyEpochs":1}]},"sgd":{"description":"Gradient descent, with momentum where it is above 0.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.01},"momentum":{"description":"Share of the previous step that is added to this one.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0},"nesterov":{"description":"Look ahead along the momentum before taking the gradient.","type":"boolean","default":false},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}},"rmsprop":{"description":"RMSprop, Tieleman and Hinton 2012.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"rho":{"description":"Decay of the mean of the squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"momentum":{"description":"Share of the previous step that is added to this one.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}},"adamW":{"description":"Adam with weights that decay, Loshchilov and Hutter 2019.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0.004},"beta1":{"description":"Decay of the mean of the gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the mean of the squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.999},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7}}},"adagrad":{"description":"Adagrad, Duchi, Hazan and Singer 2011.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"initialAccumulator":{"description":"Initial value of the sum of squared gradients (initial_accumulator_value).","type":"number","minimum":0,"default":0.1},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}},"adadelta":{"description":"Adadelta, Zeiler 2012. Its learning rate is about 1; 0.001 is the default of Keras.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"rho":{"description":"Decay of the mean of the squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.95},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}},"adamax":{"description":"Adamax, Kingma and Ba 2015.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"beta1":{"description":"Decay of the mean of the gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the largest gradient so far.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.999},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}},"nadam":{"description":"Adam with Nesterov momentum, Dozat 2015.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"beta1":{"description":"Decay of the mean of the gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the mean of the squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.999},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}},"lion":{"description":"Lion, Chen et al. 2023: every weight moves by the learning rate itself, which is three to ten times smaller than Adam's.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"beta1":{"description":"Share of the mean of the gradients in the direction of a step.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the mean of the gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.99},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}},"constant":{"description":"The same learning rate from the first step to the last.","type":"object","additionalProperties":false,"properties":{}},"step":{"description":"Multiplies the rate by a factor after every this many epochs (StepLR; ExponentialDecay with staircase).","type":"object","additionalProperties":false,"properties":{"every":{"description":"Epochs from one change to the next.","type":"integer","minimum":1,"maximum":1000000},"factor":{"description":"Factor by which the rate is multiplied.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.1}},"required":["every"],"examples":[{"every":10}]},"exponential":{"description":"Falls at every step, by the same factor for every this many epochs (ExponentialDecay, ExponentialLR).","type":"object","additionalProperties":false,"properties":{"factor":{"description":"Factor by which the rate is multiplied.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1},"every":{"description":"Number of epochs in which the rate falls by the factor.","type":"number","exclusiveMinimum":0,"maximum":1000000,"default":1}},"required":["factor"],"examples":[{"factor":0.9}]},"cosine":{"description":"Falls at every step along half a cosine, to the last step of the training (CosineDecay, CosineAnnealingLR).","type":"object","additionalProperties":false,"properties":{"warmup":{"description":"Epochs in which the rate rises from 0 to the optimizer's, before it falls.","type":"number","minimum":0,"maximum":1000000,"default":0},"final":{"description":"The learning rate that it falls to (eta_min).","type":"number","minimum":0,"default":0}}},"oneCycle":{"description":"Rises to the optimizer's learning rate, which is the highest, and falls far below its start; at every step, along cosines (OneCycleLR of PyTorch, without its momentum).","type":"object","additionalProperties":false,"properties":{"pctStart":{"description":"Share of the steps in which it rises.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.3},"divFactor":{"description":"It begins with the highest rate divided by this.","type":"number","exclusiveMinimum":0,"default":25},"finalDivFactor":{"description":"It ends with the first rate divided by this.","type":"number","exclusiveMinimum":0,"default":10000}}},"plateau":{"description":"Multiplies the rate by a factor whenever the validation loss has not improved for a while (ReduceLROnPlateau). Needs validation images.","type":"object","additionalProperties":false,"properties":{"factor":{"description":"Factor by which the rate is multiplied.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.1},"patience":{"description":"Epochs without improvement before that.","type":"integer","minimum":0,"maximum":1000000,"default":10},"minDelta":{"description":"How much the loss has to fall to count as improved (min_delta).","type":"number","minimum":0,"default":0.0001},"cooldown":{"description":"Epochs after a change that are not counted.","type":"integer","minimum":0,"maximum":1000000,"default":0},"final":{"description":"The learning rate below which it never falls (min_lr).","type":"number","minimum":0,"default":0}}},"crossEntropy":{"description":"The cross-entropy; binary where there is one score.","type":"object","additionalProperties":false,"properties":{"labelSmoothing":{"description":"Share of each label that is spread evenly over all classes (label_smoothing).","type":"number","minimum":0,"exclusiveMaximum":1,"default":0}}},"focal":{"description":"The focal cross-entropy (Lin et al. 2017) without weights of classes: images that are already classified clearly count less. On classes of unequal size it keeps the ranking of the images and makes the probabilities worse (log loss 0.27 against 0.20).","type":"object","additionalProperties":false,"properties":{"gamma":{"description":"How much less; 0 is the cross-entropy.","type":"number","minimum":0,"maximum":100,"default":2},"labelSmoothing":{"description":"Share of each label that is spread evenly over all classes (label_smoothing).","type":"number","minimum":0,"exclusiveMaximum":1,"default":0}}},"gradientClip":{"description":"One of the two.","type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"norm":{"description":"Longest length of all gradients together.","type":"number","exclusiveMinimum":0},"value":{"description":"Largest size of each number in a gradient.","type":"number","exclusiveMinimum":0}},"examples":[{"norm":1}]},"averageWeights":{"description":"An exponential moving average.","type":"object","additionalProperties":false,"properties":{"decay":{"description":"Share of the average that an update keeps; the rest comes from the new weights (ema_momentum).","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.99}},"examples":[{"decay":0.99}]},"evaluate":{"description":"What is reported about the trained network.","type":"object","additionalProperties":false,"default":{},"properties":{"weights":{"description":"Which weights are evaluated and saved: those of the last epoch, or those of the best, which has the lowest validation loss or the best figure of train.earlyStopping. null means best where there is a validation split, otherwise last.","enum":[null,"best","last"],"default":null},"positiveClass":{"description":"The class to detect, of two; null means the second by name. Sensitivity, specificity and the ROC curve are of this class.","type":["null","string"],"minLength":1,"default":null},"sensitivity":{"description":"Sensitivity that the positive class should reach, of two classes: the highest threshold that reaches it is chosen on the validation images, if there are any, and evaluated on the test images.","type":["null","number"],"exclusiveMinimum":0,"maximum":1,"default":null},"specificity":{"description":"Specificity that should be reached, instead of a sensitivity: the lowest threshold that reaches it is chosen and evaluated in the same way.","type":["null","number"],"exclusiveMinimum":0,"maximum":1,"default":null},"charts":{"description":"The charts that are drawn; null means those that suit the run: ROC and precision-recall curves up to ten classes, confused pairs from three, the learning rate where it changes, what earlyStopping monitors where it is neither loss nor accuracy.","examples":[["accuracy","loss","confusion-matrix"]],"type":["null","array"],"items":{"enum":["accuracy","loss","monitored","learning-rate","confusion-matrix","roc","precision-recall","calibration","class-scores","class-distribution","confused-pairs"]},"minItems":1,"maxItems":10,"default":null},"split":{"description":"Which split is judged. Without it test, where there is one; validation leaves the test images unseen, as the trials of a search do.","enum":["validation","test"]},"pictures":{"description":"Pictures in each gallery of the report (mistakes, and right predictions), each beside a heat map of what spoke for the predicted class (Grad-CAM); 0 makes none. They stay in the run's folder, not in git.","type":"integer","minimum":0,"maximum":20,"default":12},"perGroup":{"description":"How the predictions for the images of a group, such as a patient, are combined. mean: the mean of their probabilities; a group with images of several classes is left out. max, for two classes: the largest probability of the positive class; a group is positive if any of its images is.","enum":["mean","max"],"default":"mean"},"prevalence":{"description":"Prevalence of the positive class where the network is to be used, for two classes: exp paper reports predictive values and net benefit at this prevalence, too. null reports them for the evaluated images only.","examples":[0.01],"type":["null","number"],"exclusiveMinimum":0,"exclusiveMaximum":1,"default":null},"resamples":{"description":"Bootstrap resamples behind the confidence intervals; 0 omits the intervals. Groups (patients) are resampled whole.","type":"integer","minimum":0,"maximum":100000,"default":1000},"confusionMatrix":{"description":"How the confusion matrix is drawn.","type":"object","additionalProperties":false,"default":{},"properties":{"rows":{"description":"What the rows show; the columns show the other.","enum":["predicted","actual"],"default":"actual"},"normalise":{"description":"What shares and colours are relative to: the images of the actual class, those predicted as the class, or all. none: counts only.","enum":["actual","predicted","all","none"],"default":"actual"}}}}},"engine":{"description":"How TensorFlow is run.","type":"object","additionalProperties":false,"default":{},"properties":{"threads":{"description":"Threads of TensorFlow; null means one per core. Another number gives other bits and other dropout masks.","type":["null","integer"],"minimum":1,"maximum":1024,"default":null},"recorded":{"description":"Run each step as one TensorFlow function, recorded at the first step. false runs it operation by operation: slower, and equal up to the last bits.","type":"boolean","default":true},"oneDnn":{"description":"Use Intel's oneDNN for convolutions, pooling and matrix products. false is slower on most processors and gives other bits.","type":"boolean","default":true},"device":{"description":"What computes: cpu, an NVIDIA gpu, or auto, which takes the GPU where there is one and TensorFlow's CUDA build is there (exp doctor --fetch --gpu). They give other bits.","enum":["auto","cpu","gpu"],"default":"auto"},"deterministic":{"description":"On a GPU, compute so that two runs on one machine give the same bits. false is faster there, and the bits differ from run to run. A CPU always gives the same.","type":"boolean","default":true},"tf32":{"description":"On a GPU, let convolutions and matrix products round their inputs to 10 bits (TensorFloat-32, cards since 2020): faster. false keeps 23 bits, as on a CPU.","type":"boolean","default":true},"precision":{"description":"Numbers of a training step. mixed_bfloat16, as in Keras, computes convolutions and what follows them (activations, pools, dense layers) in 16 bits and keeps the weights, their updates and the losses in 32: up to twice as fast on processors that have bfloat16 (AVX512_BF16, AMX). Validation, test and the saved model are float32 either way.","enum":["float32","mixed_bfloat16"],"default":"float32"}}}},"properties":{"seed":{"description":"Start of every random stream of the run: initial weights, split, order of images, dropout. The same seed gives the same bits.","type":"integer","minimum":0,"maximum":2147483647,"default":1},"data":{"$ref":"#/definitions/data"},"model":{"$ref":"#/definitions/model"},"train":{"$ref":"#/definitions/train"},"evaluate":{"$ref":"#/definitions/evaluate"},"engine":{"$ref":"#/definitions/engine"}},"required":["data","model"]};
const schema1 = {"description":"Where the images are and how they are read.","type":"object","additionalProperties":false,"properties":{"train":{"description":"The training images: a folder with one sub-folder per class, or a CSV or TSV file with a row for each image (see labels). Relative to the experiment file.","type":"string","format":"path","minLength":1},"validation":{"description":"The validation images, a folder or a table as in train, evaluated after each epoch. Same classes as train.","type":["null","string"],"format":"path","minLength":1,"default":null},"test":{"description":"The test images, a folder or a table as in train, used for the final figures and the confusion matrix. Same classes as train.","type":["null","string"],"format":"path","minLength":1,"default":null},"labels":{"description":"How tables of labels are read, where train is a CSV or TSV file, and what DICOM headers tell of an image. null means columns called file and label.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/labels"}]},"exclude":{"description":"Patterns of files to skip, such as masks beside images. A pattern without a slash is matched against names of files and folders, one with a slash against the path from the folder of the split or of the table's images. * ? [a-z] {jpg,png} **; case-sensitive.","type":"array","items":{"type":"string","minLength":1},"default":[],"examples":[["*_mask.png","previews/**"]]},"include":{"description":"Patterns of the files to take; all others are skipped. Written as in exclude, which goes first. An empty list takes all.","type":"array","items":{"type":"string","minLength":1},"default":[],"examples":[["*.png"]]},"links":{"description":"Which symbolic links are followed: those that end inside the folder of the split, or all of them (DVC, git-annex and Hugging Face keep files elsewhere and link to them).","enum":["inside","follow"],"default":"inside"},"split":{"description":"Take validation and test images out of train, and say which images belong together.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/split"}]},"targetSize":{"description":"[height, width] in pixels to which every image is resized.","type":"array","items":{"type":"integer","minimum":1,"maximum":4096},"minItems":2,"maxItems":2,"default":[200,200]},"resize":{"description":"How an image of another aspect ratio is fitted: stretch it; crop its middle; pad it with the background, or black where there is none; or padEdge, repeating its outermost pixels.","enum":["stretch","crop","pad","padEdge"],"default":"stretch"},"background":{"description":"The colour put behind transparent images: black, white or one such as \"#f0f0f0\", in quotes. none drops the transparency and keeps the pixels' own colours.","examples":["white","#f0f0f0"],"type":"string","pattern":"^(none|black|white|#[0-9a-fA-F]{6})$","default":"none"},"colour":{"description":"Read images as one grey channel or as three colour channels.","enum":["grey","rgb"],"default":"rgb"},"depth":{"description":"Bits of each value of a pixel from the file to the network. 16 keeps what files of more than 8 bits (PNG, TIFF, PGM, DICOM) tell apart; images take twice the room. It changes nothing else: values that the network is given are in the same range, and an image of 8 bits is the same image.","enum":[8,16],"default":8},"batchSize":{"description":"Images in one training step.","type":"integer","minimum":1,"maximum":65536,"default":32},"damaged":{"description":"What to do with a file that cannot be used: skip and name it, or stop the run.","enum":["exclude","fail"],"default":"exclude"},"maxPixels":{"description":"Images of more pixels are skipped as a protection against files that unpack to gigabytes; the default is Pillow's. Large images are decoded one at a time.","type":"integer","minimum":1,"maximum":1000000000,"default":178956970},"range":{"description":"Which values of images of more than 8 bits become black and white: full, all that the file's bits allow; used, each image's own lowest and highest; or two values as they are stored, such as [0, 4095] for 12 bits in a 16-bit file. Images of 8 bits are as they are.","examples":[[0,4095]],"default":"full","anyOf":[{"description":"The stored values that become black and white.","type":"array","items":{"type":"number"},"minItems":2,"maxItems":2},{"enum":["full","used"]}]},"dicom":{"$ref":"#/definitions/dicom","default":{}},"leaks":{"description":"What to do about images that are in two splits (the same pixels, nearly the same, or of one group) or that have two labels: name them, stop the run, or do not look.","enum":["warn","fail","ignore"],"default":"warn"},"preprocess":{"$ref":"#/definitions/preprocess","default":{}},"augment":{"description":"Change the training images at random, differently in each epoch. The other splits and predictions are never augmented.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/augment"}]}},"required":["train"],"examples":[{"train":"data/train","test":"data/test"}]};
const func0 = Object.prototype.hasOwnProperty;
const func1 = require("ajv/dist/runtime/ucs2length").default;
const schema2 = {"description":"The table of labels, a CSV or TSV file with a header and a row for each image, and what the headers of DICOM files tell.","type":"object","additionalProperties":false,"properties":{"columns":{"description":"Names of the columns that count.","type":"object","additionalProperties":false,"default":{},"properties":{"file":{"description":"Column of the image files, as paths from the folder of images.","type":"string","minLength":1,"default":"file"},"label":{"description":"Column of the classes.","type":"string","minLength":1,"default":"label"},"group":{"description":"Column of what must not be in two splits, such as a patient; null where there is none.","type":["null","string"],"minLength":1,"default":null},"split":{"description":"Column that holds train, validation or test; null where the table does not say.","type":["null","string"],"minLength":1,"default":null},"subgroups":{"description":"Further columns to keep for each image, such as view, side or manufacturer: exp paper counts the images and reports figures by their values. The values are stored in the run's list of images, and so in git: do not name a column that identifies a patient.","examples":[["view","side","manufacturer"]],"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true,"maxItems":20,"default":[]}}},"images":{"description":"Folder that the paths in the table start from, relative to the experiment file; null means the table's own folder.","type":["null","string"],"format":"path","minLength":1,"default":null},"extension":{"description":"Extension to append to the names in the table, such as .jpg.","type":"string","default":""},"dicom":{"description":"What is taken from the headers of DICOM files; null for nothing.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/labelsInHeaders"}]}},"examples":[{"columns":{"file":"filename","group":"patient_id"}}]};
const schema3 = {"description":"What the header of each DICOM file tells. Elements go by their names in the standard, such as ViewPosition, or by their numbers, such as (0018,5101). None that tells who a patient is: see split.group for that.","type":"object","additionalProperties":false,"properties":{"label":{"description":"Element that holds the class. train is then a folder whose files are found at any depth, whatever its folders are called; null: the classes are those of folders or of a table.","examples":["SeriesDescription"],"type":["null","string"],"minLength":1,"default":null},"subgroups":{"description":"Elements that the run keeps of each image, as they are, as columns of its list of images: such as laterality, view and manufacturer.","type":"array","items":{"type":"string","minLength":1},"uniqueItems":true,"maxItems":20,"default":[],"examples":[["ImageLaterality","ViewPosition","Manufacturer"]]}},"examples":[{"label":"SeriesDescription"}]};

function validate3(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "label") || (key0 === "subgroups"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema3,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.label !== undefined){
let data0 = data.label;
if((data0 !== null) && (typeof data0 !== "string")){
const err1 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/type",keyword:"type",params:{type: schema3.properties.label.type},schema:schema3.properties.label.type,parentSchema:schema3.properties.label,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(typeof data0 === "string"){
if(func1(data0) < 1){
const err2 = {instancePath:instancePath+"/label",schemaPath:"#/properties/label/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema3.properties.label,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
if(data.subgroups !== undefined){
let data1 = data.subgroups;
if(Array.isArray(data1)){
if(data1.length > 20){
const err3 = {instancePath:instancePath+"/subgroups",schemaPath:"#/properties/subgroups/maxItems",keyword:"maxItems",params:{limit: 20},schema:20,parentSchema:schema3.properties.subgroups,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(func1(data2) < 1){
const err4 = {instancePath:instancePath+"/subgroups/" + i0,schemaPath:"#/properties/subgroups/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema3.properties.subgroups.items,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/subgroups/" + i0,schemaPath:"#/properties/subgroups/items/type",keyword:"type",params:{type: "string"},schema:schema3.properties.subgroups.items.type,parentSchema:schema3.properties.subgroups.items,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err6 = {instancePath:instancePath+"/subgroups",schemaPath:"#/properties/subgroups/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema3.properties.subgroups,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err7 = {instancePath:instancePath+"/subgroups",schemaPath:"#/properties/subgroups/type",keyword:"type",params:{type: "array"},schema:schema3.properties.subgroups.type,parentSchema:schema3.properties.subgroups,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema3.type,parentSchema:schema3,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate3.errors = vErrors;
return errors === 0;
}


function validate2(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "columns") || (key0 === "images")) || (key0 === "extension")) || (key0 === "dicom"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema2,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.columns !== undefined){
let data0 = data.columns;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(((((key1 === "file") || (key1 === "label")) || (key1 === "group")) || (key1 === "split")) || (key1 === "subgroups"))){
const err1 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema2.properties.columns,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.file !== undefined){
let data1 = data0.file;
if(typeof data1 === "string"){
if(func1(data1) < 1){
const err2 = {instancePath:instancePath+"/columns/file",schemaPath:"#/properties/columns/properties/file/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema2.properties.columns.properties.file,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/columns/file",schemaPath:"#/properties/columns/properties/file/type",keyword:"type",params:{type: "string"},schema:schema2.properties.columns.properties.file.type,parentSchema:schema2.properties.columns.properties.file,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.label !== undefined){
let data2 = data0.label;
if(typeof data2 === "string"){
if(func1(data2) < 1){
const err4 = {instancePath:instancePath+"/columns/label",schemaPath:"#/properties/columns/properties/label/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema2.properties.columns.properties.label,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/columns/label",schemaPath:"#/properties/columns/properties/label/type",keyword:"type",params:{type: "string"},schema:schema2.properties.columns.properties.label.type,parentSchema:schema2.properties.columns.properties.label,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.group !== undefined){
let data3 = data0.group;
if((data3 !== null) && (typeof data3 !== "string")){
const err6 = {instancePath:instancePath+"/columns/group",schemaPath:"#/properties/columns/properties/group/type",keyword:"type",params:{type: schema2.properties.columns.properties.group.type},schema:schema2.properties.columns.properties.group.type,parentSchema:schema2.properties.columns.properties.group,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data3 === "string"){
if(func1(data3) < 1){
const err7 = {instancePath:instancePath+"/columns/group",schemaPath:"#/properties/columns/properties/group/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema2.properties.columns.properties.group,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data0.split !== undefined){
let data4 = data0.split;
if((data4 !== null) && (typeof data4 !== "string")){
const err8 = {instancePath:instancePath+"/columns/split",schemaPath:"#/properties/columns/properties/split/type",keyword:"type",params:{type: schema2.properties.columns.properties.split.type},schema:schema2.properties.columns.properties.split.type,parentSchema:schema2.properties.columns.properties.split,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(typeof data4 === "string"){
if(func1(data4) < 1){
const err9 = {instancePath:instancePath+"/columns/split",schemaPath:"#/properties/columns/properties/split/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema2.properties.columns.properties.split,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data0.subgroups !== undefined){
let data5 = data0.subgroups;
if(Array.isArray(data5)){
if(data5.length > 20){
const err10 = {instancePath:instancePath+"/columns/subgroups",schemaPath:"#/properties/columns/properties/subgroups/maxItems",keyword:"maxItems",params:{limit: 20},schema:20,parentSchema:schema2.properties.columns.properties.subgroups,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func1(data6) < 1){
const err11 = {instancePath:instancePath+"/columns/subgroups/" + i0,schemaPath:"#/properties/columns/properties/subgroups/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema2.properties.columns.properties.subgroups.items,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/columns/subgroups/" + i0,schemaPath:"#/properties/columns/properties/subgroups/items/type",keyword:"type",params:{type: "string"},schema:schema2.properties.columns.properties.subgroups.items.type,parentSchema:schema2.properties.columns.properties.subgroups.items,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
let i1 = data5.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data5[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err13 = {instancePath:instancePath+"/columns/subgroups",schemaPath:"#/properties/columns/properties/subgroups/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema2.properties.columns.properties.subgroups,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err14 = {instancePath:instancePath+"/columns/subgroups",schemaPath:"#/properties/columns/properties/subgroups/type",keyword:"type",params:{type: "array"},schema:schema2.properties.columns.properties.subgroups.type,parentSchema:schema2.properties.columns.properties.subgroups,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/columns",schemaPath:"#/properties/columns/type",keyword:"type",params:{type: "object"},schema:schema2.properties.columns.type,parentSchema:schema2.properties.columns,data:data0};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.images !== undefined){
let data7 = data.images;
if((data7 !== null) && (typeof data7 !== "string")){
const err16 = {instancePath:instancePath+"/images",schemaPath:"#/properties/images/type",keyword:"type",params:{type: schema2.properties.images.type},schema:schema2.properties.images.type,parentSchema:schema2.properties.images,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(typeof data7 === "string"){
if(func1(data7) < 1){
const err17 = {instancePath:instancePath+"/images",schemaPath:"#/properties/images/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema2.properties.images,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.extension !== undefined){
let data8 = data.extension;
if(typeof data8 !== "string"){
const err18 = {instancePath:instancePath+"/extension",schemaPath:"#/properties/extension/type",keyword:"type",params:{type: "string"},schema:schema2.properties.extension.type,parentSchema:schema2.properties.extension,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.dicom !== undefined){
let data9 = data.dicom;
const _errs22 = errors;
let valid5 = false;
const _errs23 = errors;
if(data9 !== null){
const err19 = {instancePath:instancePath+"/dicom",schemaPath:"#/properties/dicom/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema2.properties.dicom.anyOf[0].type,parentSchema:schema2.properties.dicom.anyOf[0],data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid0 = _errs23 === errors;
valid5 = valid5 || _valid0;
if(!valid5){
const _errs25 = errors;
if(!(validate3(data9, {instancePath:instancePath+"/dicom",parentData:data,parentDataProperty:"dicom",rootData}))){
vErrors = vErrors === null ? validate3.errors : joined(vErrors, validate3.errors);
errors = vErrors.length;
}
var _valid0 = _errs25 === errors;
valid5 = valid5 || _valid0;
}
if(!valid5){
const err20 = {instancePath:instancePath+"/dicom",schemaPath:"#/properties/dicom/anyOf",keyword:"anyOf",params:{},schema:schema2.properties.dicom.anyOf,parentSchema:schema2.properties.dicom,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
errors = _errs22;
if(vErrors !== null){
if(_errs22){
vErrors.length = _errs22;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema2.type,parentSchema:schema2,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate2.errors = vErrors;
return errors === 0;
}

const schema4 = {"description":"Fractions of each class, or one fold of several, drawn with the experiment's seed.","type":"object","additionalProperties":false,"properties":{"validation":{"description":"Fraction of the images that becomes the validation split.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0},"test":{"description":"Fraction of the images that becomes the test split.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0},"stratify":{"description":"Keep the share of each class the same in every split.","type":"boolean","default":true},"group":{"description":"What must not be in two splits, such as a patient. A regular expression (RE2) finds it in a file's name: its capturing group; if it contains a slash, it is matched against the path from the folder of the split. { dicom: PatientID } takes it from the header of each DICOM file, and a run then knows it by a salted hash alone.","examples":["^patient(\\d+)_"],"default":null,"anyOf":[{"type":"null"},{"description":"Of the file's name.","type":"string","minLength":1,"maxLength":500},{"$ref":"#/definitions/groupInHeader"}]},"folds":{"description":"Split the images into this many folds of equal size, one of which is the test split; null for no folds.","type":["null","integer"],"minimum":2,"maximum":1000,"default":null},"fold":{"description":"Which of the folds is the test split, from 1.","type":"integer","minimum":1,"maximum":1000,"default":1},"seed":{"description":"Seed of what is drawn; without one the experiment's own, so that another seed of the run deals the images anew.","type":"integer","minimum":0,"maximum":2147483647}},"examples":[{"validation":0.15,"test":0.15}]};
const schema5 = {"description":"An element of the DICOM header that tells what belongs together.","type":"object","additionalProperties":false,"required":["dicom"],"properties":{"dicom":{"description":"Its name in the standard, such as PatientID, or its number, such as (0010,0020).","examples":["PatientID"],"type":"string","minLength":1}}};

function validate7(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dicom === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "dicom"},schema:schema5.required,parentSchema:schema5,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "dicom")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema5,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.dicom !== undefined){
let data0 = data.dicom;
if(typeof data0 === "string"){
if(func1(data0) < 1){
const err2 = {instancePath:instancePath+"/dicom",schemaPath:"#/properties/dicom/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema5.properties.dicom,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/dicom",schemaPath:"#/properties/dicom/type",keyword:"type",params:{type: "string"},schema:schema5.properties.dicom.type,parentSchema:schema5.properties.dicom,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema5.type,parentSchema:schema5,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate7.errors = vErrors;
return errors === 0;
}


function validate6(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "validation") || (key0 === "test")) || (key0 === "stratify")) || (key0 === "group")) || (key0 === "folds")) || (key0 === "fold")) || (key0 === "seed"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.validation !== undefined){
let data0 = data.validation;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema4.properties.validation,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 >= 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema4.properties.validation,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/type",keyword:"type",params:{type: "number"},schema:schema4.properties.validation.type,parentSchema:schema4.properties.validation,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.test !== undefined){
let data1 = data.test;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/test",schemaPath:"#/properties/test/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema4.properties.test,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 >= 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/test",schemaPath:"#/properties/test/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema4.properties.test,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/test",schemaPath:"#/properties/test/type",keyword:"type",params:{type: "number"},schema:schema4.properties.test.type,parentSchema:schema4.properties.test,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.stratify !== undefined){
let data2 = data.stratify;
if(typeof data2 !== "boolean"){
const err7 = {instancePath:instancePath+"/stratify",schemaPath:"#/properties/stratify/type",keyword:"type",params:{type: "boolean"},schema:schema4.properties.stratify.type,parentSchema:schema4.properties.stratify,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.group !== undefined){
let data3 = data.group;
const _errs9 = errors;
let valid1 = false;
const _errs10 = errors;
if(data3 !== null){
const err8 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema4.properties.group.anyOf[0].type,parentSchema:schema4.properties.group.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs12 = errors;
if(typeof data3 === "string"){
if(func1(data3) > 500){
const err9 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/anyOf/1/maxLength",keyword:"maxLength",params:{limit: 500},schema:500,parentSchema:schema4.properties.group.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func1(data3) < 1){
const err10 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/anyOf/1/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema4.properties.group.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/anyOf/1/type",keyword:"type",params:{type: "string"},schema:schema4.properties.group.anyOf[1].type,parentSchema:schema4.properties.group.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs14 = errors;
if(!(validate7(data3, {instancePath:instancePath+"/group",parentData:data,parentDataProperty:"group",rootData}))){
vErrors = vErrors === null ? validate7.errors : joined(vErrors, validate7.errors);
errors = vErrors.length;
}
var _valid0 = _errs14 === errors;
valid1 = valid1 || _valid0;
}
}
if(!valid1){
const err12 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/anyOf",keyword:"anyOf",params:{},schema:schema4.properties.group.anyOf,parentSchema:schema4.properties.group,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
if(data.folds !== undefined){
let data4 = data.folds;
if((data4 !== null) && (!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4))))){
const err13 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/type",keyword:"type",params:{type: schema4.properties.folds.type},schema:schema4.properties.folds.type,parentSchema:schema4.properties.folds,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1000 || isNaN(data4)){
const err14 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema4.properties.folds,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data4 < 2 || isNaN(data4)){
const err15 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},schema:2,parentSchema:schema4.properties.folds,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.fold !== undefined){
let data5 = data.fold;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err16 = {instancePath:instancePath+"/fold",schemaPath:"#/properties/fold/type",keyword:"type",params:{type: "integer"},schema:schema4.properties.fold.type,parentSchema:schema4.properties.fold,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1000 || isNaN(data5)){
const err17 = {instancePath:instancePath+"/fold",schemaPath:"#/properties/fold/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema4.properties.fold,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err18 = {instancePath:instancePath+"/fold",schemaPath:"#/properties/fold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema4.properties.fold,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.seed !== undefined){
let data6 = data.seed;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err19 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},schema:schema4.properties.seed.type,parentSchema:schema4.properties.seed,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 2147483647 || isNaN(data6)){
const err20 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},schema:2147483647,parentSchema:schema4.properties.seed,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err21 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema4.properties.seed,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema4.type,parentSchema:schema4,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate6.errors = vErrors;
return errors === 0;
}

const schema6 = {"description":"How DICOM files are shown. Grey values go through the modality's slope or table, then the window, and MONOCHROME1 is inverted, all before they become 8 bits.","type":"object","additionalProperties":false,"properties":{"window":{"description":"Which values become black and white: file, the file's own table (VOI LUT) or its first window with its function, and data.range where it has none; range, data.range in every file; or a window of your own as [center, width], in the values that the modality's slope gives, such as Hounsfield units.","examples":[[40,400]],"default":"file","anyOf":[{"description":"Center and width, as in the file's Window Center and Window Width.","type":"array","items":{"type":"number"},"minItems":2,"maxItems":2},{"enum":["file","range"]}]},"frame":{"description":"Which frame of a file with several is the image: first, middle, or its number from 1 (a file with fewer is skipped). With all, each frame is an image of its own, with the file's label and its row of a table, called as the file with #1, #2 and so on behind it; a row of a table may name one alone, scan.dcm#3; frames of one file are never in two splits, for the file is their group where nothing else is. Other formats with several pages are not meant: of those the first is used.","examples":["middle","all"],"default":"first","anyOf":[{"description":"Its number, from 1.","type":"integer","minimum":1,"maximum":1000000},{"description":"The first, the one in the middle, or every one.","enum":["first","middle","all"]}]}},"examples":[{"window":[40,400]}]};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "window") || (key0 === "frame"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.window !== undefined){
let data0 = data.window;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(Array.isArray(data0)){
if(data0.length > 2){
const err1 = {instancePath:instancePath+"/window",schemaPath:"#/properties/window/anyOf/0/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema6.properties.window.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.length < 2){
const err2 = {instancePath:instancePath+"/window",schemaPath:"#/properties/window/anyOf/0/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema6.properties.window.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/window/" + i0,schemaPath:"#/properties/window/anyOf/0/items/type",keyword:"type",params:{type: "number"},schema:schema6.properties.window.anyOf[0].items.type,parentSchema:schema6.properties.window.anyOf[0].items,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/window",schemaPath:"#/properties/window/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema6.properties.window.anyOf[0].type,parentSchema:schema6.properties.window.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs8 = errors;
if(!((data0 === "file") || (data0 === "range"))){
const err5 = {instancePath:instancePath+"/window",schemaPath:"#/properties/window/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema6.properties.window.anyOf[1].enum},schema:schema6.properties.window.anyOf[1].enum,parentSchema:schema6.properties.window.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err6 = {instancePath:instancePath+"/window",schemaPath:"#/properties/window/anyOf",keyword:"anyOf",params:{},schema:schema6.properties.window.anyOf,parentSchema:schema6.properties.window,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.frame !== undefined){
let data2 = data.frame;
const _errs10 = errors;
let valid4 = false;
const _errs11 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/frame",schemaPath:"#/properties/frame/anyOf/0/type",keyword:"type",params:{type: "integer"},schema:schema6.properties.frame.anyOf[0].type,parentSchema:schema6.properties.frame.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000000 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/frame",schemaPath:"#/properties/frame/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema6.properties.frame.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/frame",schemaPath:"#/properties/frame/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema6.properties.frame.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid1 = _errs11 === errors;
valid4 = valid4 || _valid1;
if(!valid4){
const _errs13 = errors;
if(!(((data2 === "first") || (data2 === "middle")) || (data2 === "all"))){
const err10 = {instancePath:instancePath+"/frame",schemaPath:"#/properties/frame/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema6.properties.frame.anyOf[1].enum},schema:schema6.properties.frame.anyOf[1].enum,parentSchema:schema6.properties.frame.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid1 = _errs13 === errors;
valid4 = valid4 || _valid1;
}
if(!valid4){
const err11 = {instancePath:instancePath+"/frame",schemaPath:"#/properties/frame/anyOf",keyword:"anyOf",params:{},schema:schema6.properties.frame.anyOf,parentSchema:schema6.properties.frame,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema6.type,parentSchema:schema6,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

const schema7 = {"description":"Applied to every image of every split, and to every image that is predicted, in this order. Statistics are those of the training images, stored with the model.","type":"object","additionalProperties":false,"properties":{"clahe":{"description":"Equalise the contrast region by region (CLAHE, Zuiderveld 1994), as is usual for mammograms. Needs colour: grey.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/clahe"}]},"rescale":{"description":"Multiply every level, 0 to 255 whatever data.depth is, by this (rescale).","type":"number","exclusiveMinimum":0,"default":0.00392156862745098},"samplewiseCenter":{"description":"Subtract each image's own mean (samplewise_center).","type":"boolean","default":false},"samplewiseStd":{"description":"Divide each image by its own standard deviation; samplewiseCenter goes with it (samplewise_std_normalization).","type":"boolean","default":false},"featurewiseCenter":{"description":"Subtract the mean of each channel over the training images (featurewise_center).","type":"boolean","default":false},"featurewiseStd":{"description":"Divide by the standard deviation of each channel over the training images; featurewiseCenter goes with it (featurewise_std_normalization).","type":"boolean","default":false},"zcaWhitening":{"description":"Decorrelate the pixels of the training images (zca_whitening), with featurewiseCenter. For small images: at most 4096 values.","type":"boolean","default":false},"zcaEpsilon":{"description":"Added to the singular values before they divide (zca_epsilon).","type":"number","exclusiveMinimum":0,"default":0.000001}},"examples":[{"featurewiseCenter":true,"featurewiseStd":true}]};
const schema8 = {"description":"Contrast-limited adaptive histogram equalisation, as OpenCV does it.","type":"object","additionalProperties":false,"properties":{"clipLimit":{"description":"A tile's histogram is cut at this many times its mean height; more is more contrast.","type":"number","exclusiveMinimum":0,"maximum":255,"default":2},"tiles":{"$ref":"#/definitions/pair","default":8}},"examples":[{"clipLimit":2,"tiles":8}]};
const schema9 = {"description":"One whole number for both, or [height, width].","examples":[3],"anyOf":[{"type":"integer","minimum":1,"maximum":4096},{"description":"[height, width]","type":"array","items":{"type":"integer","minimum":1,"maximum":4096},"minItems":2,"maxItems":2}]};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "integer"},schema:schema9.anyOf[0].type,parentSchema:schema9.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 4096 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema9.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 1 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema9.anyOf[0],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length > 2){
const err3 = {instancePath,schemaPath:"#/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema9.anyOf[1],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.length < 2){
const err4 = {instancePath,schemaPath:"#/anyOf/1/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema9.anyOf[1],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/type",keyword:"type",params:{type: "integer"},schema:schema9.anyOf[1].items.type,parentSchema:schema9.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 4096 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema9.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema9.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema9.anyOf[1].type,parentSchema:schema9.anyOf[1],data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err9 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema9.anyOf,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate14.errors = vErrors;
return errors === 0;
}


function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "clipLimit") || (key0 === "tiles"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.clipLimit !== undefined){
let data0 = data.clipLimit;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 255 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/clipLimit",schemaPath:"#/properties/clipLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},schema:255,parentSchema:schema8.properties.clipLimit,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 <= 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/clipLimit",schemaPath:"#/properties/clipLimit/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema8.properties.clipLimit,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/clipLimit",schemaPath:"#/properties/clipLimit/type",keyword:"type",params:{type: "number"},schema:schema8.properties.clipLimit.type,parentSchema:schema8.properties.clipLimit,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.tiles !== undefined){
if(!(validate14(data.tiles, {instancePath:instancePath+"/tiles",parentData:data,parentDataProperty:"tiles",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema8.type,parentSchema:schema8,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}


function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "clahe") || (key0 === "rescale")) || (key0 === "samplewiseCenter")) || (key0 === "samplewiseStd")) || (key0 === "featurewiseCenter")) || (key0 === "featurewiseStd")) || (key0 === "zcaWhitening")) || (key0 === "zcaEpsilon"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.clahe !== undefined){
let data0 = data.clahe;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(data0 !== null){
const err1 = {instancePath:instancePath+"/clahe",schemaPath:"#/properties/clahe/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema7.properties.clahe.anyOf[0].type,parentSchema:schema7.properties.clahe.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if(!(validate13(data0, {instancePath:instancePath+"/clahe",parentData:data,parentDataProperty:"clahe",rootData}))){
vErrors = vErrors === null ? validate13.errors : joined(vErrors, validate13.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err2 = {instancePath:instancePath+"/clahe",schemaPath:"#/properties/clahe/anyOf",keyword:"anyOf",params:{},schema:schema7.properties.clahe.anyOf,parentSchema:schema7.properties.clahe,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.rescale !== undefined){
let data1 = data.rescale;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/rescale",schemaPath:"#/properties/rescale/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema7.properties.rescale,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/rescale",schemaPath:"#/properties/rescale/type",keyword:"type",params:{type: "number"},schema:schema7.properties.rescale.type,parentSchema:schema7.properties.rescale,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.samplewiseCenter !== undefined){
let data2 = data.samplewiseCenter;
if(typeof data2 !== "boolean"){
const err5 = {instancePath:instancePath+"/samplewiseCenter",schemaPath:"#/properties/samplewiseCenter/type",keyword:"type",params:{type: "boolean"},schema:schema7.properties.samplewiseCenter.type,parentSchema:schema7.properties.samplewiseCenter,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.samplewiseStd !== undefined){
let data3 = data.samplewiseStd;
if(typeof data3 !== "boolean"){
const err6 = {instancePath:instancePath+"/samplewiseStd",schemaPath:"#/properties/samplewiseStd/type",keyword:"type",params:{type: "boolean"},schema:schema7.properties.samplewiseStd.type,parentSchema:schema7.properties.samplewiseStd,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.featurewiseCenter !== undefined){
let data4 = data.featurewiseCenter;
if(typeof data4 !== "boolean"){
const err7 = {instancePath:instancePath+"/featurewiseCenter",schemaPath:"#/properties/featurewiseCenter/type",keyword:"type",params:{type: "boolean"},schema:schema7.properties.featurewiseCenter.type,parentSchema:schema7.properties.featurewiseCenter,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.featurewiseStd !== undefined){
let data5 = data.featurewiseStd;
if(typeof data5 !== "boolean"){
const err8 = {instancePath:instancePath+"/featurewiseStd",schemaPath:"#/properties/featurewiseStd/type",keyword:"type",params:{type: "boolean"},schema:schema7.properties.featurewiseStd.type,parentSchema:schema7.properties.featurewiseStd,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.zcaWhitening !== undefined){
let data6 = data.zcaWhitening;
if(typeof data6 !== "boolean"){
const err9 = {instancePath:instancePath+"/zcaWhitening",schemaPath:"#/properties/zcaWhitening/type",keyword:"type",params:{type: "boolean"},schema:schema7.properties.zcaWhitening.type,parentSchema:schema7.properties.zcaWhitening,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.zcaEpsilon !== undefined){
let data7 = data.zcaEpsilon;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 <= 0 || isNaN(data7)){
const err10 = {instancePath:instancePath+"/zcaEpsilon",schemaPath:"#/properties/zcaEpsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema7.properties.zcaEpsilon,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/zcaEpsilon",schemaPath:"#/properties/zcaEpsilon/type",keyword:"type",params:{type: "number"},schema:schema7.properties.zcaEpsilon.type,parentSchema:schema7.properties.zcaEpsilon,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema7.type,parentSchema:schema7,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const schema10 = {"description":"Random changes of the training images, made in this order. Each draw follows from the seed, the epoch, the image and the operation alone.","type":"object","additionalProperties":false,"properties":{"rotation":{"description":"Turn by up to this many degrees, either way (rotation_range).","type":"number","minimum":0,"maximum":180,"default":0},"shift":{"$ref":"#/definitions/shift","default":0},"shear":{"description":"Shear by up to this many degrees, either way (shear_range).","type":"number","minimum":0,"exclusiveMaximum":90,"default":0},"zoom":{"description":"Scale the height and the width, each by a factor of its own drawn from [low, high]; above 1 the image becomes smaller (zoom_range). A number z means [1 - z, 1 + z].","examples":[[0.8,1.2]],"default":0,"anyOf":[{"description":"The lowest and the highest factor; above 1 the image becomes smaller.","type":"array","items":{"type":"number","exclusiveMinimum":0,"maximum":10},"minItems":2,"maxItems":2},{"type":"number","minimum":0,"exclusiveMaximum":1}]},"crop":{"description":"Cut a window out at random and stretch it to the whole image.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/crop"}]},"flip":{"description":"Mirror an image with probability 1/2: left to right, top to bottom, or both, each drawn independently (horizontal_flip, vertical_flip).","enum":["none","horizontal","vertical","both"],"default":"none"},"fill":{"description":"What fills the area beyond the edge: the nearest pixel, the constant fillValue, the image mirrored, or its opposite side (fill_mode).","enum":["nearest","constant","reflect","wrap"],"default":"nearest"},"fillValue":{"description":"Level that fill: constant puts in, of 255 (cval).","type":"number","minimum":0,"maximum":255,"default":0},"interpolation":{"description":"How values between pixels are interpolated (interpolation_order 1 and 0).","enum":["bilinear","nearest"],"default":"bilinear"},"blur":{"description":"Blur with a Gaussian whose standard deviation is drawn from 0 to this many pixels.","type":"number","minimum":0,"maximum":10,"default":0},"channelShift":{"description":"Add up to this many levels of 255, either way, held within the image's own darkest and brightest level (channel_shift_range).","type":"number","minimum":0,"maximum":255,"default":0},"brightness":{"description":"Multiply every level by a factor drawn from [low, high] (brightness_range). A number z means [1 - z, 1 + z].","examples":[[0.8,1.2]],"default":0,"anyOf":[{"description":"The lowest and the highest factor.","type":"array","items":{"type":"number","minimum":0,"maximum":10},"minItems":2,"maxItems":2},{"type":"number","minimum":0,"exclusiveMaximum":1}]},"contrast":{"description":"Stretch each channel's levels about their mean by a factor drawn from [low, high]. A number z means [1 - z, 1 + z].","examples":[[0.8,1.2]],"default":0,"anyOf":[{"description":"The lowest and the highest factor.","type":"array","items":{"type":"number","minimum":0,"maximum":10},"minItems":2,"maxItems":2},{"type":"number","minimum":0,"exclusiveMaximum":1}]},"randAugment":{"description":"RandAugment (Cubuk and others 2020): a few operations of its list, drawn for each image.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/randAugment"}]},"noise":{"description":"Add Gaussian noise of this standard deviation to every value, as a share of the full range (0.02 is 5 levels of 255).","type":"number","minimum":0,"maximum":1,"default":0},"saltAndPepper":{"description":"Share of the pixels that become black or white.","type":"number","minimum":0,"maximum":1,"default":0},"erase":{"description":"Random erasing (Zhong and others 2017): a rectangle becomes noise.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/erase"}]},"mixup":{"description":"MixUp (Zhang and others 2018): blend each image and its label with those of another; the share is drawn from Beta(alpha, alpha), and this is alpha. 0 is off, 0.2 is usual.","type":"number","minimum":0,"maximum":10,"default":0},"cutmix":{"description":"CutMix (Yun and others 2019): paste a window of another image, and mix the labels by area; the share is drawn from Beta(alpha, alpha), and this is alpha. 0 is off, 1 is usual. With mixup each image has one of the two.","type":"number","minimum":0,"maximum":10,"default":0}},"examples":[{"rotation":10,"shift":0.05,"flip":"horizontal"}]};
const schema11 = {"description":"Move by up to this much, either way; one value for both, or width and height apart (width_shift_range, height_shift_range).","examples":[0.1],"anyOf":[{"type":"number","minimum":0,"maximum":4096},{"type":"object","additionalProperties":false,"properties":{"width":{"$ref":"#/definitions/distance","default":0},"height":{"$ref":"#/definitions/distance","default":0}}}]};
const schema12 = {"description":"Below 1 a fraction of the size; from 1 pixels, whole ones below n either way where n is whole; or a list of distances of which one is drawn.","examples":[0.1],"anyOf":[{"description":"Distances of which one is drawn.","type":"array","items":{"type":"number","minimum":0,"maximum":4096},"minItems":1,"maxItems":100},{"type":"number","minimum":0,"maximum":4096}]};

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(Array.isArray(data)){
if(data.length > 100){
const err0 = {instancePath,schemaPath:"#/anyOf/0/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema12.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/anyOf/0/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema12.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 4096 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/0/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema12.anyOf[0].items,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/0/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema12.anyOf[0].items,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/0/items/type",keyword:"type",params:{type: "number"},schema:schema12.anyOf[0].items.type,parentSchema:schema12.anyOf[0].items,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema12.anyOf[0].type,parentSchema:schema12.anyOf[0],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs5 = errors;
if((typeof data == "number") && (isFinite(data))){
if(data > 4096 || isNaN(data)){
const err6 = {instancePath,schemaPath:"#/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema12.anyOf[1],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err7 = {instancePath,schemaPath:"#/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema12.anyOf[1],data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "number"},schema:schema12.anyOf[1].type,parentSchema:schema12.anyOf[1],data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err9 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema12.anyOf,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate20.errors = vErrors;
return errors === 0;
}


function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if((typeof data == "number") && (isFinite(data))){
if(data > 4096 || isNaN(data)){
const err0 = {instancePath,schemaPath:"#/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema11.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema11.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "number"},schema:schema11.anyOf[0].type,parentSchema:schema11.anyOf[0],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "width") || (key0 === "height"))){
const err3 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema11.anyOf[1],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.width !== undefined){
if(!(validate20(data.width, {instancePath:instancePath+"/width",parentData:data,parentDataProperty:"width",rootData}))){
vErrors = vErrors === null ? validate20.errors : joined(vErrors, validate20.errors);
errors = vErrors.length;
}
}
if(data.height !== undefined){
if(!(validate20(data.height, {instancePath:instancePath+"/height",parentData:data,parentDataProperty:"height",rootData}))){
vErrors = vErrors === null ? validate20.errors : joined(vErrors, validate20.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema11.anyOf[1].type,parentSchema:schema11.anyOf[1],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err5 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema11.anyOf,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate19.errors = vErrors;
return errors === 0;
}

const schema13 = {"description":"A window of random area and shape, as RandomResizedCrop draws it.","type":"object","additionalProperties":false,"properties":{"area":{"description":"Share of the image's area, [low, high].","type":"array","items":{"type":"number","exclusiveMinimum":0,"maximum":1},"minItems":2,"maxItems":2,"default":[0.8,1]},"ratio":{"description":"Width by height relative to the image's own, [low, high].","type":"array","items":{"type":"number","exclusiveMinimum":0,"maximum":100},"minItems":2,"maxItems":2,"default":[0.75,1.3333333333333333]}},"examples":[{"area":[0.8,1]}]};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "area") || (key0 === "ratio"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.area !== undefined){
let data0 = data.area;
if(Array.isArray(data0)){
if(data0.length > 2){
const err1 = {instancePath:instancePath+"/area",schemaPath:"#/properties/area/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema13.properties.area,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.length < 2){
const err2 = {instancePath:instancePath+"/area",schemaPath:"#/properties/area/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema13.properties.area,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/area/" + i0,schemaPath:"#/properties/area/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},schema:1,parentSchema:schema13.properties.area.items,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/area/" + i0,schemaPath:"#/properties/area/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema13.properties.area.items,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/area/" + i0,schemaPath:"#/properties/area/items/type",keyword:"type",params:{type: "number"},schema:schema13.properties.area.items.type,parentSchema:schema13.properties.area.items,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/area",schemaPath:"#/properties/area/type",keyword:"type",params:{type: "array"},schema:schema13.properties.area.type,parentSchema:schema13.properties.area,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.ratio !== undefined){
let data2 = data.ratio;
if(Array.isArray(data2)){
if(data2.length > 2){
const err7 = {instancePath:instancePath+"/ratio",schemaPath:"#/properties/ratio/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema13.properties.ratio,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2.length < 2){
const err8 = {instancePath:instancePath+"/ratio",schemaPath:"#/properties/ratio/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema13.properties.ratio,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 100 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/ratio/" + i1,schemaPath:"#/properties/ratio/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema13.properties.ratio.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3 <= 0 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/ratio/" + i1,schemaPath:"#/properties/ratio/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema13.properties.ratio.items,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/ratio/" + i1,schemaPath:"#/properties/ratio/items/type",keyword:"type",params:{type: "number"},schema:schema13.properties.ratio.items.type,parentSchema:schema13.properties.ratio.items,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/ratio",schemaPath:"#/properties/ratio/type",keyword:"type",params:{type: "array"},schema:schema13.properties.ratio.type,parentSchema:schema13.properties.ratio,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

const schema14 = {"description":"Operations: identity, autoContrast, equalize, rotate, solarize, color, posterize, contrast, brightness, sharpness, shearX, shearY, translateX, translateY.","type":"object","additionalProperties":false,"properties":{"n":{"description":"Operations per image.","type":"integer","minimum":1,"maximum":14,"default":2},"magnitude":{"description":"Strength from 0 to 30.","type":"number","minimum":0,"maximum":30,"default":9}},"examples":[{"n":2,"magnitude":9}]};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "n") || (key0 === "magnitude"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.n !== undefined){
let data0 = data.n;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/n",schemaPath:"#/properties/n/type",keyword:"type",params:{type: "integer"},schema:schema14.properties.n.type,parentSchema:schema14.properties.n,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 14 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/n",schemaPath:"#/properties/n/maximum",keyword:"maximum",params:{comparison: "<=", limit: 14},schema:14,parentSchema:schema14.properties.n,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/n",schemaPath:"#/properties/n/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema14.properties.n,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.magnitude !== undefined){
let data1 = data.magnitude;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 30 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/magnitude",schemaPath:"#/properties/magnitude/maximum",keyword:"maximum",params:{comparison: "<=", limit: 30},schema:30,parentSchema:schema14.properties.magnitude,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/magnitude",schemaPath:"#/properties/magnitude/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema14.properties.magnitude,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/magnitude",schemaPath:"#/properties/magnitude/type",keyword:"type",params:{type: "number"},schema:schema14.properties.magnitude.type,parentSchema:schema14.properties.magnitude,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema14.type,parentSchema:schema14,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

const schema15 = {"description":"One rectangle of random area and shape.","type":"object","additionalProperties":false,"properties":{"probability":{"description":"Share of the images that are erased.","type":"number","minimum":0,"maximum":1,"default":0.5},"area":{"description":"Share of the image's area, [low, high].","type":"array","items":{"type":"number","exclusiveMinimum":0,"maximum":1},"minItems":2,"maxItems":2,"default":[0.02,0.33]},"ratio":{"description":"Width by height, [low, high].","type":"array","items":{"type":"number","exclusiveMinimum":0,"maximum":100},"minItems":2,"maxItems":2,"default":[0.3,3.3]}},"examples":[{"probability":0.5}]};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "probability") || (key0 === "area")) || (key0 === "ratio"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.probability !== undefined){
let data0 = data.probability;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/probability",schemaPath:"#/properties/probability/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},schema:1,parentSchema:schema15.properties.probability,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/probability",schemaPath:"#/properties/probability/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema15.properties.probability,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/probability",schemaPath:"#/properties/probability/type",keyword:"type",params:{type: "number"},schema:schema15.properties.probability.type,parentSchema:schema15.properties.probability,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.area !== undefined){
let data1 = data.area;
if(Array.isArray(data1)){
if(data1.length > 2){
const err4 = {instancePath:instancePath+"/area",schemaPath:"#/properties/area/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema15.properties.area,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.length < 2){
const err5 = {instancePath:instancePath+"/area",schemaPath:"#/properties/area/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema15.properties.area,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/area/" + i0,schemaPath:"#/properties/area/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},schema:1,parentSchema:schema15.properties.area.items,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 <= 0 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/area/" + i0,schemaPath:"#/properties/area/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema15.properties.area.items,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/area/" + i0,schemaPath:"#/properties/area/items/type",keyword:"type",params:{type: "number"},schema:schema15.properties.area.items.type,parentSchema:schema15.properties.area.items,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/area",schemaPath:"#/properties/area/type",keyword:"type",params:{type: "array"},schema:schema15.properties.area.type,parentSchema:schema15.properties.area,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.ratio !== undefined){
let data3 = data.ratio;
if(Array.isArray(data3)){
if(data3.length > 2){
const err10 = {instancePath:instancePath+"/ratio",schemaPath:"#/properties/ratio/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema15.properties.ratio,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.length < 2){
const err11 = {instancePath:instancePath+"/ratio",schemaPath:"#/properties/ratio/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema15.properties.ratio,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 100 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/ratio/" + i1,schemaPath:"#/properties/ratio/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema15.properties.ratio.items,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 <= 0 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/ratio/" + i1,schemaPath:"#/properties/ratio/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema15.properties.ratio.items,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/ratio/" + i1,schemaPath:"#/properties/ratio/items/type",keyword:"type",params:{type: "number"},schema:schema15.properties.ratio.items.type,parentSchema:schema15.properties.ratio.items,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/ratio",schemaPath:"#/properties/ratio/type",keyword:"type",params:{type: "array"},schema:schema15.properties.ratio.type,parentSchema:schema15.properties.ratio,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema15.type,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}


function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func0.call(schema10.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.rotation !== undefined){
let data0 = data.rotation;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 180 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/rotation",schemaPath:"#/properties/rotation/maximum",keyword:"maximum",params:{comparison: "<=", limit: 180},schema:180,parentSchema:schema10.properties.rotation,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/rotation",schemaPath:"#/properties/rotation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.rotation,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/rotation",schemaPath:"#/properties/rotation/type",keyword:"type",params:{type: "number"},schema:schema10.properties.rotation.type,parentSchema:schema10.properties.rotation,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.shift !== undefined){
if(!(validate19(data.shift, {instancePath:instancePath+"/shift",parentData:data,parentDataProperty:"shift",rootData}))){
vErrors = vErrors === null ? validate19.errors : joined(vErrors, validate19.errors);
errors = vErrors.length;
}
}
if(data.shear !== undefined){
let data2 = data.shear;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/shear",schemaPath:"#/properties/shear/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.shear,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 >= 90 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/shear",schemaPath:"#/properties/shear/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 90},schema:90,parentSchema:schema10.properties.shear,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/shear",schemaPath:"#/properties/shear/type",keyword:"type",params:{type: "number"},schema:schema10.properties.shear.type,parentSchema:schema10.properties.shear,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.zoom !== undefined){
let data3 = data.zoom;
const _errs8 = errors;
let valid1 = false;
const _errs9 = errors;
if(Array.isArray(data3)){
if(data3.length > 2){
const err7 = {instancePath:instancePath+"/zoom",schemaPath:"#/properties/zoom/anyOf/0/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema10.properties.zoom.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3.length < 2){
const err8 = {instancePath:instancePath+"/zoom",schemaPath:"#/properties/zoom/anyOf/0/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema10.properties.zoom.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10 || isNaN(data4)){
const err9 = {instancePath:instancePath+"/zoom/" + i0,schemaPath:"#/properties/zoom/anyOf/0/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},schema:10,parentSchema:schema10.properties.zoom.anyOf[0].items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4 <= 0 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/zoom/" + i0,schemaPath:"#/properties/zoom/anyOf/0/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema10.properties.zoom.anyOf[0].items,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/zoom/" + i0,schemaPath:"#/properties/zoom/anyOf/0/items/type",keyword:"type",params:{type: "number"},schema:schema10.properties.zoom.anyOf[0].items.type,parentSchema:schema10.properties.zoom.anyOf[0].items,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/zoom",schemaPath:"#/properties/zoom/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema10.properties.zoom.anyOf[0].type,parentSchema:schema10.properties.zoom.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs13 = errors;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err13 = {instancePath:instancePath+"/zoom",schemaPath:"#/properties/zoom/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.zoom.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3 >= 1 || isNaN(data3)){
const err14 = {instancePath:instancePath+"/zoom",schemaPath:"#/properties/zoom/anyOf/1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema10.properties.zoom.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/zoom",schemaPath:"#/properties/zoom/anyOf/1/type",keyword:"type",params:{type: "number"},schema:schema10.properties.zoom.anyOf[1].type,parentSchema:schema10.properties.zoom.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err16 = {instancePath:instancePath+"/zoom",schemaPath:"#/properties/zoom/anyOf",keyword:"anyOf",params:{},schema:schema10.properties.zoom.anyOf,parentSchema:schema10.properties.zoom,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
}
if(data.crop !== undefined){
let data5 = data.crop;
const _errs16 = errors;
let valid4 = false;
const _errs17 = errors;
if(data5 !== null){
const err17 = {instancePath:instancePath+"/crop",schemaPath:"#/properties/crop/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema10.properties.crop.anyOf[0].type,parentSchema:schema10.properties.crop.anyOf[0],data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid1 = _errs17 === errors;
valid4 = valid4 || _valid1;
if(!valid4){
const _errs19 = errors;
if(!(validate24(data5, {instancePath:instancePath+"/crop",parentData:data,parentDataProperty:"crop",rootData}))){
vErrors = vErrors === null ? validate24.errors : joined(vErrors, validate24.errors);
errors = vErrors.length;
}
var _valid1 = _errs19 === errors;
valid4 = valid4 || _valid1;
}
if(!valid4){
const err18 = {instancePath:instancePath+"/crop",schemaPath:"#/properties/crop/anyOf",keyword:"anyOf",params:{},schema:schema10.properties.crop.anyOf,parentSchema:schema10.properties.crop,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
if(data.flip !== undefined){
let data6 = data.flip;
if(!((((data6 === "none") || (data6 === "horizontal")) || (data6 === "vertical")) || (data6 === "both"))){
const err19 = {instancePath:instancePath+"/flip",schemaPath:"#/properties/flip/enum",keyword:"enum",params:{allowedValues: schema10.properties.flip.enum},schema:schema10.properties.flip.enum,parentSchema:schema10.properties.flip,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.fill !== undefined){
let data7 = data.fill;
if(!((((data7 === "nearest") || (data7 === "constant")) || (data7 === "reflect")) || (data7 === "wrap"))){
const err20 = {instancePath:instancePath+"/fill",schemaPath:"#/properties/fill/enum",keyword:"enum",params:{allowedValues: schema10.properties.fill.enum},schema:schema10.properties.fill.enum,parentSchema:schema10.properties.fill,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.fillValue !== undefined){
let data8 = data.fillValue;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 255 || isNaN(data8)){
const err21 = {instancePath:instancePath+"/fillValue",schemaPath:"#/properties/fillValue/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},schema:255,parentSchema:schema10.properties.fillValue,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err22 = {instancePath:instancePath+"/fillValue",schemaPath:"#/properties/fillValue/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.fillValue,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/fillValue",schemaPath:"#/properties/fillValue/type",keyword:"type",params:{type: "number"},schema:schema10.properties.fillValue.type,parentSchema:schema10.properties.fillValue,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.interpolation !== undefined){
let data9 = data.interpolation;
if(!((data9 === "bilinear") || (data9 === "nearest"))){
const err24 = {instancePath:instancePath+"/interpolation",schemaPath:"#/properties/interpolation/enum",keyword:"enum",params:{allowedValues: schema10.properties.interpolation.enum},schema:schema10.properties.interpolation.enum,parentSchema:schema10.properties.interpolation,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.blur !== undefined){
let data10 = data.blur;
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 10 || isNaN(data10)){
const err25 = {instancePath:instancePath+"/blur",schemaPath:"#/properties/blur/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},schema:10,parentSchema:schema10.properties.blur,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err26 = {instancePath:instancePath+"/blur",schemaPath:"#/properties/blur/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.blur,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/blur",schemaPath:"#/properties/blur/type",keyword:"type",params:{type: "number"},schema:schema10.properties.blur.type,parentSchema:schema10.properties.blur,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.channelShift !== undefined){
let data11 = data.channelShift;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 255 || isNaN(data11)){
const err28 = {instancePath:instancePath+"/channelShift",schemaPath:"#/properties/channelShift/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},schema:255,parentSchema:schema10.properties.channelShift,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data11 < 0 || isNaN(data11)){
const err29 = {instancePath:instancePath+"/channelShift",schemaPath:"#/properties/channelShift/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.channelShift,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/channelShift",schemaPath:"#/properties/channelShift/type",keyword:"type",params:{type: "number"},schema:schema10.properties.channelShift.type,parentSchema:schema10.properties.channelShift,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.brightness !== undefined){
let data12 = data.brightness;
const _errs30 = errors;
let valid5 = false;
const _errs31 = errors;
if(Array.isArray(data12)){
if(data12.length > 2){
const err31 = {instancePath:instancePath+"/brightness",schemaPath:"#/properties/brightness/anyOf/0/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema10.properties.brightness.anyOf[0],data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data12.length < 2){
const err32 = {instancePath:instancePath+"/brightness",schemaPath:"#/properties/brightness/anyOf/0/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema10.properties.brightness.anyOf[0],data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 10 || isNaN(data13)){
const err33 = {instancePath:instancePath+"/brightness/" + i1,schemaPath:"#/properties/brightness/anyOf/0/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},schema:10,parentSchema:schema10.properties.brightness.anyOf[0].items,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err34 = {instancePath:instancePath+"/brightness/" + i1,schemaPath:"#/properties/brightness/anyOf/0/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.brightness.anyOf[0].items,data:data13};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/brightness/" + i1,schemaPath:"#/properties/brightness/anyOf/0/items/type",keyword:"type",params:{type: "number"},schema:schema10.properties.brightness.anyOf[0].items.type,parentSchema:schema10.properties.brightness.anyOf[0].items,data:data13};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/brightness",schemaPath:"#/properties/brightness/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema10.properties.brightness.anyOf[0].type,parentSchema:schema10.properties.brightness.anyOf[0],data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
var _valid2 = _errs31 === errors;
valid5 = valid5 || _valid2;
if(!valid5){
const _errs35 = errors;
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err37 = {instancePath:instancePath+"/brightness",schemaPath:"#/properties/brightness/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.brightness.anyOf[1],data:data12};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data12 >= 1 || isNaN(data12)){
const err38 = {instancePath:instancePath+"/brightness",schemaPath:"#/properties/brightness/anyOf/1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema10.properties.brightness.anyOf[1],data:data12};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/brightness",schemaPath:"#/properties/brightness/anyOf/1/type",keyword:"type",params:{type: "number"},schema:schema10.properties.brightness.anyOf[1].type,parentSchema:schema10.properties.brightness.anyOf[1],data:data12};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
var _valid2 = _errs35 === errors;
valid5 = valid5 || _valid2;
}
if(!valid5){
const err40 = {instancePath:instancePath+"/brightness",schemaPath:"#/properties/brightness/anyOf",keyword:"anyOf",params:{},schema:schema10.properties.brightness.anyOf,parentSchema:schema10.properties.brightness,data:data12};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
else {
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
}
}
}
}
if(data.contrast !== undefined){
let data14 = data.contrast;
const _errs38 = errors;
let valid8 = false;
const _errs39 = errors;
if(Array.isArray(data14)){
if(data14.length > 2){
const err41 = {instancePath:instancePath+"/contrast",schemaPath:"#/properties/contrast/anyOf/0/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema10.properties.contrast.anyOf[0],data:data14};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data14.length < 2){
const err42 = {instancePath:instancePath+"/contrast",schemaPath:"#/properties/contrast/anyOf/0/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema10.properties.contrast.anyOf[0],data:data14};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 10 || isNaN(data15)){
const err43 = {instancePath:instancePath+"/contrast/" + i2,schemaPath:"#/properties/contrast/anyOf/0/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},schema:10,parentSchema:schema10.properties.contrast.anyOf[0].items,data:data15};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err44 = {instancePath:instancePath+"/contrast/" + i2,schemaPath:"#/properties/contrast/anyOf/0/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.contrast.anyOf[0].items,data:data15};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/contrast/" + i2,schemaPath:"#/properties/contrast/anyOf/0/items/type",keyword:"type",params:{type: "number"},schema:schema10.properties.contrast.anyOf[0].items.type,parentSchema:schema10.properties.contrast.anyOf[0].items,data:data15};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/contrast",schemaPath:"#/properties/contrast/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema10.properties.contrast.anyOf[0].type,parentSchema:schema10.properties.contrast.anyOf[0],data:data14};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var _valid3 = _errs39 === errors;
valid8 = valid8 || _valid3;
if(!valid8){
const _errs43 = errors;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
const err47 = {instancePath:instancePath+"/contrast",schemaPath:"#/properties/contrast/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.contrast.anyOf[1],data:data14};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data14 >= 1 || isNaN(data14)){
const err48 = {instancePath:instancePath+"/contrast",schemaPath:"#/properties/contrast/anyOf/1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema10.properties.contrast.anyOf[1],data:data14};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/contrast",schemaPath:"#/properties/contrast/anyOf/1/type",keyword:"type",params:{type: "number"},schema:schema10.properties.contrast.anyOf[1].type,parentSchema:schema10.properties.contrast.anyOf[1],data:data14};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
var _valid3 = _errs43 === errors;
valid8 = valid8 || _valid3;
}
if(!valid8){
const err50 = {instancePath:instancePath+"/contrast",schemaPath:"#/properties/contrast/anyOf",keyword:"anyOf",params:{},schema:schema10.properties.contrast.anyOf,parentSchema:schema10.properties.contrast,data:data14};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
else {
errors = _errs38;
if(vErrors !== null){
if(_errs38){
vErrors.length = _errs38;
}
else {
vErrors = null;
}
}
}
}
if(data.randAugment !== undefined){
let data16 = data.randAugment;
const _errs46 = errors;
let valid11 = false;
const _errs47 = errors;
if(data16 !== null){
const err51 = {instancePath:instancePath+"/randAugment",schemaPath:"#/properties/randAugment/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema10.properties.randAugment.anyOf[0].type,parentSchema:schema10.properties.randAugment.anyOf[0],data:data16};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
var _valid4 = _errs47 === errors;
valid11 = valid11 || _valid4;
if(!valid11){
const _errs49 = errors;
if(!(validate26(data16, {instancePath:instancePath+"/randAugment",parentData:data,parentDataProperty:"randAugment",rootData}))){
vErrors = vErrors === null ? validate26.errors : joined(vErrors, validate26.errors);
errors = vErrors.length;
}
var _valid4 = _errs49 === errors;
valid11 = valid11 || _valid4;
}
if(!valid11){
const err52 = {instancePath:instancePath+"/randAugment",schemaPath:"#/properties/randAugment/anyOf",keyword:"anyOf",params:{},schema:schema10.properties.randAugment.anyOf,parentSchema:schema10.properties.randAugment,data:data16};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
else {
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
}
}
if(data.noise !== undefined){
let data17 = data.noise;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 1 || isNaN(data17)){
const err53 = {instancePath:instancePath+"/noise",schemaPath:"#/properties/noise/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},schema:1,parentSchema:schema10.properties.noise,data:data17};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data17 < 0 || isNaN(data17)){
const err54 = {instancePath:instancePath+"/noise",schemaPath:"#/properties/noise/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.noise,data:data17};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/noise",schemaPath:"#/properties/noise/type",keyword:"type",params:{type: "number"},schema:schema10.properties.noise.type,parentSchema:schema10.properties.noise,data:data17};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.saltAndPepper !== undefined){
let data18 = data.saltAndPepper;
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 1 || isNaN(data18)){
const err56 = {instancePath:instancePath+"/saltAndPepper",schemaPath:"#/properties/saltAndPepper/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},schema:1,parentSchema:schema10.properties.saltAndPepper,data:data18};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data18 < 0 || isNaN(data18)){
const err57 = {instancePath:instancePath+"/saltAndPepper",schemaPath:"#/properties/saltAndPepper/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.saltAndPepper,data:data18};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/saltAndPepper",schemaPath:"#/properties/saltAndPepper/type",keyword:"type",params:{type: "number"},schema:schema10.properties.saltAndPepper.type,parentSchema:schema10.properties.saltAndPepper,data:data18};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.erase !== undefined){
let data19 = data.erase;
const _errs55 = errors;
let valid12 = false;
const _errs56 = errors;
if(data19 !== null){
const err59 = {instancePath:instancePath+"/erase",schemaPath:"#/properties/erase/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema10.properties.erase.anyOf[0].type,parentSchema:schema10.properties.erase.anyOf[0],data:data19};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
var _valid5 = _errs56 === errors;
valid12 = valid12 || _valid5;
if(!valid12){
const _errs58 = errors;
if(!(validate28(data19, {instancePath:instancePath+"/erase",parentData:data,parentDataProperty:"erase",rootData}))){
vErrors = vErrors === null ? validate28.errors : joined(vErrors, validate28.errors);
errors = vErrors.length;
}
var _valid5 = _errs58 === errors;
valid12 = valid12 || _valid5;
}
if(!valid12){
const err60 = {instancePath:instancePath+"/erase",schemaPath:"#/properties/erase/anyOf",keyword:"anyOf",params:{},schema:schema10.properties.erase.anyOf,parentSchema:schema10.properties.erase,data:data19};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
else {
errors = _errs55;
if(vErrors !== null){
if(_errs55){
vErrors.length = _errs55;
}
else {
vErrors = null;
}
}
}
}
if(data.mixup !== undefined){
let data20 = data.mixup;
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 10 || isNaN(data20)){
const err61 = {instancePath:instancePath+"/mixup",schemaPath:"#/properties/mixup/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},schema:10,parentSchema:schema10.properties.mixup,data:data20};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data20 < 0 || isNaN(data20)){
const err62 = {instancePath:instancePath+"/mixup",schemaPath:"#/properties/mixup/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.mixup,data:data20};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/mixup",schemaPath:"#/properties/mixup/type",keyword:"type",params:{type: "number"},schema:schema10.properties.mixup.type,parentSchema:schema10.properties.mixup,data:data20};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.cutmix !== undefined){
let data21 = data.cutmix;
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 10 || isNaN(data21)){
const err64 = {instancePath:instancePath+"/cutmix",schemaPath:"#/properties/cutmix/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},schema:10,parentSchema:schema10.properties.cutmix,data:data21};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data21 < 0 || isNaN(data21)){
const err65 = {instancePath:instancePath+"/cutmix",schemaPath:"#/properties/cutmix/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema10.properties.cutmix,data:data21};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/cutmix",schemaPath:"#/properties/cutmix/type",keyword:"type",params:{type: "number"},schema:schema10.properties.cutmix.type,parentSchema:schema10.properties.cutmix,data:data21};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema10.type,parentSchema:schema10,data};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
validate18.errors = vErrors;
return errors === 0;
}

const pattern0 = new RegExp("^(none|black|white|#[0-9a-fA-F]{6})$", "u");

function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.train === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "train"},schema:schema1.required,parentSchema:schema1,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func0.call(schema1.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema1,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.train !== undefined){
let data0 = data.train;
if(typeof data0 === "string"){
if(func1(data0) < 1){
const err2 = {instancePath:instancePath+"/train",schemaPath:"#/properties/train/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema1.properties.train,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/train",schemaPath:"#/properties/train/type",keyword:"type",params:{type: "string"},schema:schema1.properties.train.type,parentSchema:schema1.properties.train,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.validation !== undefined){
let data1 = data.validation;
if((data1 !== null) && (typeof data1 !== "string")){
const err4 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/type",keyword:"type",params:{type: schema1.properties.validation.type},schema:schema1.properties.validation.type,parentSchema:schema1.properties.validation,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data1 === "string"){
if(func1(data1) < 1){
const err5 = {instancePath:instancePath+"/validation",schemaPath:"#/properties/validation/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema1.properties.validation,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.test !== undefined){
let data2 = data.test;
if((data2 !== null) && (typeof data2 !== "string")){
const err6 = {instancePath:instancePath+"/test",schemaPath:"#/properties/test/type",keyword:"type",params:{type: schema1.properties.test.type},schema:schema1.properties.test.type,parentSchema:schema1.properties.test,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data2 === "string"){
if(func1(data2) < 1){
const err7 = {instancePath:instancePath+"/test",schemaPath:"#/properties/test/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema1.properties.test,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.labels !== undefined){
let data3 = data.labels;
const _errs9 = errors;
let valid1 = false;
const _errs10 = errors;
if(data3 !== null){
const err8 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema1.properties.labels.anyOf[0].type,parentSchema:schema1.properties.labels.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs12 = errors;
if(!(validate2(data3, {instancePath:instancePath+"/labels",parentData:data,parentDataProperty:"labels",rootData}))){
vErrors = vErrors === null ? validate2.errors : joined(vErrors, validate2.errors);
errors = vErrors.length;
}
var _valid0 = _errs12 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err9 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/anyOf",keyword:"anyOf",params:{},schema:schema1.properties.labels.anyOf,parentSchema:schema1.properties.labels,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
if(data.exclude !== undefined){
let data4 = data.exclude;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(func1(data5) < 1){
const err10 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/properties/exclude/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema1.properties.exclude.items,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/exclude/" + i0,schemaPath:"#/properties/exclude/items/type",keyword:"type",params:{type: "string"},schema:schema1.properties.exclude.items.type,parentSchema:schema1.properties.exclude.items,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"},schema:schema1.properties.exclude.type,parentSchema:schema1.properties.exclude,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.include !== undefined){
let data6 = data.include;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(typeof data7 === "string"){
if(func1(data7) < 1){
const err13 = {instancePath:instancePath+"/include/" + i1,schemaPath:"#/properties/include/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema1.properties.include.items,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/include/" + i1,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type: "string"},schema:schema1.properties.include.items.type,parentSchema:schema1.properties.include.items,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type: "array"},schema:schema1.properties.include.type,parentSchema:schema1.properties.include,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.links !== undefined){
let data8 = data.links;
if(!((data8 === "inside") || (data8 === "follow"))){
const err16 = {instancePath:instancePath+"/links",schemaPath:"#/properties/links/enum",keyword:"enum",params:{allowedValues: schema1.properties.links.enum},schema:schema1.properties.links.enum,parentSchema:schema1.properties.links,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.split !== undefined){
let data9 = data.split;
const _errs23 = errors;
let valid6 = false;
const _errs24 = errors;
if(data9 !== null){
const err17 = {instancePath:instancePath+"/split",schemaPath:"#/properties/split/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema1.properties.split.anyOf[0].type,parentSchema:schema1.properties.split.anyOf[0],data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid1 = _errs24 === errors;
valid6 = valid6 || _valid1;
if(!valid6){
const _errs26 = errors;
if(!(validate6(data9, {instancePath:instancePath+"/split",parentData:data,parentDataProperty:"split",rootData}))){
vErrors = vErrors === null ? validate6.errors : joined(vErrors, validate6.errors);
errors = vErrors.length;
}
var _valid1 = _errs26 === errors;
valid6 = valid6 || _valid1;
}
if(!valid6){
const err18 = {instancePath:instancePath+"/split",schemaPath:"#/properties/split/anyOf",keyword:"anyOf",params:{},schema:schema1.properties.split.anyOf,parentSchema:schema1.properties.split,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
}
if(data.targetSize !== undefined){
let data10 = data.targetSize;
if(Array.isArray(data10)){
if(data10.length > 2){
const err19 = {instancePath:instancePath+"/targetSize",schemaPath:"#/properties/targetSize/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema1.properties.targetSize,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data10.length < 2){
const err20 = {instancePath:instancePath+"/targetSize",schemaPath:"#/properties/targetSize/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema1.properties.targetSize,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err21 = {instancePath:instancePath+"/targetSize/" + i2,schemaPath:"#/properties/targetSize/items/type",keyword:"type",params:{type: "integer"},schema:schema1.properties.targetSize.items.type,parentSchema:schema1.properties.targetSize.items,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 4096 || isNaN(data11)){
const err22 = {instancePath:instancePath+"/targetSize/" + i2,schemaPath:"#/properties/targetSize/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema1.properties.targetSize.items,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data11 < 1 || isNaN(data11)){
const err23 = {instancePath:instancePath+"/targetSize/" + i2,schemaPath:"#/properties/targetSize/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema1.properties.targetSize.items,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
}
else {
const err24 = {instancePath:instancePath+"/targetSize",schemaPath:"#/properties/targetSize/type",keyword:"type",params:{type: "array"},schema:schema1.properties.targetSize.type,parentSchema:schema1.properties.targetSize,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.resize !== undefined){
let data12 = data.resize;
if(!((((data12 === "stretch") || (data12 === "crop")) || (data12 === "pad")) || (data12 === "padEdge"))){
const err25 = {instancePath:instancePath+"/resize",schemaPath:"#/properties/resize/enum",keyword:"enum",params:{allowedValues: schema1.properties.resize.enum},schema:schema1.properties.resize.enum,parentSchema:schema1.properties.resize,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.background !== undefined){
let data13 = data.background;
if(typeof data13 === "string"){
if(!pattern0.test(data13)){
const err26 = {instancePath:instancePath+"/background",schemaPath:"#/properties/background/pattern",keyword:"pattern",params:{pattern: "^(none|black|white|#[0-9a-fA-F]{6})$"},schema:"^(none|black|white|#[0-9a-fA-F]{6})$",parentSchema:schema1.properties.background,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/background",schemaPath:"#/properties/background/type",keyword:"type",params:{type: "string"},schema:schema1.properties.background.type,parentSchema:schema1.properties.background,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.colour !== undefined){
let data14 = data.colour;
if(!((data14 === "grey") || (data14 === "rgb"))){
const err28 = {instancePath:instancePath+"/colour",schemaPath:"#/properties/colour/enum",keyword:"enum",params:{allowedValues: schema1.properties.colour.enum},schema:schema1.properties.colour.enum,parentSchema:schema1.properties.colour,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.depth !== undefined){
let data15 = data.depth;
if(!((data15 === 8) || (data15 === 16))){
const err29 = {instancePath:instancePath+"/depth",schemaPath:"#/properties/depth/enum",keyword:"enum",params:{allowedValues: schema1.properties.depth.enum},schema:schema1.properties.depth.enum,parentSchema:schema1.properties.depth,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.batchSize !== undefined){
let data16 = data.batchSize;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err30 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/type",keyword:"type",params:{type: "integer"},schema:schema1.properties.batchSize.type,parentSchema:schema1.properties.batchSize,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 65536 || isNaN(data16)){
const err31 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},schema:65536,parentSchema:schema1.properties.batchSize,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data16 < 1 || isNaN(data16)){
const err32 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema1.properties.batchSize,data:data16};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data.damaged !== undefined){
let data17 = data.damaged;
if(!((data17 === "exclude") || (data17 === "fail"))){
const err33 = {instancePath:instancePath+"/damaged",schemaPath:"#/properties/damaged/enum",keyword:"enum",params:{allowedValues: schema1.properties.damaged.enum},schema:schema1.properties.damaged.enum,parentSchema:schema1.properties.damaged,data:data17};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.maxPixels !== undefined){
let data18 = data.maxPixels;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err34 = {instancePath:instancePath+"/maxPixels",schemaPath:"#/properties/maxPixels/type",keyword:"type",params:{type: "integer"},schema:schema1.properties.maxPixels.type,parentSchema:schema1.properties.maxPixels,data:data18};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 1000000000 || isNaN(data18)){
const err35 = {instancePath:instancePath+"/maxPixels",schemaPath:"#/properties/maxPixels/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},schema:1000000000,parentSchema:schema1.properties.maxPixels,data:data18};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data18 < 1 || isNaN(data18)){
const err36 = {instancePath:instancePath+"/maxPixels",schemaPath:"#/properties/maxPixels/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema1.properties.maxPixels,data:data18};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data.range !== undefined){
let data19 = data.range;
const _errs42 = errors;
let valid9 = false;
const _errs43 = errors;
if(Array.isArray(data19)){
if(data19.length > 2){
const err37 = {instancePath:instancePath+"/range",schemaPath:"#/properties/range/anyOf/0/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema1.properties.range.anyOf[0],data:data19};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data19.length < 2){
const err38 = {instancePath:instancePath+"/range",schemaPath:"#/properties/range/anyOf/0/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema1.properties.range.anyOf[0],data:data19};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
let data20 = data19[i3];
if(!((typeof data20 == "number") && (isFinite(data20)))){
const err39 = {instancePath:instancePath+"/range/" + i3,schemaPath:"#/properties/range/anyOf/0/items/type",keyword:"type",params:{type: "number"},schema:schema1.properties.range.anyOf[0].items.type,parentSchema:schema1.properties.range.anyOf[0].items,data:data20};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/range",schemaPath:"#/properties/range/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema1.properties.range.anyOf[0].type,parentSchema:schema1.properties.range.anyOf[0],data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
var _valid2 = _errs43 === errors;
valid9 = valid9 || _valid2;
if(!valid9){
const _errs47 = errors;
if(!((data19 === "full") || (data19 === "used"))){
const err41 = {instancePath:instancePath+"/range",schemaPath:"#/properties/range/anyOf/1/enum",keyword:"enum",params:{allowedValues: schema1.properties.range.anyOf[1].enum},schema:schema1.properties.range.anyOf[1].enum,parentSchema:schema1.properties.range.anyOf[1],data:data19};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var _valid2 = _errs47 === errors;
valid9 = valid9 || _valid2;
}
if(!valid9){
const err42 = {instancePath:instancePath+"/range",schemaPath:"#/properties/range/anyOf",keyword:"anyOf",params:{},schema:schema1.properties.range.anyOf,parentSchema:schema1.properties.range,data:data19};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
else {
errors = _errs42;
if(vErrors !== null){
if(_errs42){
vErrors.length = _errs42;
}
else {
vErrors = null;
}
}
}
}
if(data.dicom !== undefined){
if(!(validate10(data.dicom, {instancePath:instancePath+"/dicom",parentData:data,parentDataProperty:"dicom",rootData}))){
vErrors = vErrors === null ? validate10.errors : joined(vErrors, validate10.errors);
errors = vErrors.length;
}
}
if(data.leaks !== undefined){
let data22 = data.leaks;
if(!(((data22 === "warn") || (data22 === "fail")) || (data22 === "ignore"))){
const err43 = {instancePath:instancePath+"/leaks",schemaPath:"#/properties/leaks/enum",keyword:"enum",params:{allowedValues: schema1.properties.leaks.enum},schema:schema1.properties.leaks.enum,parentSchema:schema1.properties.leaks,data:data22};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.preprocess !== undefined){
if(!(validate12(data.preprocess, {instancePath:instancePath+"/preprocess",parentData:data,parentDataProperty:"preprocess",rootData}))){
vErrors = vErrors === null ? validate12.errors : joined(vErrors, validate12.errors);
errors = vErrors.length;
}
}
if(data.augment !== undefined){
let data24 = data.augment;
const _errs52 = errors;
let valid12 = false;
const _errs53 = errors;
if(data24 !== null){
const err44 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema1.properties.augment.anyOf[0].type,parentSchema:schema1.properties.augment.anyOf[0],data:data24};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
var _valid3 = _errs53 === errors;
valid12 = valid12 || _valid3;
if(!valid12){
const _errs55 = errors;
if(!(validate18(data24, {instancePath:instancePath+"/augment",parentData:data,parentDataProperty:"augment",rootData}))){
vErrors = vErrors === null ? validate18.errors : joined(vErrors, validate18.errors);
errors = vErrors.length;
}
var _valid3 = _errs55 === errors;
valid12 = valid12 || _valid3;
}
if(!valid12){
const err45 = {instancePath:instancePath+"/augment",schemaPath:"#/properties/augment/anyOf",keyword:"anyOf",params:{},schema:schema1.properties.augment.anyOf,parentSchema:schema1.properties.augment,data:data24};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
else {
errors = _errs52;
if(vErrors !== null){
if(_errs52){
vErrors.length = _errs52;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema1.type,parentSchema:schema1,data};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate1.errors = vErrors;
return errors === 0;
}

const schema16 = {"description":"The network.","type":"object","additionalProperties":false,"properties":{"base":{"$ref":"#/definitions/base"},"layers":{"type":"array","items":{"$ref":"#/definitions/layer"},"minItems":1,"maxItems":1000,"description":"The stack of layers from the image (or from what model.base gives) to the classes. The last one is dense with units: classes; softmax is added automatically. In a file that extends another, or beside preset, a mapping says what differs in the layers of these names: stem: { filters: 64 }."}},"required":["layers"],"examples":[{"layers":["flatten",{"dense":{"units":"classes"}}]}]};
const schema17 = {"description":"The first layers of a network that was trained before, with its weights (transfer learning); model.layers follow them. It includes its own preprocessing of images, so leave data.preprocess at its defaults; grey images get three channels where it needs them. Its batchNorm uses its running averages in training too.","type":"object","additionalProperties":false,"properties":{"from":{"description":"mobilenetV2, resnet50 or efficientnetB0, with the layers and names of keras.applications; or the folder of a finished run of Lamina's own, runs/pretrain/v003, which is looked for from the experiment's folder on and in those above it.","examples":["mobilenetV2"],"anyOf":[{"enum":["mobilenetV2","resnet50","efficientnetB0"]},{"type":"string","format":"path","minLength":1}]},"weights":{"description":"File of the weights: Keras's .weights.h5, .h5 or .keras, a tfjs model.json, or torchvision's .pth of mobilenetV2, relative to this file. Without it those that exp fetch brings (mobilenetV2), and of a run its own.","examples":["weights/mobilenet_v2.weights.h5"],"type":["null","string"],"format":"path","minLength":1,"default":null},"until":{"description":"Name of the last of its layers that is used: block_12_add. Otherwise all up to the last convolution and what belongs to it; of a run, all before its last dense layer.","examples":["block_12_add"],"type":["null","string"],"minLength":1,"default":null},"trainable":{"description":"Which of its layers are trained: none (false), all (true), or the last ones, { last: 20 }. Where none are and images are not augmented, every image goes through them once and only model.layers are trained.","default":false,"anyOf":[{"type":"object","additionalProperties":false,"required":["last"],"properties":{"last":{"description":"How many, counted from its end as Keras counts layers: activations and additions too.","examples":[20],"type":"integer","minimum":1,"maximum":1000}}},{"type":"boolean"}],"examples":[{"last":20}]},"trunk":{"description":"The layers that are taken over, written out: Lamina's to fill in, for resolved.json.","type":"array","minItems":1,"maxItems":1000,"items":{"$ref":"#/definitions/layer"}}},"required":["from"],"examples":[{"from":"mobilenetV2","trainable":false}]};
const schema18 = {"description":"A bare word (relu) or one key with its settings (dense: { units: 64 }).","anyOf":[{"enum":["relu","relu6","leakyRelu","prelu","elu","selu","gelu","swish","hardSwish","sigmoid","tanh","pool","globalPool","upSampling","flatten","batchNorm","layerNorm","groupNorm","squeezeExcite","softmax"],"type":"string"},{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"conv":{"$ref":"#/definitions/conv"},"relu":{"$ref":"#/definitions/relu"},"pool":{"$ref":"#/definitions/pool"},"flatten":{"$ref":"#/definitions/flatten"},"dense":{"$ref":"#/definitions/dense"},"dropout":{"$ref":"#/definitions/dropout"},"batchNorm":{"$ref":"#/definitions/batchNorm"},"softmax":{"$ref":"#/definitions/softmax"},"globalPool":{"$ref":"#/definitions/globalPool"},"preprocessInput":{"$ref":"#/definitions/preprocessInput"},"normalization":{"$ref":"#/definitions/normalization"},"depthwiseConv":{"$ref":"#/definitions/depthwiseConv"},"separableConv":{"$ref":"#/definitions/separableConv"},"convTranspose":{"$ref":"#/definitions/convTranspose"},"upSampling":{"$ref":"#/definitions/upSampling"},"resize":{"$ref":"#/definitions/resize"},"zeroPadding":{"$ref":"#/definitions/zeroPadding"},"cropping":{"$ref":"#/definitions/cropping"},"residual":{"$ref":"#/definitions/residual"},"add":{"$ref":"#/definitions/add"},"concat":{"$ref":"#/definitions/concat"},"relu6":{"$ref":"#/definitions/relu6"},"leakyRelu":{"$ref":"#/definitions/leakyRelu"},"prelu":{"$ref":"#/definitions/prelu"},"elu":{"$ref":"#/definitions/elu"},"selu":{"$ref":"#/definitions/selu"},"gelu":{"$ref":"#/definitions/gelu"},"swish":{"$ref":"#/definitions/swish"},"hardSwish":{"$ref":"#/definitions/hardSwish"},"sigmoid":{"$ref":"#/definitions/sigmoid"},"tanh":{"$ref":"#/definitions/tanh"},"layerNorm":{"$ref":"#/definitions/layerNorm"},"groupNorm":{"$ref":"#/definitions/groupNorm"},"squeezeExcite":{"$ref":"#/definitions/squeezeExcite"},"spatialDropout":{"$ref":"#/definitions/spatialDropout"},"gaussianNoise":{"$ref":"#/definitions/gaussianNoise"}}}]};
const schema19 = {"description":"2-D convolution.","type":"object","additionalProperties":false,"required":["filters","kernelSize"],"properties":{"filters":{"description":"Number of output channels.","type":"integer","minimum":1,"maximum":65536},"kernelSize":{"$ref":"#/definitions/pair"},"strides":{"$ref":"#/definitions/pair","default":1},"padding":{"description":"valid: no padding. same: pad with zeros so that only the strides shrink the image.","enum":["valid","same"],"default":"valid"},"dilationRate":{"$ref":"#/definitions/dilationRate","default":1},"groups":{"description":"Number of groups into which the input channels and the filters are split; a filter sees the channels of its own group.","type":"integer","minimum":1,"maximum":65536,"default":1},"useBias":{"description":"Add a trained bias to each output channel.","type":"boolean","default":true},"l1":{"description":"Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"l2":{"description":"Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"filters":32,"kernelSize":3}]};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "integer"},schema:schema9.anyOf[0].type,parentSchema:schema9.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 4096 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema9.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 1 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema9.anyOf[0],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length > 2){
const err3 = {instancePath,schemaPath:"#/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema9.anyOf[1],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.length < 2){
const err4 = {instancePath,schemaPath:"#/anyOf/1/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema9.anyOf[1],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/type",keyword:"type",params:{type: "integer"},schema:schema9.anyOf[1].items.type,parentSchema:schema9.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 4096 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema9.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema9.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema9.anyOf[1].type,parentSchema:schema9.anyOf[1],data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err9 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema9.anyOf,parentSchema:schema9,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate38.errors = vErrors;
return errors === 0;
}

const schema21 = {"description":"Initial values of the kernel, as in Keras; biases start at 0.","enum":["glorotUniform","glorotNormal","heUniform","heNormal","lecunUniform","lecunNormal","randomUniform","randomNormal","truncatedNormal","zeros","ones"]};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(((((((((((data === "glorotUniform") || (data === "glorotNormal")) || (data === "heUniform")) || (data === "heNormal")) || (data === "lecunUniform")) || (data === "lecunNormal")) || (data === "randomUniform")) || (data === "randomNormal")) || (data === "truncatedNormal")) || (data === "zeros")) || (data === "ones"))){
const err0 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema21.enum},schema:schema21.enum,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}

const schema22 = {"description":"false: its weights stay as they begin.","type":"boolean"};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "boolean"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "boolean"},schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}

const schema23 = {"description":"Name of the layer in tables, messages and the model's weights; each name is used once. The default is kind and number: conv_1.","examples":["stem"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]{0,63}$"};
const pattern1 = new RegExp("^[A-Za-z][A-Za-z0-9_-]{0,63}$", "u");

function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern1.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_-]{0,63}$"},schema:"^[A-Za-z][A-Za-z0-9_-]{0,63}$",parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"},schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}


function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.filters === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "filters"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kernelSize === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kernelSize"},schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func0.call(schema19.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.filters !== undefined){
let data0 = data.filters;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/type",keyword:"type",params:{type: "integer"},schema:schema19.properties.filters.type,parentSchema:schema19.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 65536 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},schema:65536,parentSchema:schema19.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema19.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.kernelSize !== undefined){
if(!(validate14(data.kernelSize, {instancePath:instancePath+"/kernelSize",parentData:data,parentDataProperty:"kernelSize",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
}
if(data.strides !== undefined){
if(!(validate14(data.strides, {instancePath:instancePath+"/strides",parentData:data,parentDataProperty:"strides",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
}
if(data.padding !== undefined){
let data3 = data.padding;
if(!((data3 === "valid") || (data3 === "same"))){
const err6 = {instancePath:instancePath+"/padding",schemaPath:"#/properties/padding/enum",keyword:"enum",params:{allowedValues: schema19.properties.padding.enum},schema:schema19.properties.padding.enum,parentSchema:schema19.properties.padding,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.dilationRate !== undefined){
if(!(validate38(data.dilationRate, {instancePath:instancePath+"/dilationRate",parentData:data,parentDataProperty:"dilationRate",rootData}))){
vErrors = vErrors === null ? validate38.errors : joined(vErrors, validate38.errors);
errors = vErrors.length;
}
}
if(data.groups !== undefined){
let data5 = data.groups;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err7 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "integer"},schema:schema19.properties.groups.type,parentSchema:schema19.properties.groups,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 65536 || isNaN(data5)){
const err8 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},schema:65536,parentSchema:schema19.properties.groups,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err9 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema19.properties.groups,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.useBias !== undefined){
let data6 = data.useBias;
if(typeof data6 !== "boolean"){
const err10 = {instancePath:instancePath+"/useBias",schemaPath:"#/properties/useBias/type",keyword:"type",params:{type: "boolean"},schema:schema19.properties.useBias.type,parentSchema:schema19.properties.useBias,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.l1 !== undefined){
let data7 = data.l1;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
const err11 = {instancePath:instancePath+"/l1",schemaPath:"#/properties/l1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema19.properties.l1,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/l1",schemaPath:"#/properties/l1/type",keyword:"type",params:{type: "number"},schema:schema19.properties.l1.type,parentSchema:schema19.properties.l1,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.l2 !== undefined){
let data8 = data.l2;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err13 = {instancePath:instancePath+"/l2",schemaPath:"#/properties/l2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema19.properties.l2,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/l2",schemaPath:"#/properties/l2/type",keyword:"type",params:{type: "number"},schema:schema19.properties.l2.type,parentSchema:schema19.properties.l2,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.kernelInitializer !== undefined){
if(!(validate40(data.kernelInitializer, {instancePath:instancePath+"/kernelInitializer",parentData:data,parentDataProperty:"kernelInitializer",rootData}))){
vErrors = vErrors === null ? validate40.errors : joined(vErrors, validate40.errors);
errors = vErrors.length;
}
}
if(data.trainable !== undefined){
if(!(validate42(data.trainable, {instancePath:instancePath+"/trainable",parentData:data,parentDataProperty:"trainable",rootData}))){
vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}

const schema24 = {"description":"max(x, 0), element by element.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}

const schema25 = {"description":"The largest or the mean value of each window.","type":"object","additionalProperties":false,"properties":{"type":{"description":"max or average.","enum":["max","average"],"default":"max"},"size":{"$ref":"#/definitions/pair","default":2},"strides":{"description":"Step from window to window; null means the window's own size.","default":null,"anyOf":[{"description":"The window's own size.","type":"null"},{"$ref":"#/definitions/pair"}]},"padding":{"description":"valid: windows that do not fit are dropped. same: they are padded.","enum":["valid","same"],"default":"valid"},"name":{"$ref":"#/definitions/layerName"}}};

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "type") || (key0 === "size")) || (key0 === "strides")) || (key0 === "padding")) || (key0 === "name"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(!((data0 === "max") || (data0 === "average"))){
const err1 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema25.properties.type.enum},schema:schema25.properties.type.enum,parentSchema:schema25.properties.type,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.size !== undefined){
if(!(validate14(data.size, {instancePath:instancePath+"/size",parentData:data,parentDataProperty:"size",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
}
if(data.strides !== undefined){
let data2 = data.strides;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(data2 !== null){
const err2 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema25.properties.strides.anyOf[0].type,parentSchema:schema25.properties.strides.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs8 = errors;
if(!(validate14(data2, {instancePath:instancePath+"/strides",parentData:data,parentDataProperty:"strides",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err3 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/anyOf",keyword:"anyOf",params:{},schema:schema25.properties.strides.anyOf,parentSchema:schema25.properties.strides,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
if(data.padding !== undefined){
let data3 = data.padding;
if(!((data3 === "valid") || (data3 === "same"))){
const err4 = {instancePath:instancePath+"/padding",schemaPath:"#/properties/padding/enum",keyword:"enum",params:{allowedValues: schema25.properties.padding.enum},schema:schema25.properties.padding.enum,parentSchema:schema25.properties.padding,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}

const schema26 = {"description":"From [height, width, channels] to one row of numbers.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}

const schema27 = {"description":"Fully connected layer.","type":"object","additionalProperties":false,"required":["units"],"properties":{"units":{"description":"Number of outputs; the word classes stands for the number of classes.","anyOf":[{"type":"integer","minimum":1,"maximum":1048576},{"description":"The number of classes.","const":"classes"}]},"useBias":{"description":"Add a trained bias to each output.","type":"boolean","default":true},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"l1":{"$ref":"#/definitions/l1","default":0},"l2":{"$ref":"#/definitions/l2","default":0},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"units":64}]};
const schema28 = {"description":"Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).","type":"number","minimum":0};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data == "number") && (isFinite(data))){
if(data < 0 || isNaN(data)){
const err0 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "number"},schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}

const schema29 = {"description":"Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).","type":"number","minimum":0};

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data == "number") && (isFinite(data))){
if(data < 0 || isNaN(data)){
const err0 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "number"},schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}


function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.units === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "units"},schema:schema27.required,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "units") || (key0 === "useBias")) || (key0 === "kernelInitializer")) || (key0 === "l1")) || (key0 === "l2")) || (key0 === "trainable")) || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.units !== undefined){
let data0 = data.units;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/anyOf/0/type",keyword:"type",params:{type: "integer"},schema:schema27.properties.units.anyOf[0].type,parentSchema:schema27.properties.units.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1048576 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},schema:1048576,parentSchema:schema27.properties.units.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema27.properties.units.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if("classes" !== data0){
const err5 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/anyOf/1/const",keyword:"const",params:{allowedValue: "classes"},schema:"classes",parentSchema:schema27.properties.units.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err6 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/anyOf",keyword:"anyOf",params:{},schema:schema27.properties.units.anyOf,parentSchema:schema27.properties.units,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.useBias !== undefined){
let data1 = data.useBias;
if(typeof data1 !== "boolean"){
const err7 = {instancePath:instancePath+"/useBias",schemaPath:"#/properties/useBias/type",keyword:"type",params:{type: "boolean"},schema:schema27.properties.useBias.type,parentSchema:schema27.properties.useBias,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.kernelInitializer !== undefined){
if(!(validate40(data.kernelInitializer, {instancePath:instancePath+"/kernelInitializer",parentData:data,parentDataProperty:"kernelInitializer",rootData}))){
vErrors = vErrors === null ? validate40.errors : joined(vErrors, validate40.errors);
errors = vErrors.length;
}
}
if(data.l1 !== undefined){
if(!(validate60(data.l1, {instancePath:instancePath+"/l1",parentData:data,parentDataProperty:"l1",rootData}))){
vErrors = vErrors === null ? validate60.errors : joined(vErrors, validate60.errors);
errors = vErrors.length;
}
}
if(data.l2 !== undefined){
if(!(validate62(data.l2, {instancePath:instancePath+"/l2",parentData:data,parentDataProperty:"l2",rootData}))){
vErrors = vErrors === null ? validate62.errors : joined(vErrors, validate62.errors);
errors = vErrors.length;
}
}
if(data.trainable !== undefined){
if(!(validate42(data.trainable, {instancePath:instancePath+"/trainable",parentData:data,parentDataProperty:"trainable",rootData}))){
vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema27.type,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate58.errors = vErrors;
return errors === 0;
}

const schema30 = {"description":"Set a random fraction of the values to 0 while training, and scale up the rest.","examples":[0.5],"anyOf":[{"$ref":"#/definitions/dropoutRate"},{"type":"object","additionalProperties":false,"required":["rate"],"properties":{"rate":{"$ref":"#/definitions/dropoutRate"},"name":{"$ref":"#/definitions/layerName"}}}]};
const schema31 = {"description":"Fraction of the values set to 0.","examples":[0.5],"type":"number","minimum":0,"exclusiveMaximum":1};

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data == "number") && (isFinite(data))){
if(data < 0 || isNaN(data)){
const err0 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data >= 1 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "number"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}


function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(validate68(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate68.errors : joined(vErrors, validate68.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rate === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "rate"},schema:schema30.anyOf[1].required,parentSchema:schema30.anyOf[1],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "rate") || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema30.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.rate !== undefined){
if(!(validate68(data.rate, {instancePath:instancePath+"/rate",parentData:data,parentDataProperty:"rate",rootData}))){
vErrors = vErrors === null ? validate68.errors : joined(vErrors, validate68.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema30.anyOf[1].type,parentSchema:schema30.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema30.anyOf,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate67.errors = vErrors;
return errors === 0;
}

const schema32 = {"description":"Normalise each channel over the batch while training, by running averages afterwards.","type":"object","additionalProperties":false,"properties":{"momentum":{"description":"Share of the old running average that is kept at each step.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.99},"epsilon":{"description":"Added to the variance.","type":"number","exclusiveMinimum":0,"default":0.001},"center":{"description":"Add a trained offset to each channel.","type":"boolean","default":true},"scale":{"description":"Multiply each channel by a trained factor.","type":"boolean","default":true},"trainable":{"description":"false: its weights stay as they are, and it uses its running averages in training too.","type":"boolean","default":true},"name":{"$ref":"#/definitions/layerName"}}};

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "momentum") || (key0 === "epsilon")) || (key0 === "center")) || (key0 === "scale")) || (key0 === "trainable")) || (key0 === "name"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.momentum !== undefined){
let data0 = data.momentum;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/momentum",schemaPath:"#/properties/momentum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema32.properties.momentum,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 >= 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/momentum",schemaPath:"#/properties/momentum/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema32.properties.momentum,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/momentum",schemaPath:"#/properties/momentum/type",keyword:"type",params:{type: "number"},schema:schema32.properties.momentum.type,parentSchema:schema32.properties.momentum,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data1 = data.epsilon;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema32.properties.epsilon,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/type",keyword:"type",params:{type: "number"},schema:schema32.properties.epsilon.type,parentSchema:schema32.properties.epsilon,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.center !== undefined){
let data2 = data.center;
if(typeof data2 !== "boolean"){
const err6 = {instancePath:instancePath+"/center",schemaPath:"#/properties/center/type",keyword:"type",params:{type: "boolean"},schema:schema32.properties.center.type,parentSchema:schema32.properties.center,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.scale !== undefined){
let data3 = data.scale;
if(typeof data3 !== "boolean"){
const err7 = {instancePath:instancePath+"/scale",schemaPath:"#/properties/scale/type",keyword:"type",params:{type: "boolean"},schema:schema32.properties.scale.type,parentSchema:schema32.properties.scale,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.trainable !== undefined){
let data4 = data.trainable;
if(typeof data4 !== "boolean"){
const err8 = {instancePath:instancePath+"/trainable",schemaPath:"#/properties/trainable/type",keyword:"type",params:{type: "boolean"},schema:schema32.properties.trainable.type,parentSchema:schema32.properties.trainable,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate73.errors = vErrors;
return errors === 0;
}

const schema33 = {"description":"Turn scores into probabilities. It is added after the last layer when it is not written.","type":"object","additionalProperties":false,"properties":{}};

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate76.errors = vErrors;
return errors === 0;
}

const schema34 = {"description":"The mean or the largest value of each channel over the whole image: a row of numbers, one per channel (GlobalAveragePooling2D, GlobalMaxPooling2D).","type":"object","additionalProperties":false,"properties":{"type":{"description":"average or max.","enum":["average","max"],"default":"average"},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"type":"average"}]};

function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "type") || (key0 === "name"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(!((data0 === "average") || (data0 === "max"))){
const err1 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/enum",keyword:"enum",params:{allowedValues: schema34.properties.type.enum},schema:schema34.properties.type.enum,parentSchema:schema34.properties.type,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}

const schema35 = {"description":"What a pretrained network takes, of images with values from 0 to 1: keras.applications' preprocess_input. Grey images get three channels, all alike.","type":"object","additionalProperties":false,"required":["mode"],"properties":{"mode":{"description":"rgb: values from 0 to 1. tf: from -1 to 1. torch: ImageNet's mean and standard deviation of each channel become 0 and 1. caffe: from 0 to 255 without ImageNet's mean, blue first.","enum":["rgb","tf","torch","caffe"]},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"mode":"tf"}]};

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.mode === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "mode"},schema:schema35.required,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "mode") || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.mode !== undefined){
let data0 = data.mode;
if(!((((data0 === "rgb") || (data0 === "tf")) || (data0 === "torch")) || (data0 === "caffe"))){
const err2 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema35.properties.mode.enum},schema:schema35.properties.mode.enum,parentSchema:schema35.properties.mode,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate81.errors = vErrors;
return errors === 0;
}

const schema36 = {"description":"Subtracts the mean of each channel and divides by its standard deviation; both come from the weights of model.base, and are 0 and 1 without it (Normalization).","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}

const schema37 = {"description":"2-D convolution of each channel separately (DepthwiseConv2D).","type":"object","additionalProperties":false,"required":["kernelSize"],"properties":{"kernelSize":{"$ref":"#/definitions/pair"},"strides":{"description":"Step from window to window, of rows and columns alike.","type":"integer","minimum":1,"maximum":4096,"default":1},"padding":{"description":"valid: no padding. same: pad with zeros so that only the strides shrink the image.","enum":["valid","same"],"default":"valid"},"depthMultiplier":{"description":"Kernels for each channel that comes in.","type":"integer","minimum":1,"maximum":65536,"default":1},"dilationRate":{"$ref":"#/definitions/dilationRate","default":1},"useBias":{"description":"Add a trained bias to each output channel.","type":"boolean","default":true},"l1":{"description":"Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"l2":{"description":"Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"kernelSize":3}]};

function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kernelSize === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kernelSize"},schema:schema37.required,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func0.call(schema37.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.kernelSize !== undefined){
if(!(validate14(data.kernelSize, {instancePath:instancePath+"/kernelSize",parentData:data,parentDataProperty:"kernelSize",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
}
if(data.strides !== undefined){
let data1 = data.strides;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/type",keyword:"type",params:{type: "integer"},schema:schema37.properties.strides.type,parentSchema:schema37.properties.strides,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4096 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema37.properties.strides,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema37.properties.strides,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.padding !== undefined){
let data2 = data.padding;
if(!((data2 === "valid") || (data2 === "same"))){
const err5 = {instancePath:instancePath+"/padding",schemaPath:"#/properties/padding/enum",keyword:"enum",params:{allowedValues: schema37.properties.padding.enum},schema:schema37.properties.padding.enum,parentSchema:schema37.properties.padding,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.depthMultiplier !== undefined){
let data3 = data.depthMultiplier;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err6 = {instancePath:instancePath+"/depthMultiplier",schemaPath:"#/properties/depthMultiplier/type",keyword:"type",params:{type: "integer"},schema:schema37.properties.depthMultiplier.type,parentSchema:schema37.properties.depthMultiplier,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 65536 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/depthMultiplier",schemaPath:"#/properties/depthMultiplier/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},schema:65536,parentSchema:schema37.properties.depthMultiplier,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/depthMultiplier",schemaPath:"#/properties/depthMultiplier/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema37.properties.depthMultiplier,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.dilationRate !== undefined){
if(!(validate38(data.dilationRate, {instancePath:instancePath+"/dilationRate",parentData:data,parentDataProperty:"dilationRate",rootData}))){
vErrors = vErrors === null ? validate38.errors : joined(vErrors, validate38.errors);
errors = vErrors.length;
}
}
if(data.useBias !== undefined){
let data5 = data.useBias;
if(typeof data5 !== "boolean"){
const err9 = {instancePath:instancePath+"/useBias",schemaPath:"#/properties/useBias/type",keyword:"type",params:{type: "boolean"},schema:schema37.properties.useBias.type,parentSchema:schema37.properties.useBias,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.l1 !== undefined){
let data6 = data.l1;
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
const err10 = {instancePath:instancePath+"/l1",schemaPath:"#/properties/l1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema37.properties.l1,data:data6};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/l1",schemaPath:"#/properties/l1/type",keyword:"type",params:{type: "number"},schema:schema37.properties.l1.type,parentSchema:schema37.properties.l1,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.l2 !== undefined){
let data7 = data.l2;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
const err12 = {instancePath:instancePath+"/l2",schemaPath:"#/properties/l2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema37.properties.l2,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/l2",schemaPath:"#/properties/l2/type",keyword:"type",params:{type: "number"},schema:schema37.properties.l2.type,parentSchema:schema37.properties.l2,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.kernelInitializer !== undefined){
if(!(validate40(data.kernelInitializer, {instancePath:instancePath+"/kernelInitializer",parentData:data,parentDataProperty:"kernelInitializer",rootData}))){
vErrors = vErrors === null ? validate40.errors : joined(vErrors, validate40.errors);
errors = vErrors.length;
}
}
if(data.trainable !== undefined){
if(!(validate42(data.trainable, {instancePath:instancePath+"/trainable",parentData:data,parentDataProperty:"trainable",rootData}))){
vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}

const schema38 = {"description":"A convolution of each channel separately, then one of 1 × 1 over all of them (SeparableConv2D).","type":"object","additionalProperties":false,"required":["filters","kernelSize"],"properties":{"filters":{"description":"Number of output channels.","type":"integer","minimum":1,"maximum":65536},"kernelSize":{"$ref":"#/definitions/pair"},"strides":{"description":"Step from window to window, of rows and columns alike.","type":"integer","minimum":1,"maximum":4096,"default":1},"padding":{"description":"valid: no padding. same: pad with zeros so that only the strides shrink the image.","enum":["valid","same"],"default":"valid"},"depthMultiplier":{"description":"Kernels for each channel that comes in.","type":"integer","minimum":1,"maximum":65536,"default":1},"dilationRate":{"$ref":"#/definitions/dilationRate","default":1},"useBias":{"description":"Add a trained bias to each output channel.","type":"boolean","default":true},"l1":{"description":"Adds this times the sum of the kernels' absolute values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"l2":{"description":"Adds this times the sum of the kernels' squared values to the loss (kernel_regularizer).","type":"number","minimum":0,"default":0},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"filters":32,"kernelSize":3}]};

function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.filters === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "filters"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kernelSize === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kernelSize"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func0.call(schema38.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.filters !== undefined){
let data0 = data.filters;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/type",keyword:"type",params:{type: "integer"},schema:schema38.properties.filters.type,parentSchema:schema38.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 65536 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},schema:65536,parentSchema:schema38.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema38.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.kernelSize !== undefined){
if(!(validate14(data.kernelSize, {instancePath:instancePath+"/kernelSize",parentData:data,parentDataProperty:"kernelSize",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
}
if(data.strides !== undefined){
let data2 = data.strides;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err6 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/type",keyword:"type",params:{type: "integer"},schema:schema38.properties.strides.type,parentSchema:schema38.properties.strides,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4096 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema38.properties.strides,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/strides",schemaPath:"#/properties/strides/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema38.properties.strides,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.padding !== undefined){
let data3 = data.padding;
if(!((data3 === "valid") || (data3 === "same"))){
const err9 = {instancePath:instancePath+"/padding",schemaPath:"#/properties/padding/enum",keyword:"enum",params:{allowedValues: schema38.properties.padding.enum},schema:schema38.properties.padding.enum,parentSchema:schema38.properties.padding,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.depthMultiplier !== undefined){
let data4 = data.depthMultiplier;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/depthMultiplier",schemaPath:"#/properties/depthMultiplier/type",keyword:"type",params:{type: "integer"},schema:schema38.properties.depthMultiplier.type,parentSchema:schema38.properties.depthMultiplier,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 65536 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/depthMultiplier",schemaPath:"#/properties/depthMultiplier/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},schema:65536,parentSchema:schema38.properties.depthMultiplier,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/depthMultiplier",schemaPath:"#/properties/depthMultiplier/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema38.properties.depthMultiplier,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.dilationRate !== undefined){
if(!(validate38(data.dilationRate, {instancePath:instancePath+"/dilationRate",parentData:data,parentDataProperty:"dilationRate",rootData}))){
vErrors = vErrors === null ? validate38.errors : joined(vErrors, validate38.errors);
errors = vErrors.length;
}
}
if(data.useBias !== undefined){
let data6 = data.useBias;
if(typeof data6 !== "boolean"){
const err13 = {instancePath:instancePath+"/useBias",schemaPath:"#/properties/useBias/type",keyword:"type",params:{type: "boolean"},schema:schema38.properties.useBias.type,parentSchema:schema38.properties.useBias,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.l1 !== undefined){
let data7 = data.l1;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
const err14 = {instancePath:instancePath+"/l1",schemaPath:"#/properties/l1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema38.properties.l1,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/l1",schemaPath:"#/properties/l1/type",keyword:"type",params:{type: "number"},schema:schema38.properties.l1.type,parentSchema:schema38.properties.l1,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.l2 !== undefined){
let data8 = data.l2;
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err16 = {instancePath:instancePath+"/l2",schemaPath:"#/properties/l2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema38.properties.l2,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/l2",schemaPath:"#/properties/l2/type",keyword:"type",params:{type: "number"},schema:schema38.properties.l2.type,parentSchema:schema38.properties.l2,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.kernelInitializer !== undefined){
if(!(validate40(data.kernelInitializer, {instancePath:instancePath+"/kernelInitializer",parentData:data,parentDataProperty:"kernelInitializer",rootData}))){
vErrors = vErrors === null ? validate40.errors : joined(vErrors, validate40.errors);
errors = vErrors.length;
}
}
if(data.trainable !== undefined){
if(!(validate42(data.trainable, {instancePath:instancePath+"/trainable",parentData:data,parentDataProperty:"trainable",rootData}))){
vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate94.errors = vErrors;
return errors === 0;
}

const schema39 = {"description":"Transposed 2-D convolution: makes an image larger by its strides, with a trained kernel (Conv2DTranspose).","type":"object","additionalProperties":false,"required":["filters","kernelSize"],"properties":{"filters":{"description":"Number of output channels.","type":"integer","minimum":1,"maximum":65536},"kernelSize":{"$ref":"#/definitions/pair"},"strides":{"$ref":"#/definitions/pair","default":1},"padding":{"description":"same: the size that comes in times the strides. valid: what the kernel adds beyond that too.","enum":["valid","same"],"default":"valid"},"useBias":{"description":"Add a trained bias to each output channel.","type":"boolean","default":true},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"l1":{"$ref":"#/definitions/l1","default":0},"l2":{"$ref":"#/definitions/l2","default":0},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"filters":32,"kernelSize":3,"strides":2,"padding":"same"}]};

function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.filters === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "filters"},schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kernelSize === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kernelSize"},schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func0.call(schema39.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.filters !== undefined){
let data0 = data.filters;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/type",keyword:"type",params:{type: "integer"},schema:schema39.properties.filters.type,parentSchema:schema39.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 65536 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},schema:65536,parentSchema:schema39.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema39.properties.filters,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.kernelSize !== undefined){
if(!(validate14(data.kernelSize, {instancePath:instancePath+"/kernelSize",parentData:data,parentDataProperty:"kernelSize",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
}
if(data.strides !== undefined){
if(!(validate14(data.strides, {instancePath:instancePath+"/strides",parentData:data,parentDataProperty:"strides",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
}
if(data.padding !== undefined){
let data3 = data.padding;
if(!((data3 === "valid") || (data3 === "same"))){
const err6 = {instancePath:instancePath+"/padding",schemaPath:"#/properties/padding/enum",keyword:"enum",params:{allowedValues: schema39.properties.padding.enum},schema:schema39.properties.padding.enum,parentSchema:schema39.properties.padding,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.useBias !== undefined){
let data4 = data.useBias;
if(typeof data4 !== "boolean"){
const err7 = {instancePath:instancePath+"/useBias",schemaPath:"#/properties/useBias/type",keyword:"type",params:{type: "boolean"},schema:schema39.properties.useBias.type,parentSchema:schema39.properties.useBias,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.kernelInitializer !== undefined){
if(!(validate40(data.kernelInitializer, {instancePath:instancePath+"/kernelInitializer",parentData:data,parentDataProperty:"kernelInitializer",rootData}))){
vErrors = vErrors === null ? validate40.errors : joined(vErrors, validate40.errors);
errors = vErrors.length;
}
}
if(data.l1 !== undefined){
if(!(validate60(data.l1, {instancePath:instancePath+"/l1",parentData:data,parentDataProperty:"l1",rootData}))){
vErrors = vErrors === null ? validate60.errors : joined(vErrors, validate60.errors);
errors = vErrors.length;
}
}
if(data.l2 !== undefined){
if(!(validate62(data.l2, {instancePath:instancePath+"/l2",parentData:data,parentDataProperty:"l2",rootData}))){
vErrors = vErrors === null ? validate62.errors : joined(vErrors, validate62.errors);
errors = vErrors.length;
}
}
if(data.trainable !== undefined){
if(!(validate42(data.trainable, {instancePath:instancePath+"/trainable",parentData:data,parentDataProperty:"trainable",rootData}))){
vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate101.errors = vErrors;
return errors === 0;
}

const schema40 = {"description":"Makes an image this many times as high and as wide (UpSampling2D).","type":"object","additionalProperties":false,"properties":{"size":{"$ref":"#/definitions/pair","default":2},"interpolation":{"description":"nearest: the nearest value. bilinear: in between.","enum":["nearest","bilinear"],"default":"nearest"},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"size":2}]};

function validate110(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "size") || (key0 === "interpolation")) || (key0 === "name"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.size !== undefined){
if(!(validate14(data.size, {instancePath:instancePath+"/size",parentData:data,parentDataProperty:"size",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
}
if(data.interpolation !== undefined){
let data1 = data.interpolation;
if(!((data1 === "nearest") || (data1 === "bilinear"))){
const err1 = {instancePath:instancePath+"/interpolation",schemaPath:"#/properties/interpolation/enum",keyword:"enum",params:{allowedValues: schema40.properties.interpolation.enum},schema:schema40.properties.interpolation.enum,parentSchema:schema40.properties.interpolation,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate110.errors = vErrors;
return errors === 0;
}

const schema41 = {"description":"Resizes any image to this size (Resizing).","type":"object","additionalProperties":false,"required":["size"],"properties":{"size":{"$ref":"#/definitions/pair"},"interpolation":{"description":"nearest: the nearest value. bilinear: in between.","enum":["nearest","bilinear"],"default":"bilinear"},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"size":32}]};

function validate114(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.size === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "size"},schema:schema41.required,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "size") || (key0 === "interpolation")) || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.size !== undefined){
if(!(validate14(data.size, {instancePath:instancePath+"/size",parentData:data,parentDataProperty:"size",rootData}))){
vErrors = vErrors === null ? validate14.errors : joined(vErrors, validate14.errors);
errors = vErrors.length;
}
}
if(data.interpolation !== undefined){
let data1 = data.interpolation;
if(!((data1 === "nearest") || (data1 === "bilinear"))){
const err2 = {instancePath:instancePath+"/interpolation",schemaPath:"#/properties/interpolation/enum",keyword:"enum",params:{allowedValues: schema41.properties.interpolation.enum},schema:schema41.properties.interpolation.enum,parentSchema:schema41.properties.interpolation,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema41.type,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate114.errors = vErrors;
return errors === 0;
}

const schema42 = {"description":"Rows and columns of zeros around the image (ZeroPadding2D).","type":"object","additionalProperties":false,"required":["sides"],"properties":{"sides":{"$ref":"#/definitions/sides"},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"sides":1}]};
const schema43 = {"description":"Rows and columns: one number for all four sides, or [top, bottom, left, right].","examples":[1],"anyOf":[{"type":"integer","minimum":0,"maximum":4096},{"description":"[top, bottom, left, right]","type":"array","items":{"type":"integer","minimum":0,"maximum":4096},"minItems":4,"maxItems":4}]};

function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "integer"},schema:schema43.anyOf[0].type,parentSchema:schema43.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 4096 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema43.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema43.anyOf[0],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(Array.isArray(data)){
if(data.length > 4){
const err3 = {instancePath,schemaPath:"#/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 4},schema:4,parentSchema:schema43.anyOf[1],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.length < 4){
const err4 = {instancePath,schemaPath:"#/anyOf/1/minItems",keyword:"minItems",params:{limit: 4},schema:4,parentSchema:schema43.anyOf[1],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/type",keyword:"type",params:{type: "integer"},schema:schema43.anyOf[1].items.type,parentSchema:schema43.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 4096 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4096},schema:4096,parentSchema:schema43.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/anyOf/1/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema43.anyOf[1].items,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema43.anyOf[1].type,parentSchema:schema43.anyOf[1],data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err9 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema43.anyOf,parentSchema:schema43,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate119.errors = vErrors;
return errors === 0;
}


function validate118(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sides === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sides"},schema:schema42.required,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "sides") || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.sides !== undefined){
if(!(validate119(data.sides, {instancePath:instancePath+"/sides",parentData:data,parentDataProperty:"sides",rootData}))){
vErrors = vErrors === null ? validate119.errors : joined(vErrors, validate119.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate118.errors = vErrors;
return errors === 0;
}

const schema44 = {"description":"Rows and columns cut off the image (Cropping2D).","type":"object","additionalProperties":false,"required":["sides"],"properties":{"sides":{"$ref":"#/definitions/sides"},"name":{"$ref":"#/definitions/layerName"}},"examples":[{"sides":1}]};

function validate123(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sides === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sides"},schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "sides") || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.sides !== undefined){
if(!(validate119(data.sides, {instancePath:instancePath+"/sides",parentData:data,parentDataProperty:"sides",rootData}))){
vErrors = vErrors === null ? validate119.errors : joined(vErrors, validate119.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate123.errors = vErrors;
return errors === 0;
}

const schema45 = {"description":"Layers whose output is added to what comes in (He et al., 2015). Where the shapes differ, what comes in goes through a 1 × 1 convolution first, and where the layers have a normalisation (batchNorm, groupNorm or layerNorm) through one like the last of them. The relu behind a residual block is a layer of its own.","anyOf":[{"type":"array","minItems":1,"items":{"$ref":"#/definitions/layer"}},{"type":"object","additionalProperties":false,"required":["layers"],"properties":{"layers":{"description":"The layers.","type":"array","minItems":1,"items":{"$ref":"#/definitions/layer"}},"name":{"$ref":"#/definitions/layerName"}}}],"examples":[[{"conv":{"filters":32,"kernelSize":3,"padding":"same"}},"relu",{"conv":{"filters":32,"kernelSize":3,"padding":"same"}}]]};
const wrapper0 = {validate: validate34};

function validate127(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/anyOf/0/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema45.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(wrapper0.validate(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema45.anyOf[0].type,parentSchema:schema45.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.layers === undefined){
const err2 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "layers"},schema:schema45.anyOf[1].required,parentSchema:schema45.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "layers") || (key0 === "name"))){
const err3 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema45.anyOf[1],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.layers !== undefined){
let data1 = data.layers;
if(Array.isArray(data1)){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/layers",schemaPath:"#/anyOf/1/properties/layers/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema45.anyOf[1].properties.layers,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len1 = data1.length;
for(let i1=0; i1<len1; i1++){
if(!(wrapper0.validate(data1[i1], {instancePath:instancePath+"/layers/" + i1,parentData:data1,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/layers",schemaPath:"#/anyOf/1/properties/layers/type",keyword:"type",params:{type: "array"},schema:schema45.anyOf[1].properties.layers.type,parentSchema:schema45.anyOf[1].properties.layers,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema45.anyOf[1].type,parentSchema:schema45.anyOf[1],data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err7 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema45.anyOf,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate127.errors = vErrors;
return errors === 0;
}

const schema46 = {"description":"Lists of layers side by side, whose outputs have one shape and are added; an empty list passes its input on unchanged. Keras's Add.","anyOf":[{"$ref":"#/definitions/branches"},{"type":"object","additionalProperties":false,"required":["branches"],"properties":{"branches":{"$ref":"#/definitions/branches"},"name":{"$ref":"#/definitions/layerName"}}}],"examples":[[[{"conv":{"filters":32,"kernelSize":3,"padding":"same"}}],[]]]};
const schema47 = {"description":"Lists of layers side by side, each given the same input.","type":"array","minItems":2,"items":{"type":"array","items":{"$ref":"#/definitions/layer"}}};

function validate131(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length < 2){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(Array.isArray(data0)){
const len1 = data0.length;
for(let i1=0; i1<len1; i1++){
if(!(wrapper0.validate(data0[i1], {instancePath:instancePath+"/" + i0+"/" + i1,parentData:data0,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "array"},schema:schema47.items.type,parentSchema:schema47.items,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema47.type,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}


function validate130(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(validate131(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate131.errors : joined(vErrors, validate131.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.branches === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "branches"},schema:schema46.anyOf[1].required,parentSchema:schema46.anyOf[1],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "branches") || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema46.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.branches !== undefined){
if(!(validate131(data.branches, {instancePath:instancePath+"/branches",parentData:data,parentDataProperty:"branches",rootData}))){
vErrors = vErrors === null ? validate131.errors : joined(vErrors, validate131.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema46.anyOf[1].type,parentSchema:schema46.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema46.anyOf,parentSchema:schema46,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate130.errors = vErrors;
return errors === 0;
}

const schema48 = {"description":"Lists of layers side by side, whose outputs are concatenated along the channels; an empty list passes its input on unchanged. Keras's Concatenate.","anyOf":[{"$ref":"#/definitions/branches"},{"type":"object","additionalProperties":false,"required":["branches"],"properties":{"branches":{"$ref":"#/definitions/branches"},"name":{"$ref":"#/definitions/layerName"}}}],"examples":[[[{"conv":{"filters":32,"kernelSize":1}}],[{"conv":{"filters":32,"kernelSize":3,"padding":"same"}}]]]};

function validate136(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(validate131(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate131.errors : joined(vErrors, validate131.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.branches === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "branches"},schema:schema48.anyOf[1].required,parentSchema:schema48.anyOf[1],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "branches") || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema48.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.branches !== undefined){
if(!(validate131(data.branches, {instancePath:instancePath+"/branches",parentData:data,parentDataProperty:"branches",rootData}))){
vErrors = vErrors === null ? validate131.errors : joined(vErrors, validate131.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema48.anyOf[1].type,parentSchema:schema48.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema48.anyOf,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate136.errors = vErrors;
return errors === 0;
}

const schema49 = {"description":"min(max(x, 0), 6), element by element.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate141(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema49.type,parentSchema:schema49,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate141.errors = vErrors;
return errors === 0;
}

const schema50 = {"description":"x where it is positive, x times a small slope elsewhere.","type":"object","additionalProperties":false,"properties":{"negativeSlope":{"description":"What negative values are multiplied by; Keras's is 0.3, PyTorch's 0.01.","type":"number","minimum":0,"maximum":1,"default":0.3},"name":{"$ref":"#/definitions/layerName"}}};

function validate144(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "negativeSlope") || (key0 === "name"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.negativeSlope !== undefined){
let data0 = data.negativeSlope;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/negativeSlope",schemaPath:"#/properties/negativeSlope/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},schema:1,parentSchema:schema50.properties.negativeSlope,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/negativeSlope",schemaPath:"#/properties/negativeSlope/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema50.properties.negativeSlope,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/negativeSlope",schemaPath:"#/properties/negativeSlope/type",keyword:"type",params:{type: "number"},schema:schema50.properties.negativeSlope.type,parentSchema:schema50.properties.negativeSlope,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema50.type,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate144.errors = vErrors;
return errors === 0;
}

const schema51 = {"description":"x where it is positive, x times a slope that is trained elsewhere; slopes begin at 0 (He et al., 2015).","type":"object","additionalProperties":false,"properties":{"sharedAxes":{"description":"Of 1 (height), 2 (width) and 3 (channels) those along which all values have one slope: [1, 2] for a slope per channel; null for a slope per value.","examples":[[1,2]],"default":null,"anyOf":[{"description":"A slope per value.","type":"null"},{"type":"array","minItems":1,"maxItems":3,"items":{"type":"integer","minimum":1,"maximum":3}}]},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}}};

function validate147(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "sharedAxes") || (key0 === "trainable")) || (key0 === "name"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.sharedAxes !== undefined){
let data0 = data.sharedAxes;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(data0 !== null){
const err1 = {instancePath:instancePath+"/sharedAxes",schemaPath:"#/properties/sharedAxes/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema51.properties.sharedAxes.anyOf[0].type,parentSchema:schema51.properties.sharedAxes.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if(Array.isArray(data0)){
if(data0.length > 3){
const err2 = {instancePath:instancePath+"/sharedAxes",schemaPath:"#/properties/sharedAxes/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 3},schema:3,parentSchema:schema51.properties.sharedAxes.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/sharedAxes",schemaPath:"#/properties/sharedAxes/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema51.properties.sharedAxes.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/sharedAxes/" + i0,schemaPath:"#/properties/sharedAxes/anyOf/1/items/type",keyword:"type",params:{type: "integer"},schema:schema51.properties.sharedAxes.anyOf[1].items.type,parentSchema:schema51.properties.sharedAxes.anyOf[1].items,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 3 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/sharedAxes/" + i0,schemaPath:"#/properties/sharedAxes/anyOf/1/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3},schema:3,parentSchema:schema51.properties.sharedAxes.anyOf[1].items,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/sharedAxes/" + i0,schemaPath:"#/properties/sharedAxes/anyOf/1/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema51.properties.sharedAxes.anyOf[1].items,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
else {
const err7 = {instancePath:instancePath+"/sharedAxes",schemaPath:"#/properties/sharedAxes/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema51.properties.sharedAxes.anyOf[1].type,parentSchema:schema51.properties.sharedAxes.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err8 = {instancePath:instancePath+"/sharedAxes",schemaPath:"#/properties/sharedAxes/anyOf",keyword:"anyOf",params:{},schema:schema51.properties.sharedAxes.anyOf,parentSchema:schema51.properties.sharedAxes,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.trainable !== undefined){
if(!(validate42(data.trainable, {instancePath:instancePath+"/trainable",parentData:data,parentDataProperty:"trainable",rootData}))){
vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema51.type,parentSchema:schema51,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate147.errors = vErrors;
return errors === 0;
}

const schema52 = {"description":"x where it is positive, exp(x) - 1 elsewhere. Keras's ELU with alpha 1.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate151(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema52.type,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate151.errors = vErrors;
return errors === 0;
}

const schema53 = {"description":"1.0507 x where x is positive, 1.7581 (exp(x) - 1) elsewhere (Klambauer et al., 2017). Goes with kernelInitializer: lecunNormal.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate154(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema53.type,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate154.errors = vErrors;
return errors === 0;
}

const schema54 = {"description":"x Φ(x), Φ being the normal distribution (Hendrycks and Gimpel, 2016); exact, not by tanh.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate157(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema54.type,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate157.errors = vErrors;
return errors === 0;
}

const schema55 = {"description":"x sigmoid(x) (Ramachandran et al., 2017). SiLU is the same.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate160(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema55.type,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate160.errors = vErrors;
return errors === 0;
}

const schema56 = {"description":"x relu6(x + 3) / 6: swish in straight pieces (Howard et al., 2019).","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate163(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema56.type,parentSchema:schema56,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate163.errors = vErrors;
return errors === 0;
}

const schema57 = {"description":"1 / (1 + exp(-x)), element by element. Between layers; after a last layer with units: 1 it is added automatically.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate166(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate166.errors = vErrors;
return errors === 0;
}

const schema58 = {"description":"Hyperbolic tangent, element by element.","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"#/definitions/layerName"}}};

function validate169(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate169.errors = vErrors;
return errors === 0;
}

const schema59 = {"description":"Normalise each place of an image over its channels, and a row of numbers over all of them, then scale and move each channel (Ba et al., 2016).","type":"object","additionalProperties":false,"properties":{"epsilon":{"description":"Added to the variance.","type":"number","exclusiveMinimum":0,"default":0.001},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}}};

function validate172(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "epsilon") || (key0 === "trainable")) || (key0 === "name"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data0 = data.epsilon;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 <= 0 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema59.properties.epsilon,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/type",keyword:"type",params:{type: "number"},schema:schema59.properties.epsilon.type,parentSchema:schema59.properties.epsilon,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.trainable !== undefined){
if(!(validate42(data.trainable, {instancePath:instancePath+"/trainable",parentData:data,parentDataProperty:"trainable",rootData}))){
vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema59.type,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate172.errors = vErrors;
return errors === 0;
}

const schema60 = {"description":"Normalise each image separately, one group of neighbouring channels at a time, then scale and move each channel (Wu and He, 2018). It does not depend on the batch size.","type":"object","additionalProperties":false,"properties":{"groups":{"description":"Number of groups, which the number of channels has to be a multiple of.","type":"integer","minimum":1,"maximum":65536,"default":32},"epsilon":{"description":"Added to the variance.","type":"number","exclusiveMinimum":0,"default":0.001},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}}};

function validate176(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "groups") || (key0 === "epsilon")) || (key0 === "trainable")) || (key0 === "name"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.groups !== undefined){
let data0 = data.groups;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.groups.type,parentSchema:schema60.properties.groups,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 65536 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},schema:65536,parentSchema:schema60.properties.groups,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.groups,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.epsilon !== undefined){
let data1 = data.epsilon;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema60.properties.epsilon,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/type",keyword:"type",params:{type: "number"},schema:schema60.properties.epsilon.type,parentSchema:schema60.properties.epsilon,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.trainable !== undefined){
if(!(validate42(data.trainable, {instancePath:instancePath+"/trainable",parentData:data,parentDataProperty:"trainable",rootData}))){
vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate176.errors = vErrors;
return errors === 0;
}

const schema61 = {"description":"Multiply each channel by a number from 0 to 1 that follows from the means of all of them, through a dense layer with relu and one with sigmoid (Hu et al., 2018).","type":"object","additionalProperties":false,"properties":{"ratio":{"description":"The first of the two dense layers has channels / ratio units, rounded down, at least 1.","type":"integer","minimum":1,"maximum":65536,"default":16},"units":{"description":"Units of the first of the two dense layers, in place of ratio.","examples":[8],"type":["null","integer"],"minimum":1,"maximum":65536,"default":null},"activation":{"description":"Behind the first of the two dense layers.","enum":["relu","swish"],"default":"relu"},"kernelInitializer":{"$ref":"#/definitions/kernelInitializer","default":"glorotUniform"},"l1":{"$ref":"#/definitions/l1","default":0},"l2":{"$ref":"#/definitions/l2","default":0},"trainable":{"$ref":"#/definitions/trainable","default":true},"name":{"$ref":"#/definitions/layerName"}}};

function validate180(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "ratio") || (key0 === "units")) || (key0 === "activation")) || (key0 === "kernelInitializer")) || (key0 === "l1")) || (key0 === "l2")) || (key0 === "trainable")) || (key0 === "name"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ratio !== undefined){
let data0 = data.ratio;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/ratio",schemaPath:"#/properties/ratio/type",keyword:"type",params:{type: "integer"},schema:schema61.properties.ratio.type,parentSchema:schema61.properties.ratio,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 65536 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/ratio",schemaPath:"#/properties/ratio/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},schema:65536,parentSchema:schema61.properties.ratio,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/ratio",schemaPath:"#/properties/ratio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema61.properties.ratio,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.units !== undefined){
let data1 = data.units;
if((data1 !== null) && (!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1))))){
const err4 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/type",keyword:"type",params:{type: schema61.properties.units.type},schema:schema61.properties.units.type,parentSchema:schema61.properties.units,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 65536 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},schema:65536,parentSchema:schema61.properties.units,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema61.properties.units,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.activation !== undefined){
let data2 = data.activation;
if(!((data2 === "relu") || (data2 === "swish"))){
const err7 = {instancePath:instancePath+"/activation",schemaPath:"#/properties/activation/enum",keyword:"enum",params:{allowedValues: schema61.properties.activation.enum},schema:schema61.properties.activation.enum,parentSchema:schema61.properties.activation,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.kernelInitializer !== undefined){
if(!(validate40(data.kernelInitializer, {instancePath:instancePath+"/kernelInitializer",parentData:data,parentDataProperty:"kernelInitializer",rootData}))){
vErrors = vErrors === null ? validate40.errors : joined(vErrors, validate40.errors);
errors = vErrors.length;
}
}
if(data.l1 !== undefined){
if(!(validate60(data.l1, {instancePath:instancePath+"/l1",parentData:data,parentDataProperty:"l1",rootData}))){
vErrors = vErrors === null ? validate60.errors : joined(vErrors, validate60.errors);
errors = vErrors.length;
}
}
if(data.l2 !== undefined){
if(!(validate62(data.l2, {instancePath:instancePath+"/l2",parentData:data,parentDataProperty:"l2",rootData}))){
vErrors = vErrors === null ? validate62.errors : joined(vErrors, validate62.errors);
errors = vErrors.length;
}
}
if(data.trainable !== undefined){
if(!(validate42(data.trainable, {instancePath:instancePath+"/trainable",parentData:data,parentDataProperty:"trainable",rootData}))){
vErrors = vErrors === null ? validate42.errors : joined(vErrors, validate42.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate180.errors = vErrors;
return errors === 0;
}

const schema62 = {"description":"Set a random fraction of the channels to 0 while training, each for a whole image, and scale up the rest. Keras's SpatialDropout2D.","examples":[0.2],"anyOf":[{"$ref":"#/definitions/dropoutRate"},{"type":"object","additionalProperties":false,"required":["rate"],"properties":{"rate":{"$ref":"#/definitions/dropoutRate"},"name":{"$ref":"#/definitions/layerName"}}}]};

function validate187(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(validate68(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate68.errors : joined(vErrors, validate68.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.rate === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "rate"},schema:schema62.anyOf[1].required,parentSchema:schema62.anyOf[1],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "rate") || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema62.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.rate !== undefined){
if(!(validate68(data.rate, {instancePath:instancePath+"/rate",parentData:data,parentDataProperty:"rate",rootData}))){
vErrors = vErrors === null ? validate68.errors : joined(vErrors, validate68.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema62.anyOf[1].type,parentSchema:schema62.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema62.anyOf,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate187.errors = vErrors;
return errors === 0;
}

const schema63 = {"description":"Add normally distributed noise while training.","examples":[0.1],"anyOf":[{"$ref":"#/definitions/noiseDeviation"},{"type":"object","additionalProperties":false,"required":["stddev"],"properties":{"stddev":{"$ref":"#/definitions/noiseDeviation"},"name":{"$ref":"#/definitions/layerName"}}}]};
const schema64 = {"description":"Standard deviation of the noise.","examples":[0.1],"type":"number","minimum":0};

function validate193(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data == "number") && (isFinite(data))){
if(data < 0 || isNaN(data)){
const err0 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "number"},schema:schema64.type,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate193.errors = vErrors;
return errors === 0;
}


function validate192(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(validate193(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate193.errors : joined(vErrors, validate193.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stddev === undefined){
const err0 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "stddev"},schema:schema63.anyOf[1].required,parentSchema:schema63.anyOf[1],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "stddev") || (key0 === "name"))){
const err1 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema63.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.stddev !== undefined){
if(!(validate193(data.stddev, {instancePath:instancePath+"/stddev",parentData:data,parentDataProperty:"stddev",rootData}))){
vErrors = vErrors === null ? validate193.errors : joined(vErrors, validate193.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
if(!(validate44(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate44.errors : joined(vErrors, validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema63.anyOf[1].type,parentSchema:schema63.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema63.anyOf,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate192.errors = vErrors;
return errors === 0;
}


function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema18.anyOf[0].type,parentSchema:schema18.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((((((((((((((((((data === "relu") || (data === "relu6")) || (data === "leakyRelu")) || (data === "prelu")) || (data === "elu")) || (data === "selu")) || (data === "gelu")) || (data === "swish")) || (data === "hardSwish")) || (data === "sigmoid")) || (data === "tanh")) || (data === "pool")) || (data === "globalPool")) || (data === "upSampling")) || (data === "flatten")) || (data === "batchNorm")) || (data === "layerNorm")) || (data === "groupNorm")) || (data === "squeezeExcite")) || (data === "softmax"))){
const err1 = {instancePath,schemaPath:"#/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema18.anyOf[0].enum},schema:schema18.anyOf[0].enum,parentSchema:schema18.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err2 = {instancePath,schemaPath:"#/anyOf/1/maxProperties",keyword:"maxProperties",params:{limit: 1},schema:1,parentSchema:schema18.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Object.keys(data).length < 1){
const err3 = {instancePath,schemaPath:"#/anyOf/1/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema18.anyOf[1],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func0.call(schema18.anyOf[1].properties, key0))){
const err4 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema18.anyOf[1],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.conv !== undefined){
if(!(validate35(data.conv, {instancePath:instancePath+"/conv",parentData:data,parentDataProperty:"conv",rootData}))){
vErrors = vErrors === null ? validate35.errors : joined(vErrors, validate35.errors);
errors = vErrors.length;
}
}
if(data.relu !== undefined){
if(!(validate47(data.relu, {instancePath:instancePath+"/relu",parentData:data,parentDataProperty:"relu",rootData}))){
vErrors = vErrors === null ? validate47.errors : joined(vErrors, validate47.errors);
errors = vErrors.length;
}
}
if(data.pool !== undefined){
if(!(validate50(data.pool, {instancePath:instancePath+"/pool",parentData:data,parentDataProperty:"pool",rootData}))){
vErrors = vErrors === null ? validate50.errors : joined(vErrors, validate50.errors);
errors = vErrors.length;
}
}
if(data.flatten !== undefined){
if(!(validate55(data.flatten, {instancePath:instancePath+"/flatten",parentData:data,parentDataProperty:"flatten",rootData}))){
vErrors = vErrors === null ? validate55.errors : joined(vErrors, validate55.errors);
errors = vErrors.length;
}
}
if(data.dense !== undefined){
if(!(validate58(data.dense, {instancePath:instancePath+"/dense",parentData:data,parentDataProperty:"dense",rootData}))){
vErrors = vErrors === null ? validate58.errors : joined(vErrors, validate58.errors);
errors = vErrors.length;
}
}
if(data.dropout !== undefined){
if(!(validate67(data.dropout, {instancePath:instancePath+"/dropout",parentData:data,parentDataProperty:"dropout",rootData}))){
vErrors = vErrors === null ? validate67.errors : joined(vErrors, validate67.errors);
errors = vErrors.length;
}
}
if(data.batchNorm !== undefined){
if(!(validate73(data.batchNorm, {instancePath:instancePath+"/batchNorm",parentData:data,parentDataProperty:"batchNorm",rootData}))){
vErrors = vErrors === null ? validate73.errors : joined(vErrors, validate73.errors);
errors = vErrors.length;
}
}
if(data.softmax !== undefined){
if(!(validate76(data.softmax, {instancePath:instancePath+"/softmax",parentData:data,parentDataProperty:"softmax",rootData}))){
vErrors = vErrors === null ? validate76.errors : joined(vErrors, validate76.errors);
errors = vErrors.length;
}
}
if(data.globalPool !== undefined){
if(!(validate78(data.globalPool, {instancePath:instancePath+"/globalPool",parentData:data,parentDataProperty:"globalPool",rootData}))){
vErrors = vErrors === null ? validate78.errors : joined(vErrors, validate78.errors);
errors = vErrors.length;
}
}
if(data.preprocessInput !== undefined){
if(!(validate81(data.preprocessInput, {instancePath:instancePath+"/preprocessInput",parentData:data,parentDataProperty:"preprocessInput",rootData}))){
vErrors = vErrors === null ? validate81.errors : joined(vErrors, validate81.errors);
errors = vErrors.length;
}
}
if(data.normalization !== undefined){
if(!(validate84(data.normalization, {instancePath:instancePath+"/normalization",parentData:data,parentDataProperty:"normalization",rootData}))){
vErrors = vErrors === null ? validate84.errors : joined(vErrors, validate84.errors);
errors = vErrors.length;
}
}
if(data.depthwiseConv !== undefined){
if(!(validate87(data.depthwiseConv, {instancePath:instancePath+"/depthwiseConv",parentData:data,parentDataProperty:"depthwiseConv",rootData}))){
vErrors = vErrors === null ? validate87.errors : joined(vErrors, validate87.errors);
errors = vErrors.length;
}
}
if(data.separableConv !== undefined){
if(!(validate94(data.separableConv, {instancePath:instancePath+"/separableConv",parentData:data,parentDataProperty:"separableConv",rootData}))){
vErrors = vErrors === null ? validate94.errors : joined(vErrors, validate94.errors);
errors = vErrors.length;
}
}
if(data.convTranspose !== undefined){
if(!(validate101(data.convTranspose, {instancePath:instancePath+"/convTranspose",parentData:data,parentDataProperty:"convTranspose",rootData}))){
vErrors = vErrors === null ? validate101.errors : joined(vErrors, validate101.errors);
errors = vErrors.length;
}
}
if(data.upSampling !== undefined){
if(!(validate110(data.upSampling, {instancePath:instancePath+"/upSampling",parentData:data,parentDataProperty:"upSampling",rootData}))){
vErrors = vErrors === null ? validate110.errors : joined(vErrors, validate110.errors);
errors = vErrors.length;
}
}
if(data.resize !== undefined){
if(!(validate114(data.resize, {instancePath:instancePath+"/resize",parentData:data,parentDataProperty:"resize",rootData}))){
vErrors = vErrors === null ? validate114.errors : joined(vErrors, validate114.errors);
errors = vErrors.length;
}
}
if(data.zeroPadding !== undefined){
if(!(validate118(data.zeroPadding, {instancePath:instancePath+"/zeroPadding",parentData:data,parentDataProperty:"zeroPadding",rootData}))){
vErrors = vErrors === null ? validate118.errors : joined(vErrors, validate118.errors);
errors = vErrors.length;
}
}
if(data.cropping !== undefined){
if(!(validate123(data.cropping, {instancePath:instancePath+"/cropping",parentData:data,parentDataProperty:"cropping",rootData}))){
vErrors = vErrors === null ? validate123.errors : joined(vErrors, validate123.errors);
errors = vErrors.length;
}
}
if(data.residual !== undefined){
if(!(validate127(data.residual, {instancePath:instancePath+"/residual",parentData:data,parentDataProperty:"residual",rootData}))){
vErrors = vErrors === null ? validate127.errors : joined(vErrors, validate127.errors);
errors = vErrors.length;
}
}
if(data.add !== undefined){
if(!(validate130(data.add, {instancePath:instancePath+"/add",parentData:data,parentDataProperty:"add",rootData}))){
vErrors = vErrors === null ? validate130.errors : joined(vErrors, validate130.errors);
errors = vErrors.length;
}
}
if(data.concat !== undefined){
if(!(validate136(data.concat, {instancePath:instancePath+"/concat",parentData:data,parentDataProperty:"concat",rootData}))){
vErrors = vErrors === null ? validate136.errors : joined(vErrors, validate136.errors);
errors = vErrors.length;
}
}
if(data.relu6 !== undefined){
if(!(validate141(data.relu6, {instancePath:instancePath+"/relu6",parentData:data,parentDataProperty:"relu6",rootData}))){
vErrors = vErrors === null ? validate141.errors : joined(vErrors, validate141.errors);
errors = vErrors.length;
}
}
if(data.leakyRelu !== undefined){
if(!(validate144(data.leakyRelu, {instancePath:instancePath+"/leakyRelu",parentData:data,parentDataProperty:"leakyRelu",rootData}))){
vErrors = vErrors === null ? validate144.errors : joined(vErrors, validate144.errors);
errors = vErrors.length;
}
}
if(data.prelu !== undefined){
if(!(validate147(data.prelu, {instancePath:instancePath+"/prelu",parentData:data,parentDataProperty:"prelu",rootData}))){
vErrors = vErrors === null ? validate147.errors : joined(vErrors, validate147.errors);
errors = vErrors.length;
}
}
if(data.elu !== undefined){
if(!(validate151(data.elu, {instancePath:instancePath+"/elu",parentData:data,parentDataProperty:"elu",rootData}))){
vErrors = vErrors === null ? validate151.errors : joined(vErrors, validate151.errors);
errors = vErrors.length;
}
}
if(data.selu !== undefined){
if(!(validate154(data.selu, {instancePath:instancePath+"/selu",parentData:data,parentDataProperty:"selu",rootData}))){
vErrors = vErrors === null ? validate154.errors : joined(vErrors, validate154.errors);
errors = vErrors.length;
}
}
if(data.gelu !== undefined){
if(!(validate157(data.gelu, {instancePath:instancePath+"/gelu",parentData:data,parentDataProperty:"gelu",rootData}))){
vErrors = vErrors === null ? validate157.errors : joined(vErrors, validate157.errors);
errors = vErrors.length;
}
}
if(data.swish !== undefined){
if(!(validate160(data.swish, {instancePath:instancePath+"/swish",parentData:data,parentDataProperty:"swish",rootData}))){
vErrors = vErrors === null ? validate160.errors : joined(vErrors, validate160.errors);
errors = vErrors.length;
}
}
if(data.hardSwish !== undefined){
if(!(validate163(data.hardSwish, {instancePath:instancePath+"/hardSwish",parentData:data,parentDataProperty:"hardSwish",rootData}))){
vErrors = vErrors === null ? validate163.errors : joined(vErrors, validate163.errors);
errors = vErrors.length;
}
}
if(data.sigmoid !== undefined){
if(!(validate166(data.sigmoid, {instancePath:instancePath+"/sigmoid",parentData:data,parentDataProperty:"sigmoid",rootData}))){
vErrors = vErrors === null ? validate166.errors : joined(vErrors, validate166.errors);
errors = vErrors.length;
}
}
if(data.tanh !== undefined){
if(!(validate169(data.tanh, {instancePath:instancePath+"/tanh",parentData:data,parentDataProperty:"tanh",rootData}))){
vErrors = vErrors === null ? validate169.errors : joined(vErrors, validate169.errors);
errors = vErrors.length;
}
}
if(data.layerNorm !== undefined){
if(!(validate172(data.layerNorm, {instancePath:instancePath+"/layerNorm",parentData:data,parentDataProperty:"layerNorm",rootData}))){
vErrors = vErrors === null ? validate172.errors : joined(vErrors, validate172.errors);
errors = vErrors.length;
}
}
if(data.groupNorm !== undefined){
if(!(validate176(data.groupNorm, {instancePath:instancePath+"/groupNorm",parentData:data,parentDataProperty:"groupNorm",rootData}))){
vErrors = vErrors === null ? validate176.errors : joined(vErrors, validate176.errors);
errors = vErrors.length;
}
}
if(data.squeezeExcite !== undefined){
if(!(validate180(data.squeezeExcite, {instancePath:instancePath+"/squeezeExcite",parentData:data,parentDataProperty:"squeezeExcite",rootData}))){
vErrors = vErrors === null ? validate180.errors : joined(vErrors, validate180.errors);
errors = vErrors.length;
}
}
if(data.spatialDropout !== undefined){
if(!(validate187(data.spatialDropout, {instancePath:instancePath+"/spatialDropout",parentData:data,parentDataProperty:"spatialDropout",rootData}))){
vErrors = vErrors === null ? validate187.errors : joined(vErrors, validate187.errors);
errors = vErrors.length;
}
}
if(data.gaussianNoise !== undefined){
if(!(validate192(data.gaussianNoise, {instancePath:instancePath+"/gaussianNoise",parentData:data,parentDataProperty:"gaussianNoise",rootData}))){
vErrors = vErrors === null ? validate192.errors : joined(vErrors, validate192.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema18.anyOf[1].type,parentSchema:schema18.anyOf[1],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err6 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema18.anyOf,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate34.errors = vErrors;
return errors === 0;
}


function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.from === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from"},schema:schema17.required,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "from") || (key0 === "weights")) || (key0 === "until")) || (key0 === "trainable")) || (key0 === "trunk"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.from !== undefined){
let data0 = data.from;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(!(((data0 === "mobilenetV2") || (data0 === "resnet50")) || (data0 === "efficientnetB0"))){
const err2 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema17.properties.from.anyOf[0].enum},schema:schema17.properties.from.anyOf[0].enum,parentSchema:schema17.properties.from.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs5 = errors;
if(typeof data0 === "string"){
if(func1(data0) < 1){
const err3 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/anyOf/1/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17.properties.from.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/anyOf/1/type",keyword:"type",params:{type: "string"},schema:schema17.properties.from.anyOf[1].type,parentSchema:schema17.properties.from.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err5 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/anyOf",keyword:"anyOf",params:{},schema:schema17.properties.from.anyOf,parentSchema:schema17.properties.from,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.weights !== undefined){
let data1 = data.weights;
if((data1 !== null) && (typeof data1 !== "string")){
const err6 = {instancePath:instancePath+"/weights",schemaPath:"#/properties/weights/type",keyword:"type",params:{type: schema17.properties.weights.type},schema:schema17.properties.weights.type,parentSchema:schema17.properties.weights,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data1 === "string"){
if(func1(data1) < 1){
const err7 = {instancePath:instancePath+"/weights",schemaPath:"#/properties/weights/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17.properties.weights,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.until !== undefined){
let data2 = data.until;
if((data2 !== null) && (typeof data2 !== "string")){
const err8 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/type",keyword:"type",params:{type: schema17.properties.until.type},schema:schema17.properties.until.type,parentSchema:schema17.properties.until,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(typeof data2 === "string"){
if(func1(data2) < 1){
const err9 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema17.properties.until,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.trainable !== undefined){
let data3 = data.trainable;
const _errs12 = errors;
let valid2 = false;
const _errs13 = errors;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.last === undefined){
const err10 = {instancePath:instancePath+"/trainable",schemaPath:"#/properties/trainable/anyOf/0/required",keyword:"required",params:{missingProperty: "last"},schema:schema17.properties.trainable.anyOf[0].required,parentSchema:schema17.properties.trainable.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key1 in data3){
if(!(key1 === "last")){
const err11 = {instancePath:instancePath+"/trainable",schemaPath:"#/properties/trainable/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema17.properties.trainable.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.last !== undefined){
let data4 = data3.last;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err12 = {instancePath:instancePath+"/trainable/last",schemaPath:"#/properties/trainable/anyOf/0/properties/last/type",keyword:"type",params:{type: "integer"},schema:schema17.properties.trainable.anyOf[0].properties.last.type,parentSchema:schema17.properties.trainable.anyOf[0].properties.last,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1000 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/trainable/last",schemaPath:"#/properties/trainable/anyOf/0/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema17.properties.trainable.anyOf[0].properties.last,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err14 = {instancePath:instancePath+"/trainable/last",schemaPath:"#/properties/trainable/anyOf/0/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema17.properties.trainable.anyOf[0].properties.last,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/trainable",schemaPath:"#/properties/trainable/anyOf/0/type",keyword:"type",params:{type: "object"},schema:schema17.properties.trainable.anyOf[0].type,parentSchema:schema17.properties.trainable.anyOf[0],data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid1 = _errs13 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const _errs18 = errors;
if(typeof data3 !== "boolean"){
const err16 = {instancePath:instancePath+"/trainable",schemaPath:"#/properties/trainable/anyOf/1/type",keyword:"type",params:{type: "boolean"},schema:schema17.properties.trainable.anyOf[1].type,parentSchema:schema17.properties.trainable.anyOf[1],data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid1 = _errs18 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err17 = {instancePath:instancePath+"/trainable",schemaPath:"#/properties/trainable/anyOf",keyword:"anyOf",params:{},schema:schema17.properties.trainable.anyOf,parentSchema:schema17.properties.trainable,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
}
if(data.trunk !== undefined){
let data5 = data.trunk;
if(Array.isArray(data5)){
if(data5.length > 1000){
const err18 = {instancePath:instancePath+"/trunk",schemaPath:"#/properties/trunk/maxItems",keyword:"maxItems",params:{limit: 1000},schema:1000,parentSchema:schema17.properties.trunk,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data5.length < 1){
const err19 = {instancePath:instancePath+"/trunk",schemaPath:"#/properties/trunk/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema17.properties.trunk,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(validate34(data5[i0], {instancePath:instancePath+"/trunk/" + i0,parentData:data5,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate34.errors : joined(vErrors, validate34.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/trunk",schemaPath:"#/properties/trunk/type",keyword:"type",params:{type: "array"},schema:schema17.properties.trunk.type,parentSchema:schema17.properties.trunk,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema17.type,parentSchema:schema17,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.layers === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "layers"},schema:schema16.required,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "base") || (key0 === "layers"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.base !== undefined){
if(!(validate33(data.base, {instancePath:instancePath+"/base",parentData:data,parentDataProperty:"base",rootData}))){
vErrors = vErrors === null ? validate33.errors : joined(vErrors, validate33.errors);
errors = vErrors.length;
}
}
if(data.layers !== undefined){
let data1 = data.layers;
if(Array.isArray(data1)){
if(data1.length > 1000){
const err2 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/maxItems",keyword:"maxItems",params:{limit: 1000},schema:1000,parentSchema:schema16.properties.layers,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data1.length < 1){
const err3 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema16.properties.layers,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate34(data1[i0], {instancePath:instancePath+"/layers/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate34.errors : joined(vErrors, validate34.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: "array"},schema:schema16.properties.layers.type,parentSchema:schema16.properties.layers,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}

const schema65 = {"description":"How the network is trained.","type":"object","additionalProperties":false,"default":{},"properties":{"epochs":{"description":"Passes over the training images.","type":"integer","minimum":1,"maximum":1000000,"default":10},"optimizer":{"description":"A bare word (adam) or one key with its settings (adam: { learningRate: 0.001 }).","default":"adam","anyOf":[{"enum":["adam","adamW","sgd","rmsprop","adagrad","adadelta","adamax","nadam","lion"],"type":"string"},{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"adam":{"$ref":"#/definitions/adam"},"adamW":{"$ref":"#/definitions/adamW"},"sgd":{"$ref":"#/definitions/sgd"},"rmsprop":{"$ref":"#/definitions/rmsprop"},"adagrad":{"$ref":"#/definitions/adagrad"},"adadelta":{"$ref":"#/definitions/adadelta"},"adamax":{"$ref":"#/definitions/adamax"},"nadam":{"$ref":"#/definitions/nadam"},"lion":{"$ref":"#/definitions/lion"}}}]},"schedule":{"description":"How the learning rate changes from the optimizer's learningRate. A bare word (cosine) or one key with its settings (cosine: { warmup: 1 }).","default":"constant","anyOf":[{"enum":["constant","cosine","oneCycle","plateau"],"type":"string"},{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"constant":{"$ref":"#/definitions/constant"},"step":{"$ref":"#/definitions/step"},"exponential":{"$ref":"#/definitions/exponential"},"cosine":{"$ref":"#/definitions/cosine"},"oneCycle":{"$ref":"#/definitions/oneCycle"},"plateau":{"$ref":"#/definitions/plateau"}}}]},"earlyStopping":{"description":"Stop when the validation figure has not improved for some epochs; null trains all epochs. The best weights are kept either way, see evaluate.weights. Needs a validation split.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/earlyStopping"}]},"maxMinutes":{"description":"Stop after the epoch in which training has taken this many minutes; null sets no limit. Another machine may stop after another epoch.","type":["null","number"],"exclusiveMinimum":0,"default":null},"checkpoint":{"description":"Save the state of the training, so that exp resume continues from it to the same bits. null saves none.","default":{},"anyOf":[{"type":"null"},{"$ref":"#/definitions/checkpoint"}]},"loss":{"description":"What training minimises. history.csv and the report always show the plain cross-entropy, so that training and held-out images can be compared.","default":"crossEntropy","anyOf":[{"enum":["crossEntropy","focal"],"type":"string"},{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"crossEntropy":{"$ref":"#/definitions/crossEntropy"},"focal":{"$ref":"#/definitions/focal"}}}]},"classWeights":{"description":"Weight of each image's loss by its class (class_weight): balanced for images / (classes × images of the class), or a number per class, 1 where there is none. Where classes are of unequal size this moves the threshold, not the ranking of the images, and gives the probabilities that equal classes would have: wrong ones where the images to be predicted are as unequal as the training (log loss 0.34 against 0.20). null, and a threshold chosen on validation images, is usually better.","examples":["balanced"],"default":null,"anyOf":[{"type":"null"},{"const":"balanced"},{"description":"A number for each class, 1 where there is none.","type":"object","additionalProperties":{"type":"number","exclusiveMinimum":0,"maximum":1000000}}]},"sampling":{"description":"natural: an epoch is every training image once. balanced: as many images, as often of one class as of another; images of small classes come several times, each time augmented differently. It changes the probabilities as classWeights does. The second image of mixup and cutmix is drawn from all images.","enum":["natural","balanced"],"default":"natural"},"gradientClip":{"description":"Clip gradients. norm: scale all gradients together to at most this norm (global_clipnorm, clip_grad_norm_). value: clip each value to at most this size (clipvalue). null does neither.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/gradientClip"}],"examples":[{"norm":1}]},"averageWeights":{"description":"Keep a moving average of the weights, and evaluate and save the network with it (use_ema). null evaluates the weights themselves.","default":null,"anyOf":[{"type":"null"},{"$ref":"#/definitions/averageWeights"}],"examples":[{"decay":0.99}]},"accumulate":{"description":"Batches whose gradients are accumulated for one update of the weights, as if they were one batch (gradient_accumulation_steps); batchNorm still normalises each batch separately. The batches that remain at the end of an epoch make an update of their own.","type":"integer","minimum":1,"maximum":100000,"default":1}}};
const schema66 = {"description":"Adam, Kingma and Ba 2015.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"beta1":{"description":"Decay of the mean of the gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the mean of the squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.999},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}};
const schema67 = {"description":"Size of an optimizer step.","examples":[0.001],"type":"number","exclusiveMinimum":0};

function validate204(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data == "number") && (isFinite(data))){
if(data <= 0 || isNaN(data)){
const err0 = {instancePath,schemaPath:"#/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "number"},schema:schema67.type,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate204.errors = vErrors;
return errors === 0;
}

const schema68 = {"description":"Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.","examples":[0.004],"type":"number","minimum":0,"maximum":1};

function validate206(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data == "number") && (isFinite(data))){
if(data > 1 || isNaN(data)){
const err0 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},schema:1,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "number"},schema:schema68.type,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate206.errors = vErrors;
return errors === 0;
}


function validate203(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "learningRate") || (key0 === "beta1")) || (key0 === "beta2")) || (key0 === "epsilon")) || (key0 === "weightDecay"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.learningRate !== undefined){
if(!(validate204(data.learningRate, {instancePath:instancePath+"/learningRate",parentData:data,parentDataProperty:"learningRate",rootData}))){
vErrors = vErrors === null ? validate204.errors : joined(vErrors, validate204.errors);
errors = vErrors.length;
}
}
if(data.beta1 !== undefined){
let data1 = data.beta1;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err1 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema66.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1 >= 1 || isNaN(data1)){
const err2 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema66.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/type",keyword:"type",params:{type: "number"},schema:schema66.properties.beta1.type,parentSchema:schema66.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.beta2 !== undefined){
let data2 = data.beta2;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema66.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema66.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/type",keyword:"type",params:{type: "number"},schema:schema66.properties.beta2.type,parentSchema:schema66.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data3 = data.epsilon;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 <= 0 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema66.properties.epsilon,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/type",keyword:"type",params:{type: "number"},schema:schema66.properties.epsilon.type,parentSchema:schema66.properties.epsilon,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.weightDecay !== undefined){
if(!(validate206(data.weightDecay, {instancePath:instancePath+"/weightDecay",parentData:data,parentDataProperty:"weightDecay",rootData}))){
vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema66.type,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate203.errors = vErrors;
return errors === 0;
}

const schema69 = {"description":"Adam with weights that decay, Loshchilov and Hutter 2019.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0.004},"beta1":{"description":"Decay of the mean of the gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the mean of the squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.999},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7}}};

function validate209(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "learningRate") || (key0 === "weightDecay")) || (key0 === "beta1")) || (key0 === "beta2")) || (key0 === "epsilon"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.learningRate !== undefined){
if(!(validate204(data.learningRate, {instancePath:instancePath+"/learningRate",parentData:data,parentDataProperty:"learningRate",rootData}))){
vErrors = vErrors === null ? validate204.errors : joined(vErrors, validate204.errors);
errors = vErrors.length;
}
}
if(data.weightDecay !== undefined){
if(!(validate206(data.weightDecay, {instancePath:instancePath+"/weightDecay",parentData:data,parentDataProperty:"weightDecay",rootData}))){
vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors);
errors = vErrors.length;
}
}
if(data.beta1 !== undefined){
let data2 = data.beta1;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err1 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema69.properties.beta1,data:data2};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err2 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema69.properties.beta1,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/type",keyword:"type",params:{type: "number"},schema:schema69.properties.beta1.type,parentSchema:schema69.properties.beta1,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.beta2 !== undefined){
let data3 = data.beta2;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err4 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema69.properties.beta2,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data3 >= 1 || isNaN(data3)){
const err5 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema69.properties.beta2,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/type",keyword:"type",params:{type: "number"},schema:schema69.properties.beta2.type,parentSchema:schema69.properties.beta2,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data4 = data.epsilon;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 <= 0 || isNaN(data4)){
const err7 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema69.properties.epsilon,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/type",keyword:"type",params:{type: "number"},schema:schema69.properties.epsilon.type,parentSchema:schema69.properties.epsilon,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema69.type,parentSchema:schema69,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate209.errors = vErrors;
return errors === 0;
}

const schema70 = {"description":"Gradient descent, with momentum where it is above 0.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.01},"momentum":{"description":"Share of the previous step that is added to this one.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0},"nesterov":{"description":"Look ahead along the momentum before taking the gradient.","type":"boolean","default":false},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}};

function validate213(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "learningRate") || (key0 === "momentum")) || (key0 === "nesterov")) || (key0 === "weightDecay"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.learningRate !== undefined){
if(!(validate204(data.learningRate, {instancePath:instancePath+"/learningRate",parentData:data,parentDataProperty:"learningRate",rootData}))){
vErrors = vErrors === null ? validate204.errors : joined(vErrors, validate204.errors);
errors = vErrors.length;
}
}
if(data.momentum !== undefined){
let data1 = data.momentum;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err1 = {instancePath:instancePath+"/momentum",schemaPath:"#/properties/momentum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema70.properties.momentum,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1 >= 1 || isNaN(data1)){
const err2 = {instancePath:instancePath+"/momentum",schemaPath:"#/properties/momentum/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema70.properties.momentum,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/momentum",schemaPath:"#/properties/momentum/type",keyword:"type",params:{type: "number"},schema:schema70.properties.momentum.type,parentSchema:schema70.properties.momentum,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.nesterov !== undefined){
let data2 = data.nesterov;
if(typeof data2 !== "boolean"){
const err4 = {instancePath:instancePath+"/nesterov",schemaPath:"#/properties/nesterov/type",keyword:"type",params:{type: "boolean"},schema:schema70.properties.nesterov.type,parentSchema:schema70.properties.nesterov,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.weightDecay !== undefined){
if(!(validate206(data.weightDecay, {instancePath:instancePath+"/weightDecay",parentData:data,parentDataProperty:"weightDecay",rootData}))){
vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema70.type,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate213.errors = vErrors;
return errors === 0;
}

const schema71 = {"description":"RMSprop, Tieleman and Hinton 2012.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"rho":{"description":"Decay of the mean of the squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"momentum":{"description":"Share of the previous step that is added to this one.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}};

function validate217(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "learningRate") || (key0 === "rho")) || (key0 === "momentum")) || (key0 === "epsilon")) || (key0 === "weightDecay"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.learningRate !== undefined){
if(!(validate204(data.learningRate, {instancePath:instancePath+"/learningRate",parentData:data,parentDataProperty:"learningRate",rootData}))){
vErrors = vErrors === null ? validate204.errors : joined(vErrors, validate204.errors);
errors = vErrors.length;
}
}
if(data.rho !== undefined){
let data1 = data.rho;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err1 = {instancePath:instancePath+"/rho",schemaPath:"#/properties/rho/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema71.properties.rho,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1 >= 1 || isNaN(data1)){
const err2 = {instancePath:instancePath+"/rho",schemaPath:"#/properties/rho/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema71.properties.rho,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/rho",schemaPath:"#/properties/rho/type",keyword:"type",params:{type: "number"},schema:schema71.properties.rho.type,parentSchema:schema71.properties.rho,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.momentum !== undefined){
let data2 = data.momentum;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/momentum",schemaPath:"#/properties/momentum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema71.properties.momentum,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/momentum",schemaPath:"#/properties/momentum/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema71.properties.momentum,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/momentum",schemaPath:"#/properties/momentum/type",keyword:"type",params:{type: "number"},schema:schema71.properties.momentum.type,parentSchema:schema71.properties.momentum,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data3 = data.epsilon;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 <= 0 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema71.properties.epsilon,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/type",keyword:"type",params:{type: "number"},schema:schema71.properties.epsilon.type,parentSchema:schema71.properties.epsilon,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.weightDecay !== undefined){
if(!(validate206(data.weightDecay, {instancePath:instancePath+"/weightDecay",parentData:data,parentDataProperty:"weightDecay",rootData}))){
vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema71.type,parentSchema:schema71,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate217.errors = vErrors;
return errors === 0;
}

const schema72 = {"description":"Adagrad, Duchi, Hazan and Singer 2011.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"initialAccumulator":{"description":"Initial value of the sum of squared gradients (initial_accumulator_value).","type":"number","minimum":0,"default":0.1},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}};

function validate221(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "learningRate") || (key0 === "initialAccumulator")) || (key0 === "epsilon")) || (key0 === "weightDecay"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.learningRate !== undefined){
if(!(validate204(data.learningRate, {instancePath:instancePath+"/learningRate",parentData:data,parentDataProperty:"learningRate",rootData}))){
vErrors = vErrors === null ? validate204.errors : joined(vErrors, validate204.errors);
errors = vErrors.length;
}
}
if(data.initialAccumulator !== undefined){
let data1 = data.initialAccumulator;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err1 = {instancePath:instancePath+"/initialAccumulator",schemaPath:"#/properties/initialAccumulator/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema72.properties.initialAccumulator,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/initialAccumulator",schemaPath:"#/properties/initialAccumulator/type",keyword:"type",params:{type: "number"},schema:schema72.properties.initialAccumulator.type,parentSchema:schema72.properties.initialAccumulator,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data2 = data.epsilon;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 <= 0 || isNaN(data2)){
const err3 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema72.properties.epsilon,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/type",keyword:"type",params:{type: "number"},schema:schema72.properties.epsilon.type,parentSchema:schema72.properties.epsilon,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.weightDecay !== undefined){
if(!(validate206(data.weightDecay, {instancePath:instancePath+"/weightDecay",parentData:data,parentDataProperty:"weightDecay",rootData}))){
vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema72.type,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate221.errors = vErrors;
return errors === 0;
}

const schema73 = {"description":"Adadelta, Zeiler 2012. Its learning rate is about 1; 0.001 is the default of Keras.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"rho":{"description":"Decay of the mean of the squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.95},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}};

function validate225(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "learningRate") || (key0 === "rho")) || (key0 === "epsilon")) || (key0 === "weightDecay"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.learningRate !== undefined){
if(!(validate204(data.learningRate, {instancePath:instancePath+"/learningRate",parentData:data,parentDataProperty:"learningRate",rootData}))){
vErrors = vErrors === null ? validate204.errors : joined(vErrors, validate204.errors);
errors = vErrors.length;
}
}
if(data.rho !== undefined){
let data1 = data.rho;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err1 = {instancePath:instancePath+"/rho",schemaPath:"#/properties/rho/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema73.properties.rho,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1 >= 1 || isNaN(data1)){
const err2 = {instancePath:instancePath+"/rho",schemaPath:"#/properties/rho/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema73.properties.rho,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/rho",schemaPath:"#/properties/rho/type",keyword:"type",params:{type: "number"},schema:schema73.properties.rho.type,parentSchema:schema73.properties.rho,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data2 = data.epsilon;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 <= 0 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema73.properties.epsilon,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/type",keyword:"type",params:{type: "number"},schema:schema73.properties.epsilon.type,parentSchema:schema73.properties.epsilon,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.weightDecay !== undefined){
if(!(validate206(data.weightDecay, {instancePath:instancePath+"/weightDecay",parentData:data,parentDataProperty:"weightDecay",rootData}))){
vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema73.type,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate225.errors = vErrors;
return errors === 0;
}

const schema74 = {"description":"Adamax, Kingma and Ba 2015.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"beta1":{"description":"Decay of the mean of the gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the largest gradient so far.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.999},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}};

function validate229(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "learningRate") || (key0 === "beta1")) || (key0 === "beta2")) || (key0 === "epsilon")) || (key0 === "weightDecay"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.learningRate !== undefined){
if(!(validate204(data.learningRate, {instancePath:instancePath+"/learningRate",parentData:data,parentDataProperty:"learningRate",rootData}))){
vErrors = vErrors === null ? validate204.errors : joined(vErrors, validate204.errors);
errors = vErrors.length;
}
}
if(data.beta1 !== undefined){
let data1 = data.beta1;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err1 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema74.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1 >= 1 || isNaN(data1)){
const err2 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema74.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/type",keyword:"type",params:{type: "number"},schema:schema74.properties.beta1.type,parentSchema:schema74.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.beta2 !== undefined){
let data2 = data.beta2;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema74.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema74.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/type",keyword:"type",params:{type: "number"},schema:schema74.properties.beta2.type,parentSchema:schema74.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data3 = data.epsilon;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 <= 0 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema74.properties.epsilon,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/type",keyword:"type",params:{type: "number"},schema:schema74.properties.epsilon.type,parentSchema:schema74.properties.epsilon,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.weightDecay !== undefined){
if(!(validate206(data.weightDecay, {instancePath:instancePath+"/weightDecay",parentData:data,parentDataProperty:"weightDecay",rootData}))){
vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema74.type,parentSchema:schema74,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate229.errors = vErrors;
return errors === 0;
}

const schema75 = {"description":"Adam with Nesterov momentum, Dozat 2015.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"beta1":{"description":"Decay of the mean of the gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the mean of the squared gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.999},"epsilon":{"description":"Added to the denominator.","type":"number","exclusiveMinimum":0,"default":1e-7},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}};

function validate233(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "learningRate") || (key0 === "beta1")) || (key0 === "beta2")) || (key0 === "epsilon")) || (key0 === "weightDecay"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.learningRate !== undefined){
if(!(validate204(data.learningRate, {instancePath:instancePath+"/learningRate",parentData:data,parentDataProperty:"learningRate",rootData}))){
vErrors = vErrors === null ? validate204.errors : joined(vErrors, validate204.errors);
errors = vErrors.length;
}
}
if(data.beta1 !== undefined){
let data1 = data.beta1;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err1 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema75.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1 >= 1 || isNaN(data1)){
const err2 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema75.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/type",keyword:"type",params:{type: "number"},schema:schema75.properties.beta1.type,parentSchema:schema75.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.beta2 !== undefined){
let data2 = data.beta2;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema75.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema75.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/type",keyword:"type",params:{type: "number"},schema:schema75.properties.beta2.type,parentSchema:schema75.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.epsilon !== undefined){
let data3 = data.epsilon;
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 <= 0 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema75.properties.epsilon,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/epsilon",schemaPath:"#/properties/epsilon/type",keyword:"type",params:{type: "number"},schema:schema75.properties.epsilon.type,parentSchema:schema75.properties.epsilon,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.weightDecay !== undefined){
if(!(validate206(data.weightDecay, {instancePath:instancePath+"/weightDecay",parentData:data,parentDataProperty:"weightDecay",rootData}))){
vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema75.type,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate233.errors = vErrors;
return errors === 0;
}

const schema76 = {"description":"Lion, Chen et al. 2023: every weight moves by the learning rate itself, which is three to ten times smaller than Adam's.","type":"object","additionalProperties":false,"properties":{"learningRate":{"$ref":"#/definitions/learningRate","default":0.001},"beta1":{"description":"Share of the mean of the gradients in the direction of a step.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.9},"beta2":{"description":"Decay of the mean of the gradients.","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.99},"weightDecay":{"$ref":"#/definitions/weightDecay","default":0}}};

function validate237(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "learningRate") || (key0 === "beta1")) || (key0 === "beta2")) || (key0 === "weightDecay"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.learningRate !== undefined){
if(!(validate204(data.learningRate, {instancePath:instancePath+"/learningRate",parentData:data,parentDataProperty:"learningRate",rootData}))){
vErrors = vErrors === null ? validate204.errors : joined(vErrors, validate204.errors);
errors = vErrors.length;
}
}
if(data.beta1 !== undefined){
let data1 = data.beta1;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err1 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema76.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1 >= 1 || isNaN(data1)){
const err2 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema76.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/beta1",schemaPath:"#/properties/beta1/type",keyword:"type",params:{type: "number"},schema:schema76.properties.beta1.type,parentSchema:schema76.properties.beta1,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.beta2 !== undefined){
let data2 = data.beta2;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema76.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 >= 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema76.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/beta2",schemaPath:"#/properties/beta2/type",keyword:"type",params:{type: "number"},schema:schema76.properties.beta2.type,parentSchema:schema76.properties.beta2,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.weightDecay !== undefined){
if(!(validate206(data.weightDecay, {instancePath:instancePath+"/weightDecay",parentData:data,parentDataProperty:"weightDecay",rootData}))){
vErrors = vErrors === null ? validate206.errors : joined(vErrors, validate206.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema76.type,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate237.errors = vErrors;
return errors === 0;
}

const schema77 = {"description":"The same learning rate from the first step to the last.","type":"object","additionalProperties":false,"properties":{}};

function validate241(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema77.type,parentSchema:schema77,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate241.errors = vErrors;
return errors === 0;
}

const schema78 = {"description":"Multiplies the rate by a factor after every this many epochs (StepLR; ExponentialDecay with staircase).","type":"object","additionalProperties":false,"properties":{"every":{"description":"Epochs from one change to the next.","type":"integer","minimum":1,"maximum":1000000},"factor":{"description":"Factor by which the rate is multiplied.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.1}},"required":["every"],"examples":[{"every":10}]};

function validate243(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.every === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "every"},schema:schema78.required,parentSchema:schema78,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "every") || (key0 === "factor"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema78,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.every !== undefined){
let data0 = data.every;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/type",keyword:"type",params:{type: "integer"},schema:schema78.properties.every.type,parentSchema:schema78.properties.every,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000000 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema78.properties.every,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema78.properties.every,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.factor !== undefined){
let data1 = data.factor;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 >= 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema78.properties.factor,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema78.properties.factor,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/type",keyword:"type",params:{type: "number"},schema:schema78.properties.factor.type,parentSchema:schema78.properties.factor,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema78.type,parentSchema:schema78,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate243.errors = vErrors;
return errors === 0;
}

const schema79 = {"description":"Falls at every step, by the same factor for every this many epochs (ExponentialDecay, ExponentialLR).","type":"object","additionalProperties":false,"properties":{"factor":{"description":"Factor by which the rate is multiplied.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1},"every":{"description":"Number of epochs in which the rate falls by the factor.","type":"number","exclusiveMinimum":0,"maximum":1000000,"default":1}},"required":["factor"],"examples":[{"factor":0.9}]};

function validate245(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.factor === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "factor"},schema:schema79.required,parentSchema:schema79,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "factor") || (key0 === "every"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema79,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.factor !== undefined){
let data0 = data.factor;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 >= 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema79.properties.factor,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 <= 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema79.properties.factor,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/type",keyword:"type",params:{type: "number"},schema:schema79.properties.factor.type,parentSchema:schema79.properties.factor,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.every !== undefined){
let data1 = data.every;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema79.properties.every,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema79.properties.every,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/every",schemaPath:"#/properties/every/type",keyword:"type",params:{type: "number"},schema:schema79.properties.every.type,parentSchema:schema79.properties.every,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema79.type,parentSchema:schema79,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate245.errors = vErrors;
return errors === 0;
}

const schema80 = {"description":"Falls at every step along half a cosine, to the last step of the training (CosineDecay, CosineAnnealingLR).","type":"object","additionalProperties":false,"properties":{"warmup":{"description":"Epochs in which the rate rises from 0 to the optimizer's, before it falls.","type":"number","minimum":0,"maximum":1000000,"default":0},"final":{"description":"The learning rate that it falls to (eta_min).","type":"number","minimum":0,"default":0}}};

function validate247(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "warmup") || (key0 === "final"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.warmup !== undefined){
let data0 = data.warmup;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000000 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/warmup",schemaPath:"#/properties/warmup/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema80.properties.warmup,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/warmup",schemaPath:"#/properties/warmup/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema80.properties.warmup,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/warmup",schemaPath:"#/properties/warmup/type",keyword:"type",params:{type: "number"},schema:schema80.properties.warmup.type,parentSchema:schema80.properties.warmup,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.final !== undefined){
let data1 = data.final;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/final",schemaPath:"#/properties/final/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema80.properties.final,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/final",schemaPath:"#/properties/final/type",keyword:"type",params:{type: "number"},schema:schema80.properties.final.type,parentSchema:schema80.properties.final,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema80.type,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate247.errors = vErrors;
return errors === 0;
}

const schema81 = {"description":"Rises to the optimizer's learning rate, which is the highest, and falls far below its start; at every step, along cosines (OneCycleLR of PyTorch, without its momentum).","type":"object","additionalProperties":false,"properties":{"pctStart":{"description":"Share of the steps in which it rises.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.3},"divFactor":{"description":"It begins with the highest rate divided by this.","type":"number","exclusiveMinimum":0,"default":25},"finalDivFactor":{"description":"It ends with the first rate divided by this.","type":"number","exclusiveMinimum":0,"default":10000}}};

function validate249(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "pctStart") || (key0 === "divFactor")) || (key0 === "finalDivFactor"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.pctStart !== undefined){
let data0 = data.pctStart;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 >= 1 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/pctStart",schemaPath:"#/properties/pctStart/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema81.properties.pctStart,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 <= 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/pctStart",schemaPath:"#/properties/pctStart/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema81.properties.pctStart,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/pctStart",schemaPath:"#/properties/pctStart/type",keyword:"type",params:{type: "number"},schema:schema81.properties.pctStart.type,parentSchema:schema81.properties.pctStart,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.divFactor !== undefined){
let data1 = data.divFactor;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/divFactor",schemaPath:"#/properties/divFactor/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema81.properties.divFactor,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/divFactor",schemaPath:"#/properties/divFactor/type",keyword:"type",params:{type: "number"},schema:schema81.properties.divFactor.type,parentSchema:schema81.properties.divFactor,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.finalDivFactor !== undefined){
let data2 = data.finalDivFactor;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 <= 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/finalDivFactor",schemaPath:"#/properties/finalDivFactor/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema81.properties.finalDivFactor,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/finalDivFactor",schemaPath:"#/properties/finalDivFactor/type",keyword:"type",params:{type: "number"},schema:schema81.properties.finalDivFactor.type,parentSchema:schema81.properties.finalDivFactor,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema81.type,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate249.errors = vErrors;
return errors === 0;
}

const schema82 = {"description":"Multiplies the rate by a factor whenever the validation loss has not improved for a while (ReduceLROnPlateau). Needs validation images.","type":"object","additionalProperties":false,"properties":{"factor":{"description":"Factor by which the rate is multiplied.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1,"default":0.1},"patience":{"description":"Epochs without improvement before that.","type":"integer","minimum":0,"maximum":1000000,"default":10},"minDelta":{"description":"How much the loss has to fall to count as improved (min_delta).","type":"number","minimum":0,"default":0.0001},"cooldown":{"description":"Epochs after a change that are not counted.","type":"integer","minimum":0,"maximum":1000000,"default":0},"final":{"description":"The learning rate below which it never falls (min_lr).","type":"number","minimum":0,"default":0}}};

function validate251(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "factor") || (key0 === "patience")) || (key0 === "minDelta")) || (key0 === "cooldown")) || (key0 === "final"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.factor !== undefined){
let data0 = data.factor;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 >= 1 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema82.properties.factor,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 <= 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema82.properties.factor,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/factor",schemaPath:"#/properties/factor/type",keyword:"type",params:{type: "number"},schema:schema82.properties.factor.type,parentSchema:schema82.properties.factor,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.patience !== undefined){
let data1 = data.patience;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/patience",schemaPath:"#/properties/patience/type",keyword:"type",params:{type: "integer"},schema:schema82.properties.patience.type,parentSchema:schema82.properties.patience,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/patience",schemaPath:"#/properties/patience/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema82.properties.patience,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/patience",schemaPath:"#/properties/patience/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema82.properties.patience,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.minDelta !== undefined){
let data2 = data.minDelta;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/minDelta",schemaPath:"#/properties/minDelta/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema82.properties.minDelta,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/minDelta",schemaPath:"#/properties/minDelta/type",keyword:"type",params:{type: "number"},schema:schema82.properties.minDelta.type,parentSchema:schema82.properties.minDelta,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.cooldown !== undefined){
let data3 = data.cooldown;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err9 = {instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/type",keyword:"type",params:{type: "integer"},schema:schema82.properties.cooldown.type,parentSchema:schema82.properties.cooldown,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1000000 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema82.properties.cooldown,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err11 = {instancePath:instancePath+"/cooldown",schemaPath:"#/properties/cooldown/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema82.properties.cooldown,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.final !== undefined){
let data4 = data.final;
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/final",schemaPath:"#/properties/final/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema82.properties.final,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/final",schemaPath:"#/properties/final/type",keyword:"type",params:{type: "number"},schema:schema82.properties.final.type,parentSchema:schema82.properties.final,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema82.type,parentSchema:schema82,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate251.errors = vErrors;
return errors === 0;
}

const schema83 = {"description":"When to stop, as in Keras's EarlyStopping.","type":"object","additionalProperties":false,"properties":{"monitor":{"description":"The figure of the validation split that has to improve: the loss has to fall, the others to rise. f1 and auc are means over the classes.","enum":["loss","accuracy","balancedAccuracy","f1","auc"],"default":"loss"},"patience":{"description":"Epochs without a better figure after which training stops.","type":"integer","minimum":1,"maximum":1000000,"default":5},"minDelta":{"description":"How much better than the best the figure has to be to count as improved (min_delta).","type":"number","minimum":0,"default":0}},"examples":[{"patience":5}]};

function validate253(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "monitor") || (key0 === "patience")) || (key0 === "minDelta"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.monitor !== undefined){
let data0 = data.monitor;
if(!(((((data0 === "loss") || (data0 === "accuracy")) || (data0 === "balancedAccuracy")) || (data0 === "f1")) || (data0 === "auc"))){
const err1 = {instancePath:instancePath+"/monitor",schemaPath:"#/properties/monitor/enum",keyword:"enum",params:{allowedValues: schema83.properties.monitor.enum},schema:schema83.properties.monitor.enum,parentSchema:schema83.properties.monitor,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.patience !== undefined){
let data1 = data.patience;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/patience",schemaPath:"#/properties/patience/type",keyword:"type",params:{type: "integer"},schema:schema83.properties.patience.type,parentSchema:schema83.properties.patience,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
const err3 = {instancePath:instancePath+"/patience",schemaPath:"#/properties/patience/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema83.properties.patience,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/patience",schemaPath:"#/properties/patience/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema83.properties.patience,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.minDelta !== undefined){
let data2 = data.minDelta;
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/minDelta",schemaPath:"#/properties/minDelta/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema83.properties.minDelta,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/minDelta",schemaPath:"#/properties/minDelta/type",keyword:"type",params:{type: "number"},schema:schema83.properties.minDelta.type,parentSchema:schema83.properties.minDelta,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema83.type,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate253.errors = vErrors;
return errors === 0;
}

const schema84 = {"description":"How often the state of the training is saved, in checkpoints/ of the run's folder.","type":"object","additionalProperties":false,"properties":{"everyEpochs":{"description":"Save a checkpoint after every this many epochs; null means as often as takes less than 2 % of the time.","type":["null","integer"],"minimum":1,"maximum":1000000,"default":null},"everyMinutes":{"description":"Also within an epoch, once this many minutes have passed since the last checkpoint; null never.","type":["null","number"],"exclusiveMinimum":0,"default":10},"keep":{"description":"How many of the latest checkpoints are kept, in case one is damaged; only the last one once the run is finished.","type":"integer","minimum":1,"maximum":1000,"default":2}},"examples":[{"everyEpochs":1}]};

function validate255(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "everyEpochs") || (key0 === "everyMinutes")) || (key0 === "keep"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.everyEpochs !== undefined){
let data0 = data.everyEpochs;
if((data0 !== null) && (!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0))))){
const err1 = {instancePath:instancePath+"/everyEpochs",schemaPath:"#/properties/everyEpochs/type",keyword:"type",params:{type: schema84.properties.everyEpochs.type},schema:schema84.properties.everyEpochs.type,parentSchema:schema84.properties.everyEpochs,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000000 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/everyEpochs",schemaPath:"#/properties/everyEpochs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema84.properties.everyEpochs,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/everyEpochs",schemaPath:"#/properties/everyEpochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema84.properties.everyEpochs,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.everyMinutes !== undefined){
let data1 = data.everyMinutes;
if((data1 !== null) && (!((typeof data1 == "number") && (isFinite(data1))))){
const err4 = {instancePath:instancePath+"/everyMinutes",schemaPath:"#/properties/everyMinutes/type",keyword:"type",params:{type: schema84.properties.everyMinutes.type},schema:schema84.properties.everyMinutes.type,parentSchema:schema84.properties.everyMinutes,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/everyMinutes",schemaPath:"#/properties/everyMinutes/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema84.properties.everyMinutes,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.keep !== undefined){
let data2 = data.keep;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err6 = {instancePath:instancePath+"/keep",schemaPath:"#/properties/keep/type",keyword:"type",params:{type: "integer"},schema:schema84.properties.keep.type,parentSchema:schema84.properties.keep,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/keep",schemaPath:"#/properties/keep/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema84.properties.keep,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/keep",schemaPath:"#/properties/keep/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema84.properties.keep,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema84.type,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate255.errors = vErrors;
return errors === 0;
}

const schema85 = {"description":"The cross-entropy; binary where there is one score.","type":"object","additionalProperties":false,"properties":{"labelSmoothing":{"description":"Share of each label that is spread evenly over all classes (label_smoothing).","type":"number","minimum":0,"exclusiveMaximum":1,"default":0}}};

function validate257(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "labelSmoothing")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.labelSmoothing !== undefined){
let data0 = data.labelSmoothing;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema85.properties.labelSmoothing,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 >= 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema85.properties.labelSmoothing,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/type",keyword:"type",params:{type: "number"},schema:schema85.properties.labelSmoothing.type,parentSchema:schema85.properties.labelSmoothing,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema85.type,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate257.errors = vErrors;
return errors === 0;
}

const schema86 = {"description":"The focal cross-entropy (Lin et al. 2017) without weights of classes: images that are already classified clearly count less. On classes of unequal size it keeps the ranking of the images and makes the probabilities worse (log loss 0.27 against 0.20).","type":"object","additionalProperties":false,"properties":{"gamma":{"description":"How much less; 0 is the cross-entropy.","type":"number","minimum":0,"maximum":100,"default":2},"labelSmoothing":{"description":"Share of each label that is spread evenly over all classes (label_smoothing).","type":"number","minimum":0,"exclusiveMaximum":1,"default":0}}};

function validate259(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "gamma") || (key0 === "labelSmoothing"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.gamma !== undefined){
let data0 = data.gamma;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 100 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/gamma",schemaPath:"#/properties/gamma/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema86.properties.gamma,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/gamma",schemaPath:"#/properties/gamma/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema86.properties.gamma,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/gamma",schemaPath:"#/properties/gamma/type",keyword:"type",params:{type: "number"},schema:schema86.properties.gamma.type,parentSchema:schema86.properties.gamma,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.labelSmoothing !== undefined){
let data1 = data.labelSmoothing;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema86.properties.labelSmoothing,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 >= 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema86.properties.labelSmoothing,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/labelSmoothing",schemaPath:"#/properties/labelSmoothing/type",keyword:"type",params:{type: "number"},schema:schema86.properties.labelSmoothing.type,parentSchema:schema86.properties.labelSmoothing,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema86.type,parentSchema:schema86,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate259.errors = vErrors;
return errors === 0;
}

const schema87 = {"description":"One of the two.","type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"norm":{"description":"Longest length of all gradients together.","type":"number","exclusiveMinimum":0},"value":{"description":"Largest size of each number in a gradient.","type":"number","exclusiveMinimum":0}},"examples":[{"norm":1}]};

function validate261(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err0 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},schema:1,parentSchema:schema87,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema87,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "norm") || (key0 === "value"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema87,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.norm !== undefined){
let data0 = data.norm;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 <= 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/norm",schemaPath:"#/properties/norm/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema87.properties.norm,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/norm",schemaPath:"#/properties/norm/type",keyword:"type",params:{type: "number"},schema:schema87.properties.norm.type,parentSchema:schema87.properties.norm,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.value !== undefined){
let data1 = data.value;
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 <= 0 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema87.properties.value,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "number"},schema:schema87.properties.value.type,parentSchema:schema87.properties.value,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema87.type,parentSchema:schema87,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate261.errors = vErrors;
return errors === 0;
}

const schema88 = {"description":"An exponential moving average.","type":"object","additionalProperties":false,"properties":{"decay":{"description":"Share of the average that an update keeps; the rest comes from the new weights (ema_momentum).","type":"number","minimum":0,"exclusiveMaximum":1,"default":0.99}},"examples":[{"decay":0.99}]};

function validate263(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "decay")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.decay !== undefined){
let data0 = data.decay;
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/decay",schemaPath:"#/properties/decay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema88.properties.decay,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 >= 1 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/decay",schemaPath:"#/properties/decay/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema88.properties.decay,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/decay",schemaPath:"#/properties/decay/type",keyword:"type",params:{type: "number"},schema:schema88.properties.decay.type,parentSchema:schema88.properties.decay,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema88.type,parentSchema:schema88,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate263.errors = vErrors;
return errors === 0;
}


function validate202(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func0.call(schema65.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.epochs !== undefined){
let data0 = data.epochs;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/type",keyword:"type",params:{type: "integer"},schema:schema65.properties.epochs.type,parentSchema:schema65.properties.epochs,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000000 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema65.properties.epochs,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/epochs",schemaPath:"#/properties/epochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema65.properties.epochs,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.optimizer !== undefined){
let data1 = data.optimizer;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema65.properties.optimizer.anyOf[0].type,parentSchema:schema65.properties.optimizer.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(((((((((data1 === "adam") || (data1 === "adamW")) || (data1 === "sgd")) || (data1 === "rmsprop")) || (data1 === "adagrad")) || (data1 === "adadelta")) || (data1 === "adamax")) || (data1 === "nadam")) || (data1 === "lion"))){
const err5 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema65.properties.optimizer.anyOf[0].enum},schema:schema65.properties.optimizer.anyOf[0].enum,parentSchema:schema65.properties.optimizer.anyOf[0],data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs8 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length > 1){
const err6 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/anyOf/1/maxProperties",keyword:"maxProperties",params:{limit: 1},schema:1,parentSchema:schema65.properties.optimizer.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Object.keys(data1).length < 1){
const err7 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/anyOf/1/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema65.properties.optimizer.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data1){
if(!(func0.call(schema65.properties.optimizer.anyOf[1].properties, key1))){
const err8 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema65.properties.optimizer.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.adam !== undefined){
if(!(validate203(data1.adam, {instancePath:instancePath+"/optimizer/adam",parentData:data1,parentDataProperty:"adam",rootData}))){
vErrors = vErrors === null ? validate203.errors : joined(vErrors, validate203.errors);
errors = vErrors.length;
}
}
if(data1.adamW !== undefined){
if(!(validate209(data1.adamW, {instancePath:instancePath+"/optimizer/adamW",parentData:data1,parentDataProperty:"adamW",rootData}))){
vErrors = vErrors === null ? validate209.errors : joined(vErrors, validate209.errors);
errors = vErrors.length;
}
}
if(data1.sgd !== undefined){
if(!(validate213(data1.sgd, {instancePath:instancePath+"/optimizer/sgd",parentData:data1,parentDataProperty:"sgd",rootData}))){
vErrors = vErrors === null ? validate213.errors : joined(vErrors, validate213.errors);
errors = vErrors.length;
}
}
if(data1.rmsprop !== undefined){
if(!(validate217(data1.rmsprop, {instancePath:instancePath+"/optimizer/rmsprop",parentData:data1,parentDataProperty:"rmsprop",rootData}))){
vErrors = vErrors === null ? validate217.errors : joined(vErrors, validate217.errors);
errors = vErrors.length;
}
}
if(data1.adagrad !== undefined){
if(!(validate221(data1.adagrad, {instancePath:instancePath+"/optimizer/adagrad",parentData:data1,parentDataProperty:"adagrad",rootData}))){
vErrors = vErrors === null ? validate221.errors : joined(vErrors, validate221.errors);
errors = vErrors.length;
}
}
if(data1.adadelta !== undefined){
if(!(validate225(data1.adadelta, {instancePath:instancePath+"/optimizer/adadelta",parentData:data1,parentDataProperty:"adadelta",rootData}))){
vErrors = vErrors === null ? validate225.errors : joined(vErrors, validate225.errors);
errors = vErrors.length;
}
}
if(data1.adamax !== undefined){
if(!(validate229(data1.adamax, {instancePath:instancePath+"/optimizer/adamax",parentData:data1,parentDataProperty:"adamax",rootData}))){
vErrors = vErrors === null ? validate229.errors : joined(vErrors, validate229.errors);
errors = vErrors.length;
}
}
if(data1.nadam !== undefined){
if(!(validate233(data1.nadam, {instancePath:instancePath+"/optimizer/nadam",parentData:data1,parentDataProperty:"nadam",rootData}))){
vErrors = vErrors === null ? validate233.errors : joined(vErrors, validate233.errors);
errors = vErrors.length;
}
}
if(data1.lion !== undefined){
if(!(validate237(data1.lion, {instancePath:instancePath+"/optimizer/lion",parentData:data1,parentDataProperty:"lion",rootData}))){
vErrors = vErrors === null ? validate237.errors : joined(vErrors, validate237.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema65.properties.optimizer.anyOf[1].type,parentSchema:schema65.properties.optimizer.anyOf[1],data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err10 = {instancePath:instancePath+"/optimizer",schemaPath:"#/properties/optimizer/anyOf",keyword:"anyOf",params:{},schema:schema65.properties.optimizer.anyOf,parentSchema:schema65.properties.optimizer,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
if(data.schedule !== undefined){
let data11 = data.schedule;
const _errs21 = errors;
let valid3 = false;
const _errs22 = errors;
if(typeof data11 !== "string"){
const err11 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema65.properties.schedule.anyOf[0].type,parentSchema:schema65.properties.schedule.anyOf[0],data:data11};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!((((data11 === "constant") || (data11 === "cosine")) || (data11 === "oneCycle")) || (data11 === "plateau"))){
const err12 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema65.properties.schedule.anyOf[0].enum},schema:schema65.properties.schedule.anyOf[0].enum,parentSchema:schema65.properties.schedule.anyOf[0],data:data11};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid1 = _errs22 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
const _errs24 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length > 1){
const err13 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/anyOf/1/maxProperties",keyword:"maxProperties",params:{limit: 1},schema:1,parentSchema:schema65.properties.schedule.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(Object.keys(data11).length < 1){
const err14 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/anyOf/1/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema65.properties.schedule.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key2 in data11){
if(!((((((key2 === "constant") || (key2 === "step")) || (key2 === "exponential")) || (key2 === "cosine")) || (key2 === "oneCycle")) || (key2 === "plateau"))){
const err15 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema65.properties.schedule.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data11.constant !== undefined){
if(!(validate241(data11.constant, {instancePath:instancePath+"/schedule/constant",parentData:data11,parentDataProperty:"constant",rootData}))){
vErrors = vErrors === null ? validate241.errors : joined(vErrors, validate241.errors);
errors = vErrors.length;
}
}
if(data11.step !== undefined){
if(!(validate243(data11.step, {instancePath:instancePath+"/schedule/step",parentData:data11,parentDataProperty:"step",rootData}))){
vErrors = vErrors === null ? validate243.errors : joined(vErrors, validate243.errors);
errors = vErrors.length;
}
}
if(data11.exponential !== undefined){
if(!(validate245(data11.exponential, {instancePath:instancePath+"/schedule/exponential",parentData:data11,parentDataProperty:"exponential",rootData}))){
vErrors = vErrors === null ? validate245.errors : joined(vErrors, validate245.errors);
errors = vErrors.length;
}
}
if(data11.cosine !== undefined){
if(!(validate247(data11.cosine, {instancePath:instancePath+"/schedule/cosine",parentData:data11,parentDataProperty:"cosine",rootData}))){
vErrors = vErrors === null ? validate247.errors : joined(vErrors, validate247.errors);
errors = vErrors.length;
}
}
if(data11.oneCycle !== undefined){
if(!(validate249(data11.oneCycle, {instancePath:instancePath+"/schedule/oneCycle",parentData:data11,parentDataProperty:"oneCycle",rootData}))){
vErrors = vErrors === null ? validate249.errors : joined(vErrors, validate249.errors);
errors = vErrors.length;
}
}
if(data11.plateau !== undefined){
if(!(validate251(data11.plateau, {instancePath:instancePath+"/schedule/plateau",parentData:data11,parentDataProperty:"plateau",rootData}))){
vErrors = vErrors === null ? validate251.errors : joined(vErrors, validate251.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema65.properties.schedule.anyOf[1].type,parentSchema:schema65.properties.schedule.anyOf[1],data:data11};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid1 = _errs24 === errors;
valid3 = valid3 || _valid1;
}
if(!valid3){
const err17 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/anyOf",keyword:"anyOf",params:{},schema:schema65.properties.schedule.anyOf,parentSchema:schema65.properties.schedule,data:data11};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
}
if(data.earlyStopping !== undefined){
let data18 = data.earlyStopping;
const _errs34 = errors;
let valid5 = false;
const _errs35 = errors;
if(data18 !== null){
const err18 = {instancePath:instancePath+"/earlyStopping",schemaPath:"#/properties/earlyStopping/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema65.properties.earlyStopping.anyOf[0].type,parentSchema:schema65.properties.earlyStopping.anyOf[0],data:data18};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid2 = _errs35 === errors;
valid5 = valid5 || _valid2;
if(!valid5){
const _errs37 = errors;
if(!(validate253(data18, {instancePath:instancePath+"/earlyStopping",parentData:data,parentDataProperty:"earlyStopping",rootData}))){
vErrors = vErrors === null ? validate253.errors : joined(vErrors, validate253.errors);
errors = vErrors.length;
}
var _valid2 = _errs37 === errors;
valid5 = valid5 || _valid2;
}
if(!valid5){
const err19 = {instancePath:instancePath+"/earlyStopping",schemaPath:"#/properties/earlyStopping/anyOf",keyword:"anyOf",params:{},schema:schema65.properties.earlyStopping.anyOf,parentSchema:schema65.properties.earlyStopping,data:data18};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
}
}
if(data.maxMinutes !== undefined){
let data19 = data.maxMinutes;
if((data19 !== null) && (!((typeof data19 == "number") && (isFinite(data19))))){
const err20 = {instancePath:instancePath+"/maxMinutes",schemaPath:"#/properties/maxMinutes/type",keyword:"type",params:{type: schema65.properties.maxMinutes.type},schema:schema65.properties.maxMinutes.type,parentSchema:schema65.properties.maxMinutes,data:data19};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 <= 0 || isNaN(data19)){
const err21 = {instancePath:instancePath+"/maxMinutes",schemaPath:"#/properties/maxMinutes/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema65.properties.maxMinutes,data:data19};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data.checkpoint !== undefined){
let data20 = data.checkpoint;
const _errs41 = errors;
let valid6 = false;
const _errs42 = errors;
if(data20 !== null){
const err22 = {instancePath:instancePath+"/checkpoint",schemaPath:"#/properties/checkpoint/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema65.properties.checkpoint.anyOf[0].type,parentSchema:schema65.properties.checkpoint.anyOf[0],data:data20};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var _valid3 = _errs42 === errors;
valid6 = valid6 || _valid3;
if(!valid6){
const _errs44 = errors;
if(!(validate255(data20, {instancePath:instancePath+"/checkpoint",parentData:data,parentDataProperty:"checkpoint",rootData}))){
vErrors = vErrors === null ? validate255.errors : joined(vErrors, validate255.errors);
errors = vErrors.length;
}
var _valid3 = _errs44 === errors;
valid6 = valid6 || _valid3;
}
if(!valid6){
const err23 = {instancePath:instancePath+"/checkpoint",schemaPath:"#/properties/checkpoint/anyOf",keyword:"anyOf",params:{},schema:schema65.properties.checkpoint.anyOf,parentSchema:schema65.properties.checkpoint,data:data20};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
errors = _errs41;
if(vErrors !== null){
if(_errs41){
vErrors.length = _errs41;
}
else {
vErrors = null;
}
}
}
}
if(data.loss !== undefined){
let data21 = data.loss;
const _errs46 = errors;
let valid7 = false;
const _errs47 = errors;
if(typeof data21 !== "string"){
const err24 = {instancePath:instancePath+"/loss",schemaPath:"#/properties/loss/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema65.properties.loss.anyOf[0].type,parentSchema:schema65.properties.loss.anyOf[0],data:data21};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!((data21 === "crossEntropy") || (data21 === "focal"))){
const err25 = {instancePath:instancePath+"/loss",schemaPath:"#/properties/loss/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema65.properties.loss.anyOf[0].enum},schema:schema65.properties.loss.anyOf[0].enum,parentSchema:schema65.properties.loss.anyOf[0],data:data21};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid4 = _errs47 === errors;
valid7 = valid7 || _valid4;
if(!valid7){
const _errs49 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(Object.keys(data21).length > 1){
const err26 = {instancePath:instancePath+"/loss",schemaPath:"#/properties/loss/anyOf/1/maxProperties",keyword:"maxProperties",params:{limit: 1},schema:1,parentSchema:schema65.properties.loss.anyOf[1],data:data21};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(Object.keys(data21).length < 1){
const err27 = {instancePath:instancePath+"/loss",schemaPath:"#/properties/loss/anyOf/1/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema65.properties.loss.anyOf[1],data:data21};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key3 in data21){
if(!((key3 === "crossEntropy") || (key3 === "focal"))){
const err28 = {instancePath:instancePath+"/loss",schemaPath:"#/properties/loss/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema65.properties.loss.anyOf[1],data:data21};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data21.crossEntropy !== undefined){
if(!(validate257(data21.crossEntropy, {instancePath:instancePath+"/loss/crossEntropy",parentData:data21,parentDataProperty:"crossEntropy",rootData}))){
vErrors = vErrors === null ? validate257.errors : joined(vErrors, validate257.errors);
errors = vErrors.length;
}
}
if(data21.focal !== undefined){
if(!(validate259(data21.focal, {instancePath:instancePath+"/loss/focal",parentData:data21,parentDataProperty:"focal",rootData}))){
vErrors = vErrors === null ? validate259.errors : joined(vErrors, validate259.errors);
errors = vErrors.length;
}
}
}
else {
const err29 = {instancePath:instancePath+"/loss",schemaPath:"#/properties/loss/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema65.properties.loss.anyOf[1].type,parentSchema:schema65.properties.loss.anyOf[1],data:data21};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid4 = _errs49 === errors;
valid7 = valid7 || _valid4;
}
if(!valid7){
const err30 = {instancePath:instancePath+"/loss",schemaPath:"#/properties/loss/anyOf",keyword:"anyOf",params:{},schema:schema65.properties.loss.anyOf,parentSchema:schema65.properties.loss,data:data21};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
}
}
if(data.classWeights !== undefined){
let data24 = data.classWeights;
const _errs55 = errors;
let valid9 = false;
const _errs56 = errors;
if(data24 !== null){
const err31 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema65.properties.classWeights.anyOf[0].type,parentSchema:schema65.properties.classWeights.anyOf[0],data:data24};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var _valid5 = _errs56 === errors;
valid9 = valid9 || _valid5;
if(!valid9){
const _errs58 = errors;
if("balanced" !== data24){
const err32 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/anyOf/1/const",keyword:"const",params:{allowedValue: "balanced"},schema:"balanced",parentSchema:schema65.properties.classWeights.anyOf[1],data:data24};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var _valid5 = _errs58 === errors;
valid9 = valid9 || _valid5;
if(!valid9){
const _errs59 = errors;
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
for(const key4 in data24){
let data25 = data24[key4];
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 1000000 || isNaN(data25)){
const err33 = {instancePath:instancePath+"/classWeights/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/classWeights/anyOf/2/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema65.properties.classWeights.anyOf[2].additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data25 <= 0 || isNaN(data25)){
const err34 = {instancePath:instancePath+"/classWeights/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/classWeights/anyOf/2/additionalProperties/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema65.properties.classWeights.anyOf[2].additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/classWeights/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/classWeights/anyOf/2/additionalProperties/type",keyword:"type",params:{type: "number"},schema:schema65.properties.classWeights.anyOf[2].additionalProperties.type,parentSchema:schema65.properties.classWeights.anyOf[2].additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/anyOf/2/type",keyword:"type",params:{type: "object"},schema:schema65.properties.classWeights.anyOf[2].type,parentSchema:schema65.properties.classWeights.anyOf[2],data:data24};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
var _valid5 = _errs59 === errors;
valid9 = valid9 || _valid5;
}
}
if(!valid9){
const err37 = {instancePath:instancePath+"/classWeights",schemaPath:"#/properties/classWeights/anyOf",keyword:"anyOf",params:{},schema:schema65.properties.classWeights.anyOf,parentSchema:schema65.properties.classWeights,data:data24};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
else {
errors = _errs55;
if(vErrors !== null){
if(_errs55){
vErrors.length = _errs55;
}
else {
vErrors = null;
}
}
}
}
if(data.sampling !== undefined){
let data26 = data.sampling;
if(!((data26 === "natural") || (data26 === "balanced"))){
const err38 = {instancePath:instancePath+"/sampling",schemaPath:"#/properties/sampling/enum",keyword:"enum",params:{allowedValues: schema65.properties.sampling.enum},schema:schema65.properties.sampling.enum,parentSchema:schema65.properties.sampling,data:data26};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.gradientClip !== undefined){
let data27 = data.gradientClip;
const _errs66 = errors;
let valid11 = false;
const _errs67 = errors;
if(data27 !== null){
const err39 = {instancePath:instancePath+"/gradientClip",schemaPath:"#/properties/gradientClip/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema65.properties.gradientClip.anyOf[0].type,parentSchema:schema65.properties.gradientClip.anyOf[0],data:data27};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
var _valid6 = _errs67 === errors;
valid11 = valid11 || _valid6;
if(!valid11){
const _errs69 = errors;
if(!(validate261(data27, {instancePath:instancePath+"/gradientClip",parentData:data,parentDataProperty:"gradientClip",rootData}))){
vErrors = vErrors === null ? validate261.errors : joined(vErrors, validate261.errors);
errors = vErrors.length;
}
var _valid6 = _errs69 === errors;
valid11 = valid11 || _valid6;
}
if(!valid11){
const err40 = {instancePath:instancePath+"/gradientClip",schemaPath:"#/properties/gradientClip/anyOf",keyword:"anyOf",params:{},schema:schema65.properties.gradientClip.anyOf,parentSchema:schema65.properties.gradientClip,data:data27};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
else {
errors = _errs66;
if(vErrors !== null){
if(_errs66){
vErrors.length = _errs66;
}
else {
vErrors = null;
}
}
}
}
if(data.averageWeights !== undefined){
let data28 = data.averageWeights;
const _errs71 = errors;
let valid12 = false;
const _errs72 = errors;
if(data28 !== null){
const err41 = {instancePath:instancePath+"/averageWeights",schemaPath:"#/properties/averageWeights/anyOf/0/type",keyword:"type",params:{type: "null"},schema:schema65.properties.averageWeights.anyOf[0].type,parentSchema:schema65.properties.averageWeights.anyOf[0],data:data28};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var _valid7 = _errs72 === errors;
valid12 = valid12 || _valid7;
if(!valid12){
const _errs74 = errors;
if(!(validate263(data28, {instancePath:instancePath+"/averageWeights",parentData:data,parentDataProperty:"averageWeights",rootData}))){
vErrors = vErrors === null ? validate263.errors : joined(vErrors, validate263.errors);
errors = vErrors.length;
}
var _valid7 = _errs74 === errors;
valid12 = valid12 || _valid7;
}
if(!valid12){
const err42 = {instancePath:instancePath+"/averageWeights",schemaPath:"#/properties/averageWeights/anyOf",keyword:"anyOf",params:{},schema:schema65.properties.averageWeights.anyOf,parentSchema:schema65.properties.averageWeights,data:data28};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
else {
errors = _errs71;
if(vErrors !== null){
if(_errs71){
vErrors.length = _errs71;
}
else {
vErrors = null;
}
}
}
}
if(data.accumulate !== undefined){
let data29 = data.accumulate;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err43 = {instancePath:instancePath+"/accumulate",schemaPath:"#/properties/accumulate/type",keyword:"type",params:{type: "integer"},schema:schema65.properties.accumulate.type,parentSchema:schema65.properties.accumulate,data:data29};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 100000 || isNaN(data29)){
const err44 = {instancePath:instancePath+"/accumulate",schemaPath:"#/properties/accumulate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},schema:100000,parentSchema:schema65.properties.accumulate,data:data29};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data29 < 1 || isNaN(data29)){
const err45 = {instancePath:instancePath+"/accumulate",schemaPath:"#/properties/accumulate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema65.properties.accumulate,data:data29};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema65.type,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate202.errors = vErrors;
return errors === 0;
}

const schema89 = {"description":"What is reported about the trained network.","type":"object","additionalProperties":false,"default":{},"properties":{"weights":{"description":"Which weights are evaluated and saved: those of the last epoch, or those of the best, which has the lowest validation loss or the best figure of train.earlyStopping. null means best where there is a validation split, otherwise last.","enum":[null,"best","last"],"default":null},"positiveClass":{"description":"The class to detect, of two; null means the second by name. Sensitivity, specificity and the ROC curve are of this class.","type":["null","string"],"minLength":1,"default":null},"sensitivity":{"description":"Sensitivity that the positive class should reach, of two classes: the highest threshold that reaches it is chosen on the validation images, if there are any, and evaluated on the test images.","type":["null","number"],"exclusiveMinimum":0,"maximum":1,"default":null},"specificity":{"description":"Specificity that should be reached, instead of a sensitivity: the lowest threshold that reaches it is chosen and evaluated in the same way.","type":["null","number"],"exclusiveMinimum":0,"maximum":1,"default":null},"charts":{"description":"The charts that are drawn; null means those that suit the run: ROC and precision-recall curves up to ten classes, confused pairs from three, the learning rate where it changes, what earlyStopping monitors where it is neither loss nor accuracy.","examples":[["accuracy","loss","confusion-matrix"]],"type":["null","array"],"items":{"enum":["accuracy","loss","monitored","learning-rate","confusion-matrix","roc","precision-recall","calibration","class-scores","class-distribution","confused-pairs"]},"minItems":1,"maxItems":10,"default":null},"split":{"description":"Which split is judged. Without it test, where there is one; validation leaves the test images unseen, as the trials of a search do.","enum":["validation","test"]},"pictures":{"description":"Pictures in each gallery of the report (mistakes, and right predictions), each beside a heat map of what spoke for the predicted class (Grad-CAM); 0 makes none. They stay in the run's folder, not in git.","type":"integer","minimum":0,"maximum":20,"default":12},"perGroup":{"description":"How the predictions for the images of a group, such as a patient, are combined. mean: the mean of their probabilities; a group with images of several classes is left out. max, for two classes: the largest probability of the positive class; a group is positive if any of its images is.","enum":["mean","max"],"default":"mean"},"prevalence":{"description":"Prevalence of the positive class where the network is to be used, for two classes: exp paper reports predictive values and net benefit at this prevalence, too. null reports them for the evaluated images only.","examples":[0.01],"type":["null","number"],"exclusiveMinimum":0,"exclusiveMaximum":1,"default":null},"resamples":{"description":"Bootstrap resamples behind the confidence intervals; 0 omits the intervals. Groups (patients) are resampled whole.","type":"integer","minimum":0,"maximum":100000,"default":1000},"confusionMatrix":{"description":"How the confusion matrix is drawn.","type":"object","additionalProperties":false,"default":{},"properties":{"rows":{"description":"What the rows show; the columns show the other.","enum":["predicted","actual"],"default":"actual"},"normalise":{"description":"What shares and colours are relative to: the images of the actual class, those predicted as the class, or all. none: counts only.","enum":["actual","predicted","all","none"],"default":"actual"}}}}};

function validate266(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func0.call(schema89.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.weights !== undefined){
let data0 = data.weights;
if(!(((data0 === null) || (data0 === "best")) || (data0 === "last"))){
const err1 = {instancePath:instancePath+"/weights",schemaPath:"#/properties/weights/enum",keyword:"enum",params:{allowedValues: schema89.properties.weights.enum},schema:schema89.properties.weights.enum,parentSchema:schema89.properties.weights,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.positiveClass !== undefined){
let data1 = data.positiveClass;
if((data1 !== null) && (typeof data1 !== "string")){
const err2 = {instancePath:instancePath+"/positiveClass",schemaPath:"#/properties/positiveClass/type",keyword:"type",params:{type: schema89.properties.positiveClass.type},schema:schema89.properties.positiveClass.type,parentSchema:schema89.properties.positiveClass,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data1 === "string"){
if(func1(data1) < 1){
const err3 = {instancePath:instancePath+"/positiveClass",schemaPath:"#/properties/positiveClass/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema89.properties.positiveClass,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.sensitivity !== undefined){
let data2 = data.sensitivity;
if((data2 !== null) && (!((typeof data2 == "number") && (isFinite(data2))))){
const err4 = {instancePath:instancePath+"/sensitivity",schemaPath:"#/properties/sensitivity/type",keyword:"type",params:{type: schema89.properties.sensitivity.type},schema:schema89.properties.sensitivity.type,parentSchema:schema89.properties.sensitivity,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/sensitivity",schemaPath:"#/properties/sensitivity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},schema:1,parentSchema:schema89.properties.sensitivity,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2 <= 0 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/sensitivity",schemaPath:"#/properties/sensitivity/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema89.properties.sensitivity,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.specificity !== undefined){
let data3 = data.specificity;
if((data3 !== null) && (!((typeof data3 == "number") && (isFinite(data3))))){
const err7 = {instancePath:instancePath+"/specificity",schemaPath:"#/properties/specificity/type",keyword:"type",params:{type: schema89.properties.specificity.type},schema:schema89.properties.specificity.type,parentSchema:schema89.properties.specificity,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/specificity",schemaPath:"#/properties/specificity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},schema:1,parentSchema:schema89.properties.specificity,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 <= 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/specificity",schemaPath:"#/properties/specificity/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema89.properties.specificity,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.charts !== undefined){
let data4 = data.charts;
if((data4 !== null) && (!(Array.isArray(data4)))){
const err10 = {instancePath:instancePath+"/charts",schemaPath:"#/properties/charts/type",keyword:"type",params:{type: schema89.properties.charts.type},schema:schema89.properties.charts.type,parentSchema:schema89.properties.charts,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(Array.isArray(data4)){
if(data4.length > 10){
const err11 = {instancePath:instancePath+"/charts",schemaPath:"#/properties/charts/maxItems",keyword:"maxItems",params:{limit: 10},schema:10,parentSchema:schema89.properties.charts,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.length < 1){
const err12 = {instancePath:instancePath+"/charts",schemaPath:"#/properties/charts/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema89.properties.charts,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(!(((((((((((data5 === "accuracy") || (data5 === "loss")) || (data5 === "monitored")) || (data5 === "learning-rate")) || (data5 === "confusion-matrix")) || (data5 === "roc")) || (data5 === "precision-recall")) || (data5 === "calibration")) || (data5 === "class-scores")) || (data5 === "class-distribution")) || (data5 === "confused-pairs"))){
const err13 = {instancePath:instancePath+"/charts/" + i0,schemaPath:"#/properties/charts/items/enum",keyword:"enum",params:{allowedValues: schema89.properties.charts.items.enum},schema:schema89.properties.charts.items.enum,parentSchema:schema89.properties.charts.items,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
if(data.split !== undefined){
let data6 = data.split;
if(!((data6 === "validation") || (data6 === "test"))){
const err14 = {instancePath:instancePath+"/split",schemaPath:"#/properties/split/enum",keyword:"enum",params:{allowedValues: schema89.properties.split.enum},schema:schema89.properties.split.enum,parentSchema:schema89.properties.split,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.pictures !== undefined){
let data7 = data.pictures;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err15 = {instancePath:instancePath+"/pictures",schemaPath:"#/properties/pictures/type",keyword:"type",params:{type: "integer"},schema:schema89.properties.pictures.type,parentSchema:schema89.properties.pictures,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 20 || isNaN(data7)){
const err16 = {instancePath:instancePath+"/pictures",schemaPath:"#/properties/pictures/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},schema:20,parentSchema:schema89.properties.pictures,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/pictures",schemaPath:"#/properties/pictures/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema89.properties.pictures,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.perGroup !== undefined){
let data8 = data.perGroup;
if(!((data8 === "mean") || (data8 === "max"))){
const err18 = {instancePath:instancePath+"/perGroup",schemaPath:"#/properties/perGroup/enum",keyword:"enum",params:{allowedValues: schema89.properties.perGroup.enum},schema:schema89.properties.perGroup.enum,parentSchema:schema89.properties.perGroup,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.prevalence !== undefined){
let data9 = data.prevalence;
if((data9 !== null) && (!((typeof data9 == "number") && (isFinite(data9))))){
const err19 = {instancePath:instancePath+"/prevalence",schemaPath:"#/properties/prevalence/type",keyword:"type",params:{type: schema89.properties.prevalence.type},schema:schema89.properties.prevalence.type,parentSchema:schema89.properties.prevalence,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 >= 1 || isNaN(data9)){
const err20 = {instancePath:instancePath+"/prevalence",schemaPath:"#/properties/prevalence/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},schema:1,parentSchema:schema89.properties.prevalence,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data9 <= 0 || isNaN(data9)){
const err21 = {instancePath:instancePath+"/prevalence",schemaPath:"#/properties/prevalence/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema89.properties.prevalence,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data.resamples !== undefined){
let data10 = data.resamples;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err22 = {instancePath:instancePath+"/resamples",schemaPath:"#/properties/resamples/type",keyword:"type",params:{type: "integer"},schema:schema89.properties.resamples.type,parentSchema:schema89.properties.resamples,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 100000 || isNaN(data10)){
const err23 = {instancePath:instancePath+"/resamples",schemaPath:"#/properties/resamples/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},schema:100000,parentSchema:schema89.properties.resamples,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err24 = {instancePath:instancePath+"/resamples",schemaPath:"#/properties/resamples/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema89.properties.resamples,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.confusionMatrix !== undefined){
let data11 = data.confusionMatrix;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 in data11){
if(!((key1 === "rows") || (key1 === "normalise"))){
const err25 = {instancePath:instancePath+"/confusionMatrix",schemaPath:"#/properties/confusionMatrix/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema89.properties.confusionMatrix,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.rows !== undefined){
let data12 = data11.rows;
if(!((data12 === "predicted") || (data12 === "actual"))){
const err26 = {instancePath:instancePath+"/confusionMatrix/rows",schemaPath:"#/properties/confusionMatrix/properties/rows/enum",keyword:"enum",params:{allowedValues: schema89.properties.confusionMatrix.properties.rows.enum},schema:schema89.properties.confusionMatrix.properties.rows.enum,parentSchema:schema89.properties.confusionMatrix.properties.rows,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data11.normalise !== undefined){
let data13 = data11.normalise;
if(!((((data13 === "actual") || (data13 === "predicted")) || (data13 === "all")) || (data13 === "none"))){
const err27 = {instancePath:instancePath+"/confusionMatrix/normalise",schemaPath:"#/properties/confusionMatrix/properties/normalise/enum",keyword:"enum",params:{allowedValues: schema89.properties.confusionMatrix.properties.normalise.enum},schema:schema89.properties.confusionMatrix.properties.normalise.enum,parentSchema:schema89.properties.confusionMatrix.properties.normalise,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/confusionMatrix",schemaPath:"#/properties/confusionMatrix/type",keyword:"type",params:{type: "object"},schema:schema89.properties.confusionMatrix.type,parentSchema:schema89.properties.confusionMatrix,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema89.type,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
validate266.errors = vErrors;
return errors === 0;
}

const schema90 = {"description":"How TensorFlow is run.","type":"object","additionalProperties":false,"default":{},"properties":{"threads":{"description":"Threads of TensorFlow; null means one per core. Another number gives other bits and other dropout masks.","type":["null","integer"],"minimum":1,"maximum":1024,"default":null},"recorded":{"description":"Run each step as one TensorFlow function, recorded at the first step. false runs it operation by operation: slower, and equal up to the last bits.","type":"boolean","default":true},"oneDnn":{"description":"Use Intel's oneDNN for convolutions, pooling and matrix products. false is slower on most processors and gives other bits.","type":"boolean","default":true},"device":{"description":"What computes: cpu, an NVIDIA gpu, or auto, which takes the GPU where there is one and TensorFlow's CUDA build is there (exp doctor --fetch --gpu). They give other bits.","enum":["auto","cpu","gpu"],"default":"auto"},"deterministic":{"description":"On a GPU, compute so that two runs on one machine give the same bits. false is faster there, and the bits differ from run to run. A CPU always gives the same.","type":"boolean","default":true},"tf32":{"description":"On a GPU, let convolutions and matrix products round their inputs to 10 bits (TensorFloat-32, cards since 2020): faster. false keeps 23 bits, as on a CPU.","type":"boolean","default":true},"precision":{"description":"Numbers of a training step. mixed_bfloat16, as in Keras, computes convolutions and what follows them (activations, pools, dense layers) in 16 bits and keeps the weights, their updates and the losses in 32: up to twice as fast on processors that have bfloat16 (AVX512_BF16, AMX). Validation, test and the saved model are float32 either way.","enum":["float32","mixed_bfloat16"],"default":"float32"}}};

function validate268(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "threads") || (key0 === "recorded")) || (key0 === "oneDnn")) || (key0 === "device")) || (key0 === "deterministic")) || (key0 === "tf32")) || (key0 === "precision"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.threads !== undefined){
let data0 = data.threads;
if((data0 !== null) && (!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0))))){
const err1 = {instancePath:instancePath+"/threads",schemaPath:"#/properties/threads/type",keyword:"type",params:{type: schema90.properties.threads.type},schema:schema90.properties.threads.type,parentSchema:schema90.properties.threads,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1024 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/threads",schemaPath:"#/properties/threads/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},schema:1024,parentSchema:schema90.properties.threads,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/threads",schemaPath:"#/properties/threads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema90.properties.threads,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.recorded !== undefined){
let data1 = data.recorded;
if(typeof data1 !== "boolean"){
const err4 = {instancePath:instancePath+"/recorded",schemaPath:"#/properties/recorded/type",keyword:"type",params:{type: "boolean"},schema:schema90.properties.recorded.type,parentSchema:schema90.properties.recorded,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.oneDnn !== undefined){
let data2 = data.oneDnn;
if(typeof data2 !== "boolean"){
const err5 = {instancePath:instancePath+"/oneDnn",schemaPath:"#/properties/oneDnn/type",keyword:"type",params:{type: "boolean"},schema:schema90.properties.oneDnn.type,parentSchema:schema90.properties.oneDnn,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.device !== undefined){
let data3 = data.device;
if(!(((data3 === "auto") || (data3 === "cpu")) || (data3 === "gpu"))){
const err6 = {instancePath:instancePath+"/device",schemaPath:"#/properties/device/enum",keyword:"enum",params:{allowedValues: schema90.properties.device.enum},schema:schema90.properties.device.enum,parentSchema:schema90.properties.device,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.deterministic !== undefined){
let data4 = data.deterministic;
if(typeof data4 !== "boolean"){
const err7 = {instancePath:instancePath+"/deterministic",schemaPath:"#/properties/deterministic/type",keyword:"type",params:{type: "boolean"},schema:schema90.properties.deterministic.type,parentSchema:schema90.properties.deterministic,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.tf32 !== undefined){
let data5 = data.tf32;
if(typeof data5 !== "boolean"){
const err8 = {instancePath:instancePath+"/tf32",schemaPath:"#/properties/tf32/type",keyword:"type",params:{type: "boolean"},schema:schema90.properties.tf32.type,parentSchema:schema90.properties.tf32,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.precision !== undefined){
let data6 = data.precision;
if(!((data6 === "float32") || (data6 === "mixed_bfloat16"))){
const err9 = {instancePath:instancePath+"/precision",schemaPath:"#/properties/precision/enum",keyword:"enum",params:{allowedValues: schema90.properties.precision.enum},schema:schema90.properties.precision.enum,parentSchema:schema90.properties.precision,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema90.type,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate268.errors = vErrors;
return errors === 0;
}


function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="lamina/experiment.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "data"},schema:schema0.required,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.model === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},schema:schema0.required,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "seed") || (key0 === "data")) || (key0 === "model")) || (key0 === "train")) || (key0 === "evaluate")) || (key0 === "engine"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.seed !== undefined){
let data0 = data.seed;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},schema:schema0.properties.seed.type,parentSchema:schema0.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 2147483647 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},schema:2147483647,parentSchema:schema0.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema0.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.data !== undefined){
if(!(validate1(data.data, {instancePath:instancePath+"/data",parentData:data,parentDataProperty:"data",rootData}))){
vErrors = vErrors === null ? validate1.errors : joined(vErrors, validate1.errors);
errors = vErrors.length;
}
}
if(data.model !== undefined){
if(!(validate32(data.model, {instancePath:instancePath+"/model",parentData:data,parentDataProperty:"model",rootData}))){
vErrors = vErrors === null ? validate32.errors : joined(vErrors, validate32.errors);
errors = vErrors.length;
}
}
if(data.train !== undefined){
if(!(validate202(data.train, {instancePath:instancePath+"/train",parentData:data,parentDataProperty:"train",rootData}))){
vErrors = vErrors === null ? validate202.errors : joined(vErrors, validate202.errors);
errors = vErrors.length;
}
}
if(data.evaluate !== undefined){
if(!(validate266(data.evaluate, {instancePath:instancePath+"/evaluate",parentData:data,parentDataProperty:"evaluate",rootData}))){
vErrors = vErrors === null ? validate266.errors : joined(vErrors, validate266.errors);
errors = vErrors.length;
}
}
if(data.engine !== undefined){
if(!(validate268(data.engine, {instancePath:instancePath+"/engine",parentData:data,parentDataProperty:"engine",rootData}))){
vErrors = vErrors === null ? validate268.errors : joined(vErrors, validate268.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema0.type,parentSchema:schema0,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}

export const validateRepeat = validate271;
const schema92 = {"description":"The same layers several times in a row, each time with their own weights.","type":"object","additionalProperties":false,"required":["times","layers"],"properties":{"times":{"description":"How often.","examples":[3],"type":"integer","minimum":1,"maximum":1000},"layers":{"description":"The layers to repeat.","type":"array","minItems":1,"examples":[[{"conv":{"filters":32,"kernelSize":3}},"relu"]]}},"examples":[{"times":3,"layers":[{"conv":{"filters":32,"kernelSize":3}},"relu"]}]};

function validate271(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.times === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "times"},schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.layers === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "layers"},schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "times") || (key0 === "layers"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.times !== undefined){
let data0 = data.times;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/times",schemaPath:"#/properties/times/type",keyword:"type",params:{type: "integer"},schema:schema92.properties.times.type,parentSchema:schema92.properties.times,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/times",schemaPath:"#/properties/times/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema92.properties.times,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/times",schemaPath:"#/properties/times/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema92.properties.times,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.layers !== undefined){
let data1 = data.layers;
if(Array.isArray(data1)){
if(data1.length < 1){
const err6 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema92.properties.layers,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: "array"},schema:schema92.properties.layers.type,parentSchema:schema92.properties.layers,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema92.type,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate271.errors = vErrors;
return errors === 0;
}

export const validateBlock = validate272;
const schema93 = {"description":"The layers of a block of model.blocks, by its name; or { use: NAME } with values for its arguments, { use: stage, filters: 64 }.","anyOf":[{"description":"The block's name; its arguments have their defaults.","type":"string"},{"type":"object","required":["use"],"additionalProperties":{"description":"The value of an argument of the block."},"properties":{"use":{"description":"The block's name.","examples":["stage"],"type":"string","minLength":1}}}],"examples":[{"use":"stage","filters":64}]};

function validate272(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema93.anyOf[0].type,parentSchema:schema93.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.use === undefined){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: "use"},schema:schema93.anyOf[1].required,parentSchema:schema93.anyOf[1],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.use !== undefined){
let data0 = data.use;
if(typeof data0 === "string"){
if(func1(data0) < 1){
const err2 = {instancePath:instancePath+"/use",schemaPath:"#/anyOf/1/properties/use/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema93.anyOf[1].properties.use,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/use",schemaPath:"#/anyOf/1/properties/use/type",keyword:"type",params:{type: "string"},schema:schema93.anyOf[1].properties.use.type,parentSchema:schema93.anyOf[1].properties.use,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema93.anyOf[1].type,parentSchema:schema93.anyOf[1],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err5 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema93.anyOf,parentSchema:schema93,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate272.errors = vErrors;
return errors === 0;
}

export const validateBlocks = validate273;
const schema94 = {"description":"Named lists of layers, used among the layers as - block: NAME. Besides its layers a block has arguments with defaults, written $argument in the layers. A block may use other blocks.","type":"object","additionalProperties":{"$ref":"#/definitions/blockDefinition"},"examples":[{"stage":{"filters":32,"layers":[{"conv":{"filters":"$filters","kernelSize":3}},"relu"]}}]};
const schema95 = {"description":"The layers of a block, and its arguments with their defaults.","type":"object","additionalProperties":{"description":"An argument and its default. With nothing after the colon it has no default and is required wherever the block is used."},"required":["layers"],"properties":{"layers":{"type":"array","minItems":1,"description":"The layers of the block. $filters stands for the value of its argument filters.","examples":[[{"conv":{"filters":"$filters","kernelSize":3}},"relu"]]}},"examples":[{"filters":32,"layers":[{"conv":{"filters":"$filters","kernelSize":3}},"relu"]}]};

function validate274(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.layers === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "layers"},schema:schema95.required,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.layers !== undefined){
let data0 = data.layers;
if(Array.isArray(data0)){
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema95.properties.layers,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/layers",schemaPath:"#/properties/layers/type",keyword:"type",params:{type: "array"},schema:schema95.properties.layers.type,parentSchema:schema95.properties.layers,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema95.type,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate274.errors = vErrors;
return errors === 0;
}


function validate273(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(validate274(data[key0], {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key0,rootData}))){
vErrors = vErrors === null ? validate274.errors : joined(vErrors, validate274.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema94.type,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate273.errors = vErrors;
return errors === 0;
}

export const validateSweep = validate276;
const schema96 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"lamina/sweep.schema.json","description":"Many runs of an experiment, or of several: with other seeds, on other folds, with other settings.","type":"object","additionalProperties":false,"required":["experiment"],"properties":{"experiment":{"description":"The experiment that is varied, relative to this file; or a list of experiments that are compared.","examples":["baseline.yaml",["small.yaml","large.yaml"]],"anyOf":[{"type":"string","minLength":1},{"type":"array","items":{"type":"string","minLength":1},"minItems":1,"maxItems":100}]},"vary":{"description":"What differs from trial to trial. A key is a setting of the experiment as --set takes it, with a list of its values or a range; seed and fold repeat each setting.","examples":[{"train.optimizer.adam.learningRate":{"log":[0.0001,0.01]},"seed":{"seeds":5}}],"type":"object","additionalProperties":{"$ref":"#/definitions/range"},"default":{},"properties":{"seed":{"description":"Each setting is tried with each of these seeds: a list, or so many from the experiment's own on.","examples":[{"seeds":5}],"anyOf":[{"type":"array","items":{"type":"integer","minimum":0,"maximum":2147483647},"minItems":1,"maxItems":1000},{"$ref":"#/definitions/seeds"}]},"fold":{"$ref":"#/definitions/folds"}}},"search":{"$ref":"#/definitions/search"},"trials":{"description":"How many runs there are in all, each setting with all its seeds. null means every combination of a grid; the other searches need a number.","type":["null","integer"],"minimum":1,"maximum":100000,"default":null,"examples":[40]},"objective":{"$ref":"#/definitions/objective"},"run":{"$ref":"#/definitions/workers"}},"definitions":{"seeds":{"description":"So many seeds: the experiment's own and those that follow it.","type":"object","additionalProperties":false,"properties":{"seeds":{"description":"How many.","examples":[5],"type":"integer","minimum":1,"maximum":1000}},"required":["seeds"]},"folds":{"description":"Cross-validation: the images are cut into folds, each of which is the test split once. The predictions of all folds together judge each image exactly once.","type":"object","additionalProperties":false,"properties":{"folds":{"description":"How many folds there are.","examples":[5],"type":"integer","minimum":2,"maximum":1000},"repeats":{"description":"How often the images are cut anew, each time with the seed that follows.","type":"integer","minimum":1,"maximum":100,"default":1}},"required":["folds"],"examples":[{"folds":5}]},"range":{"description":"A list of values, or a range of numbers: uniform, log or integer.","examples":[[16,32],{"log":[0.0001,0.01]}],"anyOf":[{"type":"array","minItems":1,"maxItems":10000},{"$ref":"#/definitions/interval"}]},"interval":{"description":"A range of numbers, from the first to the second.","examples":[{"log":[0.0001,0.01]}],"type":"object","additionalProperties":false,"properties":{"uniform":{"description":"Any number between these two.","examples":[[0.1,0.5]],"type":"array","items":{"type":"number"},"minItems":2,"maxItems":2},"log":{"description":"Any number between these two, small ones as often as large ones: for rates and the like. true beside integer means the same for whole numbers.","examples":[[0.0001,0.01]],"anyOf":[{"type":"array","items":{"type":"number","exclusiveMinimum":0},"minItems":2,"maxItems":2},{"type":"boolean"}]},"integer":{"description":"Any whole number from the first to the second.","examples":[[8,64]],"type":"array","items":{"type":"integer"},"minItems":2,"maxItems":2}}},"search":{"description":"Which settings are tried: a bare word (random) or one key with its settings (random: { seed: 2 }).","anyOf":[{"enum":["grid","random","sobol","tpe","halving"],"type":"string"},{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"grid":{"$ref":"#/definitions/grid"},"random":{"$ref":"#/definitions/random"},"sobol":{"$ref":"#/definitions/sobol"},"tpe":{"$ref":"#/definitions/tpe"},"halving":{"$ref":"#/definitions/halving"}}}],"default":"grid"},"grid":{"description":"Every combination of the lists.","type":"object","additionalProperties":false,"properties":{}},"random":{"description":"Values that are drawn independently of each other.","type":"object","additionalProperties":false,"properties":{"seed":{"description":"Start of what the search draws. Another seed tries other points.","type":"integer","minimum":0,"maximum":2147483647,"default":1}}},"sobol":{"description":"Values that are spread evenly: a Sobol sequence, scrambled with the seed.","type":"object","additionalProperties":false,"properties":{"seed":{"description":"Start of what the search draws. Another seed tries other points.","type":"integer","minimum":0,"maximum":2147483647,"default":1}}},"tpe":{"description":"Tree-structured Parzen estimator, Bergstra et al. 2011: draws where earlier settings did well.","type":"object","additionalProperties":false,"properties":{"seed":{"description":"Start of what the search draws. Another seed tries other points.","type":"integer","minimum":0,"maximum":2147483647,"default":1},"startup":{"description":"Settings that are drawn at random before results are used.","type":"integer","minimum":1,"maximum":10000,"default":10},"generation":{"description":"Settings that are proposed from the same results: those of all generations before. As many can be tried at once; fewer learn more from each.","type":"integer","minimum":1,"maximum":1000,"default":8}}},"halving":{"description":"Asynchronous successive halving (ASHA), Li et al. 2020, by its stopping rule: settings are drawn at random, and a trial that at one of its rungs is not among the best of those before it ends there.","type":"object","additionalProperties":false,"properties":{"seed":{"description":"Start of what the search draws. Another seed tries other points.","type":"integer","minimum":0,"maximum":2147483647,"default":1},"eta":{"description":"One of so many goes on at each rung, and each rung is so many times as far as the one before.","type":"integer","minimum":2,"maximum":10,"default":3},"minEpochs":{"description":"The first rung.","type":"integer","minimum":1,"maximum":100000,"default":1}}},"objective":{"description":"What the best setting is the best by: a figure of metrics.json, of the validation images. With an objective no trial sees the test images; the winner is judged on them once, at the end. Without one, all are judged as runs are, and none is chosen.","examples":[{"maximise":"auc"}],"type":["null","object"],"additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"maximise":{"description":"A figure that is better when it is larger.","examples":["auc"],"type":"string","minLength":1},"minimise":{"description":"A figure that is better when it is smaller.","examples":["loss"],"type":"string","minLength":1}},"default":null},"workers":{"description":"Where trials run: in processes of this machine, or in jobs of a Slurm cluster.","type":"object","additionalProperties":false,"properties":{"workers":{"description":"Trials that run at once; null means one for each core, or for as many as threads says. Another number gives the same results.","type":["null","integer"],"minimum":1,"maximum":1024,"default":null},"threads":{"description":"Threads of TensorFlow for each trial. Another number gives other bits, but not another figure worth mentioning.","type":"integer","minimum":1,"maximum":1024,"default":1},"slurm":{"$ref":"#/definitions/slurm"}},"default":{},"examples":[{"workers":2},{"slurm":{"partition":"cpu","cpus":2,"time":"01:00:00"}}]},"slurm":{"description":"Each trial is a task of an array job of Slurm. The folder of the sweep, Lamina, Bun and the cache have to be where all nodes see them.","type":["null","object"],"additionalProperties":false,"default":null,"examples":[{"partition":"cpu","cpus":2,"memory":"4G","time":"01:00:00","array":50}],"properties":{"partition":{"description":"The partition; null means the cluster's own choice. Several with commas between them: the first that is free.","type":["null","string"],"minLength":1,"default":null,"examples":["cpu"]},"cpus":{"description":"CPUs of each trial, and as many threads of TensorFlow; null means as many as threads says.","type":["null","integer"],"minimum":1,"maximum":1024,"default":null,"examples":[2]},"memory":{"description":"Memory of each trial as Slurm writes it, 4G or 500M; null means the cluster's own choice. A trial that takes more is ended by Slurm.","type":["null","string"],"default":null,"examples":["4G"]},"time":{"description":"Time limit of a task as Slurm writes it: MINUTES, HH:MM:SS or DAYS-HH:MM:SS; null means the partition's. A trial that takes longer keeps its state before the limit, is queued again and goes on from there.","type":["null","string"],"default":null,"examples":["01:00:00"]},"array":{"description":"Trials that run at once, at most; null leaves that to Slurm.","type":["null","integer"],"minimum":1,"maximum":100000,"default":null,"examples":[50]},"options":{"description":"Further options of sbatch.","type":"array","items":{"type":"string","minLength":1},"maxItems":50,"default":[],"examples":[["--account=lab","--qos=long","--constraint=avx512"]]}}}}};
const schema97 = {"description":"A list of values, or a range of numbers: uniform, log or integer.","examples":[[16,32],{"log":[0.0001,0.01]}],"anyOf":[{"type":"array","minItems":1,"maxItems":10000},{"$ref":"#/definitions/interval"}]};
const schema98 = {"description":"A range of numbers, from the first to the second.","examples":[{"log":[0.0001,0.01]}],"type":"object","additionalProperties":false,"properties":{"uniform":{"description":"Any number between these two.","examples":[[0.1,0.5]],"type":"array","items":{"type":"number"},"minItems":2,"maxItems":2},"log":{"description":"Any number between these two, small ones as often as large ones: for rates and the like. true beside integer means the same for whole numbers.","examples":[[0.0001,0.01]],"anyOf":[{"type":"array","items":{"type":"number","exclusiveMinimum":0},"minItems":2,"maxItems":2},{"type":"boolean"}]},"integer":{"description":"Any whole number from the first to the second.","examples":[[8,64]],"type":"array","items":{"type":"integer"},"minItems":2,"maxItems":2}}};

function validate278(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "uniform") || (key0 === "log")) || (key0 === "integer"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.uniform !== undefined){
let data0 = data.uniform;
if(Array.isArray(data0)){
if(data0.length > 2){
const err1 = {instancePath:instancePath+"/uniform",schemaPath:"#/properties/uniform/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema98.properties.uniform,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.length < 2){
const err2 = {instancePath:instancePath+"/uniform",schemaPath:"#/properties/uniform/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema98.properties.uniform,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/uniform/" + i0,schemaPath:"#/properties/uniform/items/type",keyword:"type",params:{type: "number"},schema:schema98.properties.uniform.items.type,parentSchema:schema98.properties.uniform.items,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/uniform",schemaPath:"#/properties/uniform/type",keyword:"type",params:{type: "array"},schema:schema98.properties.uniform.type,parentSchema:schema98.properties.uniform,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.log !== undefined){
let data2 = data.log;
const _errs7 = errors;
let valid3 = false;
const _errs8 = errors;
if(Array.isArray(data2)){
if(data2.length > 2){
const err5 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/anyOf/0/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema98.properties.log.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.length < 2){
const err6 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/anyOf/0/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema98.properties.log.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 <= 0 || isNaN(data3)){
const err7 = {instancePath:instancePath+"/log/" + i1,schemaPath:"#/properties/log/anyOf/0/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},schema:0,parentSchema:schema98.properties.log.anyOf[0].items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/log/" + i1,schemaPath:"#/properties/log/anyOf/0/items/type",keyword:"type",params:{type: "number"},schema:schema98.properties.log.anyOf[0].items.type,parentSchema:schema98.properties.log.anyOf[0].items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema98.properties.log.anyOf[0].type,parentSchema:schema98.properties.log.anyOf[0],data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const _errs12 = errors;
if(typeof data2 !== "boolean"){
const err10 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/anyOf/1/type",keyword:"type",params:{type: "boolean"},schema:schema98.properties.log.anyOf[1].type,parentSchema:schema98.properties.log.anyOf[1],data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err11 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/anyOf",keyword:"anyOf",params:{},schema:schema98.properties.log.anyOf,parentSchema:schema98.properties.log,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
}
if(data.integer !== undefined){
let data4 = data.integer;
if(Array.isArray(data4)){
if(data4.length > 2){
const err12 = {instancePath:instancePath+"/integer",schemaPath:"#/properties/integer/maxItems",keyword:"maxItems",params:{limit: 2},schema:2,parentSchema:schema98.properties.integer,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4.length < 2){
const err13 = {instancePath:instancePath+"/integer",schemaPath:"#/properties/integer/minItems",keyword:"minItems",params:{limit: 2},schema:2,parentSchema:schema98.properties.integer,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
let data5 = data4[i2];
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err14 = {instancePath:instancePath+"/integer/" + i2,schemaPath:"#/properties/integer/items/type",keyword:"type",params:{type: "integer"},schema:schema98.properties.integer.items.type,parentSchema:schema98.properties.integer.items,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/integer",schemaPath:"#/properties/integer/type",keyword:"type",params:{type: "array"},schema:schema98.properties.integer.type,parentSchema:schema98.properties.integer,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema98.type,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate278.errors = vErrors;
return errors === 0;
}


function validate277(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(Array.isArray(data)){
if(data.length > 10000){
const err0 = {instancePath,schemaPath:"#/anyOf/0/maxItems",keyword:"maxItems",params:{limit: 10000},schema:10000,parentSchema:schema97.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/anyOf/0/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema97.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema97.anyOf[0].type,parentSchema:schema97.anyOf[0],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(!(validate278(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate278.errors : joined(vErrors, validate278.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema97.anyOf,parentSchema:schema97,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate277.errors = vErrors;
return errors === 0;
}

const schema99 = {"description":"So many seeds: the experiment's own and those that follow it.","type":"object","additionalProperties":false,"properties":{"seeds":{"description":"How many.","examples":[5],"type":"integer","minimum":1,"maximum":1000}},"required":["seeds"]};

function validate281(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seeds === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "seeds"},schema:schema99.required,parentSchema:schema99,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "seeds")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema99,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.seeds !== undefined){
let data0 = data.seeds;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/type",keyword:"type",params:{type: "integer"},schema:schema99.properties.seeds.type,parentSchema:schema99.properties.seeds,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema99.properties.seeds,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/seeds",schemaPath:"#/properties/seeds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema99.properties.seeds,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema99.type,parentSchema:schema99,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate281.errors = vErrors;
return errors === 0;
}

const schema100 = {"description":"Cross-validation: the images are cut into folds, each of which is the test split once. The predictions of all folds together judge each image exactly once.","type":"object","additionalProperties":false,"properties":{"folds":{"description":"How many folds there are.","examples":[5],"type":"integer","minimum":2,"maximum":1000},"repeats":{"description":"How often the images are cut anew, each time with the seed that follows.","type":"integer","minimum":1,"maximum":100,"default":1}},"required":["folds"],"examples":[{"folds":5}]};

function validate283(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.folds === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "folds"},schema:schema100.required,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "folds") || (key0 === "repeats"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.folds !== undefined){
let data0 = data.folds;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/type",keyword:"type",params:{type: "integer"},schema:schema100.properties.folds.type,parentSchema:schema100.properties.folds,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1000 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema100.properties.folds,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 2 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},schema:2,parentSchema:schema100.properties.folds,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.repeats !== undefined){
let data1 = data.repeats;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/repeats",schemaPath:"#/properties/repeats/type",keyword:"type",params:{type: "integer"},schema:schema100.properties.repeats.type,parentSchema:schema100.properties.repeats,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 100 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/repeats",schemaPath:"#/properties/repeats/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema100.properties.repeats,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/repeats",schemaPath:"#/properties/repeats/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema100.properties.repeats,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema100.type,parentSchema:schema100,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate283.errors = vErrors;
return errors === 0;
}

const schema101 = {"description":"Which settings are tried: a bare word (random) or one key with its settings (random: { seed: 2 }).","anyOf":[{"enum":["grid","random","sobol","tpe","halving"],"type":"string"},{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"grid":{"$ref":"#/definitions/grid"},"random":{"$ref":"#/definitions/random"},"sobol":{"$ref":"#/definitions/sobol"},"tpe":{"$ref":"#/definitions/tpe"},"halving":{"$ref":"#/definitions/halving"}}}],"default":"grid"};
const schema102 = {"description":"Every combination of the lists.","type":"object","additionalProperties":false,"properties":{}};

function validate286(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema102.type,parentSchema:schema102,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate286.errors = vErrors;
return errors === 0;
}

const schema103 = {"description":"Values that are drawn independently of each other.","type":"object","additionalProperties":false,"properties":{"seed":{"description":"Start of what the search draws. Another seed tries other points.","type":"integer","minimum":0,"maximum":2147483647,"default":1}}};

function validate288(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "seed")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema103,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.seed !== undefined){
let data0 = data.seed;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},schema:schema103.properties.seed.type,parentSchema:schema103.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 2147483647 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},schema:2147483647,parentSchema:schema103.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema103.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema103.type,parentSchema:schema103,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate288.errors = vErrors;
return errors === 0;
}

const schema104 = {"description":"Values that are spread evenly: a Sobol sequence, scrambled with the seed.","type":"object","additionalProperties":false,"properties":{"seed":{"description":"Start of what the search draws. Another seed tries other points.","type":"integer","minimum":0,"maximum":2147483647,"default":1}}};

function validate290(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "seed")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.seed !== undefined){
let data0 = data.seed;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},schema:schema104.properties.seed.type,parentSchema:schema104.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 2147483647 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},schema:2147483647,parentSchema:schema104.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema104.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema104.type,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate290.errors = vErrors;
return errors === 0;
}

const schema105 = {"description":"Tree-structured Parzen estimator, Bergstra et al. 2011: draws where earlier settings did well.","type":"object","additionalProperties":false,"properties":{"seed":{"description":"Start of what the search draws. Another seed tries other points.","type":"integer","minimum":0,"maximum":2147483647,"default":1},"startup":{"description":"Settings that are drawn at random before results are used.","type":"integer","minimum":1,"maximum":10000,"default":10},"generation":{"description":"Settings that are proposed from the same results: those of all generations before. As many can be tried at once; fewer learn more from each.","type":"integer","minimum":1,"maximum":1000,"default":8}}};

function validate292(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "seed") || (key0 === "startup")) || (key0 === "generation"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema105,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.seed !== undefined){
let data0 = data.seed;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},schema:schema105.properties.seed.type,parentSchema:schema105.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 2147483647 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},schema:2147483647,parentSchema:schema105.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema105.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.startup !== undefined){
let data1 = data.startup;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/startup",schemaPath:"#/properties/startup/type",keyword:"type",params:{type: "integer"},schema:schema105.properties.startup.type,parentSchema:schema105.properties.startup,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 10000 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/startup",schemaPath:"#/properties/startup/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},schema:10000,parentSchema:schema105.properties.startup,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/startup",schemaPath:"#/properties/startup/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema105.properties.startup,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.generation !== undefined){
let data2 = data.generation;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/generation",schemaPath:"#/properties/generation/type",keyword:"type",params:{type: "integer"},schema:schema105.properties.generation.type,parentSchema:schema105.properties.generation,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/generation",schemaPath:"#/properties/generation/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},schema:1000,parentSchema:schema105.properties.generation,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/generation",schemaPath:"#/properties/generation/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema105.properties.generation,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema105.type,parentSchema:schema105,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate292.errors = vErrors;
return errors === 0;
}

const schema106 = {"description":"Asynchronous successive halving (ASHA), Li et al. 2020, by its stopping rule: settings are drawn at random, and a trial that at one of its rungs is not among the best of those before it ends there.","type":"object","additionalProperties":false,"properties":{"seed":{"description":"Start of what the search draws. Another seed tries other points.","type":"integer","minimum":0,"maximum":2147483647,"default":1},"eta":{"description":"One of so many goes on at each rung, and each rung is so many times as far as the one before.","type":"integer","minimum":2,"maximum":10,"default":3},"minEpochs":{"description":"The first rung.","type":"integer","minimum":1,"maximum":100000,"default":1}}};

function validate294(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "seed") || (key0 === "eta")) || (key0 === "minEpochs"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.seed !== undefined){
let data0 = data.seed;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},schema:schema106.properties.seed.type,parentSchema:schema106.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 2147483647 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},schema:2147483647,parentSchema:schema106.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema106.properties.seed,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.eta !== undefined){
let data1 = data.eta;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/eta",schemaPath:"#/properties/eta/type",keyword:"type",params:{type: "integer"},schema:schema106.properties.eta.type,parentSchema:schema106.properties.eta,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 10 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/eta",schemaPath:"#/properties/eta/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},schema:10,parentSchema:schema106.properties.eta,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 2 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/eta",schemaPath:"#/properties/eta/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},schema:2,parentSchema:schema106.properties.eta,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.minEpochs !== undefined){
let data2 = data.minEpochs;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/minEpochs",schemaPath:"#/properties/minEpochs/type",keyword:"type",params:{type: "integer"},schema:schema106.properties.minEpochs.type,parentSchema:schema106.properties.minEpochs,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 100000 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/minEpochs",schemaPath:"#/properties/minEpochs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},schema:100000,parentSchema:schema106.properties.minEpochs,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/minEpochs",schemaPath:"#/properties/minEpochs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema106.properties.minEpochs,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema106.type,parentSchema:schema106,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate294.errors = vErrors;
return errors === 0;
}


function validate285(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema101.anyOf[0].type,parentSchema:schema101.anyOf[0],data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((((data === "grid") || (data === "random")) || (data === "sobol")) || (data === "tpe")) || (data === "halving"))){
const err1 = {instancePath,schemaPath:"#/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema101.anyOf[0].enum},schema:schema101.anyOf[0].enum,parentSchema:schema101.anyOf[0],data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err2 = {instancePath,schemaPath:"#/anyOf/1/maxProperties",keyword:"maxProperties",params:{limit: 1},schema:1,parentSchema:schema101.anyOf[1],data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Object.keys(data).length < 1){
const err3 = {instancePath,schemaPath:"#/anyOf/1/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema101.anyOf[1],data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "grid") || (key0 === "random")) || (key0 === "sobol")) || (key0 === "tpe")) || (key0 === "halving"))){
const err4 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema101.anyOf[1],data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.grid !== undefined){
if(!(validate286(data.grid, {instancePath:instancePath+"/grid",parentData:data,parentDataProperty:"grid",rootData}))){
vErrors = vErrors === null ? validate286.errors : joined(vErrors, validate286.errors);
errors = vErrors.length;
}
}
if(data.random !== undefined){
if(!(validate288(data.random, {instancePath:instancePath+"/random",parentData:data,parentDataProperty:"random",rootData}))){
vErrors = vErrors === null ? validate288.errors : joined(vErrors, validate288.errors);
errors = vErrors.length;
}
}
if(data.sobol !== undefined){
if(!(validate290(data.sobol, {instancePath:instancePath+"/sobol",parentData:data,parentDataProperty:"sobol",rootData}))){
vErrors = vErrors === null ? validate290.errors : joined(vErrors, validate290.errors);
errors = vErrors.length;
}
}
if(data.tpe !== undefined){
if(!(validate292(data.tpe, {instancePath:instancePath+"/tpe",parentData:data,parentDataProperty:"tpe",rootData}))){
vErrors = vErrors === null ? validate292.errors : joined(vErrors, validate292.errors);
errors = vErrors.length;
}
}
if(data.halving !== undefined){
if(!(validate294(data.halving, {instancePath:instancePath+"/halving",parentData:data,parentDataProperty:"halving",rootData}))){
vErrors = vErrors === null ? validate294.errors : joined(vErrors, validate294.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},schema:schema101.anyOf[1].type,parentSchema:schema101.anyOf[1],data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err6 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},schema:schema101.anyOf,parentSchema:schema101,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate285.errors = vErrors;
return errors === 0;
}

const schema107 = {"description":"What the best setting is the best by: a figure of metrics.json, of the validation images. With an objective no trial sees the test images; the winner is judged on them once, at the end. Without one, all are judged as runs are, and none is chosen.","examples":[{"maximise":"auc"}],"type":["null","object"],"additionalProperties":false,"minProperties":1,"maxProperties":1,"properties":{"maximise":{"description":"A figure that is better when it is larger.","examples":["auc"],"type":"string","minLength":1},"minimise":{"description":"A figure that is better when it is smaller.","examples":["loss"],"type":"string","minLength":1}},"default":null};

function validate297(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((data !== null) && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema107.type},schema:schema107.type,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 1){
const err1 = {instancePath,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit: 1},schema:1,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(Object.keys(data).length < 1){
const err2 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "maximise") || (key0 === "minimise"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.maximise !== undefined){
let data0 = data.maximise;
if(typeof data0 === "string"){
if(func1(data0) < 1){
const err4 = {instancePath:instancePath+"/maximise",schemaPath:"#/properties/maximise/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema107.properties.maximise,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/maximise",schemaPath:"#/properties/maximise/type",keyword:"type",params:{type: "string"},schema:schema107.properties.maximise.type,parentSchema:schema107.properties.maximise,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.minimise !== undefined){
let data1 = data.minimise;
if(typeof data1 === "string"){
if(func1(data1) < 1){
const err6 = {instancePath:instancePath+"/minimise",schemaPath:"#/properties/minimise/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema107.properties.minimise,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/minimise",schemaPath:"#/properties/minimise/type",keyword:"type",params:{type: "string"},schema:schema107.properties.minimise.type,parentSchema:schema107.properties.minimise,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
validate297.errors = vErrors;
return errors === 0;
}

const schema108 = {"description":"Where trials run: in processes of this machine, or in jobs of a Slurm cluster.","type":"object","additionalProperties":false,"properties":{"workers":{"description":"Trials that run at once; null means one for each core, or for as many as threads says. Another number gives the same results.","type":["null","integer"],"minimum":1,"maximum":1024,"default":null},"threads":{"description":"Threads of TensorFlow for each trial. Another number gives other bits, but not another figure worth mentioning.","type":"integer","minimum":1,"maximum":1024,"default":1},"slurm":{"$ref":"#/definitions/slurm"}},"default":{},"examples":[{"workers":2},{"slurm":{"partition":"cpu","cpus":2,"time":"01:00:00"}}]};
const schema109 = {"description":"Each trial is a task of an array job of Slurm. The folder of the sweep, Lamina, Bun and the cache have to be where all nodes see them.","type":["null","object"],"additionalProperties":false,"default":null,"examples":[{"partition":"cpu","cpus":2,"memory":"4G","time":"01:00:00","array":50}],"properties":{"partition":{"description":"The partition; null means the cluster's own choice. Several with commas between them: the first that is free.","type":["null","string"],"minLength":1,"default":null,"examples":["cpu"]},"cpus":{"description":"CPUs of each trial, and as many threads of TensorFlow; null means as many as threads says.","type":["null","integer"],"minimum":1,"maximum":1024,"default":null,"examples":[2]},"memory":{"description":"Memory of each trial as Slurm writes it, 4G or 500M; null means the cluster's own choice. A trial that takes more is ended by Slurm.","type":["null","string"],"default":null,"examples":["4G"]},"time":{"description":"Time limit of a task as Slurm writes it: MINUTES, HH:MM:SS or DAYS-HH:MM:SS; null means the partition's. A trial that takes longer keeps its state before the limit, is queued again and goes on from there.","type":["null","string"],"default":null,"examples":["01:00:00"]},"array":{"description":"Trials that run at once, at most; null leaves that to Slurm.","type":["null","integer"],"minimum":1,"maximum":100000,"default":null,"examples":[50]},"options":{"description":"Further options of sbatch.","type":"array","items":{"type":"string","minLength":1},"maxItems":50,"default":[],"examples":[["--account=lab","--qos=long","--constraint=avx512"]]}}};

function validate300(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((data !== null) && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema109.type},schema:schema109.type,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "partition") || (key0 === "cpus")) || (key0 === "memory")) || (key0 === "time")) || (key0 === "array")) || (key0 === "options"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.partition !== undefined){
let data0 = data.partition;
if((data0 !== null) && (typeof data0 !== "string")){
const err2 = {instancePath:instancePath+"/partition",schemaPath:"#/properties/partition/type",keyword:"type",params:{type: schema109.properties.partition.type},schema:schema109.properties.partition.type,parentSchema:schema109.properties.partition,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data0 === "string"){
if(func1(data0) < 1){
const err3 = {instancePath:instancePath+"/partition",schemaPath:"#/properties/partition/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema109.properties.partition,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.cpus !== undefined){
let data1 = data.cpus;
if((data1 !== null) && (!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1))))){
const err4 = {instancePath:instancePath+"/cpus",schemaPath:"#/properties/cpus/type",keyword:"type",params:{type: schema109.properties.cpus.type},schema:schema109.properties.cpus.type,parentSchema:schema109.properties.cpus,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1024 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/cpus",schemaPath:"#/properties/cpus/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},schema:1024,parentSchema:schema109.properties.cpus,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/cpus",schemaPath:"#/properties/cpus/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema109.properties.cpus,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.memory !== undefined){
let data2 = data.memory;
if((data2 !== null) && (typeof data2 !== "string")){
const err7 = {instancePath:instancePath+"/memory",schemaPath:"#/properties/memory/type",keyword:"type",params:{type: schema109.properties.memory.type},schema:schema109.properties.memory.type,parentSchema:schema109.properties.memory,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.time !== undefined){
let data3 = data.time;
if((data3 !== null) && (typeof data3 !== "string")){
const err8 = {instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: schema109.properties.time.type},schema:schema109.properties.time.type,parentSchema:schema109.properties.time,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.array !== undefined){
let data4 = data.array;
if((data4 !== null) && (!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4))))){
const err9 = {instancePath:instancePath+"/array",schemaPath:"#/properties/array/type",keyword:"type",params:{type: schema109.properties.array.type},schema:schema109.properties.array.type,parentSchema:schema109.properties.array,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 100000 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/array",schemaPath:"#/properties/array/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},schema:100000,parentSchema:schema109.properties.array,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/array",schemaPath:"#/properties/array/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema109.properties.array,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.options !== undefined){
let data5 = data.options;
if(Array.isArray(data5)){
if(data5.length > 50){
const err12 = {instancePath:instancePath+"/options",schemaPath:"#/properties/options/maxItems",keyword:"maxItems",params:{limit: 50},schema:50,parentSchema:schema109.properties.options,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func1(data6) < 1){
const err13 = {instancePath:instancePath+"/options/" + i0,schemaPath:"#/properties/options/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema109.properties.options.items,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/options/" + i0,schemaPath:"#/properties/options/items/type",keyword:"type",params:{type: "string"},schema:schema109.properties.options.items.type,parentSchema:schema109.properties.options.items,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/options",schemaPath:"#/properties/options/type",keyword:"type",params:{type: "array"},schema:schema109.properties.options.type,parentSchema:schema109.properties.options,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
validate300.errors = vErrors;
return errors === 0;
}


function validate299(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "workers") || (key0 === "threads")) || (key0 === "slurm"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.workers !== undefined){
let data0 = data.workers;
if((data0 !== null) && (!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0))))){
const err1 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/type",keyword:"type",params:{type: schema108.properties.workers.type},schema:schema108.properties.workers.type,parentSchema:schema108.properties.workers,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1024 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},schema:1024,parentSchema:schema108.properties.workers,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 1 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/workers",schemaPath:"#/properties/workers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema108.properties.workers,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.threads !== undefined){
let data1 = data.threads;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/threads",schemaPath:"#/properties/threads/type",keyword:"type",params:{type: "integer"},schema:schema108.properties.threads.type,parentSchema:schema108.properties.threads,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1024 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/threads",schemaPath:"#/properties/threads/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},schema:1024,parentSchema:schema108.properties.threads,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/threads",schemaPath:"#/properties/threads/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema108.properties.threads,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.slurm !== undefined){
if(!(validate300(data.slurm, {instancePath:instancePath+"/slurm",parentData:data,parentDataProperty:"slurm",rootData}))){
vErrors = vErrors === null ? validate300.errors : joined(vErrors, validate300.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema108.type,parentSchema:schema108,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate299.errors = vErrors;
return errors === 0;
}


function validate276(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="lamina/sweep.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.experiment === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "experiment"},schema:schema96.required,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "experiment") || (key0 === "vary")) || (key0 === "search")) || (key0 === "trials")) || (key0 === "objective")) || (key0 === "run"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.experiment !== undefined){
let data0 = data.experiment;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 === "string"){
if(func1(data0) < 1){
const err2 = {instancePath:instancePath+"/experiment",schemaPath:"#/properties/experiment/anyOf/0/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema96.properties.experiment.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/experiment",schemaPath:"#/properties/experiment/anyOf/0/type",keyword:"type",params:{type: "string"},schema:schema96.properties.experiment.anyOf[0].type,parentSchema:schema96.properties.experiment.anyOf[0],data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if(Array.isArray(data0)){
if(data0.length > 100){
const err4 = {instancePath:instancePath+"/experiment",schemaPath:"#/properties/experiment/anyOf/1/maxItems",keyword:"maxItems",params:{limit: 100},schema:100,parentSchema:schema96.properties.experiment.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0.length < 1){
const err5 = {instancePath:instancePath+"/experiment",schemaPath:"#/properties/experiment/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema96.properties.experiment.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func1(data1) < 1){
const err6 = {instancePath:instancePath+"/experiment/" + i0,schemaPath:"#/properties/experiment/anyOf/1/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema96.properties.experiment.anyOf[1].items,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/experiment/" + i0,schemaPath:"#/properties/experiment/anyOf/1/items/type",keyword:"type",params:{type: "string"},schema:schema96.properties.experiment.anyOf[1].items.type,parentSchema:schema96.properties.experiment.anyOf[1].items,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/experiment",schemaPath:"#/properties/experiment/anyOf/1/type",keyword:"type",params:{type: "array"},schema:schema96.properties.experiment.anyOf[1].type,parentSchema:schema96.properties.experiment.anyOf[1],data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err9 = {instancePath:instancePath+"/experiment",schemaPath:"#/properties/experiment/anyOf",keyword:"anyOf",params:{},schema:schema96.properties.experiment.anyOf,parentSchema:schema96.properties.experiment,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.vary !== undefined){
let data2 = data.vary;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((key1 === "seed") || (key1 === "fold"))){
if(!(validate277(data2[key1], {instancePath:instancePath+"/vary/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data2,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate277.errors : joined(vErrors, validate277.errors);
errors = vErrors.length;
}
}
}
if(data2.seed !== undefined){
let data4 = data2.seed;
const _errs15 = errors;
let valid6 = false;
const _errs16 = errors;
if(Array.isArray(data4)){
if(data4.length > 1000){
const err10 = {instancePath:instancePath+"/vary/seed",schemaPath:"#/properties/vary/properties/seed/anyOf/0/maxItems",keyword:"maxItems",params:{limit: 1000},schema:1000,parentSchema:schema96.properties.vary.properties.seed.anyOf[0],data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data4.length < 1){
const err11 = {instancePath:instancePath+"/vary/seed",schemaPath:"#/properties/vary/properties/seed/anyOf/0/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema96.properties.vary.properties.seed.anyOf[0],data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err12 = {instancePath:instancePath+"/vary/seed/" + i1,schemaPath:"#/properties/vary/properties/seed/anyOf/0/items/type",keyword:"type",params:{type: "integer"},schema:schema96.properties.vary.properties.seed.anyOf[0].items.type,parentSchema:schema96.properties.vary.properties.seed.anyOf[0].items,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 2147483647 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/vary/seed/" + i1,schemaPath:"#/properties/vary/properties/seed/anyOf/0/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},schema:2147483647,parentSchema:schema96.properties.vary.properties.seed.anyOf[0].items,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/vary/seed/" + i1,schemaPath:"#/properties/vary/properties/seed/anyOf/0/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema96.properties.vary.properties.seed.anyOf[0].items,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/vary/seed",schemaPath:"#/properties/vary/properties/seed/anyOf/0/type",keyword:"type",params:{type: "array"},schema:schema96.properties.vary.properties.seed.anyOf[0].type,parentSchema:schema96.properties.vary.properties.seed.anyOf[0],data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid1 = _errs16 === errors;
valid6 = valid6 || _valid1;
if(!valid6){
const _errs20 = errors;
if(!(validate281(data4, {instancePath:instancePath+"/vary/seed",parentData:data2,parentDataProperty:"seed",rootData}))){
vErrors = vErrors === null ? validate281.errors : joined(vErrors, validate281.errors);
errors = vErrors.length;
}
var _valid1 = _errs20 === errors;
valid6 = valid6 || _valid1;
}
if(!valid6){
const err16 = {instancePath:instancePath+"/vary/seed",schemaPath:"#/properties/vary/properties/seed/anyOf",keyword:"anyOf",params:{},schema:schema96.properties.vary.properties.seed.anyOf,parentSchema:schema96.properties.vary.properties.seed,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
}
if(data2.fold !== undefined){
if(!(validate283(data2.fold, {instancePath:instancePath+"/vary/fold",parentData:data2,parentDataProperty:"fold",rootData}))){
vErrors = vErrors === null ? validate283.errors : joined(vErrors, validate283.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/vary",schemaPath:"#/properties/vary/type",keyword:"type",params:{type: "object"},schema:schema96.properties.vary.type,parentSchema:schema96.properties.vary,data:data2};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.search !== undefined){
if(!(validate285(data.search, {instancePath:instancePath+"/search",parentData:data,parentDataProperty:"search",rootData}))){
vErrors = vErrors === null ? validate285.errors : joined(vErrors, validate285.errors);
errors = vErrors.length;
}
}
if(data.trials !== undefined){
let data8 = data.trials;
if((data8 !== null) && (!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8))))){
const err18 = {instancePath:instancePath+"/trials",schemaPath:"#/properties/trials/type",keyword:"type",params:{type: schema96.properties.trials.type},schema:schema96.properties.trials.type,parentSchema:schema96.properties.trials,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 100000 || isNaN(data8)){
const err19 = {instancePath:instancePath+"/trials",schemaPath:"#/properties/trials/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},schema:100000,parentSchema:schema96.properties.trials,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data8 < 1 || isNaN(data8)){
const err20 = {instancePath:instancePath+"/trials",schemaPath:"#/properties/trials/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema96.properties.trials,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.objective !== undefined){
if(!(validate297(data.objective, {instancePath:instancePath+"/objective",parentData:data,parentDataProperty:"objective",rootData}))){
vErrors = vErrors === null ? validate297.errors : joined(vErrors, validate297.errors);
errors = vErrors.length;
}
}
if(data.run !== undefined){
if(!(validate299(data.run, {instancePath:instancePath+"/run",parentData:data,parentDataProperty:"run",rootData}))){
vErrors = vErrors === null ? validate299.errors : joined(vErrors, validate299.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema96.type,parentSchema:schema96,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate276.errors = vErrors;
return errors === 0;
}
