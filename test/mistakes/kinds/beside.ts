/** More that stands beside amounts: words behind names, columns of other meanings, values and units that cannot be. */
import { type Draft, eachOf, nobodyKnows, outputRowsOf, part, rowsOf } from "../draft.ts";
import { type CarrierId, carriers } from "../facts.ts";
import { years } from "../firms.ts";
import { fraction, shown, times } from "../fraction.ts";
import { addBehind, addColumn, hundredths, type Row, renameColumn } from "../sheet.ts";
import { type Family, fill, type Kind, theRow } from "./kind.ts";

/** Behind each row of coal, so many per cent of it whose name has the words. */
const coalBeside = (words: string, percent: number, isKnown: boolean): Kind => ({
	needs: { language: "zh", trade: "paper", carrier: "coal" },
	lay: (draft) => {
		for (const year of years)
			eachOf(draft, "coal", year, (row) => {
				addBehind(draft.energy, row, { carrier: `烟煤（${words}）`, quantity: hundredths(part(row, percent)) });
			});
		if (!isKnown) nobodyKnows(draft, ...years);
	},
});

/** A column that says the same of every row. */
const column = (zh: string, en: string, cell: string): Kind => ({
	lay: ({ energy, language }) => {
		addColumn(energy, "other", language === "zh" ? zh : en, "unit");
		fill(energy, "other", () => cell);
	},
});

/** A second column of amounts. */
const amounts = (word: string, language: "zh" | "en", percent: number): Kind => ({
	needs: { language },
	lay: ({ energy }) => {
		addColumn(energy, "other", word, "quantity");
		fill(energy, "other", (row) => hundredths(part(row, percent)));
	},
});

/** A measured value in every row of a carrier's year. */
const measured = (carrier: CarrierId, zh: string, en: string, value: string): Kind => ({
	needs: { trade: "paper", carrier },
	lay: (draft) => {
		addColumn(draft.energy, "measured", draft.language === "zh" ? zh : en);
		eachOf(draft, carrier, draft.year, ({ cells }) => {
			cells["measured"] = value;
		});
		nobodyKnows(draft, draft.year);
	},
});

/** The output rows of a year, each with a cell that says another thing. */
const output = (key: string, cell: (draft: Draft) => string): Kind => ({
	lay: (draft) => {
		for (const { cells } of outputRowsOf(draft, draft.year)) cells[key] = cell(draft);
		nobodyKnows(draft, draft.year);
	},
});

const equivalent = ({ fact }: Row): string =>
	fact === undefined ? "" : shown(times(fraction(fact.amount, 100n), carriers[fact.carrier].tce), 2);

export const beside: Family = {
	"equivalent-in-brackets": {
		needs: { language: "zh", trade: "paper", carrier: "coal" },
		lay: (draft) => {
			for (const year of years)
				eachOf(draft, "coal", year, (row) => {
					addBehind(draft.energy, row, { carrier: "烟煤（折标煤）", quantity: equivalent(row) });
				});
		},
	},
	"expected-in-brackets": coalBeside("预计", 103, true),
	"last-year-in-other-brackets": coalBeside("去年同期", 104, true),
	"loss-in-brackets": coalBeside("损耗", 2, false),
	"received-in-brackets": coalBeside("入库量", 101, false),
	"bought-in-brackets": {
		needs: { language: "zh", trade: "paper", carrier: "electricity" },
		lay: (draft) => {
			for (const { cells } of rowsOf(draft, "electricity")) cells["carrier"] = "电力（外购）";
		},
	},
	"growth-column-beside": column("同比增减%", "growth %", "-3.2"),
	"coefficient-column-beside": column("折标系数", "coefficient of coal equivalent", "0.9"),
	"price-column-beside": column("单价（元）", "price (yuan)", "755"),
	"two-columns-of-one-meaning": amounts("数量", "zh", 70),
	"budget-column-first": amounts("budget", "en", 103),
	"last-year-column-in-other-words": amounts("去年消费量", "zh", 104),
	"two-years-side-by-side": {
		needs: { language: "zh", yearly: false },
		lay: ({ energy }) => {
			addColumn(energy, "other", "2023年消费量", "quantity");
			renameColumn(energy, "quantity", "2024年消费量");
			fill(energy, "other", (row) => hundredths(part(row, 104)));
		},
	},
	"alike-in-two-units-of-the-works": {
		needs: { language: "zh" },
		lay: (draft) => {
			addColumn(draft.energy, "site", "用能单元", "period");
			for (const row of rowsOf(draft)) {
				row.cells["site"] = "一单元";
				addBehind(draft.energy, row, { site: "二单元" });
			}
			draft.facts = draft.facts.map((fact) => (fact.firm === draft.firm.id ? { ...fact, amount: fact.amount * 2n } : fact));
		},
	},
	"electricity-factor-in-grams": measured("electricity", "排放因子", "emission_factor", "5568"),
	"carbon-in-per-cent": measured("coal", "元素碳含量", "carbon_content", "62.1"),
	"oxidation-of-nothing": measured("coal", "碳氧化率", "oxidation_rate", "0"),
	"heat-value-a-thousandth": measured("coal", "低位发热量", "ncv", "0.02320"),
	"unit-mistyped": {
		needs: { language: "zh", trade: "paper", carrier: "coal" },
		lay: (draft) => {
			theRow(draft).cells["unit"] = "顿";
		},
	},
	"diesel-said-in-litres": {
		needs: { language: "zh", trade: "paper", carrier: "diesel" },
		lay: (draft) => {
			for (const row of rowsOf(draft, "diesel"))
				Object.assign(row.cells, { unit: "升", quantity: hundredths(part(row, 119_000)) });
			nobodyKnows(draft, ...years);
		},
	},
	"value-added-in-dollars": output("unit", () => "10^4 USD"),
	"value-added-of-other-prices": output("prices", ({ language }) => (language === "zh" ? "2015年不变价" : "constant-2015")),
	"prices-left-blank-in-a-year": output("prices", () => ""),
};
