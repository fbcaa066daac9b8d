/**
 * What rules make of a history or of a firm's case once for all of them, kept in the object itself and let go with it. A map with weak
 * keys would do the same, and engines go through all of it at every collection.
 */
export interface Once<K extends object, V> {
	readonly get: (key: K) => V | undefined;
	readonly set: (key: K, value: V) => void;
}

export function once<K extends object, V>(): Once<K, V> {
	const place = Symbol();
	interface Holder {
		[place]?: { readonly of: K; readonly value: V };
	}
	return {
		// A copy of an object has what was made of the first one, and may be another in all else.
		get: (key) => {
			const made = (key as Holder)[place];
			return made?.of === key ? made.value : undefined;
		},
		set: (key, value) => {
			(key as Holder)[place] = { of: key, value };
		},
	};
}
