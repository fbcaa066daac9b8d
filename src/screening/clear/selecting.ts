/** Firms taken one after another: each is of a known shape and cleared, or the first of its shape, or goes the long way. */
import { type AssessedFirm, assessFirm } from "../../assessment/firm.ts";
import type { Rules } from "../../assessment/rules.ts";
import { groupLike, perHeldUnit, type SimpleFirms, type SimpleGroup } from "../../assessment/simple/group.ts";
import { Summing, type SumsParts } from "../../assessment/simple/sums.ts";
import { type Span, spansOf } from "../../assessment/spans.ts";
import { type Exact, nearly } from "../../exact/exact.ts";
import { toFloat } from "../../exact/ratio.ts";
import type { Finding } from "../../findings/finding.ts";
import type { FirmNumbers } from "../../ledger/firm-numbers.ts";
import { type FirmShelf, isStored, type StoredFirm } from "../../ledger/firm-shelf.ts";
import type { FirmRecord, Ledger } from "../../ledger/ledger.ts";
import { PlainReader, type PlainShape } from "../../ledger/plain-firm.ts";
import { casesOf } from "../case.ts";
import type { GatheredPart, GatheredParts, GatheringRoom, PlainGathering } from "../gathering.ts";
import type { Answer, FirmCase, FirmRule } from "../rule.ts";
import { firmRules, runRules } from "../rules/index.ts";
import { clearsJudging } from "./judging.ts";
import type { Clears, PlainCase, ShapeTerms } from "./plain-case.ts";

/** Other firms of a shape are tried in the place of a first one of which something is found, so often. */
const mostTries = 8;

/** What the rules answered of the firm that a group is like; the same of all of them. */
export type GroupAnswers = ReadonlyMap<SimpleGroup, readonly { readonly rule: FirmRule; readonly given: Answer }[]>;

export interface SelectTerms {
	readonly limit: (name: string) => Exact;
	/** Rules that are not asked; all of them where nothing is screened. */
	readonly isOff: (rule: string) => boolean;
	/** What rules between firms gather in. */
	readonly room: GatheringRoom;
}

/** What one thread selected, as plain data. */
export interface SelectedPart {
	readonly groups: readonly { readonly shape: string; readonly firms: Uint32Array; readonly sums: SumsParts }[];
	/** What rules between firms gathered, by their ids. */
	readonly gathered: GatheredPart["byRule"];
}

/** What is known of a shape. */
interface Known {
	tries: number;
	group?: SimpleGroup;
	terms?: ShapeTerms;
}

export class Selecting {
	private readonly reader = new PlainReader();
	private readonly summing = new Summing();
	/** By the text of a shape. */
	private readonly known = new Map<string, Known>();
	private readonly groupOf = new Map<string, SimpleGroup>();
	/** Of firms that were taken here: to find a firm's shape takes as long as to read its numbers. */
	private readonly shapes = new Map<string, PlainShape>();
	private readonly answers = new Map<SimpleGroup, readonly { readonly rule: FirmRule; readonly given: Answer }[]>();
	private readonly gatherings: readonly { readonly id: string; readonly gathering: PlainGathering }[];
	/** What other threads gathered. */
	private readonly parts: GatheredPart[] = [];
	private readonly taken: string[] = [];
	private readonly rules: readonly FirmRule[];
	private readonly clears: readonly Clears[] | undefined;
	private readonly limits = new Map<string, number>();
	private readonly ledger: Ledger;
	private readonly shelf: FirmShelf;
	private readonly plans: readonly [Rules, ...Rules[]];
	private readonly spans: readonly Span[];
	private readonly terms: SelectTerms;

