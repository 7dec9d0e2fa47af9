import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import { attribute, cast, DataType, floats } from "./attributes.ts";
import type { Graph, GraphTensor } from "./graph.ts";
import type { TapeOperation } from "./tape.ts";

/**
 * How a function computes: all in float32; or convolutions, and the activations, pools and dense layers behind them, in
 * bfloat16 (8 bits of each number instead of 24, over the same range), where sums inside an operation still have 24 bits.
 */
export type Precision = "float32" | "mixed_bfloat16";

/** How an operation computes in bfloat16. */
interface Narrowing {
  /** Which of its inputs it takes in bfloat16. */
  inputs: readonly number[];
  /** Whether its first output becomes float32 at once: what weights are changed by. */
  isForWeights?: boolean;
}

/** What computes in bfloat16 whatever it is given: nearly all the time of a step goes there. */
const computing: Readonly<Record<string, Narrowing>> = {
  Conv2D: { inputs: [0, 1] },
  Conv2DBackpropInput: { inputs: [1, 2] },
  Conv2DBackpropFilter: { inputs: [0, 2], isForWeights: true },
  DepthwiseConv2dNative: { inputs: [0, 1] },
  DepthwiseConv2dNativeBackpropInput: { inputs: [1, 2] },
  DepthwiseConv2dNativeBackpropFilter: { inputs: [0, 2], isForWeights: true },
};

/** What does so where one of the values that it is about is bfloat16 already; a bias beside them is made so. */
const following: Readonly<Record<string, Narrowing & { beside?: readonly number[] }>> = {
  BiasAdd: { inputs: [0], beside: [1] },
  // Of dense layers. Behind a global pool images differ too little for 8 bits, and little is computed.
  MatMul: { inputs: [0, 1] },
  BiasAddGrad: { inputs: [0], isForWeights: true },
  Relu: { inputs: [0] },
  ReluGrad: { inputs: [0, 1] },
  Relu6: { inputs: [0] },
  Relu6Grad: { inputs: [0, 1] },
  LeakyRelu: { inputs: [0] },
  LeakyReluGrad: { inputs: [0, 1] },
  MaxPool: { inputs: [0] },
  MaxPoolGrad: { inputs: [0, 1, 2] },
  AvgPool: { inputs: [0] },
  AvgPoolGrad: { inputs: [1] },
  // Its scale, offset and statistics stay float32.
  FusedBatchNormV3: { inputs: [0] },
  FusedBatchNormGradV3: { inputs: [0, 1] },
  Reshape: { inputs: [0] },
  Slice: { inputs: [0] },
};

/** What does so where all that it puts together is bfloat16; the inputs that follow those are of another kind. */
const joining: Readonly<Record<string, { others: number }>> = {
  AddV2: { others: 0 },
  AddN: { others: 0 },
  ConcatV2: { others: 1 },
};

/** @param isNarrow of an input @returns null for an operation that computes in float32 */
function narrowing(
  { name, inputs: ids, attributes }: TapeOperation,
  isNarrow: (id: number) => boolean,
): Narrowing | null {
  const all = computing[name];
  if (all) return all;
  const followed = following[name];
  if (followed) {
    const { inputs, beside = [], isForWeights = isTransposed(attributes) } = followed;
    const follows = inputs.some((index) => isNarrow(ids[index]!));
    return follows ? { inputs: [...inputs, ...beside], isForWeights } : null;
  }
  const joined = joining[name];
  if (!joined) return null;
  const values = ids.slice(0, ids.length - joined.others);
  return values.every(isNarrow) ? { inputs: [...values.keys()] } : null;
}

/** The product of the transposed input and a gradient is the gradient by the weights. */
function isTransposed(attributes: readonly TFEOpAttr[]): boolean {
  return attributes.some(({ name, value }) => name === "transpose_a" && value === true);
}

const narrowed = attribute.type("T", DataType.bfloat16);
const widening = cast(DataType.bfloat16, DataType.float32);
const shortening = cast(DataType.float32, DataType.bfloat16);

/**
 * The tensors of a graph under construction, by the ids that they had on the tape, in the precisions in which they are
 * asked for. Each is made into the other one once.
 */
export class Values {
  private readonly wide = new Map<number, GraphTensor>();
  private readonly narrow = new Map<number, GraphTensor>();
  /** Those that an operation gave in bfloat16. */
  private readonly born = new Set<number>();

  /** @param constant makes what no operation gave */
  constructor(
    private readonly graph: Graph,
    private readonly precision: Precision,
    private readonly constant: (id: number) => GraphTensor,
  ) {}

  /** As float32, or the whole numbers that it is of. */
  get(id: number): GraphTensor {
    const known = this.wide.get(id);
    if (known) return known;
    const wide = this.born.has(id) ? this.cast(this.narrow.get(id)!, widening) : this.constant(id);
    this.wide.set(id, wide);
    return wide;
  }

  set(id: number, tensor: GraphTensor): void {
    this.wide.set(id, tensor);
  }

  /** Adds an operation of the tape. @param after see Graph */
  add(
    operation: TapeOperation,
    after: GraphTensor["operation"][],
    isApart: boolean,
  ): GraphTensor["operation"] {
    const { name, attributes, inputs, outputs } = operation;
    const narrow =
      this.precision === "float32" ? null : narrowing(operation, (id) => this.born.has(id));
    const type = narrow ? narrowed : floats;
    const operands = inputs.map((id, index) => {
      const operand = narrow?.inputs.includes(index) ? this.getNarrow(id) : this.get(id);
      return isApart ? this.graph.apart(operand, type) : operand;
    });
    const own = narrow ? attributes.map((one) => (one.name === "T" ? type : one)) : attributes;
    const made = this.graph.add(name, operands, after, own);
    for (const [index, { id }] of outputs.entries()) {
      const output = { operation: made, index };
      // All that has several outputs gives the others in float32.
      if (!narrow || index > 0) this.wide.set(id, output);
      else if (narrow.isForWeights) this.wide.set(id, this.cast(output, widening));
      else {
        this.narrow.set(id, output);
        this.born.add(id);
      }
    }
    return made;
  }

  private getNarrow(id: number): GraphTensor {
    const known = this.narrow.get(id) ?? this.cast(this.get(id), shortening);
    this.narrow.set(id, known);
    return known;
  }

  private cast(tensor: GraphTensor, attributes: TFEOpAttr[]): GraphTensor {
    return { operation: this.graph.add("Cast", [tensor], [], attributes), index: 0 };
  }
}
