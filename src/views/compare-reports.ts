/** Two reports, leaf by leaf: what differs, of whom, in which figure and from which digit on. */
import type { Difference } from "../contract/verification.ts";

export interface Compared {
	readonly compared: number;
	readonly differences: readonly Difference[];
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where in a report a leaf stands. */
interface Whose {
	readonly firm: string | null;
	readonly sector: string | null;
	readonly year: number | null;
	readonly figure: string;
}

/** What of a report is compared: everything but which tool made it. */
const derivedKeys = ["basis", "inputs", "firms", "sectors", "findings"] as const;

/** Lists whose elements are known by a key, not by their place: an element that is lacking is told, not those behind it. */
const named: Readonly<Record<string, readonly string[]>> = {
	firms: ["firm"],
	sectors: ["sector"],
	years: ["year", "targets"],
	carriers: ["carrier", "use", "unit"],
	inputs: ["file", "sheet", "kind"],
	plans: ["targets"],
};

export function compareReports(reported: object, derived: object): Compared {
	let compared = 0;
	const differences: Difference[] = [];
	const differ = (whose: Whose, a: Json | undefined, b: Json | undefined): void => {
		const [reportedText, derivedText] = [textOf(a), textOf(b)];
		differences.push({
			...whose,
			reported: reportedText,
			derived: derivedText,
			digit: reportedText === null || derivedText === null ? null : firstOther(reportedText, derivedText),
		});
	};
	const walk = (a: Json | undefined, b: Json | undefined, whose: Whose): void => {
		if (Array.isArray(a) || Array.isArray(b)) {
			lists(Array.isArray(a) ? a : [], Array.isArray(b) ? b : [], whose);
		} else if (isObject(a) || isObject(b)) {
			const [x, y] = [isObject(a) ? a : {}, isObject(b) ? b : {}];
			const own = { ...whose, ...nameOf(x, y, whose) };
			// Where one side has no object there, that is one difference, not one for each key.
			if (!isObject(a) || !isObject(b)) {
				compared += 1;
				differ(own, a, b);
				return;
			}
			for (const key of new Set([...Object.keys(y), ...Object.keys(x)]))
				walk(x[key], y[key], { ...own, figure: own.figure === "" ? key : `${own.figure}.${key}` });
		} else {
			compared += 1;
			if (a !== b) differ(whose, a, b);
		}
	};
	const lists = (a: readonly Json[], b: readonly Json[], whose: Whose): void => {
		const key = whose.figure.split(".").at(-1) ?? "";
		const names = named[key];
		// The lists of firms, sectors and years are no part of a figure's name.
		const inside = ["firms", "sectors", "years"].includes(whose.figure) ? "" : whose.figure;
		const name = (one: Json, index: number): string =>
			names === undefined || !isObject(one) ? String(index) : names.map((each) => String(one[each] ?? "")).join("\u001f");
		const [left, right] = [a, b].map((all) => new Map(all.map((one, index) => [name(one, index), one] as const))) as [
			Map<string, Json>,
			Map<string, Json>,
		];
		for (const each of new Set([...right.keys(), ...left.keys()])) {
			const label = names === undefined ? `[${each}]` : inside === "" ? "" : `[${each.split("\u001f")[0]}]`;
			walk(left.get(each), right.get(each), { ...whose, figure: `${inside}${label}` });
		}
	};
	const [x, y] = [reported, derived] as { readonly [key: string]: Json }[];
	for (const key of derivedKeys) walk(x?.[key] ?? null, y?.[key] ?? null, { firm: null, sector: null, year: null, figure: key });
	return { compared, differences };
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(a: { readonly [key: string]: Json }, b: { readonly [key: string]: Json }, { figure }: Whose): Partial<Whose> {
	const of = (key: string): Json | undefined => b[key] ?? a[key];
	const [firm, sector, year] = [of("firm"), of("sector"), of("year")];
	const whole = figure === "";
	return {
		...(whole && typeof firm === "string" ? { firm } : {}),
		...(whole && typeof firm !== "string" && typeof sector === "string" ? { sector } : {}),
		...(whole && typeof year === "number" ? { year } : {}),
	};
}

/** As the report writes it; an object or a list as its JSON, shortened. */
function textOf(value: Json | undefined): string | null {
	if (value === undefined || value === null) return null;
	if (typeof value === "string") return value;
	const text = JSON.stringify(value);
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const longest = 200;

/** The place of the first digit, counted from the left, that is another. */
function firstOther(a: string, b: string): number | null {
	if (!/^-?[\d.]+$/.test(a) || !/^-?[\d.]+$/.test(b)) return null;
	const digits = (text: string): string => {
		const [whole = "", part = ""] = text.replace("-", "").split(".");
		return whole.padStart(wide, "0") + part;
	};
	const wide = Math.max(...[a, b].map((text) => text.replace("-", "").split(".")[0]?.length ?? 0));
	const [x, y] = [digits(a), digits(b)];
	for (let at = 0; at < Math.max(x.length, y.length); at++) if ((x[at] ?? "0") !== (y[at] ?? "0")) return at + 1;
	return 1;
}
