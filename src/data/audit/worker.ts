import { append } from "../../arrays.ts";
import { serve, tell } from "../../thread.ts";
import { type ComparedPictures, type NearPair, Search } from "./near-duplicates.ts";

serve((pictures: ComparedPictures) => {
  const search = new Search(pictures);
  return async (queries: Int32Array) => {
    const pairs: NearPair[] = [];
    for (const query of queries) append(pairs, search.matches(query));
    tell(pairs);
  };
});
