/** Months that are wrong beside the others of their firm: unread, copied, counted on, read off the meter, swapped. */
import { type Draft, first, outputRowsOf, rowsOf } from "../draft.ts";
import type { CarrierId } from "../facts.ts";
import { hundredths, inHundredths, type Row } from "../sheet.ts";
import type { Family } from "./kind.ts";

const monthly = { yearly: false } as const;
const paper = { ...monthly, trade: "paper", carrier: "electricity" } as const;

const amount = ({ cells }: Row): bigint => inHundredths(cells["quantity"] ?? "0");
const write = ({ cells }: Row, value: bigint): void => {
	cells["quantity"] = hundredths(value);
};
const carriersOf = (draft: Draft): CarrierId[] => [...new Set(draft.firm.energy.map(({ carrier }) => carrier))];
/** The month of the year, from 0 on. */
const month = (rows: readonly Row[], at: number): Row => first(rows.slice(at));

export const monthsOfFirms: Family = {
	"zero-for-one-unread-month": {
		needs: paper,
		lay: (draft) => write(month(rowsOf(draft, "electricity", draft.year), 4), 0n),
	},
	"zero-for-an-unread-december": {
		needs: paper,
		lay: (draft) => write(month(rowsOf(draft, "electricity", draft.year), 11), 0n),
	},
	"month-of-last-year-copied": {
		needs: monthly,
		lay: (draft) => {
			for (const carrier of carriersOf(draft))
				write(month(rowsOf(draft, carrier, draft.year), 6), amount(month(rowsOf(draft, carrier, draft.year - 1), 6)));
		},
	},
	"output-of-the-month-before-copied": {
		needs: monthly,
		lay: (draft) => {
			const rows = outputRowsOf(draft, draft.year);
			write(month(rows, 5), amount(month(rows, 4)));
		},
	},
	"series-filled-by-tenths": {
		needs: paper,
		lay: (draft) => {
			const rows = rowsOf(draft, "electricity", draft.year).slice(4);
			const start = amount(first(rows));
			for (const [index, row] of rows.entries()) write(row, start + BigInt(index) * 10n);
		},
	},
	"meter-readings-from-july": {
		needs: paper,
		lay: (draft) => {
			let meter = 21_877_000n;
			for (const row of rowsOf(draft, "electricity", draft.year).slice(6)) {
				meter += row.fact?.amount ?? 0n;
				write(row, meter);
			}
		},
	},
	"december-holds-eleven-months": {
		needs: monthly,
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, draft.year);
			write(
				month(rows, 11),
				rows.slice(0, 11).reduce((all, row) => all + amount(row), 0n),
			);
		},
	},
	"carriers-swapped-for-three-months": {
		needs: { ...monthly, trade: "steel", carrier: "coke" },
		lay: (draft) => {
			const [coke, coal] = [rowsOf(draft, "coke", draft.year), rowsOf(draft, "coal", draft.year)];
			for (const at of [2, 3, 4]) {
				const [one, other] = [month(coke, at), month(coal, at)];
				const own = amount(one);
				write(one, amount(other));
				write(other, own);
			}
		},
	},
	"diesel-month-in-litres": {
		needs: { ...monthly, trade: "machinery", carrier: "diesel" },
		lay: (draft) => {
			const row = month(rowsOf(draft, "diesel", draft.year), 7);
			write(row, (amount(row) * 100_000n) / 84n);
		},
		slip: /0\.84|1,?190|升|litre/i,
	},
	"coal-month-in-coal-equivalent": {
		needs: { ...monthly, trade: "paper", carrier: "coal" },
		lay: (draft) => {
			const row = month(rowsOf(draft, "coal", draft.year), 7);
			write(row, (amount(row) * 7917n) / 10_000n);
		},
		slip: /0\.79/,
	},
	"output-month-times-ten": {
		needs: monthly,
		lay: (draft) => {
			const row = month(outputRowsOf(draft, draft.year), 3);
			write(row, amount(row) * 10n);
		},
		slip: /\b10\b|10 ?倍|十倍/,
	},
	"power-of-a-quarter-in-megawatt-hours": {
		needs: paper,
		lay: (draft) => {
			for (const row of rowsOf(draft, "electricity", draft.year).slice(3, 6)) write(row, amount(row) * 10n);
		},
		slip: /\b10\b|10 ?倍|十倍/,
	},
};
