// node validate.js SCHEMAS DOCUMENTS: judges each line of DOCUMENTS, {"schema": name, "document": any}, by SCHEMAS/name.
// Prints a line for each: ok, or the first error.
"use strict";
const fs = require("fs");
const path = require("path");
const Ajv = require("ajv");

// Strict: a keyword that ajv does not know, or one that cannot apply, is an error of the schema. "guest" is a name or a number on purpose;
// the branches of anyOf that only narrow a property have no type of their own.
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
const [schemas, documents] = process.argv.slice(2);
const validators = new Map();
const answers = [];
for (const line of fs.readFileSync(documents, "utf8").split("\n").filter((text) => text !== "")) {
  const { schema, document } = JSON.parse(line);
  if (!validators.has(schema)) {
    validators.set(schema, ajv.compile(JSON.parse(fs.readFileSync(path.join(schemas, schema), "utf8"))));
  }

  const validate = validators.get(schema);
  answers.push(validate(document) ? "ok" : `${validate.errors[0].instancePath} ${validate.errors[0].message}`);
}

process.stdout.write(answers.map((answer) => answer.replaceAll("\n", " ") + "\n").join(""));
