/** A ratio as text and back: exact, where a decimal would have no end. */
import { type Ratio, ratio, reduced } from "./ratio.ts";

/** In lowest terms: `22/7`, or a whole number. */
export function fractionText(value: Ratio): string {
	const { over, under } = reduced(value);
	return under === 1n ? String(over) : `${over}/${under}`;
}

/** The ratio that `fractionText` wrote. Throws for any other text. */
export function fractionOf(text: string): Ratio {
	const [over, under = "1"] = text.split("/");
	return ratio(BigInt(over as string), BigInt(under));
}
