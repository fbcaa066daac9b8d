/** What other submissions and other people's files do to a firm. */
import { nobodyKnows, renameFirm, rowsOf } from "../draft.ts";
import { years } from "../firms.ts";
import { hundredths, written } from "../sheet.ts";
import type { Family } from "./kind.ts";

export const trust: Family = {
	"factor-file-of-another-firm": {
		needs: { language: "zh", trade: "paper", carrier: "coal" },
		lay: (draft) => {
			draft.more.push({ name: "某厂因子.csv", text: "能源品种,排放因子,单位,来源\n烟煤,1.62,吨,某厂检测报告\n" });
		},
	},
	"targets-file-of-another-place": {
		needs: { language: "en" },
		lay: (draft) => {
			draft.more.push({
				name: "targets.csv",
				text: "scope,scope_id,base_year,target_year,reduction_pct,source\nall,,2020,2025,4,notice of a county\n",
			});
		},
	},
	"firms-file-of-another-office": {
		needs: { language: "en" },
		lay: (draft) => {
			draft.more.push({ name: "firms.csv", text: `firm,target_pct\n${draft.firm.id},2\n` });
		},
	},
	"leading-zeros-lost-in-one-table": {
		lay: (draft) => {
			renameFirm(draft, "00417");
			for (const row of draft.output.rows) if (row.cells["firm"] === "00417") row.cells["firm"] = "417";
		},
	},
	"id-of-the-firm-that-the-form-was-copied-from": {
		lay: (draft) => {
			for (const { cells } of draft.energy.rows) if (cells["firm"] === draft.beside.id) cells["firm"] = draft.firm.id;
			nobodyKnows(draft, ...years);
		},
	},
	"older-version-of-the-file-beside": {
		lay: (draft) => {
			const { text } = written(draft.energy);
			const [row] = rowsOf(draft, draft.carrier, draft.year);
			draft.more.push({ name: draft.language === "zh" ? "能源（初稿）.csv" : "energy (draft).csv", text });
			if (row !== undefined) {
				const amount = (row.fact?.amount ?? 0n) + 731n;
				row.cells["quantity"] = hundredths(amount);
				nobodyKnows(draft, draft.year);
			}
		},
	},
	"same-file-under-another-name": {
		lay: (draft) => {
			draft.more.push({ ...written(draft.energy), name: draft.language === "zh" ? "能源 副本.csv" : "energy copy.csv" });
		},
	},
	"name-of-the-firm-with-another-bracket": {
		needs: { language: "zh" },
		lay: (draft) => {
			renameFirm(draft, draft.firm.id.replace("有限公司", "（集团）有限公司"));
			for (const { cells } of draft.output.rows)
				if (cells["firm"] === draft.firm.id) cells["firm"] = draft.firm.id.replace("（集团）", "(集团)");
		},
	},
};
