import { endOfMaps, type Step } from "../evaluate/maps.ts";
import { walkLayers } from "../export/walk.ts";
import type { SavedModel } from "../export/model.ts";

interface NamedStep extends Step {
  name: string;
}

/** The name of the layer whose maps Grad-CAM weighs; null where the network has no convolution. */
export function mapsLayerOf({ layers, input, preprocessing }: SavedModel): string | null {
  const classes = preprocessing.classes.length;
  const { value: steps } = walkLayers<readonly NamedStep[]>(
    layers,
    { input, classes },
    {
      layer: (kind, _, { name }, before) => [...before, { name, kinds: [kind], isLayer: true }],
      join(_, { name }, branches) {
        const shared = commonLength(branches);
        const kinds = branches.flatMap((branch) =>
          branch.slice(shared).flatMap((one) => one.kinds),
        );
        return [...branches[0]!.slice(0, shared), { name, kinds, isLayer: false }];
      },
    },
    [],
  );
  const end = endOfMaps(steps);
  return end === 0 ? null : steps[end - 1]!.name;
}

/** How many steps all of them begin with. */
function commonLength(branches: readonly (readonly NamedStep[])[]): number {
  const [first] = branches as [readonly NamedStep[]];
  const end = first.findIndex((step, at) => branches.some((branch) => branch[at] !== step));
  return end === -1 ? first.length : end;
}
