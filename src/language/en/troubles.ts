/** Why a run could not be done, in English: one line, with the way out. */
import type { Bound, FileForm, OptionForm, UnreadLayout, Unwritten } from "../../findings/trouble.ts";
import type { Troubles } from "../language.ts";
import { list, nearby, number } from "./pieces.ts";

/** A file by its name; one without a name needs quotes to be seen. */
const named = (file: string): string => (file === "" ? "''" : file === "-" ? "standard input (-)" : file);

/** What an option's value should look like. */
const forms: { readonly [F in OptionForm]: (detail: string) => string } = {
	"constant-prices": () => "constant-2020",
	year: () => "a year such as 2023",
	amounts: () => "to-date or monthly, for all or behind a scope: F1=to-date, F1:2023=monthly, output:2023=to-date",
	mapping: () => "NAME=carrier, such as 原煤=bituminous-coal",
	"no-factor": (carrier) => `a name without emissions of its own (${carrier} has a factor and is always counted)`,
	"one-carrier": (other) => `one carrier for it (it is ${other} already)`,
	kind: () => "FILE=energy",
	date: () => "a date such as 2026-03-31",
	span: () => "a year, or months of one: 2024, 2024-08, 2024Q2, 2024-01..08",
	"same-months": (months) => `the same months as --from: ${months}`,
	"later-year": (year) => `a year after ${year}`,
	lever: () =>
		"one of 'bituminous-coal>natural-gas=10%', 'electricity=-5%', 'green-electricity=30%', 'output=+3%' (the name alone only with --close-gap)",
	"lever-sign": () => "a sign: +5% for more, -5% for less",
	"lever-all": () => "at most 100% (of the output less than that)",
	"lever-fuels": () => "two different fuels, since their heat is kept",
	months: () => "months of a year, such as 9-12",
	month: () => "a month such as 2026-10",
	"above-zero": () => "a number above zero",
	share: () => "a share, such as 5%",
	tolerance: () => "per cent or tonnes above zero: 0.5%, 0.01t",
	"electricity-size": () => "at most 2 kgCO2/kWh; a larger number is in g/kWh or kg/MWh, a thousand times as much",
	"one-set": () => "one published set; sets are never mixed",
	"whole-number": (range) => `a whole number from ${range.replace("-", " to ")}`,
	"number-or-all": () => "a whole number, or all",
	electricity: () => "national@2021, national, provincial@2021, provincial, or a number in kgCO2/kWh",
	"csv-only": () => "it together with --format csv",
	"json-only": () => "it together with --format json",
};

/** What should stand in a place of a rules file or a baseline. */
const inFile: { readonly [F in FileForm]: string } = {
	json: "JSON in UTF-8",
	object: "an object",
	list: "a list",
	change: '{ "value": "…", "reason": "…" }',
	reason: "a reason in words",
	"only-reason": "left out: there is only a reason",
	text: "a text in quotes",
	decimal: 'a plain decimal of zero or more in quotes, such as "60"',
	fingerprint: "16 hexadecimal digits",
	once: "a fingerprint that no other entry has",
	code: "a code",
	day: "a day such as 2026-12-31",
};
const wantedIn = (wanted: string): string => (inFile as Readonly<Record<string, string>>)[wanted] ?? wanted;

/** More than is read of any file, and the way out. */
const beyond: { readonly [B in Bound]: (most: string) => string } = {
	record: (most) => `has no line break in its first ${most} letters and is no table. Export it again, one row a line.`,
	row: (most) => `has a row of more than ${most} letters with its tags, longer than any table's. Save the sheet anew.`,
	title: (most) => `has more than ${most} letters in a cell above its header. Take that text out.`,
	"header-word": (most) => `has more than ${most} letters in a cell where its header should be. Shorten the words of the header.`,
	head: (most) =>
		`has no header that ends in its first ${most} bytes. Take out what stands above the header, or give each amount a row.`,
	columns: (most) => `has more than ${most} columns. Give each amount a row: firm, period, carrier, quantity, unit.`,
	rows: (most) => `has a table of more than ${most} rows. Give its parts as several files.`,
	cells: (most) =>
		`has merged cells that cover more than ${most} cells, far more than are written. Save the table as .xlsx or .csv.`,
	unpacked: (most) => `unpacks to more than ${most} bytes for each byte that it has. Unpack it yourself, and give the table.`,
	json: (most) => `has more than ${most} bytes. Leave out what it need not say.`,
	held: (most) => `goes on after ${most} bytes. Save the table as a file, and give that.`,
	files: (most) => `holds more than ${most} files. Leave out what is not submitted.`,
};

