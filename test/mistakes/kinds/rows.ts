/** Mistakes in rows and cells: quotes, separators, what programs leave behind. */
import { type Draft, first, outputRowsOf, renameFirm, rowsOf } from "../draft.ts";
import { addColumn, dropColumn, inHundredths, type Row, type Sheet } from "../sheet.ts";
import { type Family, fill, rewriteLine, theRow } from "./kind.ts";

/** A note column, blank but for what a kind writes into it. */
const notes = (sheet: Sheet, language: "zh" | "en"): void => addColumn(sheet, "note", language === "zh" ? "备注" : "note");

/** 1234.50 as 1,234.50. */
const grouped = (amount: string): string => amount.replace(/\B(?=(\d{3})+\.)/g, ",");

const behind = (sheet: Sheet, row: Row): Row => sheet.rows[sheet.rows.indexOf(row) + 1] as Row;

/** Period cells become a year's and a month's, as numbers of a data frame. */
const asNumbers = (sheet: Sheet, zh: boolean, yearly: boolean): void => {
	addColumn(sheet, "year", zh ? "年份" : "year", "period");
	if (!yearly) addColumn(sheet, "month", zh ? "月份" : "month", "period");
	for (const { cells } of sheet.rows) {
		const [year, month] = (cells["period"] ?? "").match(/\d+/g) ?? [];
		cells["year"] = `${year}.0`;
		if (month !== undefined) cells["month"] = `${Number(month)}.0`;
	}
	dropColumn(sheet, "period");
};

/** A note that is quoted from one row to the end of the next, as a spreadsheet may write it. */
const rowInNote = (draft: Draft): void => {
	notes(draft.energy, draft.language);
	const row = theRow(draft);
	const next = behind(draft.energy, row);
	rewriteLine(draft.energy, row, (line) => `${line}"${draft.language === "zh" ? "见附表" : "see list"}`);
	rewriteLine(draft.energy, next, (line) => `${line}"`);
};

const codes = ["91990000MA90T001X4", "91990000MA90T00284"] as const;

export const rows: Family = {
	"quote-closed-inside-next-row": {
		lay: (draft) => {
			notes(draft.energy, draft.language);
			const row = theRow(draft);
			const next = behind(draft.energy, row);
			rewriteLine(draft.energy, row, (line) => `${line}"12`);
			rewriteLine(draft.energy, next, (line) => `${line}4"x`);
		},
	},
	"quoted-note-holds-a-month": { needs: { yearly: false }, lay: rowInNote },
	"quoted-note-holds-a-year": { needs: { yearly: true }, lay: rowInNote },
	"quote-never-closed": {
		lay: (draft) => {
			notes(draft.energy, draft.language);
			rewriteLine(draft.energy, theRow(draft), (line) => `${line}"12`);
		},
	},
	"thousands-separator-unquoted": {
		lay: (draft) => {
			for (const [sheet, some] of [
				[draft.energy, rowsOf(draft, undefined, draft.year)],
				[draft.output, outputRowsOf(draft, draft.year)],
			] as const) {
				const large = some.find(({ cells }) => inHundredths(cells["quantity"] ?? "0") >= 100_000n);
				if (large === undefined) continue;
				const amount = large.cells["quantity"] ?? "";
				return rewriteLine(sheet, large, (line) => line.replace(`,${amount},`, `,${grouped(amount)},`));
			}
			throw new Error("no amount of a thousand");
		},
	},
	"comma-in-firm-name": {
		needs: { language: "en" },
		lay: (draft) => {
			renameFirm(draft, `${draft.firm.id}, Ltd`);
			rewriteLine(draft.energy, theRow(draft), (line) => line.replaceAll('"', ""));
		},
	},
	"amount-runs-under-blank-header": {
		needs: { trade: "steel", carrier: "coke" },
		lay: (draft) => {
			const { energy } = draft;
			const quantity = energy.columns.find(({ key }) => key === "quantity");
			dropColumn(energy, "quantity");
			addColumn(energy, "quantity", quantity?.word ?? "");
			addColumn(energy, "", "");
			const row = theRow(draft);
			const amount = row.cells["quantity"] ?? "";
			rewriteLine(energy, row, (line) => line.replace(`,${amount},`, `,${grouped(amount)}`));
		},
	},
	"control-z-at-the-end": {
		lay: ({ energy }) => {
			energy.afterwards = (text) => `${text}\u001a`;
		},
	},
	"numbers-of-a-data-frame": {
		lay: ({ energy, output, language, yearly }) => {
			for (const sheet of [energy, output]) {
				asNumbers(sheet, language === "zh", yearly);
				fill(sheet, "quantity", ({ cells }) => String(cells["quantity"]).replace(/0$/, ""));
			}
		},
	},
	"backslash-before-quote": {
		needs: { language: "en" },
		lay: (draft) => {
			renameFirm(draft, `${draft.firm.id} "A"`);
			draft.energy.afterwards = (text) => text.replaceAll('""A""', '\\"A\\"');
		},
	},
	"trailing-cells-left-out": {
		lay: (draft) => {
			notes(draft.energy, draft.language);
			draft.energy.afterwards = (text) => text.replace(/,$/gm, "");
		},
	},
	"credit-code-one-character": {
		lay: (draft) => {
			for (const sheet of [draft.energy, draft.output]) {
				addColumn(sheet, "code", draft.language === "zh" ? "统一社会信用代码" : "credit_code", "firm");
				fill(sheet, "code", ({ cells }) => codes[cells["firm"] === draft.firm.id ? 0 : 1]);
				for (const column of sheet.columns)
					if (column.key === "firm") column.word = draft.language === "zh" ? "企业名称" : "firm_name";
			}
			theRow(draft).cells["code"] = codes[0].replace("T001", "T011");
		},
	},
	"firm-cell-blank": {
		lay: (draft) => {
			const some = rowsOf(draft, draft.carrier);
			first(some.slice(1)).cells["firm"] = "";
		},
	},
	"header-repeated": {
		lay: ({ energy }) => {
			const { afterwards } = energy;
			energy.afterwards = (text) => {
				const lines = text.split("\n");
				lines.splice(Math.trunc(lines.length / 2), 0, lines[0] ?? "");
				return afterwards(lines.join("\n"));
			};
		},
	},
	"spreadsheet-error-as-amount": {
		lay: (draft) => {
			theRow(draft).cells["quantity"] = "#REF!";
		},
	},
	"decimal-comma": {
		lay: (draft) => {
			const row = theRow(draft);
			row.cells["quantity"] = String(row.cells["quantity"]).replace(".", ",");
		},
	},
	"two-points-in-amount": {
		lay: (draft) => {
			const row = theRow(draft);
			row.cells["quantity"] = String(row.cells["quantity"]).replace(/(\d\d)\./, ".$1.");
		},
	},
};
