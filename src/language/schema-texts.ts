/** What `tanlu schema` says around the definitions, for people. */

export interface SchemaTexts {
	readonly columns: {
		readonly name: string;
		readonly column: string;
		readonly required: string;
		readonly type: string;
		readonly unit: string;
		readonly aliases: string;
		readonly about: string;
		readonly key: string;
	};
	readonly inputs: string;
	readonly outputs: string;
	/** Files that users write as JSON. */
	readonly files: string;
	/** Below the list of what there is. */
	readonly how: string;
	/** Below the columns of an input table. */
	readonly headerWords: string;
	readonly csvColumns: string;
	readonly jsonKeys: string;
	/** The same of a file that users write. */
	readonly fileKeys: string;
	/** Types of cells and keys, by the words of the schemas. */
	readonly type: (word: string) => string;
	/** One of these columns must be there. */
	readonly oneOf: string;
}