	constructor(ledger: Ledger, shelf: FirmShelf, plans: readonly [Rules, ...Rules[]], terms: SelectTerms) {
		[this.ledger, this.shelf, this.plans, this.terms] = [ledger, shelf, plans, terms];
		this.spans = spansOf(plans);
		this.rules = firmRules.filter(({ id }) => !terms.isOff(id));
		// A rule that clears nobody leaves nobody simple.
		const between = runRules.filter(({ id }) => !terms.isOff(id));
		const clears = this.rules.map((rule) => rule.clears);
		this.clears = clears.includes(undefined)
			? undefined
			: [...clears, ...between.map(({ tells }) => tells)].filter((one) => typeof one === "function");
		this.gatherings = between.map(({ id, gather }) => ({ id, gathering: gather(terms.limit, terms.room) }));
	}

	take(firm: string): void {
		const slot = this.shelf.slot(firm);
		if (this.clears === undefined || slot === undefined || !isStored(slot)) return;
		const shape = this.reader.shapeOf(slot);
		if (shape === undefined) return;
		const numbers = this.reader.numbers(slot, shape);
		if (numbers === undefined) return;
		const { group, terms } = this.knownOf(firm, shape, numbers);
		if (group === undefined || terms === undefined) return;
		const plain = { names: namesOf(firm, slot), numbers, shape: terms, limit: this.limitOf };
		if (!clearsJudging(plain)) return;
		for (const clear of this.clears) if (!clear(plain)) return;
		const sums = this.summing.of(numbers);
		if (sums === undefined) return;
		group.sums.add(sums);
		for (const { gathering } of this.gatherings) gathering.take(plain);
		this.shapes.set(firm, shape);
		this.taken.push(firm);
		this.keep(firm, group);
	}

	/** What was taken so far, for another thread: the places of firms among `names`, by shape. */
	part(names: readonly string[]): SelectedPart {
		const places = new Map(names.map((name, place) => [name, place]));
		return {
			groups: this.groups().map(({ shape, firms, sums }) => ({
				shape: shape.text,
				firms: Uint32Array.from(firms, (firm) => places.get(firm) as number),
				sums: sums.parts,
			})),
			gathered: this.gatheredHere(),
		};
	}

	/** Takes what another thread selected among these firms. */
	join(names: readonly string[], { groups, gathered }: SelectedPart): void {
		const places = groups.flatMap(({ firms }) => [...firms]).sort((a, b) => a - b);
		this.parts.push({ names: places.map((place) => names[place] as string), byRule: gathered });
		for (const { shape, firms, sums } of groups) {
			const [first] = firms;
			const group = this.known.get(shape)?.group ?? this.learnt(names[first as number] as string);
			group.sums.join(sums);
			for (const place of firms) this.keep(names[place] as string, group);
		}
	}

	/** All that were taken, in the order of `names`. */
	selected(names: Iterable<string>): { readonly simple: SimpleFirms; readonly answers: GroupAnswers } {
		const { spans, shelf } = this;
		const groupOf = new Map<string, SimpleGroup>();
		for (const firm of names) {
			const group = this.groupOf.get(firm);
			if (group !== undefined) groupOf.set(firm, group);
		}
		const numbersOf = (firm: string): FirmNumbers => this.numbersOf(firm);
		const nameOf = (firm: string): string | null => namesOf(firm, this.slotOf(firm))[1] ?? null;
		const assessed = (firm: string): AssessedFirm => assessFirm(shelf.get(firm) as FirmRecord, spans, []);
		return { simple: { groups: this.groups(), groupOf, numbersOf, nameOf, assessed }, answers: this.answers };
	}

	/** What rules between firms gathered of them, here and in other threads. */
	gathered(): GatheredParts {
		return { room: this.terms.room, parts: [{ names: this.taken, byRule: this.gatheredHere() }, ...this.parts] };
	}

	caseOf(firm: string): PlainCase {
		const group = this.groupOf.get(firm);
		const terms = group && this.known.get(group.shape.text)?.terms;
		if (terms === undefined) throw new Error(`${firm} is not simple`);
		return { names: namesOf(firm, this.slotOf(firm)), numbers: this.numbersOf(firm), shape: terms, limit: this.limitOf };
	}

