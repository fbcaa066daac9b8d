/** Firms of which less is known than of most, or whose months scatter more: no cause may be invented of them. */
import { years } from "./firms.ts";

export interface Circumstances {
	/** The years that the tables hold; the base with them. */
	readonly years: readonly number[];
	/** Whether the tables say which industry it is. */
	readonly sector: boolean;
	/** Whether it has the carrier that the mistake happens to, and no other. */
	readonly oneCarrier: boolean;
	/** Whether its tables hold years, and no months. */
	readonly yearly: boolean;
	/** By how much months differ by chance, in ten-thousandths. */
	readonly noise: number;
}

export const usual: Circumstances = { years, sector: true, oneCarrier: false, yearly: false, noise: 130 };

export const circumstances = {
	"two years": { ...usual, years: [2020, 2021] },
	"without months": { ...usual, yearly: true },
	"without a sector": { ...usual, sector: false },
	"one carrier": { ...usual, oneCarrier: true },
	"one carrier, two years": { ...usual, oneCarrier: true, years: [2020, 2021] },
	"months that scatter by 6 %": { ...usual, noise: 600 },
} as const satisfies Record<string, Circumstances>;
