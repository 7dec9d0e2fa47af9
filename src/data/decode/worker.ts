import { serve, tell } from "../../thread.ts";
import { Answerer } from "./answerer.ts";
import { wholeBuffers, type BundleOrder, type Order, type WorkerStart } from "./orders.ts";

serve((start: WorkerStart) => {
  const answerer = new Answerer(start);
  return async (order: Order | BundleOrder) => {
    if ("paths" in order) {
      const bundle = answerer.bundle(order.paths);
      return tell(bundle, wholeBuffers([bundle.pixels, bundle.thumbnails]));
    }
    const answers = await answerer.answer(order);
    const large = answers.flatMap((one) => {
      if ("returned" in one) return [one.returned.bytes];
      return "verdict" in one && "pixels" in one.verdict ? [one.verdict.pixels] : [];
    });
    tell(answers, wholeBuffers(large));
  };
});
