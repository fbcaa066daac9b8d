/** Explanations as a page: the list of all codes by gravity, or one code with its example. */

import type { ExplainedCode, ExplainedFile } from "../contract/explain.ts";
import { type Gravity, gravities } from "../findings/gravity.ts";
import type { Language } from "../language/language.ts";
import { type Block, heading, lines, type Page, sheet, text } from "./page.ts";
import { clip } from "./width.ts";

/** A row of an example is shown with no more columns than this: a cell that is too long is seen to be. */
const longestRow = 400;

/** Every code with a line. */
export function codesPage(codes: readonly ExplainedCode[], { explain: texts, report }: Language): Page {
	const ofGravity = (gravity: Gravity): Block[] => {
		const some = codes.filter((one) => one.gravity === gravity);
		const table = sheet({
			columns: [
				{ title: texts.columns.code, align: "left" },
				{ title: texts.columns.means, align: "left", prose: true },
			],
			rows: some.map(({ code, means }) => [{ text: code }, { text: texts.firstSentence(means) }]),
			leftOut: report.leftOut,
		});
		return [heading(texts.lists[gravity](some.length)), table];
	};
	return [...gravities.flatMap(ofGravity), text(texts.how)];
}

/** One code: what it means, why it matters, how to mend it, and files that provoke it. */
export function codePage({ code, gravity, means, why, mend, example }: ExplainedCode, { explain: texts }: Language): Page {
	const file = ({ name, text: held, lastRowTimes }: ExplainedFile): Block[] => [
		text(name),
		lines([...rowsOf(held).map((row) => clip(row, longestRow)), ...(lastRowTimes > 1 ? [texts.lastRow(lastRowTimes)] : [])]),
	];
	return [
		heading(code),
		text(means),
		text(texts.gravities[gravity]),
		heading(texts.why),
		text(why),
		heading(texts.mend),
		text(mend),
		heading(texts.example),
		lines([`$ ${example.command}`]),
		...example.files.flatMap(file),
		heading(texts.told),
		lines(example.told.split("\n")),
		...(example.also.length === 0 ? [] : [text(texts.also(example.also))]),
	];
}

/** The rows of a file without the newline at its end. */
function rowsOf(held: string): string[] {
	return held.replace(/(\r\n|\n|\r)$/, "").split(/\r\n|\n|\r/);
}
