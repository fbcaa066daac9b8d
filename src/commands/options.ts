/** What a caller may choose for a report: words as typed, before they are understood. */

/** Options of `tanlu report`, and of `report()` of the library. Defaults are those of the command line. */
export interface ReportOptions {
	/** `value-added` (default), `output-value`, `revenue` or `product:NAME`. */
	readonly per?: string;
	/** `all` (default) or `energy`. */
	readonly boundary?: string;
	/** `equal-rate` (default) or `linear`. */
	readonly path?: string;
	/** A published fuel set; default `ndrc-guidelines`. */
	readonly factors?: string;
	/** `national@2021` (default under plan-14), `national`, `provincial@2021`, `provincial`, or kgCO2/kWh as a decimal string. */
	readonly electricity?: string;
	/** `constant-2020`: asserts that money is at these prices. */
	readonly prices?: string;
	/** `plan-14` (default), `plan-15` or `provincial`; a targets table among the inputs wins over it. */
	readonly targets?: string;
	/** `原煤=bituminous-coal`: counts a carrier as another. */
	readonly map?: readonly string[];
	/** Counts green power bought on the market as zero. */
	readonly marketBased?: boolean;
	/** Asserts that months without an entry had no use. */
	readonly absentIsZero?: boolean;
	/** Asserts that rows of one key are part amounts. */
	readonly addRepeats?: boolean;
	/** Fills blanks that merged cells left from above: firm, period, carrier and the like, never an amount. */
	readonly fillDown?: boolean;
	/** Refuses periods after this date, `YYYY-MM-DD`. */
	readonly asOf?: string;
	/** Forces the encoding of all inputs. */
	readonly encoding?: string;
	/** `energy.csv=energy`: forces what an input is. */
	readonly kind?: readonly string[];
	/** Shows only these firms; computes all. */
	readonly firm?: readonly string[];
	/** Shows only these years; computes all. */
	readonly year?: readonly (number | string)[];
	/** Language of messages: `en`. */
	readonly lang?: string;
}
