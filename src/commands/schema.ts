/** Columns of input tables and contracts of outputs, for people and for programs. */
import { tableKinds } from "../contract/tables.ts";
import { Trouble } from "../findings/trouble.ts";
import { oneOf } from "../run/values.ts";
import { schemaFormats } from "../views/formats/schema.ts";
import { isTable, schemaNames } from "../views/schema-page.ts";
import type { Schemas } from "../views/schemas.ts";
import { type Command, command } from "./command.ts";
import { exit, inLanguage } from "./host.ts";

export const schema: Command = command({
	name: "schema",
	most: 1,
	options: [],
	formats: schemaFormats,
	exitCodes: [0, 2, 70],
	run: async ([word], _, { host, language, format }) => {
		const name = word === undefined ? undefined : oneOf("NAME", word, schemaNames);
		if (format === "table-schema" && name !== undefined && !isTable(name))
			throw new Trouble("unknown-choice", { option: "--format table-schema", value: name, known: tableKinds, near: [] });
		return { value: { name, schemas: await inLanguage<Schemas>("schemas", language, host) }, code: exit.done };
	},
});
