/** What a spreadsheet, a data frame or a browser may hand over in place of a text, known by its first bytes. */

export type Container = "zip" | "compound" | "parquet" | "compressed";

const containers: readonly { readonly what: Container; readonly begins: readonly number[] }[] = [
	// .xlsx and .ods are archives.
	{ what: "zip", begins: [0x50, 0x4b, 3, 4] },
	// The compound file of .xls, and of what is encrypted.
	{ what: "compound", begins: [0xd0, 0xcf, 0x11, 0xe0] },
	{ what: "parquet", begins: [0x50, 0x41, 0x52, 0x31] },
	// gzip within gzip, xz, Zstandard, 7z and RAR.
	{ what: "compressed", begins: [0x1f, 0x8b] },
	{ what: "compressed", begins: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
	{ what: "compressed", begins: [0x28, 0xb5, 0x2f, 0xfd] },
	{ what: "compressed", begins: [0x37, 0x7a, 0xbc, 0xaf] },
	{ what: "compressed", begins: [0x52, 0x61, 0x72, 0x21, 0x1a] },
];

/** Which of them the bytes begin like; undefined where they may be text. */
export function containerOf(head: Uint8Array): Container | undefined {
	return containers.find(({ begins }) => begins.every((byte, at) => head[at] === byte))?.what;
}

export function isText(head: Uint8Array): boolean {
	return containerOf(head) === undefined;
}
