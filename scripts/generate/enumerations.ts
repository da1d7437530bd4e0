import { type Contract, resolve, type Schema } from "./contract.js";

/** The titles of the two alternatives of an open enumeration, by the language of the contract. */
const TITLES = {
  en: { documented: "documented value", other: "any other value" },
  "zh-CN": { documented: "文档中列出的值", other: "其他任意值" },
};

/**
 * A contract as it is published. Each named enumeration also accepts a value that the vendor adds later: it becomes
 * an `anyOf` of the documented values and of any other value of their type. In a request only the documented values
 * are legal, so a parameter has the plain enumeration.
 */
export function openEnumerations(contract: Contract, language: keyof typeof TITLES): Contract {
  const { schemas = {}, parameters = {} } = contract.components ?? {};
  const { documented, other } = TITLES[language];
  const open = ({ type = "string", enum: values = [], "x-enumDescriptions": meanings, ...rest }: Schema) => ({
    ...rest,
    anyOf: [
      { title: documented, type, enum: values, "x-enumDescriptions": meanings },
      { title: other, type },
    ],
  });
  const components = {
    ...contract.components,
    schemas: map(schemas, (schema) =>
      schema.enum === undefined ? withoutRepetition(contract, schema) : open(schema),
    ),
    parameters: map(parameters, (parameter) => {
      const schema = resolve<Schema>(contract, parameter.schema);
      return schema.enum === undefined ? parameter : { ...parameter, schema };
    }),
  };
  return { ...contract, components };
}

/** A property that takes a named enumeration or any other text: the enumeration alone says so already. */
function withoutRepetition(contract: Contract, schema: Schema): Schema {
  const { properties, anyOf, ...rest } = schema;
  if (properties !== undefined) {
    return { ...schema, properties: map(properties, (property) => withoutRepetition(contract, property)) };
  }
  const [known, any, ...others] = anyOf ?? [];
  if (known?.$ref === undefined || any?.type !== "string" || others.length > 0) return schema;
  return resolve<Schema>(contract, known).enum === undefined ? schema : { ...rest, ...known };
}

function map<T>(members: Readonly<Record<string, T>>, change: (member: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member)]));
}

/** The part of a named enumeration that lists its values, in a contract as it is published. */
export function documentedValues(schema: Schema): Schema | undefined {
  return schema.anyOf?.find((member) => member.enum !== undefined);
}
