/** What stands in brackets behind a carrier or an indicator, as Chinese tables write it. */
import { addFact, type Draft, eachOf, nobodyKnows, outputRowsOf, part } from "../draft.ts";
import type { CarrierId } from "../facts.ts";
import type { TradeId, Use } from "../firms.ts";
import { years } from "../firms.ts";
import { addBehind, hundredths } from "../sheet.ts";
import type { Family, Kind } from "./kind.ts";

/** Behind each row of the carrier in all years, one of so many per cent of it whose name has the words in brackets. */
const beside = (draft: Draft, words: string, percent: number, use?: Use): void => {
	for (const year of years)
		eachOf(draft, draft.carrier, year, (row) => {
			const amount = part(row, percent);
			addBehind(draft.energy, row, { carrier: `${row.cells["carrier"]}（${words}）`, quantity: hundredths(amount) });
			if (use !== undefined && row.fact !== undefined) addFact(draft, { ...row.fact, use, amount });
		});
};

const bracket = (trade: TradeId, carrier: CarrierId, words: string, percent: number, use?: Use): Kind => ({
	needs: { language: "zh", trade, carrier },
	lay: (draft) => beside(draft, words, percent, use),
	misleads: /--add-repeats/,
});

/** The carrier's own rows with a word that changes nothing. */
const qualified = (trade: TradeId, carrier: CarrierId, words: string): Kind => ({
	needs: { language: "zh", trade, carrier },
	lay: (draft) => {
		for (const year of years)
			eachOf(draft, carrier, year, ({ cells }) => {
				cells["carrier"] = `${cells["carrier"]}(${words})`;
			});
	},
});

export const brackets: Family = {
	"coke-sold-in-brackets": bracket("steel", "coke", "外销", 9, "sold"),
	"power-to-grid-in-brackets": bracket("chemicals", "electricity", "上网电量", 12, "sold"),
	"heat-supplied-in-brackets": bracket("textile", "heat", "外供", 8, "sold"),
	"stock-in-brackets": bracket("chemicals", "coal", "期末库存", 23),
	"production-in-brackets": bracket("steel", "coke", "产量", 84),
	"plan-in-brackets": bracket("paper", "coal", "计划", 103),
	"forecast-in-brackets": bracket("paper", "electricity", "预测", 97),
	"last-year-in-brackets": bracket("textile", "coal", "上年同期", 106),
	"purchases-in-brackets": bracket("cement", "coal", "购进量", 102),
	"own-solar-in-brackets": bracket("aluminium", "electricity", "自发自用光伏", 7),
	"grade-in-brackets": qualified("machinery", "diesel", "0号"),
	"device-in-brackets": qualified("paper", "coal", "锅炉"),
	"feedstock-in-brackets": {
		needs: { language: "zh", trade: "chemicals", carrier: "gas" },
		lay: (draft) => {
			beside(draft, "原料", 140);
			nobodyKnows(draft, ...years);
		},
	},
	"unknown-words-in-brackets": {
		needs: { language: "zh", trade: "chemicals", carrier: "coal" },
		lay: (draft) => {
			beside(draft, "协同处置料", 16);
			nobodyKnows(draft, ...years);
		},
	},
	"price-word-against-price-column": {
		needs: { language: "zh" },
		lay: (draft) => {
			for (const { cells } of outputRowsOf(draft, draft.year)) cells["indicator"] = "工业增加值(现价)";
			nobodyKnows(draft, draft.year);
		},
	},
};
