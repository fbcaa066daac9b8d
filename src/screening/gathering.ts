/**
 * How rules between firms come to know simple firms (D205): each thread gathers what they ask of a firm while it has the firm's numbers in hand,
 * and what it gathered is plain data, which the first thread goes through in order of firm beside the firms that went the long way.
 */
import type { SimpleGroup } from "../assessment/simple/group.ts";
import type { PlainCase } from "./clear/plain-case.ts";
import { bitsFor } from "./recurring.ts";
import type { FirmCase } from "./rule.ts";

/** What all threads of a run gather in, as plain data. */
export interface GatheringRoom {
	/** Bits that tell which stretches of numbers may have come before. */
	readonly bits: Int32Array;
}

/** `numbers`: about how many there are by month. `isShared`: whether several threads gather at once. */
export function roomFor(numbers: number, isShared: boolean): GatheringRoom {
	return { bits: bitsFor(numbers, isShared) };
}

/** Of six years and five series by month, where nobody counted. */
export const numbersOfFirm = 360;

/** What one rule gathers in one thread. */
export interface PlainGathering {
	/** Firms come in order. */
	readonly take: (plain: PlainCase) => void;
	/** All of it as plain data, once the last firm was taken. */
	readonly part: () => unknown;
}

/** What one thread gathered: of which firms, in order, and what of them, by the id of the rule. */
export interface GatheredPart {
	readonly names: readonly string[];
	readonly byRule: Readonly<Record<string, unknown>>;
}

export interface GatheredParts {
	readonly room: GatheringRoom;
	readonly parts: readonly GatheredPart[];
}

/** What all threads gathered for one rule. */
export interface Gathered {
	readonly room: GatheringRoom;
	readonly parts: readonly unknown[];
	readonly cleared: ClearedFirms;
}

/** Firms that were cleared, by what they are known by: where a rule between firms needs to know more of one than it gathered. */
export interface ClearedFirms {
	/** Its numbers anew; good until those of another are asked for. */
	readonly plain: (firm: string) => PlainCase;
	/** The firm as rules are asked about it. */
	readonly case: (firm: string) => FirmCase;
}

/** A simple firm by where it was gathered: in which of the parts, and as which of the firms there. */
export interface SimpleFirm {
	readonly firm: string;
	readonly group: SimpleGroup;
	readonly part: number;
	readonly nr: number;
}

/** Finds firms in the parts; each is asked for once, in order of firm. */
export function finderIn({ parts }: GatheredParts, groupOf: ReadonlyMap<string, SimpleGroup>): (firm: string) => SimpleFirm {
	const next = parts.map(() => 0);
	return (firm) => {
		const part = parts.findIndex(({ names }, at) => names[next[at] as number] === firm);
		const group = groupOf.get(firm);
		if (part < 0 || group === undefined) throw new Error(`${firm} was gathered by no thread`);
		const nr = next[part] as number;
		next[part] = nr + 1;
		return { firm, group, part, nr };
	};
}
