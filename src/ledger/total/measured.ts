/** Measured parameters of a series as cells of a table of totals, and back. */
import { fromPlainText } from "../../exact/exact.ts";
import { ratio } from "../../exact/ratio.ts";
import { keyed, type MeasuredCells, type Parameters, type StatedFactor, unmeasured } from "../parameters.ts";
import { Damaged, sealed, type TotalRow, unsealed } from "./cells.ts";

/** `ncv=23.5;emission_factor=11/3`, and how a row wrote them: `ncv:低位发热量:23.50;factor:2.66:tCO2%2Ft`. */
export function measuredCells({ key, emissionFactor, cells = {} }: Parameters): TotalRow {
	if (key === "") return {};
	const factor = emissionFactor === undefined ? [] : [["factor", emissionFactor.text, emissionFactor.unit]];
	const written = Object.entries(cells).map(([name, { column, text }]) => [name, column, text]);
	return {
		measured: key
			.split(";")
			.map((part) => part.split("=").map(sealed).join("="))
			.join(";"),
		as_written: [...factor, ...written].map((pieces) => pieces.map(sealed).join(":")).join(";"),
	};
}

/** The parameters of two such cells. Throws `Damaged`. */
export function readMeasured(measured: string, asWritten: string): Parameters {
	if (measured === "") return unmeasured;
	const pieces = asWritten === "" ? [] : asWritten.split(";").map((one) => one.split(":").map(unsealed));
	const cells: MeasuredCells = Object.fromEntries(
		pieces.flatMap(([name = "", column = "", text = ""]) => (name === "factor" ? [] : [[name, { column, text }]])),
	);
	const found: { -readonly [K in keyof Parameters]?: Parameters[K] } = {};
	for (const part of measured.split(";")) {
		const at = part.indexOf("=");
		const [name, value] = [part.slice(0, at), unsealed(part.slice(at + 1))];
		if (name === "enthalpy" || name === "temperature") found.heatContent = `${name}=${value}`;
		else if (name === "emission_factor") found.emissionFactor = factorOf(value, pieces);
		else if (!Object.hasOwn(numbers, name) || !/^\d+(?:\.\d+)?$/.test(value)) throw new Damaged(part);
		else found[numbers[name as keyof typeof numbers]] = fromPlainText(value);
	}
	const parameters = keyed(found);
	return Object.keys(cells).length === 0 ? parameters : { ...parameters, cells };
}

const numbers = {
	ncv: "ncv",
	carbon_content: "carbonContent",
	carbon_per_unit: "carbonPerUnit",
	oxidation_rate: "oxidationRate",
} as const;

function factorOf(value: string, pieces: readonly (readonly string[])[]): StatedFactor {
	const [, over, under] = /^(\d+)\/([1-9]\d*)$/.exec(value) ?? [];
	const [, text, unit] = pieces.find(([name]) => name === "factor") ?? [];
	if (over === undefined || under === undefined || text === undefined || unit === undefined) throw new Damaged(value);
	return { perHeld: ratio(BigInt(over), BigInt(under)), text, unit };
}
