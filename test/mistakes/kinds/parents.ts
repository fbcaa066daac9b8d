/** A kind of fuel beside what it is a part of, own products beside what they are made from, and media without CO2. */
import { type Draft, eachOf, nobodyKnows, part, rowsOf, unsay } from "../draft.ts";
import type { CarrierId } from "../facts.ts";
import { years } from "../firms.ts";
import { addBehind, addColumn, hundredths, type Row, removeRows } from "../sheet.ts";
import { type Family, fill, type Kind } from "./kind.ts";

/** Raw coal beside bituminous coal and anthracite, as so many per cent of their sum. */
const rawCoal = (percent: bigint): Kind => ({
	needs: { language: "zh", trade: "paper", carrier: "coal", also: { anthracite: 410 } },
	lay: (draft) => {
		for (const year of years)
			eachOf(draft, "coal", year, (row) => {
				const other = rowsOf(draft, "anthracite", year).find(({ cells }) => cells["period"] === row.cells["period"]);
				const all = (row.fact?.amount ?? 0n) + (other?.fact?.amount ?? 0n);
				const parent: Row = { cells: { ...row.cells, carrier: "原煤", quantity: hundredths((all * percent) / 100n) } };
				draft.energy.rows.splice(draft.energy.rows.indexOf(row), 0, parent);
			});
		if (percent !== 100n) nobodyKnows(draft, ...years);
	},
	misleads: /--map '?原煤=[^'\s]*'?.*(?:相加|add)/,
});

/** A column of purchases: all that was used, but of one carrier only so many per cent (none: a blank). */
const bought = (draft: Draft, carrier: CarrierId, percent: number): void => {
	addColumn(draft.energy, "bought", "购进量", "quantity");
	fill(draft.energy, "bought", (row) => {
		if (row.cells["firm"] !== draft.firm.id || row.fact?.carrier !== carrier) return row.cells["quantity"] ?? "";
		return percent === 0 ? "" : hundredths(part(row, percent));
	});
};

/** Of a carrier only so many per cent of what is written count. */
const counts = (draft: Draft, carrier: CarrierId, percent: bigint): void => {
	draft.facts = draft.facts.map((fact) =>
		fact.firm === draft.firm.id && fact.carrier === carrier ? { ...fact, amount: (fact.amount * percent) / 100n } : fact,
	);
};

