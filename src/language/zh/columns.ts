/** Columns of input tables by the Chinese name a header may bear; each name is among the spellings of seeds/columns.csv. */
import { headers } from "./fields/compiled.ts";

const byKind: Readonly<Record<string, Readonly<Record<string, string>>>> = headers;
/** Where no table is named: that of the last table that has the column, since what the first one counts is consumption. */
const anywhere: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(byKind));

/** The name to write into a header: 能源品种. A word that is no column stays as it is. */
export function columnName(column: string, kind = ""): string {
	return byKind[kind]?.[column] ?? anywhere[column] ?? column;
}

/** The name with that of the contracts behind it: 能源品种（carrier）. */
export function columnTitle(column: string, kind = ""): string {
	const name = columnName(column, kind);
	return name === column ? column : `${name}（${column}）`;
}
