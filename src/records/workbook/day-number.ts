/** Days and times that workbooks store as numbers: days counted from the end of 1899, or from the beginning of 1904. */

import { plainNumber, rounded } from "./plain-number.ts";

/** The year in which the count of days begins. */
export type Epoch = 1900 | 1904;

const secondsOfDay = 86_400;
/** Days of the count of 1970 between its first day and day 0 of each epoch; that of 1900 has a 29 February that never was, day 60. */
const before: Readonly<Record<Epoch, number>> = { 1900: 25_569, 1904: 24_107 };
const neverWas = 60;
/** The last day of 9999. */
const last = 2_958_466;

/** `2023-01-01`, with its time where it has one; undefined of what is no day. */
export function dateText(value: number, epoch: Epoch): string | undefined {
	const seconds = secondsIn(value);
	let day = Math.floor(seconds / secondsOfDay);
	if (!(value >= 0) || day >= last) return undefined;
	if (epoch === 1900 && day === neverWas) return undefined;
	if (epoch === 1900 && day < neverWas) day += 1;
	const time = seconds % secondsOfDay;
	const date = civil(day - before[epoch]);
	return time === 0 ? date : `${date} ${timeOf(time)}`;
}

/** `13:05:00` of a time without a day; hours go on beyond 24. */
export function clockText(value: number): string {
	return timeOf(secondsIn(value));
}

function secondsIn(days: number): number {
	return Number(rounded(plainNumber(days * secondsOfDay), 0));
}

function timeOf(seconds: number): string {
	return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
		.map((part) => String(part).padStart(2, "0"))
		.join(":");
}

/** The date of a day counted from 1970-01-01, by eras of 400 years. */
export function civil(days: number): string {
	const shifted = days + 719_468;
	const era = Math.floor(shifted / 146_097);
	const ofEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
	);
	const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
	const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
