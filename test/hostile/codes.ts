/** Credit codes made up in any number, each with both of its check characters. */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** GB 11714-1997: the character that brings the weighted sum and itself to a multiple of 11, X for ten. */
function inner(eight: string): string {
	const weights = [3, 7, 9, 10, 5, 8, 4, 2];
	const sum = [...eight].reduce((total, one, at) => total + (weights[at] as number) * Number(one), 0);
	return "0123456789X"[(11 - (sum % 11)) % 11] as string;
}

/** GB 32100-2015: the character that brings the sum over 3^(i−1)·C(i), i = 1 to 17, and itself to a multiple of 31. */
function outer(seventeen: string): string {
	let [sum, weight] = [0, 1];
	for (const one of seventeen) {
		sum += weight * alphabet.indexOf(one);
		weight = (weight * 3) % 31;
	}
	return alphabet[(31 - (sum % 31)) % 31] as string;
}

/** The code of a firm by its number, of up to eight digits. */
export function codeOf(number: number): string {
	const eight = String(number).padStart(8, "0");
	const seventeen = `91330281${eight}${inner(eight)}`;
	return seventeen + outer(seventeen);
}
