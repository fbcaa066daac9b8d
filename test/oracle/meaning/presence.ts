/** Carriers that vanish or appear between two usable years: READING-TABLES 10. */
import { Fraction, ONE, total, ZERO } from "../fraction.ts";
import { note, type Said, warning } from "./findings.ts";

/** One carrier of one year, amounts per year. */
export interface Present {
	/** rows of one kind are one thing, whatever guideline's row they take */
	readonly kind: string;
	readonly part: "fuel" | "process" | "electricity" | "heat";
	readonly co2: Fraction;
	/** null for what holds no coal equivalent */
	readonly tce: Fraction | null;
}

export interface YearPresence {
	readonly output: Fraction;
	readonly emissions: Fraction;
	readonly carriers: readonly Present[];
}

export interface Change {
	readonly findings: readonly Said[];
	/** the comparison of the two years is withheld */
	readonly boundary: boolean;
}

const MATERIAL = Fraction.of(2n, 100n);
const HALF = Fraction.of(1n, 2n);

/** tce per output that the other carriers of a part rose by, at the output of the later year. */
const risen = (gone: Present, then: YearPresence, now: YearPresence): Fraction => {
	const scale = now.output.div(then.output);
	const before = new Map(then.carriers.map((carrier) => [carrier.kind, carrier.tce ?? ZERO]));
	const rises = now.carriers
		.filter(({ kind, part }) => part === gone.part && kind !== gone.kind)
		.map(({ kind, tce }) => (tce ?? ZERO).sub((before.get(kind) ?? ZERO).mul(scale)));
	return total(rises.filter(({ sign }) => sign > 0));
};

/** What vanished, less what others replaced of it, at its own CO2 per coal equivalent. */
export const weightOf = (gone: Present, then: YearPresence, now: YearPresence): Fraction => {
	const scale = now.output.div(then.output);
	const lost = gone.co2.mul(scale);
	if (gone.tce === null || gone.tce.sign <= 0) return lost;
	const replaced = risen(gone, then, now).mul(gone.co2.div(gone.tce));
	return replaced.compare(lost) >= 0 ? ZERO : lost.sub(replaced);
};

const share = (carrier: Present, { emissions }: YearPresence): Fraction =>
	emissions.sign > 0 ? carrier.co2.div(emissions) : ONE;

const vanished = (gone: Present, then: YearPresence, now: YearPresence): Said => {
	const weight = weightOf(gone, then, now);
	if (weight.sign === 0 && gone.co2.sign > 0) return note("carrier-replaced", gone.kind, weight);
	const material = share(gone, then).compare(MATERIAL) >= 0;
	return material ? warning("carrier-vanished", gone.kind, weight) : note("carrier-vanished", gone.kind, weight);
};

/** A process material that made more than half of its part: another boundary. */
const madeMost = (gone: Present, then: YearPresence): boolean => {
	if (gone.part !== "process") return false;
	const part = total(then.carriers.filter((carrier) => carrier.part === "process").map(({ co2 }) => co2));
	return part.sign > 0 && gone.co2.compare(part.mul(HALF)) > 0;
};

export const changeOf = (then: YearPresence, now: YearPresence): Change => {
	const has = (year: YearPresence, kind: string): boolean => year.carriers.some((carrier) => carrier.kind === kind);
	const gone = then.carriers.filter(({ kind }) => !has(now, kind));
	const come = now.carriers.filter(({ kind }) => !has(then, kind));
	const material = (carrier: Present): boolean => share(carrier, now).compare(MATERIAL) >= 0;
	const boundary = gone.some((carrier) => madeMost(carrier, then)) || come.some((carrier) => madeMost(carrier, now));
	return {
		findings: [
			...gone.map((carrier) => vanished(carrier, then, now)),
			...come.map((carrier) =>
				material(carrier) ? warning("carrier-appeared", carrier.kind) : note("carrier-appeared", carrier.kind),
			),
		],
		boundary,
	};
};
