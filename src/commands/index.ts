/** The shelf of commands, in the order a reader should meet them. Help, parser and tests are made from it. */

import { batch } from "./batch.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { diff } from "./diff.ts";
import { drivers } from "./drivers.ts";
import { explain } from "./explain.ts";
import { init } from "./init.ts";
import { inspect } from "./inspect.ts";
import { report } from "./report.ts";
import { schema } from "./schema.ts";
import { sources } from "./sources.ts";
import { total } from "./total.ts";
import { track } from "./track.ts";
import { verify } from "./verify.ts";
import { verifyReport } from "./verify-report.ts";
import { whatif } from "./whatif.ts";

export const commands: readonly Command[] = [
	report,
	track,
	drivers,
	whatif,
	total,
	check,
	inspect,
	explain,
	verify,
	verifyReport,
	diff,
	batch,
	sources,
	schema,
	init,
];
