/** Years that are not whole, entries that contradict each other, carriers and materials that go. */
import { addFact, first, nobodyKnows, outputRowsOf, part, periodOf, rowsOf } from "../draft.ts";
import { sum } from "../firms.ts";
import { addBehind, addColumn, hundredths, removeRows } from "../sheet.ts";
import { type Family, fill, theRow } from "./kind.ts";
import { inWorkshops } from "./totals.ts";

const monthly = { yearly: false } as const;

export const complete: Family = {
	"month-missing": {
		needs: monthly,
		lay: (draft) => removeRows(draft.energy, rowsOf(draft, draft.carrier, draft.year).slice(7, 8)),
	},
	"last-months-missing": {
		needs: monthly,
		lay: (draft) => removeRows(draft.energy, rowsOf(draft, draft.carrier, draft.year).slice(10)),
	},
	"month-missing-in-the-base": {
		needs: monthly,
		lay: (draft) => removeRows(draft.energy, rowsOf(draft, draft.carrier, 2020).slice(3, 4)),
	},
	"output-month-missing": {
		needs: monthly,
		lay: (draft) => removeRows(draft.output, outputRowsOf(draft, draft.year).slice(4, 5)),
	},
	"month-missing-at-one-site": {
		needs: monthly,
		lay: (draft) => {
			const seconds = inWorkshops(draft);
			removeRows(
				draft.energy,
				seconds.filter(({ fact }) => fact?.carrier === draft.carrier && fact.year === draft.year && fact.month === 9),
			);
		},
	},
	"month-proved-by-a-sale-only": {
		needs: { language: "zh", trade: "steel", carrier: "coke", ...monthly },
		lay: (draft) => {
			addColumn(draft.energy, "use", "用途", "quantity");
			fill(draft.energy, "use", () => "消费");
			for (const row of rowsOf(draft, "coke", draft.year)) {
				const amount = part(row, 5);
				addBehind(draft.energy, row, { use: "外销", quantity: hundredths(amount) });
				if (row.fact !== undefined) addFact(draft, { ...row.fact, use: "sold", amount });
			}
			removeRows(draft.energy, rowsOf(draft, "coke", draft.year).slice(5, 6));
		},
	},
	"amount-left-blank": {
		needs: monthly,
		lay: (draft) => {
			theRow(draft).cells["quantity"] = "";
		},
	},
	"amount-is-a-dash": {
		needs: monthly,
		lay: (draft) => {
			theRow(draft).cells["quantity"] = "—";
		},
	},
	"two-amounts-for-one-month": {
		lay: (draft) => {
			const row = theRow(draft);
			addBehind(draft.energy, row, { quantity: hundredths(part(row, 93)) });
		},
	},
	"month-typed-twice": {
		needs: monthly,
		lay: (draft) => {
			const [, march, april] = rowsOf(draft, draft.carrier, draft.year).slice(1, 4);
			if (march !== undefined && april !== undefined) april.cells["period"] = march.cells["period"] ?? "";
		},
	},
	"year-beside-months-differs": {
		needs: monthly,
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, draft.year);
			const whole = sum(rows.flatMap(({ fact }) => fact ?? []));
			addBehind(draft.energy, rows.at(-1) ?? first(rows), {
				period: periodOf(draft.language, draft.year, 0),
				quantity: hundredths((whole * 112n) / 100n),
			});
		},
	},
	"year-beside-months-agrees": {
		needs: monthly,
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, draft.year);
			addBehind(draft.energy, rows.at(-1) ?? first(rows), {
				period: periodOf(draft.language, draft.year, 0),
				quantity: hundredths(sum(rows.flatMap(({ fact }) => fact ?? []))),
			});
		},
	},
	"row-copied": {
		lay: (draft) => {
			addBehind(draft.energy, theRow(draft), {});
		},
	},
	"year-of-output-missing": {
		needs: { yearly: true },
		lay: (draft) => removeRows(draft.output, outputRowsOf(draft, draft.year)),
	},
	"clinker-vanished": {
		needs: { trade: "cement", carrier: "clinker", yearly: true },
		lay: (draft) => {
			removeRows(draft.energy, rowsOf(draft, "clinker", draft.year));
			nobodyKnows(draft, draft.year);
		},
	},
	"fuel-left-out-of-a-year": {
		needs: { trade: "paper", carrier: "coal", yearly: true },
		lay: (draft) => removeRows(draft.energy, rowsOf(draft, "coal", draft.year)),
	},
	"fuel-left-out-of-the-base": {
		needs: { trade: "glass", carrier: "gas", yearly: true },
		lay: (draft) => removeRows(draft.energy, rowsOf(draft, "gas", 2020)),
	},
	"negative-amount": {
		lay: (draft) => {
			const row = theRow(draft);
			row.cells["quantity"] = `-${row.cells["quantity"]}`;
		},
	},
};
