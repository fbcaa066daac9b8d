/** The findings as json: the keys of the contract in its order, whatever order the value was built in. */
import type { Check } from "../../contract/check.ts";
import { inOrder, shapesOf } from "../../contract/outputs.ts";
import { json } from "./json.ts";

export function checkJson(check: Check): string {
	return json(inOrder(check, "@check", shapesOf("check")) as Check);
}