/** Layouts that are not read: what each is, and the way out. */
const unread: { readonly [L in UnreadLayout]: readonly [string, string] } = {
	"two-header-rows": ["the header has two rows", "Write one row with one word for each column, its unit in brackets."],
	"months-across": ["each month has a column", "Give each month a row: firm, period, carrier, quantity, unit."],
	"years-across": ["each year has a column", "Give each year a row: firm, period, carrier, quantity, unit."],
	"several-amounts": ["several columns could each be the amount", "Keep the one column of the period's own amounts."],
	"month-and-to-date": ["amounts of the month and amounts to date stand side by side", "Keep one of the two."],
	"month-or-to-date": [
		"the column of amounts says neither month nor to date",
		"Name it 'this month' or 'year to date', whichever it is.",
	],
	"year-in-names": [
		"the year stands in the names of the columns",
		"Give each year a row: firm, period, carrier, quantity, unit.",
	],
	export: [
		"the columns are those of a platform's export",
		"Give each amount a row (firm, period, carrier, quantity, unit), and head its column '本月' (month) or '1-本月' (year to date).",
	],
	"one-carrier": [
		"the table is a ledger of one carrier with a column for each month",
		"Give each month a row: firm, period, carrier, quantity, unit.",
	],
	"composite-units": ["one column holds several units", "Write the unit of each row in a column of its own."],
	"regional-balance": [
		"this is the energy balance of a region, and no table of firms",
		"Give the tables of the firms; a balance has amounts of no firm.",
	],
	"meter-readings": [
		"the columns are readings of meters, and none is named as what was used",
		"Head the column of what was used with 消费量 (consumption): the difference of the readings, multiplied where the meter asks for it.",
	],
};

