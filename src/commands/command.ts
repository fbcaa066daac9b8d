/** What a command is, and the frame all of them run in: options, run, value, format, exit code. A card says what differs. */
import { Trouble } from "../findings/trouble.ts";
import type { Language } from "../language/language.ts";
import { loadReference } from "../reference/reference.ts";
import { type OptionName, type OptionValues, optionEntries } from "../run/options.ts";
import { oneOf } from "../run/values.ts";
import type { Formats, Pieces } from "../views/formats/format.ts";
import { namingOf } from "../views/naming.ts";
import type { Texts } from "./arguments.ts";
import type { ExitCode, Host } from "./host.ts";
import { columnsOf, csvMark, painter } from "./output.ts";
import type { Signer } from "./signing.ts";

export interface Asked {
	readonly host: Host;
	readonly language: Language;
	readonly quiet: boolean;
	readonly format: string;
	/** Whether the result is a page for people, and the file it goes to; standard output where there is none. */
	readonly page: boolean;
	readonly out: string | undefined;
	/** The options as they were typed. */
	readonly texts: Texts;
	/** Called once all is written, or given up. */
	readonly atEnd: (what: () => void) => void;
}

export type Taken<N extends OptionName> = Pick<OptionValues, N>;

/** A file that a run makes. */
export interface Made {
	readonly path: string;
	readonly content: string | Uint8Array | Pieces;
}

export interface Outcome<V> {
	/** What the format writes; nothing where a command writes its own. */
	readonly value?: V;
	readonly code: ExitCode;
	/** What a command that takes no format prints. */
	readonly result?: string;
	/** Files beside the result. */
	readonly files?: readonly Made[];
	/** What stands beside the file of the result, made of it as it is written: its signature. */
	readonly seal?: Signer;
}

export interface Card<N extends OptionName, V> {
	readonly name: string;
	/** How many words it takes after its name. */
	readonly most: number;
	/** Its own, in groups as help shows them. Every one is read in every run that comes to its end. */
	readonly options: readonly (readonly N[])[];
	/** With it come `--format`, `--out`, `--width`, and `--bom` where a format takes it. */
	readonly formats?: Formats<V>;
	/** Formats of files that it makes itself, the first by default: with them comes `--format` alone. */
	readonly ownFormats?: readonly string[];
	readonly exitCodes: readonly ExitCode[];
	readonly run: (operands: readonly string[], options: Taken<N>, asked: Asked) => Promise<Outcome<V>>;
}

/** A command as the shelf holds it. */
export interface Command {
	readonly name: string;
	readonly options: readonly (readonly OptionName[])[];
	readonly formats: readonly string[];
	readonly exitCodes: readonly ExitCode[];
	readonly start: (operands: readonly string[], texts: Texts, asked: Pick<Asked, "host" | "language">) => Promise<ExitCode>;
}

