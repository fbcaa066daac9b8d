/** Values that cannot be, units of the wrong size, and carbon that does not burn. */
import { addFact, type Draft, eachOf, nameOf, nobodyKnows, part, rowsOf, unsay } from "../draft.ts";
import type { CarrierId } from "../facts.ts";
import { type TradeId, type Use, years } from "../firms.ts";
import { decimal, fraction, shown, times } from "../fraction.ts";
import { addBehind, addColumn, hundredths } from "../sheet.ts";
import { type Family, fill, type Kind, theRow } from "./kind.ts";

/** A column of measured values that the carrier's rows fill in one year. */
const measured = (word: { zh: string; en: string }, value: string, sayable = false): Kind => ({
	needs: { trade: "paper", carrier: "coal" },
	lay: (draft) => {
		addColumn(draft.energy, "measured", word[draft.language]);
		eachOf(draft, "coal", draft.year, ({ cells }) => {
			cells["measured"] = value;
		});
		if (!sayable) nobodyKnows(draft, draft.year);
	},
});

const heat = { zh: "低位发热量", en: "ncv" };
const carbon = { zh: "单位热值含碳量", en: "carbon_content" };
const oxidation = { zh: "碳氧化率", en: "oxidation_rate" };

/** All rows of the carrier in a unit of another size, rightly converted. */
const inUnit = (carrier: CarrierId, unit: string, factor: string, misleads: RegExp): Kind => ({
	needs: { language: "zh", trade: carrier === "gas" ? "glass" : "steel", carrier },
	lay: (draft) => {
		for (const { cells, fact } of rowsOf(draft, carrier)) {
			cells["unit"] = unit;
			cells["quantity"] = shown(times(fraction(fact?.amount ?? 0n, 100n), decimal(factor)));
		}
	},
	misleads,
});

const uses = (draft: Draft): void => {
	addColumn(draft.energy, "use", draft.language === "zh" ? "用途" : "use", "quantity");
	fill(draft.energy, "use", () => (draft.language === "zh" ? "消费" : "consumed"));
};

const asFeedstock = (draft: Draft): void => {
	uses(draft);
	for (const { cells } of rowsOf(draft, "gas")) cells["use"] = draft.language === "zh" ? "原料" : "feedstock";
	const fed = draft.facts.filter(({ firm, carrier }) => firm === draft.firm.id && carrier === "gas");
	unsay(draft, ({ carrier }) => carrier === "gas");
	for (const fact of fed) addFact(draft, { ...fact, use: "feedstock" });
};

/** Behind each row of a carrier, so many per cent of it in tonnes of another thing, with its use. */
const stated = (trade: TradeId, beside: CarrierId, carrier: CarrierId, use: Use, percent: number): Kind => ({
	needs: { trade, carrier: beside },
	lay: (draft) => {
		uses(draft);
		const zh = draft.language === "zh";
		const word = use === "feedstock" ? (zh ? "原料" : "feedstock") : zh ? "消费" : "consumed";
		for (const row of rowsOf(draft, beside)) {
			const amount = part(row, percent);
			addBehind(draft.energy, row, { carrier: nameOf(draft.language, carrier), use: word, quantity: hundredths(amount) });
			if (row.fact !== undefined) addFact(draft, { ...row.fact, carrier, use, amount });
		}
	},
});

