/** A level of a warning scheme in both languages, as the seeds have it; never without the name of its scheme. */
export interface WarningLevel {
	readonly schemeEn: string;
	readonly schemeZh: string;
	readonly wordEn: string;
	readonly wordZh: string;
}
