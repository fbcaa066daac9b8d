/**
 * Grades, devices and places in a carrier's name (柴油(0号), 烟煤(锅炉)): amounts of one carrier that add up. Beside rows that name none
 * in the same months they are a whole and its parts. Source: the reading rules of this tool, tables 8 and 9.
 */
import { remark } from "../../findings/finding.ts";
import { seriesName } from "../ledger.ts";
import { alike, grouped, joined, reportDifference } from "./groups.ts";
import type { Settled, Step, StepContext } from "./step.ts";

const isLot = ({ role }: Settled): boolean => role.startsWith("lot:");

export const addLots: Step = (accounts, context) => {
	if (!accounts.some(isLot)) return accounts;
	return grouped(accounts, (one) => `${one.carrier}\u001f${one.use}\u001f${one.site}\u001f${isLot(one) ? "" : one.role}`).flatMap(
		(group) => (group.some(isLot) ? [settle(group, context)] : group),
	);
};

function settle(group: readonly Settled[], { report, year }: StepContext): Settled {
	const [plain] = group.filter((one) => !isLot(one));
	const lots = group.filter(isLot);
	const { carrier, use, site } = lots[0] as Settled;
	const named = (one: Settled): Settled => ({ ...one, name: seriesName(carrier, use, site), role: "" });
	const parts = named(joined(lots));
	if (plain === undefined) return parts;
	if ((plain.mask & parts.mask) === 0) return named(joined([plain, ...lots]));
	if (plain.mask === parts.mask && alike(plain, parts)) {
		const [item] = plain.items;
		if (item !== undefined) report(remark("whole-equals-parts", { what: plain.what, whole: String(year) }), item.entry);
		return { ...parts, broken: parts.broken || plain.broken };
	}
	reportDifference(plain, parts, report);
	return { ...named(joined([plain, ...lots])), broken: true };
}
