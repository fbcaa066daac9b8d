/** What each finding says in English, and what to do about it: chapter by chapter. */
import type { Sentences } from "../language.ts";
import { counting } from "./findings/counting.ts";
import { factors } from "./findings/factors.ts";
import { file } from "./findings/file.ts";
import { histories } from "./findings/histories.ts";
import { judgement } from "./findings/judgement.ts";
import { letters } from "./findings/letters.ts";
import { names } from "./findings/names.ts";
import { numbers } from "./findings/numbers.ts";
import { run } from "./findings/run.ts";
import { shape } from "./findings/shape.ts";
import { units } from "./findings/units.ts";
import { values } from "./findings/values.ts";

export const sentences: Sentences = {
	...file,
	...shape,
	...names,
	...letters,
	...units,
	...numbers,
	...values,
	...counting,
	...factors,
	...judgement,
	...histories,
	...run,
};
