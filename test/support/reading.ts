/** Reports for tests of reading and judging: no rule of screening is asked, since their tables are small and made up. */
import { type Report, type ReportOptions, report as screened, type Table } from "../../src/index.ts";

export const report = (tables: readonly Table[], options: ReportOptions = {}): Promise<Report> =>
	screened(tables, { noScreen: true, ...options });
