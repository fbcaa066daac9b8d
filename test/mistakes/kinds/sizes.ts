/** Numbers of another kind or size than their column: factors of the wrong size, rates and copies where value added should stand. */
import { type Draft, eachOf, outputRowsOf, rowsOf } from "../draft.ts";
import type { CarrierId } from "../facts.ts";
import { addBehind, addColumn, hundredths, inHundredths, removeRows } from "../sheet.ts";
import type { Family, Kind } from "./kind.ts";

const yearly = { yearly: true } as const;

/** Every row of a carrier in the year states a factor of its own. */
const factor = (trade: "paper" | "glass" | "textile", carrier: CarrierId, value: string): Kind => ({
	needs: { trade, carrier, ...yearly },
	lay: (draft) => {
		addColumn(draft.energy, "measured", draft.language === "zh" ? "排放因子" : "emission_factor");
		eachOf(draft, carrier, draft.year, ({ cells }) => {
			cells["measured"] = value;
		});
	},
});

/** The value added of the year is some other number. */
const valueAdded = (of: (draft: Draft) => string): Kind => ({
	needs: yearly,
	lay: (draft) => {
		for (const { cells } of outputRowsOf(draft, draft.year)) cells["quantity"] = of(draft);
	},
});

export const sizes: Family = {
	"electricity-factor-by-kilowatt-hour": factor("paper", "electricity", "0.0005568"),
	"electricity-factor-a-decimal-point-off": factor("paper", "electricity", "0.5703"),
	"coal-factor-in-kilograms": factor("paper", "coal", "0.00207"),
	"coal-factor-ten-times-too-small": factor("paper", "coal", "0.2072"),
	"coal-factor-of-carbon": factor("paper", "coal", "0.565"),
	"coal-factor-by-heat": factor("paper", "coal", "0.0893"),
	"gas-factor-by-thousand-cubic-metres": factor("glass", "gas", "2.1622"),
	"gas-factor-by-cubic-metre": factor("glass", "gas", "0.0021622"),
	"heat-factor-by-megajoule": factor("textile", "heat", "0.00011"),
	"diesel-in-litres-as-its-unit-says": {
		needs: { language: "zh", trade: "machinery", carrier: "diesel", ...yearly },
		lay: (draft) => {
			eachOf(draft, "diesel", draft.year, ({ cells, fact }) => {
				cells["unit"] = "升";
				cells["quantity"] = hundredths(((fact?.amount ?? 0n) * 119_048n) / 100n);
			});
		},
	},
	"kiln-coal-without-clinker": {
		needs: { trade: "cement", carrier: "clinker" },
		lay: (draft) => removeRows(draft.energy, rowsOf(draft, "clinker")),
	},
	"clinker-of-every-year-as-cement": {
		needs: { trade: "cement", carrier: "clinker", ...yearly },
		lay: (draft) => {
			for (const { cells } of rowsOf(draft, "clinker"))
				cells["quantity"] = hundredths((inHundredths(cells["quantity"] ?? "0") * 140n) / 100n);
		},
	},
	"natural-gas-named-for-a-blast-furnace": {
		needs: { language: "zh", trade: "glass", carrier: "gas", ...yearly },
		lay: (draft) => {
			for (const row of draft.output.rows) row.cells["sector"] = "1713";
			for (const { cells } of rowsOf(draft, "gas")) cells["carrier"] = "高炉煤气";
		},
	},
	"index-as-value-added": valueAdded(() => "106.50"),
	"growth-rate-of-two-digits-as-value-added": valueAdded(() => "11.20"),
	"value-added-is-the-output-value": {
		needs: yearly,
		lay: (draft) => {
			for (const row of outputRowsOf(draft, draft.year)) {
				const quantity = String(Number(row.cells["quantity"] ?? "0") * 4);
				row.cells["quantity"] = quantity;
				addBehind(draft.output, row, { indicator: draft.language === "zh" ? "工业总产值" : "output_value" });
			}
		},
	},
};
