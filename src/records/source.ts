/** Named bytes that can be read from anywhere, more than once: the port that the host fills. */
export interface Source {
	/** As the user named it, with `/`; it orders and names everything told about the file. */
	readonly name: string;
	/** How many bytes, where that is known. */
	readonly size?: number | undefined;
	/** The bytes from the start; may be called again. */
	readonly bytes: () => AsyncIterable<Uint8Array>;
	/** Not there for what can only be read from its start, nor before what comes once has come to its end. */
	readonly places?: Places | undefined;
}

/** Bytes that can be read from any place on, by several at a time. */
export interface Places {
	/** What another thread opens it by. */
	readonly path: string;
	/** Each piece holds until the next is asked for. */
	readonly from: (place: number) => AsyncIterable<Uint8Array>;
	/** Others have read so many bytes; fewer than none where some that were read do not count. */
	readonly passed: (bytes: number) => void;
	/** Throws where they are not what they were when the source was named. */
	readonly check: () => void;
}
