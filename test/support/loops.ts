/** Work whose growth is known. */

export function oneLoop(n: number): number {
	let all = 0;
	for (let at = 0; at < n; at++) if (at % 3 !== 0) all += at;
	return all;
}

export function loopInLoop(n: number): number {
	let all = 0;
	for (let at = 0; at < n; at++) all += oneLoop(at);
	return all;
}
