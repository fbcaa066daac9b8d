/** A suspicion weighed: what is told of it, and what it leaves open. The firm's case is needed for that, and for nothing afterwards. */
import { compare, type Ratio, zeroRatio } from "../exact/ratio.ts";
import type { Finding, Weight } from "../findings/finding.ts";
import { add, type OpenTally } from "../findings/tally.ts";
import { type Doubts, type LeftOpen, leftOpen, noteDoubt } from "./doubts.ts";
import type { Answer, FirmCase, Suspicion } from "./rule.ts";
import { weightOf } from "./turn.ts";

export interface Told {
	readonly finding: Finding;
	readonly open: readonly LeftOpen[];
}

export function weighed(suspicion: Suspicion, one: FirmCase, tally: OpenTally): Told {
	const { year, impact, years, rough } = suspicion;
	const [impacts, unmeasured] = [years?.(one), suspicion.unmeasured?.(one)];
	const finding: Finding = {
		...suspicion.finding,
		weight: impacts === undefined ? weightOf(year, impact, one) : heaviest([...impacts].map((own) => weightOf(...own, one))),
	};
	if (suspicion.aside === true) return { finding, open: [] };
	const of = (own: number | null, tonnes: Ratio | null): readonly LeftOpen[] => {
		const beside = { rough: rough === true, unmeasured: own === null ? undefined : unmeasured?.get(own) };
		const open = leftOpen(finding, own, tonnes, one, tally, beside);
		return open === undefined ? [] : [open];
	};
	return { finding, open: impacts === undefined ? of(year, impact) : [...impacts].flatMap((own) => of(...own)) };
}

export function tell({ finding, open }: Told, doubts: Doubts, tally: OpenTally): void {
	add(tally, finding);
	for (const one of open) noteDoubt(one, doubts, tally);
}

/** What a firm's own rules answered, and what is told of it where rules between firms find nothing. */
export interface Heard {
	/** In the order in which they are asked. */
	readonly answers: readonly Answer[];
	readonly told: readonly Told[];
}

/** Firms with more findings than this in all are asked once more instead: memory does not grow with their number. */
const mostHeard = 1 << 15;

const failed: Answer = { kind: "fail", suspicions: [] };

/** Weighs what rules suspect while the firm's case is there. */
export class Hearing {
	private readonly tally: OpenTally;
	private count = 0;

	constructor(tally: OpenTally) {
		this.tally = tally;
	}

	/** Undefined where too much is kept by now. */
	of(answers: Heard["answers"], one: FirmCase): Heard | undefined {
		if (this.count >= mostHeard) return undefined;
		const told = answers.flatMap((given) =>
			given.kind === "fail" ? given.suspicions.map((suspicion) => weighed(suspicion, one, this.tally)) : [],
		);
		this.count += told.length;
		return { answers: answers.map((given) => (given.kind === "fail" ? failed : given)), told };
	}
}

/** What a doubt about several years is worth: its largest tonnes, and whether any of them could turn a verdict. */
function heaviest(weights: readonly Weight[]): Weight {
	const tonnes = weights.reduce((most, { tonnes }) => (tonnes !== null && compare(tonnes, most) > 0 ? tonnes : most), zeroRatio);
	const turns = weights.map(({ couldTurn }) => couldTurn);
	return {
		tonnes,
		couldTurn: turns.includes(true) ? true : turns.length > 0 && turns.every((one) => one === null) ? null : false,
	};
}
