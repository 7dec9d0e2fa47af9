import { sentence } from "../markup/markdown.ts";
import { README_MARK } from "../run/readme.ts";
import { INPUT, inputDescription, outputDescription, type SavedModel, scoresOf } from "./model.ts";
import { stepsInside, stepsOutside } from "./preparation.ts";
import type { FormatName } from "./formats.ts";

/** What stands beside an exported model, for whoever is to use it. */
export function exportReadme(model: SavedModel, format: FormatName, samples: number): string {
  const { run, seal } = model.origin;
  const { title, isPrepared, recipe } = words[format];
  const steps = (lines: readonly string[]) =>
    lines.map((line, index) => `${index + 1}. ${sentence(line)}`).join("\n");
  const outside = stepsOutside(model);
  const inside = stepsInside(model);
  const parts = [
    README_MARK,
    `# ${sentence(run)} as ${title}`,
    `The network of the run ${sentence(run)}. SHA-256 of the run's text: \`${seal}\`. How good it is, on which images, and what it is not for stands in the run's \`model/README.md\`; the training is told in its \`report.html\`.`,
    "## What goes in",
    isPrepared
      ? `\`${INPUT}\`: ${sentence(inputDescription(model))} Before that, and not in the model, an image is`
      : "An image is",
    steps(isPrepared ? outside : [...outside, ...inside]),
    ...(isPrepared ? [`In the model it is then\n\n${steps(inside)}`] : []),
    "Other pixels give other probabilities: another resize alone can change several answers in a hundred.",
    "## What comes out",
    sentence(outputDescription(model, isPrepared ? undefined : scoresOf(model))),
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
  /** Whether pixels go in as they are. */
  isPrepared: boolean;
  recipe(model: SavedModel, samples: number): string;
}

const words: Readonly<Record<FormatName, Words>> = {
  onnx: {
    title: "ONNX",
    isPrepared: true,
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
    isPrepared: true,
    recipe: (model, samples) =>
      python(
        model,
        samples,
        "keras",
        'model = keras.saving.load_model("model.keras")',
        "keras.ops.convert_to_numpy(model(pixels))",
      ),
  },
  tfjs: {
    title: "a layers model of TensorFlow.js",
    isPrepared: false,
    recipe: (model) =>
      `\`\`\`js\nimport * as tf from "@tensorflow/tfjs";\n\nconst model = await tf.loadLayersModel("model.json"); // its address\nconst probabilities = model.predict(images); // float32 [N, ${scoresOf(model)}]\n\`\`\``,
  },
};

/** A program for Python with Pillow that predicts files, and the samples where there are some. */
function python(
  { input: [height, width, channels] }: SavedModel,
  samples: number,
  runtime: string,
  load: string,
  run: string,
): string {
  const mode = channels === 1 ? "L" : "RGB";
  return `\`\`\`python
import json
import numpy
import ${runtime}
from PIL import Image, ImageOps

${load}


def predict(file):
    image = ImageOps.exif_transpose(Image.open(file)).convert("${mode}")
    small = image.resize((${width}, ${height}), Image.BILINEAR)
    pixels = numpy.asarray(small, "uint8").reshape(1, ${height}, ${width}, ${channels})
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
