/** Amounts that are possible and wrong: only other months, years, carriers and firms can tell, or nobody can. */
import { type Draft, eachOf, first, nameOf, outputRowsOf, rowsOf, unitOf } from "../draft.ts";
import type { CarrierId } from "../facts.ts";
import { years } from "../firms.ts";
import { addColumn, hundredths, inHundredths, type Row, removeRows } from "../sheet.ts";
import { type Family, type Kind, theRow } from "./kind.ts";

const monthly = { yearly: false } as const;
const yearly = { yearly: true } as const;

const scale = (rows: readonly Row[], over: bigint, under: bigint): void => {
	for (const { cells } of rows) cells["quantity"] = hundredths((inHundredths(cells["quantity"] ?? "0") * over) / under);
};

/** All of the firm's output in a year, so many times. */
const output = (over: bigint, under: bigint, year: (draft: Draft) => readonly number[], slip?: RegExp): Kind => ({
	lay: (draft) => {
		for (const one of year(draft)) scale(outputRowsOf(draft, one), over, under);
	},
	...(slip === undefined ? {} : { slip }),
});

const copy = (to: readonly Row[], from: readonly Row[]): void => {
	for (const [index, row] of to.entries()) row.cells["quantity"] = from[index]?.cells["quantity"] ?? "";
};

const everyCarrier = (draft: Draft): CarrierId[] => [...new Set(draft.firm.energy.map(({ carrier }) => carrier))];

