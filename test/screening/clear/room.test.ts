/** How large the table of bits is that rules between firms gather in: by how many months there are, and not by how many firms. */
import { describe, expect, it } from "vitest";
import { FirmShelf } from "../../../src/ledger/firm-shelf.ts";
import { emptyRecord } from "../../../src/ledger/ledger.ts";
import { understand } from "../../../src/run/choices.ts";
import { given } from "../../../src/run/given.ts";
import { valuesOf } from "../../../src/run/options.ts";
import { read } from "../../../src/run/read.ts";
import { numbersIn } from "../../../src/screening/clear/select.ts";
import { roomFor } from "../../../src/screening/gathering.ts";

const rows = Array.from({ length: 6 }, (_, firm) =>
	Array.from({ length: 24 }, (_, month) => {
		const period = `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
		return `F${firm},${period},electricity,${1000 + month}.5,10^4 kWh`;
	}),
);
const text = ["firm,period,carrier,quantity,unit", ...rows.flat(), ""].join("\n");
const source = {
	name: "energy.csv",
	bytes: async function* () {
		yield new TextEncoder().encode(text);
	},
};

describe("the room that rules between firms gather in", () => {
	it("is for as many numbers as tables keep, and for some of each firm that is kept otherwise", async () => {
		const { ledger } = await read({ ...given([source]), swiftFrom: 0 }, understand(valuesOf({}), {}));
		const firms = ledger.firms as FirmShelf;
		expect(firms).toBeInstanceOf(FirmShelf);
		expect(numbersIn(firms)).toBe(6 * 24);
		firms.keep("G", emptyRecord("G"));
		expect(numbersIn(firms)).toBe(6 * 24 + 360);
	});

	it.each([
		[1, 1 << 10],
		[1_000_000, 1 << 19],
		[20_000_000, 1 << 23],
		[1e12, 1 << 26],
	])("has twelve bits and more for each of %i, up to a bound", (numbers, words) => {
		expect(roomFor(numbers, true).bits.length).toBe(words);
	});
});
