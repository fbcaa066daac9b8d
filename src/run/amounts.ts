/** `--amounts [SCOPE=]to-date|monthly`: what the user says of months, for the run, a year, a firm, or a firm's year. */
import { Trouble } from "../findings/trouble.ts";
import type { Amounts } from "../ledger/accounts.ts";
import { identity } from "../reference/spelling.ts";

/** What is said of months of a firm's year, or nothing; of several statements the narrowest. */
export type AmountsOf = (firm: string, year: number, table: "energy" | "output") => Amounts | undefined;

interface Statement {
	readonly table: "energy" | "output" | undefined;
	readonly firm: string | undefined;
	readonly year: number | undefined;
	readonly amounts: Amounts;
	/** A firm is narrower than a year, and a year than a table. */
	readonly narrowness: number;
}

/** Reads the statements. Throws `bad-option` for one that is none, and for two of one scope that differ. */
export function readAmounts(texts: readonly string[]): AmountsOf {
	const statements = texts.map(statement).sort((a, b) => b.narrowness - a.narrowness);
	for (const [at, one] of statements.entries()) {
		const other = statements
			.slice(at + 1)
			.find(
				({ table, firm, year, amounts }) =>
					table === one.table && firm === one.firm && year === one.year && amounts !== one.amounts,
			);
		if (other !== undefined) throw refused(texts.join(" "));
	}
	return (firm, year, table) =>
		statements.find((one) => (one.table ?? table) === table && (one.firm ?? firm) === firm && (one.year ?? year) === year)
			?.amounts;
}

function statement(text: string): Statement {
	const [, scope = "", word = ""] = /^(?:(.*)=)?(to-date|monthly)$/s.exec(text.trim()) ?? [];
	if (word === "") throw refused(text);
	const [, table, rest = ""] = /^(?:(energy|output)(?::|$))?(.*)$/s.exec(scope) ?? [];
	const [, firmText = "", yearText] = /^(.*?)(?:(?:^|:)((?:19|20)\d{2}))?$/s.exec(rest) ?? [];
	const firm = identity(firmText);
	return {
		table: table as Statement["table"],
		firm: firm === "" ? undefined : firm,
		year: yearText === undefined ? undefined : Number(yearText),
		amounts: word as Amounts,
		narrowness: (firm === "" ? 0 : 4) + (yearText === undefined ? 0 : 2) + (table === undefined ? 0 : 1),
	};
}

function refused(text: string): Trouble {
	return new Trouble("bad-option", { option: "--amounts", value: text, wanted: "amounts", detail: "" });
}
