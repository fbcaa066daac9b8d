/** Files of Parquet for tests, as plain as the format lets them be: texts that may be missing, in groups of rows and pages. Apache Parquet format, parquet.thrift. */

type Field = readonly [id: number, value: Value];
/** What thrift's compact protocol writes: numbers as i32 or i64, texts, lists, structs. */
type Value =
	| { readonly i32: number }
	| { readonly i64: number }
	| { readonly text: string }
	| { readonly list: readonly Value[] }
	| { readonly struct: readonly Field[] };

const types = { i32: 5, i64: 6, text: 8, list: 9, struct: 12 } as const;
const typeOf = (value: Value): number => types[Object.keys(value)[0] as keyof typeof types];

/** Seven bits a byte, the lowest first. */
const counted = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...counted(Math.floor(value / 128))]);

function written(value: Value): number[] {
	if ("i32" in value) return counted(value.i32 * 2);
	if ("i64" in value) return counted(value.i64 * 2);
	if ("text" in value) return [...counted(Buffer.byteLength(value.text)), ...Buffer.from(value.text)];
	if ("list" in value) {
		const [first] = value.list;
		const type = first === undefined ? types.i32 : typeOf(first);
		const size = value.list.length;
		return [...(size < 15 ? [size * 16 + type] : [0xf0 + type, ...counted(size)]), ...value.list.flatMap(written)];
	}
	let before = 0;
	const fields = value.struct.flatMap(([id, own]) => {
		const step = id - before;
		before = id;
		return [step * 16 + typeOf(own), ...written(own)];
	});
	return [...fields, 0];
}

const [byteArray, optional, utf8, plain, runs] = [6, 1, 0, 0, 3];

/** A page of texts; null where there is none. */
function page(values: readonly (string | null)[]): Buffer {
	const bits = Buffer.alloc(Math.ceil(values.length / 8));
	for (const [at, value] of values.entries()) if (value !== null) bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7));
	const levels = Buffer.from([...counted(bits.length * 2 + 1), ...bits]);
	const texts = values.flatMap((value) => {
		if (value === null) return [];
		const text = Buffer.from(value);
		return [lengthOf(text), text];
	});
	const data = Buffer.concat([lengthOf(levels), levels, ...texts]);
	const about: Field[] = [
		[1, { i32: values.length }],
		[2, { i32: plain }],
		[3, { i32: runs }],
		[4, { i32: runs }],
	];
	const header: Field[] = [
		[1, { i32: 0 }],
		[2, { i32: data.length }],
		[3, { i32: data.length }],
		[5, { struct: about }],
	];
	return Buffer.concat([Buffer.from(written({ struct: header })), data]);
}

function lengthOf(bytes: Uint8Array): Buffer {
	const four = Buffer.alloc(4);
	four.writeUInt32LE(bytes.length);
	return four;
}

function chunks<V>(values: readonly V[], size: number): V[][] {
	return Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size));
}

/** A file with these columns; of a row that is shorter than they are the rest is missing, as is every cell that is empty. */
export function parquetOf(
	names: readonly string[],
	rows: readonly (readonly string[])[],
	{ group = 1 << 20, paged = 1 << 20 }: { readonly group?: number; readonly paged?: number } = {},
): Uint8Array {
	const pieces: Buffer[] = [Buffer.from("PAR1")];
	let place = 4;
	const groups = chunks(rows, group).map((own): Value => {
		const columns = names.map((name, index): Value => {
			const begin = place;
			for (const values of chunks(own, paged)) {
				const bytes = page(values.map((row) => row[index] || null));
				pieces.push(bytes);
				place += bytes.length;
			}
			const size = { i64: place - begin };
			const about: Field[] = [
				[1, { i32: byteArray }],
				[2, { list: [{ i32: plain }, { i32: runs }] }],
				[3, { list: [{ text: name }] }],
				[4, { i32: 0 }],
				[5, { i64: own.length }],
				[6, size],
				[7, size],
				[9, { i64: begin }],
			];
			return {
				struct: [
					[2, { i64: begin }],
					[3, { struct: about }],
				],
			};
		});
		return {
			struct: [
				[1, { list: columns }],
				[2, { i64: 0 }],
				[3, { i64: own.length }],
			],
		};
	});
	const schema = names.map(
		(name): Value => ({
			struct: [
				[1, { i32: byteArray }],
				[3, { i32: optional }],
				[4, { text: name }],
				[6, { i32: utf8 }],
			],
		}),
	);
	const root: Value = {
		struct: [
			[4, { text: "schema" }],
			[5, { i32: names.length }],
		],
	};
	const metadata: Field[] = [
		[1, { i32: 1 }],
		[2, { list: [root, ...schema] }],
		[3, { i64: rows.length }],
		[4, { list: groups }],
	];
	const footer = Buffer.from(written({ struct: metadata }));
	return new Uint8Array(Buffer.concat([...pieces, footer, lengthOf(footer), Buffer.from("PAR1")]));
}
