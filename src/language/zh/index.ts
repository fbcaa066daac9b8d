/** Chinese. */
import { type Language, speaker } from "../language.ts";
import { batch } from "./batch.ts";
import { check } from "./check.ts";
import { comparison } from "./comparison.ts";
import { derivation } from "./derivation.ts";
import { diff } from "./diff.ts";
import { drivers } from "./drivers.ts";
import { explain } from "./explain.ts";
import { sentences } from "./findings.ts";
import { help } from "./help.ts";
import { init } from "./init.ts";
import { inspect } from "./inspect.ts";
import { report } from "./report.ts";
import { schema } from "./schema.ts";
import { sources } from "./sources.ts";
import { track } from "./track.ts";
import { troubles } from "./troubles.ts";
import { verification } from "./verification.ts";
import { whatif } from "./whatif.ts";
import { words } from "./words.ts";

export const zh: Language = speaker({
	id: "zh",
	title: "中文",
	named: ({ nameZh }) => nameZh,
	namesInMessages: true,
	sentences,
	troubles,
	words,
	help,
	report,
	explain,
	derivation,
	verification,
	diff,
	batch,
	comparison,
	check,
	sources,
	drivers,
	whatif,
	schema,
	init,
	inspect,
	track,
});
