/**
 * Credit codes that another may be a slip of. Of two codes that differ in one letter or two one third at least is alike: only codes
 * that share a third are held against each other.
 */
import { obtain } from "../domain/obtain.ts";
import { mostNamePairs } from "../findings/bounds.ts";

/** Letters of a third: every third of the code, so that those of the region do not fill one by themselves. */
const thirds = [0, 1, 2];
const thirdOf = (code: string, third: number): string => {
	let letters = String(third);
	for (let at = third; at < code.length; at += thirds.length) letters += code[at];
	return letters;
};

export class NearCodes {
	private readonly all: readonly string[];
	private sharing: Map<string, string[]> | undefined;
	private pairs = 0;

	constructor(all: readonly string[]) {
		this.all = all;
	}

	/**
	 * The codes that differ from this one in one letter, else those that differ in two. All of them where more codes were held against
	 * each other than is looked through: then the slip may be anybody's.
	 */
	near(code: string): readonly string[] {
		this.sharing ??= this.index();
		const alike = new Set<string>();
		const [one, two]: [string[], string[]] = [[], []];
		for (const third of thirds) {
			const sharing = this.sharing.get(thirdOf(code, third)) ?? [];
			this.pairs += sharing.length;
			if (this.pairs > mostNamePairs) return this.all;
			for (const known of sharing) {
				if (alike.has(known)) continue;
				alike.add(known);
				const letters = differing(known, code);
				if (letters === 1) one.push(known);
				else if (letters === 2) two.push(known);
			}
		}
		return one.length > 0 ? one : two;
	}

	private index(): Map<string, string[]> {
		const sharing = new Map<string, string[]>();
		for (const code of this.all) for (const third of thirds) obtain(sharing, thirdOf(code, third), () => []).push(code);
		return sharing;
	}
}

/** Letters in which two codes of one length differ; more than any where they are not of one. */
function differing(a: string, b: string): number {
	if (a.length !== b.length) return Number.POSITIVE_INFINITY;
	let n = 0;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) n += 1;
	return n;
}
