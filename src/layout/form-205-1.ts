/**
 * Form 205-1 of the energy statistics (purchases, consumption and stocks), whose amounts run from January by its own rules: known
 * by its number or name in a title, or by codes that are the form's own for the names beside them.
 * Source: the list of energy kinds of form 205-1, whose codes count its rows.
 */
import type { PlacedRecord } from "../records/sheet.ts";
import { headerText, plain } from "../reference/spelling.ts";
import type { HeaderReference } from "./layout.ts";
import { meaning } from "./meaning.ts";

const rows: readonly string[] = [
	"原煤",
	"无烟煤",
	"炼焦烟煤|炼焦煤",
	"一般烟煤|烟煤",
	"褐煤",
	"洗精煤",
	"其他洗煤",
	"煤制品",
	"焦炭",
	"其他焦化产品",
	"焦炉煤气",
	"高炉煤气",
	"转炉煤气",
	"发生炉煤气",
	"天然气",
	"液化天然气",
	"煤层气",
	"原油",
	"汽油",
	"煤油",
	"柴油",
	"燃料油",
	"液化石油气",
	"炼厂干气",
	"石脑油",
	"润滑油",
	"石蜡",
	"溶剂油",
	"石油焦",
	"石油沥青",
	"其他石油制品",
	"热力",
	"电力",
	"煤矸石|煤矸石用于燃料",
	"城市生活垃圾|城市生活垃圾用于燃料",
	"生物燃料|生物质燃料|生物质废料用于燃料",
	"余热余压",
	"其他工业废料|其他工业废料用于燃料",
	"其他燃料",
	"能源合计",
];
const codes = new Map(rows.flatMap((names, index) => names.split("|").map((name) => [name, index + 1] as const)));

const title = /205\s?[-—–－]\s?1(?!\d)|能源购进、?消费(?:与|和|及|、)库存/;

/** Whether a table of energy is the form, by what stands above its header or in its first rows. */
export function isForm(
	titles: readonly PlacedRecord[],
	words: readonly string[],
	first: readonly PlacedRecord[],
	{ columns }: HeaderReference,
): boolean {
	// A ledger of the same name is kept by the month, and is not the form.
	const titled = titles.map(({ cells }) => plain(cells.join(" ")));
	if (titled.some((text) => title.test(text) && !/台[账帐]/.test(text))) return true;
	const codeAt = words.findIndex((word) => /^(?:能源)?(?:品种)?代码$|^code$/i.test(headerText(word)));
	const nameAt = words.findIndex((word) => meaning(word, "energy", columns)?.column === "carrier");
	if (codeAt < 0 || nameAt < 0) return false;
	const coded = first.filter(({ cells }) => /^\d{1,2}$/.test(plain(cells[codeAt] ?? "")));
	return (
		coded.length > 0 && coded.every(({ cells }) => codes.get(nameIn(cells[nameAt] ?? "")) === Number(plain(cells[codeAt] ?? "")))
	);
}

/** `其中：无烟煤`, `天然气（气态）`: the name alone. */
function nameIn(cell: string): string {
	return plain(cell)
		.replace(/^其中\s*[:：]?\s*|^[0-9一二三四五六七八九十]+[.、]\s*/, "")
		.replace(/\s*\([^()]*\)$/, "")
		.replaceAll(" ", "");
}