export function command<N extends OptionName, V>(card: Card<N, V>): Command {
	const { name, most, formats = {}, ownFormats = [], exitCodes } = card;
	const shelf = Object.entries(formats);
	// The compiler asks for a writer; the build, which takes types away, loads the shelf and ends here.
	for (const [format, { write }] of shelf)
		if (typeof write !== "function") throw new Error(`tanlu ${name} has no writer of the format ${format}`);
	const known = [...Object.keys(formats), ...ownFormats];
	const output: readonly OptionName[] = [
		...(ownFormats.length === 0 ? [] : (["format"] as const)),
		...(shelf.length === 0 ? [] : (["format", "out"] as const)),
		...(shelf.some(([, { mark }]) => mark) ? (["bom"] as const) : []),
		...(shelf.some(([, { page }]) => page) ? (["width"] as const) : []),
	];
	return {
		name,
		options: [output, ...card.options].filter((group) => group.length > 0),
		formats: known,
		exitCodes,
		start: async (operands, texts, { host, language }) => {
			if (operands.length > most) throw new Trouble("too-many-operands", { most });
			checkNeeds(texts);
			const { value: options, unread } = tracked(card.options.flat(), texts);
			const value = <O extends OptionName>(option: O): OptionValues[O] => valueIn(option, texts);
			const format = known.length === 0 ? "" : oneOf("--format", value("format") ?? (known[0] as string), known);
			const mark = csvMark(value("bom"), format, formats[format]?.mark);
			const columns = columnsOf(value("width"), host);
			const out = value("out") === "-" ? undefined : value("out");
			const ends: (() => void)[] = [];
			const asked: Asked = {
				...{ host, language, out, format, texts, quiet: value("quiet"), page: formats[format]?.page ?? false },
				atEnd: (what) => void ends.push(what),
			};
			// Nobody waits for a result that cannot be written.
			if (out !== undefined) host.tryOut(out);
			else if (formats[format]?.bytes && host.watched()) throw new Trouble("not-to-a-terminal", { option: "--out", format });
			try {
				const outcome = await card.run(operands, options, asked);
				let result: Made["content"] | undefined = outcome.result;
				const left = unread();
				if (left.length > 0) throw new Error(`tanlu ${name} takes ${left.join(", ")} and does not read it`);
				const files = [...(outcome.files ?? [])];
				if (outcome.value !== undefined) {
					const paint = await painter(host.colour(!value("noColor")) && out === undefined);
					const naming = namingOf(language, loadReference());
					const written =
						(await formats[format]?.write(outcome.value, {
							language,
							naming,
							columns,
							paint,
							pictures: out === undefined && host.watched(),
						})) ?? "";
					const content = mark === "" ? written : marked(mark, written);
					if (out === undefined) result = content;
					else if (outcome.seal === undefined) files.unshift({ path: out, content });
					else files.unshift(...outcome.seal(out, await allOf(piecesOf(content))));
				}
				await put(files, result, host);
				return outcome.code;
			} finally {
				for (const what of ends) what();
			}
		},
	};
}

/** All that a run writes: files last, and none where the result or another file cannot be written. */
async function put(files: readonly Made[], result: Made["content"] | undefined, host: Host): Promise<void> {
	for (const { path, content } of files) {
		const writer = host.writer(path);
		for await (const piece of piecesOf(content)) writer.write(piece);
		writer.close();
	}
	for await (const piece of result === undefined ? [] : piecesOf(result)) await host.print(piece);
	await host.commit();
}

/** A text behind the mark that Excel knows its encoding by. */
function marked(mark: string, written: Made["content"]): Made["content"] {
	if (typeof written === "string") return mark + written;
	if (!("pieces" in written)) return written;
	const { pieces } = written;
	return {
		pieces: (async function* () {
			yield mark;
			yield* pieces;
		})(),
	};
}

async function allOf(pieces: Pieces["pieces"]): Promise<(string | Uint8Array)[]> {
	const all: (string | Uint8Array)[] = [];
	for await (const piece of pieces) all.push(piece);
	return all;
}

function piecesOf(content: Made["content"]): Pieces["pieces"] {
	return typeof content === "object" && "pieces" in content ? content.pieces : [content];
}

/** The values of options, for whoever reads them beside a command. */
export function valuesIn<N extends OptionName>(names: readonly N[], texts: Texts): Taken<N> {
	return Object.fromEntries(names.map((name) => [name, valueIn(name, texts)])) as Taken<N>;
}

function valueIn<O extends OptionName>(name: O, texts: Texts): OptionValues[O] {
	return optionEntries[name].read(texts.get(name) ?? []) as OptionValues[O];
}

/** The values of a command's options, and which of them nobody has asked for yet: an option that nobody reads is a fault. */
function tracked<N extends OptionName>(
	names: readonly N[],
	texts: Texts,
): { readonly value: Taken<N>; readonly unread: () => string[] } {
	const left = new Set<N>(names);
	const value = Object.create(null) as Taken<N>;
	for (const name of names) {
		const own = valueIn(name, texts);
		const get = (): unknown => {
			left.delete(name);
			return own;
		};
		Object.defineProperty(value, name, { get, enumerable: true });
	}
	return { value, unread: () => [...left].map((name) => optionEntries[name].flag) };
}

/** An option that makes no sense without another has it, with something in it. */
function checkNeeds(texts: Texts): void {
	for (const name of texts.keys()) {
		const { flag, needs } = optionEntries[name];
		if (needs !== undefined && (texts.get(needs)?.at(-1) ?? "").trim() === "")
			throw new Trouble("option-needs", { option: flag, needs: optionEntries[needs].flag });
	}
}
