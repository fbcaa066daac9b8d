/** Small pictures of characters, for a person who looks on; the figures stand beside them. */
import type { Figure } from "../exact/figure.ts";
import { compare, minus, per, type Ratio, sign, times, whole } from "../exact/ratio.ts";
import { nearest } from "../exact/round.ts";

const bars = "▁▂▃▄▅▆▇█";

/** One bar for each value between the lowest and the highest; a gap for one that is unknown. */
export function sparkline(values: readonly (Ratio | null)[]): string {
	const known = values.filter((value) => value !== null).sort(compare);
	const [low, high] = [known[0], known.at(-1)];
	if (low === undefined || high === undefined) return "";
	const span = minus(high, low);
	return values
		.map((value) => {
			if (value === null) return " ";
			if (sign(span) === 0) return bars[3];
			const step = times(per(minus(value, low), span), whole(bars.length - 1));
			return bars[Number(nearest(step.over, step.under))];
		})
		.join("");
}

const half = 20;

/** A gap in points to the left (better) or the right (worse) of the path, a point for each half of one, up to ten points. */
export function gapBar(points: Figure): string {
	const text = points(1);
	const worse = !text.startsWith("-");
	const [whole_ = "0", tenth = "0"] = text.replace("-", "").split(".");
	const halves = nearest(BigInt(whole_ + tenth), 5n);
	const size = Number(halves < BigInt(half) ? halves : BigInt(half));
	const left = worse ? " ".repeat(half) : `${" ".repeat(half - size)}${"░".repeat(size)}`;
	return `${left}|${worse ? "█".repeat(size) : ""}`;
}
