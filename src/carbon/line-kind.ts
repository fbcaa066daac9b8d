/** What a line counts as, whatever its amount is: what its name means, how it enters the sum and by which factor; found once for all that are alike. */
import { obtain } from "../domain/obtain.ts";
import type { Part } from "../domain/words.ts";
import type { Ratio } from "../exact/ratio.ts";
import type { Remark } from "../findings/finding.ts";
import type { EnergyLine } from "../ledger/year-draft.ts";
import { type Carrier, partOf } from "../reference/carriers.ts";
import { type Method, type Treatment, treatmentOf } from "./carbon-balance.ts";
import type { FactorBasis } from "./choice.ts";
import { emissionPerUnit, type Flow, flowOf } from "./formulas.ts";
import { meaningOf } from "./meaning.ts";
import { type AskedFlow, type Multipliers, multipliers } from "./multipliers.ts";

export interface LineKind {
	readonly carrier: Carrier;
	readonly flow: Flow;
	readonly treatment: Treatment | undefined;
	readonly part: Part;
	readonly found: Multipliers;
	/** What the multipliers were asked by. */
	readonly asked: Omit<AskedFlow, "reductant">;
	/** Why nobody can say what the name means here. */
	readonly unclear: Remark | undefined;
	/** t CO2 per unit, with the sign by which it counts; undefined where no factor is known. */
	readonly co2: Ratio | undefined;
}

/** What lines of a firm-year have in common. */
export interface YearTerms {
	readonly basis: FactorBasis;
	readonly carrierOf: (key: string) => Carrier;
	readonly year: number;
	readonly method: Method & { readonly clinker: boolean };
	readonly province: string | undefined;
	/** Level-1 sector, and the sector as the tables name it. */
	readonly sector: string | null;
	readonly named: string | null;
}

type Kinds = Map<string, LineKind>;

const remembered = new WeakMap<FactorBasis, WeakMap<YearTerms["carrierOf"], Map<string, Kinds>>>();

/** The kinds of the lines of a firm-year. Of what was measured for itself nothing is kept: such lots are many. */
export function kindsIn(terms: YearTerms): (line: Pick<EnergyLine, "carrier" | "use" | "unit" | "measured">) => LineKind {
	const { basis, carrierOf, year, method, province, sector, named } = terms;
	const years = obtain(obtain(remembered, basis, newKeeper), carrierOf, newYears);
	const name = `${year}|${province ?? ""}|${sector ?? ""}|${named ?? ""}|${method.method}|${method.products}|${method.clinker}`;
	const there = years.get(name);
	const kinds = there ?? newKinds();
	if (there === undefined && years.size < mostKept) years.set(name, kinds);
	return (line) => {
		if (line.measured.key !== "") return kindOf(line, terms);
		const key = `${line.carrier}\u001f${line.use}\u001f${line.unit}`;
		return obtain(kinds, key, () => kindOf(line, terms));
	};
}

/** Years of sectors and provinces, with all kinds of lines in each: some megabytes. */
const mostKept = 4096;

const newKeeper = (): WeakMap<YearTerms["carrierOf"], Map<string, Kinds>> => new WeakMap();
const newYears = (): Map<string, Kinds> => new Map();
const newKinds = (): Kinds => new Map();

function kindOf(
	{ carrier: key, use, unit, measured }: Pick<EnergyLine, "carrier" | "use" | "unit" | "measured">,
	{ basis, carrierOf, year, method, province, sector, named }: YearTerms,
): LineKind {
	const meant = carrierOf(key);
	const ownFactor = measured.emissionFactor !== undefined;
	const meaning = meaningOf(basis.reference, meant, [named, sector], method.clinker, ownFactor);
	const unclear = "about" in meaning ? meaning.about : undefined;
	const carrier = "carrier" in meaning ? meaning.carrier : meant;
	const flow = flowOf(carrier, use);
	const treatment = flow === "carbon-in" ? treatmentOf(basis.reference, carrier, method) : undefined;
	const asked = { carrier, unit, measured, year, province, flow, sector };
	const found = multipliers(basis, { ...asked, reductant: treatment === "reductant" });
	const { factor } = found.chosen;
	return {
		...{ carrier, flow, treatment, found, asked, unclear },
		part: carrier.group === "fuel" ? partOf(carrier, use) : (carrier.group as Part),
		co2: factor === undefined || unclear !== undefined ? undefined : emissionPerUnit(factor, flow, carrier),
	};
}
