/** What the oracle says about the rows of a firm, by the codes that the rules name. */
import type { Fraction } from "../fraction.ts";

export type Gravity = "E" | "W" | "I";

export interface Said {
	/** null: the rules give no code, only the gravity counts */
	readonly code: string | null;
	readonly gravity: Gravity;
	/** tonnes of CO2, where a rule asks for them */
	readonly weight?: Fraction;
	/** in words, for whoever reads a failure */
	readonly about: string;
}

export const error = (code: string | null, about: string, weight?: Fraction): Said => said("E", code, about, weight);
export const warning = (code: string | null, about: string, weight?: Fraction): Said => said("W", code, about, weight);
export const note = (code: string | null, about: string, weight?: Fraction): Said => said("I", code, about, weight);

const said = (gravity: Gravity, code: string | null, about: string, weight?: Fraction): Said =>
	weight === undefined ? { code, gravity, about } : { code, gravity, about, weight };

export const hasError = (findings: readonly Said[]): boolean => findings.some(({ gravity }) => gravity === "E");
