/**
 * Which firms of large tables are simple: plain, of a shape whose first clean firm is assessed and asked as every firm is, and cleared by their
 * own numbers of whatever hangs on amounts. Nothing is told of them and no verdict of theirs is in doubt; all others go the long way.
 */
import { type AssessedFirm, assessFirm } from "../../assessment/firm.ts";
import type { Rules } from "../../assessment/rules.ts";
import { groupLike, perHeldUnit, type SimpleFirms, type SimpleGroup } from "../../assessment/simple/group.ts";
import { Summing } from "../../assessment/simple/sums.ts";
import { type Span, spansOf } from "../../assessment/spans.ts";
import { byCodeUnit } from "../../domain/order.ts";
import { type Exact, nearly } from "../../exact/exact.ts";
import { toFloat } from "../../exact/ratio.ts";
import type { Finding } from "../../findings/finding.ts";
import type { FirmNumbers } from "../../ledger/firm-numbers.ts";
import { FirmShelf, isStored, type StoredFirm } from "../../ledger/firm-shelf.ts";
import type { FirmRecord, Ledger } from "../../ledger/ledger.ts";
import { PlainReader, type PlainShape } from "../../ledger/plain-firm.ts";
import { casesOf } from "../case.ts";
import type { Answer, FirmCase, FirmRule } from "../rule.ts";
import { firmRules } from "../rules/index.ts";
import { clearsJudging } from "./judging.ts";
import { clearsLedger } from "./ledger.ts";
import type { Clears, PlainCase, ShapeTerms } from "./plain-case.ts";

/** What the rules answered of the firm that a group is like; the same of all of them. */
export type GroupAnswers = ReadonlyMap<SimpleGroup, readonly { readonly rule: FirmRule; readonly given: Answer }[]>;

export interface Selected {
	readonly simple: SimpleFirms;
	readonly answers: GroupAnswers;
	/** The firm as rules between firms take it; what it holds is of this firm until the next is asked for. */
	readonly plainCase: (firm: string) => PlainCase;
}

export interface SelectTerms {
	readonly limit: (name: string) => Exact;
	/** Rules that are not asked; all of them where nothing is screened. */
	readonly isOff: (rule: string) => boolean;
}

/** Other firms of a shape are tried in the place of a first one of which something is found, so often. */
const mostTries = 8;

/** Undefined where no firm is kept as numbers. */
export function selectSimple(ledger: Ledger, plans: readonly [Rules, ...Rules[]], terms: SelectTerms): Selected | undefined {
	const { firms } = ledger;
	if (!(firms instanceof FirmShelf)) return undefined;
	const selecting = new Selecting(ledger, firms, plans, terms);
	for (const firm of [...firms.keys()].sort(byCodeUnit)) selecting.take(firm);
	return selecting.selected();
}

/** What is known of a shape. */
interface Known {
	tries: number;
	group?: SimpleGroup;
	terms?: ShapeTerms;
}

class Selecting {
	private readonly reader = new PlainReader();
	private readonly summing = new Summing();
	private readonly known = new Map<PlainShape, Known>();
	private readonly groupOf = new Map<string, SimpleGroup>();
	private readonly answers = new Map<SimpleGroup, readonly { readonly rule: FirmRule; readonly given: Answer }[]>();
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
		const clears = this.rules.map((rule) => rule.clears);
		this.clears = clears.includes(undefined) ? undefined : clears.filter((one) => typeof one === "function");
	}

	take(firm: string): void {
		const slot = this.shelf.slot(firm);
		if (this.clears === undefined || slot === undefined || !isStored(slot)) return;
		const shape = this.reader.shapeOf(slot);
		if (shape === undefined) return;
		const numbers = this.reader.numbers(slot, shape);
		if (numbers === undefined) return;
		let known = this.known.get(shape);
		if (known === undefined) {
			known = { tries: 0 };
			this.known.set(shape, known);
		}
		if (known.group === undefined) {
			if (known.tries === mostTries) return;
			known.tries += 1;
			this.learn(firm, shape, numbers, known);
		}
		const { group, terms } = known;
		if (group === undefined || terms === undefined) return;
		const plain = { names: namesOf(firm, slot), numbers, shape: terms, limit: this.limitOf };
		if (!clearsLedger(plain) || !clearsJudging(plain)) return;
		for (const clear of this.clears) if (!clear(plain)) return;
		const sums = this.summing.of(numbers);
		if (sums === undefined) return;
		group.sums.add(sums);
		group.firms.add(firm);
		this.groupOf.set(firm, group);
	}

	selected(): Selected {
		const groups = [...this.known.values()].flatMap(({ group }) =>
			group === undefined || group.firms.size === 0 ? [] : [group],
		);
		const { groupOf, answers, spans, shelf } = this;
		const numbersOf = (firm: string): FirmNumbers => this.numbersOf(firm);
		const nameOf = (firm: string): string | null => namesOf(firm, this.slotOf(firm))[1] ?? null;
		const assessed = (firm: string): AssessedFirm => assessFirm(shelf.get(firm) as FirmRecord, spans, []);
		return { simple: { groups, groupOf, numbersOf, nameOf, assessed }, answers, plainCase: (firm) => this.caseOf(firm) };
	}

	private readonly limitOf = (name: string): number => {
		let limit = this.limits.get(name);
		if (limit === undefined) {
			limit = nearly(this.terms.limit(name));
			this.limits.set(name, limit);
		}
		return limit;
	};

	private caseOf(firm: string): PlainCase {
		const group = this.groupOf.get(firm);
		const terms = group && this.known.get(group.shape)?.terms;
		if (terms === undefined) throw new Error(`${firm} is not simple`);
		return { names: namesOf(firm, this.slotOf(firm)), numbers: this.numbersOf(firm), shape: terms, limit: this.limitOf };
	}

	private numbersOf(firm: string): FirmNumbers {
		const group = this.groupOf.get(firm);
		const numbers = group && this.reader.numbers(this.slotOf(firm), group.shape);
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
