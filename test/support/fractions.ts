/** Fractions for the second source of a figure: a sum written out with its factors, worked out apart from the tool. */

interface Fraction {
	readonly above: bigint;
	readonly below: bigint;
}

const scan = /\d+(?:\.\d+)?|[-+*/()]/g;

const number = (text: string): Fraction => {
	const [whole = "", rest = ""] = text.split(".");
	return { above: BigInt(whole + rest), below: 10n ** BigInt(rest.length) };
};

/** The value of an expression of decimals, `+ - * /` and brackets. Throws where it is none. */
function workedOut(expression: string): Fraction {
	const tokens = expression.match(scan) ?? [];
	if (tokens.join("") !== expression.replaceAll(/\s/g, "")) throw new Error(`no expression: ${expression}`);
	let at = 0;
	const next = (): string | undefined => tokens[at++];
	const single = (): Fraction => {
		const token = next();
		if (token === "(") {
			const inner = sum();
			if (next() !== ")") throw new Error(`a bracket is not closed: ${expression}`);
			return inner;
		}
		if (token === "-") {
			const { above, below } = single();
			return { above: -above, below };
		}
		if (token === undefined || !/^\d/.test(token)) throw new Error(`no number where one is due: ${expression}`);
		return number(token);
	};
	const product = (): Fraction => {
		let { above, below } = single();
		while (tokens[at] === "*" || tokens[at] === "/") {
			const times = next() === "*";
			const other = single();
			[above, below] = times ? [above * other.above, below * other.below] : [above * other.below, below * other.above];
		}
		return { above, below };
	};
	const sum = (): Fraction => {
		let { above, below } = product();
		while (tokens[at] === "+" || tokens[at] === "-") {
			const sign = next() === "+" ? 1n : -1n;
			const other = product();
			above = above * other.below + sign * other.above * below;
			below *= other.below;
		}
		return { above, below };
	};
	const value = sum();
	if (at !== tokens.length) throw new Error(`more than one expression: ${expression}`);
	return value;
}

/** The value of an expression as machine formats write it: half-even at `places`, zeros at the end dropped. */
export function inFractions(expression: string, places = 12): string {
	const { above, below } = workedOut(expression);
	const negative = above < 0n !== below < 0n && above !== 0n;
	const size = (n: bigint): bigint => (n < 0n ? -n : n);
	const scaled = size(above) * 10n ** BigInt(places);
	const divisor = size(below);
	const twice = (scaled % divisor) * 2n;
	const floor = scaled / divisor;
	const digits = floor + (twice > divisor || (twice === divisor && floor % 2n === 1n) ? 1n : 0n);
	const text = digits.toString().padStart(places + 1, "0");
	const rest = text.slice(-places).replace(/0+$/, "");
	return `${negative && digits !== 0n ? "-" : ""}${text.slice(0, -places)}${rest === "" ? "" : `.${rest}`}`;
}
