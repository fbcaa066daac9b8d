/** How grave each kind of finding is: error, the data are wrong; warning, usable or a basis is missing; note, a choice was made. */
import { gravity } from "./compiled.ts";
import type { Code } from "./finding.ts";
import { type Gravity, gravities } from "./gravity-levels.ts";

export { type Gravity, gravities, gravity };

/** All codes, in the order of the catalogue. */
export const codes: readonly Code[] = Object.keys(gravity) as Code[];
