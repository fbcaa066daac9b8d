/** Two mistakes in one firm: in one year, or in two. Each is laid as by itself, and what is wanted of the two is what is wanted of either. */
import { usual } from "./circumstances.ts";
import type { Draft, Needs } from "./draft.ts";
import type { Kind } from "./kinds/kind.ts";
import { type Line, measureWhereItCan } from "./measure.ts";
import type { WantedOutcome } from "./wanted.ts";

/** What both need; undefined where one needs what the other cannot have. */
function together(a: Needs = {}, b: Needs = {}): Needs | undefined {
	const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Needs)[];
	return keys.some((key) => a[key] !== undefined && b[key] !== undefined && JSON.stringify(a[key]) !== JSON.stringify(b[key]))
		? undefined
		: { ...a, ...b };
}

function both(one: Kind, other: Kind, inAnotherYear: boolean): Kind | undefined {
	const needs = together(one.needs, other.needs);
	const slips = [one.slip, other.slip].flatMap((slip) => (slip === undefined ? [] : [slip.source]));
	return needs === undefined
		? undefined
		: {
				needs,
				lay: (draft: Draft) => {
					one.lay(draft);
					if (inAnotherYear) draft.year = draft.year === 2022 ? 2024 : 2022;
					other.lay(draft);
				},
				...(slips.length === 0 ? {} : { slip: new RegExp(slips.join("|"), "i") }),
			};
}

/** Each kind with the next that can happen to the same firm, so many kinds on; `step` makes other pairs. */
export async function measurePairs(
	wanted: readonly WantedOutcome[],
	kinds: ReadonlyMap<string, Kind>,
	step: number,
): Promise<Line[]> {
	const lines: Line[] = [];
	for (const [at, a] of wanted.entries()) {
		for (let on = step; on < wanted.length; on += 1) {
			const b = wanted[(at + on) % wanted.length] as WantedOutcome;
			const [one, other] = [kinds.get(a.id), kinds.get(b.id)];
			const kind = one === undefined || other === undefined ? undefined : both(one, other, at % 2 === 1);
			if (kind === undefined) continue;
			const of = { ...a, id: `${a.id} + ${b.id}`, cause: [...a.cause, ...b.cause] };
			const measured = await measureWhereItCan(of, kind, at % 4, usual);
			if (measured !== undefined) lines.push({ wanted: of, cases: [measured] });
			break;
		}
	}
	return lines;
}
