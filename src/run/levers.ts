/** What `--set` changes: a fuel by another, a carrier's amount, the share of green power, the output. */
import { compare, difference, type Exact, fromPlainText, known, one, product, sign, zero } from "../exact/exact.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Carrier } from "../reference/carriers.ts";
import { loadReference } from "../reference/reference.ts";
import { plain } from "../reference/spelling.ts";
import { badOption } from "./values.ts";

/** `share`: of the amount, as a fraction; below zero takes away. null where none is asked for. */
export type Lever = { readonly text: string; readonly share: Exact | null } & (
	| { readonly kind: "switch"; readonly from: string; readonly to: string }
	| { readonly kind: "carrier"; readonly carrier: string }
	| { readonly kind: "green" }
	| { readonly kind: "output" }
);

export const green = "green-electricity";
const perCent = known("0.01");

/**
 * `bituminous-coal>natural-gas=10%`, `electricity=-5%`, `green-electricity=30%`, `output=+3%`; the name alone where the amount is what is
 * asked. Throws Trouble.
 */
export function readLever(typed: string, option: string): Lever {
	const text = plain(typed).replaceAll("％", "%").replaceAll("＝", "=").replaceAll("＞", ">");
	const parts = /^([^=]+?)(?:\s*=\s*([+-]?)(\d{1,9}(?:\.\d{1,9})?)\s*%)?$/.exec(text);
	if (parts === null) throw badOption(option, typed, "lever");
	const [, name = "", sign_ = "", digits] = parts;
	const size = digits === undefined ? null : product(fromPlainText(digits), perCent);
	const share = size === null ? null : sign_ === "-" ? negated(size) : size;
	const lever = meant(name.trim(), option, sign_ === "");
	checkShare(lever, share, sign_, typed, option);
	return { ...lever, text: digits === undefined ? nameOf(lever) : `${nameOf(lever)}=${sign_}${digits}%`, share };
}

type Meant = { readonly [K in Lever["kind"]]: Omit<Extract<Lever, { kind: K }>, "text" | "share"> }[Lever["kind"]];

function meant(name: string, option: string, asLevel: boolean): Meant {
	if (name === "output" || name === "产出") return { kind: "output" };
	const [first = "", other, ...more] = name.split(">").map((word) => word.trim());
	const from = carrierOf(first, option);
	if (other === undefined) return from.id === green && asLevel ? { kind: "green" } : { kind: "carrier", carrier: from.id };
	const to = carrierOf(other, option);
	if (more.length > 0 || from.id === to.id || from.group !== "fuel" || to.group !== "fuel")
		throw badOption(option, name, "lever-fuels");
	return { kind: "switch", from: from.id, to: to.id };
}

/** What is a share of an amount is at most all of it; and a change says by its sign which way it goes. */
function checkShare({ kind }: Meant, share: Exact | null, signed: string, typed: string, option: string): void {
	if (share === null) return;
	const isShare = kind === "switch" || kind === "green";
	if (isShare && signed === "-") throw badOption(option, typed, "lever");
	if (!isShare && signed === "") throw badOption(option, typed, "lever-sign");
	const all = signed === "-" || isShare;
	const size = sign(share) < 0 ? negated(share) : share;
	if (all && compare(size, one) > 0) throw badOption(option, typed, "lever-all");
	if (kind === "output" && signed === "-" && compare(size, one) === 0) throw badOption(option, typed, "lever-all");
}

/** A lever without its amount. */
export function nameOf(lever: Meant): string {
	if (lever.kind === "switch") return `${lever.from}>${lever.to}`;
	return lever.kind === "carrier" ? lever.carrier : lever.kind === "green" ? green : "output";
}

function carrierOf(name: string, option: string): Carrier {
	const { carriers } = loadReference();
	const found = carriers.find(name)?.carrier;
	if (found === undefined || found.group === "total" || found.group === "medium")
		throw new Trouble("unknown-choice", { option, value: name, known: [], near: carriers.meant(name).near });
	return found;
}

function negated(value: Exact): Exact {
	return difference(zero, value);
}

/** Months of a year, as a mask: `9-12`, `9`. */
export function readMonths(text: string, option: string): number {
	const found = /^(\d{1,2})(?:\s*(?:-|–|\.\.|至|到)\s*(\d{1,2}))?月?$/.exec(text.trim());
	const [from, to] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])];
	if (found === null || from < 1 || to > 12 || from > to) throw badOption(option, text, "months");
	return ((1 << (to - from + 1)) - 1) << (from - 1);
}
