// @vitest-environment-options { "counted": true }
/** What the tests of growth are told by: loops in loops are seen, one loop is none. */
import "./counting.ts";

import { expect, it } from "vitest";
import { growthOf, mostGrowth } from "./growth.ts";
import { loopInLoop, oneLoop } from "./loops.ts";

it("a loop grows with its length", async () => {
	expect(await growthOf(1_000, async (n) => oneLoop(n))).toBeLessThanOrEqual(mostGrowth);
});

it("a loop in a loop grows with the square", async () => {
	expect(await growthOf(1_000, async (n) => loopInLoop(n))).toBeGreaterThan(mostGrowth);
});
