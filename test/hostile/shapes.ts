/**
 * Cells that make a careless pattern slow: runs of one letter, or of few, with something at their end that does not belong.
 * Each is a function of its length.
 */
const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const between =
	(start: string, unit: string, end: string) =>
	(length: number): string =>
		`${start}${filled(unit, Math.max(0, length - start.length - end.length))}${end}`;

export const shapes: Readonly<Record<string, (length: number) => string>> = {
	"blanks in a number": between("1", " ", "1"),
	"blanks before a letter": between("", " ", "x"),
	"blanks behind a word": between("原煤", " ", "|"),
	"wide blanks": between("1", "\u3000", "1"),
	"hard blanks": between("1", "\u00a0", "1"),
	tabs: between("1", "\t", "1"),
	"marks without width": between("1", "\u200b", "1"),
	joiners: between("煤", "\u200d\ufeff", "炭"),
	digits: between("", "1", "x"),
	"nines and a point": between("9", "9", "."),
	zeros: between("0.", "0", "x"),
	"wide digits": between("", "９", "x"),
	commas: between("1", ",", "1"),
	"groups of three": between("1", ",234", ",5"),
	signs: between("-", "-", "1"),
	points: between("1", ".", "1"),
	"an exponent": between("1E", "9", "E"),
	quotes: between("a", "'", "b"),
	"open brackets": between("焦炭", "(", "吨"),
	"closed brackets": between("焦炭", ")", "("),
	"pairs of brackets": between("焦炭", "(吨)", "x"),
	"wide brackets": between("焦炭", "（吨", "）"),
	"repeated words": between("", "原煤", "x"),
	"words and blanks": between("", "total ", "x"),
	letters: between("", "a", "1"),
	"letters of a unit": between("", "tCO2/", "t"),
	"separators of words": between("煤", "、;/", "炭"),
	"combining marks": between("a", "\u0301", "b"),
	years: between("", "2023年", "x"),
	months: between("2023-", "1-", "月"),
	spans: between("2023年", "1-6月", "x"),
	labels: between("", "企业名称:", "x"),
	"percent signs": between("1", "%", "x"),
	asterisks: between("", "*", "x"),
	"of which": between("", "其中:", "x"),
	ligatures: between("", "\ufdfa", "x"),
};
