/** Why a run could not be done, in English: one line, with the way out. */
import type { FileForm, OptionForm } from "../../findings/trouble.ts";
import type { Troubles } from "../language.ts";
import { list, nearby, number } from "./pieces.ts";

/** A file by its name; one without a name needs quotes to be seen. */
const named = (file: string): string => (file === "" ? "''" : file === "-" ? "standard input (-)" : file);

/** What an option's value should look like. */
const forms: { readonly [F in OptionForm]: (detail: string) => string } = {
	"constant-prices": () => "constant-2020",
	year: () => "a year such as 2023",
	mapping: () => "NAME=carrier, such as 原煤=bituminous-coal",
	"one-carrier": (other) => `one carrier for it (it is ${other} already)`,
	kind: () => "FILE=energy",
	date: () => "a date such as 2026-03-31",
	"one-set": () => "one published set; sets are never mixed",
	"whole-number": (range) => `a whole number from ${range.replace("-", " to ")}`,
	"number-or-all": () => "a whole number, or all",
	electricity: () => "national@2021, national, provincial@2021, provincial, or a number in kgCO2/kWh",
	"csv-only": () => "it together with --format csv",
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
	share: 'a share from 0 to 1 in quotes, with two places at most, such as "0.85"',
	fingerprint: "16 hexadecimal digits",
	once: "a fingerprint that no other entry has",
	code: "a code",
	day: "a day such as 2026-12-31",
};
const wantedIn = (wanted: string): string => (inFile as Readonly<Record<string, string>>)[wanted] ?? wanted;

export const troubles: Troubles = {
	usage: ({ message }) => message,
	"unknown-choice": ({ option, value, known, near }) =>
		`${option} '${value}' is not known.${nearby(near)}${known.length === 0 ? "" : ` Known: ${list(known)}.`}`,
	"bad-option": ({ option, value, wanted, detail }) => `${option} '${value}' cannot be used: give ${forms[wanted](detail)}.`,
	"unknown-code": ({ word, near }) => `no finding is called '${word}'.${nearby(near)} tanlu explain lists them all.`,
	"unknown-option": ({ option, near }) =>
		`there is no option '${option}'.${nearby(near)}${near.length === 0 ? " --help lists them." : ""}`,
	"option-needs-value": ({ option }) => `${option} needs a value after it.`,
	"unknown-command": ({ word, near, file }) =>
		file
			? `'${word}' is a file or a folder, not a command. To report on it: tanlu report ${word}`
			: `there is no command '${word}'.${nearby(near)}${near.length === 0 ? " tanlu --help lists them." : ""}`,
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
					: `${file} cannot be read: ${detail}.`,
	"cannot-write": ({ file, why, detail }) =>
		why === "missing"
			? `${named(file)} cannot be written: its folder does not exist. Make the folder first.`
			: why === "folder"
				? `${named(file)} is a folder. Name a file in it.`
				: why === "not-a-folder"
					? `${named(file)} is a file, not a folder. Name another folder.`
					: why === "denied"
						? `${named(file)} cannot be written: permission denied.`
						: `${named(file)} cannot be written: ${detail}.`,
	"not-a-table": ({ file, what }) =>
		what === "empty"
			? `${named(file)} is empty. Export the table again.`
			: what === "workbook"
				? `${named(file)} is a workbook or another archive, not text. Save the sheet as CSV.`
				: `${named(file)} is compressed otherwise than once by gzip. Unpack it first.`,
	"damaged-gzip": ({ file, why }) =>
		`${named(file)} is packed with gzip and ${why === "cut-off" ? "ends too early" : "damaged"}. Copy it again, or pack the table again.`,
	"out-is-input": ({ option, file }) => `${option} ${file} would overwrite an input. Name another file.`,
	"cannot-decode": ({ file, encoding, offset }) =>
		`${file} is not ${encoding === "gb18030" ? "UTF-8 and not GB18030" : encoding}${offset === null ? "" : ` (byte ${offset})`}. Export it as UTF-8, or name its encoding with --encoding.`,
	"mixed-encodings": ({ file, utf8Line, otherLine, otherOffset }) =>
		`${file} is in two encodings: line ${utf8Line} is UTF-8, line ${otherLine} (from byte ${otherOffset} on) is not. Save the parts apart, each in one encoding, or force one with --encoding.`,
	"not-recognised": ({ file, header, near }) =>
		`${file} is no table we know: its first row reads ${header.length === 0 ? "nothing" : list(header)}.${nearby(near)} An energy table needs firm, period, carrier, quantity, unit; or force a kind with --kind ${file}=energy.`,
	"no-rows": ({ files }) => `no row of energy or output could be used in ${list(files)}. Nothing was computed.`,
	"no-files": () => "no files named. Give an energy table and an output table: tanlu report energy.csv output.csv",
	"no-table-in-folder": ({ folder }) =>
		`${folder} holds no file that ends in .csv, .tsv or .txt, with .gz behind it or not. Save the sheets as CSV there, or name the files.`,
	"no-file-matches": ({ pattern }) => `no file matches ${pattern}. Correct the folder or the pattern; letter case counts.`,
	"bad-reference-table": ({ files }) =>
		`${list(files)}: factors, deflators and targets must be without errors. Nothing was computed.`,
	"bad-rules-file": ({ file, where, wanted }) =>
		`the rules file ${file} cannot be used: ${where === "" ? "it" : where} should be ${wantedIn(wanted)}. See README, 'Rules and limits'.`,
	"bad-baseline": ({ file, where, wanted }) =>
		`the baseline ${file} cannot be used: ${where === "" ? "it" : where} should be ${wantedIn(wanted)}. --write-baseline makes one.`,
	"two-rules-files": ({ files }) => `several rules files stand beside the inputs: ${files.join(", ")}. Name one with --rules.`,
	"option-needs": ({ option, needs }) => `${option} needs ${needs}.`,
	"market-based-needs-national": ({ mode }) =>
		`--market-based needs national factors, since only they are published without market-traded clean power; --electricity is ${mode}.`,
	"kind-names-no-file": ({ file }) => `--kind names ${file}, which is not among the files.`,
};
