/**
 * What a process material is, whichever guideline's row it takes: limestone of the steel table and of the aluminium table is one
 * material. Source: names of the process table; a state (calcined) and brackets make no other material, and rows of one
 * substance go by its mineral.
 */
import type { Carrier } from "./carriers.ts";

const minerals: ReadonlyMap<string, string> = new Map([
	["碳酸钙", "石灰石"],
	["碳酸钙镁", "白云石"],
]);

/** One word for all rows of one material; a fuel, electricity and heat are what they are by themselves. */
export function kindOf({ id, process, nameZh }: Carrier): string {
	if (process === undefined) return id;
	const name = nameZh.replace(/[（(][^（）()]*[）)]/g, "").replace(/^煅烧/, "");
	return name.endsWith("熟料") ? "熟料" : (minerals.get(name) ?? name);
}
