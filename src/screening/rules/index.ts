/** The shelf of screening rules, in the order of the catalogue. */
import type { FirmRule, RunRule } from "../rule.ts";
import { historyRules, runRules as rulesOfTheRun } from "./histories.ts";
import { valueRules } from "./values.ts";

export const firmRules: readonly FirmRule[] = [...valueRules, ...historyRules];
export const runRules: readonly RunRule[] = rulesOfTheRun;