	private gatheredHere(): GatheredPart["byRule"] {
		return Object.fromEntries(this.gatherings.map(({ id, gathering }) => [id, gathering.part()]));
	}

	private groups(): SimpleGroup[] {
		return [...this.known.values()].flatMap(({ group }) => (group === undefined || group.firms.size === 0 ? [] : [group]));
	}

	private keep(firm: string, group: SimpleGroup): void {
		group.firms.add(firm);
		this.groupOf.set(firm, group);
	}

	/** What is known of a shape; the firm is the one to learn from where nothing is. */
	private knownOf(firm: string, shape: PlainShape, numbers: FirmNumbers): Known {
		let known = this.known.get(shape.text);
		if (known === undefined) {
			known = { tries: 0 };
			this.known.set(shape.text, known);
		}
		if (known.group === undefined && known.tries < mostTries) {
			known.tries += 1;
			this.learn(firm, shape, numbers, known);
		}
		return known;
	}

	/** The group of a firm that another thread took. */
	private learnt(firm: string): SimpleGroup {
		const slot = this.slotOf(firm);
		const shape = this.reader.shapeOf(slot);
		const numbers = shape && this.reader.numbers(slot, shape);
		const group = shape && numbers && this.knownOf(firm, shape, numbers).group;
		// What one thread finds simple every other does.
		if (group === undefined) throw new Error(`${firm} is simple for one thread and for another it is not`);
		return group;
	}

	private readonly limitOf = (name: string): number => {
		let limit = this.limits.get(name);
		if (limit === undefined) {
			limit = nearly(this.terms.limit(name));
			this.limits.set(name, limit);
		}
		return limit;
	};

	private numbersOf(firm: string): FirmNumbers {
		const slot = this.slotOf(firm);
		// Its rows may come in another order than those of the firm that the group is like.
		const shape = this.shapes.get(firm) ?? this.reader.shapeOf(slot);
		const numbers = shape && this.reader.numbers(slot, shape);
		if (numbers === undefined) throw new Error(`${firm} is not simple`);
		return numbers;
	}

	private slotOf(firm: string): readonly StoredFirm[] {
		const slot = this.shelf.slot(firm);
		if (slot === undefined || !isStored(slot)) throw new Error(`${firm} is not kept as numbers`);
		return slot;
	}

	/** Assesses and asks a firm as every firm is. If nothing is found, others of its shape are held against it. */
	private learn(firm: string, shape: PlainShape, numbers: FirmNumbers, known: Known): void {
		const sums = this.summing.of(numbers);
		const record = this.shelf.get(firm);
		if (sums === undefined || record === undefined) return;
		const findings: Finding[] = [];
		const like = assessFirm(record, this.spans, findings);
		const group = findings.length > 0 ? undefined : groupLike(like, shape, sums);
		if (group === undefined) return;
		const one = this.caseLike(like, record);
		const answers = this.rules.map((rule) => ({ rule, given: rule.judge(one) }));
		if (answers.some(({ given }) => given.kind === "fail")) return;
		known.group = group;
		known.terms = {
			like: one,
			co2: perHeldUnit(group, ({ co2 }) => co2, toFloat),
			tce: perHeldUnit(group, ({ tce }) => tce, toFloat),
			output: group.output,
		};
		this.answers.set(group, answers);
	}

	private caseLike(like: AssessedFirm, record: FirmRecord): FirmCase {
		const [rules] = this.plans;
		const firms = new Map([[like.firm, record]]);
		const [one] = casesOf({ firms: [like], sectors: [], plans: this.plans, rules }, { ...this.ledger, firms }, this.terms.limit);
		if (one === undefined) throw new Error("a case of each firm");
		return one;
	}
}

/** What a firm is known by, and what rows say that its name is. */
function namesOf(firm: string, stored: readonly StoredFirm[]): string[] {
	const names = [firm];
	for (const { said } of stored) for (const { what, values } of said) if (what === "names") names.push(...values.keys());
	return names;
}
