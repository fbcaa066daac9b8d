/** What happens at the desk: digits lost and doubled, bills of two months, halves of years, cells of other rows. */
import { type Draft, eachOf, first, outputRowsOf, rowsOf } from "../draft.ts";
import type { CarrierId } from "../facts.ts";
import { addBehind, hundredths, inHundredths, type Row, removeRows } from "../sheet.ts";
import type { Family, Kind } from "./kind.ts";

const monthly = { yearly: false } as const;
const yearly = { yearly: true } as const;

const amount = ({ cells }: Row): bigint => inHundredths(cells["quantity"] ?? "0");
const write = ({ cells }: Row, value: bigint): void => {
	cells["quantity"] = hundredths(value);
};
const scale = (rows: readonly Row[], over: bigint, under: bigint): void => {
	for (const row of rows) write(row, (amount(row) * over) / under);
};
const month = (rows: readonly Row[], at: number): Row => first(rows.slice(at));
const allCarriers = (draft: Draft): CarrierId[] => [...new Set(draft.firm.energy.map(({ carrier }) => carrier))];

/** A month of the carrier, rewritten. */
const oneMonth = (at: number, change: (row: Row) => void, slip?: RegExp): Kind => ({
	needs: monthly,
	lay: (draft) => change(month(rowsOf(draft, draft.carrier, draft.year), at)),
	...(slip === undefined ? {} : { slip }),
});

/** The carrier's year so many times. */
const year = (needs: Kind["needs"], over: bigint, under: bigint, slip?: RegExp): Kind => ({
	needs: { ...yearly, ...needs },
	lay: (draft) => scale(rowsOf(draft, draft.carrier, draft.year), over, under),
	...(slip === undefined ? {} : { slip }),
});

/** The value added of a year so many times. */
const valueAdded = (over: bigint, under: bigint, of: (draft: Draft) => number, slip?: RegExp): Kind => ({
	needs: yearly,
	lay: (draft) => scale(outputRowsOf(draft, of(draft)), over, under),
	...(slip === undefined ? {} : { slip }),
});

const ten = /\b10\b|10 ?倍|十/;
const tenThousand = /10\^4|10,?000|万/;

export const offices: Family = {
	"bills-of-two-months-in-one": {
		needs: { ...monthly, trade: "paper", carrier: "electricity" },
		lay: (draft) => {
			const rows = rowsOf(draft, "electricity", draft.year);
			write(month(rows, 5), amount(month(rows, 5)) + amount(month(rows, 6)));
			write(month(rows, 6), 0n);
		},
	},
	"month-of-half-the-days": oneMonth(4, (row) => write(row, amount(row) / 2n)),
	"digit-typed-twice": oneMonth(
		6,
		({ cells }) => {
			cells["quantity"] = (cells["quantity"] ?? "").replace(/^(\d)/, "$1$1");
		},
		ten,
	),
	"digit-left-out": oneMonth(
		6,
		({ cells }) => {
			cells["quantity"] = (cells["quantity"] ?? "").replace(/^(\d)\d/, "$1");
		},
		ten,
	),
	"decimal-point-left-out": oneMonth(3, (row) => write(row, amount(row) * 100n), /100|10\^2|百/),
	"decimal-point-of-a-year-left-out": year({}, 100n, 1n, /100|10\^2|百/),
	"gas-in-thousands-of-cubic-metres": year({ trade: "glass", carrier: "gas" }, 10n, 1n, ten),
	"heat-in-megawatt-hours": year({ trade: "textile", carrier: "heat" }, 10n, 36n, /3\.6/),
	"carrier-entered-twice-over": year({}, 2n, 1n),
	"carrier-of-half-a-year": year({}, 1n, 2n),
	"all-energy-of-half-a-year": {
		needs: yearly,
		lay: (draft) => scale(rowsOf(draft, undefined, draft.year), 1n, 2n),
	},
	"energy-of-the-base-times-ten": {
		needs: yearly,
		lay: (draft) => scale(rowsOf(draft, draft.carrier, 2020), 10n, 1n),
		slip: ten,
	},
	"value-added-in-yuan": valueAdded(10_000n, 1n, (draft) => draft.year, tenThousand),
	"value-added-in-hundred-millions": valueAdded(1n, 10_000n, (draft) => draft.year, tenThousand),
	"value-added-of-nine-months": valueAdded(3n, 4n, (draft) => draft.year),
	"value-added-of-half-the-base-year": valueAdded(1n, 2n, () => 2020),
	"value-added-by-quarters-to-date": {
		needs: { ...yearly, language: "zh" },
		lay: (draft) => {
			const row = first(outputRowsOf(draft, draft.year));
			const whole = amount(row);
			for (const quarter of [4n, 3n, 2n, 1n])
				addBehind(draft.output, row, { period: `${draft.year}年第${quarter}季度`, quantity: hundredths((whole * quarter) / 4n) });
			removeRows(draft.output, [row]);
		},
	},
	"coal-number-as-value-added": {
		needs: { ...yearly, trade: "paper", carrier: "coal" },
		lay: (draft) => write(first(outputRowsOf(draft, draft.year)), amount(first(rowsOf(draft, "coal", draft.year)))),
	},
	"zero-output-while-the-works-ran": {
		needs: monthly,
		lay: (draft) => write(month(outputRowsOf(draft, draft.year), 6), 0n),
	},
	"last-quarter-dragged-down": {
		needs: monthly,
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, draft.year);
			for (const at of [10, 11]) write(month(rows, at), amount(month(rows, 9)));
		},
	},
	"number-of-power-in-the-coal-row": {
		needs: { ...monthly, trade: "paper", carrier: "coal" },
		lay: (draft) =>
			write(month(rowsOf(draft, "coal", draft.year), 6), amount(month(rowsOf(draft, "electricity", draft.year), 6))),
	},
	"output-shifted-by-a-month": {
		needs: monthly,
		lay: (draft) => {
			const rows = outputRowsOf(draft, draft.year);
			const amounts = rows.map(amount);
			for (const [index, row] of rows.entries()) write(row, amounts[(index + 1) % 12] ?? 0n);
		},
	},
	"zero-in-the-base": {
		needs: { ...monthly, trade: "paper", carrier: "electricity" },
		lay: (draft) => write(month(rowsOf(draft, "electricity", 2020), 7), 0n),
	},
	"month-of-all-carriers-from-two-months-before": {
		needs: monthly,
		lay: (draft) => {
			for (const carrier of allCarriers(draft)) {
				const rows = rowsOf(draft, carrier, draft.year);
				write(month(rows, 8), amount(month(rows, 6)));
			}
		},
	},
	"coal-of-a-year-renamed-coke": {
		needs: { ...yearly, trade: "chemicals", carrier: "coal" },
		lay: (draft) =>
			eachOf(draft, "coal", draft.year, ({ cells }) => {
				cells["carrier"] = draft.language === "zh" ? "焦炭" : "coke";
			}),
	},
};
