/** What carbon is to CO2. */
import type { Ratio } from "../exact/ratio.ts";

/** 44/12: tonnes of CO2 in a tonne of carbon. Not a decimal, so it stays a pair. */
export const carbonToCo2: Ratio = { over: 11n, under: 3n };