export const troubles: Troubles = {
	"unknown-choice": ({ option, value, known, near }) =>
		`${option} '${value}' is not known.${nearby(near)}${known.length === 0 ? "" : ` Known: ${list(known)}.`}`,
	"bad-option": ({ option, value, wanted, detail }) => `${option} '${value}' cannot be used: give ${forms[wanted](detail)}.`,
	"one-firm-asked": ({ firms }) => `the derivation is of one firm: say which with --firm, such as ${list(firms)}.`,
	"no-report": ({ file }) => `${file}: this is no report that tanlu report --format json wrote, or it is damaged.`,
	"bad-key": ({ option, file, why }) =>
		`${option} ${file}: ${
			{
				"no-pem": "this is no key in PEM.",
				"not-ed25519": "the key is not of ed25519: openssl genpkey -algorithm ed25519 makes one.",
				public: "this is the public half; signing takes the private one.",
				private: "this is the private half; checking takes the public one: openssl pkey -in KEY -pubout.",
				encrypted: "the key is under a passphrase, which tanlu does not ask for: openssl pkey -in KEY -out OTHER.",
			}[why]
		}`,
	"two-sides-wanted": () => "name the old submission and the new one: tanlu diff OLD NEW.",
	"report-version": ({ file, version }) =>
		`${file}: a report of schema version ${version}, which this tanlu does not read; write it again with tanlu report --format json.`,
	"options-of-report": ({ option }) =>
		`${option}: a report has its own options, and both sides are reports; leave it out, or give the tables.`,
	"totals-per-other": ({ file, per }) =>
		`${file}: rows were refused or blank when these totals were made with --per ${per}. Make them again with the --per of this run.`,
	"totals-damaged": ({ file, row }) =>
		`${file}:${row}: this row of totals is none that tanlu total wrote. Make the file again, and change nothing in it.`,
	"totals-incomplete": ({ file, read, said }) =>
		`${file}: this table of totals is not all there, or was changed: it has ${read} rows, and its end says ${said}. Make it again.`,
	"one-year-asked": () => "the derivation is of one year: give --year once.",
	"unknown-code": ({ word, near }) => `no finding is called '${word}'.${nearby(near)} tanlu explain lists them all.`,
	"unknown-option": ({ option, near }) =>
		`there is no option '${option}'.${nearby(near)}${near.length === 0 ? " --help lists them." : ""}`,
	"option-needs-value": ({ option }) => `${option} needs a value after it.`,
	"unknown-command": ({ word, near, file }) =>
		file
			? `'${word}' is a file or a folder, not a command. To report on it: tanlu report ${word}`
			: `there is no command '${word}'.${nearby(near)}${near.length === 0 ? " tanlu --help lists them." : ""}`,
	"unknown-topic": ({ word, near }) =>
		`no command and no topic is called '${word}'.${nearby(near)}${near.length === 0 ? " tanlu --help lists them." : ""}`,
	"too-many-operands": ({ most }) =>
		most === 0
			? "this command takes no file and no word after its name."
			: `this command takes at most ${number(most, "word")} after its name.`,
	"would-overwrite": ({ files }) =>
		`${list(files)}: there already, and not overwritten. Name another folder, or move ${files.length === 1 ? "it" : "them"}.`,
	"cannot-open": ({ file, why, detail }) =>
		why === "missing"
			? `${named(file)}: no such file. Check the path.`
			: why === "folder"
				? `${file} is a folder. Name the files in it.`
				: why === "denied"
					? `${file}: permission denied. Make it readable for you.`
					: why === "no-writer"
						? `${named(file)} is a pipe and nobody writes to it. Start the program that does, or name a file.`
						: why === "changed"
							? `${named(file)} changed while it was read: what was read is neither the old file nor the new one. Run again when it is written.`
							: `${file} cannot be read: ${detail}.`,
	"cannot-write": ({ file, why, detail, done }) => {
		const reasons: Readonly<Record<Unwritten, string>> = {
			missing: " cannot be written: its folder does not exist. Make the folder first.",
			folder: " is a folder. Name a file in it.",
			"not-a-folder": " is a file, not a folder. Name another folder.",
			denied: " cannot be written: permission denied.",
			full: " cannot be written: the disk is full. Make room on it, or name a file on another disk.",
			quota: " cannot be written: your share of the disk is used up. Make room, or name a file on another disk.",
			"read-only": " cannot be written: the disk is read-only. Name a file on another disk.",
			"name-too-long": " cannot be written: its name is too long for the disk. Use a shorter name.",
			other: ` cannot be written: ${detail}.`,
		};
		const others = done.length === 0 ? "" : ` New from this run: ${list(done)}; the other files are as they were.`;
		return `${named(file)}${reasons[why]}${others}`;
	},
	"cannot-keep": ({ file, at, why, detail }) => {
		const reasons: Readonly<Record<Unwritten, string>> = {
			missing: "the folder does not exist",
			folder: "it is a folder",
			"not-a-folder": "the folder is a file",
			denied: "permission denied",
			full: "the disk is full",
			quota: "your share of the disk is used up",
			"read-only": "the disk is read-only",
			"name-too-long": "the name is too long for the disk",
			other: detail,
		};
		return `${named(file)} is read twice and cannot be kept in ${at}: ${reasons[why]}. Save the table as a file and give that, or name another folder for temporary files (TMPDIR, on Windows TEMP).`;
	},
	"not-a-table": ({ file, what }) =>
		what === "empty"
			? `${named(file)} is empty. Export the table again.`
			: what === "document"
				? `${named(file)} is a document of an office program, and no workbook. Save the table as a workbook or as CSV.`
				: `${named(file)} is compressed otherwise than once by gzip. Unpack it first.`,
	"parquet-not-read": ({ file, why, detail }) => {
		const reasons = {
			damaged: "is a Parquet file and damaged, or written in a way that is not read. Write it again.",
			compression: `is a Parquet file compressed with ${detail}. Write it with snappy, gzip, brotli or zstd.`,
			nested: `is a Parquet file whose column ${detail} holds lists or structures. Write one value a cell.`,
		};
		return `${named(file)} ${reasons[why]}`;
	},
	"workbook-not-read": ({ file, why }) => {
		const reasons = {
			encrypted: "is encrypted. Save it without a password.",
			"cut-off": "is a workbook and ends too early. Copy it again.",
			damaged: "is a workbook and damaged. Copy it again, or open it in a spreadsheet program and save it anew.",
			old: "is a workbook of a program before 1997. Save it as .xlsx.",
			empty: "is a workbook in which no sheet holds a table that counts. Look for hidden sheets; --hidden counts them.",
		};
		return `${named(file)} ${reasons[why]}`;
	},
	"damaged-gzip": ({ file, why }) =>
		`${named(file)} is packed with gzip and ${why === "cut-off" ? "ends too early" : "damaged"}. Copy it again, or pack the table again.`,
	"beyond-bound": ({ file, bound, most }) => `${named(file)} ${beyond[bound](String(most))} See tanlu help limits.`,
	"not-to-a-terminal": ({ option, format }) => `a terminal cannot show ${format}. Name a file for it with ${option}.`,
	"out-is-input": ({ option, file }) => `${option} ${file} would overwrite an input. Name another file.`,
	"cannot-decode": ({ file, encoding, offset }) =>
		`${file} is not ${encoding === "gb18030" ? "UTF-8 and not GB18030" : encoding}${offset === null ? "" : ` (byte ${offset})`}. Export it as UTF-8, or name its encoding with --encoding.`,
	"utf-16-without-mark": ({ file, encoding }) =>
		`${file} looks like UTF-16 without a byte-order mark. Export it as UTF-8, or read it with --encoding ${encoding}.`,
	"mixed-encodings": ({ file, utf8Line, otherLine, otherOffset }) =>
		`${file} is in two encodings: line ${utf8Line} is UTF-8, line ${otherLine} (from byte ${otherOffset} on) is not. Save the parts apart, each in one encoding, or force one with --encoding.`,
	"not-recognised": ({ file, header, near }) =>
		`${file} is no table we know: its first row reads ${header.length === 0 ? "nothing" : list(header)}.${nearby(near)} An energy table needs firm, period, carrier, quantity, unit; or force a kind with --kind ${file}=energy.`,
	"layout-not-read": ({ file, layout, headerRow, words }) => {
		const [what, way] = unread[layout];
		return `${file}:${headerRow}: ${what}, a layout that is not read: ${list(words)}. ${way}`;
	},
	"no-rows": ({ files }) => `no row of energy or output could be used in ${list(files)}. Nothing was computed.`,
	"no-files": () => "no files named. Give an energy table and an output table: tanlu report energy.csv output.csv",
	"no-submissions": ({ folder, ofFiles, there }) =>
		!there
			? `${named(folder)} is no folder that can be read. Name the folder that holds the submissions.`
			: !ofFiles
				? `${named(folder)} holds no folder, and each folder in it is a submission. If each file is one, say --each file.`
				: `${named(folder)} holds no file whose name is that of a table, and each of these is a submission.`,
	"evidence-inside": ({ folder }) =>
		`${named(folder)} lies in the folder of submissions, and would be submitted with the next run. Name a folder elsewhere.`,
	"evidence-begun": ({ folder }) =>
		`${named(folder)} is of a run that did not come to its end. --resume goes on with it; or remove it.`,
	"no-evidence": ({ folder, files }) =>
		files.length === 0
			? `${named(folder)} has no manifest of evidence that can be read, and is left as it is. Name another folder.`
			: `${named(folder)} holds files that its manifest does not list: ${list(files)}. Move them elsewhere.`,
	"link-in-submission": ({ links }) =>
		`${list(links)}: a link, and nothing of a submission is read elsewhere. Put the file itself in its place.`,
	"no-table-in-folder": ({ folder }) =>
		`${folder} holds no file whose name is that of a table: .csv, .tsv, .txt, .xlsx, .xls, .ods. Put the tables there, or name the files.`,
	"no-file-matches": ({ pattern }) => `no file matches ${pattern}. Correct the folder or the pattern; letter case counts.`,
	"bad-reference-table": ({ files }) =>
		`${list(files)}: factors, deflators, targets and growth rates must be without errors. Nothing was computed.`,
	"bad-rules-file": ({ file, where, wanted }) =>
		`the rules file ${file} cannot be used: ${where === "" ? "it" : where} should be ${wantedIn(wanted)}. See README, 'Rules and limits'.`,
	"limit-out-of-bounds": ({ file, where, value, least, most, places }) =>
		`the rules file ${file} cannot be used: ${where} is ${value} and should be from ${least} to ${most}, with at most ${places} digits after the point.`,
	"bad-baseline": ({ file, where, wanted }) =>
		`the baseline ${file} cannot be used: ${where === "" ? "it" : where} should be ${wantedIn(wanted)}. --write-baseline makes one.`,
	"lever-moves-nothing": ({ lever }) =>
		`${lever}: no firm that is shown has it in the year that is changed. --year names another year.`,
	"options-wanted": ({ options }) => `this command needs ${list(options)}.`,
	"option-needs": ({ option, needs }) => `${option} needs ${needs}.`,
	"no-verdict-shown": ({ option }) =>
		`${option}: no firm and year that is shown has a verdict, so that nothing could be asked. Show years after the base year, or add the tables that verdicts need.`,
	"no-claim-compared": ({ option }) =>
		`${option}: no claim that is shown could be held against a recomputed figure, so that nothing was verified. The result says why.`,
	"market-based-needs-national": ({ mode }) =>
		`--market-based needs national factors, since only they are published without market-traded clean power; --electricity is ${mode}.`,
	"kind-names-no-file": ({ file }) => `--kind names ${file}, which is not among the files.`,
};
