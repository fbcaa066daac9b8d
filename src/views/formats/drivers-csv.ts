/** Drivers as csv: four rows for each firm and each sector, of emissions and of intensity, as sums and as ratios. */
import type { Drivers, DriversColumn, DriversMoved } from "../../contract/drivers.ts";
import type { Cell } from "./csv-cell.ts";
import { csvText } from "./csv-text.ts";

type Line = { readonly [C in DriversColumn]?: Cell };

export function driversCsv({ basis, firms, sectors }: Drivers): string {
	const ends = { from: basis.periods[0], to: basis.periods.at(-1), chained: basis.chained };
	const all = [
		...firms.flatMap((firm) => {
			const { firm: id, name, sector, province } = firm;
			return linesOf({ firm: id, name, sector, province, ...ends }, firm);
		}),
		...sectors.flatMap((pool) => linesOf({ sector: pool.sector, firms: pool.firms, left: pool.left, ...ends }, pool)),
	];
	return csvText(
		"drivers",
		all.map((csvRow) => ({ csvRow })),
	);
}

function linesOf(who: Line, { from, to, emissions, intensity, withheld }: DriversMoved): Line[] {
	const units = { emissions: "tCO2", intensity: from?.intensityUnit ?? "" } as const;
	return (["emissions", "intensity"] as const).flatMap((of) =>
		(["additive", "multiplicative"] as const).map((form): Line => {
			const change = { emissions, intensity }[of];
			const lines = change?.[form] ?? null;
			const { entryExit: entry_exit, ...others } = lines ?? { entryExit: null };
			return {
				...who,
				...{ of, form, unit: form === "additive" ? units[of] : "ratio" },
				value_from: from?.[of],
				value_to: to?.[of],
				...others,
				entry_exit,
				withheld: [...new Set(withheld.map(({ reason }) => reason))].join(" "),
			};
		}),
	);
}
