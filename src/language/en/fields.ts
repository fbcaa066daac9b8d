/** Fields in English: what each holds. */
import type { Fields } from "../fields.ts";
import { batch, manifest, summary } from "./fields/batch.ts";
import { check } from "./fields/check.ts";
import { comparison } from "./fields/comparison.ts";
import { tables } from "./fields/compiled.ts";
import { derivation } from "./fields/derivation.ts";
import { diff } from "./fields/diff.ts";
import { drivers } from "./fields/drivers.ts";
import { explain } from "./fields/explain.ts";
import { baseline, rules } from "./fields/inputs.ts";
import { inspection } from "./fields/inspection.ts";
import { report } from "./fields/report.ts";
import { files, outputs, shared } from "./fields/shared.ts";
import { sources } from "./fields/sources.ts";
import { track } from "./fields/track.ts";
import { verification } from "./fields/verification.ts";
import { whatif } from "./fields/whatif.ts";

export const fields: Fields = {
	tables,
	outputs,
	files,
	shared,
	report,
	check,
	inspection,
	explain,
	sources,
	rules,
	baseline,
	drivers,
	whatif,
	track,
	derivation,
	verification,
	batch,
	summary,
	manifest,
	diff,
	comparison,
};
