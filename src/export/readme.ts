import { sentence } from "../markup/markdown.ts";
import { README_MARK } from "../run/readme.ts";
import {
  depthOfModel,
  INPUT,
  inputDescription,
  outputDescription,
  type SavedModel,
} from "./model.ts";
import { stepsInside, stepsOutside } from "./preparation.ts";
import { type FormatName, pixelTypeOf } from "./formats.ts";

/** What stands beside an exported model, for whoever is to use it. */
export function exportReadme(model: SavedModel, format: FormatName, samples: number): string {
  const { run, seal } = model.origin;
  const { title, recipe } = words[format];
  const steps = (lines: readonly string[]) =>
    lines.map((line, index) => `${index + 1}. ${sentence(line)}`).join("\n");
  const description = inputDescription(model, pixelTypeOf(format, depthOfModel(model)));
  const parts = [
    README_MARK,
    `# ${sentence(run)} as ${title}`,
    `The network of the run ${sentence(run)}. SHA-256 of the run's text: \`${seal}\`. How good it is, on which images, and what it is not for stands in the run's \`model/README.md\`; the training is told in its \`report.html\`.`,
    "## What goes in",
    `\`${INPUT}\`: ${sentence(description)} Before that, and not in the model, an image is`,
    steps(stepsOutside(model)),
    `In the model it is then\n\n${steps(stepsInside(model))}`,
    "Other pixels give other probabilities: another resize alone can change several answers in a hundred.",
    "## What comes out",
    sentence(outputDescription(model)),
    ...(samples > 0
      ? [
          "## Does it work where I use it?",
          `In \`samples/\` are ${samples} of the images that the run was judged on, as they go in. \`export.json\` says what comes out: within 0.00001 of that it has to be.`,
        ]
      : ["## How to use it"]),
    recipe(model, samples),
  ];
  return `${parts.join("\n\n")}\n`;
}

interface Words {
  title: string;
  recipe(model: SavedModel, samples: number): string;
}

const words: Readonly<Record<FormatName, Words>> = {
  onnx: {
    title: "ONNX",
    recipe: (model, samples) =>
      python(
        model,
        samples,
        "onnxruntime",
        'session = onnxruntime.InferenceSession("model.onnx")',
        `session.run(None, {"${INPUT}": pixels})[0]`,
      ),
  },
  keras: {
    title: "a Keras model",
    recipe: (model, samples) =>
      python(
        model,
        samples,
        "keras",
        'model = keras.saving.load_model("model.keras")',
        "keras.ops.convert_to_numpy(model(pixels))",
      ),
  },
  tfjs: { title: "a graph model of TensorFlow.js", recipe: javascript },
};

/**
 * A program for a browser. A page's canvas shrinks otherwise than Lamina does, so it takes images of the size that the
 * network reads; and it has 8 bits, so that of 16 the values themselves are taken.
 */
function javascript(model: SavedModel): string {
  const { input } = model;
  const isDeep = depthOfModel(model) === 16;
  const [image, pixels] = isDeep
    ? [
        "a Uint16Array of the values, row by row: a canvas keeps only 8 of their 16 bits",
        `tf.tensor(Int32Array.from(image), [1, ${input.join(", ")}], "int32")`,
      ]
    : [
        "an <img>, <canvas> or ImageData of the size that goes in",
        `tf.browser.fromPixels(image, ${input[2]}).expandDims(0)`,
      ];
  return `\`\`\`js
import * as tf from "@tensorflow/tfjs";

const model = await tf.loadGraphModel("model.json"); // its address; weights.bin is looked for beside it
const classes = JSON.parse(model.metadata.classes);

// image: ${image}
function predict(image) {
  return tf.tidy(() => {
    const pixels = ${pixels};
    return model.predict({ ${INPUT}: pixels }).dataSync();
  });
}

console.log(classes, predict(${isDeep ? "image" : 'document.querySelector("img")'}));
\`\`\``;
}

/** A program for Python with Pillow that predicts files, and the samples where there are some. */
function python(
  model: SavedModel,
  samples: number,
  runtime: string,
  load: string,
  run: string,
): string {
  const preparation = depthOfModel(model) === 16 ? deepPython(model) : plainPython(model);
  return `\`\`\`python
import json
import numpy
import ${runtime}
${preparation.imports}

${load}


def predict(file):
${preparation.lines.map((line) => `    ${line}`).join("\n")}
    return ${run}[0]

${
  samples > 0
    ? `
for sample in json.load(open("export.json"))["samples"]:
    print(sample["picture"], predict(sample["picture"]), sample["probabilities"])`
    : `
print(json.load(open("export.json"))["classes"], predict("image.png"))`
}
\`\`\``;
}

/** Lines that make the pixels of a file. */
interface Preparation {
  imports: string;
  lines: string[];
}

function plainPython({ input: [height, width, channels] }: SavedModel): Preparation {
  const mode = channels === 1 ? "L" : "RGB";
  return {
    imports: "from PIL import Image, ImageOps",
    lines: [
      `image = ImageOps.exif_transpose(Image.open(file)).convert("${mode}")`,
      `small = image.resize((${width}, ${height}), Image.BILINEAR)`,
      `pixels = numpy.asarray(small, "uint8").reshape(1, ${height}, ${width}, ${channels})`,
    ],
  };
}

/** Pillow reads no colours of 16 bits, and resizes a channel of them: files are OpenCV's to read. */
function deepPython({ input: [height, width, channels] }: SavedModel): Preparation {
  const kind = channels === 1 ? "GRAYSCALE" : "COLOR";
  return {
    imports: "import cv2\nfrom PIL import Image",
    lines: [
      `image = cv2.imread(file, cv2.IMREAD_ANYDEPTH | cv2.IMREAD_${kind})`,
      'image = image.astype("uint16") * 257 if image.dtype == "uint8" else image',
      ...(channels === 1
        ? ["channels = [image]"]
        : ["channels = [image[:, :, channel] for channel in (2, 1, 0)] # red, green, blue"]),
      `small = [Image.fromarray(one).resize((${width}, ${height}), Image.BILINEAR) for one in channels]`,
      "pixels = numpy.stack([numpy.asarray(one) for one in small], -1)[None]",
    ],
  };
}
