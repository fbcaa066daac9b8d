/** What `tanlu verify-report` says. */
import type { inputStates, signatureStates, toolParts } from "../domain/words.ts";

export interface VerificationTexts {
	readonly columns: {
		readonly whose: string;
		readonly year: string;
		readonly figure: string;
		readonly reported: string;
		readonly derived: string;
		readonly digit: string;
		readonly file: string;
		readonly state: string;
	};
	readonly states: { readonly [S in (typeof inputStates)[number]]: string };
	readonly inputs: (told: { readonly same: number; readonly all: number }) => string;
	readonly signature: { readonly [S in (typeof signatureStates)[number]]: (file: string) => string };
	readonly changes: { readonly [P in (typeof toolParts)[number]]: (reported: string, now: string) => string };
	readonly figures: (told: { readonly compared: number; readonly equal: number; readonly different: number }) => string;
	readonly more: (count: number) => string;
	readonly outcome: (reproduced: boolean) => string;
}