export const values: Family = {
	"heat-value-in-kcal": measured(heat, "5512"),
	"heat-value-in-kilojoules": measured(heat, "23077"),
	"heat-value-above-pure-carbon": measured(heat, "38.6"),
	"carbon-content-in-kg": measured(carbon, "26.18"),
	"oxidation-rate-as-93": measured(oxidation, "93"),
	"oxidation-rate-in-per-cent": measured({ zh: "碳氧化率(%)", en: "oxidation_rate (%)" }, "93", true),
	"oxidation-rate-fraction-under-per-cent": measured({ zh: "碳氧化率(%)", en: "oxidation_rate (%)" }, "0.93"),
	"emission-factor-in-kg": {
		needs: { trade: "paper", carrier: "coal" },
		lay: (draft) => {
			addColumn(draft.energy, "measured", draft.language === "zh" ? "排放因子" : "emission_factor");
			eachOf(draft, "coal", draft.year, ({ cells }) => {
				cells["measured"] = "2071.5";
			});
			nobodyKnows(draft, draft.year);
		},
	},
	"factor-table-in-kg": {
		needs: { language: "zh", trade: "paper", carrier: "coal" },
		lay: (draft) => {
			draft.more.push({ name: "因子.csv", text: "能源品种,排放因子,单位,来源\n烟煤,2071.5,吨,检测报告\n" });
		},
	},
	"electricity-option-in-grams": {
		lay: (draft) => {
			draft.options = { electricity: "556.8" };
			nobodyKnows(draft, ...years);
		},
	},
	"target-as-a-fraction": {
		needs: { language: "zh" },
		lay: (draft) => {
			draft.more.push({ name: "企业.csv", text: `企业,目标降幅\n${draft.firm.id},0.18\n`, reference: true });
			nobodyKnows(draft, ...years);
		},
	},
	"unit-wan-t": inUnit("coke", "万t", "0.0001", /Mt|kt|兆吨|千吨|百万吨/),
	"unit-hundred-million-cubic-metres": inUnit("gas", "10^8 m3", "0.0001", /10\^[346]|千|百万/),
	"unit-cubic-metres-by-short-word": inUnit("gas", "立方", "10000", /万方|亿方|千方/),
	"unit-cell-blank": {
		lay: (draft) => {
			theRow(draft).cells["unit"] = "";
		},
	},
	"unit-of-another-kind": {
		needs: { trade: "steel", carrier: "coal" },
		lay: (draft) => {
			theRow(draft).cells["unit"] = draft.language === "zh" ? "万千瓦时" : "10^4 kWh";
		},
	},
	"ton-without-kind": {
		needs: { language: "en", trade: "steel", carrier: "coal" },
		lay: (draft) => {
			theRow(draft).cells["unit"] = "ton";
		},
	},
	"feedstock-without-products": {
		needs: { trade: "chemicals", carrier: "gas" },
		lay: (draft) => {
			asFeedstock(draft);
			nobodyKnows(draft, ...years);
		},
	},
	"feedstock-with-its-product": {
		needs: { trade: "chemicals", carrier: "gas" },
		lay: (draft) => {
			asFeedstock(draft);
			for (const row of rowsOf(draft, "gas")) {
				const amount = part(row, 480);
				const zh = draft.language === "zh";
				addBehind(draft.energy, row, {
					carrier: zh ? "甲醇" : "methanol",
					use: zh ? "产品" : "product",
					unit: zh ? "吨" : "t",
					quantity: hundredths(amount),
				});
				if (row.fact !== undefined) addFact(draft, { ...row.fact, carrier: "methanol", use: "product", amount });
			}
		},
	},
	"reductant-of-lead-and-zinc": stated("lead", "coal", "reductantCoke", "feedstock", 4),
	"lubricants-as-feedstock": stated("lead", "coal", "lubricants", "feedstock", 1),
	"slag-beside-clinker": stated("cement", "clinker", "steelSlag", "consumed", 6),
	"ferro-silicon-by-its-short-name": stated("steel", "coal", "ferroSilicon", "consumed", 2),
	"fuel-leaves-in-a-product": {
		needs: { trade: "chemicals", carrier: "coal" },
		lay: (draft) => {
			uses(draft);
			const zh = draft.language === "zh";
			for (const row of rowsOf(draft, "coal")) {
				const fed = part(row, 90);
				const made = part(row, 55);
				addBehind(draft.energy, row, {
					carrier: zh ? "焦炭" : "coke",
					use: zh ? "产品" : "product",
					quantity: hundredths(made),
				});
				addBehind(draft.energy, row, { use: zh ? "原料" : "feedstock", quantity: hundredths(fed) });
				if (row.fact === undefined) continue;
				addFact(draft, { ...row.fact, carrier: "coke", use: "product", amount: made });
				addFact(draft, { ...row.fact, use: "feedstock", amount: fed });
			}
		},
	},
};
