/** What may be chosen in a template: carriers, sectors and provinces as tables of a language name them, each read back as itself. */
import type { Language, Naming } from "../language/language.ts";
import type { Reference } from "../reference/reference.ts";
import { fuelSetOf } from "../run/choices.ts";
import type { Offered } from "./workbook/template-book.ts";

/** Groups in the order they are offered; totals and media are never counted. */
const groups = ["electricity", "heat", "fuel"] as const;

export function offeredIn({ namesInMessages, named }: Language, naming: Naming, reference: Reference): Offered {
	const { seeds, carriers, sectors } = reference;
	const inWords = (id: string, name: string): string => (namesInMessages ? name : id);
	// What the set has no factor for would be refused.
	const known = new Set(fuelSetOf([]).factors.map(({ carrier }) => carrier));
	const own = groups.flatMap((group) =>
		seeds.carriers.filter((one) => one.group === group && (group !== "fuel" || known.has(one.id))),
	);
	const materials = seeds.processes.filter(({ kind, refusal }) => kind !== "deduction" && refusal === null);
	const offered = [...own, ...materials].flatMap((one) => {
		const name = inWords(one.id, named(one));
		// A name that several have is not offered for those that it does not mean.
		return carriers.find(name)?.carrier.id === one.id ? [name] : [];
	});
	return {
		carriers: [...new Set(offered)],
		sectors: seeds.sectors
			.filter(({ id, nameZh }) => sectors.find(inWords(id, nameZh))?.id === id)
			.map(({ id }) => inWords(id, naming.sector(id))),
		provinces: seeds.provinces.map(({ id }) => inWords(id, naming.province(id))),
	};
}
