/** Totals beside what they are of: words in any naming column, wholes beside parts, printed sums. */
import { type Draft, first, nameOf, periodOf, rowsOf } from "../draft.ts";
import { carriers } from "../facts.ts";
import { sum } from "../firms.ts";
import { decimal, fraction, plus, shown, times, zero } from "../fraction.ts";
import { addBehind, addColumn, hundredths, type Row, removeRows } from "../sheet.ts";
import { type Family, fill } from "./kind.ts";

/** Each row of the firm's energy becomes one of two workshops; gives back the second ones. */
export function inWorkshops(draft: Draft, word?: string): Row[] {
	const zh = draft.language === "zh";
	addColumn(draft.energy, "site", word ?? (zh ? "分厂" : "plant"), "period");
	return rowsOf(draft).map((row) => {
		const { amount = 0n } = row.fact ?? {};
		const one = (amount * 41n) / 100n;
		const added: Row = {
			...(row.fact === undefined ? {} : { fact: row.fact }),
			cells: { ...row.cells, site: zh ? "二分厂" : "North", quantity: hundredths(amount - one) },
		};
		row.cells["site"] = zh ? "一分厂" : "South";
		row.cells["quantity"] = hundredths(one);
		draft.energy.rows.splice(draft.energy.rows.indexOf(row) + 1, 0, added);
		return added;
	});
}

const withTotals = (draft: Draft, seconds: readonly Row[], site: string, amount: (whole: bigint) => bigint): void => {
	for (const row of seconds) addBehind(draft.energy, row, { site, quantity: hundredths(amount(row.fact?.amount ?? 0n)) });
};

/** Tonnes of coal equivalent of the firm's year or month, in hundredths. */
const coalEquivalent = (draft: Draft, year: number, month: number): string =>
	shown(
		draft.firm.energy
			.filter((fact) => fact.year === year && fact.month === month)
			.reduce((all, { carrier, amount }) => plus(all, times(fraction(amount, 100n), carriers[carrier].tce)), zero),
		2,
	);

const printedTotals = (draft: Draft, factor: string): void => {
	for (const year of new Set(draft.firm.energy.map((fact) => fact.year))) {
		for (const month of draft.yearly ? [0] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) {
			const period = periodOf(draft.language, year, month);
			const last = first(rowsOf(draft, undefined, year).filter(({ cells }) => cells["period"] === period));
			addBehind(draft.energy, last, {
				carrier: draft.language === "zh" ? "综合能源消费量" : "total energy consumption",
				quantity: shown(times(decimal(coalEquivalent(draft, year, month)), decimal(factor)), 2),
				unit: draft.language === "zh" ? "吨标准煤" : "tce",
			});
		}
	}
};

export const totals: Family = {
	"total-in-site-column": {
		lay: (draft) => withTotals(draft, inWorkshops(draft), draft.language === "zh" ? "合计" : "total", (whole) => whole),
	},
	"subtotal-in-workshop-column": {
		needs: { language: "zh" },
		lay: (draft) => withTotals(draft, inWorkshops(draft, "车间"), "小计", (whole) => whole),
	},
	"whole-works-in-site-column": {
		needs: { language: "zh" },
		lay: (draft) => withTotals(draft, inWorkshops(draft, "厂区"), "全厂", (whole) => whole),
	},
	"whole-works-as-only-site": {
		needs: { language: "zh" },
		lay: ({ energy }) => {
			addColumn(energy, "site", "厂区", "period");
			fill(energy, "site", () => "全厂");
		},
	},
	"blank-site-is-the-whole": {
		lay: (draft) => withTotals(draft, inWorkshops(draft), "", (whole) => whole),
	},
	"blank-site-is-neither": {
		lay: (draft) => withTotals(draft, inWorkshops(draft), "", (whole) => (whole * 7n) / 10n),
	},
	"site-total-wrong": {
		lay: (draft) =>
			withTotals(draft, inWorkshops(draft), draft.language === "zh" ? "合计" : "total", (whole) => (whole * 113n) / 100n),
	},
	"total-in-period-column": {
		needs: { yearly: false },
		lay: (draft) => {
			for (const carrier of new Set(draft.firm.energy.map((fact) => fact.carrier))) {
				const some = rowsOf(draft, carrier, draft.year);
				addBehind(draft.energy, some.at(-1) ?? first(some), {
					period: draft.language === "zh" ? `${draft.year}年全年` : `${draft.year} total`,
					quantity: hundredths(sum(some.flatMap(({ fact }) => fact ?? []))),
				});
			}
		},
	},
	"total-that-names-no-carrier": {
		needs: { trade: "printing", yearly: false },
		lay: (draft) => {
			const only = { ...first(draft.energy.rows.filter(({ fact }) => fact?.carrier === "electricity")).cells };
			removeRows(
				draft.energy,
				draft.energy.rows.filter(({ fact }) => fact?.carrier !== "electricity"),
			);
			draft.facts = draft.facts.filter(({ carrier }) => carrier === "electricity");
			const whole = sum(draft.energy.rows.flatMap(({ fact }) => fact ?? []));
			const firm = draft.language === "zh" ? "合计" : "total";
			draft.energy.rows.push({ cells: { ...only, firm, period: "", carrier: "", quantity: hundredths((whole * 107n) / 100n) } });
		},
	},
	"total-in-firm-column": {
		lay: (draft) => {
			const groups = new Map<string, Row[]>();
			for (const row of draft.energy.rows) {
				const key = `${row.cells["period"]} ${row.cells["carrier"]}`;
				groups.set(key, [...(groups.get(key) ?? []), row]);
			}
			for (const some of groups.values())
				draft.energy.rows.push({
					cells: {
						...first(some).cells,
						firm: draft.language === "zh" ? "集团合计" : "total",
						quantity: hundredths(sum(some.flatMap(({ fact }) => fact ?? []))),
					},
				});
		},
	},
	"printed-total-agrees": {
		needs: { trade: "machinery" },
		lay: (draft) => printedTotals(draft, "1"),
	},
	"printed-total-differs": {
		needs: { trade: "machinery" },
		lay: (draft) => printedTotals(draft, "1.31"),
	},
	"total-instead-of-parts": {
		needs: { trade: "machinery" },
		lay: (draft) => {
			printedTotals(draft, "1");
			removeRows(
				draft.energy,
				rowsOf(draft, "gas", draft.year).concat(rowsOf(draft, "coke", draft.year), rowsOf(draft, "diesel", draft.year)),
			);
		},
	},
	"total-word-as-carrier": {
		needs: { trade: "printing" },
		lay: (draft) => {
			for (const row of rowsOf(draft, "electricity"))
				addBehind(draft.energy, row, { carrier: draft.language === "zh" ? "合计" : "total", unit: row.cells["unit"] ?? "" });
		},
		misleads: new RegExp(`--map '?(合计|total)=${nameOf("en", "electricity")}`),
	},
};
