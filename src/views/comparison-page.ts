/** Claims beside what the tables come to, as a page: those that differ first. */

import { write } from "../domain/period.ts";
import { type ClaimOutcome, claimOutcomes } from "../domain/words.ts";
import { figure } from "../exact/figure.ts";
import type { VerifiedClaim } from "../run/verify.ts";
import { differencePercent, directionOf, unitOf } from "./build-comparison.ts";
import { exactly, perCentPlaces, signed, tonnePlaces } from "./figures.ts";
import type { Frame } from "./frame.ts";
import { type Block, type Cell, type Column, item, type Page, sheet, text } from "./page.ts";

export interface ComparisonChoices {
	readonly tolerance: string | null;
	/** Decimal places of intensities; claims in the table. */
	readonly digits: number;
	readonly top: number;
}

/** Claims in the order in which somebody has to look at them. */
const order: readonly ClaimOutcome[] = ["outside", "refused", "not-computable", "within", "equal"];
/** So many figures that nobody claims are named; of more their number is told. */
const mostNamed = 10;

export function comparisonPage(verified: readonly VerifiedClaim[], frame: Frame, choices: ComparisonChoices): Page {
	const { comparison: texts } = frame.language;
	const claims = order.flatMap((asked) => verified.filter(({ outcome }) => outcome === asked));
	const unclaimed = verified.filter(({ outcome }) => outcome === "not-claimed");
	const several = new Set(verified.map(({ firm }) => firm)).size > 1;
	const shown = claims.slice(0, choices.top);
	const toldAll = (some: readonly VerifiedClaim[]): Block[] => some.flatMap((one) => toldOf(one, several, frame));
	const blocks: Block[] = [
		text(texts.tolerance(choices.tolerance)),
		...(shown.length === 0 ? [] : [table(shown, several, frame, choices)]),
		...(claims.length > shown.length ? [text(texts.more(claims.length - shown.length))] : []),
		...listed(texts.aboutCauses, toldAll(shown.filter(({ why }) => why === null))),
		...listed(texts.aboutObstacles, toldAll(shown.filter(({ why }) => why !== null))),
	];
	if (unclaimed.length > 0) {
		const named = unclaimed.length > mostNamed ? [] : unclaimed.map((one) => nameOf(one, several, frame));
		blocks.push(text(texts.notClaimed(unclaimed.length, named)));
	}
	const counts = claimOutcomes.flatMap((outcome): (readonly [ClaimOutcome, number])[] => {
		const count = claims.filter((one) => one.outcome === outcome).length;
		return count === 0 ? [] : [[outcome, count]];
	});
	return [...blocks, text(texts.counts({ claims: claims.length, of: counts }))];
}

/** Of whom and of what a figure is: `F1 2023 scope 2`. */
function nameOf({ firm, period, metric }: VerifiedClaim, several: boolean, { language: { words } }: Frame): string {
	return [...(several ? [firm] : []), write(period), words.claimMetrics[metric]].join(" ");
}

function table(claims: readonly VerifiedClaim[], several: boolean, frame: Frame, choices: ComparisonChoices): Block {
	const { comparison: texts, report, words } = frame.language;
	const { columns: titles } = texts;
	const columns: Column[] = [
		...(several ? [{ title: report.columns.firm, align: "left", name: true } as const] : []),
		{ title: titles.period, align: "left" },
		{ title: titles.metric, align: "left" },
		{ title: titles.claimed, align: "right" },
		{ title: titles.recomputed, align: "right" },
		{ title: titles.unit, align: "left", spare: 2 },
		{ title: titles.difference, align: "right", spare: 3 },
		{ title: titles.percent, align: "right", spare: 1 },
		{ title: titles.outcome, align: "left" },
	];
	const rows = claims.map((one): Cell[] => {
		const { firm, period, metric, claimed, computed, compared } = one;
		const digits = metric === "intensity" ? choices.digits : tonnePlaces;
		const percent = differencePercent(one);
		const cells = [
			...(several ? [firm] : []),
			write(period),
			words.claimMetrics[metric],
			claimed === null ? words.unknown : claimed.unit === unitOf(one) ? claimed.digits : `${claimed.digits} ${claimed.unit}`,
			exactly(computed, digits, words.unknown),
			unitOf(one),
			compared === null ? words.unknown : signed(figure(compared.difference), digits, words.unknown),
			percent === undefined ? words.unknown : signed(figure(percent), perCentPlaces, words.unknown),
			outcomeText(one, frame),
		];
		return cells.map((of) => ({ text: of }));
	});
	return sheet({ columns, rows, leftOut: report.leftOut });
}

function outcomeText(one: VerifiedClaim, { language: { comparison: texts, words } }: Frame): string {
	const direction = one.outcome === "outside" ? directionOf(one) : null;
	const word = texts.outcomes[one.outcome];
	return direction === null ? word : words.with(word, [texts.directions[direction]]);
}

/** What is told of a claim besides: why there is no figure, or what may have made it another. */
function toldOf(one: VerifiedClaim, several: boolean, frame: Frame): Block[] {
	const { comparison: texts, words } = frame.language;
	const [likely] = one.causes;
	const told =
		one.why !== null
			? texts.obstacles[one.why]
			: likely === undefined
				? undefined
				: texts.causes[likely.cause](likely.detail, frame.naming);
	return told === undefined ? [] : [item(words.with(nameOf(one, several, frame), [told]))];
}

/** Sentences, each as an item, under what they are of. */
function listed(title: string, items: readonly Block[]): Block[] {
	return items.length === 0 ? [] : [text(title), ...items];
}
