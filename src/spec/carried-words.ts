/**
 * What to write in place of a name, by where it stands: in a section, in a layer or optimizer of that name, or where one is
 * named ("layer", "optimizer"). Names are without case, - and _.
 */
export type CarriedNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const always = (what: string) => `${what}: leave it out`;
export const augment = (written: string) => `write data.augment: { ${written} }`;
export const onGpu = "write engine: { device: gpu }, or leave it out: auto takes one";
export const isMeant = (name: string) => `did you mean "${name}"?`;
