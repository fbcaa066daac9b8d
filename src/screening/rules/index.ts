/** The shelf of screening rules, in the order of the catalogue. */
import type { FirmRule, RunRule } from "../rule.ts";

export const firmRules: readonly FirmRule[] = [];
export const runRules: readonly RunRule[] = [];