export const parents: Family = {
	"raw-coal-equals-its-kinds": rawCoal(100n),
	"raw-coal-above-its-kinds": rawCoal(121n),
	"raw-coal-below-its-kinds": rawCoal(88n),
	"of-which-transport": {
		needs: { language: "zh", trade: "machinery", carrier: "diesel" },
		lay: (draft) => {
			for (const year of years)
				eachOf(draft, "diesel", year, (row) => {
					addBehind(draft.energy, row, { carrier: "其中：运输", quantity: hundredths(part(row, 62)) });
				});
		},
	},
	"petroleum-products-equal-petroleum-coke": {
		needs: { language: "zh", trade: "glass", carrier: "petroleumCoke" },
		lay: (draft) => {
			for (const year of years)
				eachOf(draft, "petroleumCoke", year, (row) => {
					addBehind(draft.energy, row, { carrier: "其他石油制品" });
				});
		},
	},
	"own-coke-with-purchases": {
		needs: { language: "zh", trade: "steel", carrier: "coke", also: { washedCoal: 17_000 } },
		lay: (draft) => {
			bought(draft, "coke", 22);
			counts(draft, "coke", 22n);
		},
	},
	"own-coke-without-purchases": {
		needs: { language: "zh", trade: "steel", carrier: "coke" },
		lay: (draft) => {
			for (const year of years)
				eachOf(draft, "coke", year, (row) => {
					const amount = part(row, 135);
					addBehind(draft.energy, row, { carrier: "洗精煤", quantity: hundredths(amount) });
					if (row.fact !== undefined) draft.facts.push({ ...row.fact, carrier: "washedCoal", amount });
				});
		},
	},
	"own-gas-with-purchases": {
		needs: { language: "zh", trade: "steel", carrier: "furnaceGas", also: { furnaceGas: 21_000 } },
		lay: (draft) => {
			bought(draft, "furnaceGas", 0);
			counts(draft, "furnaceGas", 0n);
		},
	},
	"own-gas-without-purchases": {
		needs: { language: "zh", trade: "steel", carrier: "coke" },
		lay: (draft) => {
			for (const year of years)
				eachOf(draft, "coke", year, (row) => {
					const amount = part(row, 147);
					addBehind(draft.energy, row, { carrier: "高炉煤气", quantity: hundredths(amount), unit: "万立方米" });
					if (row.fact !== undefined) draft.facts.push({ ...row.fact, carrier: "furnaceGas", amount });
				});
		},
	},
	"own-power-with-purchases": {
		needs: { language: "zh", trade: "chemicals", carrier: "electricity" },
		lay: (draft) => {
			bought(draft, "electricity", 70);
			counts(draft, "electricity", 70n);
		},
	},
	"steam-from-nowhere": {
		needs: { language: "zh", trade: "printing", carrier: "steam" },
		lay: (draft) => {
			bought(draft, "steam", 0);
			nobodyKnows(draft, ...years);
		},
	},
	"purchases-column-blank": {
		needs: { language: "zh", trade: "machinery" },
		lay: ({ energy }) => addColumn(energy, "bought", "购进量", "quantity"),
	},
	"whole-and-bought-power": {
		needs: { language: "zh", trade: "textile", carrier: "electricity" },
		lay: (draft) => {
			for (const year of years)
				eachOf(draft, "electricity", year, (row) => {
					const amount = part(row, 72);
					row.cells["carrier"] = "用电量";
					addBehind(draft.energy, row, { carrier: "自发电量", quantity: hundredths((row.fact?.amount ?? 0n) - amount) });
					addBehind(draft.energy, row, { carrier: "外购电量", quantity: hundredths(amount) });
				});
			counts(draft, "electricity", 72n);
		},
		misleads: /--add-repeats/,
	},
	"of-which-bought-power": {
		needs: { language: "zh", trade: "paper", carrier: "electricity" },
		lay: (draft) => {
			for (const year of years)
				eachOf(draft, "electricity", year, (row) => {
					addBehind(draft.energy, row, { carrier: "其中：外购", quantity: hundredths(part(row, 64)) });
				});
			counts(draft, "electricity", 64n);
		},
	},
	"media-without-co2": {
		needs: { language: "zh", trade: "chemicals", carrier: "electricity" },
		lay: (draft) => {
			for (const year of years)
				eachOf(draft, "electricity", year, (row) => {
					for (const [carrier, unit] of [
						["新水", "立方米"],
						["压缩空气", "立方米"],
						["氧气", "立方米"],
						["余热余压", "吉焦"],
					] as const)
						addBehind(draft.energy, row, { carrier, unit, quantity: hundredths(part(row, 330)) });
				});
		},
	},
	"fuel-of-a-power-station-inside": {
		// The works' own station burns the coal and its power is written as bought: counted twice, and nothing says so.
		needs: { language: "zh", trade: "chemicals", carrier: "electricity" },
		lay: (draft) => unsay(draft, ({ carrier }) => carrier === "electricity"),
	},
	"unknown-carrier-row": {
		needs: { language: "zh", trade: "paper", carrier: "diesel" },
		lay: (draft) => {
			for (const row of rowsOf(draft, "diesel", draft.year)) row.cells["carrier"] = "油品类";
			nobodyKnows(draft, draft.year);
		},
	},
	"carrier-cell-blank": {
		lay: (draft) => {
			const [row] = rowsOf(draft, draft.carrier, draft.year);
			if (row !== undefined) row.cells["carrier"] = "";
		},
	},
	"rows-of-a-carrier-forgotten-in-every-year": {
		needs: { trade: "chemicals", carrier: "gas" },
		lay: (draft) => removeRows(draft.energy, rowsOf(draft, "gas")),
	},
};