export const statistical: Family = {
	"month-in-kwh": {
		needs: { ...monthly, trade: "paper", carrier: "electricity" },
		lay: (draft) => scale([theRow(draft)], 10_000n, 1n),
		slip: /10\^4|10,?000|一?万倍|万/,
	},
	"month-in-kg": {
		needs: { ...monthly, trade: "paper", carrier: "coal" },
		lay: (draft) => scale([theRow(draft)], 1000n, 1n),
		slip: /10\^3|1,?000|千/,
	},
	"month-times-ten": {
		needs: monthly,
		lay: (draft) => scale([theRow(draft)], 10n, 1n),
		slip: /\b10\b|10 ?倍|十倍/,
	},
	"month-by-ten": {
		needs: monthly,
		lay: (draft) => scale([theRow(draft)], 1n, 10n),
		slip: /\b10\b|10 ?倍|十分之一/,
	},
	"year-in-kg": {
		needs: { ...yearly, trade: "paper", carrier: "coal" },
		lay: (draft) => scale([theRow(draft)], 1000n, 1n),
		slip: /10\^3|1,?000|千/,
	},
	"year-in-kwh": {
		needs: { ...yearly, trade: "paper", carrier: "electricity" },
		lay: (draft) => scale([theRow(draft)], 10_000n, 1n),
		slip: /10\^4|10,?000|万/,
	},
	"all-years-in-kwh": {
		needs: { trade: "paper", carrier: "electricity" },
		lay: (draft) => scale(rowsOf(draft, "electricity"), 10_000n, 1n),
		slip: /10\^4|10,?000|万/,
	},
	"coal-in-coal-equivalent": {
		needs: { ...yearly, trade: "paper", carrier: "coal" },
		lay: (draft) => scale([theRow(draft)], 7143n, 10_000n),
		slip: /tce|标准煤/,
	},
	"coal-under-coal-equivalent": {
		needs: { ...yearly, language: "zh", trade: "paper", carrier: "coal" },
		lay: (draft) => {
			theRow(draft).cells["unit"] = "吨标准煤";
		},
		slip: /标准煤/,
	},
	"diesel-in-litres": {
		needs: { ...yearly, trade: "machinery", carrier: "diesel" },
		lay: (draft) => scale([theRow(draft)], 119_048n, 100n),
		slip: /升|litre|\bL(\b|数)/i,
	},
	"gas-in-cubic-metres": {
		needs: { ...monthly, trade: "glass", carrier: "gas" },
		lay: (draft) => scale([theRow(draft)], 10_000n, 1n),
		slip: /10\^4|10,?000|万/,
	},
	"heat-in-megajoules": {
		needs: { ...yearly, trade: "textile", carrier: "heat" },
		lay: (draft) => scale([theRow(draft)], 1000n, 1n),
		slip: /10\^3|1,?000|千/,
	},
	"power-in-megawatt-hours": {
		needs: { ...yearly, trade: "paper", carrier: "electricity" },
		lay: (draft) => scale([theRow(draft)], 10n, 1n),
		slip: /\b10\b|十倍/,
	},
	"value-added-of-the-base-times-ten": output(10n, 1n, () => [2020], /\b10\b|10 ?倍|十倍/),
	"value-added-in-thousands": output(10n, 1n, ({ year }) => [year], /\b10\b|10 ?倍|十倍/),
	"value-added-in-millions": output(1n, 100n, ({ year }) => [year], /\b100\b|100 ?倍|百/),
	"value-added-of-half-a-year": { ...output(1n, 2n, ({ year }) => [year]), needs: yearly },
	"value-added-of-a-quarter": { ...output(1n, 4n, ({ year }) => [year]), needs: yearly },
	"output-value-as-value-added": output(41n, 10n, ({ year }) => [year]),
	"value-added-of-the-group": output(3n, 1n, ({ year }) => years.filter((one) => one >= year)),
	"growth-rate-as-value-added": {
		needs: yearly,
		lay: (draft) => {
			for (const { cells } of outputRowsOf(draft, draft.year)) cells["quantity"] = "6.50";
		},
	},
	"energy-of-last-year-copied": {
		needs: yearly,
		lay: (draft) => {
			for (const carrier of everyCarrier(draft)) copy(rowsOf(draft, carrier, draft.year), rowsOf(draft, carrier, draft.year - 1));
		},
	},
	"months-of-last-year-copied": {
		needs: monthly,
		lay: (draft) => copy(rowsOf(draft, draft.carrier, draft.year), rowsOf(draft, draft.carrier, draft.year - 1)),
	},
	"output-of-last-year-copied": {
		needs: monthly,
		lay: (draft) => copy(outputRowsOf(draft, draft.year), outputRowsOf(draft, draft.year - 1)),
	},
	"month-copied-from-the-month-before": {
		needs: monthly,
		lay: (draft) => {
			for (const carrier of everyCarrier(draft)) {
				const [may, june] = rowsOf(draft, carrier, draft.year).slice(4, 6);
				if (may !== undefined && june !== undefined) copy([june], [may]);
			}
		},
	},
	"one-amount-dragged-down": {
		needs: monthly,
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, draft.year);
			copy(
				rows.slice(3, 8),
				Array.from({ length: 5 }, () => first(rows.slice(3))),
			);
		},
	},
	"series-filled-by-a-spreadsheet": {
		needs: monthly,
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, draft.year);
			const start = inHundredths(first(rows).cells["quantity"] ?? "0");
			for (const [index, { cells }] of rows.entries()) cells["quantity"] = hundredths(start + BigInt(index) * 100n);
		},
	},
	"zero-for-an-unread-meter": {
		needs: { ...monthly, trade: "paper", carrier: "electricity" },
		lay: (draft) => {
			for (const { cells } of rowsOf(draft, "electricity", draft.year).slice(6, 9)) cells["quantity"] = "0";
		},
	},
	"zero-for-every-carrier-of-a-month": {
		needs: monthly,
		lay: (draft) => {
			for (const carrier of everyCarrier(draft)) first(rowsOf(draft, carrier, draft.year).slice(8)).cells["quantity"] = "0";
		},
	},
	"carrier-renamed-for-a-year": {
		needs: { ...yearly, trade: "steel", carrier: "coke" },
		lay: (draft) => {
			for (const { cells } of rowsOf(draft, "coke", draft.year)) cells["carrier"] = nameOf(draft.language, "washedCoal");
		},
	},
	"two-carriers-swapped": {
		needs: { trade: "steel", carrier: "coke" },
		lay: (draft) => {
			const coke = rowsOf(draft, "coke", draft.year);
			const coal = rowsOf(draft, "coal", draft.year);
			for (const { cells } of coke) cells["carrier"] = nameOf(draft.language, "coal");
			for (const { cells } of coal) cells["carrier"] = nameOf(draft.language, "coke");
		},
	},
	"two-columns-swapped": {
		needs: { wide: true, trade: "paper", carrier: "coal" },
		lay: (draft) => {
			for (const { cells, fact } of rowsOf(draft))
				if (fact?.year === draft.year) {
					const { coal = "", electricity = "" } = cells;
					cells["coal"] = electricity;
					cells["electricity"] = coal;
				}
		},
	},
	"sold-rows-missing-in-a-year": {
		needs: { language: "zh", trade: "chemicals", carrier: "electricity" },
		lay: (draft) => {
			addColumn(draft.energy, "use", "用途", "quantity");
			for (const year of years)
				eachOf(draft, "electricity", year, (row) => {
					if (row.fact === undefined) return;
					const amount = (row.fact.amount * 21n) / 100n;
					draft.facts.push({ ...row.fact, use: "sold", amount });
					if (year === draft.year) return;
					const cells = { ...row.cells, use: "外供", quantity: hundredths(amount) };
					draft.energy.rows.splice(draft.energy.rows.indexOf(row) + 1, 0, { cells });
				});
		},
	},
	"meter-readings-as-amounts": {
		needs: { ...monthly, trade: "paper", carrier: "electricity" },
		lay: (draft) => {
			let meter = 8_413_200n;
			for (const { cells, fact } of rowsOf(draft, "electricity", draft.year)) {
				meter += fact?.amount ?? 0n;
				cells["quantity"] = hundredths(meter);
			}
		},
	},
	"rows-shifted-by-one": {
		needs: monthly,
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, draft.year);
			const amounts = rows.map(({ cells }) => cells["quantity"] ?? "");
			for (const [index, { cells }] of rows.entries()) cells["quantity"] = amounts[(index + 1) % 12] ?? "";
		},
	},
	"december-holds-the-year": {
		needs: monthly,
		lay: (draft) => {
			const rows = rowsOf(draft, draft.carrier, draft.year);
			const whole = rows.reduce((all, { fact }) => all + (fact?.amount ?? 0n), 0n);
			for (const { cells } of rows.slice(11)) cells["quantity"] = hundredths(whole);
		},
	},
	"electricity-factor-ten-times-too-small": {
		needs: { trade: "paper", carrier: "electricity", ...yearly },
		lay: (draft) => {
			addColumn(draft.energy, "measured", draft.language === "zh" ? "排放因子" : "emission_factor");
			eachOf(draft, "electricity", draft.year, ({ cells }) => {
				cells["measured"] = "0.5568";
			});
		},
	},
	"clinker-as-cement": {
		needs: { trade: "cement", carrier: "clinker", ...yearly },
		lay: (draft) => scale([theRow(draft)], 137n, 100n),
	},
	"series-of-the-neighbour": {
		needs: { ...monthly, wide: false, trade: "paper", carrier: "electricity" },
		lay: (draft) => {
			const theirs = draft.energy.rows.filter(
				({ cells, fact }) => cells["firm"] === draft.beside.id && fact?.carrier === "electricity" && fact.year === draft.year,
			);
			copy(rowsOf(draft, "electricity", draft.year), theirs);
		},
	},
	"two-digits-swapped": {
		lay: (draft) => {
			const row = theRow(draft);
			row.cells["quantity"] = String(row.cells["quantity"]).replace(/(\d)(\d)\./, "$2$1.");
		},
	},
	"a-delivery-forgotten": { needs: monthly, lay: (draft) => scale([theRow(draft)], 96n, 100n) },
	"canteen-and-dormitory-included": {
		needs: { trade: "textile", carrier: "electricity" },
		lay: (draft) => scale(rowsOf(draft, "electricity"), 103n, 100n),
	},
	"all-energy-of-every-year-understated": {
		lay: (draft) => scale(rowsOf(draft), 9n, 10n),
	},
	"bills-of-the-month-before": {
		needs: { ...monthly, trade: "paper", carrier: "electricity" },
		lay: (draft) => {
			const rows = rowsOf(draft, "electricity");
			const amounts = rows.map(({ cells }) => cells["quantity"] ?? "");
			for (const [index, { cells }] of rows.entries()) cells["quantity"] = amounts[Math.max(0, index - 1)] ?? "";
		},
	},
	"value-added-typed-for-two-years-alike": {
		needs: yearly,
		lay: (draft) => copy(outputRowsOf(draft, draft.year), outputRowsOf(draft, draft.year - 1)),
	},
	"carrier-forgotten-when-it-began": {
		needs: { trade: "paper", carrier: "diesel", ...yearly },
		lay: (draft) => removeRows(draft.energy, rowsOf(draft, "diesel", draft.year)),
	},
	"cubic-metres-as-tonnes-of-coke": {
		needs: { trade: "machinery", carrier: "coke", ...yearly },
		lay: (draft) => {
			scale([theRow(draft)], 22n, 10n);
			theRow(draft).cells["unit"] = unitOf(draft.language, "coke");
		},
	},
};
