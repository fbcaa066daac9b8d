/** Texts that are markup: web pages with tables in them, workbooks written as XML. Known by how they begin. */
import type { Survey } from "./survey.ts";

/** So many bytes at the beginning are looked at: style sheets of spreadsheet programs stand before the first table. */
const looked = 1 << 16;

/** The first sign that is no blank is `<`, in any encoding: such a text may have no line for long. */
export function beginsAsMarkup(head: Uint8Array): boolean {
	for (const byte of head.subarray(0, 64)) {
		if (byte === 0x3c) return true;
		const blank = byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0xfe || byte === 0xff;
		if (!blank) return false;
	}
	return false;
}

/** Whether a text is a web page that may hold tables. */
export function isPage({ head, encoding }: Pick<Survey, "head" | "encoding">): boolean {
	if (!beginsAsMarkup(head)) return false;
	const text = headOf(head, encoding);
	return (
		/^<(!doctype html|html|head|meta|body|table|thead|tbody|tr|div|center|form|style|font|span|!--)/i.test(text) &&
		/<(table|html)\b/i.test(text)
	);
}

/** Whether a text is a workbook in the XML that spreadsheet programs of 2003 wrote. */
export function isWorkbookOf2003({ head, encoding }: Pick<Survey, "head" | "encoding">): boolean {
	return (
		beginsAsMarkup(head) &&
		headOf(head, encoding).includes("urn:schemas-microsoft-com:office:spreadsheet") &&
		/^<\?(xml|mso)/i.test(headOf(head, encoding))
	);
}

function headOf(head: Uint8Array, encoding: string): string {
	return new TextDecoder(encoding).decode(head.subarray(0, looked)).trimStart();
}
