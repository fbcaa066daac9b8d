/** Named bytes that can be read from anywhere, more than once: the port that the host fills. */
export interface Source {
	/** As the user named it, with `/`; it orders and names everything told about the file. */
	readonly name: string;
	/** How many bytes, where that is known before they are read. */
	readonly size?: number;
	/** The bytes from the start; may be called again. */
	readonly bytes: () => AsyncIterable<Uint8Array>;
}
