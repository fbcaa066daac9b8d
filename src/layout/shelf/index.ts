/** The layouts, in the order they are tried: the first whose words they are. */
import type { Layout } from "../layout.ts";
import { across } from "./across.ts";
import { long } from "./long.ts";
import { sideBySide } from "./side-by-side.ts";
import { wide } from "./wide.ts";

export const layouts: readonly Layout[] = [across, wide, sideBySide, long];
