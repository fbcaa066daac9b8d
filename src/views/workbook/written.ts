/**
 * The door to what writes workbooks. The build puts it, its package and its words into a file of their own, which loads only where a
 * workbook is asked for.
 */
import { type ReportBook, reportBook } from "./report-book.ts";
import { saidIn } from "./said.ts";
import { type TemplateBook, templateBook } from "./template-book.ts";
import { xlsx } from "./xlsx.ts";

export async function reportWorkbook(view: ReportBook): Promise<Uint8Array> {
	return xlsx(reportBook(view, await saidIn(view.language.id)));
}

export async function templateWorkbook(view: TemplateBook): Promise<Uint8Array> {
	return xlsx(templateBook(view, (await saidIn(view.language.id)).texts));
}
